"""Days, months and years by name or number: `8 June 2025`, `June 8`, `08.06.2025`, `late May`, `in 1941`."""

import re
from dataclasses import replace

from sayso.mentions.times.calendar import (
    Mod,
    coarsen,
    day_value,
    grain_of,
    make_day,
    month_of,
    month_value,
    year_of,
)
from sayso.mentions.times.rule import Found, Reader, Rule, mod_of, rule
from sayso.mentions.times.words import MONTHS, PIECES, clean, day_number

# Up to how many months ahead of publication a bare month is still to come, by the tense of its clause.
FORWARD = {"future": 10, "present": 4, None: 3, "past": 2}
NEAR = 90  # days: a date without a year that lies this close is meant, whatever the tense


def nearest_year(month: int, day: int, reader: Reader, offset: int) -> int | None:
    """The year of a day or month that is named without one.

    News: that of the nearest such day, on the side of publication that the tense tells. Narrative: the year told, or
    the next one where the story has come to the end of a year and the month is at the beginning of one.
    """
    now = reader.now
    if now is None:
        year = year_of(reader.told)
        told = month_of(reader.told)
        if year is not None and told is not None and told >= 11 and month <= 2:
            return year + 1
        return year
    nearby = [d for y in (now.year - 1, now.year, now.year + 1) if (d := make_day(y, month, day))]
    if not nearby:
        return None
    best = min(nearby, key=lambda d: abs((d - now).days))
    tense = reader.tense_at(offset)
    if abs((best - now).days) > NEAR and tense in ("past", "future"):
        side = [d for d in nearby if (d <= now if tense == "past" else d >= now)]
        best = min(side, key=lambda d: abs((d - now).days), default=best)
    return best.year


# "in April and June 1955", "June 28 - July 2, 2025": the year stands with the last of them
_YEAR_AFTER = re.compile(
    r"(?:\s?[-–—/]\s?|\s(?:and|or|to|through|until|till)\s|,\s(?:and\s)?)(?:the\s)?(?:early\s|late\s|mid-?\s?|end\sof\s)?"
    rf"(?:\d\d?\s)?(?P<month>{PIECES['month']})(?:\s\d\d?)?,?\s(?P<year>(?:1\d|20)\d\d)\b"
)


def year_after(month: int, m: re.Match[str]) -> int | None:
    """The year that is told only after a later date of the same list or range."""
    after = _YEAR_AFTER.match(m.string, m.end())
    return int(after["year"]) - (month > MONTHS[clean(after["month"])]) if after else None


def _month_year(month: int, reader: Reader, offset: int) -> int | None:
    now = reader.now
    if now is None:
        return nearest_year(month, 15, reader, offset)
    if month == now.month:
        return now.year
    tense = reader.tense_at(offset)
    before, after = (now.month - month) % 12, (month - now.month) % 12
    forward = after <= FORWARD[tense]
    return now.year + (month < now.month) if forward else now.year - (month > now.month) if before else now.year


def day_found(year: int | None, month: int, day: int, mod: Mod | None = None) -> Found | None:
    if year is None:
        return Found("DATE", f"XXXX-{month:02d}-{day:02d}") if day <= 31 else None
    made = make_day(year, month, day)
    if made is None and (month, day) == (2, 29):
        return Found("DATE", "XXXX-02-29")
    return Found("DATE", day_value(made), mod) if made else None


def month_found(year: int | None, month: int, mod: Mod | None = None) -> Found:
    return Found("DATE", month_value(year, month) if year else f"XXXX-{month:02d}", mod)


def _day_of_month(m: re.Match[str], reader: Reader) -> Found | None:
    month, day = MONTHS[clean(m["month"])], day_number(m["dayn"])
    if day is None:
        return None
    groups = m.groupdict()
    if groups.get("year"):
        year: int | None = int(m["year"])
    elif groups.get("thatyear"):
        year = _that_year(m["thatyear"], reader)
    elif _ATTACK_DAY.match(m.string, m.end()) and (month, day) in _KNOWN_DAYS:
        year = _KNOWN_DAYS[month, day]
    else:
        year = year_after(month, m) or nearest_year(month, day, reader, m.start())
    return day_found(year, month, day)


# Two days that are named without their year ever since.
_KNOWN_DAYS = {(9, 11): 2001, (10, 7): 2023}
_ATTACK_DAY = re.compile(r",?\s(?:terror(?:ist)?\s)?(?:attacks?|massacre|assault|hijackers?|hijackings?|onslaught)\b")


def _that_year(words: str, reader: Reader) -> int | None:
    words = words.lower()
    if "this" in words or "last" in words or "next" in words or "current" in words:
        step = -1 if "last" in words else 1 if "next" in words else 0
        value = coarsen(reader.here, "year")
    else:
        step = -1 if "previous" in words else 1 if "following" in words else 0
        value = reader.told_year()
    return int(value) + step if value and not value.startswith("BC") else None


