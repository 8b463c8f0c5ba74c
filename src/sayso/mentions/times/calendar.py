"""Arithmetic on TIMEX3 calendar values: `1940-05-10`, `1940-W19`, `1940-05`, `1940-Q2`, `1940-SP`, `1940`, `194`, `19`.

A value is a string whose form tells its grain. Years before Christ (`BC0490`) have a grain but no days, since the
calendar of Python begins with the year 1.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

type Grain = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
type Mod = Literal["START", "MID", "END", "FIRST_HALF", "SECOND_HALF"]
type Days = tuple[date, date]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month in which each begins, in the northern half of the world
UNKNOWN: dict[str, str] = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX"}

_GRAINS: tuple[tuple[Grain, re.Pattern[str]], ...] = (
    ("day", re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?\Z")),
    ("week", re.compile(r"\d{4}-W\d\d(?:-WE)?\Z")),
    ("month", re.compile(r"(?:BC)?\d{4}-\d\d\Z")),
    ("quarter", re.compile(r"\d{4}-Q\d\Z")),
    ("half", re.compile(r"\d{4}-H\d\Z")),
    ("season", re.compile(r"(?:BC)?\d{4}-(?:SP|SU|FA|WI)\Z")),
    ("year", re.compile(r"(?:BC)?\d{4}\Z")),
    ("decade", re.compile(r"(?:BC)?\d{3}\Z")),
    ("century", re.compile(r"(?:BC)?\d\d\Z")),
)


def grain_of(value: str | None) -> Grain | None:
    """How fine a value is; None for what is no place on the calendar (`P3D`, `PAST_REF`, `XXXX-06`)."""
    if value is None:
        return None
    return next((grain for grain, pattern in _GRAINS if pattern.match(value)), None)


def day_value(day: date) -> str:
    """A day as a TIMEX3 value: "2025-06-08"."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def week_value(day: date) -> str:
    """The ISO week of a day: "2025-W23"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    """A month: "2025-06"."""
    return f"{year:04d}-{month:02d}"


def as_day(value: str | None) -> date | None:
    """The day that a value names; None where it names more or less than one."""
    return date.fromisoformat(value[:10]) if value and grain_of(value) == "day" else None


def make_day(year: int, month: int, day: int) -> date | None:
    """None where the calendar has no such day (31 June)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(value: str | None) -> int | None:
    """The year after Christ that a value lies in; None for decades and coarser."""
    if value is None or grain_of(value) in (None, "decade", "century") or value.startswith("BC"):
        return None
    return int(value[:4])


def month_of(value: str | None) -> int | None:
    """The month that a value lies in, or begins in: seasons, quarters and weeks lie in their first."""
    covered = days_of(value)
    if covered is None or grain_of(value) in ("year", "decade", "century"):
        return None
    return covered[0].month


def coarsen(value: str | None, grain: str) -> str | None:
    """The unit of size `grain` around a value; None where the value is coarser than that."""
    own = grain_of(value)
    if value is None or own is None or own == grain:
        return None if own != grain or value is None else value[:10] if grain == "day" else value
    if value.startswith("BC"):
        return value[:6] if grain == "year" and own in ("month", "season") else None
    if grain == "year" and own not in ("decade", "century"):
        return value[:4]
    if grain == "decade" and own not in ("century",):
        return value[:3]
    if grain == "century":
        return value[:2]
    covered = days_of(value)
    if covered is None:
        return None
    first = covered[0]
    if grain == "week" and own == "day":
        return week_value(first)
    if grain == "month" and own in ("day", "week"):
        return value[:7] if own == "day" else month_value(first.year, first.month)
    if grain == "quarter" and own in ("day", "week", "month"):
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    return None


def shift(value: str | None, steps: int, grain: str) -> str | None:
    """`steps` units on from a value, at that unit's own grain; None where the value is coarser than the unit."""
    start = coarsen(value, grain)
    if start is None:
        return None
    try:
        return _shift(start, steps, grain)
    except (ValueError, OverflowError):  # outside the years 1 to 9999
        return None


def _shift(start: str, steps: int, grain: str) -> str | None:
    if start.startswith("BC"):
        if grain != "year" or int(start[2:]) - steps < 1:
            return None
        return f"BC{int(start[2:]) - steps:04d}"
    match grain:
        case "day":
            return day_value(date.fromisoformat(start[:10]) + timedelta(days=steps))
        case "week":
            return week_value(date.fromisocalendar(int(start[:4]), int(start[6:8]), 1) + timedelta(weeks=steps))
        case "month":
            year, month = divmod(int(start[:4]) * 12 + int(start[5:7]) - 1 + steps, 12)
            return month_value(year, month + 1) if year > 0 else None
        case "quarter":
            year, quarter = divmod(int(start[:4]) * 4 + int(start[6]) - 1 + steps, 4)
            return f"{year:04d}-Q{quarter + 1}" if year > 0 else None
        case "year" | "decade" | "century":
            number = int(start) + steps
            return f"{number:0{len(start)}d}" if number > 0 and len(str(number)) <= len(start) else None
    return None


