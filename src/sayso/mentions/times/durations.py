"""How long: "three days", "more than a decade", "a year and a half", "two to three weeks", "10-year", "for weeks"."""

import re

from sayso.mentions.times.rule import Found, Reader, Rule, rule
from sayso.mentions.times.words import number_of, unit_of

_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
            "year": "Y"}  # fmt: skip
_MADE_OF = {"decade": ("year", 10), "century": ("year", 100), "fortnight": ("week", 2), "night": ("day", 1)}
_HALVES = {"Y": "6M", "TH": "30M", "TM": "30S"}


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 duration; X for a count that is not told. Decades and centuries are counted in years."""
    unit, factor = _MADE_OF.get(unit, (unit, 1))
    letter = _LETTERS[unit]
    start, last = f"P{letter[:-1]}", letter[-1]
    if count is None:
        return f"{start}X{last}"
    count *= factor
    if count == int(count):
        return f"{start}{int(count)}{last}"
    if count - int(count) == 0.5 and letter in _HALVES:
        return f"{start}{f'{int(count)}{last}' if count > 1 else ''}{_HALVES[letter]}"
    return f"{start}{count:g}{last}"


# "100 barrels a day", "twice a week": a rate, not a length of time
_RATE = re.compile(
    r"(?:\b(?:once|twice|percent|%|million|billion|people|children|men|women|work)|\d"
    r"|(?<![a-z])(?!(?:lasts|takes|was|is|has|as|its|this|spends|needs|gives|leaves|follows|us|means|becomes|marks"
    r"|begins|across|plus|minus|thus)\s)[a-z]{3,}s)\s\Z"
)
_LENGTH = re.compile(
    r"\b(?:[Ff]or|[Ii]n|[Ww]ithin|[Aa]fter|[Ll]asted|[Ll]asting|[Tt]akes?|[Tt]ook|than|over|least)\s\Z"
)
_EVENT = re.compile(r"\s(?:after|before)\b")


def _duration(m: re.Match[str], _: Reader) -> Found | None:
    unit, words, text = unit_of(m["units"]), (m["upper"] or m["count"]), m.string
    count = number_of(words)
    if words.lower() in ("a", "an") and not (m["about"] or m["half"]):
        before = text[max(0, m.start() - 24) : m.start("count")]
        if _RATE.search(before):
            return Found("SET", duration_value(1, unit))
        if unit in ("second", "minute", "night", "day") and not (_LENGTH.search(before) or _EVENT.match(text, m.end())):
            return None  # "a day to remember"
    if unit == "quarter" and count in (1, 3):
        return None  # a fraction
    if unit == "second" and count == 1:
        return None  # "a second strike"
    if count is None and unit == m["units"].lower():
        return None  # "some day"
    if words.isdigit() and len(words) == 4 and 1800 <= int(words) <= 2050:
        return None  # "in 2003 weeks of fighting"
    return Found("DURATION", duration_value(count + 0.5 if m["half"] and count else count, unit))


def _adjective(m: re.Match[str], _: Reader) -> Found | None:
    unit = unit_of(m["units"])
    return None if unit == "quarter" else Found("DURATION", duration_value(number_of(m["count"]), unit))


def _vague(m: re.Match[str], _: Reader) -> Found | None:
    return Found("DURATION", duration_value(None, unit_of(m["plural"])))


def _long(m: re.Match[str], _: Reader) -> Found | None:
    word = m["units"].lower()
    return Found("DURATION", duration_value(None if word.endswith("s") else 1, unit_of(word)))


ABOUT = r"(?:(?P<about>{about:}) )?"
_WHOLE = r"(?:(?:the|another|an additional|an extra|these|those|the (?:first|final|last|entire|whole)) )?(?<![$.,-])"
_VAGUE_BEFORE = "|".join(
    rf"(?<=\b{word} )"
    for word in ("[Ff]or", "[Ii]n", "[Ww]ithin", "[Aa]fter", "[Oo]ver", "and", "or", "[Ll]asted", "[Tt]ook")
)

RULES: tuple[Rule, ...] = (
    rule(
        "unit",
        ABOUT + _WHOLE + r"(?P<count>{number:}|{vague:})(?: or (?:so|more)|(?: to | or |[-–])(?P<upper>{number:}))?"
        r"(?: {adjective:})? {units}\b(?P<half> and a half\b)?['’]?(?!s\b|-| old\b)(?<!['’])",
        _duration,
    ),
    rule(
        "unit",
        r"(?<![$.,-])(?P<count>{number:}|{vague:})-{units}\b(?!-(?:old|earlier|ago))(?:-(?:long|plus))?",
        _adjective,
    ),
    rule("unit", r"(?P<units>(?i:hour|day|night|week|month|year|decade|century|{plural:}))-?long\b", _long),
    rule("unit", r"(?:" + _VAGUE_BEFORE + r"){plural}\b(?! (?:ago|earlier|later|old)\b)(?!['’-])", _vague),
    rule(
        "unit",
        r"{plural}(?= of (?:war|fighting|conflict|violence|clashes|negotiations|talks|peace|unrest|protests|siege"
        r"|bombing|bombardment|shelling|occupation|rule|fierce|heavy|intense|civil|political|failed)\b)",
        _vague,
    ),
)
