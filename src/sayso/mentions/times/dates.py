"""Days of the calendar by name or number: `8 June 2025`, `Monday, June 8`, `08.06.2025`, `2025-06-08`."""

import re

from sayso.mentions.times.calendar import Mod, coarsen, day_value, make_day, month_of, year_of
from sayso.mentions.times.rule import Found, Reader, Rule, rule
from sayso.mentions.times.words import MONTHS, PIECES, clean, day_number

NEAR = 90  # days: a date without a year that lies this close is meant, whatever the tense

# Two days that are named without their year ever since.
_KNOWN_DAYS = {(9, 11): 2001, (10, 7): 2023}
_ATTACK = re.compile(r",?\s(?:terror(?:ist)?\s)?(?:attacks?|massacre|assault|hijackers?|hijackings?|onslaught)\b")


def nearest_year(month: int, day: int, reader: Reader, offset: int) -> int | None:
    """The year of a day or month that is named without one.

    News: that of the nearest such day, or if it lies more than `NEAR` days off, on the side of publication that the
    tense tells. Narrative: the year told, or the next one where the story has come to the end of a year and the month
    stands at the beginning of one.
    """
    now = reader.now
    if now is None:
        year, told = year_of(reader.told), month_of(reader.told)
        return year + 1 if year and told and told >= 11 and month <= 2 else year
    nearby = [d for y in (now.year - 1, now.year, now.year + 1) if (d := make_day(y, month, day))]
    best = min(nearby, key=lambda d: abs((d - now).days), default=None)
    if best and abs((best - now).days) > NEAR and (tense := reader.tense_at(offset)) in ("past", "future"):
        side = [d for d in nearby if (d <= now if tense == "past" else d >= now)]
        best = min(side, key=lambda d: abs((d - now).days), default=best)
    return best.year if best else None


# "in April and June 1955", "June 28 - July 2, 2025": the year stands with the last of them
_YEAR_AFTER = re.compile(
    r"(?:\s?[-–—/]\s?|\s(?:and|or|to|through|until|till)\s|,\s(?:and\s)?)"
    r"(?:the\s)?(?:early\s|late\s|mid-?\s?|end\sof\s)?(?:\d\d?\s)?"
    rf"(?P<month>{PIECES['month']})(?:\s\d\d?)?,?\s(?P<year>(?:1\d|20)\d\d)\b"
)


def year_after(month: int, m: re.Match[str]) -> int | None:
    """The year that is told only with a later date of the same list or range."""
    after = _YEAR_AFTER.match(m.string, m.end())
    return int(after["year"]) - (month > MONTHS[clean(after["month"])]) if after else None


def that_year(words: str, reader: Reader) -> int | None:
    """The year of "this year", "last year" (of publication), "that year", "the previous year" (told)."""
    words = words.lower()
    told = not re.search(r"\b(?:this|current)\b|^(?:of )?(?:last|next)\b", words)
    value = coarsen(reader.there if told else reader.here, "year")
    step = -1 if re.search(r"last|previous", words) else 1 if re.search(r"next|following", words) else 0
    return int(value) + step if value and not value.startswith("BC") else None


def day_found(year: int | None, month: int, day: int, mod: Mod | None = None) -> Found | None:
    """A day, without its year where that is not known; None where the calendar has no such day."""
    made = make_day(year or 2000, month, day)  # 2000 has a 29 February
    if year and made:
        return Found("DATE", day_value(made), mod)
    return Found("DATE", f"XXXX-{month:02d}-{day:02d}", mod) if made or (month, day) == (2, 29) else None


def _day_of_month(m: re.Match[str], reader: Reader) -> Found | None:
    month, day, groups = MONTHS[clean(m["month"])], day_number(m["dayn"]), m.groupdict()
    if day is None:
        return None
    if groups.get("year"):
        year: int | None = int(m["year"])
    elif groups.get("thatyear"):
        year = that_year(m["thatyear"], reader)
    elif (month, day) in _KNOWN_DAYS and _ATTACK.match(m.string, m.end()):
        year = _KNOWN_DAYS[month, day]
    else:
        year = year_after(month, m) or nearest_year(month, day, reader, m.start())
    return day_found(year, month, day)


def _numeric(m: re.Match[str], _: Reader) -> Found | None:
    """Dots mean day-month, slashes the American order unless that is no date, the year first year-month-day."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    if len(m["year"]) == 2:
        year += 1900 if year > 50 else 2000
    day, month = (b, a) if m["sep"] == "/" and a <= 12 else (a, b)
    return day_found(year, month, day) if month <= 12 else None


def _iso(m: re.Match[str], _: Reader) -> Found | None:
    return day_found(int(m["y"]), int(m["m"]), int(m["d"]))


_WEEKDAY = r"(?:{anyday:},? )?"
_YEAR = r"(?:,? {year}\b|,? {thatyear})?"

RULES: tuple[Rule, ...] = (
    rule("month", _WEEKDAY + r"(?<!\$)(?:the )?{month} (?:the )?{dayn}" + _YEAR, _day_of_month),
    rule("month", _WEEKDAY + r"(?:the )?{dayn}(?: day)?(?: of)?[ -]{month},?[ -]{year}\b", _day_of_month),
    rule("month", _WEEKDAY + r"(?:the )?(?:(?<![.,:$-])|(?<=\d[-–])){dayn}(?: of)? {month}\b" + _YEAR, _day_of_month),
    rule("month", _WEEKDAY + r"{month} (?P<dayn>{ordinal:})\b(?:,? {year}\b)?", _day_of_month),
    rule("digits", r"(?<![./-])(?P<y>1[89]\d\d|20\d\d)-(?P<m>0\d|1[0-2])-(?P<d>[0-3]\d)(?![\d-])", _iso),
    rule("digits", r"(?<![./-])(?P<y>1[89]\d\d|20\d\d)/(?P<m>0?\d|1[0-2])/(?P<d>[0-3]?\d)(?![\d/])", _iso),
    rule(
        "digits",
        r"(?<![./-])(?P<a>[0-3]?\d)(?P<sep>[./-])(?P<b>[0-3]?\d)(?P=sep)(?P<year>1[89]\d\d|20\d\d)(?![\d/-]|\.\d)",
        _numeric,
    ),
    rule(
        "digits",
        r"(?<![./-])(?P<a>[01]?\d)(?P<sep>/)(?P<b>[0-3]?\d)(?P=sep)(?P<year>\d\d)(?![\d/-]|\.\d)",
        _numeric,
    ),
)
