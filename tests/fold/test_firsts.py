"""A first time, stated on 8 June, against what a ledger knows from before."""

from collections.abc import Iterable
from datetime import date

import pytest
from factory import c, event, facets, silence, took

from sayso.fold.firsts import earlier_query
from sayso.ledger.match import fits
from sayso.model import Claim, FirstTime, Query

IN_VILLAGE = took("RUS/MIL", "RUS/MIL", first=True, report="r-1")
IN_REGION = took("RUS/MIL", "RUS/MIL", first=True, at="Dnipropetrovsk Oblast", report="r-1")


def checked(claims: Iterable[Claim], before: Iterable[Claim]) -> FirstTime:
    """The event of some claims, in a ledger that holds those and others."""
    known = [*claims, *before]

    def earlier(query: Query) -> list[Claim]:
        return [claim for claim in known if fits(claim, query)]

    return event(*claims, earlier=earlier).first


BEFORE = [
    # where, what, by whom, is it the like of it?
    ("the same village", IN_VILLAGE, took("RUS/MIL", "RUS/MIL", day="2025-05-21"), True),
    ("told by the other side", IN_VILLAGE, took("RUS/MIL", "UKR/MIL", day="2025-05-21"), True),
    ("told by the press", IN_VILLAGE, took("RUS/MIL", day="2025-05-21"), True),
    ("another type of the family", IN_VILLAGE, c("advance", "RUS/MIL", holder="RUS/MIL", day="2025-05-21"), True),
    ("nobody named", IN_VILLAGE, c("capture", day="2025-05-21"), True),
    ("another village", IN_VILLAGE, took("RUS/MIL", "RUS/MIL", at="Lypka", day="2025-05-21"), False),
    ("a village of the region", IN_REGION, took("RUS/MIL", "RUS/MIL", at="Lypka", day="2025-05-21"), True),
    ("a village of another region", IN_REGION, took("RUS/MIL", "RUS/MIL", at="Stepne", day="2025-05-21"), False),
    ("the region", IN_REGION, took("RUS/MIL", "RUS/MIL", at="Dnipropetrovsk Oblast", day="2025-05-21"), True),
    ("the other side's", IN_REGION, took("UKR/MIL", "UKR/MIL", at="Lypka", day="2025-05-21"), False),
    ("denied", IN_VILLAGE, took("RUS/MIL", "UKR/MIL", "deny", day="2025-05-21"), False),
    ("said not to be so", IN_VILLAGE, took("RUS/MIL", "UKR/MIL", polarity="negated", day="2025-05-21"), False),
    ("planned", IN_VILLAGE, took("RUS/MIL", "RUS/MIL", reality="planned", day="2025-05-21"), False),
    ("threatened", IN_VILLAGE, took("RUS/MIL", "RUS/MIL", "threaten", day="2025-05-21"), False),
    ("another family", IN_VILLAGE, c("shelling", agents="RUS/MIL", day="2025-05-21"), False),
    ("later", IN_VILLAGE, took("RUS/MIL", "RUS/MIL", day="2025-06-21"), False),
    ("told later, of a day before", IN_VILLAGE, took("RUS/MIL", day="2025-05-21", published="2025-07-01"), True),
    ("no day named, published before", IN_VILLAGE, took("RUS/MIL", day=None, published="2025-05-21"), True),
    ("the same type of fire",
     c(agents="RUS/MIL", first=True), c(agents="RUS/MIL", day="2025-05-21"), True),
    ("another type of fire",
     c("air_strike", agents="RUS/MIL", first=True), c("shelling", agents="RUS/MIL", day="2025-05-21"), False),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "before", "alike"), [row[1:] for row in BEFORE], ids=[row[0] for row in BEFORE])
def test_what_counts_as_earlier(stated: Claim, before: Claim, alike: bool) -> None:
    assert checked([stated], [before]) == FirstTime(stated=True, holds=not alike, earlier=(before.id,) if alike else ())


def test_a_first_that_nobody_states_is_not_tested() -> None:
    assert checked([took("RUS/MIL")], [took("RUS/MIL", day="2025-05-21")]) == FirstTime(stated=False, holds=None)
    assert event(IN_VILLAGE).first == FirstTime(stated=True, holds=None)


def test_a_first_without_a_day_or_a_place_is_not_tested() -> None:
    undated = took("RUS/MIL", first=True, day=None, published=None)
    assert checked([undated], [took("RUS/MIL", day="2025-05-21")]) == FirstTime(stated=True, holds=None)


def test_the_claims_of_the_event_itself_are_not_earlier() -> None:
    reprint = took("RUS/MIL", "RUS/MIL", first=True, day=None, published="2025-06-08")
    assert checked([IN_VILLAGE, reprint], []).holds is True
    eve = took("RUS/MIL", day="2025-06-06/2025-06-08", published="2025-06-08")
    assert checked([IN_VILLAGE, eve], []).holds is True


def test_earlier_ones_stand_in_order_of_publication() -> None:
    before = [took("RUS/MIL", day=f"2025-05-{n}", id_=f"c-{30 - n}") for n in (23, 21, 22)]
    assert checked([IN_VILLAGE], before).earlier == ("c-9", "c-8", "c-7")


def test_a_silence_states_nothing() -> None:
    claims = [took("RUS/MIL", "RUS/MIL", report="r-1"), silence("UKR/GOV", report="r-1", first=True)]
    assert checked(claims, []).stated is False


def test_what_the_ledger_is_asked_for() -> None:
    query = earlier_query(facets(IN_REGION)[0], date(2025, 6, 7))
    assert query is not None and query.place is not None and query.until == date(2025, 6, 7)
    assert query.place.regions == ("UA-12",) and "advance" in query.types
    country = earlier_query(facets(took("RUS/MIL", at="Ukraine"))[0], date(2025, 6, 7))
    assert country is not None and country.place is not None and country.place.countries == ("UA",)


def test_a_place_that_nobody_knows_is_not_tested() -> None:
    stated, before = (
        took("RUS/MIL", at="Nowhere", first=first, day=day)
        for first, day in ((True, "2025-06-08"), (False, "2025-05-21"))
    )
    assert checked([stated], [before]).holds is not True
