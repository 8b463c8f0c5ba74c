"""`sayso add`: reports into a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import LedgerFile, ledger_options
from sayso.cli.reading import NOTHING_READ, source_options
from sayso.cli.screen import Tick, progress, tell
from sayso.settings import Settings

if TYPE_CHECKING:
    from sayso.ingest import Defaults
    from sayso.model import Report


@click.command("add", short_help="Reports into a ledger.")
@source_options
@click.option("--again", is_flag=True, help="Read known reports again with this version of Sayso.")
@ledger_options
def add_command(
    sources: tuple[str, ...],
    published: datetime | None,
    outlet: str | None,
    again: bool,
    ledger: str,
    sides: str | None,
    **reader: str | None,
) -> int:
    """Read reports and keep them, with their claims, in a ledger, which is made where there is none.

    SOURCES are the same as for `sayso read`. A report that the ledger has is not read again; one with a known id and
    another text is kept as a later version. What is read is kept as it goes on, so a run that was broken off goes on
    where it was when it is started again.

    What cannot be read is told in one line each, and the rest is added. The exit status is 2 only where nothing could
    be read.
    """
    from sayso.ingest import Defaults

    defaults = Defaults(published=published.date() if published else None, outlet=outlet)
    return add(sources, LedgerFile(ledger, sides), defaults, Settings.from_environment(**reader), again=again)


def add(sources: tuple[str, ...], where: LedgerFile, defaults: Defaults, settings: Settings, *, again: bool) -> int:
    """Add the reports of all sources, and tell what became of them. Where there is none, no ledger is made.

    Raises SaysoError where the ledger or the reader cannot be had.
    """
    from sayso.ingest import read_reports
    from sayso.output.phrases import in_number

    reports = read_reports(sources, defaults, lambda problem: tell(str(problem)))
    first = next(reports, None)
    if first is None:
        return NOTHING_READ
    added: Counter[str] = Counter()
    with where.open(create=True) as ledger, progress() as tick:
        _prepare(settings, tick)
        for filed in ledger.adding(_shown(chain((first,), reports), tick), settings, again=again):
            for problem in filed.problems:
                tell(problem)
            if filed.added is not None:
                added[filed.added] += 1
        tick("linking claims to events", None)
        counts = ledger.counts()
    claims, events = in_number(counts["claims"], "claim"), in_number(counts["events"], "event")
    tell(f"{in_words(added)}; {claims}, {events} in {where.path}.")
    return 0 if added else NOTHING_READ


def _prepare(settings: Settings, tick: Tick) -> None:
    """Build the gazetteer where it is missing, which takes long enough to be shown."""
    from sayso.grounding.gazetteer import open_gazetteer

    open_gazetteer(settings, lambda what, share: tick(f"building the gazetteer, once: {what}", share))


def _shown(reports: Iterator[Report], tick: Tick) -> Iterator[Report]:
    for number, report in enumerate(reports, start=1):
        tick(f"reading report {number}", None)
        yield report


def in_words(added: Mapping[str, int]) -> str:
    """What became of reports: `3 reports new, 1 version, 2 read again, 0 known`."""
    from sayso.output.phrases import in_number

    again = f", {added['reading']} read again" if added.get("reading") else ""
    new, versions = in_number(added.get("new", 0), "report"), in_number(added.get("version", 0), "version")
    return f"{new} new, {versions}{again}, {added.get('known', 0)} known"
