from datetime import date
from typing import Any

import pytest
from factory import c, facets, number, profile, took

from sayso.fold.facet import tolls
from sayso.model import Claim


def day(n: int) -> date:
    return date(2025, 6, n)


@pytest.mark.parametrize(
    ("claim", "days", "dated"),
    [
        (c(day="2025-06-08"), (day(8), day(8)), True),
        (c(day="2025-06-02/2025-06-08"), (day(2), day(8)), True),
        (c(day=None, published="2025-06-08"), (day(7), day(8)), False),
        (c(day=None, published=None), None, False),
        (c(day="2025-06-08", published=None), (day(8), day(8)), True),
    ],
)
def test_the_days_of_a_happening(claim: Claim, days: object, dated: bool) -> None:
    (facet,) = facets(claim)
    assert (facet.days, facet.dated) == (days, dated)


@pytest.mark.parametrize(
    ("claim", "party"),
    [
        (took("RUS/MIL"), "Russia"),
        (took("UKR/MIL"), "Ukraine"),
        (took("RUS/MIL", relation="lost"), None),
        (took("RUS/MIL", relation="not_controls"), None),
        (c("capture", agents="RUS/MIL"), "Russia"),
        (c("capture", holder="-/REB", agents="-/REB=Islamic State", at="Jarnas", day="2016-06-08"), "Islamic State"),
        (c("shelling", agents="RUS/MIL"), "Russia"),
        (c("shelling", agents="RUS/MIL, UKR/MIL"), "Russia"),
        (c("shelling"), None),
        (c("clash", agents="RUS/MIL"), None),
        (c("casualties", agents="RUS/MIL"), None),
        (c("withdrawal", holder="RUS/MIL", agents="RUS/MIL"), None),
        (c("interception", agents="UKR/MIL"), "Ukraine"),
        (c("shelling", agents="FJI/MIL", at="Nadru"), "FJI"),
        (c("shelling", agents="UKR/CVL"), None),
    ],
)
def test_whose_deed_or_gain_it_is(claim: Claim, party: str | None) -> None:
    assert facets(claim)[0].party == party


@pytest.mark.parametrize(
    ("claim", "contests"),
    [
        (took("RUS/MIL", "RUS/MIL"), False),
        (took("RUS/MIL", "UKR/MIL", "deny"), True),
        (took("RUS/MIL", "UKR/MIL", "confirm"), True),
        (took("RUS/MIL", "UKR/MIL", polarity="negated"), True),
        (took("RUS/MIL", "UKR/MIL"), True),  # what it harms says so
        (took("RUS/MIL", "GBR/MIL"), False),  # ... and not an ally of it
        (took("RUS/MIL", "-/IGO=UN"), False),
        (took("RUS/MIL"), False),
        (c("shelling", "UKR/MIL", agents="RUS/MIL"), False),
    ],
)
def test_what_contests(claim: Claim, contests: bool) -> None:
    assert facets(claim)[0].contests is contests


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ([("killed", 12), ("killed", 3)], {"killed": (12, 12)}),
        ([("killed", 3), ("killed", 12)], {"killed": (12, 12)}),
        ([("killed", (5, None)), ("killed", 3)], {"killed": (5, None)}),
        ([("killed", (None, 100)), ("killed", 30)], {"killed": (None, 100)}),
        ([("killed", 0)], {"killed": (0, 0)}),
        ([("killed", 2), ("wounded", 7)], {"killed": (2, 2), "wounded": (7, 7)}),
        ([("other", 9)], {}),
        ([], {}),
    ],
)
def test_of_each_kind_the_largest_number(counts: list[Any], found: dict[str, Any]) -> None:
    assert tolls(c(counts=[number(what, given) for what, given in counts])) == found


def test_a_denial_counts_nothing() -> None:
    assert facets(c(act="deny", killed=3))[0].tolls == facets(c(polarity="negated", killed=3))[0].tolls == {}


def test_a_profile_narrows_its_days_and_keeps_its_places() -> None:
    grown = profile(
        c(day="2025-06-02/2025-06-08", at="Dnipropetrovsk Oblast"),
        c(day=None, published="2025-06-08", at="Kolovets"),
        c(day="2025-06-08", published="2025-06-09", at="Kolovets District"),
    )
    assert (grown.days, grown.dated) == ((day(8), day(8)), True)
    assert {p.text for p in grown.places.values()} == {"Kolovets", "Kolovets District", "Dnipropetrovsk Oblast"}


def test_a_later_answer_leaves_the_days_as_they_are() -> None:
    grown = profile(took("RUS/MIL", "RUS/MIL", day="2025-06-08"), took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-20"))
    assert grown.days == (day(8), day(8)) and grown.answered == [(day(20), day(20))]
    assert grown.asserted == {"Russia"} and grown.contested == {"Ukraine"}


def test_a_later_assertion_leaves_the_days_too() -> None:
    grown = profile(c("control", "RUS/MIL", day="2025-06-08"), c("control", "RUS/MIL", day="2025-06-10"))
    assert grown.days == (day(8), day(8)) and grown.answered == []
