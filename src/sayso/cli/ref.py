"""`sayso ref`: the vocabulary, to read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@click.command("ref", short_help="Show the vocabulary.")
@click.argument("topic", required=False)
@click.argument("name", required=False)
def ref_command(topic: str | None, name: str | None) -> int:
    """Show the vocabulary: types, acts, sectors, cues and so on, with what each means.

    Without TOPIC all topics are listed. NAME shows the rows of one name or word, for instance `sayso ref types capture`
    or `sayso ref cues deny`. Tables on a terminal, JSON when piped.
    """
    return ref(topic, name)


def ref(topic: str | None, name: str | None) -> int:
    """Print the topics, a topic, or a row of it. Raises SaysoError with a suggestion where there is no such thing."""
    from sayso.cli.tables import answer
    from sayso.errors import SaysoError
    from sayso.suggest import hint
    from sayso.vocabulary import load

    known = topics()
    if topic is None:
        answer([{"topic": t, "holds": about} for t, about in known.items()])
        return 0
    if topic not in known:
        raise SaysoError(f"There is no topic {topic!r}.", hint(topic, known, "Topics"))
    rows = list(rows_of(load(topic)))
    if name is not None:
        wanted = [row for row in rows if name.lower() in words_of(row)]
        if not wanted:
            words = sorted({word for row in rows for word in words_of(row)})
            raise SaysoError(f"{topic} has no {name!r}.", hint(name, words, "Names") if words else "")
        rows = wanted
    answer(rows)
    return 0


def topics() -> dict[str, str]:
    """Topic -> the first sentence of its file's opening comment; `FOLDER/NAME` for the files of a folder.

    A file without an opening comment holds something else than words, fitted weights for instance, and is no topic.
    """
    from importlib import resources

    return dict(_topics(resources.files("sayso.vocabulary"), ""))


def _topics(folder: Traversable, above: str) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.is_dir():
            yield from _topics(file, f"{above}{file.name}/")
        elif file.name.endswith(".yaml"):
            lines = file.read_text(encoding="utf-8").splitlines()
            comment = " ".join(line.lstrip("# ") for line in takewhile(lambda line: line.startswith("#"), lines))
            if comment:
                yield above + file.name.removesuffix(".yaml"), comment.split(". ")[0].rstrip(".") + "."


def rows_of(content: Any, name: str = "") -> Iterator[dict[str, Any]]:
    """A vocabulary file as rows with a `name`, whatever its shape: a mapping of entries, of words, or of lists."""
    named = {"name": name} if name else {}
    if isinstance(content, dict):
        if any(isinstance(v, dict | list) for v in content.values()) and not name:
            for key, value in content.items():
                yield from rows_of(value, str(key))
        else:
            yield named | content
    elif isinstance(content, list) and any(isinstance(item, dict) for item in content):
        for item in content:
            yield from rows_of(item, name) if name or not isinstance(item, dict) else _spread(item)
    else:
        yield named | {"words": content}


def _spread(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An entry that holds lists by name (`sides: {A: [...], B: [...]}`) as a row a member, which says of itself what
    the entry says of all; any other entry as it is."""
    key = next((key for key, value in entry.items() if isinstance(value, dict)), None)
    if key is None:
        yield entry
        return
    rest = {k: v for k, v in entry.items() if k != key}
    for name, members in entry[key].items():
        yield from (rest | {key.removesuffix("s"): name} | member for member in members)


def words_of(row: dict[str, Any]) -> set[str]:
    """Everything in a row that somebody may look up, in lower case: its name, and the words of its lists."""
    return {word.lower() for value in row.values() for word in _words(value)}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from value.split()
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _words(item)
