"""Arithmetic on calendar values, against the calendar itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times.calendar import (
    back,
    coarsen,
    day_value,
    days_of,
    edtf_of,
    grain_of,
    month_value,
    shift,
    week_value,
)
from sayso.mentions.times.durations import duration_value
from sayso.mentions.times.feasts import easter, islamic
from sayso.mentions.times.words import number_of

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9990, 12, 31))


@pytest.mark.parametrize(
    ("value", "grain", "first", "last"),
    [
        ("2024-02-29", "day", date(2024, 2, 29), date(2024, 2, 29)),
        ("2025-06-08TNI", "day", date(2025, 6, 8), date(2025, 6, 8)),
        ("2025-W23", "week", date(2025, 6, 2), date(2025, 6, 8)),
        ("2025-W23-WE", "week", date(2025, 6, 7), date(2025, 6, 8)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q4", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-H2", "half", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-WI", "season", date(2024, 12, 1), date(2025, 2, 28)),
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("202", "decade", date(2020, 1, 1), date(2029, 12, 31)),
        ("18", "century", date(1800, 1, 1), date(1899, 12, 31)),
    ],
)
def test_days_of_a_value(value: str, grain: str, first: date, last: date) -> None:
    assert grain_of(value) == grain
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["P3D", "PXW", "XXXX-06", "XXXX-XX-XX", "PRESENT_REF", "BC0490", "2025-02-30", None])
def test_what_is_no_stretch_of_the_calendar(value: str | None) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("value", "steps", "grain", "expected"),
    [
        ("2024-12-31", 1, "day", "2025-01-01"),
        ("2024-12-31", 1, "week", "2025-W02"),
        ("2024-12-31", 1, "month", "2025-01"),
        ("2025-01", -1, "month", "2024-12"),
        ("2025-Q1", -1, "quarter", "2024-Q4"),
        ("1940-05-10", -1, "year", "1939"),
        ("1940", 1, "day", None),  # a year has no following day
        ("BC0490", 1, "year", "BC0489"),
        ("9999", 1, "year", None),
    ],
)
def test_steps(value: str, steps: int, grain: str, expected: str | None) -> None:
    assert shift(value, steps, grain) == expected


@given(DAYS, st.integers(-400, 400))
def test_steps_there_and_back(day: date, steps: int) -> None:
    there = shift(day_value(day), steps, "day")
    assert shift(there, -steps, "day") == day_value(day)


@given(DAYS)
def test_every_unit_around_a_day_covers_it(day: date) -> None:
    for grain in ("day", "week", "month", "quarter", "year", "decade", "century"):
        covered = days_of(coarsen(day_value(day), grain))
        assert covered is not None
        assert covered[0] <= day <= covered[1]
    assert coarsen(day_value(day), "week") == week_value(day)
    assert coarsen(day_value(day), "month") == month_value(day.year, day.month)


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        (date(2025, 6, 8), date(2025, 6, 8), "2025-06-08"),
        (date(2025, 6, 2), date(2025, 6, 8), "2025-06-02/2025-06-08"),
        (date(2025, 6, 1), date(2025, 6, 30), "2025-06"),
        (date(2024, 10, 1), date(2024, 12, 31), "2024-10/2024-12"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(1980, 1, 1), date(1989, 12, 31), "1980/1989"),
    ],
)
def test_edtf(first: date, last: date, edtf: str) -> None:
    assert edtf_of(first, last) == edtf


def test_counting_back_ends_inside_short_months() -> None:
    assert back(date(2025, 3, 31), 1, "month") == date(2025, 2, 28)
    assert back(date(2025, 6, 8), 30, "hour") == date(2025, 6, 6)
    assert back(date(2025, 6, 8), -2, "week") == date(2025, 6, 22)
    assert back(date(2025, 6, 8), 9000, "year") is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("a", 1), ("three", 3), ("twenty-four", 24), ("two and a half", 2.5), ("half a", 0.5), ("a hundred", 100),
        ("two thousand", 2000), ("1,200", 1200), ("2 1/2", 2.5), ("a couple of", 2), ("several", None), ("a few", None),
    ],
)  # fmt: skip
def test_number_words(words: str, number: float | None) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (3, "day", "P3D"), (1.5, "year", "P1Y6M"), (0.5, "hour", "PT30M"), (2, "decade", "P20Y"), (None, "week", "PXW"),
        (None, "minute", "PTXM"), (2.3, "month", "P2.3M"), (1, "fortnight", "P2W"),
    ],
)  # fmt: skip
def test_durations(count: float | None, unit: str, value: str) -> None:
    assert duration_value(count, unit) == value


def test_moving_feasts() -> None:
    assert [easter(year) for year in (2000, 2024, 2025)] == [date(2000, 4, 23), date(2024, 3, 31), date(2025, 4, 20)]
    observed = {(1446, 9, 1): date(2025, 3, 1), (1445, 10, 1): date(2024, 4, 10), (1446, 12, 10): date(2025, 6, 6)}
    assert all(abs(islamic(*key) - day) <= timedelta(days=1) for key, day in observed.items())
