"""Times as the text names them (TIMEX3) and the days that they cover."""

from datetime import date
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Words

type TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


class TimeMention(Words, frozen=True, kw_only=True):
    """A time expression. `type` and `value` follow TIMEX3 of ISO-TimeML (`2025-W23`, `P3Y`, `PRESENT_REF`).

    `first` and `last` are the days it covers, both included; None where it cannot be put on the calendar (a bare
    duration, a relative day without an anchor, PRESENT_REF). `edtf` is the same as an Extended Date/Time Format
    (ISO 8601-2) string. A duration that counts back from the day of publication ("the last three years") covers days.
    """

    type: TimexType
    value: str | None
    first: date | None = None
    last: date | None = None
    edtf: str | None = None


class When(Record, frozen=True, kw_only=True):
    """The days on which a proposition holds. `text` is None where the tense alone tells."""

    text: str | None
    start: date
    end: date
    edtf: str
