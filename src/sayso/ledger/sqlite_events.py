"""The index of events: by what their members are found."""

from collections.abc import Iterable, Mapping
from datetime import date

from sayso.ledger.database import Database
from sayso.ledger.match import days_of
from sayso.ledger.order import earlier, event_group, founded_on, later
from sayso.ledger.rows import claim_from, event_from, numbers_from, pack
from sayso.ledger.sqlite_claims import NO_DAYS
from sayso.ledger.sqlite_names import Names
from sayso.ledger.terms import Spot, place_terms, spots_of, terms_of
from sayso.model import Claim, EventRow


class EventIndex:
    """Keeps which events the members of a block belong to, and enters events under the terms of their members."""

    def __init__(self, db: Database, names: Names) -> None:
        self._db = db
        self._names = names

    def put(
        self, block: int, since: str, events: Mapping[tuple[str, int | None], str], rows: Iterable[EventRow]
    ) -> None:
        """Keep the events of the members from `since` on, and enter anew those that changed."""
        linked = {
            (self._names.name(claim), -1 if place is None else place): self._names.name(event)
            for (claim, place), event in events.items()
        }
        given = {self._names.name(row.id): row for row in rows}
        changed, moved = set(given), []
        for num, claim, place, event in self._db.all(
            "SELECT num, claim, place, event FROM member WHERE block = ? AND ord >= ?", (block, since)
        ):
            new = linked.get((claim, place))
            if new != event:
                moved.append((new, num))
                changed |= {each for each in (event, new) if each is not None}
        self._db.many("UPDATE member SET event = ? WHERE num = ?", moved)
        changed |= {name for name, in self._db.all(
            "SELECT name FROM event e WHERE block = ? AND NOT EXISTS (SELECT 1 FROM member m WHERE m.event = e.name)",
            (block,),
        )}  # fmt: skip
        for name in sorted(changed):
            self._enter(block, name, given.get(name) or self._row(name))
        self._db.run("DELETE FROM stale WHERE block = ?", (block,))

    def _row(self, name: int) -> EventRow | None:
        body = self._db.value("SELECT row FROM event WHERE name = ?", (name,))
        return event_from(body) if body is not None else None

    def _enter(self, block: int, name: int, row: EventRow | None) -> None:
        """Enter an event under the terms that its members have now, in place of those it had."""
        self._leave(name)
        members = [
            (claim_from(body), place)
            for place, body in self._db.all(
                "SELECT m.place, f.body FROM member m JOIN claim c ON c.name = m.claim JOIN fact f ON f.num = c.fact"
                " WHERE m.event = ?",
                (name,),
            )
        ]
        alive = members or self._db.value("SELECT 1 FROM member WHERE event = ?", (name,))
        if row is None or not alive:
            return
        founded, (start, finish) = founded_on(row.order), _days(claim for claim, _ in members)
        group = event_group(founded)
        last = self._db.value("SELECT max(key) FROM event WHERE key BETWEEN ? AND ?", (group[0], group[-1]))
        key = group[0] if last is None else int(last) + 1
        texts, points = _terms(members)
        texts |= {f"status|{row.status}"} | ({"first"} if row.first else set())
        terms, spots = self._names.terms(texts), self._names.spots(points)
        self._db.run(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (key, name, block, row.order, start, finish, pack(row), pack(terms)),
        )
        self._names.count("events", terms, 1)
        self._db.many("INSERT INTO event_term VALUES (?, ?)", ((term, key) for term in terms))
        self._db.many("INSERT INTO event_spot VALUES (?, ?)", ((key, spot) for spot in spots))
        if start <= finish and (founded is None or start < f"{earlier(founded)}" or finish > f"{later(founded)}"):
            self._db.run("INSERT INTO event_far VALUES (?, ?, ?)", (key, start, finish))

    def _leave(self, name: int) -> None:
        for key, terms in self._db.all("SELECT key, terms FROM event WHERE name = ?", (name,)):
            old = numbers_from(terms)
            self._names.count("events", old, -1)
            self._db.many("DELETE FROM event_term WHERE term = ? AND key = ?", ((term, key) for term in old))
            for table in ("event_spot", "event_far", "event"):
                self._db.run(f"DELETE FROM {table} WHERE key = ?", (key,))


def _terms(members: Iterable[tuple[Claim, int]]) -> tuple[set[str], set[Spot]]:
    """The terms of the claims, and those and the points of the places that the members stand for."""
    texts: set[str] = set()
    points: set[Spot] = set()
    for claim, place in members:
        places = claim.places[place : place + 1] if place >= 0 else ()
        texts |= terms_of(claim) | place_terms(places)
        points |= spots_of(places)
    return texts, points


def _days(claims: Iterable[Claim]) -> tuple[str, str]:
    """The first and the last day that any of the claims holds on."""
    spans = [days for claim in claims if (days := days_of(claim)) is not None]
    if not spans:
        return NO_DAYS
    first: date = min(start for start, _ in spans)
    return first.isoformat(), max(finish for _, finish in spans).isoformat()
