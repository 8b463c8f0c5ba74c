"""The hour: "10 p.m. Wednesday", "1945 GMT", "around 7:15 am on 8 June", "20:30", "the night of 8 June"."""

import re

from sayso.mentions.times.calendar import as_day, coarsen, shift
from sayso.mentions.times.dates import nearest_year
from sayso.mentions.times.rule import Found, Reader, Rule, rule, unknown, with_part
from sayso.mentions.times.weekdays import pick_weekday
from sayso.mentions.times.words import MONTHS, WEEKDAYS, clean, day_number


def _day_in(m: re.Match[str], reader: Reader) -> str | None:
    """The day that goes with the hour: one in the match, else the day told, else that of publication."""
    groups = m.groupdict()
    if groups.get("month"):
        month, number = MONTHS[clean(m["month"])], day_number(m["dayn"]) or 0
        year = int(m["year"]) if m["year"] else nearest_year(month, number, reader, m.start())
        return f"{year:04d}-{month:02d}-{number:02d}" if year else f"XXXX-{month:02d}-{number:02d}"
    if groups.get("weekday"):
        return pick_weekday(WEEKDAYS[clean(m["weekday"])], reader, m.start())
    if groups.get("near"):
        return shift(reader.here, {"yesterday": -1, "today": 0, "tomorrow": 1}[m["near"].lower()], "day")
    return coarsen(reader.told if as_day(reader.told) else reader.here, "day")


def _clock(m: re.Match[str], reader: Reader) -> Found | None:
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = (m.groupdict().get("half") or "").lower()[:1]
    if half and not 1 <= hour <= 12 and not m["minute"]:
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
    return with_part(_day_in(m, reader), groups.get("part") or groups.get("point"), groups.get("early"))


_HOUR = r"(?<![.,:$€£/-])(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
_ALSO = (
    r"(?: (?:{zone:}\b|\({zone:}\)))?(?: in the (?:morning|afternoon|evening))?"
    r"(?:,? \((?:[01]?\d|2[0-4])[:.]?[0-5]\d {zone:}\))?"
)
_TWELVE = _HOUR + r"(?:[:.]" + _MINUTE + r")?\s?(?P<half>(?i:[ap]\.m\.?|[ap]m\b))" + _ALSO
_MILITARY = _HOUR + r"[:.]?" + _MINUTE + r"(?: (?:hours|hrs))?\s?(?:{zone:}\b|\({zone:}\))"
_HOURS = r"(?<![.,:$€£/-])(?P<hour>[01]\d|2[0-4])" + _MINUTE + r" (?:hours|hrs)\b(?: {zone:}\b)?"
_COLON = _HOUR + r":" + _MINUTE + r"(?![\d:.]|\s?[ap]\.?m)"
_OCLOCK = r"(?P<hour>1[0-2]|[1-9])(?P<minute>) (?i:o['’]clock)(?: in the (?:afternoon|morning|evening))?"

_ABOUT = r"(?:(?:around|about|shortly (?:before|after)|approximately|just (?:before|after)|roughly) )?"
_ON = r"(?:,? (?:on )?(?:early |late )?(?:{weekday}|(?P<near>(?i:yesterday|today|tomorrow)))\b)?"
_MDY = r"(?:{anyday:},? )?{month} {dayn}(?:,? {year}\b)?"
_DMY = r"(?:{anyday:},? )?(?:the )?{dayn}(?: of)? {month}(?:,? {year}\b)?"
_POINT = r"(?:{early} )?(?:the )?(?:{part}(?: hours)?|{point}|(?P<part2>(?i:early|small|late) hours)) (?:of|on) "
_EARLY = r"{early}(?: in the {part})?(?: of|,)? (?:on )?"

RULES: tuple[Rule, ...] = (
    rule("clock", _ABOUT + _TWELVE + _ON, _clock),
    rule("clock month", _ABOUT + _TWELVE + r",? (?:on )?" + _MDY, _clock),
    rule("clock month", _ABOUT + _TWELVE + r",? (?:on )?" + _DMY, _clock),
    rule("clock", _ABOUT + _MILITARY + _ON, _clock),
    rule("clock month", _ABOUT + _MILITARY + r",? (?:on )?" + _MDY, _clock),
    rule("clock", _ABOUT + _HOURS + _ON, _clock),
    rule("clock", _ABOUT + _COLON + _ON, _clock),
    rule("clock", _OCLOCK, _clock),
    rule("part month", _POINT.replace("(?P<part2>", "(?:") + _MDY, _part_of_date),
    rule("part month", _POINT.replace("(?P<part2>", "(?:") + _DMY, _part_of_date),
    rule("month", _EARLY + _DMY, _part_of_date),
    rule("month", _EARLY + _MDY, _part_of_date),
)
