"""Words that stand for a place named before: "the city", "the region", "there"."""

import re
from collections.abc import Collection, Sequence
from functools import cache

from msgspec.structs import replace

from sayso.grounding.gazetteer import Gazetteer
from sayso.model import PlaceMention, Span
from sayso.vocabulary import load

DISCOUNT = 0.8  # of the antecedent's confidence: the wrong one is taken now and then
# The most people of a place that is called so; capitals of countries are not called so at all.
MOST_PEOPLE = {"hamlet": 20_000, "village": 20_000, "settlement": 20_000, "town": 300_000}
TITLED = 0.5  # confidence of a place that stands in the title alone
LONGEST = 3  # words of a name that is looked for in a title
WORD = re.compile(r"[^\W\d_][\w'’-]*")


def place_before(span: Span, text: str, places: Sequence[PlaceMention], gazetteer: Gazetteer) -> PlaceMention | None:
    """The place that the words at `span` of `text` stand for: the last resolved one before them of a level and size
    that the noun can stand for; for "there" and "the area" the last one that is no country. None where the noun stands
    for no place, or nothing before it fits."""
    word = span.of(text).lower()
    levels = _levels().get(word) or _levels().get(word.removesuffix("s"))
    if word == "there":
        levels = frozenset({"settlement", "admin2", "admin1", "area"})
    if levels is None:
        return None
    for place in reversed([p for p in places if p.start < span.start]):
        if (
            place.level in levels
            and place.id is not None
            and place.kind == "place"
            and _fits(word, place.id, gazetteer)
        ):
            return _at(span, text, place, place.confidence * DISCOUNT)
    return None


def place_of_title(
    span: Span, text: str, title: str, countries: Collection[str], gazetteer: Gazetteer
) -> PlaceMention | None:
    """The last village or town of some countries (ISO 3166-1 alpha-2) that a title names, for "the village" or "the
    town" at `span` of `text`; None for other words, and where the title names none of that size."""
    if not is_sized(word := span.of(text).lower()):
        return None
    words = list(WORD.finditer(title))
    for end in range(len(words), 0, -1):
        for first in range(max(0, end - LONGEST), end):
            name = title[words[first].start() : words[end - 1].end()].removesuffix("'s").removesuffix("’s")
            if not name[0].isupper() or not name.split()[-1][0].isupper():
                continue
            known = (e for e in gazetteer.find(name) if e.level == "settlement" and e.main and e.country in countries)
            e = next(known, None)  # the most populous: a village that is called like a city is seldom meant
            if e is not None and _fits(word, e.id, gazetteer):
                place = PlaceMention(
                    start=0, end=0, text=name, id=e.id, name=e.name, level=e.level, country=e.country,
                    admin1=e.admin1, lat=e.lat, lon=e.lon, uncertainty_km=e.uncertainty_km,
                )  # fmt: skip
                return _at(span, text, place, TITLED)
    return None


def is_sized(word: str) -> bool:
    """Does a noun ("village", "towns") stand only for places up to some size?"""
    return _most_people(word.lower()) is not None


def _most_people(word: str) -> int | None:
    return MOST_PEOPLE.get(word, MOST_PEOPLE.get(word.removesuffix("s")))


def _fits(word: str, place: str, gazetteer: Gazetteer) -> bool:
    """Can a noun stand for a place with this id, by the number of its people?"""
    most = _most_people(word)
    entry = gazetteer.by_id(place) if most is not None else None
    return most is None or entry is None or (entry.population <= most and not entry.capital)


def _at(span: Span, text: str, place: PlaceMention, confidence: float) -> PlaceMention:
    return replace(place, start=span.start, end=span.end, text=span.of(text), confidence=round(confidence, 2))


@cache
def _levels() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for level, words in load("place_words").items():
        wide = {level, "admin1", "admin2", "settlement"} if level == "area" else {level}
        found |= {word: frozenset(wide) for word in words}
    return found
