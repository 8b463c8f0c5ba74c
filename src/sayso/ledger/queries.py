"""Finds the rows that can fit a query, in order and without sorting them all.

What is asked for is a condition in SQL, and most of it also a list of rows in order. The shortest list is walked along,
and its rows are tested for the other conditions.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import batched
from typing import Any

from sayso.ledger.database import Database
from sayso.ledger.order import LAST, claim_days, earlier, event_days, later
from sayso.ledger.wanted import MOST_TERMS, Choice, Wanted, conditions, marks, worded

MOST_SORTED = 20_000  # rows that are sorted
AT_ONCE = 100  # rows of few

OF_CLAIM = "JOIN member m ON m.claim = c.name JOIN event e ON e.name = m.event"


@dataclass(frozen=True)
class Line:
    """Keys in order: those of a table, and which of its rows; or those that a query gives, `few` enough to sort."""

    source: str
    values: tuple[Any, ...] = ()
    key: str = "d.key"
    where: str = ""
    few: bool = False


@dataclass(frozen=True)
class Walk:
    """Lists to walk along side by side, how many rows that are in all, and what they stand for."""

    lines: tuple[Line, ...]
    size: int
    of: object = None


def walk(db: Database, wanted: Wanted, columns: str, start: int = 0, *, back: bool = False) -> Iterator[Any]:
    """The rows that can fit, by key from `start` on, or `back` from the last one: the key, then columns of `x`, and of
    the fact `f` (a claim's) or the name `n` (an event's)."""
    if wanted.choices is None or wanted.versions == () or (wanted.words is not None and not wanted.worded):
        return
    windows = _windows(wanted)
    for window, far in reversed(windows) if back else windows:
        keys = range(max(window.start, start), window.stop)
        if keys:
            yield from _along(db, wanted, columns, keys, far, back)


def _windows(wanted: Wanted) -> list[tuple[range, bool]]:
    """The keys to look through: near the days that are asked for, and far from those, where only rows that tell of days
    far from their key can fit."""
    days = claim_days if wanted.kind == "claim" else event_days
    bound = days(None, wanted.known)
    since = earlier(wanted.since) if wanted.since is not None else None
    near = days(since, later(wanted.until) if wanted.until is not None else None)
    windows = [(range(near.start), True), (near, False), (range(near.stop, LAST + 1), True)]
    return [(range(max(keys.start, bound.start), min(keys.stop, bound.stop)), far) for keys, far in windows]


def _along(db: Database, wanted: Wanted, columns: str, keys: range, far: bool, back: bool) -> Iterator[Any]:
    """The rows of a window."""
    kind, walked = wanted.kind, _shortest(db, wanted, keys, far)
    few = walked.lines[0].few
    words = [] if walked.of is wanted.words else worded(wanted, "key" if few else "x.key")
    tests = conditions(wanted, walked.of) + ([] if few else words)
    where = "".join(f" AND {sql}" for sql, _ in tests)
    values = tuple(value for _, given in tests for value in given)
    join = "JOIN fact f ON f.num = x.fact" if kind == "claim" else "JOIN name n ON n.num = x.name"
    way = "DESC" if back else ""

    def rows(line: Line) -> Iterator[Any]:
        if line.few:
            sql = f"SELECT DISTINCT key FROM ({line.source}) WHERE key BETWEEN ? AND ?"
            found = db.all(
                " AND ".join((sql, *(sql for sql, _ in words))),
                (*line.values, *ends, *(value for _, given in words for value in given)),
            )
            for some in batched(sorted((key for (key,) in found), reverse=back), AT_ONCE):
                sql = f"SELECT x.key, {columns} FROM {kind} x {join} WHERE x.key IN ({marks(some)}){where}"
                yield from db.rows(f"{sql} ORDER BY x.key {way}", (*some, *values))
            return
        source = f"{line.source} CROSS JOIN {kind} x ON x.key = {line.key}" if line.source else f"{kind} x"
        yield from db.rows(
            f"SELECT x.key, {columns} FROM {source} {join}"
            f" WHERE {line.where}{line.key} BETWEEN ? AND ?{where} ORDER BY {line.key} {way}",
            (*line.values, *ends, *values),
        )

    ends = (keys[0], keys[-1])
    if len(walked.lines) == 1:
        yield from rows(walked.lines[0])
        return
    last = None
    for row in merge(*map(rows, walked.lines), key=lambda row: row[0], reverse=back):
        if row[0] != last:  # it has two of the terms
            yield row
        last = row[0]


def _shortest(db: Database, wanted: Wanted, keys: range, far: bool) -> Walk:
    """What is best walked along."""
    kind = wanted.kind
    if wanted.versions is not None:
        of_versions = f"SELECT c.key FROM claim c WHERE c.version IN ({marks(wanted.versions)})"
        if kind == "event":
            of_versions = of_versions.replace("SELECT c.key FROM claim c", f"SELECT e.key FROM claim c {OF_CLAIM}")
        return Walk((Line(of_versions, wanted.versions, few=True),), 0, wanted.versions)
    walks = [Walk((Line("", key="x.key"),), LAST)]
    walks += [walk for choice in wanted.choices or () if (walk := _of_choice(kind, choice)) is not None]
    if wanted.words is not None and kind == "claim":
        where = "d.claim_text MATCH ? AND "
        walks.append(Walk((Line("claim_text d", (wanted.words,), "d.rowid", where),), wanted.worded, wanted.words))
    if far:
        table = f"SELECT 1 FROM {kind}_far WHERE key BETWEEN ? AND ? LIMIT {MOST_SORTED}"
        size = db.value(f"SELECT count(*) FROM ({table})", (keys[0], keys[-1]))
        where, values = "", tuple[str, ...]()
        for test, day in (("d.start <= ? AND ", wanted.until), ("d.finish >= ? AND ", wanted.since)):
            if day is not None:
                where, values = where + test, (*values, day.isoformat())
        walks.append(Walk((Line(f"{kind}_far d", values, where=where),), size, "far"))
    return min(walks, key=lambda walk: walk.size)


def _of_choice(kind: str, choice: Choice) -> Walk | None:
    """The lists of a few terms side by side; of many terms the sorted rows, unless those are many too."""
    if len(choice.terms) <= MOST_TERMS:
        lines = tuple(Line(f"{kind}_term d", (term,), where="d.term = ? AND ") for term in choice.terms)
        return Walk(lines, choice.size, choice)
    if choice.size > MOST_SORTED:
        return None
    sql = f"SELECT key FROM {kind}_term WHERE term IN ({marks(choice.terms)})"
    return Walk((Line(sql, choice.terms, few=True),), choice.size, choice)
