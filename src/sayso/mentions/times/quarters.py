"""Quarters and business years: "the third quarter", "Q2 2024", "fiscal 1989", "the quarter"."""

import re

from sayso.mentions.times.calendar import UNKNOWN, coarsen, shift
from sayso.mentions.times.rule import Found, Reader, Rule, narrowed, rule, unknown

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
            "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip


def _quarter(m: re.Match[str], reader: Reader) -> Found | None:
    """Without a year: the last quarter of that number that has begun; in the future tense the next one."""
    number, groups, words = _NUMBERS[m["nth"].lower()], m.groupdict(), m[0].lower()
    if groups.get("year") or groups.get("before"):
        return Found("DATE", f"{groups.get('year') or groups['before']}-Q{number}")
    current = coarsen(reader.here, "quarter")
    if current is None:
        return Found("DATE", f"{coarsen(reader.here, 'year') or 'XXXX'}-Q{number}")
    year, ahead = int(current[:4]), number - int(current[-1])
    if "last year" in words or "year-earlier" in words or "year-ago" in words:
        year -= 1
    elif "next year" in words:
        year += 1
    elif "this year" not in words:
        future = reader.tense_at(m.start()) == "future"
        if ahead > 0 and not future and not (ahead == 1 and number == 4):
            year -= 1
        elif ahead < -1 and future:
            year += 1
    return Found("DATE", f"{year}-Q{number}")


def _half(m: re.Match[str], reader: Reader) -> Found | None:
    year = m["year"] or coarsen(reader.here, "year") or "XXXX"
    return Found("DATE", f"{year}-{'H1' if 'first' in m[0].lower() else 'H2'}")


def _the_quarter(m: re.Match[str], reader: Reader) -> Found | None:
    """The quarter told, else (and for "the latest") the last one that has ended."""
    latest = m["which"].lower() in ("the latest", "the most recent")
    told = reader.told if reader.told and "-Q" in reader.told and not latest else None
    return Found("DATE", unknown(told or shift(reader.here, -1, "quarter"), UNKNOWN["quarter"]))


def _fiscal(m: re.Match[str], _: Reader) -> Found | None:
    return narrowed(m["year"], m["edge"])


_NTH = r"(?P<nth>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))"
_YEAR = r"(?:(?: of|,)? (?:fiscal )?{year}\b| (?:of )?(?:this|last|next) year\b)?"

RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        r"(?:the )?(?:(?:this|last|next) year['’]s )?(?:(?P<before>(?:19|20)\d\d) )?"
        r"(?:(?:fiscal|year-earlier|year-ago)[ -])?"
        + _NTH + r"[ -](?i:quarter)\b" + _YEAR,
        _quarter,
    ),
    rule("quarter", r"Q(?P<nth>[1-4])(?: of)?(?: {year}\b)?", _quarter),
    rule("unit half", r"(?:the )?(?i:first|second) half of(?: (?:the )?(?:this )?year| {year})\b", _half),
    rule(
        "quarter",
        r"(?P<which>(?i:the latest|the most recent|the|that|the same)) (?i:quarter)\b"
        r"(?! (?:of|million|century|mile|final|hour|past))",
        _the_quarter,
    ),
    rule("fiscal digits", r"(?:{edge} )?(?i:fiscal) {year}\b", _fiscal),
)  # fmt: skip
