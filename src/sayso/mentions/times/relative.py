"""Counted times: "three days ago", "two days later", "a year before", "the last three years", "recent weeks"."""

import re

from sayso.mentions.times.calendar import UNKNOWN, Days, as_day, back, day_value, shift
from sayso.mentions.times.durations import ABOUT, duration_value
from sayso.mentions.times.rule import Found, Reader, Rule, rule, unknown
from sayso.mentions.times.words import number_of, unit_of

_AHEAD = ("later", "from now", "hence", "after", "following", "afterwards", "afterward", "thereafter")
_BACK = ("ago", "earlier", "before", "previously")

# What a vague count covers, in units: "recent weeks" reach four weeks back, "the next few months" three ahead.
_VAGUE = {"hour": 24, "day": 7, "week": 4, "month": 6, "year": 5, "decade": 3}
_VAGUE_AHEAD = {**_VAGUE, "month": 3}


def _ago(m: re.Match[str], reader: Reader) -> Found | None:
    """ "three days ago" counts from publication, "a year earlier" and "six weeks later" from the time told.

    The value has the grain of the unit that is counted. "A day after the attack" moves a narrative on; in news the
    attack's own day is not known, so that this is no date.
    """
    direction = " ".join((m["direction"] or m["event"]).lower().split())
    ahead, ago = direction in _AHEAD, direction in ("ago", "from now", "hence")
    if m["event"] and not (reader.narrative and ahead):
        return None
    unit, count = unit_of(m["units"]), number_of(m["count"]) if m["count"] else None
    base = reader.here if ago else reader.there
    if not ahead and unit == "year" and count == 1 and reader.told and "-Q" in reader.told:
        return Found("DATE", shift(reader.told, -4, "quarter"), told=False)  # of quarterly figures: the same quarter
    if count is None:
        return Found("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if unit in ("second", "minute", "hour"):
        return _hours(base, count if ahead else -count, unit)
    if unit == "year" and count != int(count):
        count, unit = count * 12, "month"
    grain, factor = {
        "fortnight": ("week", 2),
        "night": ("day", 1),
        "decade": ("year", 10),
        "century": ("year", 100),
    }.get(unit, (unit, 1))
    steps = round(count) * factor
    value = shift(base, steps if ahead else -steps, grain) if steps < 100_000 else None
    if value is None and base is None:
        return Found("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    return Found("DATE", unknown(value, UNKNOWN.get(grain, "XXXX")), told=ahead)


def _hours(base: str | None, count: float, unit: str) -> Found:
    """Hours away lie on the same day, or in doubt on that one or the next."""
    day = as_day(base)
    moved = back(day, -count, unit) if day else None
    if day is None or moved is None:
        return Found("TIME", "XXXX-XX-XXTXX")
    near = abs(count) * {"hour": 3600, "minute": 60, "second": 1}[unit] <= 6 * 3600
    days: Days = (day, day) if near else (min(day, moved), max(day, moved))
    return Found("TIME", f"{day_value(day if near else moved)}TXX", days=days, told=False)


def _span(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the last three years", "recent weeks": a duration on the calendar, beside the day of publication.

    "The following", "the previous" lie beside the time told.
    """
    which, unit, words = m["which"].lower().split()[-1], unit_of(m["units"]), m["count"]
    if (
        words is None
        and m["units"].lower() == unit
        and not (which in ("past", "coming", "recent") or (which == "last" and m["the"]))
    ):
        return None  # "last year" is no duration, "the last year" is one
    if words is None and re.match(r"\s(?:of|in)\b", m.string[m.end() : m.end() + 4]):
        return None  # "the last quarter of 2023", "the last days of the war"
    count = number_of(words) if words else 1 if m["units"].lower() == unit else None
    ahead = which in ("next", "coming", "following", "nearest", "subsequent", "succeeding")
    beside_told = which in ("following", "previous", "preceding", "subsequent", "succeeding")
    here = as_day(reader.there if beside_told else reader.here)
    reach = count if count is not None else (_VAGUE_AHEAD if ahead else _VAGUE).get(unit, 1)
    end = back(here, -reach if ahead else reach, unit) if here else None
    days = ((here, end) if ahead else (end, here)) if here and end else None
    return Found("DURATION", duration_value(count, unit), days=days, told=False)


def _year_ago(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the year-earlier period", "the year-ago quarter"."""
    if reader.told and "-Q" in reader.told:
        return Found("DATE", shift(reader.told, -4, "quarter"), told=False)
    base = reader.here if "ago" in m[0].lower() else reader.there
    value = shift(base, -4, "quarter") if m[0].lower().endswith("quarter") else shift(base, -1, "year")
    return Found("DATE", unknown(value, "XXXX"), told=False)


_COUNT = r"(?P<count>{number:}|{vague:})(?: or (?:so|more|two))?(?: more)?"
_DIRECTION = (
    r"(?:(?P<direction>(?i:ago|earlier|later|afterwards?|previously|from now|hence|thereafter)"
    r"|(?i:before|after)(?=[,.;:)]|\s(?:and|when)\b))|(?P<event>(?i:after|following)))\b"
)
_WHICH = r"(?P<which>(?i:past|last|next|coming|recent|previous|following|preceding|nearest|succeeding|subsequent))"

RULES: tuple[Rule, ...] = (
    rule("unit back", ABOUT + _COUNT + r" {units}(?: or (?:so|more))? " + _DIRECTION, _ago),
    rule("unit back", r"(?i:only |just )?(?P<count>){units} (?P<direction>(?i:ago|earlier|later))\b(?P<event>)", _ago),
    rule(
        "unit back", r"(?:(?:the|a|comparable) )?year-(?:ago|earlier)(?: (?:period|quarter|year|month))?\b", _year_ago
    ),
    rule(
        "unit",
        r"(?P<the>the )?" + _WHICH + r" (?:(?P<count>{number:}|{vague:})(?: or (?:so|more|two))?(?: more)?[ -])?"
        r"(?:full |straight )?{units}(?: or (?:so|two))?\b",
        _span,
    ),
    rule(
        "unit",
        r"(?P<the>the )?(?P<count>{number:}|{vague:}) "
        r"(?P<which>(?i:previous|preceding|following|coming|past)) {units}\b",
        _span,
    ),
)
