"""Numbers in running text as closed ranges: "at least 5", "tens of thousands", "1.5 million", "70,000-80,000".

A vague number has the range that annotators of conflict news agree on (dozens 24-99, hundreds 200-999, ...). What is
written with digits but counts nothing is left out: dates, years, clock times, ages, durations, ordinals, names of
weapons, roads and resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sayso.model import Span
from sayso.vocabulary import load

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


def _any(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first."""
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(map(str, phrases), key=len, reverse=True))


_VOCABULARY = load("actors/numbers")
_ONES: dict[str, int] = {w: v for v, w in enumerate(_VOCABULARY["ones"])} | _VOCABULARY["tens"]
_SCALES: dict[str, int] = _VOCABULARY["scales"] | _VOCABULARY["suffixes"]
_VAGUE: dict[str, list[int]] = _VOCABULARY["vague"]

_WORD, _SCALE, _SEVERAL = _any(_ONES), _any(_VOCABULARY["scales"]), _any(_VOCABULARY["several"])
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_IN_DIGITS = rf"(?:{_DIGITS})½?(?:[ -]?(?:{_SCALE})\b|(?:{_any(_VOCABULARY['suffixes'])})\b)?"
_IN_WORDS = (
    rf"(?:half[ -]an?[ -](?:{_SCALE})\b"
    rf"|(?:(?:an?|{_WORD})\b(?:[ -]and[ -]a[ -]half)?[ -])?(?:{_SCALE})\b(?:(?:[ -]and)?[ -](?:{_WORD}|{_SCALE})\b)*"
    rf"|(?:{_WORD})\b(?:(?:[ -]and)?[ -](?:{_WORD}|{_SCALE})\b)*)"
)
_IN_VAGUE_WORDS = (
    rf"(?:(?:(?:{_SEVERAL})\s+)?(?:{_any(_VAGUE)})\s+of\s+(?:thousands|millions|billions)\b"
    rf"|(?:(?:{_SEVERAL})\s+)?(?:{_any(_VAGUE)})\b|(?:{_SEVERAL})\s+(?:{_SCALE})\b)"
)
_BARE = rf"(?:{_IN_VAGUE_WORDS}|{_IN_DIGITS}|{_IN_WORDS})"
_ABOUT = _any(_VOCABULARY["about"])
_NUMBER = re.compile(
    rf"(?<![\w.,$€£-])(?:(?P<low>{_any(_VOCABULARY['low'])})\s+(?:(?:{_ABOUT})\s+)?"
    rf"|(?P<high>{_any(_VOCABULARY['high'])})\s+(?:(?:{_ABOUT})\s+)?|(?P<about>{_ABOUT})\s+)?"
    rf"(?P<between>between\s+|from\s+)?(?P<money>(?:US|A|C|NZ)?[$€£¥₹₽]\s?)?(?P<first>{_BARE})"
    rf"(?:(?:\s?[-–—]\s?|\s+(?P<joiner>to|and|or)\s+)(?:[$€£]\s?)?(?P<second>{_BARE}))?(?P<more>\+|\s+or\s+more\b)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"\b(?:(?P<low>{_any(_VOCABULARY['low'])})\s+|(?P<high>{_any(_VOCABULARY['high'])})\s+|(?:{_ABOUT})\s+)?"
    rf"(?P<share>{_any(_VOCABULARY['fractions'])})\s+of\b(?:\s+an?\s+(?P<scale>{_SCALE})\b)?",
    re.IGNORECASE,
)
_MONTH = rf"(?:{_any(_VOCABULARY['months'])})\b"
_NOT_AFTER = re.compile(
    rf"\s*(?:st|nd|rd|th)\b|[:/]\d|\.\d|\s*(?:{_any(_VOCABULARY['clock'])})(?!\w)|[ -]?(?:mm|cm|caliber|calibre)\b"
    rf"|[ -]years?[ -](?:olds?|of[ -]age)\b"
    rf"|[ -](?:(?:consecutive|full|straight|more|whole|working|long|short|past|last)\s+)*"
    rf"(?:{_any(_VOCABULARY['durations'])})s?\b"
    rf"|\s+{_MONTH}|-(?!(?:{_any(_VOCABULARY['hyphened'])})s?\b)\w|\s+(?:half|quarters?|thirds?|fifths?)\b"
    rf"|\s?°|\s+degrees\b|\s+times\b|\s+percentage\s+points\b|-?(?:fold|time)\b|\s+to\s+(?:one|\d)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    rf"(?:\b{_MONTH}\.?\s+(?:\d{{1,2}}\s*(?:,|and|-|–|to)\s*)?"
    rf"|(?-i:\b(?:{_any(w.capitalize() for w in _VOCABULARY['labels'])})\.?\s+)"
    rf"|\b(?:{_any(_VOCABULARY['small_labels'])})\.?\s+|\b(?:man|woman|boy|girl|male|female)\s+of\s+"
    rf"|\b(?:aged?|ages)\s+between\s+\d+\s+and\s+|[#№@]\s*|\b\w*\d[/:.]|\b[a-z]+[-–])$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTABLE = re.compile(
    r"\s+(?:people|civilians|troops|soldiers|fighters|victims|families|men|children|houses|homes)\b"
)
_UNITS: tuple[tuple[Unit, re.Pattern[str]], ...] = tuple(
    (unit, re.compile(rf"[\s-]?(?:of\s+)?(?:{_any(words)})(?:s\b|(?<=\W)|\b)", re.IGNORECASE))
    for unit, words in (("area", _VOCABULARY["areas"]), *_VOCABULARY["units"].items())
)
_MOST = 1e15  # nothing in news counts more, money included: what is above are codes and noise


def find_numbers(text: str) -> tuple[Number, ...]:
    """The numbers of `text` in reading order, without overlap."""
    found = _fractions(text)
    at = 0
    while match := _NUMBER.search(text, at):
        first, second = _value(match["first"]), _value(match["second"]) if match["second"] else None
        joined = _joined(match, first, second)
        at = match.end() if joined or not second else match.end("first")
        number = _read(text, match, first, second if joined else None)
        if number and not any(number.span.touches(f.span) for f in found):
            found.append(number)
    return tuple(sorted(found, key=lambda n: n.span))


def _fractions(text: str) -> list[Number]:
    """Shares in percent: "more than a quarter of the troops"; of a round number, that number's share."""
    found = []
    for match in _FRACTION.finditer(text):
        share = _VOCABULARY["fractions"][re.sub(r"\s+", " ", match["share"].lower())]
        value = round(share * _SCALES[match["scale"].lower()] / 100) if match["scale"] else share
        low, high = None if match["high"] else value, None if match["low"] else value
        end = match.end() if match["scale"] else match.end("share")
        found.append(Number(Span(match.start(), end), Span(match.start("share"), end), low, high,
                            "things" if match["scale"] else "percent"))  # fmt: skip
    return found


def _read(text: str, match: re.Match[str], first: _Range, second: _Range | None) -> Number | None:
    """The number of a match, None where it counts nothing; `second` is the end of a range."""
    whole = second or not match["second"]
    digits = Span(match.start("first"), match.end() if whole else match.end("first"))
    if _counts_nothing(text, match, digits):
        return None
    if max(first[1], second[1] if second else 0.0) > _MOST:
        return None
    unit, end, scale = _unit(text, match, digits.end)
    low = None if match["high"] else round(first[0] * scale)
    high = None if match["low"] or (match["more"] and whole) else round((second or first)[1] * scale)
    if match["low"] or match["high"] or match["about"]:
        start = match.start()
    elif second and match["between"]:
        start = match.start("between")
    else:
        start = match.start("money") if match["money"] else digits.start
    return Number(Span(start, end if unit in ("percent", "money") else digits.end), digits, low, high, unit)


def _joined(match: re.Match[str], first: _Range, second: _Range | None) -> bool:
    """Whether two numbers are one range: "5-10", "3 to 4", "between 5 and 10", not "from 5 to 10" nor "5 and 10"."""
    if second is None or second[1] <= first[0] or first[0] != first[1]:
        return False
    joiner, between = (match["joiner"] or "-").lower(), (match["between"] or "").lower().strip()
    if between == "from":
        return False
    if joiner == "or":
        return second[0] - first[0] <= 2  # "four or five"
    return joiner in ("-", "to") or between == "between"


def _counts_nothing(text: str, match: re.Match[str], digits: Span) -> bool:
    after = text[digits.end : digits.end + 40]
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(text[max(0, digits.start - 40) : digits.start]):
        return True
    words = digits.of(text)
    if words.lower() == "one":
        return _is_pronoun(text[max(0, digits.start - 10) : digits.start], after)
    if not words.isdigit() or match["low"] or match["high"] or match["about"] or match["money"]:
        return False
    if len(words) == 4 and words[0] == "0":  # "0600"
        return True
    if _YEAR.fullmatch(words):
        return not _COUNTABLE.match(after)
    before = text[max(0, digits.start - 40) : digits.start]
    if re.search(r"[A-Z][\w’'-]+ ?[,(] ?$", before) and re.match(r"\s?[,)]", after):  # an age: "Ahmad, 45, said"
        return True
    return bool(re.search(r"(?:^|\n)\s*$", before) and re.match(r"[.)]\s", after))  # an item of a list: "2. Kherson"


def _is_pronoun(before: str, after: str) -> bool:
    return bool(
        re.match(r"\s(?:day|another|side|hand|time|way|thing|point|who|that|which)\b|['’]s|-", after)
        or re.search(r"\b(?:no|any|every|the|this|that|each|some|which)[ -]$", before, re.IGNORECASE)
    )


def _value(words: str) -> _Range:
    """The range of a bare number."""
    plain = re.sub(r"[-\s]+", " ", words.lower()).strip()
    if plain[0].isdigit():
        return _digits(plain)
    vague = re.sub(rf"^(?:{_SEVERAL}) ", "", plain)
    if vague != plain and vague in _VOCABULARY["scales"]:
        vague += "s"
    first, _, second = vague.partition(" of ")
    if first in _VAGUE:
        low, high = _VAGUE[first]
        factor = _SCALES[second.removesuffix("s")] if second else 1
        # "tens of thousands" ends where "hundreds of thousands" begins, but begins at two of them like "tens".
        return (low // 10 * 10 * factor, (high + 1) * factor - 1) if second else (low, high)
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


def _unit(text: str, match: re.Match[str], end: int) -> tuple[Unit, int, float]:
    """The unit after a number, where its words end, and the factor to square kilometres of an area."""
    if match["money"]:
        return "money", end, 1.0
    for unit, pattern in _UNITS:
        found = pattern.match(text, end)
        if found:
            sign = re.sub(r"\s+", " ", found.group()).strip(" -").lower()
            scale = _VOCABULARY["areas"].get(sign, _VOCABULARY["areas"].get(sign.removesuffix("s"), 1.0))
            return unit, found.end(), scale if unit == "area" else 1.0
    return "things", end, 1.0
