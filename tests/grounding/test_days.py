"""The time of a proposition out of the times beside it."""

from datetime import date

import pytest

from sayso.grounding.days import when
from sayso.mentions.times import find_times
from sayso.model.when import When

SUNDAY = date(2025, 6, 8)


@pytest.mark.parametrize(
    ("clause", "text", "edtf"),
    [
        ("Shells fell on Friday.", "Friday", "2025-06-06"),
        ("Shells fell last week, on Tuesday.", "Tuesday", "2025-06-03"),  # the most precise
        ("Shells fell on Tuesday and on Friday.", "Tuesday", "2025-06-03"),  # the first of equal ones
        ("At 20:30 shells fell on Friday.", "Friday", "2025-06-06"),  # the day of a bare hour is a guess
        ("Shells fell between 2 and 5 June.", "2", "2025-06-02/2025-06-05"),  # the whole range
        ("Shells fell from May to June 2024.", "May", "2024-05/2024-06"),
        ("Shells fell daily in 2022.", "2022", "2022"),
        ("Shells have fallen since April 2025.", "April 2025", "2025-04-01/2025-06-08"),
    ],
)
def test_the_most_precise_time_on_the_calendar(clause: str, text: str, edtf: str) -> None:
    found = when(find_times(clause, SUNDAY), SUNDAY, "past", ongoing=False)
    assert found is not None
    assert (found.text, found.edtf) == (text, edtf)


@pytest.mark.parametrize(
    ("clause", "tense", "ongoing", "expected"),
    [
        ("Tanks are now in the suburbs.", "present", False, ("now", date(2025, 6, 8))),
        ("Tanks have been shelling the town for six months.", "present", True, ("six months", date(2024, 12, 8))),
        ("Tanks have been shelling the town for two hours.", "present", True, ("two hours", date(2025, 6, 8))),
        ("Tanks are shelling the town.", "present", True, (None, date(2025, 6, 8))),
        ("Tanks were shelling the town.", "past", True, (None, date(2025, 6, 8))),
        ("Tanks hold the town.", "present", False, (None, date(2025, 6, 8))),
    ],
)
def test_the_present_is_the_day_of_publication(
    clause: str, tense: str, ongoing: bool, expected: tuple[str | None, date]
) -> None:
    found = when(find_times(clause, SUNDAY), SUNDAY, tense, ongoing)  # type: ignore[arg-type]
    assert found is not None
    assert (found.text, found.start, found.end) == (*expected, SUNDAY)


def test_nothing_tells_the_time() -> None:
    assert when((), SUNDAY, "past", ongoing=False) is None
    assert when((), SUNDAY, "future", ongoing=False) is None
    assert when(find_times("It lasted six weeks.", SUNDAY), SUNDAY, "past", ongoing=False) is None


def test_without_a_day_only_the_calendar_counts() -> None:
    assert when(find_times("Tanks are now here.", None), None, "present", ongoing=True) is None
    assert when(find_times("Tanks came in 2022.", None), None, "past", ongoing=False) == When(
        text="2022", start=date(2022, 1, 1), end=date(2022, 12, 31), edtf="2022"
    )
