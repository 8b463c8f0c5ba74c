"""Finds events by their members in a ledger file."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sayso.errors import SaysoError
from sayso.ledger.database import Database
from sayso.ledger.match import member_fits
from sayso.ledger.order import SHIFT
from sayso.ledger.queries import walk
from sayso.ledger.rows import claim_from, event_from
from sayso.ledger.wanted import conditions, ready
from sayso.model import UNDATED, Folded, Member, Query

MEMBER = "n.id, m.place, b.id, m.ord, m.answers, e.id, f.body"
MEMBERS = (
    "member m JOIN name n ON n.num = m.claim JOIN name b ON b.num = m.block LEFT JOIN name e ON e.num = m.event"
    " JOIN claim x ON x.name = m.claim JOIN fact f ON f.num = x.fact"
)

type Found = tuple[str, str]
"""The order of the member that founded an event, and the id of the event."""


def folded(row: Sequence[Any]) -> Folded:
    """A member with its claim, from the columns of `MEMBER` and whether the claim stands."""
    claim, place, block, order, answers, event, body, *standing = row
    member = Member(
        claim=claim, place=None if place < 0 else place, block=block, order=order, answers=answers, event=event
    )
    return Folded(member=member, claim=claim_from(body), standing=all(standing))


def find_events(db: Database, query: Query, known: date | None) -> Iterator[str]:
    """The ids of the events that a query asks for, as known on a day, in order."""
    after: Found | None = None
    key = 0
    if query.after is not None:
        row = db.all(
            "SELECT e.key, e.founded FROM name n JOIN event e ON e.name = n.num WHERE n.id = ?", (query.after,)
        )
        if not row:
            raise SaysoError(f"No event {query.after} to go on from.")
        key, after = row[0][0], (row[0][1], query.after)
    to_come = known is not None and query.since is not None and query.since > known  # of which few claims tell
    by_claims = query.text is not None or to_come
    found = _by_claims(db, query, known) if by_claims else _by_terms(db, query, known, key)
    return (event for founded, event in found if after is None or _comes_after((founded, event), after))


def _comes_after(event: Found, other: Found) -> bool:
    return event[0] < other[0] or (event[0] == other[0] and event[1] > other[1])


def _in_order(events: Sequence[Any]) -> list[Any]:
    """The latest first, then by id."""
    return sorted(sorted(events, key=lambda event: event[1]), key=lambda event: event[0], reverse=True)


def _by_terms(db: Database, query: Query, known: date | None, start: int) -> Iterator[Found]:
    """Along the events, those of them that have a member that fits."""
    wanted = ready(db, "claim", query, known)
    tests = conditions(wanted)
    sql = f"SELECT {MEMBER} FROM {MEMBERS} WHERE m.event = ? AND {' AND '.join(sql for sql, _ in tests)}"
    values = tuple(value for _, given in tests for value in given)
    rows = walk(db, ready(db, "event", query, known), "x.founded, n.id, x.name", start >> SHIFT << SHIFT)
    for _, day in groupby(rows, key=lambda row: row[0] >> SHIFT):
        for founded, event, name in _in_order([row[1:] for row in day]):
            members = map(folded, db.rows(sql, (name, *values)))
            if any(member_fits(each.member, each.claim, query) for each in members):
                yield founded, event


def _by_claims(db: Database, query: Query, known: date | None) -> Iterator[Found]:
    """Along the claims that fit, the latest first: an event is founded no later than its members are published,
    so those that were founded later than the next claim are all found."""
    waiting: dict[str, str] = {}
    last = ""
    for _, name, body in walk(db, ready(db, "claim", query, known), "x.name, f.body", back=True):
        claim = claim_from(body)
        day = claim.published or UNDATED
        if day != last:
            done = [(founded, event) for event, founded in waiting.items() if founded[: len(day)] > day]
            yield from _in_order(done)
            for _, event in done:
                del waiting[event]
            last = day
        for place, founded, event, row in db.all(
            "SELECT m.place, e.founded, n.id, e.row FROM member m JOIN event e ON e.name = m.event"
            " JOIN name n ON n.num = e.name WHERE m.claim = ?",
            (name,),
        ):
            member = Member(claim=claim.id, place=None if place < 0 else place, block="", order="")
            if member_fits(member, claim, query) and _is_wanted(row, query, known):
                waiting[event] = founded
    yield from _in_order([(founded, event) for event, founded in waiting.items()])


def _is_wanted(row: bytes, query: Query, known: date | None) -> bool:
    if not query.first and not query.status:
        return True
    event = event_from(row)
    return (event.first or not query.first) and (known is not None or event.status in (query.status or (event.status,)))
