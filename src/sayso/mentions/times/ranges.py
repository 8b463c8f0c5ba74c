"""The half of a range that lacks words: "June 8-9" is two times, `June 8` and `9`; "1939-45" is `1939` and `45`."""

import re

from sayso.mentions.times.dates import day_found, nearest_year
from sayso.mentions.times.rule import Found, Reader, Rule, rule
from sayso.mentions.times.words import MONTHS, clean, day_number


def _day(m: re.Match[str], reader: Reader) -> Found | None:
    month, day = MONTHS[clean(m["month"])], day_number(m["it"])
    if day is None:
        return None
    year = int(m["year"]) if m["year"] else nearest_year(month, day, reader, m.start())
    return day_found(year, month, day)


def _short_year(m: re.Match[str], _: Reader) -> Found | None:
    first = int(m["first"])
    last = first - first % 100 + int(m["it"])
    return Found("DATE", str(last), told=False) if first < last <= first + 60 else None


_AND = r"(?:\s?[-–—/]\s?| to | and | or |, (?:and )?)"
_YEAR = r"(?:,? {year}\b)?"

RULES: tuple[Rule, ...] = (
    rule(
        "month",
        r"(?<![.,:$-])(?P<it>{dayn:})(?:, {dayn:})*" + _AND + r"(?:the )?{dayn:}(?: of)? {month}\b" + _YEAR,
        _day,
    ),
    rule(
        "month",
        r"{month} {dayn:}" + _AND + r"(?P<it>{dayn:})(?![\d:])"
        r"(?! (?:{month:}|people|p\.?m|a\.?m|killed|soldiers|of)\b)" + _YEAR,
        _day,
    ),
    rule("digits", r"(?<![.,-])(?P<first>1[5-9]\d\d|20[0-4]\d)[-–/](?P<it>\d\d)(?![\d%/-]|[.,]\d)", _short_year),
)
