"""Again and again: "every Sunday", "daily", "per week", "on Fridays", "each July"."""

import re

from sayso.mentions.times.relative import duration_value
from sayso.mentions.times.rule import Found, Reader, Rule, rule
from sayso.mentions.times.words import MONTHS, PARTS, SEASON_CODES, WEEKDAYS, clean, number_of, part_code

_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
            "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y", "everyday": "P1D"}  # fmt: skip


def _adverb(m: re.Match[str], _: Reader) -> Found | None:
    return Found("SET", _ADVERBS[m["adverb"].lower()])


def _every_unit(m: re.Match[str], _: Reader) -> Found | None:
    word = m["units"].lower()
    count = number_of(m["count"]) if m["count"] else 1
    if m["other"]:
        count = 2
    unit = word.removesuffix("s")
    if unit in SEASON_CODES:
        return Found("SET", f"XXXX-{SEASON_CODES[unit]}")
    if unit in PARTS:
        return Found("SET", f"XXXX-XX-XX{part_code(unit)}")
    return Found("SET", duration_value(count, unit))


def _every_day(m: re.Match[str], _: Reader) -> Found | None:
    number = WEEKDAYS[clean(m["weekday"])] + 1
    part = m.groupdict().get("part")
    return Found("SET", f"XXXX-WXX-{number}" + (part_code(part.removesuffix("s")) if part else ""))


def _every_month(m: re.Match[str], _: Reader) -> Found | None:
    return Found("SET", f"XXXX-{MONTHS[clean(m['month'])]:02d}")


RULES: tuple[Rule, ...] = (
    rule("word", rf"(?<!-)\b(?P<adverb>{'|'.join(_ADVERBS)})\b(?!-)(?! (?:Mail|News|Telegraph|Mirror|Star|Express|Times|Post|Beast|Sabah|Record|Show|Caller|Standard)\b)", _adverb, re.I),
    rule("unit", r"\b(?:(?:almost|nearly|virtually) )?(?i:every|each|per)(?: (?P<count>{number:}))?(?P<other> other| second)? (?P<units>(?i:seconds?|minutes?|hours?|days?|nights?|mornings?|evenings?|afternoons?|weeks?|weekend|months?|quarters?|years?|decades?|spring|summer|autumn|winter|centuries|century))\b(?! of\b)", _every_unit),
    rule("weekday", r"\b(?i:every|each)(?: other)? {weekday}(?: {part})?\b", _every_day),
    rule("weekday", r"\b{weekday}s\b(?!['’])", _every_day),
    rule("weekday", r"\b{weekday} (?P<part>(?i:mornings|afternoons|evenings|nights))\b", _every_day),
    rule("month", r"\b(?i:every|each) {month}\b", _every_month),
)  # fmt: skip
