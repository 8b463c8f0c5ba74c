"""The desk as its users see it, on a ledger in memory and on one in a file."""

from datetime import date
from pathlib import Path

import pytest
from desks import LATER_RUN, RUN, STORES, filing, filings, keep, opened, together
from factory import c, reports, silence, took

from sayso.desk import Ledger, open_ledger
from sayso.errors import SaysoError
from sayso.model import Event, Report

SHARED = " ".join(f"word{n}" for n in range(60))


@pytest.fixture(params=STORES)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    return opened(request.param, tmp_path)


# One village is taken, denied, conceded; another one is shelled, with dead; a third is told of by the press alone.
STORY = (
    took("RUS/MIL", "RUS/MIL", id_="c-1", report="r-1", day="2025-06-01", first=True),
    silence("UKR/MIL", id_="c-2", report="r-1", published="2025-06-01"),
    took("RUS/MIL", "UKR/MIL", "deny", id_="c-3", report="r-2", day="2025-06-03"),
    took("RUS/MIL", "UKR/GOV", "confirm", id_="c-4", report="r-3", day="2025-07-03"),
    c(by="UKR/COP", id_="c-5", report="r-4", day="2025-06-05", at="Lypka", killed=2),
    c(by="UKR/GOV", id_="c-6", report="r-5", day="2025-06-05", at="Lypka", killed=3, published="2025-06-06"),
    c("clash", id_="c-7", report="r-6", day="2025-06-09", at="Stepne"),
    c("clash", id_="c-8", report="r-7", day="2025-06-09", at="Stepne"),
)
TEXTS = {"r-6": SHARED + " one", "r-7": SHARED + " other"}


def told(ledger: Ledger) -> Ledger:
    keep(ledger, *STORY, text=TEXTS)
    return ledger


def test_events(ledger: Ledger) -> None:
    found = told(ledger).events()
    assert [(each.status, *each.claims) for each in found] == [
        ("reported", "c-7", "c-8"), ("claimed", "c-5", "c-6"), ("conceded", "c-1", "c-2", "c-3", "c-4"),
    ]  # fmt: skip
    assert [each.independent_reports for each in found] == [1, 2, 3]
    assert [(toll.low, toll.best, toll.high) for toll in found[1].counts] == [(2, 3, 3)]
    assert found[2].first.holds is True and not found[2].silent


def test_events_as_known(ledger: Ledger) -> None:
    told(ledger)
    statuses = {day: [each.status for each in ledger.events(place="Kolovets", as_known=day)] for day in
                ("2025-05-31", "2025-06-01", "2025-06-03", "2025-07-03")}  # fmt: skip
    assert statuses == {
        "2025-05-31": [], "2025-06-01": ["claimed"], "2025-06-03": ["disputed"], "2025-07-03": ["conceded"]
    }  # fmt: skip
    (then,) = ledger.events(as_known="2025-06-01")
    assert [each.voice for each in then.silent] == ["UKR/MIL"] and then.id == ledger.events()[-1].id


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"status": "claimed"}, ["c-5 c-6"]),
        ({"status": ("claimed", "conceded")}, ["c-1 c-2 c-3 c-4", "c-5 c-6"]),
        ({"status": "disputed"}, []),
        ({"status": "disputed", "as_known": "2025-06-03"}, ["c-1 c-2 c-3"]),
        ({"place": "UA-14"}, ["c-7 c-8"]),
        ({"by": "UKR/COP"}, ["c-5 c-6"]),
        ({"since": "2025-07-01"}, ["c-1 c-2 c-3 c-4"]),
        ({"limit": 1}, ["c-7 c-8"]),
        ({"limit": 2}, ["c-5 c-6", "c-7 c-8"]),
        ({"limit": 1, "status": "conceded"}, ["c-1 c-2 c-3 c-4"]),
        ({"limit": 1, "status": "claimed", "as_known": "2025-06-05"}, ["c-5"]),
        ({"limit": 1, "status": "disputed", "as_known": "2025-06-05"}, ["c-1 c-2 c-3"]),
    ],
    ids=str,
)
def test_events_that_filters_find(ledger: Ledger, filters: dict[str, object], found: list[str]) -> None:
    assert together(told(ledger).events(**filters)) == found


def test_events_page_by_page(ledger: Ledger) -> None:
    told(ledger)
    pages: list[Event] = []
    after = None
    while page := ledger.events(limit=1, after=after):
        pages += page
        after = page[-1].id
    assert pages == list(ledger.events()) and len(pages) == 3


def test_an_event_with_its_story(ledger: Ledger) -> None:
    name = told(ledger).events(place="Stepne")[0].id
    page = ledger.event(name)
    assert page == ledger.event(name[:6]) and page.event == ledger.events()[0]
    assert [(entry.claim.id, entry.stance, entry.copy_of) for entry in page.entries] == [
        ("c-7", "asserts", None), ("c-8", "asserts", "r-6"),
    ]  # fmt: skip
    assert page.entries[0].reasons == () and page.entries[1].reasons
    story = ledger.event(ledger.events(place="Kolovets")[0].id)
    assert [entry.stance for entry in story.entries] == ["asserts", "silent", "denies", "concedes"]
    assert [entry.report.id for entry in story.entries if entry.report] == ["r-1", "r-1", "r-2", "r-3"]
    before = ledger.event(story.event.id, as_known="2025-06-01")
    assert [entry.claim.id for entry in before.entries] == ["c-1", "c-2"]


