"""Weekdays, today and its neighbours, and the parts of their days: "late on Monday", "Saturday night", "overnight"."""

import re
from datetime import date, timedelta

from sayso.mentions.times.calendar import as_day, coarsen, day_value, shift
from sayso.mentions.times.rule import Found, Reader, Rule, mod_of, rule, unknown
from sayso.mentions.times.words import WEEKDAYS, clean, part_code

DAY = timedelta(days=1)


def with_part(value: str | None, part: str | None, mod_words: str | None = None) -> Found:
    """A day, or with a part of it ("night", "dawn") a time of that day."""
    value = unknown(value, "XXXX-XX-XX")
    mod = mod_of(mod_words)[0]
    if not part:
        return Found("DATE", value, mod)
    return Found("TIME", f"{value}{part_code(part)}", mod)


def pick_weekday(number: int, reader: Reader, offset: int, which: str = "", possessive: bool = False) -> date | None:
    """The day that a bare weekday names: the next one (today included) in the future tense, else the last one.

    "next" and "last" never name today; in a narrative the first such day from the one told on is meant.
    """
    here = as_day(reader.here)
    if here is None:
        return None
    back = (here.weekday() - number) % 7
    on = (number - here.weekday()) % 7
    if which in ("next", "coming", "following"):
        return here + (on or 7) * DAY
    if which in ("last", "past", "previous"):
        return here - (back or 7) * DAY
    if reader.narrative:
        return here + on * DAY
    if which == "this":
        return here + (number - here.weekday()) * DAY
    future = reader.tense_at(offset) == "future" and not possessive
    return here + on * DAY if future else here - back * DAY


def _weekday(m: re.Match[str], reader: Reader) -> Found | None:
    groups = m.groupdict()
    if _OUTLET.match(m.string, m.end()) or _NAMED_DAY.search(m.string[max(0, m.start() - 8) : m.start("weekday")]):
        return None
    which = (groups.get("which") or "").lower().split()
    base = which[-1] if which else ""
    number = WEEKDAYS[clean(m["weekday"])]
    if "previous" in which or "following" in which:
        told = as_day(reader.there)
        if told:
            sign = 1 if "following" in which else -1
            gap = (sign * (number - told.weekday())) % 7 or 7
            return with_part(day_value(told + sign * gap * DAY), groups.get("part"))
    possessive = m.string[m.end("weekday") : m.end("weekday") + 2] in ("'s", "’s")
    day = pick_weekday(number, reader, m.start(), base, possessive)
    return with_part(day_value(day) if day else None, groups.get("part"), groups.get("edge"))


_OUTLET = re.compile(r"\s(?:Times|Telegraph|Mirror|Express|Mail|Star|World|Herald|Independent|Business|People|Post|Punch|Agreement)\b")
_NAMED_DAY = re.compile(r"\b(?:Bloody|Black|Palm|Good|Ash|Easter|Cyber|Super|Holy|Maundy|Man)\s\Z")


def _weekday_of_week(m: re.Match[str], reader: Reader) -> Found | None:
    """ "Monday of last week", "Friday next week"."""
    step = {"last": -1, "next": 1, "this": 0}[m["which"].lower()]
    week = shift(reader.here, step, "week")
    if week is None:
        return Found("DATE", "XXXX-XX-XX")
    day = date.fromisocalendar(int(week[:4]), int(week[6:]), WEEKDAYS[clean(m["weekday"])] + 1)
    return with_part(day_value(day), m["part"])


_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "tonite": 0}


def _near_day(m: re.Match[str], reader: Reader) -> Found | None:
    word = m["near"].lower()
    if m["near"] == "Today" and re.search(r"[A-Z]\w+\s\Z", m.string[max(0, m.start("near") - 16) : m.start("near")]):
        return None  # USA Today, Russia Today, India Today
    part = m["part"] or m["before"]
    if word.startswith("ton"):
        part = "night"
    if reader.narrative and word == "today":
        return Found("DATE", "PRESENT_REF")
    step = _NEAR_DAYS[word]
    if "day before" in m[0].lower():
        step = -2
    elif "day after" in m[0].lower():
        step = 2
    return with_part(shift(reader.here, step, "day"), part, m["edge"])


