"""Verdicts of people: what they may be about, what they overrule, and how the next question obeys them."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from desks import STORES, filing, judge, keep, opened, together
from factory import c, place, read, reports, silence, took

from sayso.desk import Ledger, open_ledger
from sayso.errors import SaysoError

NOTHING: dict[str, Any] = {"at": "", "day": None}


@pytest.fixture(params=STORES)
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    return opened(request.param, tmp_path)


def places(*names: str) -> str:
    return json.dumps(msgspec.to_builtins([place(name) for name in names]))


# Claims a to d: a village is taken and denied, another one is shelled.
A = took("RUS/MIL", "RUS/MIL", id_="a", report="r-a", day="2025-06-01")
B = took("RUS/MIL", "UKR/MIL", "deny", id_="b", report="r-b", day="2025-06-03")
C = c("shelling", "UKR/COP", id_="c", report="r-c", day="2025-06-05", at="Lypka", killed=2)
D = c("shelling", "UKR/GOV", id_="d", report="r-d", day="2025-06-05", at="Lypka", killed=3)


@pytest.mark.parametrize(
    ("about", "message"),
    [
        (("rejected", "x"), "The ledger has no claim 'x'"),
        (("note", "x"), "The ledger has no claim 'x'"),
        (("same", "a", "x"), "The ledger has no claim 'x'"),
        (("different", "x", "a"), "The ledger has no claim 'x'"),
        (("same", "a"), "The ledger has no claim None"),
        (("same", "a", "a"), "same as itself"),
        (("undo", "v-x"), "There is no verdict 'v-x'"),
    ],
    ids=str,
)
def test_verdicts_about_nothing(ledger: Ledger, about: tuple[str, ...], message: str) -> None:
    keep(ledger, A, B)
    with pytest.raises(SaysoError, match=message):
        judge(ledger, *about)  # type: ignore[arg-type]
    assert ledger.verdicts() == () and together(ledger.events()) == ["a b"]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("actt", '"deny"', "no field 'actt'"),
        ("id", '"x"', "no field 'id'"),
        ("act", "deny", "is no value of act"),
        ("act", '"lie"', "is no value of act"),
        ("first", "1", "is no value of first"),
        ("places", "[{}]", "is no value of places"),
        ("places", '"Lypka"', "is no value of places"),
        ("time", '{"start": "soon"}', "is no value of time"),
        ("type", "null", "is no value of type"),
    ],
)
def test_values_that_a_field_cannot_have(ledger: Ledger, field: str, value: str, message: str) -> None:
    keep(ledger, A)
    with pytest.raises(SaysoError, match=message):
        judge(ledger, "wrong", "a", field=field, value=value)
    assert ledger.verdicts() == ()


def test_a_type_that_there_is_not(ledger: Ledger) -> None:
    keep(ledger, A)
    with pytest.raises(SaysoError):
        judge(ledger, "wrong", "a", field="type", value='"siege"')
    assert together(ledger.events()) == ["a"]


def test_a_claim_that_is_none_is_gone_from_every_answer(ledger: Ledger) -> None:
    keep(ledger, A, B, C, D)
    assert ledger.events(place="Kolovets")[0].status == "disputed"
    judge(ledger, "rejected", "b")
    assert [(each.status, each.claims) for each in ledger.events(place="Kolovets")] == [("claimed", ("a",))]
    assert [claim.id for claim in ledger.claims()] == ["a", "c", "d"] and not list(ledger.disputes())
    assert [stand.voice for stand in ledger.territory()] == ["RUS/MIL"]
    judge(ledger, "rejected", "a")
    assert together(ledger.events()) == ["c d"] and ledger.territory() == ()
    judge(ledger, "rejected", "d")
    assert ledger.events()[0].counts[0].high == 2


def test_a_fold_obeys_at_once_and_undo_takes_it_back(ledger: Ledger) -> None:
    keep(ledger, A, B, C, D)
    assert together(ledger.events()) == ["a b", "c d"]
    assert judge(ledger, "different", "c", "d")[0] == ()
    assert together(ledger.events()) == ["a b", "c", "d"]
    (line,), same = judge(ledger, "same", "c", "d")
    assert "overrules" in line and "different" in line and together(ledger.events()) == ["a b", "c d"]
    assert judge(ledger, "undo", same.id)[0] == () and together(ledger.events()) == ["a b", "c", "d"]
    assert [verdict.kind for verdict in ledger.verdicts()] == ["different", "same", "undo"]


def test_verdicts_hold_in_what_was_known_before_them(ledger: Ledger) -> None:
    keep(ledger, A, B)
    judge(ledger, "rejected", "b")
    assert [each.status for each in ledger.events(as_known="2025-06-04")] == ["claimed"]


def test_a_note_changes_nothing(ledger: Ledger) -> None:
    keep(ledger, A, B)
    before = list(ledger.events())
    judge(ledger, "note", "b", reason="Told by phone.")
    assert list(ledger.events()) == before and ledger.fold() == 0


def test_the_same_over_regions_and_types(ledger: Ledger) -> None:
    far = c("attack", "UKR/GOV", id_="e", report="r-e", day="2025-06-06", at="Stepne")
    keep(ledger, C, far)
    assert together(ledger.events()) == ["c", "e"]
    _, same = judge(ledger, "same", "c", "e")
    assert together(ledger.events()) == ["c e"]
    judge(ledger, "undo", same.id)
    assert together(ledger.events()) == ["c", "e"]


@pytest.mark.parametrize(
    ("field", "value", "status", "found"),
    [
        ("act", '"assert"', "conceded", ["a b"]),
        ("places", places("Lypka"), "disputed", ["a", "b"]),
        ("places", "[]", "claimed", ["a"]),
        ("places", None, "claimed", ["a"]),
        ("act", None, "claimed", ["a"]),
        ("type", '"shelling"', "claimed", ["a", "b"]),
        ("voices", None, "claimed", ["a b"]),
        ("reality", '"possible"', "claimed", ["a"]),
    ],
)
def test_a_field_that_is_wrong(ledger: Ledger, field: str, value: str | None, status: str, found: list[str]) -> None:
    keep(ledger, A, msgspec.structs.replace(B, territory=None))
    judge(ledger, "wrong", "b", field=field, value=value)
    assert together(ledger.events()) == found and status in {each.status for each in ledger.events()}


@pytest.mark.parametrize("value", [None, "[]"])
def test_ground_without_its_place(ledger: Ledger, value: str | None) -> None:
    keep(ledger, A, B)
    judge(ledger, "wrong", "b", field="places", value=value)
    assert together(ledger.events()) == ["a"] and [stand.voice for stand in ledger.territory()] == ["RUS/MIL"]


@pytest.mark.xfail(strict=True, reason="a place that a verdict gave is looked for in the claim as it was read")
@pytest.mark.parametrize("filters", [{"place": "Lypka"}, {"place": "UA-12"}], ids=str)
def test_a_place_that_a_verdict_gave(ledger: Ledger, filters: dict[str, str]) -> None:
    nowhere = c("shelling", id_="e", report="r-e", at="", day="2025-06-09")
    keep(ledger, C, nowhere)
    judge(ledger, "wrong", "e", field="places", value=places("Lypka"))
    assert together(ledger.events(**filters)) == ["c", "e"]


def test_answers_go_where_what_they_answer_goes(ledger: Ledger) -> None:
    keep(ledger,
         c(id_="a", report="r-a", day="2025-06-01", at="Stepne"),
         c(id_="b", by="UKR/GOV", report="r-b", day="2025-06-02"),
         silence("RUS/MIL", id_="e", report="r-b", published="2025-06-02"))  # fmt: skip
    assert together(ledger.events()) == ["a", "b e"]
    judge(ledger, "same", "a", "b")
    assert together(ledger.events()) == ["a b e"]


def test_a_denial_with_a_place_of_its_own_stays_there(ledger: Ledger) -> None:
    keep(ledger,
         took("RUS/MIL", "RUS/MIL", id_="a", report="r-a", day="2025-06-01", at="Stepne"),
         took("RUS/MIL", "RUS/MIL", id_="b", report="r-b", day="2025-06-02"),
         took("RUS/MIL", "UKR/MIL", "deny", id_="d", report="r-b", day="2025-06-02", at="Lypka"),
         took("RUS/MIL", "RUS/MIL", id_="e", report="r-e", day="2025-06-02", at="Lypka"))  # fmt: skip
    assert together(ledger.events()) == ["a", "b", "d e"]
    judge(ledger, "same", "a", "b")
    assert together(ledger.events()) == ["a b", "d e"]


def test_claims_at_one_trigger_keep_their_order(ledger: Ledger) -> None:
    words = read(took("RUS/MIL", "RUS/MIL", id_="z", report="r-1"), c("talks", id_="m", report="r-1"))
    denied = c("capture", "UKR/MIL", "deny", id_="a", report="r-1", published="2025-06-08", **NOTHING)
    report, _ = next(reports(words[0]))
    ledger.keep([filing(report, words[0], denied, words[1])])
    assert together(ledger.events(type="capture")) == ["a z"]
    judge(ledger, "rejected", "m")
    assert together(ledger.events(type="capture")) == ["a z"]


@pytest.mark.parametrize("status", ["claimed", "disputed"])
def test_an_event_is_found_by_the_status_that_it_has(ledger: Ledger, status: str) -> None:
    keep(ledger, A, B)
    assert together(ledger.events(status="disputed")) == ["a b"]
    judge(ledger, "rejected", "b")
    assert together(ledger.events(status=status)) == (["a"] if status == "claimed" else [])
    assert together(ledger.events(status="claimed")) == ["a"]


@pytest.mark.xfail(strict=True, reason="the claims of a version that does not count any more are not derived again")
def test_a_verdict_on_an_older_version_is_undone(ledger: Ledger) -> None:
    keep(ledger, A)
    _, verdict = judge(ledger, "rejected", "a")
    report, _ = next(reports(A))
    later = msgspec.structs.replace(report, text="It was not so.", published=report.published.replace(day=9))  # type: ignore[union-attr]
    ledger.keep([filing(later)])
    judge(ledger, "undo", verdict.id)
    assert together(ledger.events(as_known="2025-06-05")) == ["a"]


def test_links_that_people_judged_are_not_doubtful() -> None:
    ledger = open_ledger()
    keep(ledger, A, B, C, D)
    assert {doubt.claim.id for doubt in ledger.doubtful()} == {"b", "d"}
    judge(ledger, "same", "a", "b")
    assert {doubt.claim.id for doubt in ledger.doubtful()} == {"d"}
    judge(ledger, "rejected", "d")
    assert list(ledger.doubtful()) == []


def test_verdicts_go_with_a_dump(ledger: Ledger) -> None:
    keep(ledger, A, B, C, D)
    judge(ledger, "different", "c", "d")
    _, verdict = judge(ledger, "rejected", "b")
    judge(ledger, "undo", verdict.id)
    other = open_ledger()
    other.load(ledger.dump())
    assert other.verdicts() == ledger.verdicts() and list(other.events()) == list(ledger.events())
    assert together(other.events()) == ["a b", "c", "d"]
