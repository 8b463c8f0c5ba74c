"""The day with which a text opens: of a report that comes without a date, the day that relative times count from."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>(?i:{'|'.join(_MONTHS)}))[a-z]*\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>\d{1,2})"
_LEAD = r"(?i:\W*(?:(?:last )?(?:updated|published|posted|date of publication)(?: (?:at|on))?:?\s+)?)"
_WEEKDAY = r"(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_FORMS = tuple(
    re.compile(_LEAD + _WEEKDAY + form)
    for form in (
        rf"{_DAY}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}",
        rf"{_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s*{_YEAR}",  # also "Apr 052017", which lost its comma
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
    )
)


def opening_day(text: str) -> date | None:
    """The day at the very start of a text, None where it begins with something else. Days written with strokes are left
    alone: nobody can tell 3/4 from 4/3."""
    for form in _FORMS:
        if found := form.match(text):
            name = found["month"].lower()
            month = int(name) if name.isdigit() else _MONTHS.index(name) + 1
            try:
                return date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                return None
    return None