def _this_part(m: re.Match[str], reader: Reader) -> Found | None:
    """ "this morning" is today's, "last night" yesterday's, "that evening" belongs to the day told."""
    which = " ".join(m["which"].lower().split())
    base = reader.here if which in ("this", "last") else reader.there
    step = {"last": -1, "the next": 1, "the following": 1, "the previous": -1}.get(which, 0)
    if which == "the" and (reader.narrative or as_day(reader.told) is None):
        base = reader.told
    found = with_part(shift(base, step, "day"), m["part"], m["edge"])
    return found


def _overnight(m: re.Match[str], reader: Reader) -> Found | None:
    """The night that ended in the morning of the day: it covers both days."""
    day = as_day(reader.here)
    if re.match(
        r"\s(?:stay|train|bag|flight|trip|success|delivery|accommodation|rates?|funds?|lending)\b",
        m.string[m.end() :][:16],
    ):
        return None
    if day is None:
        return Found("TIME", "XXXX-XX-XXTNI")
    return Found("TIME", f"{day_value(day)}TNI", days=(day - DAY, day))


def _weekend(m: re.Match[str], reader: Reader) -> Found | None:
    which = (m["which"] or "").lower().split()
    last = which[-1] if which else "the"
    week = coarsen(reader.here, "week")
    here = as_day(reader.here)
    if week is None or here is None:
        return Found("DATE", "XXXX-WXX-WE")
    future = reader.tense_at(m.start()) == "future"
    if last in ("last", "past", "previous"):
        step = -1 if here.weekday() < 6 or last == "previous" else 0
    elif last in ("next", "coming", "following"):
        step = 1 if last == "next" else 0
    else:
        step = 0 if future or here.weekday() >= 5 or last == "this" and here.weekday() >= 3 else -1
    return Found("DATE", f"{shift(week, step, 'week')}-WE")


def _point(m: re.Match[str], reader: Reader) -> Found | None:
    """ "the night of", "at dawn": the day told in a narrative, else that of publication or the weekday beside it."""
    value = coarsen(reader.there if reader.narrative else reader.here, "day")
    return with_part(value, m["point"])


_WHICH = r"(?P<which>(?i:last|next|this(?: (?:past|coming))?|the (?:previous|following)|the past|the coming))"
_EARLY = r"(?:\b(?P<edge>(?i:(?:very )?early|late|later|earlier)) (?:on )?(?:(?:in )?the )?)?"
_BEFORE = r"(?:\b(?P<before>(?:{part:}|{point:}))(?: on| of)?,? )?"

RULES: tuple[Rule, ...] = (
    rule("weekday", rf"{_EARLY}(?:\b{_WHICH} )?\b{{weekday}}(?!['’]s (?:Law|Child))(?:(?:['’]s)? {{part}}\b)?", _weekday),
    rule("weekday", r"(?P<edge>)\b(?P<part>(?:{part:}|{point:}))(?: on| of)?,? {weekday}\b", _weekday),
    rule("weekday", r"(?i:\bthe )(?P<edge>)(?P<part>{part:})(?: of)? {weekday}\b", _weekday),
    rule("weekday", r"\b{weekday}(?: {part})?,?(?: of)? (?P<which>(?i:last|next|this)) (?i:week)\b", _weekday_of_week),
    rule("word", rf"{_EARLY}{_BEFORE}\b(?:(?i:the day (?:before|after)) )?(?P<near>(?i:yesterday|today|tomorrow|tonight))\b(?:(?:['’]s)? {{part}}\b)?", _near_day),
    rule("unit", rf"{_EARLY}\b(?P<which>(?i:this|last|that(?: same)?|the (?:next|following|previous|same)|the)) {{part}}\b(?! of)", _this_part),
    rule("word", r"\b(?i:overnight)\b", _overnight),
    rule("unit", r"(?<=\b[Aa]t )(?i:night)\b|\b(?i:night)(?:-?time)?(?=[ -](?:raids?|attacks?|strikes?|retreat|bombing|shelling|fighting)\b)", lambda m, r: Found("TIME", "XXXX-XX-XXTNI")),
    rule("unit", r"\b(?:(?P<which>(?i:last|next|this(?: (?:past|coming))?|the(?: (?:past|coming|previous|following|last))?|over the)) )(?i:weekend)\b", _weekend),
    rule("word", r"(?:(?<=\b[Aa]t\s)|(?<=\b[Bb]efore\s)|(?<=\b[Aa]fter\s)|(?<=\b[Bb]y\s)|(?<=\b[Uu]ntil\s))(?:about )?{point}\b", _point),
)  # fmt: skip
