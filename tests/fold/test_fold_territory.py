"""Statements of ground and what becomes of them: who holds what, on whose word, on which days."""

from datetime import date

import pytest
from factory import SIDES, c, holdings, silence, took

from sayso.fold.territory import regions, stands
from sayso.ledger.facts import begins, holding_order, lasting, subject
from sayso.model import Claim, Stand


def june(n: int) -> str:
    return f"2025-06-{n:02}"


def held(n: int, by: str = "RUS/MIL", holder: str = "RUS/MIL", relation: str = "controls", **changes: object) -> Claim:
    """On a day of June somebody says who holds Kolovets."""
    return c("control", by, holder=holder, relation=relation, day=june(n), **changes)  # type: ignore[arg-type]


def shown(stand: Stand) -> str:
    """`RUS/MIL: RUS/MIL controls 1-4 (2)`: voice, holder, relation, first and last day, last day stated; ! denied,
    ? disputed, + conceded."""
    until = stand.until.day if stand.until else ""
    marks = "!" * stand.denied + "?" * stand.disputed + "+" * stand.concedes
    holder = f"{stand.holder.country}/{stand.holder.sector}"
    return f"{stand.voice}: {holder} {stand.relation} {stand.since.day}-{until} ({stand.last.day}){marks}"


def told(*claims: Claim, at: int | None = None) -> list[str]:
    return [shown(stand) for stand in stands(holdings(*claims), SIDES, date(2025, 6, at) if at else None)]


