from datetime import date

import pytest
from factory import c, event, number, took

from sayso.model import Claim, EventToll


def killed(*claims: Claim) -> EventToll:
    """The toll of the dead of the one event of these claims."""
    (toll,) = (toll for toll in event(*claims).counts if toll.what == "killed")
    return toll


def day(n: int) -> str:
    return f"2025-06-{n:02}"


def told(n: int, on: int, by: str = "UKR/COP", **changes: object) -> Claim:
    """So many dead on 8 June, as told on another day."""
    return c(by=by, killed=n, published=day(on), **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claims", "low", "best", "high"),
    [
        ((c(killed=3),), 3, 3, 3),
        ((c(killed=(5, None)),), 5, 5, 5),
        ((c(killed=(None, 100)),), 100, 100, 100),
        ((c(killed=(24, 99)),), 24, 24, 99),
        # sub-totals, in one claim and in one report
        ((c(killed=12, counts=[number("killed", 3)]),), 12, 12, 12),
        ((told(12, 8, report="r-1"), told(3, 8, report="r-1")), 12, 12, 12),
        # one voice: the latest report counts, up or down
        ((told(2, 8), told(5, 9)), 5, 5, 5),
        ((told(5, 9), told(2, 8)), 5, 5, 5),
        ((told(40, 8), told(31, 10)), 31, 31, 31),
        ((told(40, 8), told(31, 10), told(31, 9)), 31, 31, 31),
        # several voices: the range over all, the number that most have, then the latest, then the lower
        ((told(3, 8), told(7, 9, "RUS/MIL")), 3, 7, 7),
        ((told(7, 9), told(3, 8, "RUS/MIL")), 3, 7, 7),
        ((told(3, 8), told(7, 8, "RUS/MIL")), 3, 3, 7),
        ((told(3, 8), told(3, 8, "UKR/MIL"), told(7, 9, "RUS/MIL")), 3, 3, 7),
        ((told(3, 8), told(7, 9, "RUS/MIL"), told(7, 8, "-/IGO=UN")), 3, 7, 7),
        ((told(3, 8), c(killed=(5, None), by="RUS/MIL", published=day(9))), 3, 5, 5),
        ((told(3, 8), c(killed=(None, 9), by="RUS/MIL", published=day(9))), 3, 9, 9),
        # two outlets are two voices
        ((told(3, 8, "", outlet="One"), told(4, 9, "", outlet="Two")), 3, 4, 4),
        # a day that nobody knows comes last
        ((told(3, 8), c(by="UKR/COP", killed=5, published=None)), 5, 5, 5),
    ],
)
def test_the_toll_of_an_event(claims: tuple[Claim, ...], low: int, best: int, high: int) -> None:
    toll = killed(*claims)
    assert (toll.low, toll.best, toll.high) == (low, best, high)


def test_a_voice_has_its_latest_number_and_those_before() -> None:
    (voice,) = killed(told(2, 8, id_="c-1"), told(5, 9, id_="c-2"), told(5, 10, id_="c-3"), told(4, 11, id_="c-4")).by
    assert (voice.voice, voice.low, voice.high, voice.day) == ("UKR/COP", 4, 4, date(2025, 6, 11))
    assert voice.history == ((date(2025, 6, 8), 2, 2), (date(2025, 6, 9), 5, 5), (date(2025, 6, 10), 5, 5))
    assert voice.claims == ("c-1", "c-2", "c-3", "c-4")


def test_numbers_of_several_places_count_for_none() -> None:
    both = c(at="Kolovets, Zarichka", killed=9, by="UKR/MIL")
    assert killed(both, told(3, 8)).high == 3


def test_a_village_with_its_region_is_one_place() -> None:
    assert killed(c(at="Kolovets, Dnipropetrovsk Oblast, Ukraine", killed=3)).best == 3


@pytest.mark.parametrize(
    "claim",
    [
        c(by="RUS/MIL", act="deny", killed=9),
        c(by="RUS/MIL", polarity="negated", killed=9),
        c(by="RUS/MIL", counts=[number("other", 9), number("population", 9)]),
        c(by="RUS/MIL"),
    ],
)
def test_what_is_denied_or_of_another_kind_does_not_count(claim: Claim) -> None:
    found = event(told(3, 8), claim).counts
    assert [(toll.what, toll.best, toll.high) for toll in found] == [("killed", 3, 3)]


def test_kinds_stand_in_a_fixed_order() -> None:
    found = event(c(counts=[number("missing", 1), number("wounded", 9)], killed=2)).counts
    assert [toll.what for toll in found] == ["killed", "wounded", "missing"]


def test_ground_has_no_toll() -> None:
    assert event(took("RUS/MIL", "RUS/MIL")).counts == ()


def test_a_number_that_is_open_on_both_sides() -> None:
    assert event(c(killed=(None, None))).counts in ((), event(c()).counts)


def test_a_number_that_comes_back_has_its_history() -> None:
    (voice,) = killed(told(5, 8), told(9, 9), told(5, 10)).by
    assert voice.history == ((date(2025, 6, 8), 5, 5), (date(2025, 6, 9), 9, 9))
