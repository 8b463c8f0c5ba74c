"""Words that stand for a place named before."""

import pytest

from sayso.grounding.gazetteer import Gazetteer, open_gazetteer
from sayso.grounding.place_words import place_before, place_of_title
from sayso.model import Level, PlaceMention, Span
from sayso.settings import Settings

TEXT = "Aleppo city region country there village settlement town towns"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings.from_environment())


def place(name: str, level: Level, start: int, key: str = "") -> PlaceMention:
    return PlaceMention(
        start=start, end=start + 1, text=name, id=key or f"x:{name}", name=name, level=level, lat=0.0, lon=0.0,
        confidence=0.9,
    )  # fmt: skip


def named(gazetteer: Gazetteer, name: str, start: int) -> PlaceMention:
    entry = next(e for e in gazetteer.find(name) if e.level == "settlement")
    return place(name, "settlement", start, entry.id)


def at(word: str) -> Span:
    start = TEXT.index(f" {word}") + 1
    return Span(start, start + len(word))


PLACES = [place("Syria", "country", 0), place("Aleppo Governorate", "admin1", 1), place("Aleppo", "settlement", 2)]


@pytest.mark.parametrize(
    ("word", "name"),
    [("city", "Aleppo"), ("region", "Aleppo Governorate"), ("country", "Syria"), ("there", "Aleppo")],
)
def test_the_last_place_of_the_level(gazetteer: Gazetteer, word: str, name: str) -> None:
    found = place_before(at(word), TEXT, PLACES, gazetteer)
    assert found is not None
    assert (found.name, found.text, found.start) == (name, word, at(word).start)
    assert found.confidence < 0.9


@pytest.mark.parametrize(
    ("word", "name"),
    [("city", "Kyiv"), ("town", "Kramatorsk"), ("towns", "Kramatorsk"), ("village", "Robotyne"),
     ("settlement", "Robotyne")],
)  # fmt: skip
def test_a_village_is_no_town_and_a_town_no_capital(gazetteer: Gazetteer, word: str, name: str) -> None:
    places = [named(gazetteer, n, i) for i, n in enumerate(("Robotyne", "Kramatorsk", "Kharkiv", "Kyiv"))]
    found = place_before(at(word), TEXT, places, gazetteer)
    assert found is not None
    assert found.name == name
    assert place_before(at(word), TEXT, places[2:], gazetteer) is None or word == "city"


def test_nothing_before_nothing_found(gazetteer: Gazetteer) -> None:
    assert place_before(at("city"), TEXT, [], gazetteer) is None
    assert place_before(Span(0, 6), TEXT, PLACES, gazetteer) is None


@pytest.mark.parametrize(
    ("word", "title", "name"),
    [
        ("village", "Robotyne and Kyiv shelled", "Robotyne"),
        ("village", "Shells hit Robotyne's school", "Robotyne"),
        ("town", "Calm in Chasiv Yar", "Chasiv Yar"),
        ("village", "Kramatorsk and Kyiv shelled", None),
        ("city", "Robotyne and Kyiv shelled", None),
    ],
)
def test_a_village_that_the_title_names(gazetteer: Gazetteer, word: str, title: str, name: str | None) -> None:
    found = place_of_title(at(word), TEXT, title, {"UA"}, gazetteer)
    assert (found.name if found else None) == name
    assert place_of_title(at(word), TEXT, title, {"SY"}, gazetteer) is None
