"""Months: `June 2025`, `late May`, `in March`, `last April`; and what looks like one but is a verb or a name."""

import re
from typing import Literal

from sayso.mentions.times.calendar import coarsen, month_value
from sayso.mentions.times.dates import nearest_year, that_year, year_after
from sayso.mentions.times.rule import Found, Reader, Rule, narrowed, rule
from sayso.mentions.times.words import MONTHS, clean

# Up to how many months ahead of publication a bare month is still to come, by the tense of its clause.
FORWARD: dict[Literal["past", "present", "future"] | None, int] = {"future": 10, "present": 4, None: 3, "past": 2}

UNTIL = 6  # months ahead that "through October" and "until October" reach
_UNTIL = re.compile(r"\b(?:through|until|till)\s\Z")


def _month_found(year: int | None, month: int, edge: str | None = None) -> Found:
    return narrowed(month_value(year, month) if year else f"XXXX-{month:02d}", edge)


def _month(m: re.Match[str], reader: Reader) -> Found | None:
    month, edge, groups = MONTHS[clean(m["month"])], m["edge"], m.groupdict()
    if groups.get("year"):
        return _month_found(int(m["year"]), month, edge)
    if groups.get("thatyear"):
        return _month_found(that_year(m["thatyear"], reader), month, edge)
    if _no_month(m):
        return None
    year = year_after(month, m) or _near_year(month, reader, m.start())
    if year is None and reader.narrative and reader.told and reader.told.startswith("BC"):
        return narrowed(f"{reader.told[:6]}-{month:02d}", edge)
    return _month_found(year, month, edge)


def _near_year(month: int, reader: Reader, offset: int) -> int | None:
    now = reader.now
    if now is None:
        return nearest_year(month, 15, reader, offset)
    ahead = (month - now.month) % 12
    until = _UNTIL.search(reader.text, max(0, offset - 8), offset)
    tense = "future" if until and ahead <= UNTIL else reader.tense_at(offset)
    if ahead <= (FORWARD[tense] if ahead else 0):
        return now.year + (month < now.month)
    return now.year - (month > now.month)


def _last_month(m: re.Match[str], reader: Reader) -> Found | None:
    """ "last May" is the May that is over, "next May" the one to come, "this May" that of the year."""
    month, which = MONTHS[clean(m["month"])], m["which"].lower().split()[-1]
    here = coarsen(reader.here, "month") or coarsen(reader.here, "year")
    if here is None or here.startswith("BC"):
        return _month_found(None, month)
    year, own = int(here[:4]), int(here[5:7] or 0)
    if which in ("last", "past", "previous"):
        year -= own <= month
    elif which in ("next", "coming", "following"):
        year += own >= month
    return _month_found(year, month, m["edge"])


_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Tt]o|[Oo]f|[Ff]or|[Tt]hrough|[Bb]etween|and|or|[Oo]n"
    r"|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout|[Tt]he|[Ee]ach|[Ee]very|last|this|next|per|[Ii]nto|[Tt]hroughout|back|a)\s+"
    r"|[-–—/(]\s?|,\s)\Z"
)
_NAME_BEFORE = re.compile(
    r"\b(?:Ms|Mrs|Mr|Miss|Dr|Theresa|Brian|Elaine|Robert|Peter|Justice|Secretary|Minister|Gen|General|Col|Colonel|Capt"
    r"|Captain|President|Sen|Senator|Black)\.?\s\Z"
)


_DEMONSTRATION = re.compile(r"\s(?:for|on|to|against)\b")  # the March for Life, the March on Rome


def _no_month(m: re.Match[str]) -> bool:
    """May and March are also verbs and names: they need a word before them that goes with a month; "Jan Egeland"."""
    name, start = clean(m["month"]), m.start("month")
    before = m.string[max(0, start - 14) : start]
    if m["edge"]:
        return False
    if _NAME_BEFORE.search(before):
        return True
    if name == "march" and _DEMONSTRATION.match(m.string, m.end()):
        return True
    if name in ("may", "march"):
        return m["month"].isupper() or not _BEFORE.search(before)
    if len(name) > 3 or m["month"].endswith("."):
        return False
    return re.match(r"\s[A-Z]", m.string[m.end() : m.end() + 2]) is not None or not _BEFORE.search(before)


_EDGE = r"(?:{edge}[ -])?(?<!\$)"

RULES: tuple[Rule, ...] = (
    rule("month", _EDGE + r"{month},?(?: of)? {year}\b(?!-\d\d-)", _month),
    rule("month", _EDGE + r"{month},? {thatyear}", _month),
    rule("month", _EDGE + r"{month}(?:(?![\w'’]| \d{1,2}\b|-\w+ed\b)|(?=['’]s\b))", _month),
    rule(
        "month",
        r"(?:(?P<edge>(?i:early|late|mid)) )?"
        r"(?P<which>(?i:last|next|this(?: past| coming)?|the (?:following|previous))) {month}(?!\w|\.?\s?\d)",
        _last_month,
    ),
)
