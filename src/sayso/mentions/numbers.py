"""Numbers in running text as closed ranges: "at least 5", "tens of thousands", "1.5 million", "70,000-80,000".

A vague number has the range that annotators of conflict news agree on (dozens 24-99, hundreds 200-999, ...). What is
written with digits but counts nothing is left out: dates, years, clock times, ages, durations, ordinals, names of
weapons, roads and resolutions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.model import Span

# What the number measures: things, or a unit. An area is in square kilometres.
type Unit = Literal["things", "percent", "money", "length", "area", "measure"]


type _Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Number:
    """`span` covers the number with its bounds and unit signs ("more than 1,400", "$61bn"), `digits` the bare number.
    `low` or `high` is None where the text leaves that side open."""

    span: Span
    digits: Span
    low: int | None
    high: int | None
    unit: Unit = "things"
    vague: bool = False


_ONES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split()  # noqa: SIM905 - one line of words reads better than a list
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 10**6, "crore": 10**7, "billion": 10**9,
    "trillion": 10**12, "k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12,
}  # fmt: skip
_VAGUE = {
    "dozens": (24, 99), "scores": (40, 99), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999), "billions": (2 * 10**9, 10**10 - 1), "lakhs": (200_000, 999_999),
}  # fmt: skip
_PLURAL = {
    "dozen": "dozens",
    "hundred": "hundreds",
    "thousand": "thousands",
    "million": "millions",
    "billion": "billions",
}

_WORD = "|".join(sorted(_ONES, key=len, reverse=True))
_SCALE = "dozen|hundred|thousand|lakh|million|crore|billion|trillion"
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_DIGIT_NUMBER = rf"(?:{_DIGITS})(?:½)?(?:[ -]?(?:{_SCALE})\b|(?:bn|tn|mn|m|k)\b(?!\w))?"
_WORD_NUMBER = (
    rf"(?:half[ -]an?[ -](?:{_SCALE})\b|(?:(?:an?|{_WORD})\b(?:[ -]and[ -]a[ -]half)?[ -])?"
    rf"(?:{_SCALE})\b(?:(?:[ -]and)?[ -](?:(?:{_WORD}|{_SCALE}))\b)*"
    rf"|(?:{_WORD})\b(?:(?:[ -]and)?[ -](?:{_WORD}|{_SCALE})\b)*)"
)
_VAGUE_NUMBER = (
    r"(?:(?:dozens|tens|hundreds|scores) of (?:thousands|millions|billions)|(?:many |several |some )?"
    r"(?:dozens|scores|tens|hundreds|thousands|millions|billions|lakhs)\b"
    rf"|(?:several|a few|a couple(?: of)?|many|multiple) (?:{_SCALE})\b)"
)
_ONE = rf"(?:{_VAGUE_NUMBER}|{_DIGIT_NUMBER}|{_WORD_NUMBER})"
_LOW = (
    r"at least|(?:slightly |well |just |far |much )?(?:more than|over|above)|no (?:fewer|less) than|not (?:fewer|less) than"
    r"|upwards of|in excess of|a minimum of|minimum of|exceeding|greater than|north of|at a minimum|as few as|other than"
)
_HIGH = (
    r"up to|as (?:many|much|high) as|(?:slightly |well |just )?(?:fewer than|less than|under|below)|no more than"
    r"|not more than|at most|a maximum of|maximum of|at the most"
)
_ABOUT = (
    r"around|about|approximately|approx\.?|some|roughly|nearly|almost|close to|an estimated|estimated|circa|another|"
    r"an additional|additional|a further|a total of|a record|exactly|precisely|only|just|near|or so"
)
_NUMBER = re.compile(
    rf"(?<![\w.,$€£-])(?:(?P<low>{_LOW})\s+(?:(?:{_ABOUT})\s+)?|(?P<high>{_HIGH})\s+(?:(?:{_ABOUT})\s+)?"
    rf"|(?P<about>{_ABOUT})\s+)?"
    rf"(?P<between>between\s+|from\s+)?(?P<money>(?:US|A|C|NZ)?[$€£¥₹₽]\s?)?(?P<first>{_ONE})"
    rf"(?:(?:\s?[-–—]\s?|\s+(?P<joiner>to|and|or)\s+)(?:[$€£]\s?)?(?P<second>{_ONE}))?(?P<more>\+|\s+or more\b)?",
    re.IGNORECASE,
)
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
_DURATION = (
    r"(?:consecutive |full |straight |more |whole |working |long |short |past |last )*"
    r"(?:second|minute|hour|day|night|week|weekend|month|year|decade|centur(?:y|ie)|hr|min|sec|yr)s?\b"
)
# What stands after a number that counts nothing.
_NOT_AFTER = re.compile(
    rf"\s*(?:st|nd|rd|th)\b|[:/]\d|\s*(?:am|pm|a\.m\.|p\.m\.|gmt|utc|est|edt|ist|hrs|hours local|o'clock)\b"
    rf"|[ -]year[ -]olds?\b|[ -]years?[ -](?:old|of age)|[ -]?(?:mm|cm|calibre|caliber)\b|[ -](?:{_DURATION})"
    rf"|\s+(?:{_MONTH})|-(?!(?:member|strong|person|man|vehicle|truck|ship|plane|kilomet|km|mile|tonne|ton|bed)\w*\b)\w"
    rf"|\s+(?:half|quarters?|thirds?|fifths?)\b|\.\d|°|\s+degrees\b|\s+(?:times|percentage points)\b|-?(?:fold|time)\b"
    rf"|\s+to\s+(?:one|\d)\b",
    re.IGNORECASE,
)
# What stands before a number that counts nothing.
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:{_MONTH}\.?\s+(?:\d{{1,2}}\s*(?:,|and|-|–|to)\s*)?)|\b(?:aged?|ages)\s+(?:between\s+\d+\s+and\s+)?"
    rf"|\b(?:[Aa]rticle|[Rr]esolution|[Cc]hapter|[Pp]rotocol|[Ff]light|[Rr]oute|[Hh]ighway|[Cc]hannel|[Nn]o|[Nn]umber"
    rf"|[Uu]nit|[Bb]lock|[Cc]amp|[Ss]chool|[Hh]ospital|[Gg]ate|[Pp]hase|[Ss]tage|[Tt]rack|[Vv]ersion|[Tt]ype|[Dd]ay"
    rf"|[Pp]age|[Cc]ategory|[Ll]evel|[Mm]ark|[Mm]agnitude|[Ss]ection|[Ss]ector|[Zz]one|[Ww]orld\s+[Ww]ar|[Gg]roup\s+of"
    rf"|[Rr]oom|[Cc]ase|[Oo]rder|[Dd]ecree|[Bb]attalion|[Bb]rigade|[Tt]op|[Tt]op-)\.?\s+(?:№\s*)?|[#№@]\s*|\b\w*\d[/:.]"
    rf"|\b[A-Za-z]+[-–]|\bthe\s+(?:age|class)\s+of\s+)$"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_UNITS: tuple[tuple[Unit, str], ...] = (
    ("percent", r"\s*%|[ -](?:per\s?cent|percent|pct)\b"),
    ("money", r"[ -](?:of )?(?:US |American |Canadian |Australian )?(?:dollars?|euros?|pounds?(?: sterling)?|rubles?|roubles?|hryvnias?|rupees?"
              r"|yuan|yen|zlotys?|lira|liras|shekels?|riyals?|dirhams?|francs?|pesos?|naira|USD|EUR|GBP|Sudanese pounds?)\b"),
    ("area", r"[ -](?:sq\.?|square)[ -](?:km|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?)\b|\s?km(?:2|²)|[ -]hectares?\b|[ -]acres?\b"),
    ("length", r"[ -]?(?:km|kms|mi)\b|[ -](?:kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|foot|yards?|nautical miles?|inch(?:es)?)\b"),
    ("measure", r"[ -]?(?:kg|MW|GW|kWh|kV|mph|km/h|kph)\b|[ -](?:(?:metric )?tons?|tonnes?|kilos?|kilograms?|lit(?:er|re)s?"
                r"|gallons?|barrels?|megawatts?|gigawatts?|ounces?|grams?|knots|bushels?)\b"),
)  # fmt: skip
_UNIT_PATTERNS = tuple((unit, re.compile(pattern, re.IGNORECASE)) for unit, pattern in _UNITS)
_KM2 = (("mi", 2.59), ("hectare", 0.01), ("acre", 0.004047), ("met", 0.000001), ("", 1.0))


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of `text` in reading order, without overlap."""
    found: list[Number] = []
    at = 0
    while match := _NUMBER.search(text, at):
        first, second = _value(match["first"]), _value(match["second"]) if match["second"] else None
        joined = _joined(match, first, second)
        at = match.end() if joined or not second else match.end("first")
        number = _read(text, match, first, second if joined else None)
        if number:
            found.append(number)
    return tuple(found)


