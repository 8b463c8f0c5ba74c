import json
from datetime import date
from typing import Any

import msgspec
import pytest
from factory import c, place, took

from sayso.fold.verdicts import FIELDS, rulings
from sayso.model import Claim, Verdict, VerdictKind, verdict_of

CLAIM = took("RUS/MIL", "RUS/MIL", killed=3, first=True, id_="c-1", targets="UKR/MIL")


def v(kind: VerdictKind, claim: str | None = "c-1", other: str | None = None, **changes: Any) -> Verdict:
    return verdict_of(kind, claim, other, author="A", day=date(2025, 7, 1), **changes)


def wrong(field: str, *value: Any) -> Verdict:
    return v("wrong", field=field, value=json.dumps(msgspec.to_builtins(value[0])) if value else None)


@pytest.mark.parametrize(
    ("verdict", "changed"),
    [
        (wrong("type", "control"), {"type": "control"}),
        (wrong("act", "deny"), {"act": "deny"}),
        (wrong("polarity", "negated"), {"polarity": "negated"}),
        (wrong("reality", "planned"), {"reality": "planned"}),
        (wrong("first", False), {"first": False}),
        (wrong("places", [place("Lypka")]), {"places": (place("Lypka"),)}),
        (wrong("time", None), {"time": None}),
        (wrong("time", c(day="2025-06-07").time), {"time": c(day="2025-06-07").time}),
        (wrong("voices", c(by="UKR/GOV").voices), {"voices": c(by="UKR/GOV").voices}),
        (wrong("territory", None), {"territory": None}),
        (wrong("time"), {"time": None}),
        (wrong("counts"), {"counts": ()}),
        (wrong("voices"), {"voices": ()}),
        (wrong("agents"), {"agents": ()}),
        (wrong("targets"), {"targets": ()}),
        (wrong("territory"), {"territory": None}),
        (wrong("first"), {"first": False}),
        (v("note"), {}),
        (v("rejected", "c-2"), {}),
        (v("same", "c-1", "c-2"), {}),
    ],
    ids=lambda value: f"{value.kind} {value.field} {value.value}"[:40] if isinstance(value, Verdict) else "",
)
def test_a_claim_is_mended(verdict: Verdict, changed: dict[str, Any]) -> None:
    assert rulings([verdict]).mend(CLAIM) == msgspec.structs.replace(CLAIM, **changed)


@pytest.mark.parametrize("verdict", [v("rejected"), *(wrong(f) for f in ("type", "act", "polarity", "reality"))])
def test_a_claim_of_which_nothing_is_left(verdict: Verdict) -> None:
    assert rulings([verdict]).mend(CLAIM) is None


def test_every_field_that_can_be_wrong_is_one_of_a_claim() -> None:
    assert set(FIELDS) <= set(Claim.__struct_fields__)


def test_later_rulings_win() -> None:
    mended = rulings([wrong("act", "deny"), wrong("act", "confirm"), wrong("places")]).mend(CLAIM)
    assert mended is not None and (mended.act, mended.places) == ("confirm", ())


@pytest.mark.parametrize("value", [None, []])
def test_a_claim_without_its_places_has_no_ground(value: object) -> None:
    mended = rulings([wrong("places") if value is None else wrong("places", value)]).mend(CLAIM)
    assert mended is not None and mended.places == () and mended.territory is not None
    assert mended.territory.place is None


def pairs(table: Any) -> str:
    """Who is paired with whom, in short."""
    return " ".join(f"{a}{''.join(sorted(others))}" for a, others in sorted(table.items()))


@pytest.mark.parametrize(
    ("verdicts", "same", "different"),
    [
        ([("same", "a", "b")], "ab ba", ""),
        ([("different", "b", "a")], "", "ab ba"),
        ([("same", "a", "b"), ("same", "b", "c")], "abc bac cab", ""),
        ([("same", "a", "b"), ("same", "c", "d"), ("same", "b", "c")], "abcd bacd cabd dabc", ""),
        ([("same", "a", "b"), ("same", "c", "d")], "ab ba cd dc", ""),
        ([("same", "a", "b"), ("same", "b", "c"), ("different", "a", "c")], "ab bac cb", "ac ca"),
        ([("same", "a", "b"), ("different", "a", "b")], "", "ab ba"),
        ([("different", "a", "b"), ("different", "a", "c")], "", "abc ba ca"),
        ([], "", ""),
    ],
)
def test_pairs(verdicts: list[tuple[VerdictKind, str, str]], same: str, different: str) -> None:
    judged = rulings([v(kind, a, b) for kind, a, b in verdicts]).judged
    assert (pairs(judged.same), pairs(judged.different)) == (same, different)
