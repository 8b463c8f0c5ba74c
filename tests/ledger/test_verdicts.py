"""Verdicts in force, and those that contradict each other."""

from datetime import date

import pytest

from sayso.ledger.verdicts import clashes, in_force
from sayso.model import Verdict, verdict_of

DAY = date(2025, 6, 7)


def v(words: str, author: str = "A") -> Verdict:
    """`same a b`, `wrong a type "talks"`, `rejected a`, `note a`."""
    kind, claim, *rest = words.split()
    if kind == "wrong":
        field, value = (*rest, None)[:2]
        return verdict_of("wrong", claim, author=author, day=DAY, field=field, value=value)
    return verdict_of(kind, claim, *rest, author=author, day=DAY)  # type: ignore[arg-type]


def undo(verdict: Verdict, author: str = "A") -> Verdict:
    return verdict_of("undo", None, verdict.id, author=author, day=DAY)


SAME, DIFFERENT, WRONG = v("same a b"), v("different a b"), v('wrong a type "talks"')


@pytest.mark.parametrize(
    ("given", "hold"),
    [
        ([], []),
        ([SAME, WRONG, v("rejected a"), v("note a")], [SAME, WRONG, v("rejected a"), v("note a")]),
        ([SAME, DIFFERENT], [DIFFERENT]),
        ([DIFFERENT, SAME], [SAME]),
        ([SAME, v("different b a", "B")], [v("different b a", "B")]),
        ([WRONG, v("wrong a type"), v("wrong a act")], [v("wrong a type"), v("wrong a act")]),
        ([v("note a"), v("note a", "B")], [v("note a"), v("note a", "B")]),
        ([v("rejected a"), v("rejected a", "B")], [v("rejected a", "B")]),
        ([SAME, undo(SAME)], []),
        ([SAME, undo(SAME), undo(undo(SAME), "B")], [SAME]),
        ([SAME, undo(SAME), undo(undo(SAME), "B"), undo(undo(undo(SAME), "B"))], []),
        ([SAME, undo(SAME), undo(SAME, "B"), undo(undo(SAME))], []),
        ([SAME, DIFFERENT, undo(DIFFERENT)], [SAME]),
        ([undo(SAME), SAME], []),
        ([undo(WRONG), SAME], [SAME]),
    ],
)  # fmt: skip
def test_verdicts_in_force(given: list[Verdict], hold: list[Verdict]) -> None:
    assert list(in_force(given)) == hold


CHAIN = (v("same a b"), v("same b c"), v("same c d"), v("different a x"), v("different y b"), v("different p q"))


@pytest.mark.parametrize(
    ("before", "new", "contradicted"),
    [
        ([SAME], v("same a b", "B"), []),
        ([SAME], DIFFERENT, [SAME]),
        ([DIFFERENT], SAME, [DIFFERENT]),
        ([WRONG], v('wrong a type "strike"'), [WRONG]),
        ([WRONG], v('wrong a type "talks"', "B"), []),
        ([WRONG], v('wrong a act "deny"'), []),
        ([WRONG], v('wrong b type "strike"'), []),
        (CHAIN, v("different a d"), CHAIN[:3]),
        (CHAIN, v("different a z"), []),
        (CHAIN, v("same d x"), [CHAIN[3]]),
        (CHAIN, v("same x y"), []),
        ((*CHAIN, v("same x y")), v("same y d"), CHAIN[3:5]),
        (CHAIN, v("rejected a"), []),
        (CHAIN, v("note a"), []),
    ],
)  # fmt: skip
def test_what_a_verdict_contradicts(before: list[Verdict], new: Verdict, contradicted: list[Verdict]) -> None:
    assert list(clashes(before, new)) == list(contradicted)
