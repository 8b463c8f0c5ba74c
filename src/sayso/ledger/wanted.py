"""A query made ready for the database: what must hold of a row, in SQL.

A row of which all of it holds lacks nothing that a term can tell; whether it fits is for `match.fits` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sayso.ledger.database import Database
from sayso.ledger.match import words
from sayso.ledger.order import claim_days
from sayso.ledger.terms import needed, of_places
from sayso.model import Box, Query

type Kind = Literal["claim", "event"]
type Sql = tuple[str, tuple[Any, ...]]
"""A piece of SQL and its values."""

MOST_TERMS = 16  # that a row is tested for one by one
MOST_WORDED = 60_000  # claims with the words, of which all keys are fetched


@dataclass(frozen=True)
class Choice:
    """Terms of which a row must have one: `size` is how many rows have them. `box` is a box that is meant by some."""

    named: tuple[int, ...]
    size: int
    boxed: tuple[int, ...] = ()
    box: Box | None = None

    @property
    def terms(self) -> tuple[int, ...]:
        return (*self.named, *self.boxed)


@dataclass(frozen=True)
class Wanted:
    """A query made ready: `choices` is None where a term is in no row at all, so that nothing fits; `words` is a search
    of FTS5, and `worded` how many claims it finds, up to `MOST_WORDED`; `versions` are those of the report."""

    kind: Kind
    choices: tuple[Choice, ...] | None
    since: date | None = None
    until: date | None = None
    known: date | None = None
    words: str | None = None
    worded: int = 0
    versions: tuple[int, ...] | None = None


def ready(db: Database, kind: Kind, query: Query, known: date | None) -> Wanted:
    """What to look for: of claims or events, in a view of a day."""
    sets = needed(query)
    if kind == "event":
        sets += [tuple(f"status|{status}" for status in query.status)] if query.status and known is None else []
        sets += [("first",)] if query.first else []
    choices = [_choice(db, kind, texts, None) for texts in sets]
    if query.place is not None:
        choices.append(_choice(db, kind, of_places(query), query.place.box))
    asked = sorted(set(words(query.text or "")))
    match = " AND ".join(f'"{word}"' for word in asked) or None
    versions = None
    if query.report is not None:
        sql = "SELECT v.num FROM version v JOIN name n ON n.num = v.report WHERE n.id = ?"
        versions = tuple(num for (num,) in db.all(sql, (query.report,)))
    return Wanted(
        kind=kind,
        choices=tuple(choices) if all(choice.terms for choice in choices) else None,
        since=query.since,
        until=query.until,
        known=known,
        words=match,
        worded=_worded(db, match) if match is not None else 0,
        versions=versions,
    )


def _choice(db: Database, kind: Kind, texts: Sequence[str], box: Box | None) -> Choice:
    named = db.all(f"SELECT num, {kind}s FROM term WHERE text IN ({marks(texts)})", texts)
    boxed = _in_box(db, kind, box) if box is not None else []
    size = sum(size for _, size in {*named, *boxed})
    nums = tuple(num for num, _ in named)
    return Choice(nums, size, tuple(num for num, _ in boxed if num not in nums), box)


def _in_box(db: Database, kind: Kind, box: Box) -> list[Any]:
    found: list[Any] = []
    spans = [(box.west, box.east)] if box.west <= box.east else [(box.west, 180.0), (-180.0, box.east)]
    for west, east in spans:
        found += db.all(
            f"SELECT DISTINCT t.num, t.{kind}s FROM spot_box b JOIN spot s ON s.num = b.num"
            " JOIN term t ON t.num = s.term WHERE b.east >= ? AND b.west <= ? AND b.north >= ? AND b.south <= ?",
            (west, east, box.south, box.north),
        )
    return found


def _worded(db: Database, match: str) -> int:
    sql = "SELECT count(*) FROM (SELECT 1 FROM claim_text WHERE claim_text MATCH ? LIMIT ?)"
    return int(db.value(sql, (match, MOST_WORDED)))


def seen(known: date | None) -> Sql:
    """Does a claim `x` stand in a view of a day? That it is published by then, its key tells."""
    if known is None:
        return "x.until IS NULL", ()
    return "(x.until IS NULL OR x.until > ?) AND x.key < ?", (known.isoformat(), claim_days(None, known).stop)


def conditions(wanted: Wanted, walked: object = None) -> list[Sql]:
    """What must hold of a row `x` of the wanted kind, but for its words, and for what is walked along. What its own
    columns tell comes first, since it costs least."""
    found = [seen(wanted.known)] if wanted.kind == "claim" else []
    if wanted.until is not None:
        found.append(("x.start <= ?", (wanted.until.isoformat(),)))
    if wanted.since is not None:
        found.append(("x.finish >= ?", (wanted.since.isoformat(),)))
    tested = (_has(wanted.kind, choice) for choice in wanted.choices or () if choice is not walked)
    return found + [test for test in tested if test is not None]


def worded(wanted: Wanted, key: str) -> list[Sql]:
    """That a claim has the words, if any; nothing where so many have them that `match.fits` is faster."""
    if wanted.kind != "claim" or wanted.words is None or wanted.worded >= MOST_WORDED:
        return []
    return [(f"{key} IN (SELECT rowid FROM claim_text WHERE claim_text MATCH ?)", (wanted.words,))]


def _has(kind: Kind, choice: Choice) -> Sql | None:
    """Has a row one of the terms? None where they are too many to ask for one by one, and no box either."""
    exists = f"EXISTS (SELECT 1 FROM {kind}_term t WHERE t.key = x.key AND t.term IN ({{}}))"
    if len(choice.terms) <= MOST_TERMS:
        return exists.format(marks(choice.terms)), choice.terms
    if choice.box is None or len(choice.named) > MOST_TERMS:
        return None
    box = choice.box
    lon = "s.lon BETWEEN ? AND ?" if box.west <= box.east else "(s.lon >= ? OR s.lon <= ?)"
    inside = (
        f"EXISTS (SELECT 1 FROM {kind}_spot p JOIN spot s ON s.num = p.spot WHERE p.key = x.key"
        f" AND s.lat BETWEEN ? AND ? AND {lon})"
    )
    values = (box.south, box.north, box.west, box.east)
    if not choice.named:
        return inside, values
    return f"({exists.format(marks(choice.named))} OR {inside})", (*choice.named, *values)


def marks(values: Sequence[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))
