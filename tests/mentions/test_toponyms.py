"""Which words name places, as what, and how the text stands to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.grounding.gazetteer import Gazetteer, open_gazetteer
from sayso.language.parse import Parse
from sayso.mentions.toponym_relations import relation_of
from sayso.mentions.toponyms import find_toponyms
from sayso.model import Span
from sayso.settings import Settings


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings.from_environment())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The United States and Ukraine's allies met in the Netherlands.", ["United States", "Ukraine", "Netherlands"]),
        ("He was arrested in Paris, Texas, on Monday.", ["Paris", "Texas"]),
        ("Floods hit Rapides Parish and Grant Parish, Louisiana.", ["Rapides Parish", "Grant Parish", "Louisiana"]),
        ("Ukraine said that its troops held Donetsk, Kherson and Zaporizhzhia regions.",
         ["Ukraine", "Donetsk", "Kherson", "Zaporizhzhia"]),
        ("Ukraine lost the mining town of Vuhledar and the city of Avdiivka.", ["Ukraine", "Vuhledar", "Avdiivka"]),
        ("Aid did not reach Sudan's El Fasher or areas such as Tawila and Mellit.",
         ["Sudan", "El Fasher", "Tawila", "Mellit"]),
        ("The White House and Mr Lincoln said nothing.", []),
        ("Emily Jordan and Peter London met a lawyer.", []),
        ("She moved from Charleston, W.Va., to Boston.", ["Charleston", "W.Va.", "Boston"]),
        ("Fighters crossed from Lebanon into the Golan Heights.", ["Lebanon", "Golan Heights"]),
        ("Shells hit Zaporizhzhia. Officials said that Zaporizhzhaia was dark.", ["Zaporizhzhia", "Zaporizhzhaia"]),
        ("Police in Pakistan-administered Kashmir closed a road.", ["Pakistan-administered Kashmir"]),
    ],
)  # fmt: skip
def test_places(parsed: Callable[[str], Parse], gazetteer: Gazetteer, text: str, places: list[str]) -> None:
    found = find_toponyms(parsed(text), gazetteer)
    assert [t.span.of(text) for t in found if t.kind == "place"] == places


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Russian and South Korean troops trained with Syrians.", ["Russian", "South Korean", "Syrians"]),
        ("The British government thanked the French.", ["British", "French"]),
        ("Native Americans spoke first.", []),
    ],
)
def test_demonyms(parsed: Callable[[str], Parse], gazetteer: Gazetteer, text: str, words: list[str]) -> None:
    found = find_toponyms(parsed(text), gazetteer)
    assert [t.span.of(text) for t in found if t.kind == "demonym"] == words


@pytest.mark.parametrize(
    ("before", "name", "after", "relation"),
    [
        ("He lives in ", "Kharkiv", " with her.", "in"),
        ("Shells fell near ", "Kharkiv", ".", "near"),
        ("A village 10 km north of ", "Kharkiv", " burned.", "near"),
        ("on the outskirts of the city of ", "Kharkiv", "", "near"),
        ("at the western border of the ", "Donetsk People's Republic", ".", "border"),
        ("along the ", "Ukraine", "'s border with Poland", "border"),
        ("reached the western edge of Ukraine's ", "Donetsk", " region", "border"),
        ("reached the western edge of ", "Ukraine", "'s Donetsk region", "in"),
        ("fought near Syria's eastern ", "Deir al-Zor", ".", "near"),
        ("at the ", "Gaza", " border", "border"),
        ("in eastern ", "Ukraine", " today", "part"),
        ("in parts of ", "Aleppo", "", "part"),
    ],
)
def test_relations(before: str, name: str, after: str, relation: str) -> None:
    assert relation_of(Span(len(before), len(before) + len(name)), before + name + after) == relation


def test_the_place_of_the_dateline_is_a_toponym(parsed: Callable[[str], Parse], gazetteer: Gazetteer) -> None:
    text = "PORT SUDAN, June 7 (Reuters) - The army said it had shot down a drone over Kassala."
    assert [t.span.of(text) for t in find_toponyms(parsed(text), gazetteer)] == ["PORT SUDAN", "Kassala"]
