"""Ledgers of invented claims: what the tests of the desk start from."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sayso.desk import Ledger, open_ledger
from sayso.desk.filing import Filing
from sayso.ledger.base import Added
from sayso.model import Claim, Event, Report, Run, Verdict, VerdictKind, run_of, verdict_of

sys.path.append(str(Path(__file__).parents[1] / "fold"))
from factory import reports

STORES = ("memory", "file")
RUN, LATER_RUN = run_of("1", "rules"), run_of("2", "rules")
JULY = date(2025, 7, 1)


def opened(store: str, folder: Path) -> Ledger:
    """An empty ledger in one of the stores."""
    return open_ledger() if store == "memory" else open_ledger(folder / "war.sayso", create=True)


def filings(*claims: Claim, text: Mapping[str, str] | None = None, run: Run = RUN) -> Iterator[Filing]:
    """The reports of these claims, as if they had been read."""
    for report, own in reports(*claims, text=text):
        yield Filing(report=report, claims=own, run=run)


def filing(report: Report, *claims: Claim, run: Run = RUN) -> Filing:
    """A report with these claims or none."""
    return Filing(report=report, claims=claims, run=run)


def keep(ledger: Ledger, *claims: Claim, text: Mapping[str, str] | None = None, run: Run = RUN) -> dict[Added, int]:
    """Put the reports of these claims into a ledger."""
    return ledger.keep(filings(*claims, text=text, run=run))


def holding(*claims: Claim, text: Mapping[str, str] | None = None) -> Ledger:
    """A ledger in memory with the reports of these claims."""
    ledger = open_ledger()
    keep(ledger, *claims, text=text)
    return ledger


def judge(ledger: Ledger, kind: VerdictKind, *about: str, **changes: Any) -> tuple[tuple[str, ...], Verdict]:
    """A verdict on claims (or, by `undo`, on a verdict): the lines on what it overrules, and the verdict."""
    first, *others = about
    claim, other = (None, first) if kind == "undo" else (first, *others) if others else (first, None)
    verdict = verdict_of(kind, claim, other, author="A", day=JULY, **changes)
    return ledger.judge(verdict), verdict


def together(events: Iterable[Event]) -> list[str]:
    """The claims of each event, in short."""
    return sorted(" ".join(sorted(event.claims)) for event in events)
