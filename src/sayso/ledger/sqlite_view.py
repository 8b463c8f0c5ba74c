"""Reads from a ledger file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Any

from sayso.errors import SaysoError
from sayso.ledger.base import Row
from sayso.ledger.database import Database
from sayso.ledger.facts import same_version
from sayso.ledger.match import fits
from sayso.ledger.order import REST_BITS
from sayso.ledger.queries import walk
from sayso.ledger.rows import claim_from, reading_from, report_from, run_from, verdict_from
from sayso.ledger.sqlite_holdings import statements
from sayso.ledger.sqlite_members import MEMBER, MEMBERS, find_events, folded
from sayso.ledger.wanted import marks, ready, seen
from sayso.model import (
    ActorFilter,
    Claim,
    CopyPair,
    EventPlace,
    Folded,
    Holding,
    PlaceFilter,
    Query,
    Report,
    Run,
    Verdict,
)


class SqliteView:
    """A ledger file as known on a day."""

    def __init__(self, db: Database, as_known: date | None) -> None:
        self._db = db
        self._as_known = as_known
        self._seen, self._day = seen(as_known)

    @property
    def as_known(self) -> date | None:
        return self._as_known

    # Reports.

    def has(self, report: Report, run: Run | None = None) -> bool:
        if self._as_known is not None and (report.published is None or report.published > self._as_known):
            return False
        rows = self._db.all(
            "SELECT f.body, r.id FROM name n JOIN version v ON v.report = n.num JOIN fact f ON f.num = v.fact"
            " JOIN name r ON r.num = v.run WHERE n.id = ?",
            (report.id,),
        )
        return any(same_version(report_from(body), report) and (run is None or id_ == run.id) for body, id_ in rows)

    def _versions(self, where: str, values: Sequence[object]) -> Iterator[Any]:
        """The versions that count: the id and body of their reports."""
        counts, day = "v.until IS NULL", tuple[str, ...]()
        if self._as_known is not None:
            known = self._as_known.isoformat()
            counts, day = "v.day BETWEEN '0' AND ? AND (v.until IS NULL OR v.until > ?)", (known, known)
        return self._db.rows(
            "SELECT n.id, f.body FROM version v JOIN name n ON n.num = v.report JOIN fact f ON f.num = v.fact"
            f" WHERE {counts} AND {where} ORDER BY v.day = '', v.day, n.id",
            (*day, *values),
        )

    def report(self, report: str) -> Report | None:
        return next((report_from(body) for _, body in self._versions("n.id = ?", (report,))), None)

    def reports(self) -> Iterator[Report]:
        return (report_from(body) for _, body in self._versions("1", ()))

    # Claims.

    def claims(self, query: Query) -> Iterator[Claim]:
        return islice(self._claims(query), query.limit)

    def _claims(self, query: Query) -> Iterator[Claim]:
        start, after = 0, ""
        if query.after is not None:
            after = query.after
            key = self._db.value(
                f"SELECT x.key FROM name n JOIN claim x ON x.name = n.num WHERE n.id = ? AND {self._seen}",
                (after, *self._day),
            )
            if key is None:
                raise SaysoError(f"No claim {after} to go on from.")
            start = key
        group = start >> REST_BITS
        wanted = ready(self._db, "claim", query, self._as_known)
        rows = walk(self._db, wanted, "f.body", group << REST_BITS)
        for alike, found in groupby(rows, key=lambda row: row[0] >> REST_BITS):
            claims = [claim for _, body in found if fits(claim := claim_from(body), query)]
            for claim in sorted(claims, key=lambda claim: claim.id):
                if alike != group or claim.id > after:
                    yield claim

    def claims_of(self, ids: Iterable[str]) -> dict[str, Claim]:
        sql = (
            "SELECT f.body FROM name n JOIN claim x ON x.name = n.num JOIN fact f ON f.num = x.fact"
            f" WHERE n.id = ? AND {self._seen}"
        )
        return {id_: claim_from(body) for id_ in ids for (body,) in self._db.all(sql, (id_, *self._day))}

    # Events.

    def events(self, query: Query) -> Iterator[str]:
        return islice(find_events(self._db, query, self._as_known), query.limit)

    def event(self, event: str) -> tuple[Folded, ...]:
        name = self._db.value("SELECT num FROM name WHERE id = ?", (event,))
        rows = self._db.rows(
            f"SELECT {MEMBER} FROM {MEMBERS} WHERE m.event = ? AND {self._seen} ORDER BY m.ord, n.id, m.place",
            (name, *self._day),
        )
        return tuple(folded(row) for row in rows)

    def events_of(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        sql = (
            "SELECT e.id FROM name n JOIN member m ON m.claim = n.num JOIN name e ON e.num = m.event WHERE n.id = ?"
            f" AND EXISTS (SELECT 1 FROM claim x WHERE x.name = n.num AND {self._seen}) ORDER BY m.ord, m.place"
        )
        found = {claim: [id_ for (id_,) in self._db.all(sql, (claim, *self._day))] for claim in claims}
        return {claim: tuple(dict.fromkeys(events)) for claim, events in found.items() if events}

    # What is told of by claims.

    def holdings(
        self, place: PlaceFilter | None = None, by: ActorFilter | None = None, at: date | None = None
    ) -> Iterator[Holding]:
        return iter(statements(self._db, self._as_known, place, by, at))

    def _terms(self, prefix: str) -> Iterator[tuple[str, bytes]]:
        """The terms that begin so, by text, each with the first claim that has it."""
        first = (
            "SELECT x.fact FROM claim_term d CROSS JOIN claim x ON x.key = d.key"
            f" WHERE d.term = t.num AND {self._seen} ORDER BY d.key LIMIT 1"
        )
        return self._db.rows(
            f"SELECT t.text, f.body FROM term t JOIN fact f ON f.num = ({first})"
            " WHERE t.text BETWEEN ? AND ? ORDER BY t.text",
            (*self._day, prefix, f"{prefix}\U0010ffff"),
        )

    def places(self) -> Iterator[EventPlace]:
        for text, body in self._terms("at|"):
            named = (p for p in claim_from(body).places if p.kind == "place" and p.id is not None)
            yield from islice((EventPlace.of(p) for p in named if f"at|{p.id}" == text), 1)

    def actors(self) -> Iterator[tuple[str, str | None]]:
        for text, _ in self._terms("who|"):
            _, id_, name = text.split("|", 2)
            yield id_, name or None

    def pairs(self, reports: Iterable[str]) -> Iterator[CopyPair]:
        sql = (
            "SELECT a.id, b.id, p.containment FROM name n CROSS JOIN copy_pair p ON p.{} = n.num"
            " JOIN name a ON a.num = p.a JOIN name b ON b.num = p.b WHERE n.id = ?"
        )
        found = {
            (a, b): CopyPair(a=a, b=b, containment=containment)
            for report in set(reports)
            for side in ("a", "b")
            for a, b, containment in self._db.all(sql.format(side), (report,))
        }
        known = {report for report in {id_ for pair in found for id_ in pair} if self._knows(report)}
        return (pair for (a, b), pair in sorted(found.items()) if a in known and b in known)

    def _knows(self, report: str) -> bool:
        return next(self._versions("n.id = ?", (report,)), None) is not None

    # Facts.

    def size(self) -> int:
        return int(self._db.value("SELECT max(num) FROM fact") or 0)

    def counts(self) -> dict[str, int]:
        claims = f"SELECT count(DISTINCT x.name) FROM claim x WHERE {self._seen}"
        events = f"SELECT count(DISTINCT m.event) FROM member m JOIN claim x ON x.name = m.claim WHERE {self._seen}"
        return {
            "reports": sum(1 for _ in self._versions("1", ())),
            "claims": self._db.value(claims, self._day),
            "events": self._db.value(events, self._day),
        }

    def _facts(self, table: str) -> Iterator[bytes]:
        rows = self._db.rows(f"SELECT f.body FROM {table} t JOIN fact f ON f.num = t.fact ORDER BY f.num")
        return (body for (body,) in rows)

    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(map(verdict_from, self._facts("verdict")))

    def runs(self) -> tuple[Run, ...]:
        return tuple(map(run_from, self._facts("run")))

    def rows(self) -> Iterator[Row]:
        reading: tuple[Report, str] | None = None
        claims: list[Claim] = []
        for kind, body in self._db.rows("SELECT kind, body FROM fact ORDER BY num"):
            if kind == "claim":
                claims.append(claim_from(body))
                continue
            if reading is not None:
                yield *reading, tuple(claims)
            reading, claims = None, []
            if kind == "run":
                yield run_from(body)
            elif kind == "verdict":
                yield verdict_from(body)
            elif kind == "reading":
                fact, run = reading_from(body)
                report = self._db.value("SELECT body FROM fact WHERE num = ?", (fact,))
                reading = (report_from(report), run)
        if reading is not None:
            yield *reading, tuple(claims)

    # For the fold and the copies.

    def block(self, key: str) -> tuple[Folded, ...]:
        rows = self._db.rows(
            f"SELECT {MEMBER}, x.until IS NULL FROM {MEMBERS} JOIN version v ON v.num = x.version"
            " WHERE m.block = (SELECT num FROM name WHERE id = ?) ORDER BY m.ord, n.id, m.place, v.day, v.num",
            (key,),
        )
        last = {(row[0], row[1]): row for row in rows}  # of versions that have a claim the last
        return tuple(folded(row) for row in last.values())

    def made_by(self) -> str | None:
        found: str | None = self._db.value("SELECT by FROM made")
        return found

    def stale(self) -> dict[str, str]:
        return dict(sorted(self._db.all("SELECT n.id, s.ord FROM stale s CROSS JOIN name n ON n.num = s.block")))

    def sharing(self, keys: Iterable[int]) -> tuple[str, ...]:
        found: Counter[str] = Counter()
        wanted = sorted(set(keys))
        for at in range(0, len(wanted), 500):
            some = wanted[at : at + 500]
            found.update(
                dict(
                    self._db.all(
                        "SELECT n.id, count(*) FROM copy_key k JOIN name n ON n.num = k.report"
                        f" WHERE k.key IN ({marks(some)}) GROUP BY n.num",
                        some,
                    )
                )
            )
        return tuple(sorted(found, key=lambda report: (-found[report], report)))
