"""Reads from a ledger in memory, by brute force."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice

from msgspec.structs import replace

from sayso.errors import SaysoError
from sayso.ledger.base import Row
from sayso.ledger.facts import begins, claim_order, holding_order, lasting, same_version, subject
from sayso.ledger.kept import Kept, Version
from sayso.ledger.match import fits, lies_in, member_fits, stated_by
from sayso.model import (
    ActorFilter,
    Claim,
    CopyPair,
    EventPlace,
    EventRow,
    Folded,
    Holding,
    Member,
    PlaceFilter,
    Query,
    Report,
    Run,
    Verdict,
)


class MemoryView:
    """Reads from a ledger in memory."""

    def __init__(self, kept: Callable[[], Kept], as_known: date | None) -> None:
        self._get = kept
        self._as_known = as_known

    @property
    def as_known(self) -> date | None:
        return self._as_known

    @property
    def _kept(self) -> Kept:
        return self._get()

    def _known(self, published: date | None) -> bool:
        return self._as_known is None or (published is not None and published <= self._as_known)

    def _counting(self) -> Iterator[Version]:
        """The version of each report that counts."""
        for versions in self._kept.versions.values():
            known = [v for v in versions if self._known(v.report.published)]
            if known:
                yield sorted(known, key=lambda v: v.day)[-1]

    def _seen(self) -> dict[str, Claim]:
        claims = (claim for version in self._counting() for claim in version.claims.values())
        return {claim.id: claim for claim in sorted(claims, key=claim_order)}

    def has(self, report: Report, run: Run | None = None) -> bool:
        return self._known(report.published) and any(
            same_version(version.report, report) and (run is None or version.run == run.id)
            for version in self._kept.versions.get(report.id, ())
        )

    def report(self, report: str) -> Report | None:
        return next((r for r in self.reports() if r.id == report), None)

    def reports(self) -> Iterator[Report]:
        reports = (version.report for version in self._counting())
        yield from sorted(reports, key=lambda r: (r.published or date.max, r.id))

    def claims(self, query: Query) -> Iterator[Claim]:
        found = [claim for claim in self._seen().values() if fits(claim, query)]
        start = 0
        if query.after is not None:
            if query.after not in self._seen():
                raise SaysoError(f"No claim {query.after} to go on from.")
            last = claim_order(self._seen()[query.after])
            start = sum(claim_order(claim) <= last for claim in found)
        yield from found[start:][: query.limit]

    def claims_of(self, ids: Iterable[str]) -> dict[str, Claim]:
        seen = self._seen()
        return {id_: seen[id_] for id_ in ids if id_ in seen}

    def events(self, query: Query) -> Iterator[str]:
        seen, kept = self._seen(), self._kept
        fitting = {m.event for m in kept.members.values() if m.claim in seen and member_fits(m, seen[m.claim], query)}
        ordered = sorted(sorted(kept.events), key=lambda event: kept.events[event].order, reverse=True)
        if query.after is not None:
            if query.after not in kept.events:
                raise SaysoError(f"No event {query.after} to go on from.")
            ordered = ordered[ordered.index(query.after) + 1 :]
        rows = (kept.events[event] for event in ordered if event in fitting)
        found = (row.id for row in rows if (row.first or not query.first) and self._has_status(row, query))
        yield from islice(found, query.limit)

    def _has_status(self, row: EventRow, query: Query) -> bool:
        return not query.status or self._as_known is not None or row.status in query.status

    def event(self, event: str) -> tuple[Folded, ...]:
        return self._folded(self._seen(), lambda member: member.event == event)

    def events_of(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        wanted = set(claims)
        found: dict[str, dict[str, None]] = {}
        for folded in self._folded(self._seen(), lambda m: m.claim in wanted and m.event is not None):
            found.setdefault(folded.member.claim, {})[folded.member.event or ""] = None
        return {claim: tuple(events) for claim, events in found.items()}

    def _folded(self, claims: Mapping[str, Claim], wanted: Callable[[Member], bool]) -> tuple[Folded, ...]:
        members = (m for m in self._kept.members.values() if m.claim in claims and wanted(m))
        ordered = sorted(members, key=lambda m: (m.order, m.claim, -1 if m.place is None else m.place))
        return tuple(Folded(member=member, claim=claims[member.claim]) for member in ordered)

    def holdings(
        self, place: PlaceFilter | None = None, by: ActorFilter | None = None, at: date | None = None
    ) -> Iterator[Holding]:
        found = [
            holding
            for claim in self._seen()
            for holding in self._kept.holdings.get(claim, ())
            if (place is None or lies_in(holding.place, place)) and (by is None or stated_by(holding, by))
        ]
        found.sort(key=holding_order)
        if at is not None:
            begun = (h for h in found if (day := begins(h)) is not None and day <= at)
            found = sorted(lasting((subject(h), h.said, h) for h in begun), key=holding_order)
        yield from found

    def places(self) -> Iterator[EventPlace]:
        found: dict[str, EventPlace] = {}
        for claim in self._seen().values():
            for p in claim.places:
                if p.id is not None and p.id not in found and p.kind == "place":
                    found[p.id] = EventPlace.of(p)
        yield from (found[id_] for id_ in sorted(found))

    def actors(self) -> Iterator[tuple[str, str | None]]:
        found = {(a.id, a.name) for c in self._seen().values() for a in (*c.voices, *c.agents, *c.targets)}
        yield from sorted(found, key=lambda actor: (actor[0], actor[1] or ""))

    def pairs(self, reports: Iterable[str]) -> Iterator[CopyPair]:
        wanted, known = set(reports), {version.report.id for version in self._counting()}
        for (a, b), pair in sorted(self._kept.pairs.items()):
            if (a in wanted or b in wanted) and a in known and b in known:
                yield pair

    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(self._kept.verdicts.values())

    def runs(self) -> tuple[Run, ...]:
        return tuple(self._kept.runs.values())

    def size(self) -> int:
        return len(self._kept.rows)

    def counts(self) -> dict[str, int]:
        seen = self._seen()
        events = {m.event for m in self._kept.members.values() if m.claim in seen and m.event is not None}
        return {"reports": sum(1 for _ in self._counting()), "claims": len(seen), "events": len(events)}

    def rows(self) -> Iterator[Row]:
        yield from tuple(self._kept.rows)

    def block(self, key: str) -> tuple[Folded, ...]:
        standing = MemoryView(self._get, None)._seen()
        members = self._folded(self._kept.claims(), lambda member: member.block == key)
        return tuple(replace(folded, standing=folded.claim.id in standing) for folded in members)

    def made_by(self) -> str | None:
        return self._kept.made_by.get(None)

    def stale(self) -> dict[str, str]:
        return dict(sorted(self._kept.stale.items()))

    def sharing(self, keys: Iterable[int]) -> tuple[str, ...]:
        wanted = frozenset(keys)
        shared = Counter({report: len(own & wanted) for report, own in self._kept.keys.items() if own & wanted})
        return tuple(sorted(shared, key=lambda report: (-shared[report], report)))
