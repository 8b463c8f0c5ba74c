"""Seasons, decades, centuries and years before Christ: "the summer of 1941", "the late 1980s", "490 BC"."""

import re

from sayso.mentions.times.calendar import SEASONS, as_day, coarsen, days_of
from sayso.mentions.times.dates import that_year
from sayso.mentions.times.rule import Found, Reader, Rule, narrowed, rule
from sayso.mentions.times.words import MONTHS, ORDINALS, SEASON_CODES, clean


def _season_of(m: re.Match[str], reader: Reader) -> Found | None:
    code = SEASON_CODES[m["season"].lower()]
    if m["year"]:
        return narrowed(f"{m['year']}-{code}", m["edge"])
    return narrowed(f"{that_year(m['thatyear'], reader) or 'XXXX'}-{code}", m["edge"])


def _season(m: re.Match[str], reader: Reader) -> Found | None:
    """A bare season: in a narrative that of the year told, in news the nearest on the side that the tense tells."""
    if _no_season(m):
        return None
    code, here = SEASON_CODES[m["season"].lower()], as_day(reader.here)
    if reader.narrative or here is None:
        return narrowed(f"{coarsen(reader.told, 'year') or 'XXXX'}-{code}", m["edge"])
    begun_last_year = code == "WI" and here.month <= 2
    year, tense = here.year - begun_last_year, reader.tense_at(m.start())
    covered = days_of(f"{year:04d}-{code}")
    if tense == "past" and here.month < SEASONS[code] and not begun_last_year:
        year -= 1
    elif tense == "future" and covered and covered[1] < here:
        year += 1
    return narrowed(f"{year:04d}-{code}", m["edge"])


# "fall" is a season after these words only, and not where somebody or something falls
_FALL_BEFORE = re.compile(r"\b(?:this|last|next|in the|by|early|late|since|until|the summer and)\s\Z", re.I)
_FALL_AFTER = re.compile(r"\s(?:of|back|to|in|down|from|into|out|apart|under|off|behind|short|through|up)\b")
_SPRING_BEFORE = re.compile(r"\b(?:Arab|Prague|Syrian|Damascus|hot|to|will|would|could|Palm|Silver|Colorado)\s\Z", re.I)


def _no_season(m: re.Match[str]) -> bool:
    word, start = m["season"].lower(), m.start("season")
    before = m.string[max(0, start - 16) : start]
    if word == "fall":
        return not _FALL_BEFORE.search(before) or _FALL_AFTER.match(m.string, m.end()) is not None
    return word == "spring" and _SPRING_BEFORE.search(before) is not None


def _decade(m: re.Match[str], _: Reader) -> Found | None:
    """ "the 1980s", "the '80s"; "the 1800s" are a century, "the 2000s" a decade."""
    digits = m["digits"]
    if len(digits) == 2:
        return narrowed(f"{'19' if int(digits) >= 20 else '20'}{digits[0]}", m["edge"])
    return narrowed(digits[:2] if digits.endswith("00") and int(digits) < 2000 else digits[:3], m["edge"])


_DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
            "nineties": 9}  # fmt: skip


def _decade_word(m: re.Match[str], _: Reader) -> Found | None:
    return narrowed(f"19{_DECADES[m['decade'].lower()]}", m["edge"])


def _century(m: re.Match[str], _: Reader) -> Found | None:
    words = m["nth"].lower()
    number = int(words[:-2]) if words[0].isdigit() else ORDINALS.get(words.replace(" ", "-"), 0)
    return narrowed(f"{'BC' if m['era'] else ''}{number - 1:02d}", m["edge"]) if 0 < number <= 21 else None


def _before_christ(m: re.Match[str], _: Reader) -> Found | None:
    value = f"BC{int(m['number']):04d}"
    if m["tens"]:
        return narrowed(value[:5], m["edge"])
    if m["season"]:
        value += f"-{SEASON_CODES[m['season'].lower()]}"
    elif m["month"]:
        value += f"-{MONTHS[clean(m['month'])]:02d}"
    return narrowed(value, m["edge"])


def _bare_before_christ(m: re.Match[str], reader: Reader) -> Found | None:
    """ "in 492" in a text that tells of years before Christ, "477" of "477-450 BC"."""
    shared = re.match(r"[-–]\d{3} BC", m.string[m.end() : m.end() + 8])
    told = reader.told is not None and reader.told.startswith("BC")
    return Found("DATE", f"BC{int(m['it']):04d}") if shared or told else None


def _anno_domini(m: re.Match[str], _: Reader) -> Found | None:
    return Found("DATE", f"{int(m['before'] or m['after']):04d}")


_EDGE = r"(?:{edge}[ -])?(?:the )?"
_EARLY = r"(?:the )?(?:(?P<edge>early|late|mid)[ -])?"

RULES: tuple[Rule, ...] = (
    rule(
        "season",
        _EDGE + r"{season}(?:(?: of)?,? {year}\b| {thatyear}\b)",
        _season_of,
    ),
    rule("season", _EDGE + r"{season}\b(?!['’])", _season),
    rule("decade", _EDGE + r"(?P<digits>(?:1\d|20)\d0)['’]?s\b(?! {era:})", _decade),
    rule("decade", _EARLY + r"(?P<digits>(?:1\d|20)\d0)['’]?s\b(?! {era:})", _decade),
    rule("decade", _EARLY + r"['’](?P<digits>\d0)s\b", _decade),
    rule("word", r"(?:the )" + _EARLY + rf"(?P<decade>(?i:{'|'.join(_DECADES)}))\b", _decade_word),
    rule("century", _EARLY + r"(?P<nth>\d\d?(?:st|nd|rd|th)|{ordinal:})[ -](?i:century)\b(?: {era})?", _century),
    rule(
        "era",
        r"(?:{edge} )?(?:ca?\. )?(?:(?:the )?(?:{season} of |{month} ))?(?:the )?"
        r"(?<![,.])(?P<number>\d{1,4})(?P<tens>s)? {era:}(?!\w)",
        _before_christ,
    ),
    rule(
        "digits",
        r"(?:(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Oo]f|[Ff]rom) |\()(?P<it>\d{3})"
        r"(?=[,.;:)]|[-–]\d|\s(?:and|by|with|to|the|when|in|at|[A-Z]))(?!,\d)",
        _bare_before_christ,
    ),
    rule(
        "era",
        r"(?:AD|A\.D\.) (?P<before>\d{1,4})\b|(?<![\d,.])(?P<after>\d{1,4}) (?:AD|A\.D\.|CE)(?!\w)",
        _anno_domini,
    ),
)