def _read(text: str, match: re.Match[str], first: _Range, second: _Range | None) -> Number | None:
    """The number of a match; `second` is the end of a range."""
    end = match.end() if second or not match["second"] else match.end("first")
    digits = Span(match.start("first"), end)
    if _counts_nothing(text, match, digits):
        return None
    low, high = first[0], second[1] if second else first[1]
    start = match.start("money") if match["money"] else digits.start
    if match["between"] and second:
        start = match.start("between")
    low_or_none = None if match["high"] else low
    high_or_none = None if match["low"] or match["more"] else high
    if match["low"] or match["high"] or match["about"]:
        start = match.start()
    unit, end = _unit(text, match, end)
    scale = _area_scale(text[digits.end : end]) if unit == "area" else 1.0
    span = Span(start, end if unit in ("percent", "money") else digits.end)
    return Number(span, digits, _whole(low_or_none, scale), _whole(high_or_none, scale), unit, first[0] != first[1])


def _whole(value: float | None, scale: float) -> int | None:
    return None if value is None else round(value * scale)


def _joined(match: re.Match[str], first: _Range, second: _Range | None) -> bool:
    """Whether two numbers are one range: "5-10", "3 to 4", "between 5 and 10", not "from 5 to 10" nor "5 and 10"."""
    if second is None or second[1] <= first[0] or first[0] != first[1]:
        return False
    joiner, between = (match["joiner"] or "-").lower(), (match["between"] or "").lower().strip()
    if between == "from":
        return False
    return (
        joiner in ("-", "to")
        or (joiner == "and" and between == "between")
        or (joiner == "or" and second[0] - first[0] <= 2)
    )


