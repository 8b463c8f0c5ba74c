"""One unit from another: "last week", "this year", "the following day", "later in the day", "last summer"."""

import re

from sayso.mentions.times.calendar import SEASONS, UNKNOWN, as_day, coarsen, days_of, shift, week_value
from sayso.mentions.times.durations import duration_value
from sayso.mentions.times.rule import Found, Reader, Rule, narrowed, rule, unknown
from sayso.mentions.times.words import SEASON_CODES

_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1, "coming": 1,
          "subsequent": 1}  # fmt: skip


def _unit(m: re.Match[str], reader: Reader) -> Found | None:
    """ "last week", "next year", "this month"; with "the previous", "that", "the same" the time told is meant.

    On a Sunday "last week" is the week that ends. What lies back is an aside: the story does not go on from there.
    """
    which, unit = m["which"].lower().split(), m["unit"].lower()
    if unit == "fortnight":
        return None
    step = _STEPS.get(which[-1], 0)
    told = which[0] in ("that", "the") or "same" in which
    base = reader.there if told and "current" not in which else reader.here
    here = as_day(base)
    if unit == "week" and which == ["last"] and here and here.weekday() == 6:
        return narrowed(week_value(here), m["early"])
    value = unknown(shift(base, step, unit), UNKNOWN.get(unit, "XXXX"))
    return narrowed(value, m["early"] or m["edge"], told=step >= 0)


def _day(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the following day", "the day before", "that same day": counted from the day told."""
    words = m[0].lower()
    ahead, back = re.search(r"next|following|after|later", words), re.search(r"prev|before|preced|prior|earlier", words)
    return Found("DATE", unknown(shift(reader.there, 1 if ahead else -1 if back else 0, "day"), "XXXX-XX-XX"))


def _beside(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the week before", "the year after": beside the time told."""
    unit, ahead = m["unit"].lower(), m["side"].lower() in ("after", "afterwards")
    if unit == "fortnight":
        return None
    value = unknown(shift(reader.there, 1 if ahead else -1, unit), UNKNOWN.get(unit, "XXXX"))
    return Found("DATE", value, told=ahead)


def _season(m: re.Match[str], reader: Reader) -> Found | None:
    """ "last summer", "next spring", "this winter": winter belongs to the year in which it begins."""
    code, which, here = SEASON_CODES[m["season"].lower()], m["which"].lower().split(), as_day(reader.here)
    if here is None or which[0] == "that":
        year = coarsen(reader.there if which[0] == "that" else reader.here, "year")
        return narrowed(f"{unknown(shift(year, _STEPS.get(which[-1], 0), 'year'), 'XXXX')}-{code}", m["early"])
    begun_last_year = code == "WI" and here.month <= 2
    year_number = here.year - begun_last_year
    covered = days_of(f"{year_number:04d}-{code}")
    if which[-1] in ("last", "past", "previous"):
        year_number -= not (covered and covered[1] < here)
    elif which[-1] in ("next", "coming"):
        year_number += here.month >= SEASONS[code] or begun_last_year
    return narrowed(f"{year_number:04d}-{code}", m["early"])


def _within(m: re.Match[str], reader: Reader) -> Found | None:
    """ "later in the day", "for the full year", "the rest of the week": of publication, in a narrative those told."""
    unit, early = m["bigday"].lower(), m.groupdict().get("early")
    if re.match(r"\s(?:ended|ending|to)\b", m.string[m.end() : m.end() + 8]):
        return Found("DURATION", duration_value(1, unit))
    told = reader.narrative or (early is not None and unit == "day")
    value = coarsen(reader.there if told else reader.here, unit)
    return Found("DATE", unknown(value, UNKNOWN.get(unit, "XXXX")), told=False)


_EDGE = (
    r"(?:(?:(?P<early>(?i:(?:very )?early|late|later|earlier|mid|sometime))(?: in| on)?[ -])"
    r"|(?:(?P<edge>(?i:the (?:end|beginning|start|middle) of|(?:the )?(?:first|second|latter) half of)) ))?"
)
_EARLY = r"(?:(?P<early>(?i:early|late|later|earlier|mid|the end of))(?: in)?[ -])?"
_WHICH = (
    r"(?P<which>(?i:last|this(?: (?:past|coming|current|same))?|next|that(?: same)?"
    r"|the (?:same|current|next|following|previous|preceding|prior|subsequent)))"
)
_SEASON = (
    r"(?P<which>(?i:last|this(?: (?:past|coming|same))?|next|that(?: same)?"
    r"|the (?:next|following|previous|coming|past)))"
)
_AFTERWARDS = r"(?=\s*[,.;:)–—]|\s(?:and|when|that|in|at|by|on|to|with)\b)"

RULES: tuple[Rule, ...] = (
    rule("unit", _EDGE + _WHICH + r" (?:calendar |fiscal )?{unit}\b(?!-(?:old|long))", _unit),
    rule(
        "unit",
        r"(?i:(?:the|that) (?:very )?(?:next|following|previous|preceding|prior|same) day|that(?: very)? day"
        r"|the day (?:before|after|earlier|later)"
        + _AFTERWARDS
        + r"|the day following(?! (?:the|a|an|his|its|their)\b))\b",
        _day,
    ),
    rule(
        "unit back", r"(?i:the) {unit} (?P<side>(?i:before|after|afterwards|earlier|previously))" + _AFTERWARDS, _beside
    ),
    rule("season", _EARLY + _SEASON + r" {season}\b", _season),
    rule("unit", r"(?P<early>(?i:earlier|later|early|late)) (?:in|on) (?:the|that) {bigday}\b(?! of)", _within),
    rule(
        "unit",
        r"(?:(?:the )?end of )?(?:the )?(?:full|whole|entire|fiscal|calendar) (?P<bigday>year)\b",
        _within,
    ),
    rule(
        "unit",
        r"(?:(?<=[Ff]or )|(?<=[Oo]f )|(?<=[Dd]uring )|(?<=[Tt]hroughout ))the {bigday}\b"
        r"(?!['’-]| (?:of|that|after|before|when)\b)",
        _within,
    ),
)
