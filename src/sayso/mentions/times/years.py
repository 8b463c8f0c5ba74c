"""Years: `in 1941`, `late 2024`, `the end of the year`; and four digits that are no year."""

import re
from dataclasses import replace

from sayso.mentions.times.calendar import UNKNOWN, coarsen
from sayso.mentions.times.rule import Found, Reader, Rule, narrowed, rule, unknown
from sayso.mentions.times.words import number_of

# "2000 people", "1800 Russian troops": something is counted; after "in" or "since" ("in 1970 American troops") only
# a bare noun says so
_THINGS = (
    r"(?:people|men|women|children|km|kms|kilomet\w+|met(?:er|re)s|miles?|feet|m|kg|tonnes?|tons|dollars|euros|percent"
    r"|per|hours|hrs|GMT|UTC|local|dead|wounded|killed|injured|years|civilians?|police|sq|square|barrels|shares|MW"
    r"|troops|soldiers|fighters|houses|homes|families|points?|prisoners|refugees|times|[a-z]+ists?|drones|missiles"
    r"|rockets|shells|tanks|vehicles|sorties|cases|jobs|pages|residents|workers|members|volunteers|militants|rebels"
    r"|bodies|deaths|casualties|detainees|hostages|others|inhabitants)\b"
)
_COUNTED = re.compile(rf"\s{_THINGS}")
_MEASURED = re.compile(
    r"\s(?:(?:more|other|additional|new|Russian|Ukrainian|Israeli|Palestinian|American|Syrian|armed|heavily|civilian"
    r"|foreign)\s)?" + _THINGS
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|until|till|by|during|year|from|the|and|early|late|before|after)\s+|[-–—(/]\s?)\Z", re.I
)
_NUMBER_BEFORE = re.compile(
    r"(?:[$£€#:№@/.\d]|[A-Z]-|\d,|\b(?:No\.?|[Rr]esolution|[Ff]light|[Rr]oom|some|nearly|almost|than|over|least|most|only"
    r"|approximately|roughly|exactly|another)\s|\b(?:US|C|A|Rs)\$\s?)\Z"
)


def _year(m: re.Match[str], reader: Reader) -> Found | None:
    """Four digits are a year unless something is counted or numbered with them."""
    start, text, year = m.start("year"), m.string, int(m["year"])
    if not m["edge"]:
        before = text[max(0, start - 16) : start]
        wanted = _YEAR_BEFORE.search(before) is not None
        if year < 1400 and not (wanted and reader.narrative):
            return None
        if (_COUNTED if wanted else _MEASURED).match(text, m.end()) or (_NUMBER_BEFORE.search(before) and not wanted):
            return None
    return narrowed(str(year), m["edge"])


def _range_year(m: re.Match[str], reader: Reader) -> Found | None:
    """The second year of "1939-1945": the story that follows begins in the first."""
    found = _year(m, reader)
    return replace(found, told=False) if found else None


def _end_of_year(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the end of the year", "the start of the week": of publication, in a narrative those told."""
    told = reader.narrative or m["det"].lower() in ("that", "the same")
    unit = m["unit"].lower()
    value = coarsen(reader.there if told else reader.here, unit)
    return narrowed(unknown(value, UNKNOWN.get(unit, "XXXX")), m["edge"])


def _year_end(_: re.Match[str], reader: Reader) -> Found | None:
    return Found("DATE", f"{coarsen(reader.here, 'year') or 'XXXX'}-12-31", told=False)


def _spoken(m: re.Match[str], _: Reader) -> Found | None:
    """ "nineteen ninety-six"."""
    return Found("DATE", f"{int((number_of(m['high']) or 0) * 100 + (number_of(m['low']) or 0))}")


def _spoken_2000(m: re.Match[str], _: Reader) -> Found | None:
    """ "the year two thousand", "the year two thousand and eight"."""
    return Found("DATE", str(2000 + int(number_of(m["rest"]) or 0 if m["rest"] else 0)))


_ONES = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_TEENS = r"(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"

RULES: tuple[Rule, ...] = (
    rule(
        "digits",
        r"(?:{edge}[ -]|(?<![.,-]))(?:(?:the )?year )?\b{year}(?![\w%°])(?!-(?:\d{3}\b|\d{5,}))",
        _year,
    ),
    rule("digits", r"(?P<edge>)(?<=\d{4}[-–—]){year}(?![\w%°])", _range_year),
    rule(
        "unit",
        r"{edge} (?P<det>(?i:the|that|this|the same)) {unit}\b(?! (?:of|before|after|when|that)\b)",
        _end_of_year,
    ),
    rule("unit", r"(?:the )?(?i:year(?:['’]s)?[ -]end)\b", _year_end),
    rule(
        "word",
        r"(?:the year )?(?P<high>(?i:seventeen|eighteen|nineteen|twenty)) "
        r"(?P<low>(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]"
        + _ONES
        + r")?|"
        + _TEENS
        + r"))"
        r"\b(?! (?:people|men|hours|percent|years|days|minutes|hundred|thousand|million))",
        _spoken,
    ),
    rule(
        "word", r"(?i:the year two thousand)(?: and)?(?: (?P<rest>(?i:" + _ONES + "|" + _TEENS + r")))?\b", _spoken_2000
    ),
)
