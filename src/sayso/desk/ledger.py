"""A ledger to work with: reports in, answers out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sayso.desk.answers import Asked, Doubt, Page
from sayso.desk.filing import Filing, derive, derive_all, file_report, made_by, rulings_of
from sayso.desk.filters import Filters, Names, day_of, query_of
from sayso.desk.folding import refold
from sayso.desk.judging import check_verdict, involved
from sayso.errors import SaysoError
from sayso.fold.sides import Sides, read_sides
from sayso.fold.territory import regions, stands
from sayso.fold.verdicts import Rulings
from sayso.ledger.base import Added, Store, View, Writer
from sayso.ledger.dump import dump, load
from sayso.ledger.open import open_store
from sayso.model import Claim, Copies, CopyPair, Record, RegionStand, Report, Run, Stand, Verdict
from sayso.results import Claims, Events
from sayso.settings import Settings

BATCH = 200  # reports in one transaction: what a crash can cost


class Filed(Record, frozen=True, kw_only=True):
    """What became of a report. `added` is None where it was left out; `problems` are lines for a person."""

    report: Report
    added: Added | None
    problems: tuple[str, ...]


def open_ledger(path: str | Path = ":memory:", *, create: bool = False, sides: str | Path | None = None) -> Ledger:
    """Open a ledger file (":memory:" is one that is gone with the program). `create` makes it where it is missing;
    `sides` is a file of sides and alliances instead of the one that comes with Sayso.

    Raises SaysoError where it is missing, is no ledger, is one of a newer Sayso, or cannot be written to.
    """
    table = read_sides(Path(sides) if sides is not None else None)
    return Ledger(open_store(str(path), create=create), table)


class Ledger:
    """Reports, claims and verdicts, kept for good, and what they add up to.

    All questions take the same filters as keywords (see `sayso.desk.filters.Filters`): place, type, by, about, since,
    until, status, as_known, text, report, limit, after.
    """

    def __init__(self, store: Store, sides: Sides) -> None:
        self._store = store
        self._sides = sides
        self._names: tuple[int, Names] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    # What goes in.

    def add(
        self, reports: Iterable[Report], *, model: str | None = None, reader: str | None = None, again: bool = False
    ) -> dict[Added, int]:
        """Read reports and keep them. Those that the ledger has in this very text are not read, unless `again` says to
        read them with this version of Sayso. Gives how many were new, versions, readings and known."""
        return _counted(self.adding(reports, Settings.from_environment(model, reader), again=again))

    def adding(self, reports: Iterable[Report], settings: Settings, *, again: bool = False) -> Iterator[Filed]:
        """The same, one report after the other. What was added is kept batch by batch, whatever comes later."""
        from sayso.desk.reading import read_new  # the reader's part of Sayso is slow to import

        yield from self._filed(read_new(self._store.view(), reports, settings, again))

    def keep(self, filings: Iterable[Filing]) -> dict[Added, int]:
        """Keep reports whose claims were read elsewhere."""
        return _counted(filed for filed in self._filed(filings))

    def _filed(self, filings: Iterable[Filing]) -> Iterator[Filed]:
        self._begin()
        view = self._store.view()
        ruled = rulings_of(view)
        for batch in _batches(filings):
            done = []
            with self._store.writer() as writer:
                for filing in batch:
                    added = file_report(view, writer, filing, self._sides, ruled)
                    done.append(Filed(report=filing.report, added=added, problems=filing.problems))
            yield from done

    def _begin(self) -> None:
        """Note by what is derived what comes first."""
        if self._store.view().made_by() is None:
            with self._store.writer() as writer:
                writer.make_by(made_by(self._sides))

    def judge(self, verdict: Verdict) -> tuple[str, ...]:
        """Keep a person's verdict; gives lines on what it overrules. The next question obeys it.

        Raises SaysoError where it names claims that are not there, or a field that claims do not have.
        """
        view = self._store.view()
        overruled = check_verdict(view, verdict)
        with self._store.writer() as writer:
            before = rulings_of(view)
            writer.judge(verdict)
            self._obey(view, writer, (verdict,), before)
        return overruled

    # What comes out.

    def _asked(self, filters: Mapping[str, Any]) -> Asked:
        ruled = rulings_of(self._store.view())  # every view obeys all verdicts
        self._fold(ruled)
        given = Filters(**filters)
        view = self._store.view(day_of(given.as_known, "as-known"))
        return Asked(view, query_of(given, self._known_names()), self._sides, ruled)

    def _known_names(self) -> Names:
        """The names that the ledger knows; looked up again when it has grown by another hand or ours."""
        size = self._store.view().size()
        if self._names is None or self._names[0] != size:
            self._names = (size, Names(self._store.view()))
        return self._names[1]

    def fold(self) -> int:
        """Fold what is new. Every question does it first; it costs nothing where nothing is new."""
        return self._fold(rulings_of(self._store.view()))

    def _fold(self, ruled: Rulings) -> int:
        view = self._store.view()
        if view.made_by() not in (None, made_by(self._sides)):  # by other rules, or with other sides
            with self._store.writer() as writer:
                derive_all(view, writer, self._sides, ruled)
        return refold(self._store, self._sides, ruled)

    def claims(self, **filters: Any) -> Claims:
        """The claims, by day of publication."""
        return Claims(self._asked(filters).claims())

    def claim(self, name: str) -> Claim:
        """One claim by its id. Raises SaysoError where there is none."""
        return self._asked({}).claim(name)

    def events(self, **filters: Any) -> Events:
        """The events, the latest first."""
        return Events(self._asked(filters).events())

    def event(self, name: str, *, as_known: date | str | None = None) -> Page:
        """One event with its claims in order, by its id or how that begins. Raises SaysoError where there is none."""
        return self._asked({"as_known": as_known}).page(name)

    def disputes(self, **filters: Any) -> Events:
        """The events that somebody denies, conceded ones too."""
        return Events(self._asked(filters).disputes())

    def firsts(self, **filters: Any) -> Events:
        """The events that a report calls a first, tested against what is known from before."""
        return Events(self._asked(filters).firsts())

    def unanswered(self, **filters: Any) -> Events:
        """The events that a side is said to have met with silence, and has not answered since."""
        return Events(self._asked(filters).unanswered())

    def territory(
        self, at: date | str | None = None, *, place: str | None = None, by: str | None = None,
        as_known: date | str | None = None,
    ) -> tuple[Stand, ...]:  # fmt: skip
        """Who holds what on a day (None: over all time), on whose word."""
        asked = self._asked({"place": place, "by": by, "as_known": as_known})
        day = day_of(at, "at")
        return stands(asked.holdings(day), self._sides, day)

    def regions(self, at: date | str | None = None, **filters: Any) -> tuple[RegionStand, ...]:
        """The same rolled up by region."""
        return regions(self.territory(at, **filters))

    def copies(self, **filters: Any) -> tuple[Copies, ...]:
        """Groups of reports that reprint one text."""
        return tuple(self._asked(filters).copies())

    def pairs(self, **filters: Any) -> tuple[CopyPair, ...]:
        """The pairs of reports that share text, with how much of it."""
        return self._asked(filters).pairs()

    def doubtful(self, limit: int = 20) -> tuple[Doubt, ...]:
        """The least certain links between claims, the most doubtful first, without those that people judged."""
        return tuple(self._asked({}).doubtful(limit))

    def counts(self) -> dict[str, int]:
        """How many reports, claims and events there are."""
        self.fold()
        return self._store.view().counts()

    def pages(self, **filters: Any) -> tuple[Page, ...]:
        """The stories of the events that fit, the latest first."""
        asked = self._asked(filters)
        return tuple(asked.page(event.id) for event in asked.events())

    def report(self, name: str) -> Report:
        """A report by its id. Raises SaysoError where there is none."""
        found = self._store.view().report(name)
        if found is None:
            raise SaysoError(f"The ledger has no report {name!r}.", "Ids are those of the reports, see `sayso claims`.")
        return found

    def verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts in the order in which they were given."""
        return self._store.view().verdicts()

    def dump(self) -> Iterator[bytes]:
        """Every fact as a line of JSON."""
        return dump(self._store.view())

    def load(self, lines: Iterable[bytes]) -> dict[str, int]:
        """Add what another ledger dumped, all of it or nothing; gives how many reports were new, versions, readings and
        known, and how many verdicts were new. Raises SaysoError where a line is broken."""
        view = self._store.view()
        ruled = rulings_of(view)
        given: list[Verdict] = []
        self._begin()

        with self._store.writer() as writer:

            def add(report: Report, claims: tuple[Claim, ...], run: Run) -> Added:
                filing = Filing(report=report, claims=claims, run=run)
                return file_report(view, writer, filing, self._sides, ruled) or "known"

            def judge(verdict: Verdict) -> bool:
                given.append(verdict)
                return writer.judge(verdict)

            counted = load(lines, add, judge)
            self._obey(view, writer, given, ruled)
        return counted

    def _obey(self, view: View, writer: Writer, verdicts: Iterable[Verdict], before: Rulings) -> None:
        """Derive anew whatever new verdicts touch."""
        ruled = rulings_of(view)
        likes = (before.judged.same, ruled.judged.same)
        for verdict in verdicts:
            for claims in involved(view, verdict, likes):
                derive(view, writer, claims, self._sides, ruled)


def _batches[T](rows: Iterable[T]) -> Iterator[list[T]]:
    """Rows in lists of `BATCH`. What was collected when an error comes is given before the error goes on."""
    batch: list[T] = []
    try:
        for row in rows:
            batch.append(row)
            if len(batch) == BATCH:
                yield batch
                batch = []
    except (SaysoError, KeyboardInterrupt):
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _counted(filed: Iterable[Filed]) -> dict[Added, int]:
    return dict(Counter(each.added for each in filed if each.added is not None))
