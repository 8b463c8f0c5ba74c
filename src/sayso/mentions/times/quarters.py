"""Quarters and business years: "the third quarter", "Q2 2024", "fiscal 1989", "the quarter"."""

import re

from sayso.mentions.times.calendar import coarsen, shift
from sayso.mentions.times.rule import Found, Reader, Rule, mod_of, rule

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
            "1": 1, "2": 2, "3": 3, "4": 4}  # fmt: skip


def _quarter(m: re.Match[str], reader: Reader) -> Found | None:
    """Without a year: the last quarter of that number that has ended or begun; in the future tense the next."""
    number, groups = _NUMBERS[m["nth"].lower()], m.groupdict()
    if groups.get("year") or groups.get("year2"):
        return Found("DATE", f"{groups.get('year') or groups.get('year2')}-Q{number}")
    which = (groups.get("which") or "").lower()
    year = coarsen(reader.here, "year")
    if year is None:
        return Found("DATE", f"XXXX-Q{number}")
    if "year-earlier" in m[0].lower() or "year-ago" in m[0].lower() or "last year" in which:
        return Found("DATE", f"{int(year) - 1}-Q{number}")
    if "next year" in which:
        return Found("DATE", f"{int(year) + 1}-Q{number}")
    if "this year" in which:
        return Found("DATE", f"{year}-Q{number}")
    current = coarsen(reader.here, "quarter")
    if current is None:
        return Found("DATE", f"{year}-Q{number}")
    value = f"{year}-Q{number}"
    if value > current:
        ahead = number - int(current[-1])
        if not (reader.tense_at(m.start()) == "future" or ahead == 1 and current.endswith("3")):
            value = f"{int(year) - 1}-Q{number}"
    elif reader.tense_at(m.start()) == "future" and value < current and int(current[-1]) - number > 1:
        value = f"{int(year) + 1}-Q{number}"
    return Found("DATE", value)


def _half(m: re.Match[str], reader: Reader) -> Found | None:
    number = 1 if "first" in m[0].lower() else 2
    year = m["year"] or coarsen(reader.here, "year")
    return Found("DATE", f"{year or 'XXXX'}-H{number}")


def _this_quarter(m: re.Match[str], reader: Reader) -> Found | None:
    which = m["which"].lower()
    if which in ("the latest", "the most recent"):
        return Found("DATE", shift(reader.here, -1, "quarter") or "XXXX-QX")
    if which in ("the", "that", "the same"):
        told = reader.told if reader.told and "-Q" in reader.told else None
        return Found("DATE", told or shift(reader.here, -1, "quarter") or "XXXX-QX")
    return None


def _fiscal(m: re.Match[str], _: Reader) -> Found | None:
    return Found("DATE", m["year"], mod_of(m["edge"])[0])


_NTH = r"(?P<nth>(?i:first|second|third|fourth|final|1st|2nd|3rd|4th))"
_YEARS = r"(?P<which>(?i:(?:this|last|next) year)['’]s )?"

RULES: tuple[Rule, ...] = (
    rule("unit", rf"(?:\bthe )?(?:\b{_YEARS})?(?:\b(?P<year2>(?:19|20)\d\d) )?(?:\b(?:fiscal|year-earlier|year-ago)[ -])?\b{_NTH}[ -](?i:quarter)\b(?:(?: of|,)? (?:fiscal )?{{year}}\b)?", _quarter),
    rule("word", r"\bQ(?P<nth>[1-4])(?: of)?(?: {year}\b)?", _quarter),
    rule("unit", rf"\b(?:the )?{_NTH} quarter (?:of )?(?P<which>(?i:(?:this|last|next) year))\b", _quarter),
    rule("unit", r"\b(?:the )?(?i:first|second) half of(?: (?:the )?(?:this )?year| {year})\b", _half),
    rule("unit", r"\b(?P<which>(?i:the latest|the most recent|the|that|the same)) (?i:quarter)\b(?! (?:of|million|century|mile|final|hour|past))", _this_quarter),
    rule("digits", r"(?:\b{edge} )?\b(?i:fiscal) {year}\b", _fiscal),
)  # fmt: skip
