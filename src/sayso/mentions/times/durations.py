"""How long: "three days", "more than a decade", "a 10-year", "five-hour"."""

import re

from sayso.mentions.times.relative import duration_value
from sayso.mentions.times.rule import Found, Reader, Rule, rule
from sayso.mentions.times.words import number_of


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def _duration(m: re.Match[str], _: Reader) -> Found | None:
    unit = _unit(m["units"])
    words = m["count"]
    count = number_of(words)
    if words.lower() in ("a", "an") and _RATE.search(m.string[max(0, m.start() - 24) : m.start("count")]) and not m["about"]:
        return Found("SET", duration_value(1, unit))
    if unit == "quarter" and (count in (1, 3) or "-" in m[0]):
        return None  # a fraction
    if unit == "second" and words.lower() in ("a", "an", "one"):
        return None
    if words.lower() in ("a", "an") and unit in ("second", "minute", "night", "day") and not m["about"] and not _FOR.search(m.string[max(0, m.start() - 12) : m.start()]):
        return None
    if words.isdigit() and len(words) == 4 and 1800 <= int(words) <= 2050:
        return None
    return Found("DURATION", duration_value(count, unit))


# "100 barrels a day", "twice a week": a rate, not a length of time
_RATE = re.compile(r"(?:\b(?:once|twice|times|hours|days|weeks|percent|%|cents|dollars|million|billion|people|children|barrels|men|women|work)|\d"
                   r"|(?<![a-z])(?!(?:lasts|takes|was|is|has|as|its|this|spends|needs|gives|leaves|follows|us|means|becomes|marks|begins|"
                   r"across|plus|minus|thus)\s)[a-z]{3,}s)\s\Z")  # fmt: skip
_FOR = re.compile(r"\b(?:[Ff]or|[Ii]n|[Ww]ithin|[Aa]fter|than|over|least|about|nearly|almost|lasted|lasting|take|took)\s\Z")


def _bare(m: re.Match[str], _: Reader) -> Found | None:
    """ "for weeks", "within days", "decades of war"."""
    return Found("DURATION", duration_value(None, _unit(m["units"])))


def _adjective(m: re.Match[str], _: Reader) -> Found | None:
    return None if _unit(m["units"]) == "quarter" else Found("DURATION", duration_value(number_of(m["count"]), _unit(m["units"])))


def _long(m: re.Match[str], _: Reader) -> Found | None:
    word = m["units"].lower()
    return Found("DURATION", duration_value(None if word.endswith("s") else 1, _unit(word)))


def _half(m: re.Match[str], _: Reader) -> Found | None:
    """ "a year and a half"."""
    return Found("DURATION", duration_value((number_of(m["count"]) or 1) + 0.5, _unit(m["units"])))


def _choice(m: re.Match[str], _: Reader) -> Found | None:
    """ "two to three weeks": the upper count, "two or three" likewise."""
    return Found("DURATION", duration_value(number_of(m["upper"]), _unit(m["units"])))


_UNITS = r"(?P<units>(?i:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries))"
_ABOUT = r"(?:\b(?P<about>{about:}) )?"
RULES: tuple[Rule, ...] = (
    rule("unit", rf"{_ABOUT}(?:\b(?:the|another|an additional|an extra|these|those|the (?:first|final|last|entire|whole)) )?(?<![\w$.,-])(?P<count>{{number:}}|{{vague:}})(?: or (?:so|more))?(?: {{adjective:}})? {_UNITS}\b(?:['’](?!s))?(?!['’]s|-)(?! old\b)", _duration),
    rule("unit", rf"{_ABOUT}\b(?P<count>{{number:}}) {_UNITS} and a half\b", _half),
    rule("unit", rf"{_ABOUT}(?<![\w$.,-]){{number:}}(?: to | or |[-–])(?P<upper>{{number:}}) {_UNITS}\b", _choice),
    rule("unit", r"(?<![\w$.,-])(?P<count>{number:}|{vague:})-(?P<units>(?i:second|minute|hour|day|night|week|month|quarter|year|decade|century)s?)\b(?!-(?:old|earlier|ago))(?:-(?:long|plus))?", _adjective),
    rule("unit", r"\b(?P<units>(?i:hour|day|night|week|month|year|decade|century|hours|days|weeks|months|years|decades|centuries))-?long\b", _long),
    rule("unit", r"(?:(?<=[Ff]or\s)|(?<=[Ii]n\s)|(?<=[Ww]ithin\s)|(?<=[Aa]fter\s)|(?<=[Oo]ver\s)|(?<=and\s)|(?<=or\s)|(?<=[Tt]ake\s)|(?<=[Ll]asted\s))(?P<units>(?i:minutes|hours|days|weeks|months|years|decades|centuries))\b(?! (?:ago|earlier|later|old)\b)(?!['’-])", _bare),
    rule("unit", r"\b(?P<units>(?i:minutes|hours|days|weeks|months|years|decades|centuries))(?= of (?:war|fighting|conflict|violence|clashes|negotiations|talks|peace|unrest|protests|siege|bombing|bombardment|shelling|occupation|rule|fierce|heavy|intense|civil|political|failed))", _bare),
)  # fmt: skip
