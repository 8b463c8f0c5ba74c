"""Times counted from another: "last week", "three days ago", "two days later", "the following day", "that year"."""

import re
from datetime import timedelta

from sayso.mentions.times.calendar import (
    SEASONS,
    UNKNOWN,
    Days,
    as_day,
    back,
    coarsen,
    day_value,
    days_of,
    grain_of,
    shift,
    week_value,
)
from sayso.mentions.times.rule import Found, Reader, Rule, mod_of, rule, unknown
from sayso.mentions.times.words import SEASON_CODES, number_of

_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1,
          "coming": 1, "subsequent": 1, "succeeding": 1}  # fmt: skip


def _unit(word: str) -> str:
    word = word.lower()
    return {"centuries": "century"}.get(word, word.removesuffix("s"))


def _step_unit(m: re.Match[str], reader: Reader) -> Found | None:
    """ "last week", "next year", "this month"; with "the previous", "that", "the same" the time told is meant."""
    which = m["which"].lower().split()
    unit, word = _unit(m["bigunit"]), which[-1]
    told = which[0] in ("that", "the") or "same" in which
    base = reader.there if told and "current" not in which else reader.here
    mod, half = mod_of(m["edge"])
    if unit == "fortnight":
        return None
    here = as_day(base)
    if unit == "week" and here and word == "last" and here.weekday() == 6:  # on Sundays the week that ends today
        return Found("DATE", week_value(here), mod)
    value = shift(base, _STEPS.get(word, 0), unit)
    if half and grain_of(value) == "year":
        return Found("DATE", f"{value}-{half}")
    return Found("DATE", unknown(value, UNKNOWN.get(unit, "XXXX")), mod, told=_STEPS.get(word, 0) >= 0)


