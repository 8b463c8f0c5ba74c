"""Today and its neighbours, and the parts of the day: "yesterday evening", "this morning", "overnight", "at dawn"."""

import re
from datetime import timedelta

from sayso.mentions.times.calendar import as_day, coarsen, day_value, shift
from sayso.mentions.times.rule import Found, Reader, Rule, rule, with_part


def _near_day(m: re.Match[str], reader: Reader) -> Found | None:
    word, before = m["near"].lower(), m.string[max(0, m.start("near") - 16) : m.start("near")]
    if m["near"] == "Today" and re.search(r"[A-Z]\w+\s\Z", before):
        return None  # USA Today, Russia Today, India Today
    if reader.narrative and word == "today":
        return Found("DATE", "PRESENT_REF")
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0) * (2 if m["twice"] else 1)
    part = "night" if word == "tonight" else m["part"] or m["before"]
    return with_part(shift(reader.here, step, "day"), part, m["early"])


def _this_part(m: re.Match[str], reader: Reader) -> Found | None:
    """ "this morning" is today's, "last night" yesterday's, "that evening" and "the night" belong to the day told."""
    which = m["which"].lower().split()
    base = reader.here if which[0] in ("this", "last") else reader.there
    if which == ["the"] and reader.narrative:
        base = reader.told
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which[-1], 0)
    return with_part(shift(base, step, "day"), m["part"], m["early"])


def _overnight(m: re.Match[str], reader: Reader) -> Found | None:
    """The night that ended in the morning of the day: it covers both days."""
    day = as_day(reader.here)
    if day is None:
        return Found("TIME", "XXXX-XX-XXTNI")
    return Found("TIME", f"{day_value(day)}TNI", days=(day - timedelta(days=1), day))


def _point(m: re.Match[str], reader: Reader) -> Found | None:
    """ "at dawn", "until midnight": of the day of publication, in a narrative of the day told."""
    return with_part(coarsen(reader.there if reader.narrative else reader.here, "day"), m["point"])


def _at_night(_: re.Match[str], __: Reader) -> Found | None:
    """Some night or every night: no day."""
    return Found("TIME", "XXXX-XX-XXTNI")


_EARLY = r"(?:{early} (?:on )?(?:(?:in )?the )?)?"

RULES: tuple[Rule, ...] = (
    rule(
        "word",
        _EARLY + r"(?:(?P<before>{part:}|{point:})(?: on| of)?,? )?(?P<twice>(?i:the day (?:before|after) ))?"
        r"(?P<near>(?i:yesterday|today|tomorrow|tonight))\b(?:(?:['’]s)? {part}\b)?",
        _near_day,
    ),
    rule(
        "part",
        _EARLY + r"(?P<which>(?i:this|last|that(?: same)?|the (?:next|following|previous|same)|the)) {part}\b(?! of)",
        _this_part,
    ),
    rule(
        "word",
        r"(?i:overnight)\b(?! (?:stay|train|bag|flight|trip|success|delivery|rates?|funds?|lending)\b)",
        _overnight,
    ),
    rule(
        "part",
        r"(?:(?<=\b[Aa]t )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\b[Bb]y )|(?<=\b[Uu]ntil ))(?:about )?{point}\b",
        _point,
    ),
    rule(
        "part",
        r"(?<=\b[Aa]t )(?i:night)\b"
        r"|(?i:night(?:-?time)?)(?=[ -](?:raids?|attacks?|strikes?|retreat|bombing|shelling|fighting)\b)",
        _at_night,
    ),
)
