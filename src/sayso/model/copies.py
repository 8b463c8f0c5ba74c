"""Reprints: reports that hold the same text, two by two and together (public form `sayso/copies/1`)."""

from datetime import date

from sayso.model.record import Record

PER_KEY = 200
"""A key of copies is kept for the first so many reports that have it, however many there are."""


class CopyPair(Record, frozen=True, kw_only=True):
    """Two reports that share text; `a` sorts before `b`. `containment` is the share of the word 5-grams of the text
    with fewer of them that the other text has too, 0 to 1."""

    a: str
    b: str
    containment: float


class Copy(Record, frozen=True, kw_only=True):
    """A report of a cluster. `containment` is that of the pair with the first report of the cluster: 1 for the first
    itself, None where the two are no pair and others join them."""

    report: str
    published: date | None
    outlet: str | None
    containment: float | None


class Copies(Record, frozen=True, kw_only=True):
    """One text in many reports: `reports` in order of publication, unknown days last. The id of the first one names the
    `cluster`. `agency` is the agency that most of them credit."""

    schema: str = "sayso/copies/1"
    cluster: str
    agency: str | None
    reports: tuple[Copy, ...]
