"""From reports to claims: what grounding makes of words. All reports are invented."""

from datetime import date

import pytest

from sayso.grounding.confidence import confidences
from sayso.grounding.countries import alpha3
from sayso.model import Claim, Report
from sayso.pipeline import read_claims
from sayso.settings import Settings

SUNDAY = date(2025, 6, 8)


def claims(text: str, published: date | None = SUNDAY) -> tuple[Claim, ...]:
    report = Report(id="r-test", text=text, published=published)
    return next(read_claims([report], Settings.from_environment())).claims


def test_a_whole_claim() -> None:
    text = "Russia's defence ministry said on Sunday its troops had captured the village of Robotyne in Ukraine."
    (claim,) = claims(text)
    assert (claim.type, claim.act, claim.voices[0].id) == ("capture", "assert", "RUS/MIL")
    assert claim.agents[0].country == "RUS"
    assert (claim.places[0].name, claim.places[0].admin1) == ("Robotyne", "UA-23")
    assert claim.time is not None
    assert claim.time.start == claim.time.end == SUNDAY
    assert claim.territory is not None
    assert (claim.territory.holder.country, claim.territory.relation) == ("RUS", "controls")
    assert set(claim.how) >= {"type", "attribution", "places"}
    assert 0 < claim.confidence < 1


def test_what_goes_before_gives_its_place_to_the_city() -> None:
    found = claims("Missiles struck Kharkiv on Friday. Two soldiers were killed in the city.")
    assert {c.places[0].name for c in found} == {"Kharkiv"}


def test_names_that_no_gazetteer_has_lie_where_the_story_is() -> None:
    found = claims("Rebels shelled Aleppo on Friday. The army bombed the village of Qzarbuk on Saturday.")
    bombed = next(c for c in found if "bombed" in c.trigger.text)
    assert bombed.places[0].name == "Aleppo"


def test_the_village_is_not_the_capital_that_speaks_of_it() -> None:
    text = "Russian troops captured the village of Robotyne. On the part of Kyiv the loss of the village is denied."
    assert [[p.name for p in c.places] for c in claims(text)] == [["Robotyne"], ["Robotyne"]]
    big = claims("Missiles struck Kharkiv. The army said that it held the village.")
    assert {c.type: [p.name for p in c.places] for c in big} == {"shelling": ["Kharkiv"], "control": []}


def test_relative_days_stay_open_without_a_date() -> None:
    found = claims("Artillery struck Kharkiv on Friday, soldiers said.", published=None)
    assert found
    assert all(c.time is None for c in found)


LAST_TO_SPEAK = [
    ("Russia said its troops were in Sumy. They shelled Kharkiv, the defence ministry said.", "RUS/MIL"),
    ("Russia said its troops took Sumy. Ukraine denied that. Sumy was shelled, the defence ministry said.", "UKR/MIL"),
    ("Russian troops shelled Kharkiv, the defence ministry said.", "UKR/MIL"),
    ("Russia said its troops were in Sumy. They shelled Kharkiv, police said.", "UKR/COP"),
    ("MOSCOW, June 8 (Agency) - Russian troops took the Ukrainian town of Sumy, the defence ministry said.", "RUS/MIL"),
    ("France said Syrian troops took Aleppo. Rebels shelled Aleppo, the army said.", "SYR/MIL"),
]


@pytest.mark.parametrize(("text", "voice"), LAST_TO_SPEAK)
def test_a_ministry_without_a_country_is_that_of_the_side_that_spoke_last(text: str, voice: str) -> None:
    assert claims(text)[-1].voices[-1].id == voice


def test_a_body_named_beside_its_kind_is_itself() -> None:
    text = "Russia's army said its troops took Sumy. The monitoring group DeepState said Kharkiv was occupied."
    assert claims(text)[-1].voices[-1].id == "UKR/NGO"


def test_ids_come_from_content() -> None:
    text = "Rebels shelled Aleppo on Friday, killing four people."
    first, again = claims(text), claims(text)
    assert [c.id for c in first] == [c.id for c in again]
    assert len({c.id for c in first}) == len(first)


@pytest.mark.parametrize(("two", "three"), [("UA", "UKR"), ("SD", "SDN"), ("XK", "XKX"), (None, None), ("ZZ", None)])
def test_country_codes(two: str | None, three: str | None) -> None:
    assert alpha3(two) == three


def test_confidence_is_a_probability_that_falls_with_doubt() -> None:
    text = "The army said rebels shelled Aleppo on Friday."
    (claim,) = claims(text)
    sure = confidences(claim, 1, {})["whole"]
    assert 0 < sure < 1
    assert confidences(claim, 9, {})["whole"] < sure  # a crowded sentence is hard to take apart
