"""The day of publication, from the many ways in which it is written."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

# Day and month are never guessed: "03/04/2022" is left unread.
FORMATS = (
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
    "%b %d %Y",
    "%A %d %B %Y",
    "%a %d %b %Y",
    "%A %B %d %Y",
    "%a %b %d %Y",
    "%a %b %d %H:%M:%S %Y",
    "%Y/%m/%d",
    "%Y/%m/%d %H:%M:%S",
    "%Y.%m.%d",
    "%d.%m.%Y",
)
CLOCK = re.compile(
    r"[\s,T]+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?$", re.IGNORECASE
)
YEARS = range(1900, 2100)


def day_of(value: object) -> date | None:
    """The day that `value` names, in the time zone it is given in; None where it cannot be read.

    Reads dates and date-times of ISO 8601 (compact forms too: 20220129T043000Z), RFC 822, and days in words.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    day = _day_in(str(value).strip())
    return day if day and day.year in YEARS else None


def _day_in(words: str) -> date | None:
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    plain = " ".join(words.replace(",", " ").split())
    for candidate in (plain, CLOCK.sub("", plain)):
        for form in FORMATS:
            try:
                return datetime.strptime(candidate, form).date()
            except ValueError:
                continue
    return None
