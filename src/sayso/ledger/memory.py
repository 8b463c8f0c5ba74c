"""A ledger in memory, by brute force: for tests, for a few reports, and as the meaning of the other stores."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date

from msgspec.structs import replace

from sayso.errors import SaysoError
from sayso.ledger.base import Added
from sayso.ledger.facts import check, same_version
from sayso.ledger.kept import At, Kept, Version
from sayso.ledger.memory_view import MemoryView
from sayso.model import (
    PER_KEY,
    Claim,
    CopyPair,
    EventRow,
    Holding,
    Member,
    Report,
    Run,
    Verdict,
)


class MemoryStore:
    """A ledger that lasts as long as the process."""

    def __init__(self) -> None:
        self._kept = Kept()
        self._written = False

    def view(self, as_known: date | None = None) -> MemoryView:
        """The ledger as known on a day."""
        return MemoryView(lambda: self._kept, as_known)

    @contextmanager
    def writer(self) -> Iterator["MemoryWriter"]:
        """The only writer."""
        if self._written:
            raise SaysoError("The ledger is locked by another writer.", "Try again when it is done.")
        before = self._kept.copy()
        self._written = True
        try:
            yield MemoryWriter(self._kept)
        except BaseException:
            self._kept = before
            raise
        finally:
            self._written = False

    def close(self) -> None:
        """Nothing to do."""


class MemoryWriter:
    """Writes into a ledger in memory."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, report: Report, claims: Sequence[Claim], run: Run) -> Added:
        check(report, claims)
        kept, versions = self._kept, self._kept.versions.get(report.id, ())
        version = Version(report, run.id, {claim.id: claim for claim in claims})
        at = next((at for at, known in enumerate(versions) if same_version(known.report, report)), None)
        if at is not None and versions[at].run == run.id:
            return "known"
        if run.id not in kept.runs:
            kept.runs[run.id] = run
            kept.rows.append(run)
        kept.rows.append((report, run.id, tuple(claims)))
        told = {claim for known in versions for claim in known.claims}
        self._stale([member for member in kept.members.values() if member.claim in told], whole=True)
        if at is None:
            kept.versions[report.id] = (*versions, version)
            return "version" if versions else "new"
        kept.versions[report.id] = (*versions[:at], version, *versions[at + 1 :])
        return "reading"

    def judge(self, verdict: Verdict) -> bool:
        if verdict.id in self._kept.verdicts:
            return False
        self._kept.verdicts[verdict.id] = verdict
        self._kept.rows.append(verdict)
        return True

    def put_members(self, claims: Iterable[str], members: Iterable[Member]) -> None:
        of, kept = set(claims), self._kept.members
        new = {(m.claim, m.place): m for m in members}
        old = {at: member for at, member in kept.items() if at[0] in of or at in new}
        for at in old:
            del kept[at]
        kept.update(new)
        self._stale(old.values(), whole=True)
        self._stale(new.values())

    def _stale(self, members: Iterable[Member], *, whole: bool = False) -> None:
        for member in members:
            since = "" if whole else member.order
            self._kept.stale[member.block] = min(since, self._kept.stale.get(member.block, since))

    def put_holdings(self, claims: Iterable[str], holdings: Iterable[Holding]) -> None:
        new: dict[str, tuple[Holding, ...]] = dict.fromkeys(claims, ())
        for holding in holdings:
            new[holding.claim] = (*new.get(holding.claim, ()), holding)
        self._kept.holdings.update(new)

    def put_copies(self, report: str, keys: Iterable[int], pairs: Iterable[CopyPair]) -> None:
        kept = self._kept
        kept.keys.pop(report, None)
        for at in [at for at in kept.pairs if report in at]:
            del kept.pairs[at]
        common = Counter(key for own in kept.keys.values() for key in own)
        kept.keys[report] = frozenset(key for key in keys if common[key] < PER_KEY)
        kept.pairs |= {(pair.a, pair.b): pair for pair in pairs}

    def put_events(self, block: str, since: str, events: Mapping[At, str], rows: Iterable[EventRow]) -> None:
        kept = self._kept
        for at, member in kept.members.items():
            if member.block == block and member.order >= since:
                kept.members[at] = replace(member, event=events.get(at))
        kept.events |= {row.id: row for row in rows}
        left = {member.event for member in kept.members.values()}
        for id_ in [id_ for id_, row in kept.events.items() if row.block == block and id_ not in left]:
            del kept.events[id_]
        kept.stale.pop(block, None)

    def make_by(self, made_by: str) -> None:
        self._kept.made_by[None] = made_by

    def make_stale(self, blocks: Iterable[str] | None = None) -> None:
        wanted = None if blocks is None else set(blocks)
        self._stale((m for m in self._kept.members.values() if wanted is None or m.block in wanted), whole=True)