@pytest.mark.parametrize("name", ["e-nothing", "e-", "", "c-1"])
def test_events_that_are_not_there(ledger: Ledger, name: str) -> None:
    with pytest.raises(SaysoError, match="There is no event"):
        told(ledger).event(name)


def test_an_event_that_is_not_known_yet(ledger: Ledger) -> None:
    name = told(ledger).events()[0].id
    with pytest.raises(SaysoError, match="There is no event"):
        ledger.event(name, as_known="2025-06-01")


def test_disputes_firsts_and_silences(ledger: Ledger) -> None:
    keep(told(ledger), took("RUS/MIL", "RUS/MIL", id_="c-9", report="r-9", at="Dubrava", day="2025-06-20"),
         silence("UKR/GOV", id_="c-10", report="r-9", published="2025-06-20"))  # fmt: skip
    assert together(ledger.disputes()) == ["c-1 c-2 c-3 c-4"]
    assert len(ledger.disputes(status="disputed")) == 0 and len(ledger.disputes(place="UA-12")) == 1
    assert together(ledger.firsts()) == ["c-1 c-2 c-3 c-4"]
    assert together(ledger.unanswered()) == ["c-10 c-9"]
    assert together(ledger.unanswered(as_known="2025-06-02")) == ["c-1 c-2"]


@pytest.mark.parametrize("filters", [{"place": "UA-12"}, {"type": "capture"}, {"about": "RUS"}], ids=str)
def test_silences_by_what_they_are_about(ledger: Ledger, filters: dict[str, str]) -> None:
    assert together(told(ledger).unanswered(as_known="2025-06-02", **filters)) == ["c-1 c-2"]


def test_territory(ledger: Ledger) -> None:
    told(ledger)
    assert [(s.voice, s.denied, s.concedes, s.until) for s in ledger.territory()] == [
        ("RUS/MIL", False, False, None), ("UKR/GOV", False, True, None), ("UKR/MIL", True, False, None),
    ]  # fmt: skip
    assert [s.voice for s in ledger.territory("2025-06-02")] == ["RUS/MIL"]
    assert [s.voice for s in ledger.territory(place="Kolovets", by="UKR")] == ["UKR/GOV", "UKR/MIL"]
    assert ledger.territory(place="Lypka") == () == ledger.territory(as_known="2025-05-31")
    assert [s.disputed for s in ledger.territory("2025-06-02")] == [False]
    assert [r.sentence for r in ledger.regions("2025-06-05")] == [
        "parts of UA-12: Russia; asserted by Russia since 2025-06-01, denied by Ukraine on 2025-06-03"
    ]
    assert ledger.regions("2025-06-05", place="UA-14") == ()


def test_a_day_of_what_was_retaken(ledger: Ledger) -> None:
    keep(ledger, *(
        c("control", "RUS/MIL", holder="RUS/MIL", relation=relation, day=f"2025-06-{day:02}")
        for day, relation in ((1, "controls"), (5, "lost"), (9, "controls"), (11, "controls"))
    ))  # fmt: skip
    assert ledger.territory("2025-06-12")[0].since == ledger.territory()[-1].since == date(2025, 6, 9)


def test_copies(ledger: Ledger) -> None:
    (copies,) = told(ledger).copies()
    assert (copies.cluster, [copy.report for copy in copies.reports]) == ("r-6", ["r-6", "r-7"])
    (pair,) = ledger.pairs()
    assert (pair.a, pair.b) == ("r-6", "r-7") and pair.containment > 0.9
    assert ledger.copies(place="UA-12") == () == ledger.copies(as_known="2025-06-08")
    assert len(ledger.copies(place="UA-14")) == 1


def test_reports(ledger: Ledger) -> None:
    told(ledger)
    assert ledger.report("r-6").text == TEXTS["r-6"]
    with pytest.raises(SaysoError, match="no report 'nothing'"):
        ledger.report("nothing")


def test_doubtful_links_come_first(ledger: Ledger) -> None:
    doubts = told(ledger).doubtful()
    assert [doubt.counts for doubt in doubts] == sorted(doubt.counts for doubt in doubts)
    assert {doubt.claim.id for doubt in doubts} == {"c-3", "c-4", "c-6", "c-8"}
    assert all(doubt.counts == sum(reason.counts for reason in doubt.reasons) >= 4 for doubt in doubts)
    assert ledger.doubtful(1) == doubts[:1]


def test_what_adding_says(ledger: Ledger) -> None:
    assert keep(ledger, *STORY) == {"new": 7}
    assert keep(ledger, *STORY) == {"known": 7}
    assert keep(ledger, *STORY, run=LATER_RUN) == {"reading": 7}
    one = next(filings(*STORY))
    left_out = type(one)(report=Report(id="r-x", text="Nichts."), claims=None, run=RUN, problems=("Not English.",))
    assert ledger.keep([left_out]) == {}
    with pytest.raises(SaysoError, match="no report"):
        ledger.report("r-x")


