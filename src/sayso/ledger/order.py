"""Integer keys that sort as claims and events are given out, so that the database need not sort them.

A key of 63 bits begins with a day (22 bits). Of claims there follow three bytes of the id (24 bits), which sort as ids
do; the rest only tells apart keys that begin alike. Those are a group, which is sorted when it is read.
"""

from datetime import date, timedelta

from sayso.model import UNDATED

DAY_BITS, ID_BITS, REST_BITS = 22, 24, 17
SHIFT = ID_BITS + REST_BITS
NO_DAY = (1 << DAY_BITS) - 1  # after the last day there is
LAST = (1 << (DAY_BITS + SHIFT)) - 1
CLAIM = "c-"  # how the ids of claims begin
SLACK = timedelta(days=31)  # what is further from the day of its key than this is far


def claim_group(published: str | None, id_: str) -> range:
    """The keys for claims of a day whose ids begin as this one."""
    day = date.fromisoformat(published).toordinal() if published else NO_DAY
    first = (day << SHIFT) | (_id_bits(id_) << REST_BITS)
    return range(first, first + (1 << REST_BITS))


def _id_bits(id_: str) -> int:
    if id_.startswith(CLAIM):
        return int.from_bytes(id_[len(CLAIM) :].encode()[:3].ljust(3, b"\0"))
    return 0 if id_ < CLAIM else (1 << ID_BITS) - 1


def claim_days(since: date | None, until: date | None) -> range:
    """The keys of claims published from one day to another, both included; without a last day also of unknown days."""
    first = since.toordinal() << SHIFT if since is not None else 0
    return range(first, (until.toordinal() + 1) << SHIFT if until is not None else LAST + 1)


def event_group(founded: date | None) -> range:
    """The keys for events that were founded on a day: the latest come first, before them those of unknown days."""
    day = NO_DAY - founded.toordinal() if founded is not None else 0
    return range(day << SHIFT, (day + 1) << SHIFT)


def event_days(since: date | None, until: date | None) -> range:
    """The keys of events founded from one day to another, both included; without a last day also of unknown days."""
    first = (NO_DAY - until.toordinal()) << SHIFT if until is not None else 0
    return range(first, (NO_DAY - since.toordinal() + 1) << SHIFT if since is not None else LAST + 1)


def founded_on(order: str) -> date | None:
    """The day that the order of a member begins with."""
    return None if order.startswith(UNDATED) else date.fromisoformat(order[:10])


def earlier(day: date) -> date:
    """A day, less the slack."""
    return day - SLACK if day - date.min > SLACK else date.min


def later(day: date) -> date:
    """A day and the slack."""
    return day + SLACK if date.max - day > SLACK else date.max