def _month(m: re.Match[str], reader: Reader) -> Found | None:
    month = MONTHS[clean(m["month"])]
    mod, _ = mod_of(m["edge"])
    groups = m.groupdict()
    if groups.get("year"):
        return month_found(int(m["year"]), month, mod)
    if groups.get("thatyear"):
        return month_found(_that_year(m["thatyear"], reader), month, mod)
    if _not_a_month(m):
        return None
    year = year_after(month, m) or _month_year(month, reader, m.start())
    if year is None and reader.narrative and reader.told and reader.told.startswith("BC"):
        return Found("DATE", f"{reader.told[:6]}-{month:02d}", mod)
    return month_found(year, month, mod)


_MONTH_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Ff]rom|[Tt]o|[Oo]f|[Ff]or|[Tt]hrough|[Bb]etween|and|or"
    r"|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout|the|[Ee]ach|[Ee]very|[Oo]n|last|this|next|per|[Ii]nto|[Tt]hroughout|back|a)\s+"
    r"|[-–—/(]\s?|,\s)\Z"
)
_NAME_BEFORE = re.compile(r"(?:\b(?:Ms|Mrs|Mr|Miss|Dr|Theresa|Brian|Elaine|Robert|Peter|Justice|Secretary|Minister|"
                          r"Gen|General|Col|Colonel|Capt|Captain|President|Sen|Senator)\.?\s)\Z")  # fmt: skip
_NAME_AFTER = re.compile(r"\s(?:[A-Z][a-z]+(?:son|ez|berg|ski)\b|Laurie)")


def _not_a_month(m: re.Match[str]) -> bool:
    """May and March, April and June are also verbs and names: they need a word before them that goes with a month."""
    name, before = clean(m["month"]), m.string[max(0, m.start("month") - 14) : m.start("month")]
    if m["edge"]:
        return False
    if _NAME_BEFORE.search(before) or before.endswith("Black "):
        return True
    if name in ("may", "march"):
        return not _MONTH_BEFORE.search(before) or m["month"].isupper()
    if name in ("april", "june", "august"):
        return _NAME_AFTER.match(m.string, m.end("month")) is not None
    if len(name) <= 3 and re.match(r"\s[A-Z]", m.string[m.end() : m.end() + 2]):
        return True
    return len(name) <= 3 and not m["month"].endswith(".") and not _MONTH_BEFORE.search(before)


def _last_month(m: re.Match[str], reader: Reader) -> Found | None:
    """ "last May" is the May that is over, "next May" the one to come, "this May" that of the year."""
    month, which = MONTHS[clean(m["month"])], m["which"].lower().split()[-1]
    here = coarsen(reader.here, "month") or coarsen(reader.here, "year")
    if here is None or here.startswith("BC"):
        return month_found(None, month)
    year, own = int(here[:4]), int(here[5:7] or 0)
    if which in ("last", "past", "previous"):
        year -= own <= month
    elif which in ("next", "coming", "following"):
        year += own >= month
    return month_found(year, month, mod_of(m["edge"])[0])


def _numeric(m: re.Match[str], _: Reader) -> Found | None:
    """Dots and the year first mean day-month or year-month-day; slashes the American order, unless that is no date."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year4"])
    year += (1900 if year > 50 else 2000) if len(m["year4"]) == 2 else 0
    day, month = (b, a) if m["sep"] == "/" and a <= 12 else (a, b)
    made = make_day(year, month, day)
    return Found("DATE", day_value(made)) if made else None


def _iso(m: re.Match[str], _: Reader) -> Found | None:
    made = make_day(int(m["y"]), int(m["m"]), int(m["d"]))
    return Found("DATE", day_value(made)) if made else None


# "2000 people", "1800 Russian troops": something is counted; after "in" or "since" ("in 1970 American troops") only
# a bare noun says so
_THINGS = (
    r"(?:people|men|women|children|km|kms|kilomet\w+|met(?:er|re)s|miles?|feet|m|kg|tonnes?|tons|dollars|euros|percent|per|hours|hrs|GMT"
    r"|UTC|local|dead|wounded|killed|injured|years|civilians?|police|sq|square|barrels|shares|MW|troops|soldiers|fighters|houses"
    r"|homes|families|points?|prisoners|refugees|times|[a-z]+ists?|drones|missiles|rockets|shells|tanks|vehicles|sorties|cases|jobs"
    r"|pages|residents|workers|members|volunteers|militants|rebels|bodies|deaths|casualties|detainees|hostages|others|inhabitants)\b"
)
_COUNTED = re.compile(rf"\s{_THINGS}")
_MEASURED = re.compile(
    r"\s(?:(?:more|other|additional|new|Russian|Ukrainian|Israeli|Palestinian|American|Syrian|armed|heavily|civilian|foreign)\s)?"
    + _THINGS
)
_YEAR_WORD = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|during|year|from|the|and|early|late|before|after)\s+|[-–—(/]\s?)\Z", re.I
)
_NO_YEAR_BEFORE = re.compile(
    r"(?:[$£€#:№@/.\d]|[A-Z]-|\d,|\b(?:No\.?|Resolution|resolution|flight|Flight|room|Room|some|nearly|almost|than|over|least|"
    r"most|only|approximately|roughly|exactly|another)\s|\b(?:US|C|A|Rs)\$\s?)\Z"
)


def _year(m: re.Match[str], reader: Reader) -> Found | None:
    """Four digits are a year unless something is counted or numbered with them."""
    start, text = m.start("year"), m.string
    before = text[max(0, start - 16) : start]
    year = int(m["year"])
    mod, half = mod_of(m["edge"])
    if not m["edge"]:
        if year < 1400 and not (_YEAR_WORD.search(before) and reader.narrative):
            return None
        counted = _COUNTED if _YEAR_WORD.search(before) else _MEASURED
        if counted.match(text, m.end()):
            return None
        if _NO_YEAR_BEFORE.search(before) and not _YEAR_WORD.search(before):
            return None
    value = f"{year}-{half}" if half else str(year)
    return Found("DATE", value, mod if not half else None)


def _range_year(m: re.Match[str], reader: Reader) -> Found | None:
    """The second year of "1939-1945": the story that follows begins in the first."""
    found = _year(m, reader)
    return replace(found, told=False) if found else None


def _that_month_or_year(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the end of the year": the year told in a narrative, else that of publication."""
    base = reader.there if reader.narrative or m["det"].lower() in ("that", "the same") else reader.here
    unit, (mod, half) = m["bigunit"].lower(), mod_of(m["edge"])
    value = coarsen(base, unit)
    if value is None:
        return Found("DATE", {"year": "XXXX", "month": "XXXX-XX", "week": "XXXX-WXX"}.get(unit))
    if half and grain_of(value) == "year":
        return Found("DATE", f"{value}-{half}")
    return Found("DATE", value, mod)