def _step_day(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the following day", "the day before", "that same day": a day from the one told."""
    words = m[0].lower()
    step = 1 if re.search(r"next|following|after|later", words) else -1 if re.search(r"prev|before|preced|prior|earlier", words) else 0
    return Found("DATE", unknown(shift(reader.there, step, "day"), "XXXX-XX-XX"))


def _season(m: re.Match[str], reader: Reader) -> Found | None:
    """ "last summer", "next spring", "this winter": winter belongs to the year in which it begins."""
    code, which = SEASON_CODES[m["season"].lower()], m["which"].lower().split()
    here = as_day(reader.here)
    year = coarsen(reader.here if which[0] != "that" else reader.there, "year")
    if year is None:
        return Found("DATE", f"XXXX-{code}")
    if here is None or which[0] == "that":
        step = _STEPS.get(which[-1], 0)
        return Found("DATE", f"{unknown(shift(year, step, 'year'), 'XXXX')}-{code}", mod_of(m["edge"])[0])
    start = SEASONS[code]
    number = here.year - (code == "WI" and here.month <= 2)
    word = which[-1] if which[-1] != "past" or which[0] != "this" else "past"
    over = days_of(f"{number:04d}-{code}")
    if word in ("last", "past", "previous"):
        number -= not (over and over[1] < here)
    elif word in ("next", "coming"):
        number += here.month >= start or (code == "WI" and here.month <= 2)
    return Found("DATE", f"{number:04d}-{code}", mod_of(m["edge"])[0])


def _ago(m: re.Match[str], reader: Reader) -> Found | None:
    """ "three days ago", "a year earlier", "six weeks later": at the grain of the unit that is counted."""
    words, unit = m["count"], _unit(m["units"])
    direction = m["direction"].lower()
    ago = direction in ("ago", "from now", "hence", "back")
    forward = direction in ("later", "from now", "hence", "after", "afterwards", "afterward", "thereafter", "on")
    count = number_of(words) if words else None
    base = reader.here if ago else reader.there
    if reader.told and unit == "year" and count == 1 and "-Q" in reader.told and not forward:
        return Found("DATE", shift(reader.told, -4, "quarter"), told=False)  # of quarterly figures: the same quarter
    if count is None:
        return Found("DATE", "FUTURE_REF" if forward else "PAST_REF")
    if count != int(count) and unit == "year":
        count, unit = count * 12, "month"
    steps = round(count) if forward else -round(count)
    if unit in ("second", "minute", "hour"):
        return _hours(base, steps, unit)
    grain, factor = {"fortnight": ("week", 2), "night": ("day", 1)}.get(unit, (unit, 1))
    if grain in ("decade", "century"):
        grain, factor = "year", {"decade": 10, "century": 100}[grain]
    value = shift(base, steps * factor, grain)
    if value is None:
        return Found("DATE", "FUTURE_REF" if forward else "PAST_REF") if base is None else Found("DATE", UNKNOWN.get(grain, "XXXX"))
    return Found("DATE", value, "APPROX" if m["about"] else None, told=forward)


def _hours(base: str | None, steps: int, unit: str) -> Found:
    day = as_day(base)
    moved = back(day, -steps, unit) if day else None
    days: Days | None = (min(day, moved), max(day, moved)) if day and moved else None
    if days and abs(steps) <= {"hour": 6, "minute": 360, "second": 21600}[unit]:
        days = (days[1], days[1]) if steps < 0 else (days[0], days[0])
    value = day_value(moved if moved and days and days[0] != days[1] else day) if day and moved else "XXXX-XX-XX"
    return Found("TIME", f"{value}TXX", days=days, told=False)


def _after_event(m: re.Match[str], reader: Reader) -> Found | None:
    """ "a day after the attack": in a narrative the story moves on; in news nothing is known of the attack's day."""
    if not reader.narrative or m["direction"].lower() not in ("after", "following"):
        return None
    return _ago(m, reader)


def _year_ago(m: re.Match[str], reader: Reader) -> Found | None:
    told, unit = reader.told, (m["bigunit"] or "").lower()
    if told and "-Q" in told:
        return Found("DATE", shift(told, -4, "quarter"), told=False)
    base = reader.here if "ago" in m[0].lower() else reader.there
    value = shift(base, -4, "quarter") if unit == "quarter" else shift(base, -1, "year")
    return Found("DATE", unknown(value, "XXXX"), told=False)


def _span(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the last three years", "the next few days": a duration that lies on the calendar beside the day of writing.

    Vague counts cover four weeks ("recent weeks"), a week of days, half a year of months, five years.
    """
    which, unit = m["which"].lower().split()[-1], _unit(m["units"])
    words = m["count"]
    count = number_of(words) if words else None
    if words is None and m["units"].lower() == unit:
        if which not in ("past", "coming", "recent"):
            return None
        count = 1
    here = as_day(reader.here)
    forward = which in ("next", "coming", "following", "ahead", "nearest")
    if which in ("following", "previous", "preceding", "subsequent"):
        here = as_day(reader.there)
        forward = which in ("following", "subsequent")
    vague = {"day": 7, "week": 4, "month": 6 if not forward else 3, "year": 5, "decade": 3}
    end = back(here, (count or vague.get(unit, 1)) * (-1 if forward else 1), unit) if here else None
    days = None
    if here and end:
        days = (here, end) if forward else (end, here)
    return Found("DURATION", duration_value(count, unit), days=days, told=False)


def _within(m: re.Match[str], reader: Reader) -> Found | None:
    """ "later in the day", "for the full year", "the rest of the week": the unit told, in news that of publication."""
    unit = m["bigday"].lower()
    if re.match(r"\s(?:ended|ending|to)\b", m.string[m.end() : m.end() + 8]):
        return Found("DURATION", duration_value(1, unit))
    edge = m.groupdict().get("edge")
    value = coarsen(reader.there if reader.narrative or edge and unit == "day" else reader.here, unit)
    return Found("DATE", unknown(value, UNKNOWN.get(unit, "XXXX")), told=False)


def _year_end(m: re.Match[str], reader: Reader) -> Found | None:
    year = coarsen(reader.here, "year")
    return Found("DATE", f"{year}-12-31" if year else "XXXX-12-31", told=False)


def duration_value(count: float | None, unit: str) -> str:
    """The TIMEX3 duration; X for a count that is not told. Decades and centuries are counted in years."""
    unit = {"night": "day", "morning": "day", "evening": "day", "afternoon": "day", "weekend": "day"}.get(unit, unit)
    many = {"decade": 10, "century": 100, "fortnight": 2, "season": 3}.get(unit)
    if many:
        unit = {"fortnight": "week", "season": "month"}.get(unit, "year")
        count = count * many if count is not None else None
    letter = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
              "year": "Y"}[unit]  # fmt: skip
    time, letter = ("T", letter[1]) if len(letter) == 2 else ("", letter)
    if count is None:
        return f"P{time}X{letter}"
    if count != int(count):
        smaller = {"Y": (12, "M"), "H": (60, "M"), "M": (60, "S") if time else (4, "W")}.get(letter)
        whole, rest = int(count), count - int(count)
        if smaller and abs(rest - 0.5) < 1e-9:
            first = f"{whole}{letter}" if whole else ""
            return f"P{time}{first}{smaller[0] // 2}{smaller[1]}"
        return f"P{time}{count:g}{letter}"
    return f"P{time}{int(count)}{letter}"


_WHICH = (
    r"(?P<which>(?i:last|this(?: (?:past|coming|current))?|next|that(?: same)?|the (?:same|current|next|coming|following"
    r"|previous|preceding|prior|subsequent|past)|this same|the last))"
)
_EARLIER = r"(?:\b(?P<edge>(?i:(?:very )?early|late|later|earlier|mid|sometime|(?:by )?the end of|the (?:beginning|start|middle) of|(?:the )?(?:first|second|latter) half of))(?: in| on)?[ -])?"
_UNITS = r"(?P<units>(?i:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries))"
_ABOUT = r"(?:\b(?P<about>{about:}) )?"
_COUNT = r"(?P<count>{number:}|{vague:})"
_COUNT_OR_NONE = rf"(?:{_COUNT}(?: or (?:so|more|two))?(?: more)?[ -])?"

RULES: tuple[Rule, ...] = (
    rule("unit", r"\b(?P<edge>(?i:earlier|later|early|late)) (?:in|on) (?:the|that) {bigday}\b(?! of)", _within),
    rule("unit", r"(?:\b(?:the )?(?P<edge>end) of )?\b(?:the )?(?:(?:full|whole|entire|fiscal|calendar) )(?P<bigday>year)\b", _within),
    rule("unit", r"(?:(?<=[Ff]or )|(?<=[Oo]f )|(?<=rest of )|(?<=[Dd]uring )|(?<=[Tt]hroughout ))the {bigday}\b(?!['’-])(?! (?:of|that|after|before|when)\b)", _within),
    rule("unit", r"\b(?:the )?(?i:year(?:['’]s)?[ -]end)\b", _year_end),
    rule("unit", rf"{_EARLIER}\b{_WHICH} (?:calendar |fiscal )?{{bigunit}}\b(?!-(?:old|long))", _step_unit),
    rule("unit", r"\b(?:(?:the|that) (?:very )?(?:next|following|previous|preceding|prior|same) day|that(?: very)? day|the day (?:before|after|earlier|later|following)(?=[\s]*[,.;:)–—]|\s(?:and|when|that|in|at|by|on|to|with)\b))\b", _step_day, re.I),
    rule("unit", rf"{_EARLIER}\b(?P<which>(?i:last|this(?: (?:past|coming))?|next|that|the (?:next|following|previous|coming|past))) {{season}}\b", _season),
    rule("unit", rf"{_ABOUT}\b{_COUNT}(?: or (?:so|more|two))?(?: more)? {_UNITS}(?: or (?:so|more))? (?P<direction>(?i:ago|earlier|later|afterwards?|previously|from now|hence|thereafter))\b", _ago),
    rule("unit", rf"{_ABOUT}\b{_COUNT} {_UNITS} (?P<direction>(?i:before|after))(?=[,.;:)]|\s(?:and|when)\b)", _ago),
    rule("unit", rf"{_ABOUT}\b{_COUNT} {_UNITS} (?P<direction>(?i:after|following))\b", _after_event),
    rule("unit", rf"\b(?P<about>(?i:only |just )?)(?P<count>){_UNITS} (?P<direction>(?i:ago|earlier|later))\b", _ago),
    rule("unit", r"(?:\b(?:the|a|comparable) )?\b(?:year|comparable)-(?:ago|earlier)(?: (?:period|(?P<bigunit>quarter|year|month)))?\b", _year_ago),
    rule("unit", rf"\b(?:the )?(?P<which>(?i:past|last|next|coming|recent|previous|following|preceding|nearest|succeeding)) {_COUNT_OR_NONE}(?:full |straight )?{_UNITS}(?: or (?:so|two))?\b", _span),
    rule("unit", rf"\b(?:the )?(?P<count>{{number:}}|{{vague:}}) (?P<which>(?i:previous|preceding|following|coming|past)) {_UNITS}\b", _span),
)  # fmt: skip
