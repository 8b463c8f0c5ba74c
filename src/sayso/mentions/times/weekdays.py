"""Weekdays and weekends: "late on Monday", "Saturday night", "Friday's", "Tuesday last week", "over the weekend"."""

import re
from datetime import date, timedelta

from sayso.mentions.times.calendar import as_day, coarsen, day_value, shift
from sayso.mentions.times.rule import Found, Reader, Rule, rule, with_part
from sayso.mentions.times.words import WEEKDAYS, clean

DAY = timedelta(days=1)
BACK = ("last", "past", "previous")
ON = ("next", "coming", "following")


def pick_weekday(number: int, reader: Reader, offset: int, which: str = "", possessive: bool = False) -> str | None:
    """The day that a weekday names: the next one (today included) in the future tense, else the last one.

    "Monday's ruling" is over. "next" and "last" never name today. In a narrative the first such day from the one
    told on is meant.
    """
    here = as_day(reader.here)
    if here is None:
        return None
    back, on = (here.weekday() - number) % 7, (number - here.weekday()) % 7
    if which in ON:
        return day_value(here + (on or 7) * DAY)
    if which in BACK:
        return day_value(here - (back or 7) * DAY)
    if which == "this":
        return day_value(here + (number - here.weekday()) * DAY)
    ahead = reader.narrative or (reader.tense_at(offset) == "future" and not possessive)
    return day_value(here + on * DAY if ahead else here - back * DAY)


def _weekday(m: re.Match[str], reader: Reader) -> Found | None:
    start, end = m.span("weekday")
    if _OUTLET.match(m.string, m.end()) or _NAMED_DAY.search(m.string[max(0, start - 8) : start]):
        return None
    groups = m.groupdict()
    number, which = WEEKDAYS[clean(m["weekday"])], (groups.get("which") or "").lower().split()
    told = as_day(reader.there)
    if which[:1] == ["the"] and told and which[-1] in ("previous", "following"):
        sign = 1 if which[-1] == "following" else -1
        value: str | None = day_value(told + sign * ((sign * (number - told.weekday())) % 7 or 7) * DAY)
    else:
        possessive = m.string[end : end + 2] in ("'s", "’s")
        value = pick_weekday(number, reader, m.start(), which[-1] if which else "", possessive)
    return with_part(value, groups.get("part"), groups.get("early"))


# "The Sunday Times"; "Bloody Sunday", "Good Friday"
_OUTLET = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Express|Mail|Star|World|Herald|Independent|Business|People|Post|Punch|Agreement)\b"
)
_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Palm|Good|Ash|Easter|Cyber|Super|Holy|Maundy|Man)\s\Z")


def _weekday_of_week(m: re.Match[str], reader: Reader) -> Found | None:
    """ "Monday of last week", "Friday next week"."""
    week = shift(reader.here, {"last": -1, "next": 1, "this": 0}[m["which"].lower()], "week")
    if week is None:
        return Found("DATE", "XXXX-XX-XX")
    day = date.fromisocalendar(int(week[:4]), int(week[6:]), WEEKDAYS[clean(m["weekday"])] + 1)
    return with_part(day_value(day), m["part"])


def _weekend(m: re.Match[str], reader: Reader) -> Found | None:
    """That of the week where it goes on or is to come (future tense, or "this" from Thursday on), else the last."""
    word = m["which"].lower().split()[-1]
    week, here = coarsen(reader.here, "week"), as_day(reader.here)
    if week is None or here is None:
        return Found("DATE", "XXXX-WXX-WE")
    day = here.weekday()
    if word in BACK:
        step = 0 if day == 6 and word != "previous" else -1
    elif word in ON:
        step = 1 if word == "next" else 0
    else:
        step = 0 if day >= 5 or (word == "this" and day >= 3) or reader.tense_at(m.start()) == "future" else -1
    return Found("DATE", f"{shift(week, step, 'week')}-WE")


_EARLY = r"(?:{early} (?:on )?(?:(?:in )?the )?)?"
_WHICH = r"(?:(?P<which>(?i:last|next|this(?: (?:past|coming))?|the (?:previous|following|past|coming))) )?"
_WEEKENDS = r"(?P<which>(?i:last|next|this(?: (?:past|coming))?|the(?: (?:past|coming|previous|following|last))?))"

RULES: tuple[Rule, ...] = (
    rule("weekday", _EARLY + _WHICH + r"{weekday}\b(?:(?:['’]s)? {part}\b)?", _weekday),
    rule(
        "weekday", r"(?:the )?(?P<part>{part:}|{point:}|(?:early|small|late) hours)(?: on| of)?,? {weekday}\b", _weekday
    ),
    rule("weekday unit", r"{weekday}(?: {part})?(?: of)? (?P<which>(?i:last|next|this)) (?i:week)\b", _weekday_of_week),
    rule("unit", _WEEKENDS + r" (?i:weekend)\b", _weekend),
)
