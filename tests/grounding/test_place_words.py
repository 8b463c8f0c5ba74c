"""Words that stand for a place named before."""

import pytest

from sayso.grounding.place_words import place_before
from sayso.model import Level, PlaceMention, Span

TEXT = "Aleppo city region country there village"


def place(name: str, level: Level, start: int) -> PlaceMention:
    return PlaceMention(
        start=start, end=start + 1, text=name, id=f"x:{name}", name=name, level=level, lat=0.0, lon=0.0, confidence=0.9
    )


PLACES = [place("Syria", "country", 0), place("Aleppo Governorate", "admin1", 1), place("Aleppo", "settlement", 2)]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("city", "Aleppo"),
        ("region", "Aleppo Governorate"),
        ("country", "Syria"),
        ("there", "Aleppo"),
        ("village", "Aleppo"),
    ],
)
def test_the_last_place_of_the_level(word: str, name: str) -> None:
    at = TEXT.index(word)
    found = place_before(Span(at, at + len(word)), TEXT, PLACES)
    assert found is not None
    assert (found.name, found.text, found.start) == (name, word, at)
    assert found.confidence < 0.9


def test_nothing_before_nothing_found() -> None:
    at = TEXT.index("city")
    assert place_before(Span(at, at + 4), TEXT, []) is None
    assert place_before(Span(0, 6), TEXT, PLACES) is None
