from itertools import permutations
from typing import Any

import pytest
from factory import SIDES, c, groups, linked, members, silence, took
from msgspec.structs import replace

from sayso.fold.link import UNJUDGED, Judged, link
from sayso.model import Claim

RUS = took("RUS/MIL", "RUS/MIL", report="r-1")
NONE: dict[str, Any] = {"at": "", "day": None}

TOGETHER: list[tuple[str, tuple[Claim, ...], str]] = [
    ("one village and day", (c(), c(by="UKR/GOV")), "ab"),
    ("one village, no day named", (c(), c(by="UKR/GOV", day=None)), "ab"),
    ("no day named, told a day later", (c(), c(by="UKR/GOV", day=None, published="2025-06-09")), "ab"),
    ("no day named, told two days later", (c(), c(by="UKR/GOV", day=None, published="2025-06-10")), "a b"),
    ("other villages", (c(at="Kolovets"), c(at="Lypka")), "a b"),
    ("villages side by side", (c(at="Kolovets"), c(at="Zarichka", by="UKR/GOV", killed=3), c(killed=3)), "abc"),
    ("a village and its region, whose word differs", (c(), c(at="Dnipropetrovsk Oblast")), "a b"),
    ("a village and its region, one number of dead",
     (c(killed=4), c(at="Dnipropetrovsk Oblast", killed=4)), "ab"),
    ("other regions", (c(at="Kolovets"), c(at="Stepne")), "a b"),
    ("the next day's shelling", (c(), c(day="2025-06-09")), "a b"),
    ("the next day's shelling with the same toll", (c(killed=3), c(day="2025-06-09", killed=3)), "a b"),
    ("the next day's fighting", (c("clash"), c("clash", day="2025-06-09", agents="RUS/MIL")), "ab"),
    ("an attack told as several types", (c("attack"), c("shelling"), c("casualties", killed=2)), "abc"),
    ("bomb and aircraft", (c("bombing"), c("air_strike")), "ab"),
    ("shelling and protest", (c("shelling"), c("protest")), "a b"),
    ("captures by two sides, no day named", (took("RUS/MIL", day=None), took("UKR/MIL", day=None)), "a b"),
    ("captures by two sides on two days", (RUS, took("UKR/MIL", "UKR/MIL", day="2025-06-09")), "a b"),
    ("a denial on the day", (RUS, took("RUS/MIL", "UKR/MIL", "deny")), "ab"),
    ("a denial weeks later", (RUS, took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-30")), "ab"),
    ("a denial that names no day", (RUS, took("RUS/MIL", "UKR/MIL", "deny", day=None, published="2025-06-30")), "ab"),
    ("a denial elsewhere", (RUS, took("RUS/MIL", "UKR/MIL", "deny", at="Lypka", day="2025-06-30")), "a b"),
    ("a denial after a year", (RUS, took("RUS/MIL", "UKR/MIL", "deny", day="2026-06-30")), "a b"),
    ("a denial of what an ally says", (took("RUS/MIL", "BLR/GOV"), took("RUS/MIL", "UKR/MIL", "deny")), "ab"),
    ("a denial before what it denies", (took("RUS/MIL", "UKR/MIL", "deny"), RUS), "ab"),
    ("a denial without a place", (RUS, c("capture", "UKR/MIL", "deny", report="r-1", **NONE)), "ab"),
    ("a silence", (RUS, silence("UKR/MIL", report="r-1")), "ab"),
    ("a silence about nothing", (c("statement", report="r-1"), silence("UKR/MIL", report="r-1")), ""),
    ("a concession months later", (RUS, took("RUS/MIL", "UKR/MIL", "confirm", day="2025-09-08")), "ab"),
    ("a concession takes the latest",
     (RUS, took("RUS/MIL", "RUS/MIL", day="2025-07-08"), took("RUS/MIL", "UKR/MIL", "confirm", day="2025-09-08")),
     "a bc"),
    ("an enemy who holds the ground", (RUS, c("control", "UKR/MIL", holder="UKR/MIL")), "ab"),
    ("the same words of one's own", (c(words="Two died."), c(words="Two died.", published="2025-06-09")), "ab"),
    ("places that nobody knows", (c(at="Nowhere"), c(at="Nowhere", by="UKR/GOV")), "ab"),
    ("no day at all", (c(day=None, published=None), c(day=None, published=None, by="UKR/GOV")), "a b"),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "found"), [row[1:] for row in TOGETHER], ids=[row[0] for row in TOGETHER])
def test_what_shares_an_event(claims: tuple[Claim, ...], found: str) -> None:
    assert groups(*claims) == found.split()


@pytest.mark.parametrize(
    "claims",
    [row[1] for row in TOGETHER if len(row[1]) > 1],
    ids=[row[0] for row in TOGETHER if len(row[1]) > 1],
)
def test_the_order_of_arrival_changes_nothing(claims: tuple[Claim, ...]) -> None:
    once = linked(*claims)
    for block in {folded.member.block for folded in members(*claims)}:
        own = [folded for folded in members(*claims) if folded.member.block == block]
        for order in permutations(own):
            found = link(order, SIDES)
            assert found == {at: event for at, event in once.items() if at in found} and len(found) == len(
                [folded for folded in own if (folded.member.claim, folded.member.place) in once]
            )


def test_a_claim_of_two_villages_may_belong_to_two_events() -> None:
    both = took("RUS/MIL", "RUS/MIL", at="Kolovets, Lypka")
    one, other = (took("RUS/MIL", "UKR/MIL", "deny", at=at, day="2025-06-10") for at in ("Kolovets", "Lypka"))
    where = linked(both, one, other)
    assert where[both.id, 0] == where[one.id, 0] != where[both.id, 1] == where[other.id, 0]


@pytest.mark.xfail(strict=True, reason="a title is read after the text, so nothing in the text answers it")
@pytest.mark.parametrize(
    "answer", [c("capture", "UKR/MIL", "deny", report="r-1", **NONE), silence("UKR/MIL", report="r-1")]
)
def test_an_answer_to_what_the_title_claims(answer: Claim) -> None:
    assert groups(took("RUS/MIL", "RUS/MIL", report="r-1", part="title"), answer) == ["ab"]


def test_captures_by_two_sides_on_one_day_are_two_events() -> None:
    assert groups(RUS, took("UKR/MIL", "UKR/MIL")) == ["a", "b"]


@pytest.mark.xfail(strict=True, reason="an event of a month is looked for on the first days of the month alone")
def test_a_day_early_or_late_in_a_month_meets_the_month_alike() -> None:
    month = took("RUS/MIL", "RUS/MIL", day="2025-06-01/2025-06-30", published="2025-06-30")
    early, late = (took("RUS/MIL", "RUS/GOV", day=day, published="2025-07-01") for day in ("2025-06-05", "2025-06-25"))
    assert groups(month, early) == groups(month, late)


def test_days_that_nobody_knows_do_not_keep_the_same_words_apart() -> None:
    assert groups(*(c(day=None, published=None, words="Two died.", by=by) for by in ("", "RUS/GOV"))) == ["ab"]


# Verdicts.


def judged(*pairs: tuple[str, Claim, Claim]) -> Judged:
    table: dict[str, dict[str, frozenset[str]]] = {"same": {}, "different": {}}
    for kind, a, b in pairs:
        for one, other in ((a.id, b.id), (b.id, a.id)):
            table[kind][one] = table[kind].get(one, frozenset()) | {other}
    return Judged(same=table["same"], different=table["different"])


A, B, FAR = c(), c(by="UKR/GOV"), c(day="2025-06-20")


@pytest.mark.parametrize(
    ("claims", "pairs", "found"),
    [
        ((A, B), [], "ab"),
        ((A, B), [("different", 0, 1)], "a b"),
        ((A, FAR), [], "a b"),
        ((A, FAR), [("same", 0, 1)], "ab"),
        ((A, B, c(by="UKR/MIL")), [("different", 0, 1)], "ac b"),
        ((A, B, c(by="UKR/MIL")), [("different", 0, 1), ("different", 0, 2)], "a bc"),
        ((A, B, c(by="UKR/MIL")), [("different", 0, 1), ("different", 0, 2), ("different", 1, 2)], "a b c"),
        ((A, B, FAR), [("different", 0, 1), ("same", 1, 2)], "a bc"),
        ((A, B, FAR), [("different", 0, 1), ("same", 0, 2)], "ac b"),
    ],
)
def test_verdicts_are_obeyed(claims: tuple[Claim, ...], pairs: list[tuple[str, int, int]], found: str) -> None:
    ordered = [folded.claim for folded in members(*claims)]
    ruled = judged(*((kind, ordered[a], ordered[b]) for kind, a, b in pairs))
    assert groups(*ordered, judged=ruled) == found.split()


def test_a_claim_that_is_the_same_as_one_does_not_join_what_it_differs_from() -> None:
    """b is like a, c is the same as b; but c is not a, so c cannot stand where a stands."""
    a, b, other = (folded.claim for folded in members(A, B, c(by="UKR/MIL")))
    ruled = judged(("same", b, other), ("different", a, other))
    found = groups(a, b, other, judged=ruled)
    assert not any({"a", "c"} <= set(group) for group in found)


# Folding again from somewhere on.

LONG_STORY = (
    RUS,
    silence("UKR/MIL", report="r-1"),
    took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-09"),
    took("RUS/MIL", "RUS/GOV", day="2025-06-09", at="Kolovets, Lypka"),
    took("UKR/MIL", "UKR/GOV", day="2025-06-12"),
    c("clash", day="2025-06-12", at="Zarichka"),
    c("control", "UKR/MIL", holder="UKR/MIL", day=None, published="2025-06-13"),
    took("RUS/MIL", "UKR/MIL", "confirm", day="2025-07-30"),
    took("RUS/MIL", day=None, published=None),
)


@pytest.mark.parametrize("ruled", [UNJUDGED, judged(("different", LONG_STORY[0], LONG_STORY[2]))], ids=["", "judged"])
def test_linking_again_from_any_member_on_gives_the_same(ruled: Judged) -> None:
    story = members(*LONG_STORY)
    assert {folded.member.block for folded in story} == {"UA|UA-12|ground"}
    once = link(story, SIDES, ruled)
    for since in (folded.member.order for folded in story):
        before = [replace(f, member=replace(f.member, event=once.get((f.member.claim, f.member.place)))) for f in story]
        assert link(before, SIDES, ruled, since) == once


def test_what_is_published_later_moves_nothing() -> None:
    story = members(*LONG_STORY)
    once = link(story, SIDES)
    for n in range(len(story)):
        assert link(story[:n], SIDES).items() <= once.items()
