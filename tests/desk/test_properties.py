"""What holds of every ledger, tried on small random ones: the order in which reports come in changes nothing, and what
is known on a day is what a ledger would tell that holds the reports of up to that day alone."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from desks import JULY, filing
from factory import c, read, silence, voices
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.desk import Ledger, open_ledger
from sayso.desk.filing import Filing
from sayso.model import Claim, Report, Verdict, VerdictKind, content_id, verdict_of

FIRST = date(2025, 6, 1)
LAST = 12  # days
PLACES = ("Kolovets", "Zarichka", "Lypka", "Kolovets, Lypka", "Dnipropetrovsk Oblast", "Stepne", "Kolovets, Stepne")
VOICES = ("", "RUS/MIL", "UKR/MIL", "UKR/GOV", "GBR/GOV", "FRA/MED > RUS/MIL", "UKR/GOV > RUS/GOV", "-/IGO=UN")
TYPES = ("capture", "control", "clash", "shelling", "attack", "casualties")
ACTS = ("assert", "assert", "assert", "deny", "confirm")
GROUND = ("capture", "control", "advance")

KINDS: tuple[VerdictKind, ...] = ("same", "same", "different", "rejected", "wrong", "note")

quick = settings(max_examples=40, deadline=None, derandomize=True, database=None)


def text(words: str, n: int) -> str:
    """A text of thirty words like no other; reports with one of these in them are copies."""
    return " ".join(content_id("w", words, n, at) for at in range(30))


@st.composite
def told(draw: st.DrawFn, report: str, published: date | None, at: int) -> Claim:
    """A claim, the `at`-th of its report."""
    by, words = draw(st.sampled_from(VOICES)), f"sentence {at}, or {draw(st.integers(0, 2))}"
    own: dict[str, Any] = {
        "report": report,
        "published": published.isoformat() if published else None,
        "id_": content_id("c", report, published, at),
        "words": words,
    }
    what = draw(st.integers(0, 9))
    if what == 0:
        return silence(draw(st.sampled_from(("UKR/GOV", "RUS/MIL", "FRA/MED"))), **own)
    type_, act = draw(st.sampled_from(TYPES)), draw(st.sampled_from(ACTS))
    back = draw(st.sampled_from((None, 0, 0, 1, 4)))
    own["day"] = None if back is None or published is None else (published - timedelta(back)).isoformat()
    if what == 1:
        return c(type_, by or "UKR/GOV", "deny", **(own | {"at": "", "day": None}))
    doer = draw(st.sampled_from(("RUS/MIL", "RUS/MIL", "UKR/MIL")))
    own["agents"] = draw(st.sampled_from(("", doer)))
    if type_ in GROUND:
        own |= {"holder": doer, "relation": draw(st.sampled_from(("controls", "controls", "entered", "lost")))}
    else:
        own["killed"] = draw(st.sampled_from((None, 1, 3, (5, None), 20)))
    return c(
        type_, by, act, at=draw(st.sampled_from(PLACES)), first=draw(st.integers(0, 5)) == 0,
        part=draw(st.sampled_from(("text", "text", "text", "title"))), **own,
    )  # fmt: skip


@st.composite
def filed(draw: st.DrawFn, name: str, dated: bool = True) -> Filing:
    """A report with up to four claims; some share their text."""
    day = draw(st.integers(0, LAST)) if dated else draw(st.sampled_from((None, *range(LAST))))
    published = None if day is None else FIRST + timedelta(day)
    claims = [draw(told(name, published, at)) for at in range(draw(st.integers(1, 4)))]
    words = text("shared", draw(st.integers(0, 1))) if draw(st.booleans()) else text(name, 0)
    report = Report(id=name, text=words + " " + text(name, 1)[:90], published=published, outlet=f"Outlet {name}")
    return filing(report, *read(*(msgspec.structs.replace(claim, outlet=report.outlet) for claim in claims)))


@st.composite
def stories(draw: st.DrawFn, dated: bool = True) -> list[Filing]:
    """The reports of a ledger, in any order."""
    found = [draw(filed(f"r-{n}", dated)) for n in range(draw(st.integers(1, 6)))]
    return draw(st.permutations(found))


@st.composite
def rulings(draw: st.DrawFn, claims: Sequence[Claim]) -> list[Verdict]:
    """Verdicts on claims."""
    ids = st.sampled_from(sorted(claim.id for claim in claims))
    found = []
    for n in range(draw(st.integers(0, 4))):
        kind: VerdictKind = draw(st.sampled_from(KINDS))
        one, other = draw(ids), draw(ids)
        if kind in ("same", "different"):
            if one != other:
                found.append(verdict_of(kind, one, other, author="A", day=JULY, reason=str(n)))
        elif kind == "wrong":
            name, value = draw(
                st.sampled_from((("act", '"deny"'), ("time", None), ("type", '"clash"'), ("voices", _json("GBR/GOV"))))
            )
            found.append(verdict_of(kind, one, author="A", day=JULY, field=name, value=value))
        else:
            found.append(verdict_of(kind, one, author="A", day=JULY))
    return found


def _json(who: str) -> str:
    return msgspec.json.encode(voices(who)).decode()


def kept(filings: Sequence[Filing]) -> Ledger:
    ledger = open_ledger()
    ledger.keep(filings)
    return ledger


def shown(ledger: Ledger, known: date | None = None) -> dict[str, list[bytes]]:
    """All that a ledger tells, byte for byte."""
    answers: dict[str, Any] = {
        "claims": ledger.claims(as_known=known),
        "events": ledger.events(as_known=known),
        "disputes": ledger.disputes(as_known=known),
        "firsts": ledger.firsts(as_known=known),
        "unanswered": ledger.unanswered(as_known=known),
        "claimed": ledger.events(as_known=known, status=("claimed", "disputed")),
        "in the region": ledger.events(as_known=known, place="UA-12", since=FIRST + timedelta(3)),
        "territory": ledger.territory(as_known=known),
        "territory on a day": ledger.territory(FIRST + timedelta(6), as_known=known),
        "regions": ledger.regions(as_known=known),
        "copies": ledger.copies(as_known=known),
    }
    return {name: [msgspec.json.encode(row) for row in rows] for name, rows in answers.items()}


def but(answers: dict[str, list[bytes]], left_out: str) -> dict[str, list[bytes]]:
    """Answers without one that is known to be wrong, see `test_an_event_is_found_by_the_status_that_it_has`."""
    return {name: rows for name, rows in answers.items() if name != left_out}


@quick
@given(stories(dated=False), st.data())
def test_the_order_of_reports_changes_nothing(story: list[Filing], data: st.DataObject) -> None:
    other = open_ledger()
    for each in data.draw(st.permutations(story)):
        other.keep([each])
        if data.draw(st.booleans()):
            other.fold()
    assert but(shown(kept(story)), "claimed") == but(shown(other), "claimed")


@quick
@given(stories(dated=False))
def test_adding_and_folding_again_changes_nothing(story: list[Filing]) -> None:
    ledger = kept(story)
    once = shown(ledger)
    assert ledger.keep(story) == {"known": len(story)}
    assert shown(ledger) == once and ledger.fold() == 0
    with ledger._store.writer() as writer:
        writer.make_stale()
    assert shown(ledger) == once


@quick
@given(stories(dated=False), st.integers(0, LAST))
def test_what_is_known_on_a_day_holds_nothing_of_the_future(story: list[Filing], day: int) -> None:
    known = FIRST + timedelta(day)
    before = [each for each in story if each.report.published is not None and each.report.published <= known]
    assert shown(kept(story), known) == shown(kept(before))


@quick
@given(stories(), st.data())
def test_verdicts_tell_the_same_whenever_they_are_folded(story: list[Filing], data: st.DataObject) -> None:
    verdicts = data.draw(rulings([claim for each in story for claim in each.claims or ()]))
    one, other = kept(story), kept(data.draw(st.permutations(story)))
    for verdict in verdicts:
        one.judge(verdict)
        other.judge(verdict)
        other.fold()
    once = shown(one)
    assert but(once, "claimed") == but(shown(other), "claimed")
    with one._store.writer() as writer:
        writer.make_stale()
    assert but(shown(one), "claimed") == but(once, "claimed")


@quick
@given(stories(), st.data())
def test_verdicts_that_are_undone_leave_no_trace(story: list[Filing], data: st.DataObject) -> None:
    verdicts = {v.id: v for v in data.draw(rulings([claim for each in story for claim in each.claims or ()]))}
    ledger = kept(story)
    before = shown(ledger)
    for verdict in verdicts.values():
        ledger.judge(verdict)
        ledger.fold()
    for verdict in data.draw(st.permutations(list(verdicts.values()))):
        ledger.judge(verdict_of("undo", other=verdict.id, claim=None, author="A", day=JULY))
        ledger.fold()
    assert but(shown(ledger), "claimed") == but(before, "claimed")


@quick
@given(stories(dated=False), st.data())
def test_a_dump_makes_the_same_ledger(story: list[Filing], data: st.DataObject) -> None:
    ledger, other = kept(story), open_ledger()
    for verdict in data.draw(rulings([claim for each in story for claim in each.claims or ()])):
        ledger.judge(verdict)
    lines = list(ledger.dump())
    assert other.load(lines).get("new") == len(story)
    assert list(other.dump()) == lines and but(shown(other), "claimed") == but(shown(ledger), "claimed")