def test_a_reading_without_some_claims(ledger: Ledger) -> None:
    told(ledger)
    keep(ledger, STORY[2], run=LATER_RUN)
    report, _ = next(reports(STORY[0]))
    ledger.keep([filing(report, STORY[0], run=LATER_RUN)])
    assert together(ledger.events(place="Kolovets")) == ["c-1 c-3 c-4"]
    report, _ = next(reports(STORY[2]))
    ledger.keep([filing(report, run=RUN)])
    assert together(ledger.events(place="Kolovets")) == ["c-1 c-4"]
    assert [each.status for each in ledger.events(place="Kolovets", as_known="2025-06-04")] == ["claimed"]


def test_reports_without_a_day(ledger: Ledger) -> None:
    told(ledger)
    keep(ledger, c("clash", "RUS/MIL", id_="c-0", report="r-0", day="2025-06-09", at="Stepne", published=None),
         took("RUS/MIL", "RUS/MIL", id_="c-x", report="r-x", day=None, published=None, at="Dubrava"))  # fmt: skip
    assert together(ledger.events(place="Stepne")) == ["c-0 c-7 c-8"]
    assert together(ledger.events(place="Stepne", as_known="2025-12-31")) == ["c-7 c-8"]
    (event,) = ledger.events(place="Dubrava")
    assert event.start is event.end is event.sides[0].first is None and event.status == "claimed"
    assert together(ledger.events(place="Dubrava", as_known="2025-12-31")) == []
    assert [claim.id for claim in ledger.claims(since="2025-06-09", until="2025-06-09")] == ["c-7", "c-8", "c-0"]


def test_folding_what_is_new_alone(ledger: Ledger) -> None:
    told(ledger)
    assert ledger.fold() == 3 and ledger.fold() == 0
    keep(ledger, c("clash", "RUS/MIL", day="2025-06-10", at="Stepne"))
    assert ledger.fold() == 1 and ledger.events()[0].claims[:2] == ("c-7", "c-8")


def test_a_file_keeps_what_was_added(tmp_path: Path) -> None:
    path = tmp_path / "war.sayso"
    with open_ledger(path, create=True) as ledger:
        told(ledger)
        once = tuple(ledger.events()), ledger.territory(), ledger.copies()
    with open_ledger(path) as again:
        assert (tuple(again.events()), again.territory(), again.copies()) == once and again.fold() == 0


def test_both_stores_tell_the_same(tmp_path: Path) -> None:
    one, other = told(open_ledger()), told(open_ledger(tmp_path / "war.sayso", create=True))
    assert list(one.events()) == list(other.events()) and list(one.claims()) == list(other.claims())
    assert one.territory() == other.territory() and one.copies() == other.copies()
    assert [one.event(e.id) for e in one.events()] == [other.event(e.id) for e in other.events()]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match=r"war\.sayso"):
        open_ledger(tmp_path / "war.sayso")


def test_sides_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "sides.yaml"
    path.write_text("- {conflict: X, where: [UA], sides: {One: [{member: UKR}, {member: RUS}]}}", encoding="utf-8")
    ledger = open_ledger(sides=path)
    keep(ledger, c(by="RUS/MIL"), c(by="UKR/MIL"))
    assert [each.status for each in ledger.events()] == ["claimed"]
    with pytest.raises(SaysoError, match=r"nothing\.yaml"):
        open_ledger(sides=tmp_path / "nothing.yaml")


def test_a_file_that_is_opened_with_other_sides_is_folded_anew(tmp_path: Path) -> None:
    path, own = tmp_path / "war.sayso", tmp_path / "sides.yaml"
    own.write_text("- {conflict: X, where: [UA], sides: {One: [{member: UKR}, {member: RUS}]}}", encoding="utf-8")
    conceded = took("RUS/MIL", "UKR/GOV", "confirm", id_="c-y", report="r-y", day="2025-06-02")
    report, claims = next(reports(conceded))
    with open_ledger(path, create=True) as ledger:
        told(ledger)
        ledger.keep([filing(report, *claims)])
        ledger.keep([filing(report, run=LATER_RUN)])  # read again, without the claim
        before = list(ledger.events())
    with open_ledger(path, sides=own) as other, open_ledger(sides=own) as fresh:
        told(fresh)
        assert list(other.events()) == list(fresh.events()) != before
        assert other.territory() == fresh.territory() and other.copies() == fresh.copies()
    with open_ledger(path) as again:
        assert list(again.events()) == before and again.counts()["events"] == 3


def test_a_dump_makes_the_same_ledger(ledger: Ledger, tmp_path: Path) -> None:
    told(ledger)
    other = open_ledger()
    assert other.load(ledger.dump()) == {"new": 7}
    assert list(other.events()) == list(ledger.events()) and list(other.dump()) == list(ledger.dump())
    assert other.load(ledger.dump()) == {"known": 7}
