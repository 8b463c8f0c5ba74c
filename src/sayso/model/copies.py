"""Reprints: reports that hold the same text."""

from sayso.model.record import Record


class CopyPair(Record, frozen=True, kw_only=True):
    """Two reports that share text; `a` sorts before `b`. `containment` is the share of the word 5-grams of the text
    with fewer of them that the other text has too, 0 to 1."""

    a: str
    b: str
    containment: float
