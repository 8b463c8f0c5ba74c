"""What the vocabulary and the gazetteer know of single words, told to the encoder: it need not learn every word anew.

A hint says what a word may be, never what it is in this sentence: "left" may be a withdrawal, "Jordan" a country.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sayso.mentions.actor_lexicon import lexicon, tokenise
from sayso.mentions.numbers import find_numbers
from sayso.model import Page, Span, TimeMention
from sayso.reader.labels import ACTS, SECTORS, TYPES
from sayso.vocabulary import load

if TYPE_CHECKING:
    from sayso.grounding.gazetteer import Gazetteer

WEAPONS: Final = ("air_strike", "bombing", "shelling")
CLASSES: Final = ("PLACE", "STRUCTURE", "FORCE", "PERSON")
HINTS: Final = (
    *(f"type:{name}" for name in (*TYPES, "strike")),
    *(f"act:{name}" for name in ACTS),
    *(f"weapon:{name}" for name in WEAPONS),
    *(f"class:{name}" for name in CLASSES),
    *(f"sector:{name}" for name in SECTORS),
    "place:country", "place:region", "place:city", "place:town", "demonym", "time", "number",
)  # fmt: skip
NUMBER: Final = {name: n for n, name in enumerate(HINTS)}
WORD: Final = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
NAME: Final = re.compile(r"[^\W\d_][\w’'-]*")
LONGEST: Final = 3  # words of a place name that is looked up
CITY: Final = 100_000  # people


def hints(page: Page, times: Sequence[TimeMention], gazetteer: Gazetteer) -> list[tuple[Span, int]]:
    """Stretches of what is read of a page, each with the number of a hint in `HINTS`."""
    found: list[tuple[Span, int]] = [(time.span, NUMBER["time"]) for time in times]
    for block in page.read_blocks:
        words, start = block.span.of(page.text), block.span.start
        near = [*_words(words), *_actors(words), *_places(words, gazetteer)]
        near += [(n.span, NUMBER["number"]) for n in find_numbers(words)]
        found += [(Span(start + span.start, start + span.end), hint) for span, hint in near]
    return found


def _words(text: str) -> Iterable[tuple[Span, int]]:
    for word in WORD.finditer(text):
        for hint in _of_form().get(word.group().lower(), ()):
            yield Span(*word.span()), hint


def _actors(text: str) -> Iterable[tuple[Span, int]]:
    tokens = tokenise(text)
    for match in lexicon().match(tokens, None):
        last = tokens[match.end - 1]
        if match.entry.sector is not None:
            yield Span(tokens[match.start].start, last.start + len(last.text)), NUMBER[f"sector:{match.entry.sector}"]


def _places(text: str, gazetteer: Gazetteer) -> Iterable[tuple[Span, int]]:
    """Names that some place has, the longest of words in a row that begin with a capital."""
    names = [m for m in NAME.finditer(text) if m.group()[0].isupper()]
    at = 0
    while at < len(names):
        step = 1
        for length in range(min(LONGEST, len(names) - at), 0, -1):
            row = names[at : at + length]
            if any(text[a.end() : b.start()] != " " for a, b in pairwise(row)):
                continue
            span = Span(row[0].start(), row[-1].end())
            name = span.of(text).removesuffix("'s").removesuffix("’s")
            known = gazetteer.find(name)
            if known:
                level, people = known[0].level, known[0].population
                size = "city" if people >= CITY else "town"
                kind = {"country": "country", "admin1": "region"}.get(level or "", size)
                yield span, NUMBER[f"place:{kind}"]
            elif gazetteer.demonym(name):
                yield span, NUMBER["demonym"]
            else:
                continue
            step = length
            break
        at += step


@cache
def _of_form() -> dict[str, tuple[int, ...]]:
    """Inflected form -> the hints of its lemmas."""
    forms = load("forms")
    found: dict[str, set[int]] = defaultdict(set)
    for lemma, known in lemmas().items():
        for form in (lemma, *forms.get(lemma, ())):
            found[form] |= {NUMBER[name] for name in known}
    return {form: tuple(sorted(known)) for form, known in found.items()}


@cache
def lemmas() -> dict[str, frozenset[str]]:
    """Every lemma of the vocabulary with the names of its hints."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind, parts in load("triggers").items():
        for lines in parts.values():
            for line in lines:
                found[str(line).split()[0]].add(f"type:{kind}")
    for groups in load("cues").values():
        for group in groups if isinstance(groups, list) else ():
            if isinstance(group, dict) and group.get("act") in ACTS:
                for word in str(group.get("words", "")).split():
                    found[word.split("_")[0]].add(f"act:{group['act']}")
    for name in WEAPONS:
        for word in load("weapons")[name]:
            found[str(word)].add(f"weapon:{name}")
    for name in CLASSES:
        for word in load("classes")[name]:
            found[str(word)].add(f"class:{name}")
    return {lemma: frozenset(n for n in names if n in NUMBER) for lemma, names in found.items()}