def _counts_nothing(text: str, match: re.Match[str], digits: Span) -> bool:
    before, after = text[max(0, match.start() - 40) : match.start()], text[digits.end : digits.end + 40]
    right_before = text[max(0, digits.start - 40) : digits.start]
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(right_before):
        return True
    words = digits.of(text)
    bounded = match["low"] or match["high"] or match["about"] or match["money"]
    if _YEAR.fullmatch(words):
        return not (bounded or re.match(r" (?:people|civilians|troops|soldiers|fighters|victims|families)\b", after))
    if words.isdigit() and len(words) == 4 and words[0] == "0":
        return True
    if words.isdigit() and not bounded:
        # An age after a name ("Ahmad, 45, said"), an item of a list ("2. Kherson").
        if re.search(r"\w,? ?[,(] ?$", before) and re.match(r"\s?[,)]", after):
            return before.rstrip()[-1:] in ",(" and bool(re.search(r"[A-Z][\w’'-]+ ?[,(] ?$", before))
        return bool(re.search(r"(?:^|\n)\s*$", before) and re.match(r"[.)]\s", after))
    return words.lower() == "one" and bool(
        re.match(r" (?:day|another|side|hand|time|way|thing|point|more time|who|that|which)\b|'s|’s|-", after)
        or re.search(r"\b(?:no|any|every|the|this|that|each|some|which)[ -]$", before, re.IGNORECASE)
    )


def _value(words: str) -> _Range:
    """The range of a bare number."""
    plain = re.sub(r"[-\s]+", " ", words.lower()).strip()
    if plain[0].isdigit():
        return _digits(plain)
    vague = re.sub(r"^(?:many|several|some|multiple|a few|a couple of|a couple) ", "", plain)
    if vague != plain:
        vague = _PLURAL.get(vague, vague)
    pieces = vague.split(" of ")
    if pieces[0] in _VAGUE:
        low, high = _VAGUE[pieces[0]]
        if len(pieces) == 1:
            return low, high
        factor = _SCALES[pieces[1].rstrip("s")]
        return low // 10 * 10 * factor, (high + 1) * factor - 1
    if plain.startswith("half a"):
        half = _SCALES[plain.split()[-1]] / 2
        return half, half
    value = _words(plain)
    return value, value


def _digits(plain: str) -> _Range:
    number = re.match(r"[\d,.]*\d", plain)
    assert number is not None
    value = float(number.group().replace(",", "")) + (0.5 if "½" in plain else 0.0)
    value *= _SCALES.get(plain[number.end() :].strip(" ½"), 1)
    return value, value


def _words(plain: str) -> float:
    total, current = 0.0, 0.0
    for word in plain.split():
        if word in _ONES:
            current += _ONES[word]
        elif word == "half":
            current += 0.5
        elif word in _SCALES:
            current = (current or 1) * _SCALES[word]
            if _SCALES[word] > 100:
                total, current = total + current, 0.0
    return total + current


def _unit(text: str, match: re.Match[str], end: int) -> tuple[Unit, int]:
    if match["money"]:
        return "money", end
    for unit, pattern in _UNIT_PATTERNS:
        found = pattern.match(text, end)
        if found:
            return unit, found.end()
    return "things", end


def _area_scale(words: str) -> float:
    return next(scale for sign, scale in _KM2 if sign in words.lower().replace("kilomet", "km"))
