"""Ranges give two times: "June 8-9" is `June 8` and `9`, "1939-45" is `1939` and `45`. Here is the half that lacks words."""

import re

from sayso.mentions.times.calendar import make_day
from sayso.mentions.times.dates import day_found, nearest_year
from sayso.mentions.times.rule import Found, Reader, Rule, rule
from sayso.mentions.times.words import MONTHS, clean, day_number


def _day(m: re.Match[str], reader: Reader) -> Found | None:
    month, day = MONTHS[clean(m["month"])], day_number(m["it"])
    if day is None:
        return None
    year = int(m["year"]) if m["year"] else nearest_year(month, day, reader, m.start())
    if year is not None and make_day(year, month, day) is None:
        return None
    return day_found(year, month, day)


def _short_year(m: re.Match[str], _: Reader) -> Found | None:
    first, short = int(m["first"]), m["it"]
    last = first - first % 100 + int(short)
    return Found("DATE", str(last)) if first < last <= first + 60 else None


_AND = r"(?:\s?[-–—/]\s?| to | and | or |, (?:and )?)"

RULES: tuple[Rule, ...] = (
    rule("month", rf"(?<![\w.,:$-])\b(?P<it>{{dayn:}}){_AND}(?:the )?{{dayn:}}(?: of)? {{month}}\b(?:,? {{year}}\b)?", _day),
    rule("month", rf"\b{{month}} {{dayn:}}{_AND}(?P<it>{{dayn:}})(?![\d:])(?! (?:{{month:}}|people|p\.?m|a\.?m|killed|soldiers|of)\b)(?:,? {{year}}\b)?", _day),
    rule("digits", r"(?<![\w.,-])(?P<first>1[5-9]\d\d|20[0-4]\d)[-–/](?P<it>\d\d)(?![\d%/-]|[.,]\d)", _short_year),
)  # fmt: skip
