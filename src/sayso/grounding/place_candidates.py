"""What a name can stand for."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.grounding.gazetteer import Entry, Gazetteer
from sayso.grounding.place_context import Name

AROUND = re.compile(
    r"^(?:(?:greater|metropolitan|downtown|central|north|south|east|west|northern|southern|eastern|western|upper|lower"
    r"|city of|town of|village of|province of|state of|republic of|county of|port of|gulf of)\s+)+",
    re.IGNORECASE,
)
KIND_AT_END = re.compile(
    r"\s+(?:region|oblast|province|state|governorate|county|district|raion|city|town|village|area|valley|island|camp"
    r"|municipality|metro(?:politan)? area|peninsula|strip|airport|border|countryside|territory|agency|division)$",
    re.IGNORECASE,
)
FUZZY_COUNTRIES = 2
MOST = 60  # candidates: common names such as San José have more, all small


@dataclass(frozen=True, slots=True)
class Candidates:
    """Entries that a name can stand for, and how certain the reading of the name itself is."""

    entries: tuple[Entry, ...]
    certainty: float = 1.0


def pools_for(names: Sequence[Name], gazetteer: Gazetteer) -> list[Candidates]:
    """The candidates of all names of a report; misspelt ones are sought in the countries that the others are in."""
    pools = [exact_candidates(name, gazetteer) for name in names]
    countries = Counter(p.entries[0].country for p in pools if p.entries and p.entries[0].country)
    near = frozenset(str(code) for code, _ in countries.most_common(FUZZY_COUNTRIES))
    return [p if p.entries else misspelt_candidates(n, gazetteer, near) for p, n in zip(pools, names, strict=True)]


def exact_candidates(name: Name, gazetteer: Gazetteer) -> Candidates:
    """By exact name, else without words for a kind or a direction."""
    if name.demonym:
        people = gazetteer.demonym(name.text)
        return Candidates((people,) if people else (), 0.95)
    for text, certainty in _readings(name.text):
        entries = gazetteer.find(text)
        if entries:
            return Candidates(entries[:MOST], certainty)
    people = gazetteer.demonym(name.text)
    return Candidates((people,) if people else (), 0.9)


def misspelt_candidates(name: Name, gazetteer: Gazetteer, near: frozenset[str]) -> Candidates:
    """By edit distance, in the countries `near` and among the places that any report may name."""
    match = gazetteer.fuzzy(name.text, near)
    return Candidates(match.entries[:MOST], match.confidence) if match else Candidates(())


def _readings(text: str) -> list[tuple[str, float]]:
    readings = [(text, 1.0)]
    bare = KIND_AT_END.sub("", text)
    if bare != text:
        readings.append((bare, 0.95))
    inner = AROUND.sub("", bare)
    if inner not in (bare, text):
        readings.append((inner, 0.85))
    return readings
