"""Words that stand for a place named before: "the city", "the region", "there"."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from sayso.model import PlaceMention, Span
from sayso.vocabulary import load

DISCOUNT = 0.8  # of the antecedent's confidence: the wrong one is taken now and then


def place_before(span: Span, text: str, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that the words at `span` of `text` stand for: the last resolved one before them of a level that the
    noun can stand for; for "there" and "the area" the last one that is no country. None where the noun stands for no
    place, or nothing before it fits."""
    word = span.of(text).lower()
    levels = _levels().get(word) or _levels().get(word.removesuffix("s"))
    if word == "there":
        levels = frozenset({"settlement", "admin2", "admin1", "area"})
    if levels is None:
        return None
    for place in reversed([p for p in places if p.start < span.start]):
        if place.level in levels and place.id is not None and place.kind == "place":
            return replace(
                place,
                start=span.start,
                end=span.end,
                text=span.of(text),
                confidence=round(place.confidence * DISCOUNT, 2),
            )
    return None


@cache
def _levels() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for level, words in load("place_words").items():
        wide = {level, "admin1", "admin2", "settlement"} if level == "area" else {level}
        found |= {word: frozenset(wide) for word in words}
    return found
