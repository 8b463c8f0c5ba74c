"""What every ledger can do: a `Store` gives a `Writer`, which only adds, and a `View`, which cannot write.

Facts are rows that are never changed or deleted: runs, versions of reports with the claims read in them, verdicts.
Beside them a ledger keeps what was derived from facts, so that it need not be derived again: members and events, keys
and pairs of copies, holdings. Whatever is derived can be dropped and made anew.

**Versions.** A report whose id is known but whose text (or title, outlet or day) differs is a later version of it; of
versions published on the same day the one that was added later counts. A claim stands from the version that holds it
first until the next one that does not. A version that is read anew, by another run, keeps only the claims of the last
reading.

**As known.** A view of a day sees what was published up to that day, whatever was added when; reports without a day are
seen by a view without a day alone. Verdicts mend our reading, they are no news: every view obeys all of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Literal, Protocol

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

type Added = Literal["new", "version", "reading", "known"]
"""A report unheard of; another version of a known one; a known version read by another run; nothing new."""


class View(Protocol):
    """A ledger as known on `as_known` (None: all that is in it). Reads alone."""

    @property
    def as_known(self) -> date | None: ...

    def has(self, report: Report, run: Run | None = None) -> bool:
        """Is this very version there (and was it last read by this run)?"""

    def report(self, report: str) -> Report | None:
        """The report of this id in the version that counts, None where it is unknown."""

    def reports(self) -> Iterator[Report]:
        """All reports in the versions that count, by day of publication, then id."""

    def claims(self, query: Query) -> Iterator[Claim]:
        """The claims that a query asks for, by day of publication (unknown days last), then id."""

    def claims_of(self, ids: Iterable[str]) -> dict[str, Claim]:
        """Claims by id; ids that are unknown or not seen are left out."""

    def events(self, query: Query) -> Iterator[str]:
        """The ids of events of which one member fits the query: its claim, and the very place that it stands for. They
        come by their `order`, the latest first, then by id. `status` is obeyed by a view without a day alone, since it
        is derived for all that is known."""

    def event(self, event: str) -> tuple[Folded, ...]:
        """The members of an event that the view sees, in order; none where there is no such event."""

    def events_of(self, claims: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Claim id -> the events that it belongs to."""

    def holdings(
        self, place: PlaceFilter | None = None, by: ActorFilter | None = None, at: date | None = None
    ) -> Iterator[Holding]:
        """What is said about ground, by place id, voice, name, start (or else publication), publication, claim. With a
        day only what begins by then and was not ended by a later word of the same voice by then (see `model.holding`),
        and of that the first and the last statement."""

    def places(self) -> Iterator[EventPlace]:
        """Every place that a claim names, once, by id."""

    def actors(self) -> Iterator[tuple[str, str | None]]:
        """Every voice, agent and target of claims, as actor id and name, once, by id and name."""

    def pairs(self, reports: Iterable[str]) -> Iterator[CopyPair]:
        """The pairs of copies with one of these reports in them."""

    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts in the order in which they were added, undone ones too."""

    def runs(self) -> tuple[Run, ...]:
        """All runs in the order in which they were added."""

    def size(self) -> int:
        """How many facts there are, whatever the day: what was looked up before stays right while it is the same."""

    def counts(self) -> dict[str, int]:
        """How many `reports`, `claims` and `events` the view sees; of events those with a member that it sees."""

    def rows(self) -> Iterator["Row"]:
        """Every fact in the order in which it was added: what a dump holds."""

    # What only the fold and the copies ask for; all versions are seen here, whatever the day.

    def block(self, key: str) -> tuple[Folded, ...]:
        """All members of a block in order, those that no longer stand too, and which do."""

    def made_by(self) -> str | None:
        """By what the derived rows were made, as `Writer.make_by` was told; None where nobody has said."""

    def stale(self) -> dict[str, str]:
        """The blocks that are not folded yet, and the order from which they are to be."""

    def sharing(self, keys: Iterable[int]) -> tuple[str, ...]:
        """The reports that share one of these keys of copies, those with most of them in common first, then by id. A
        key is kept for the first `PER_KEY` reports that have it."""


type Row = Run | tuple[Report, str, tuple[Claim, ...]] | Verdict
"""A run, a report with the id of the run and the claims read in it, or a verdict."""


class Writer(Protocol):
    """Adds rows. A version or reading that no longer holds a claim makes the blocks of its members stale as a whole.
    What it did is kept when its context ends well, and undone when it ends in an exception."""

    def add(self, report: Report, claims: Sequence[Claim], run: Run) -> Added:
        """Add a version of a report with the claims that a run read in it."""

    def judge(self, verdict: Verdict) -> bool:
        """Add a verdict; False where this very verdict is known."""

    # Derived rows.

    def put_members(self, claims: Iterable[str], members: Iterable[Member]) -> None:
        """Keep the members of these claims, in place of earlier ones. Blocks that get members become stale from the
        first of them on; blocks that lose any, as a whole (from '')."""

    def put_holdings(self, claims: Iterable[str], holdings: Iterable[Holding]) -> None:
        """Keep what these claims say of ground, in place of earlier rows."""

    def put_copies(self, report: str, keys: Iterable[int], pairs: Iterable[CopyPair]) -> None:
        """Keep the keys of a report, in place of earlier ones, and the pairs it makes."""

    def put_events(
        self, block: str, since: str, events: Mapping[tuple[str, int | None], str], rows: Iterable[EventRow]
    ) -> None:
        """Keep the event of each (claim, place) of a block whose order is `since` or later, those not named having
        none; keep the rows of the events that changed, and drop events that are left without members. The block is no
        longer stale."""

    def make_by(self, made_by: str) -> None:
        """Keep by what the derived rows are made: other rules or sides make other rows."""

    def make_stale(self, blocks: Iterable[str] | None = None) -> None:
        """Have blocks folded again from their beginning (None: all of them)."""


class Store(Protocol):
    """A ledger."""

    def view(self, as_known: date | None = None) -> View: ...

    def writer(self) -> AbstractContextManager[Writer]:
        """The only writer. Raises SaysoError where another one is at work."""

    def close(self) -> None: ...
