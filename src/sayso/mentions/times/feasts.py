"""Feasts with days of their own: "Christmas", "Easter Monday", "Victory Day", "Ramadan", "Eid al-Adha"."""

import re
from datetime import date, timedelta
from math import ceil

from sayso.mentions.times.calendar import day_value, make_day, year_of
from sayso.mentions.times.rule import Found, Reader, Rule, rule

_FIXED = {
    "Orthodox Christmas": (1, 7), "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Christmas": (12, 25),
    "Boxing Day": (12, 26), "New Year's Day": (1, 1), "New Year's Eve": (12, 31), "New Year's": (1, 1),
    "New Year": (1, 1), "Epiphany": (1, 6), "Valentine's Day": (2, 14), "International Women's Day": (3, 8),
    "April Fools' Day": (4, 1), "May Day": (5, 1), "Victory Day": (5, 9), "Bastille Day": (7, 14),
    "Halloween": (10, 31), "All Saints' Day": (11, 1), "Armistice Day": (11, 11), "Remembrance Day": (11, 11),
    "Veterans Day": (11, 11),
}  # fmt: skip
_FROM_EASTER = {"Palm Sunday": -7, "Good Friday": -2, "Easter Sunday": 0, "Easter Monday": 1, "Easter": 0}
# month and day of the Islamic calendar, and how many days the feast lasts
_ISLAMIC = {"Ramadan": (9, 1, 30), "Eid al-Fitr": (10, 1, 3), "Eid al-Adha": (12, 10, 4), "Ashura": (1, 10, 1)}
_NTH_WEEKDAY = {"Thanksgiving Day": (11, 3, 4), "Thanksgiving": (11, 3, 4), "Labor Day": (9, 0, 1)}


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (8 * b + 13) // 25 + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + w - 7 * ((a + 11 * h + 22 * w) // 451) + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar (its civil form). What a country observes may lie a day beside it."""
    return date.fromordinal(day + ceil(29.5 * (month - 1)) + (year - 1) * 354 + (3 + 11 * year) // 30 + 227014)


def _day_of(name: str, year: int) -> date | None:
    if name in _FIXED:
        return make_day(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name in _ISLAMIC:
        month, number, _ = _ISLAMIC[name]
        about = (year - 622) * 33 // 32
        days = (islamic(y, month, number) for y in range(max(about, 1), about + 3))
        return next((day for day in days if day.year == year), None)
    month, weekday, number = _NTH_WEEKDAY[name]
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _feast(m: re.Match[str], reader: Reader) -> Found | None:
    """Without a year the nearest one is meant; "last" and "next" as they say; in a narrative the year told."""
    name, now = _name(m["feast"]), reader.now
    year = int(m["year"]) if m["year"] else None if now else year_of(reader.told)
    if year is None and now:
        days = [d for y in (now.year - 1, now.year, now.year + 1) if (d := _day_of(name, y))]
        which = (m["which"] or "").lower()
        days = [d for d in days if not (which == "last" and d >= now) and not (which == "next" and d <= now)]
        best = min(days, key=lambda d: abs((d - now).days), default=None)
        year = best.year if best else None
    day = _day_of(name, year) if year else None
    if day is None:
        return Found("DATE", "XXXX-XX-XX")
    length = _ISLAMIC[name][2] if name in _ISLAMIC else 1
    return Found("DATE", day_value(day), days=(day, day + timedelta(days=length - 1)), told=length == 1)


def _name(words: str) -> str:
    name = " ".join(words.replace("’", "'").split())
    return f"Eid al-{name.split('-')[-1].split()[-1]}" if name.startswith("Eid") else name


_EID = r"Eid[ -](?:al|ul|el)[ -](?:Fitr|Adha)"
_NAMES = "|".join(sorted((*_FIXED, *_FROM_EASTER, *_NTH_WEEKDAY, "Ramadan", "Ashura", _EID), key=len, reverse=True))
_NAMES = _NAMES.replace("'", "['’]")
_NOT_AFTER = r"(?! (?:tree|cards?|gifts?|dinner|party|carol|Islands?|present|Agreement)\b)"

RULES: tuple[Rule, ...] = (
    rule(
        "feast",
        r"(?:(?P<which>(?i:last|next|this)) )?(?P<feast>" + _NAMES + r")\b" + _NOT_AFTER + r"(?:,? {year}\b)?",
        _feast,
    ),
)
