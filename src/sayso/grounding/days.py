"""When a proposition holds: the days of the times beside it, or of its tense."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Literal

from sayso.mentions.times.calendar import back, edtf_of
from sayso.model.when import TimeMention, When

JOINT = 9  # characters between the halves of a range: " through "
_PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)([SHDWMY])\Z")
_UNITS = {"S": "second", "H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}


def when(
    mentions: Sequence[TimeMention],
    day: date | None,
    tense: Literal["past", "present", "future"] | None,
    ongoing: bool,
) -> When | None:
    """The time of a proposition out of those linked to its clause; `day` is the day of publication.

    The most precise time on the calendar wins, of equal ones the first; a day wins over an hour, because the day of a
    bare hour is a guess. Else "now" is the day of publication, and a bare duration ("for six months") counts back from
    it where the happening goes on. Without either, what happens in the present, or goes on, holds on that day.
    """
    placed = [m for m in mentions if m.first and m.last and m.type != "SET"]
    placed = [m for m in placed if not any(_ends(m, other) for other in placed)]
    best = min(placed, key=_size, default=None)
    if best and best.first and best.last:
        return When(text=best.text, start=best.first, end=best.last, edtf=best.edtf or edtf_of(best.first, best.last))
    if day is None:
        return None
    if now := next((m for m in mentions if m.value == "PRESENT_REF"), None):
        return _until(day, day, now.text)
    if ongoing:
        for mention in mentions:
            if start := _start_of(mention, day):
                return _until(start, day, mention.text)
    return _until(day, day, None) if ongoing or tense == "present" else None


def _ends(mention: TimeMention, other: TimeMention) -> bool:
    """Is this the second half of a range ("29 June") whose first half ("26") covers the whole?"""
    near = 0 < mention.start - other.end <= JOINT
    return near and mention.last == other.last and (other.first or date.max) < (mention.first or date.min)


def _size(mention: TimeMention) -> tuple[int, bool]:
    days = (mention.last - mention.first).days if mention.first and mention.last else 0
    return days, mention.type == "TIME"


def _start_of(mention: TimeMention, day: date) -> date | None:
    """The day on which a duration that ends today began; None for vague ones (`PXM`)."""
    period = _PERIOD.match(mention.value or "") if mention.type == "DURATION" else None
    if period is None:
        return None
    unit = "minute" if "T" in period[0] and period[2] == "M" else _UNITS[period[2]]
    return day if unit in ("second", "minute", "hour") else back(day, float(period[1]), unit)


def _until(start: date, end: date, text: str | None) -> When:
    return When(text=text, start=start, end=end, edtf=edtf_of(start, end))
