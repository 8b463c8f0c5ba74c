"""Writes into a ledger file. Everything happens within one transaction, which the store opens and ends."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.ledger.base import Added
from sayso.ledger.database import Database
from sayso.ledger.facts import begins, check, same_version
from sayso.ledger.rows import numbers_from, pack, report_from
from sayso.ledger.sqlite_claims import ClaimIndex
from sayso.ledger.sqlite_events import EventIndex
from sayso.ledger.sqlite_names import Names
from sayso.ledger.wanted import marks
from sayso.model import PER_KEY, Claim, CopyPair, EventRow, Holding, Member, Record, Report, Run, Verdict


class SqliteWriter:
    """Adds facts to the log, and keeps what is made of them."""

    def __init__(self, db: Database, names: Names) -> None:
        self._db = db
        self._names = names
        self._claims = ClaimIndex(db, names)
        self._events = EventIndex(db, names)

    def finish(self) -> None:
        """Write what was put off."""
        self._claims.finish()
        self._names.finish()

    def _fact(self, kind: str, body: Record | tuple[int, str]) -> int:
        return self._db.run("INSERT INTO fact (kind, body) VALUES (?, ?)", (kind, pack(body)))

    def add(self, report: Report, claims: Sequence[Claim], run: Run) -> Added:
        check(report, claims)
        db, name = self._db, self._names.name(report.id)
        versions = db.all(
            "SELECT v.num, v.fact, r.id, f.body FROM version v JOIN fact f ON f.num = v.fact"
            " JOIN name r ON r.num = v.run WHERE v.report = ? ORDER BY v.num",
            (name,),
        )
        known = next((row for row in versions if same_version(report_from(row[3]), report)), None)
        if known is not None and known[2] == run.id:
            return "known"
        ran = self._run(run)
        fact = known[1] if known is not None and report_from(known[3]) == report else self._fact("report", report)
        self._fact("reading", (fact, run.id))
        rows = self._claim_facts(claims)
        if versions:
            self._make_whole_stale(
                "claim IN (SELECT c.name FROM claim c JOIN version v ON v.num = c.version WHERE v.report = ?)", (name,)
            )
        if known is None:
            day = report.published.isoformat() if report.published is not None else ""
            version = db.run("INSERT INTO version (report, day, fact, run) VALUES (?, ?, ?, ?)", (name, day, fact, ran))
            self._claims.add(version, rows)
            if versions:
                self._order(name)
            return "version" if versions else "new"
        version = known[0]
        db.run("UPDATE version SET fact = ?, run = ? WHERE num = ?", (fact, ran, version))
        gone = self._claims.drop(version)
        self._claims.add(version, rows)
        self._claims.follow(name)
        db.many(
            "DELETE FROM holding WHERE claim = ? AND NOT EXISTS (SELECT 1 FROM claim WHERE name = ?)",
            ((claim, claim) for claim in gone),
        )
        return "reading"

    def _claim_facts(self, claims: Sequence[Claim]) -> list[tuple[Claim, int]]:
        """Add claims to the log; gives each with the number of its row."""
        first = 1 + int(self._db.value("SELECT max(num) FROM fact"))
        rows = list(zip(claims, range(first, first + len(claims)), strict=True))
        self._db.many("INSERT INTO fact VALUES (?, 'claim', ?)", ((num, pack(claim)) for claim, num in rows))
        return rows

    def _run(self, run: Run) -> int:
        name = self._names.name(run.id)
        if self._db.value("SELECT 1 FROM run WHERE name = ?", (name,)) is None:
            self._db.run("INSERT INTO run VALUES (?, ?)", (name, self._fact("run", run)))
        return name

    def _order(self, report: int) -> None:
        """Have every version of a report count until the next one."""
        rows = self._db.all("SELECT num, day, until FROM version WHERE report = ? ORDER BY day, num", (report,))
        for (num, _, until), following in zip(rows, [*(day for _, day, _ in rows[1:]), None], strict=True):
            if until != following:
                self._db.run("UPDATE version SET until = ? WHERE num = ?", (following, num))
        self._claims.follow(report)

    def judge(self, verdict: Verdict) -> bool:
        name = self._names.name(verdict.id)
        if self._db.value("SELECT 1 FROM verdict WHERE name = ?", (name,)) is not None:
            return False
        self._db.run("INSERT INTO verdict VALUES (?, ?)", (name, self._fact("verdict", verdict)))
        return True

    # What is derived.

    def put_members(self, claims: Iterable[str], members: Iterable[Member]) -> None:
        new = {(m.claim, m.place): m for m in members}
        dropped = {self._names.name(claim) for claim in claims}
        self._drop_members(f"claim IN ({marks(tuple(dropped))})", tuple(dropped))
        rows = []
        for member in new.values():
            claim, place = self._names.name(member.claim), -1 if member.place is None else member.place
            if claim not in dropped:
                self._drop_members("claim = ? AND place = ?", (claim, place))
            event = self._names.name(member.event) if member.event is not None else None
            rows.append((self._names.name(member.block), member.order, claim, place, member.answers, event))
        self._db.many("INSERT INTO member (block, ord, claim, place, answers, event) VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._make_stale((block, order) for block, order, *_ in rows)

    def _drop_members(self, where: str, values: Sequence[int]) -> None:
        if self._make_whole_stale(where, values):
            self._db.run(f"DELETE FROM member WHERE {where}", values)

    def _make_whole_stale(self, where: str, values: Sequence[int]) -> bool:
        """Have the blocks of members folded from their beginning; gives whether there are any."""
        blocks = self._db.all(f"SELECT DISTINCT block FROM member WHERE {where}", values)
        self._make_stale((block, "") for (block,) in blocks)
        return bool(blocks)

    def _make_stale(self, rows: Iterable[tuple[int, str]]) -> None:
        self._db.many(
            "INSERT INTO stale VALUES (?, ?) ON CONFLICT DO UPDATE SET ord = excluded.ord WHERE excluded.ord < ord",
            rows,
        )

    def put_holdings(self, claims: Iterable[str], holdings: Iterable[Holding]) -> None:
        new = tuple(holdings)
        dropped = {self._names.name(claim) for claim in (*claims, *(holding.claim for holding in new))}
        self._db.many("DELETE FROM holding WHERE claim = ?", ((claim,) for claim in dropped))
        self._db.many(
            "INSERT INTO holding (ground, begins, published, id, claim, body) SELECT ?, ?, ?, ?, c, ? FROM (SELECT ? c)"
            " WHERE EXISTS (SELECT 1 FROM claim WHERE name = c)",  # a reading that was replaced says nothing
            [
                (
                    self._names.ground(holding), _iso(begins(holding)), _iso(holding.published), holding.claim,
                    pack((holding.act, holding.start, holding.end, holding.published)), self._names.name(holding.claim),
                )
                for holding in new
            ],
        )  # fmt: skip

    def put_copies(self, report: str, keys: Iterable[int], pairs: Iterable[CopyPair]) -> None:
        db, name, new = self._db, self._names.name(report), sorted({*keys})
        for body in db.all("SELECT keys FROM copied WHERE report = ?", (name,)):
            old = numbers_from(body[0])
            db.many("DELETE FROM copy_key WHERE key = ? AND report = ?", ((key, name) for key in old))
        db.run("INSERT OR REPLACE INTO copied VALUES (?, ?)", (name, pack(new)))
        db.many(
            "INSERT INTO copy_key SELECT ?, ? WHERE (SELECT count(*) FROM copy_key WHERE key = ?) < ?",
            ((key, name, key, PER_KEY) for key in new),
        )
        db.run("DELETE FROM copy_pair WHERE a = ? OR b = ?", (name, name))
        db.many(
            "INSERT OR REPLACE INTO copy_pair VALUES (?, ?, ?)",
            [(self._names.name(pair.a), self._names.name(pair.b), pair.containment) for pair in pairs],
        )

    def put_events(
        self, block: str, since: str, events: Mapping[tuple[str, int | None], str], rows: Iterable[EventRow]
    ) -> None:
        self._events.put(self._names.name(block), since, events, rows)

    def make_by(self, made_by: str) -> None:
        self._db.run("INSERT OR REPLACE INTO made VALUES (1, ?)", (made_by,))

    def make_stale(self, blocks: Iterable[str] | None = None) -> None:
        if blocks is None:
            self._make_whole_stale("1", ())
        for block in blocks or ():
            self._make_whole_stale("block = ?", (self._names.name(block),))


def _iso(day: date | None) -> str:
    return (day or date.max).isoformat()
