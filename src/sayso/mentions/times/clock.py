"""The hour: "10 p.m. Wednesday", "1945 GMT", "around 7:15 am", "noon", "at dawn on Sunday", "the night of 8 June"."""

import re

from sayso.mentions.times.calendar import as_day, coarsen, day_value
from sayso.mentions.times.dates import nearest_year
from sayso.mentions.times.rule import Found, Reader, Rule, rule, unknown
from sayso.mentions.times.weekdays import pick_weekday, with_part
from sayso.mentions.times.words import MONTHS, WEEKDAYS, clean, day_number


def _day_in(m: re.Match[str], reader: Reader) -> str | None:
    """The day that goes with the hour: one in the match, else the day told, else that of publication."""
    groups = m.groupdict()
    if groups.get("weekday"):
        day = pick_weekday(WEEKDAYS[clean(m["weekday"])], reader, m.start())
        return day_value(day) if day else None
    if groups.get("near"):
        here = as_day(reader.here)
        step = {"yesterday": -1, "today": 0, "tomorrow": 1}[m["near"].lower()]
        return day_value(here.fromordinal(here.toordinal() + step)) if here else None
    if groups.get("month"):
        month, number = MONTHS[clean(m["month"])], day_number(m["dayn"]) or 0
        year = int(m["year"]) if groups.get("year") else nearest_year(month, number, reader, m.start())
        return f"{year:04d}-{month:02d}-{number:02d}" if year else f"XXXX-{month:02d}-{number:02d}"
    return coarsen(reader.there if reader.told and coarsen(reader.told, "day") else reader.here, "day")


def _clock(m: re.Match[str], reader: Reader) -> Found | None:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = (m.groupdict().get("half") or "").lower()[:1]
    if half and not 1 <= hour <= 12 and not (hour <= 23 and m["minute"]):
        return None
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    return Found("TIME", f"{unknown(_day_in(m, reader), 'XXXX-XX-XX')}T{hour:02d}:{minute:02d}")


def _part_of_date(m: re.Match[str], reader: Reader) -> Found | None:
    groups = m.groupdict()
    return with_part(_day_in(m, reader), groups.get("part") or groups.get("point"), groups.get("edge"))


_DATE_MDY = r"(?:{weekday:},? )?{month} {dayn}(?:,? {year}\b)?"
_DATE_DMY = r"(?:{weekday:},? )?(?:the )?{dayn}(?: of)? {month}(?:,? {year}\b)?"
_ALSO = r"(?:,? \((?:[01]?\d|2[0-4])[:.]?[0-5]\d {zone:}\))?"
_ON = r"(?:,? (?:on )?(?:early |late )?(?:{weekday}|(?P<near>(?i:yesterday|today|tomorrow)))\b)?"
_AROUND = r"(?:(?:\b(?:around|about|shortly (?:before|after)|approximately|just (?:before|after)|roughly)) )?"
_HALF = r"(?P<half>(?i:a\.m\.?|p\.m\.?|am\b|pm\b))"
_TIME = rf"(?<![\w.,:$€£-])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF}(?: \(?{{zone:}}\)?)?(?: in the (?:morning|afternoon|evening))?"
_TIME24 = rf"(?<![\w.,:$€£/-])(?P<hour>[01]?\d|2[0-4])[:.]?(?P<minute>[0-5]\d)(?: (?:hours|hrs))?(?:\s?\(?{{zone:}}\)?\b)"
_COLON = r"(?<![\w.,:$€£/-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:.]|\s?(?:a|p)\.?m)"

_POINTS = r"(?:\b(?P<edge>(?i:early|late)) )?\b(?:the )?(?:(?P<part>{part:})(?: hours)?|{point}) (?:of|on) "

RULES: tuple[Rule, ...] = (
    rule("digits", rf"{_AROUND}{_TIME}{_ALSO}{_ON}", _clock),
    rule("digits", rf"{_AROUND}{_TIME}{_ALSO},? (?:on )?{_DATE_MDY}", _clock),
    rule("digits", rf"{_AROUND}{_TIME}{_ALSO},? (?:on )?{_DATE_DMY}", _clock),
    rule("digits", rf"{_AROUND}{_TIME24}{_ON}", _clock),
    rule("digits", rf"{_AROUND}{_TIME24},? (?:on )?{_DATE_MDY}", _clock),
    rule("digits", rf"{_AROUND}{_COLON}{_ON}", _clock),
    rule("digits", r"(?<![\w.,:$€£-])(?P<hour>1[0-2]|[1-9])(?P<minute>) (?i:o['’]clock)(?: in the (?:afternoon|morning|evening))?", _clock),
    rule("month", rf"{_POINTS}{_DATE_MDY}", _part_of_date),
    rule("month", rf"{_POINTS}{_DATE_DMY}", _part_of_date),
    rule("month", r"\b(?P<edge>(?i:early|late))(?: in the {part})?(?: of|,)? (?:on )?" + _DATE_DMY, _part_of_date),
    rule("month", r"\b(?P<edge>(?i:early|late))(?: in the {part})?(?: of|,)? (?:on )?" + _DATE_MDY, _part_of_date),
)  # fmt: skip
