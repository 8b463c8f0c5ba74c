"""Which place a name means, by what else the report says."""

from __future__ import annotations

import re

import pytest

from sayso.grounding.gazetteer import Gazetteer, open_gazetteer
from sayso.grounding.place_home import country_of, home_of
from sayso.grounding.places import resolve_places
from sayso.model import PlaceMention, PlaceRelation, Report, Span, Toponym
from sayso.settings import Settings
from sayso.text import lay_out


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings.from_environment())


def resolved(
    gazetteer: Gazetteer, marked: str, relations: dict[str, PlaceRelation] | None = None, outlet: str | None = None
) -> dict[str, PlaceMention]:
    """Resolve the names in [brackets] of a text; by their words, the last mention of each."""
    text, spans = "", []
    for i, piece in enumerate(re.split(r"[\[\]]", marked)):
        if i % 2:
            spans.append(Span(len(text), len(text) + len(piece)))
        text += piece
    toponyms = tuple(Toponym(span=s, relation=(relations or {}).get(s.of(text), "in")) for s in spans)
    page = lay_out(Report(id="r-test", text=text, outlet=outlet))[0]
    return {m.text: m for m in resolve_places(page, toponyms, gazetteer)}


CASES = [
    # a container, or a kind, or the company of others decides
    ("A fire broke out in [Paris], [Texas].", {"Paris": "US-TX"}),
    ("A fire broke out in [Paris], [France].", {"Paris": "FR-IDF"}),
    ("Shells fell on [Donetsk] region and in [Kherson].", {"Donetsk": "UA-14", "Kherson": "UA-65"}),
    ("Floods hit [Lebanon], [Boone County] and [Indianapolis], [Indiana].", {"Lebanon": "US-IN"}),
    ("Drones were seen over [Kharkiv] and [Chuhuiv] in [Ukraine].", {"Chuhuiv": "UA-63"}),
    ("Fighters held [Rafah] and [Khan Younis] in [Gaza].", {"Rafah": "PS-RFH"}),
    ("The army left [Nyala] and [El Fasher] in [Sudan].", {"Nyala": "SD-DS", "El Fasher": "SD-DN"}),
    ("[Crimea], which [Russia] annexed, was dark.", {"Crimea": "UA-43"}),
    ("Villages near [Srinagar] and [Pulwama] in [Kashmir] were searched.", {"Srinagar": "IN-JK", "Pulwama": "IN-JK"}),
]


@pytest.mark.parametrize(("marked", "codes"), CASES)
def test_first_level_subdivision(gazetteer: Gazetteer, marked: str, codes: dict[str, str]) -> None:
    found = resolved(gazetteer, marked)
    assert {name: found[name].admin1 for name in codes} == codes


def test_region_or_city_by_the_words_beside(gazetteer: Gazetteer) -> None:
    found = resolved(
        gazetteer, "Blasts in the [Kherson] region. Guns near the city of [Kharkiv]. All of [Dnipropetrovsk]."
    )
    assert [found[n].level for n in ("Kherson", "Kharkiv", "Dnipropetrovsk")] == ["admin1", "settlement", "admin1"]


@pytest.mark.parametrize(
    "marked",
    [
        "It claims the [Donetsk], [Kherson], [Lugansk] and [Zaporizhzhia] regions of [Ukraine].",
        "It claims four [Ukraine] regions: the regions of [Donetsk], [Kherson], [Lugansk] and [Zaporizhzhia].",
    ],
)
def test_a_kind_holds_for_a_whole_list(gazetteer: Gazetteer, marked: str) -> None:
    found = resolved(gazetteer, marked)
    names = ("Donetsk", "Kherson", "Lugansk", "Zaporizhzhia")
    assert [found[n].admin1 for n in names] == ["UA-14", "UA-65", "UA-09", "UA-23"]
    assert {found[n].level for n in names} == {"admin1"}


def test_misspelt_names_are_resolved_with_less_confidence(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer, "Troops entered [Dnipropetrovosk] in [Ukraine], near [Zaporizhzhia].")
    assert found["Dnipropetrovosk"].admin1 == "UA-12"
    assert found["Dnipropetrovosk"].confidence < found["Ukraine"].confidence


def test_an_unknown_name_stays_unresolved(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer, "They met in [Xqzwvk] in [Ukraine].")["Xqzwvk"]
    assert (found.id, found.lat, found.country, found.confidence) == (None, None, None, 0.0)


def test_the_western_border_is_the_edge_of_the_outline(gazetteer: Gazetteer) -> None:
    marked = "Tanks stand at the western border of the [Donetsk People's Republic]."
    place = resolved(gazetteer, marked, {"Donetsk People's Republic": "border"})["Donetsk People's Republic"]
    assert (place.level, place.admin1, place.relation) == ("area", "UA-14", "border")
    assert place.lon is not None
    assert place.lon < 37.0


def test_a_part_of_a_country_has_a_point_of_its_own(gazetteer: Gazetteer) -> None:
    place = resolved(gazetteer, "War goes on in eastern [Ukraine].", {"Ukraine": "part"})["Ukraine"]
    assert (place.id, place.level, place.country) == ("sayso:eastern-ukraine", "area", "UA")


def test_uncertainty_grows_from_village_to_country(gazetteer: Gazetteer) -> None:
    found = resolved(gazetteer, "From [Robotyne] to [Mariupol] in [Donetsk Oblast], [Ukraine].")
    known = [found[n].uncertainty_km or 0.0 for n in ("Mariupol", "Robotyne", "Donetsk Oblast", "Ukraine")]
    assert known == sorted(known)
    assert known[0] >= 2.0


def test_the_outlets_home_decides_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    assert resolved(gazetteer, "[Athens] police say a shop was robbed.")["Athens"].country == "GR"
    assert (
        resolved(gazetteer, "[Athens] police say a shop was robbed.", outlet="athensgazette.com")["Athens"].country
        == "US"
    )


def test_home_and_country_of_an_outlet(gazetteer: Gazetteer) -> None:
    assert {e.country for e in home_of("Kyiv Independent", gazetteer)} == {"UA"}
    assert home_of("Reuters", gazetteer) == ()
    assert (country_of("x.co.uk"), country_of("x.com"), country_of("Reuters")) == ("GB", None, None)
