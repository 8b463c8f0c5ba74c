"""The bundled story, read and folded: who claimed the entry into the region, who denied it, who conceded it."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.desk import Ledger, open_ledger
from sayso.ingest import Defaults, read_reports
from sayso.model import Event

STORY = Path(__file__).parents[2] / "corpus" / "dnipropetrovsk-2025" / "reports.jsonl"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    made = open_ledger()
    made.add(read_reports([str(STORY)], Defaults(), print))
    return made


def entry(ledger: Ledger, as_known: str | None = None) -> Event:
    """The event that Russian forces are in the region, as of 8 June."""
    found = ledger.events(place="UA-12", type=("advance", "clash"), until="2025-06-30", as_known=as_known)
    return next(
        event
        for event in found
        if {side.country for side in event.sides if side.stance == "asserts"} >= {"RUS"}
        and {side.country for side in event.sides if side.stance == "denies"} >= {"UKR"}
    )


def test_claimed_and_denied_on_one_day_and_conceded_in_august(ledger: Ledger) -> None:
    event = entry(ledger)
    first = {(side.country, side.stance): side.first for side in reversed(event.sides)}
    assert first["RUS", "asserts"] == first["UKR", "denies"] == date(2025, 6, 8)
    assert first["UKR", "concedes"] == date(2025, 8, 26) and event.status == "conceded"


def test_as_known_in_july_it_is_disputed_under_the_same_id(ledger: Ledger) -> None:
    event = entry(ledger, "2025-07-01")
    assert event.id == entry(ledger).id and event.status == "disputed"
    assert all(side.last is not None and side.last <= date(2025, 7, 1) for side in event.sides)


def test_reprints_count_once(ledger: Ledger) -> None:
    clusters = {frozenset(copy.report for copy in copies.reports) for copies in ledger.copies()}
    event = entry(ledger)
    assert any(len(cluster & set(event.reports)) > 1 for cluster in clusters)
    assert event.independent_reports < len(event.reports)


def test_the_region_is_held_in_parts_and_conceded(ledger: Ledger) -> None:
    region = next(r for r in ledger.regions("2025-08-31") if r.region == "UA-12" and r.holder == "Russia")
    assert not region.whole and ("Ukraine", date(2025, 8, 26)) in region.conceded


def test_the_story_of_an_event_goes_by_days_and_says_why(ledger: Ledger) -> None:
    page = ledger.event(entry(ledger).id)
    days = [entry.claim.published or "9999" for entry in page.entries]
    assert all(a <= b for a, b in pairwise(days))
    assert all(each.reasons for each in page.entries[1:]) and page.entries[-1].stance == "concedes"
