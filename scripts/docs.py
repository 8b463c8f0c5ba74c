"""Write the pages of docs that are made from the code; with --check, tell whether they are up to date.

docs/commands.md comes from the live --help of every command, docs/vocabulary.md from the vocabulary of the output,
docs/events.md from the rules of the fold.
"""

import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click

from sayso.cli.main import sayso
from sayso.cli.ref import topics
from sayso.fold import firsts, link, signals, stance, status, territory, tolls
from sayso.ledger import base
from sayso.vocabulary import load

DOCS = Path(__file__).parents[1] / "docs"
WIDTH = 100
COMMANDS = """# Commands

Made from `--help` by `make docs`; do not edit.

Exit status: 0, or 2 where something can be mended (one line on the standard error says what), or 130 after Ctrl-C.
"""
VOCABULARY = """# Vocabulary

Made from `src/sayso/vocabulary` by `make docs`; do not edit. `sayso ref` shows the same and all other word lists. A
dash stands where ACLED or PLOVER has no counterpart.
"""
EVENTS = """# How claims become events

Made from `src/sayso/fold` by `make docs`; do not edit. The form of an event is in [output.md](output.md).
"""
TOPICS = ("types", "acts", "sectors")


def helps(command: click.Command, path: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The path and the help of a command and of all below it."""
    context = click.Context(
        command,
        info_name=path.rsplit(" ", 1)[-1],
        parent=parent,
        terminal_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from helps(below, f"{path} {name}", context)


def commands() -> str:
    """The page of all commands."""
    return "\n".join([COMMANDS, *(f"## {path}\n\n```text\n{text}\n```\n" for path, text in helps(sayso, "sayso"))])


def vocabulary() -> str:
    """The page of types, acts and sectors."""
    about = topics()
    return "\n".join([VOCABULARY, *(f"## {t.title()}\n\n{about[t]}\n\n{table(load(t))}\n" for t in TOPICS)])


def events() -> str:
    """The page of how claims become events: the docstrings and tables of the fold."""
    rows = {s.name: {"weight": f"{s.weight:g}", "says": inspect.getdoc(s.compare)} for s in signals.SAME_EVENT}
    kinds = {name: {key: in_cell(value) for key, value in kind.items()} for name, kind in load("kinds").items()}
    parts = {
        "One event": [prose(link), prose(signals), f"Enough is {signals.ENOUGH:g}.", table(rows)],
        "Kinds": [topics()["kinds"], table(kinds)],
        "Stance": [inspect.getdoc(stance.words)],
        "Status": [inspect.getdoc(status.status_of)],
        "Tolls": [prose(tolls)],
        "First times": [prose(firsts), inspect.getdoc(firsts.first_time)],
        "Territory": [prose(territory)],
        "Sides": [topics()["sides"], "`sayso ref sides` shows the table."],
        "Copies": [prose(import_module("sayso.copies.clusters"))],
        "As known": [prose(base)],
    }
    return "\n".join([EVENTS, *(f"## {title}\n\n{'\n\n'.join(map(str, texts))}\n" for title, texts in parts.items())])


def prose(module: ModuleType) -> str:
    """The docstring of a module."""
    return str(inspect.getdoc(module))


def in_cell(value: object) -> str | None:
    """A value of the vocabulary in a cell of a table."""
    return ", ".join(value) if isinstance(value, list) else None if value is None else str(value)


def table(rows: dict[str, dict[str, str | None]]) -> str:
    """A vocabulary file as a Markdown table: a row an entry, a column a key."""
    columns = list(next(iter(rows.values())))
    lines = [["", *columns], ["---"] * (len(columns) + 1)]
    lines += [[f"`{name}`", *(row[c] or "–" for c in columns)] for name, row in rows.items()]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


PAGES = {"commands.md": commands, "vocabulary.md": vocabulary, "events.md": events}


def main() -> int:
    """Write the pages, or with --check compare: 1 where one differs."""
    status = 0
    for name, made in PAGES.items():
        page = DOCS / name
        if "--check" not in sys.argv[1:]:
            page.write_text(made(), encoding="utf-8")
        elif not page.is_file() or page.read_text(encoding="utf-8") != made():
            print(f"docs/{name} differs from the code. Run `make docs`.", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
