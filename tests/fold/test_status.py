"""Stance and status: each row is an event, told by several, and how it stands."""

from typing import Any

import pytest
from factory import c, event, events, facets, silence, took

from sayso.fold.stance import doer, gainer, words
from sayso.fold.status import status_of
from sayso.model import Claim

SD: dict[str, Any] = {"at": "Tabaq", "day": "2024-06-08"}
SY: dict[str, Any] = {"at": "Jarnas", "day": "2016-06-08"}

ROWS: list[tuple[str, str, tuple[Claim, ...]]] = [
    # one word
    ("reported", "press alone", (c(),)),
    ("reported", "two outlets", (c(outlet="One"), c(outlet="Two"))),
    ("reported", "press says it is not so", (c(polarity="negated"),)),
    ("reported", "press denies", (c(), c(act="deny"))),
    ("claimed", "a side", (c(by="UKR/GOV"),)),
    ("claimed", "a side and the press", (c(by="UKR/GOV"), c())),
    ("claimed", "two bodies of one side", (c(by="UKR/GOV"), c(by="UKR/MIL"))),
    ("claimed", "a side and its ally", (c(by="RUS/MIL"), c(by="BLR/GOV"))),
    ("claimed", "a side and its ally in a table of names",
     (c(by="SYR/GOV", **SY), c(by="LBN/REB=Hezbollah", **SY), c(by="RUS/MIL", **SY))),
    ("claimed", "an ally of the day", (c(by="UKR/GOV", day="2025-01-19"), c(by="USA/GOV", day="2025-01-19"))),
    ("claimed", "a monitor", (c(by="UKR/NGO=DeepState"),)),
    ("claimed", "a monitor twice", (c(by="UKR/NGO=DeepState"), c(by="UKR/NGO=DeepState", day=None))),
    ("claimed", "an outlet that carries a side", (c(by="RUS/MIL"), c(by="FRA/MED > RUS/MIL"))),
    # several
    ("corroborated", "an ally no more", (c(by="UKR/GOV", day="2025-01-20"), c(by="USA/GOV", day="2025-01-20"))),
    ("corroborated", "two sides", (c(by="UKR/GOV"), c(by="RUS/MIL"))),
    ("corroborated", "a side and a monitor", (c(by="UKR/GOV"), c(by="UKR/NGO=DeepState"))),
    ("corroborated", "two monitors", (c(by="UKR/NGO=DeepState"), c(by="USA/NGO=ISW"))),
    ("corroborated", "two sides of a table elsewhere", (c(by="SDN/MIL", **SD), c(by="SDN/REB", **SD))),
    ("corroborated", "a gain that an ally of the harmed tells of",
     (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "GBR/MIL"))),
    # denied
    ("disputed", "another side denies", (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", "deny"))),
    ("disputed", "... before it is said", (took("RUS/MIL", "UKR/MIL", "deny"), took("RUS/MIL", "RUS/MIL"))),
    ("disputed", "an ally denies", (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "GBR/GOV", "deny"))),
    ("disputed", "it is not so", (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", polarity="negated"))),
    ("disputed", "two say so and one denies", (c(by="UKR/GOV"), c(by="-/IGO=UN"), c(by="RUS/MIL", act="deny"))),
    ("disputed", "one report tells of both", (c("capture", "UKR/GOV > RUS/GOV", "deny", holder="RUS/MIL"),)),
    ("disputed", "the enemy says that it holds the place",
     (took("RUS/MIL", "RUS/MIL"), c("control", "UKR/MIL", holder="UKR/MIL"))),
    ("disputed", "a denial alone", (c(by="RUS/MIL", act="deny"),)),
    # conceded
    ("conceded", "the harmed side says so too", (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL"))),
    ("conceded", "... after the press", (took("RUS/MIL"), took("RUS/MIL", "UKR/MIL"))),
    ("conceded", "... and confirms", (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", "confirm"))),
    ("conceded", "... after it denied",
     (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-09"),
      took("RUS/MIL", "UKR/GOV", "confirm", day="2025-07-09"))),
    ("conceded", "... though an ally denies",
     (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", day=None), took("RUS/MIL", "GBR/GOV", "deny"))),
    ("conceded", "... before the enemy does",
     (took("RUS/MIL", "UKR/MIL"), took("RUS/MIL", "RUS/MIL", day=None, published="2025-06-09"))),
    ("claimed", "the harmed side alone", (took("RUS/MIL", "UKR/MIL"),)),
    ("claimed", "the harmed side and its ally", (took("RUS/MIL", "UKR/MIL"), took("RUS/MIL", "UKR/GOV"))),
    ("conceded", "a deed of one's own",
     (c(by="UKR/GOV", agents="RUS/MIL"), c(by="RUS/MIL", act="confirm", agents="RUS/MIL"))),
    ("conceded", "where no table is", (took("FJI/MIL", "FJI/MIL", at="Nadru"), took("FJI/MIL", "WSM/MIL", at="Nadru"))),
]  # fmt: skip


@pytest.mark.parametrize(("status", "name", "claims"), ROWS, ids=[f"{row[0]}: {row[1]}" for row in ROWS])
def test_how_an_event_stands(status: str, name: str, claims: tuple[Claim, ...]) -> None:
    assert status_of(words(facets(*claims))) == status


@pytest.mark.parametrize("row", [row for row in ROWS if len(row[2]) > 1], ids=lambda row: f"{row[0]}: {row[1]}")
def test_these_claims_are_one_event(row: tuple[str, str, tuple[Claim, ...]]) -> None:
    assert event(*row[2]).status == row[0]


def test_every_status_has_a_row() -> None:
    assert {row[0] for row in ROWS} == {"reported", "claimed", "corroborated", "disputed", "conceded"}


@pytest.mark.parametrize("who", ["RUS/GOV", "BLR/GOV"])
def test_one_side_alone_does_not_dispute_itself(who: str) -> None:
    claims = (took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", who, "deny"))
    assert status_of(words(facets(*claims))) == "claimed"


NOT_HELD = c("control", "UKR/MIL", holder="RUS/MIL", relation="not_controls", polarity="negated")


def test_who_does_not_hold_has_not_taken() -> None:
    assert status_of(words(facets(took("RUS/MIL", "RUS/MIL"), NOT_HELD))) == "disputed"


def test_who_does_not_hold_has_not_taken_where_no_table_is() -> None:
    no = c("control", "WSM/MIL", holder="FJI/MIL", relation="not_controls", polarity="negated", at="Nadru")
    assert status_of(words(facets(took("FJI/MIL", "FJI/MIL", at="Nadru"), no))) == "disputed"


def test_who_has_lost_a_place_does_not_hold_it() -> None:
    lost = c("control", "UKR/MIL", holder="RUS/MIL", relation="lost")
    assert status_of(words(facets(took("RUS/MIL", "RUS/MIL"), lost))) == "disputed"


def test_whose_gain_and_whose_deed() -> None:
    both = facets(took("RUS/MIL"), took("UKR/MIL"), took("RUS/MIL", "RUS/GOV"))
    assert gainer(both) == doer(both) == "Russia"
    struck = facets(c(agents="RUS/MIL"), c(agents="UKR/MIL"))
    assert gainer(struck) is None and doer(struck) == "Russia"
    assert gainer(()) is None and doer(facets(c())) is None


def test_the_sides_of_an_event() -> None:
    told = event(
        took("RUS/MIL", "RUS/MIL", day="2025-06-08", id_="c-1"),
        took("RUS/MIL", "RUS/MIL", day=None, published="2025-06-09", id_="c-2"),
        took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-09", id_="c-3"),
        took("RUS/MIL", "UKR/MIL", "confirm", day="2025-07-20", id_="c-4"),
        took("RUS/MIL", published="2025-06-10", outlet="One", id_="c-5"),
    )
    rows = [(s.voice, s.name, s.side, s.stance, str(s.first), str(s.last), s.claims) for s in told.sides]
    assert rows == [
        ("RUS/MIL", None, "Russia", "asserts", "2025-06-08", "2025-06-09", ("c-1", "c-2")),
        ("UKR/MIL", None, "Ukraine", "denies", "2025-06-09", "2025-06-09", ("c-3",)),
        ("press", "One", None, "asserts", "2025-06-10", "2025-06-10", ("c-5",)),
        ("UKR/MIL", None, "Ukraine", "concedes", "2025-07-20", "2025-07-20", ("c-4",)),
    ]


RUS = took("RUS/MIL", "RUS/MIL", report="r-1", id_="c-1")
QUIET = silence("UKR/MIL", report="r-1", id_="c-2")


@pytest.mark.parametrize(
    ("claims", "silent"),
    [
        ((RUS,), []),
        ((RUS, QUIET), ["UKR/MIL"]),
        ((RUS, silence("UKR/MIL, UKR/GOV", report="r-1")), ["UKR/GOV", "UKR/MIL"]),
        ((RUS, silence("-/NGO=Monitors", report="r-1")), []),  # who could not verify is on no side
        ((RUS, QUIET, took("RUS/MIL", "UKR/GOV", "deny", day="2025-06-10")), []),
        ((RUS, QUIET, took("RUS/MIL", "GBR/GOV", "deny", day="2025-06-10")), []),
        ((RUS, QUIET, took("RUS/MIL", "RUS/GOV")), ["UKR/MIL"]),
        ((took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-07"), RUS, QUIET), ["UKR/MIL"]),
    ],
)
def test_who_has_not_answered(claims: tuple[Claim, ...], silent: list[str]) -> None:
    told = event(*claims)
    assert [each.voice for each in told.silent] == silent
    assert set(told.claims) == {claim.id for claim in claims}


def test_a_silence_tells_nothing_of_what_happened() -> None:
    told = event(RUS, QUIET)
    assert told.types == ("capture",) and told.status == "claimed" and told.silent[0].claims == ("c-2",)


def test_events_apart_stand_apart() -> None:
    two = events(took("RUS/MIL", "RUS/MIL", at="Kolovets, Lypka"), took("RUS/MIL", "UKR/MIL", "deny", at="Lypka"))
    assert sorted(each.status for each in two) == ["claimed", "disputed"]


def test_a_voice_that_is_unclear_corroborates_nothing() -> None:
    """Whose word "-/UNK" is nobody can tell, so nobody can tell that it is another side's."""
    assert status_of(words(facets(c(by="UKR/GOV"), c(by="-/UNK")))) == "claimed"
