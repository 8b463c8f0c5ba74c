from datetime import date
from typing import Any

import pytest
from desks import holding
from factory import c, took

from sayso.desk import Ledger
from sayso.desk.filters import Filters, Names, query_of
from sayso.errors import SaysoError
from sayso.model import ActorFilter, Box, PlaceFilter, Query


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    """Claims a to h, one a report and day of June."""
    return holding(
        c(id_="a", by="UKR/GOV=V. Speaker", day="2025-06-01", killed=2, words="Two died at night."),
        c(id_="b", by="RUS/MIL", act="deny", at="Lypka", day="2025-06-02"),
        took("RUS/MIL", "FRA/MED > RUS/MIL", id_="c", at="Stepne", day="2025-06-03"),
        took("RUS/MIL", "UKR/GOV", id_="d", at="Dnipropetrovsk Oblast", day="2025-06-04", targets="UKR/CVL"),
        c("clash", id_="e", at="Prohonne", day="2025-06-05", agents="UKR/MIL=Some Brigade"),
        c("talks", "-/IGO=UN", id_="f", at="Ukraine", day="2025-06-06"),
        c("statement", "RUS/GOV", id_="g", at="", day="2025-06-07"),
        c("aid", id_="h", at="Nowhere", day=None, published="2025-06-08"),
    )


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, "abcdefgh"),
        ({"place": "Kolovets"}, "a"),
        ({"place": "kolovets"}, "a"),
        ({"place": "sayso:kolovets"}, "a"),
        ({"place": "sayso:nothing"}, ""),
        ({"place": "UA-12"}, "abd"),
        ({"place": "ua-12"}, "abd"),
        ({"place": "Dnipropetrovsk Oblast"}, "abd"),
        ({"place": "dnipropetrovsk"}, "abd"),
        ({"place": "UA"}, "abcdf"),
        ({"place": "UKR"}, "abcdf"),
        ({"place": "Ukraine"}, "abcdf"),
        ({"place": "RU"}, "e"),
        ({"place": "35.9,47.9,36.1,48.1"}, "a"),
        ({"place": " 35.9, 47.9, 36.6, 48.6"}, "ab"),
        ({"place": "179,-90,-179,90"}, ""),
        ({"type": "capture"}, "cd"),
        ({"type": ("capture", "talks")}, "cdf"),
        ({"by": "RUS"}, "bcg"),
        ({"by": "Russia"}, "bcg"),
        ({"by": "RUS/MIL"}, "bc"),
        ({"by": "rus/mil"}, "bc"),
        ({"by": "FRA/MED"}, "c"),
        ({"by": "-/IGO"}, "f"),
        ({"by": "UN"}, "f"),
        ({"by": "v. speaker"}, "a"),
        ({"by": "press"}, "eh"),
        ({"by": "Press"}, "eh"),
        ({"about": "RUS"}, "cd"),
        ({"about": "UKR/CVL"}, "d"),
        ({"about": "Some Brigade"}, "e"),
        ({"since": "2025-06-06"}, "fgh"),
        ({"until": date(2025, 6, 2)}, "ab"),
        ({"since": "2025-06-02", "until": "2025-06-02"}, "b"),
        ({"text": "died NIGHT"}, "a"),
        ({"text": "died morning"}, ""),
        ({"as_known": "2025-06-03"}, "abc"),
        ({"as_known": "2025-05-31"}, ""),
        ({"limit": 3}, "abc"),
        ({"limit": 2, "after": "c"}, "de"),
        ({"place": "UA-12", "by": "RUS", "until": "2025-06-30"}, "b"),
        ({"report": "nothing"}, ""),
    ],
    ids=str,
)
def test_what_filters_find(ledger: Ledger, filters: dict[str, Any], found: str) -> None:
    assert "".join(claim.id for claim in ledger.claims(**filters)) == found


@pytest.mark.parametrize(
    ("filters", "message", "hint"),
    [
        ({"place": "Kolovetz"}, "No claim names a place 'Kolovetz'", "Kolovets"),
        ({"place": "Lypkka"}, "'Lypkka'", "Lypka"),
        ({"place": "1,2,3"}, "'1,2,3'", ""),
        ({"place": "1,2,3,x"}, "is no box", "west,south,east,north"),
        ({"place": "1,50,3,40"}, "not on the globe", "west,south,east,north"),
        ({"place": "nan,1,2,3"}, "not on the globe", ""),
        ({"place": "0,-91,1,1"}, "not on the globe", ""),
        ({"type": "captured"}, "There is no type 'captured'", "capture"),
        ({"type": ("capture", "zzzzzz")}, "There is no type 'zzzzzz'", "Types"),
        ({"status": "dispute"}, "There is no status 'dispute'", "disputed"),
        ({"by": "V. Speeker"}, "Nobody called 'V. Speeker'", "V. Speaker"),
        ({"by": "RUS/ARM"}, "There is no sector 'ARM'", ""),
        ({"about": "Qqqqqq"}, "Nobody called 'Qqqqqq'", ""),
        ({"since": "yesterday"}, "'yesterday' is no day for since", "2025-06-08"),
        ({"until": "2025-02-30"}, "is no day for until", "2025-06-08"),
        ({"as_known": "2025-6-8"}, "is no day for as-known", "2025-06-08"),
        ({"since": "2025-06-09", "until": "2025-06-08"}, "is after", "Turn them round"),
        ({"text": "!?"}, "has no word", ""),
        ({"limit": 0}, "gives nothing", ""),
        ({"limit": -1}, "gives nothing", ""),
        ({"after": "nothing"}, "nothing", ""),
    ],
    ids=str,
)
def test_what_is_no_filter(ledger: Ledger, filters: dict[str, Any], message: str, hint: str) -> None:
    with pytest.raises(SaysoError, match=message) as error:
        ledger.claims(**filters)
    assert hint in (error.value.hint or "")


def test_an_empty_ledger_suggests_no_names() -> None:
    with holding() as empty, pytest.raises(SaysoError, match="No claim names a place 'Kolovets'") as error:
        empty.events(place="Kolovets")
    assert error.value.hint == "The ledger names no places yet."


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        (Filters(), Query()),
        (Filters(place="UA-12"), Query(place=PlaceFilter(regions=("UA-12",)))),
        (Filters(place="-10.5,20,30,40"), Query(place=PlaceFilter(box=Box(west=-10.5, south=20, east=30, north=40)))),
        (Filters(place="Kolovets"), Query(place=PlaceFilter(ids=("sayso:kolovets",)))),
        (Filters(by="press"), Query(by=ActorFilter(sector="press"))),
        (Filters(by="-/IGO"), Query(by=ActorFilter(sector="IGO"))),
        (Filters(about="UN"), Query(about=ActorFilter(name="UN"))),
        (Filters(status="disputed"), Query(status=("disputed",))),
        (Filters(since=date(2025, 6, 8)), Query(since=date(2025, 6, 8))),
    ],
    ids=str,
)
def test_the_query_that_filters_mean(ledger: Ledger, filters: Filters, query: Query) -> None:
    assert query_of(filters, Names(ledger._store.view())) == query


@pytest.mark.parametrize("given", ["sayso:dnipropetrovsk-oblast", "iso:UA"])
def test_an_id_of_a_region_holds_whatever_lies_in_it(ledger: Ledger, given: str) -> None:
    by_name = {"sayso:dnipropetrovsk-oblast": "UA-12", "iso:UA": "UA"}[given]
    assert list(ledger.claims(place=given)) == list(ledger.claims(place=by_name))
