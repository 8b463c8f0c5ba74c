"""Again and again: "every Sunday", "daily", "per week", "on Fridays", "each July"."""

import re

from sayso.mentions.times.durations import duration_value
from sayso.mentions.times.rule import Found, Reader, Rule, rule, unknown
from sayso.mentions.times.weekdays import pick_weekday
from sayso.mentions.times.words import MONTHS, PARTS, SEASON_CODES, WEEKDAYS, clean, number_of, part_code, unit_of

_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W",
            "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annually": "P1Y",
            "everyday": "P1D"}  # fmt: skip


def _adverb(m: re.Match[str], _: Reader) -> Found | None:
    return Found("SET", _ADVERBS[m["adverb"].lower()])


def _every_unit(m: re.Match[str], _: Reader) -> Found | None:
    unit = unit_of(m["what"])
    if unit in SEASON_CODES:
        return Found("SET", f"XXXX-{SEASON_CODES[unit]}")
    if unit == "weekend":
        return Found("SET", "XXXX-WXX-WE")
    if unit in PARTS and unit != "night":
        return Found("SET", f"XXXX-XX-XX{part_code(unit)}")
    return Found("SET", duration_value(2 if m["other"] else number_of(m["count"]) if m["count"] else 1, unit))


# "on Tuesdays"; "Tuesdays attack" has lost an apostrophe
_ON = re.compile(r"\b(?:[Oo]n|of|all|most|and|or|[Mm]any|some|between|until)\s\Z|[,;]\s\Z")


def _every_day(m: re.Match[str], reader: Reader) -> Found | None:
    part = m.groupdict().get("part")
    if "s" in m.groupdict() and not _ON.search(m.string[max(0, m.start() - 10) : m.start()]):
        day = pick_weekday(WEEKDAYS[clean(m["weekday"])], reader, m.start(), possessive=True)
        return Found("DATE", unknown(day, "XXXX-XX-XX"))
    return Found("SET", f"XXXX-WXX-{WEEKDAYS[clean(m['weekday'])] + 1}{part_code(unit_of(part)) if part else ''}")


def _every_month(m: re.Match[str], _: Reader) -> Found | None:
    return Found("SET", f"XXXX-{MONTHS[clean(m['month'])]:02d}")


_NAMES = r"(?:Mail|News|Telegraph|Mirror|Star|Express|Times|Post|Beast|Sabah|Record|Show|Caller|Standard)"

RULES: tuple[Rule, ...] = (
    rule("adverb", rf"(?<!-)(?P<adverb>(?i:{'|'.join(_ADVERBS)}))\b(?!-| {_NAMES}\b)", _adverb),
    rule(
        "set unit",
        r"(?:(?:almost|nearly|virtually) )?(?i:every|each|per)(?: (?P<count>{number:}))?(?P<other> other| second)? "
        r"(?P<what>(?i:{units:}|mornings?|evenings?|afternoons?|weekend))\b(?! of\b)",
        _every_unit,
    ),
    rule("set season", r"(?i:every|each)(?P<count>)(?P<other> other)? (?P<what>{season:})\b(?! of\b)", _every_unit),
    rule("set part", r"(?i:every|each)(?P<count>)(?P<other>) (?P<what>(?i:morning|evening|afternoon))\b", _every_unit),
    rule("set weekday", r"(?i:every|each)(?: other)? {weekday}(?: {part})?\b", _every_day),
    rule("weekday", r"{weekday}(?P<s>s)\b(?!['’])", _every_day),
    rule("weekday", r"{weekday} (?P<part>(?i:mornings|afternoons|evenings|nights))\b", _every_day),
    rule("set month", r"(?i:every|each) {month}\b", _every_month),
)