def back(day: date, count: float, unit: str) -> date | None:
    """The day that lies `count` units before `day` (after it, where negative); parts of a day count as whole ones."""
    try:
        if unit in ("second", "minute", "hour"):
            whole = -(-abs(count) // {"second": 86400, "minute": 1440, "hour": 24}[unit])
            return day - timedelta(days=int(whole if count > 0 else -whole))
        if unit in ("day", "week", "fortnight"):
            return day - timedelta(days=round(count * {"day": 1, "week": 7, "fortnight": 14}[unit]))
        months = round(
            count * {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        )
        year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError, KeyError):
        return None


def days_of(value: str | None, mod: Mod | None = None) -> Days | None:
    """The days that a value covers, narrowed by a modifier: early 2024 is January to March, mid 2024 May to August,
    late 2024 October to December; a month falls into thirds."""
    grain = grain_of(value)
    if value is None or grain is None or value.startswith("BC"):
        return None
    try:
        return _narrow(_days(value, grain), grain, mod)
    except (ValueError, OverflowError):
        return None


def _days(value: str, grain: Grain) -> Days:
    match grain:
        case "day":
            day = date.fromisoformat(value[:10])
            return day, day
        case "week":
            year, week = int(value[:4]), int(value[6:8])
            first = date.fromisocalendar(year, week, 6 if value.endswith("-WE") else 1)
            return first, date.fromisocalendar(year, week, 7)
        case "month":
            return _months(int(value[:4]), int(value[5:7]), 1)
        case "quarter":
            return _months(int(value[:4]), int(value[6]) * 3 - 2, 3)
        case "half":
            return _months(int(value[:4]), int(value[6]) * 6 - 5, 6)
        case "season":
            return _months(int(value[:4]), SEASONS[value[5:]], 3)
        case "year":
            return _years(int(value), 1)
        case "decade":
            return _years(int(value) * 10, 10)
        case "century":
            return _years(int(value) * 100, 100)


def _months(year: int, month: int, count: int) -> Days:
    year_of_last, last = divmod(year * 12 + month - 2 + count, 12)
    return date(year, month, 1), date(year_of_last, last + 1, monthrange(year_of_last, last + 1)[1])


def _years(year: int, count: int) -> Days:
    return date(max(year, 1), 1, 1), date(year + count - 1, 12, 31)


def _narrow(covered: Days, grain: Grain, mod: Mod | None) -> Days:
    first, last = covered
    if mod is None:
        return covered
    if mod in ("FIRST_HALF", "SECOND_HALF"):
        if grain != "month":
            return covered
        return (first, first.replace(day=15)) if mod == "FIRST_HALF" else (first.replace(day=16), last)
    part = {"START": 0, "MID": 1, "END": 2}[mod]
    match grain:
        case "week":
            return first + [0, 1, 3][part] * timedelta(1), first + [1, 3, 6][part] * timedelta(1)
        case "month":
            return first.replace(day=[1, 11, 21][part]), first.replace(day=[10, 20, last.day][part])
        case "quarter" | "season" | "half":
            months = {"quarter": 1, "season": 1, "half": 2}[grain]
            return _part(first, part * months, months)
        case "year":
            return _part(first, [0, 4, 9][part], [3, 4, 3][part])
        case "decade" | "century":
            size = 1 if grain == "decade" else 10
            return _years(first.year + [0, 4, 7][part] * size, [4, 3, 3][part] * size)
    return covered


def _part(first: date, skip: int, count: int) -> Days:
    year, month = divmod(first.year * 12 + first.month - 1 + skip, 12)
    return _months(year, month + 1, count)


def edtf_of(first: date, last: date) -> str:
    """The shortest interval of ISO 8601-2 that covers exactly these days."""
    if first == last:
        return day_value(first)
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if whole_months and first.month == 1 and last.month == 12:
        ends = f"{first.year:04d}", f"{last.year:04d}"
    elif whole_months:
        ends = month_value(first.year, first.month), month_value(last.year, last.month)
    else:
        ends = day_value(first), day_value(last)
    return ends[0] if ends[0] == ends[1] else "/".join(ends)
