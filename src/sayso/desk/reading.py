"""Reading what is new for a ledger."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from sayso.desk.filing import Filing
from sayso.ledger.base import View
from sayso.model import Report, Run, run_of
from sayso.pipeline import read_claims
from sayso.reader import reader_name
from sayso.settings import Settings
from sayso.version import VERSION


def run_now(settings: Settings) -> Run:
    """The run of this version of Sayso with these settings."""
    return run_of(VERSION, reader_name(settings))


def read_new(view: View, reports: Iterable[Report], settings: Settings, again: bool) -> Iterator[Filing]:
    """Read the reports that the ledger has not in this very text (with `again`: not in this text read by this run).
    Those that it has come back unread. The language model is loaded only where something is to be read."""
    run = run_now(settings)
    known: deque[Report] = deque()

    def fresh() -> Iterator[Report]:
        for report in reports:
            if view.has(report, run if again else None):
                known.append(report)
            else:
                yield report

    def unread() -> Iterator[Filing]:
        while known:
            yield Filing(report=known.popleft(), claims=(), run=run, known=True)

    new = fresh()
    first = next(new, None)
    if first is not None:
        for read in read_claims(chain((first,), new), settings):
            yield from unread()
            problems = tuple(str(problem) for problem in read.problems)
            yield Filing(report=read.report, claims=None if read.skipped else read.claims, run=run, problems=problems)
    yield from unread()