RULES: tuple[Rule, ...] = (
    rule("month", r"(?:(?:{weekday:}|{shortday:}),? )?(?<![\w$])\b(?:the )?{month} (?:the )?{dayn}(?:,? {year}\b|,? {thatyear})?", _day_of_month),
    rule("month", r"(?:(?:{weekday:}|{shortday:}),? )?(?:\b(?:the )?)?\b{dayn}(?: day)?(?: of)?[ -]{month},?[ -]{year}\b", _day_of_month),
    rule("month", r"(?:(?:{weekday:}|{shortday:}),? )?(?:\b(?:the )?)?(?:(?<![\w.,:$-])|(?<=\d[-–]))\b{dayn}(?: of)? {month}\b(?:,? {thatyear})?", _day_of_month),
    rule("month", r"(?:{weekday:},? )?\b{month} (?P<dayn>{ordinal:})\b(?:,? {year}\b)?", _day_of_month),
    rule("month", r"(?:\b{edge}[ -])?(?<![\w$])\b{month},?(?: of)? {year}\b(?!-\d\d-)", _month),
    rule("month", r"(?:\b{edge}[ -])?(?<![\w$])\b{month},? {thatyear}", _month),
    rule("month", r"(?:\b(?P<edge>(?i:early|late|mid)) )?\b(?P<which>(?i:last|next|this(?: past| coming)?|the (?:following|previous))) {month}\b(?! \d)", _last_month),
    rule("month", r"(?:\b{edge}[ -])?(?<![\w$])\b{month}(?![\w'’])(?! \d{1,2}\b)(?!-\w+ed\b)", _month),
    rule("month", r"(?:\b{edge}[ -])?(?<![\w$])\b{month}(?=['’]s\b)", _month),
    rule("digits", r"(?<![\d./-])(?P<y>1[89]\d\d|20\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)(?![\d-])", _iso),
    rule("digits", r"(?<![\d./-])(?P<y>1[89]\d\d|20\d\d)/(?P<m>0?\d|1[0-2])/(?P<d>[0-3]?\d)(?![\d/])", _iso),
    rule("digits", r"(?<![\d./-])(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<year4>1[89]\d\d|20\d\d)(?![\d/-]|\.\d)", _numeric),
    rule("digits", r"(?<![\d./-])(?P<a>[01]?\d)(?P<sep>/)(?P<b>[0-3]?\d)(?P=sep)(?P<year4>\d\d)(?![\d/-]|\.\d)", _numeric),
    rule("digits", r"(?:\b{edge}[ -]|(?<![\w.,-]))(?:\b(?:the )?year )?\b{year}(?![\w%°])(?!-(?:\d{3}\b|\d{5,}))", _year),
    rule("digits", r"\b(?P<edge>)(?<=\d{4}[-–—]){year}(?![\w%°])", _range_year),
    rule("unit", r"\b{edge} (?P<det>(?i:the|that|this|the same)) {bigunit}\b(?! (?:of|before|after|when|that)\b)", _that_month_or_year),
)  # fmt: skip