LAND = {"type_": "sovereignty"}
ROWS: list[tuple[str, tuple[Claim, ...], list[str]]] = [
    ("said once", (held(1),), ["RUS/MIL: RUS/MIL controls 1- (1)"]),
    ("said again", (held(1), held(5), held(3)), ["RUS/MIL: RUS/MIL controls 1- (5)"]),
    ("a reversal", (held(1), held(5, relation="lost")),
     ["RUS/MIL: RUS/MIL controls 1-4 (1)", "RUS/MIL: RUS/MIL lost 5- (5)"]),
    ("lost and retaken", (held(1), held(5, relation="lost"), held(9), held(11)),
     ["RUS/MIL: RUS/MIL controls 1-4 (1)", "RUS/MIL: RUS/MIL lost 5-8 (5)", "RUS/MIL: RUS/MIL controls 9- (11)"]),
    ("entered, then held", (held(1, relation="entered"), held(5)),
     ["RUS/MIL: RUS/MIL entered 1-4 (1)", "RUS/MIL: RUS/MIL controls 5- (5)"]),
    ("a gap is a gap, not an end", (held(1), held(28)), ["RUS/MIL: RUS/MIL controls 1- (28)"]),
    ("another holder", (held(1), held(5, holder="UKR/MIL")),
     ["RUS/MIL: RUS/MIL controls 1-4 (1)", "RUS/MIL: UKR/MIL controls 5- (5)+"]),
    ("two voices", (held(1), held(3, "UKR/MIL", "UKR/MIL")),
     ["RUS/MIL: RUS/MIL controls 1- (1)?", "UKR/MIL: UKR/MIL controls 3- (3)?"]),
    ("two bodies of a side", (held(1), held(3, "RUS/GOV")),
     ["RUS/GOV: RUS/MIL controls 3- (3)", "RUS/MIL: RUS/MIL controls 1- (1)"]),
    ("a denial", (held(1), held(3, "UKR/MIL", act="deny")),
     ["RUS/MIL: RUS/MIL controls 1- (1)?", "UKR/MIL: RUS/MIL controls 3- (3)!?"]),
    ("a denial, then a concession", (held(1), held(3, "UKR/MIL", act="deny"), held(9, "UKR/MIL")),
     ["RUS/MIL: RUS/MIL controls 1- (1)?", "UKR/MIL: RUS/MIL controls 3-8 (3)!?", "UKR/MIL: RUS/MIL controls 9- (9)+"]),
    ("a loss that the other side tells of", (held(1), held(3, "UKR/MIL", relation="lost")),
     ["RUS/MIL: RUS/MIL controls 1- (1)?", "UKR/MIL: RUS/MIL lost 3- (3)?"]),
    ("no concession by an ally", (held(3, "GBR/MIL"),), ["GBR/MIL: RUS/MIL controls 3- (3)"]),
    ("the press", (held(1, ""),), ["press: RUS/MIL controls 1- (1)"]),
    ("land is claimed beside what holds on the ground",
     (held(1, holder="UKR/MIL"), took("RUS/GOV", "RUS/MIL", relation="claims", day=june(3)), held(5)),
     ["RUS/MIL: RUS/GOV claims 3- (3)", "RUS/MIL: UKR/MIL controls 1-4 (1)+", "RUS/MIL: RUS/MIL controls 5- (5)"]),
    ("no day named", (c("control", "RUS/MIL", holder="RUS/MIL", day=None, published=june(4)),),
     ["RUS/MIL: RUS/MIL controls 4- (4)"]),
    ("no day known", (c("control", "RUS/MIL", holder="RUS/MIL", day=None, published=None),), []),
    ("a silence", (silence("UKR/MIL", holder="RUS/MIL", at="Kolovets"),), []),
    ("planned", (held(1, reality="planned"),), []),
    ("threatened", (held(1, act="threaten"),), []),
    ("a title", (held(1, part="title"),), []),
    ("somebody", (held(1, holder="-/UNK"),), []),
    ("a place that nobody knows", (held(1, at="Nowhere"),), []),
    ("an attack", (c("shelling", "RUS/MIL", holder="RUS/MIL"),), []),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "found"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_becomes_of_statements(claims: tuple[Claim, ...], found: list[str]) -> None:
    assert sorted(told(*claims)) == sorted(found)


@pytest.mark.parametrize("claims", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_day_never_shows_what_comes_later(claims: tuple[Claim, ...]) -> None:
    for day in range(1, 12):
        on = date(2025, 6, day)
        known = [holding for holding in holdings(*claims) if (holding.start or holding.published or date.max) <= on]
        found = stands(holdings(*claims), SIDES, on)
        assert found == stands(known, SIDES, on)
        assert all(stand.since <= on and stand.last <= on for stand in found)


def test_on_a_day() -> None:
    story = (held(1), held(5, relation="lost"), held(9))
    assert told(*story, at=4) == ["RUS/MIL: RUS/MIL controls 1- (1)"]
    assert told(*story, at=5) == told(*story, at=8) == ["RUS/MIL: RUS/MIL lost 5- (5)"]
    assert told(*story, at=9) == ["RUS/MIL: RUS/MIL controls 9- (9)"]
    assert stands(holdings(*story), SIDES, date(2025, 5, 31)) == ()


def on_a_day(*claims: Claim, at: int) -> tuple[list[str], list[str]]:
    """The stands on a day from all that a ledger holds, and from what it gives for that day."""
    day, known = date(2025, 6, at), sorted(holdings(*claims), key=holding_order)
    begun = [h for h in known if (begins(h) or date.max) <= day]
    given = lasting((subject(h), h.said, h) for h in begun)
    whole, last = ([shown(s) for s in stands(each, SIDES, day)] for each in (known, given))
    return whole, last


@pytest.mark.parametrize("at", range(1, 15))
def test_the_first_and_the_last_statements_tell_the_same(at: int) -> None:
    story = (held(1), held(2), held(3, "UKR/MIL", act="deny"), held(5, relation="lost"), held(6, "UKR/MIL"), held(9))
    whole, outer = on_a_day(*story, at=at)
    assert whole == outer


def test_what_was_retaken_is_held_since_then() -> None:
    whole, outer = on_a_day(held(1), held(5, relation="lost"), held(9), held(11), at=12)
    assert whole == ["RUS/MIL: RUS/MIL controls 9- (11)"] == outer


def test_who_does_not_hold_a_place_is_against_who_does() -> None:
    no = held(3, "UKR/MIL", relation="not_controls", polarity="negated")
    assert all(line.endswith("?") for line in told(held(1), no))


def test_of_several_places_it_says_the_same() -> None:
    both = took("RUS/MIL", "RUS/MIL", at="Kolovets, Lypka, Dnipropetrovsk Oblast")
    assert [holding.place.name for holding in holdings(both)] == ["Kolovets", "Lypka"]


def test_of_several_voices_too() -> None:
    found = holdings(took("RUS/MIL", "UKR/GOV > RUS/MIL", "deny"))
    assert [(holding.voice, holding.denied) for holding in found] == [("UKR/GOV", True), ("RUS/MIL", False)]


def test_places_stand_apart() -> None:
    assert told(held(1), held(5, at="Lypka", holder="UKR/MIL")) == [
        "RUS/MIL: RUS/MIL controls 1- (1)", "RUS/MIL: UKR/MIL controls 5- (5)+",
    ]  # fmt: skip


def test_the_order_of_statements_changes_nothing() -> None:
    story = holdings(held(1), held(5, relation="lost"), held(9), held(3, "UKR/MIL", "UKR/MIL"), held(5))
    assert stands(story, SIDES) == stands(story[::-1], SIDES) == stands(story[2:] + story[:2], SIDES)


def test_who_says_otherwise_on_one_day_says_the_last_of_it() -> None:
    morning, later = held(5), held(5, relation="lost", published=june(6))
    assert told(morning, later, at=5) == ["RUS/MIL: RUS/MIL lost 5- (5)"]


# Regions.


def rolled(*claims: Claim, at: int | None = None) -> list[str]:
    day = date(2025, 6, at) if at else None
    return [region.sentence for region in regions(stands(holdings(*claims), SIDES, day))]


def test_regions_say_it_in_a_sentence() -> None:
    assert rolled(
        held(8, at="Dnipropetrovsk Oblast", relation="entered"),
        held(9, "UKR/MIL", at="Dnipropetrovsk Oblast", relation="entered", act="deny"),
        held(12, at="Lypka"),
        held(20, "UKR/MIL", at="Lypka"),
    ) == [
        "parts of UA-12: Russia; asserted by Russia since 2025-06-08, conceded by Ukraine on 2025-06-20, "
        "denied by Ukraine on 2025-06-09"
    ]


def test_regions_count_the_places_in_them() -> None:
    (one,) = regions(stands(holdings(held(1), held(2, at="Lypka"), held(3, at="Dnipropetrovsk Oblast")), SIDES))
    assert (one.region, one.country, one.holder, one.places) == ("UA-12", "UA", "Russia", 2)
    assert one.whole and one.sentence.startswith("all of UA-12: ")


def test_a_region_that_is_disputed_is_not_held_whole() -> None:
    (one,) = regions(
        stands(
            holdings(held(1, at="Dnipropetrovsk Oblast"), held(2, "UKR/MIL", at="Dnipropetrovsk Oblast", act="deny")),
            SIDES,
        )
    )
    assert not one.whole


def test_regions_stand_apart_by_holder() -> None:
    found = rolled(held(1), held(2, at="Stepne"), held(3, "UKR/MIL", "UKR/MIL", at="Lypka"))
    assert [line.split(";")[0] for line in found] == [
        "parts of UA-12: Russia", "parts of UA-12: Ukraine", "parts of UA-14: Russia"
    ]  # fmt: skip


def test_losses_and_claims_to_land_are_no_gains() -> None:
    assert rolled(held(1, relation="lost"), took("RUS/GOV", "RUS/GOV", relation="annexed", at="Donetsk Oblast")) == []


def test_outlets_are_named_so() -> None:
    assert rolled(held(1, "")) == ["parts of UA-12: Russia; asserted by outlets since 2025-06-01"]


def test_who_has_occupied_a_place_is_whom_the_report_names_for_it() -> None:
    denied = took("RUS/MIL", "UKR/MIL", "deny", at="Kolovets", report="r-1")
    occupied = c("capture", "UKR/NGO", holder="-/UNK", at="Kolovets", report="r-1")
    elsewhere = c("capture", "UKR/NGO", holder="-/UNK", at="Lypka", report="r-1")
    found = holdings(denied, occupied, elsewhere)
    assert [(h.voice, h.holder.country, h.denied) for h in found] == [
        ("UKR/MIL", "RUS", True),
        ("UKR/NGO", "RUS", False),
    ]


def test_where_a_report_names_two_it_stays_open_who_has_the_place() -> None:
    both = took("RUS/MIL", "RUS/MIL", report="r-1"), took("UKR/MIL", "UKR/MIL", report="r-1")
    assert len(holdings(*both, c("capture", "UKR/NGO", holder="-/UNK", report="r-1"))) == 2
