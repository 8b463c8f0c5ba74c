"""Who holds what, on whose word, as tables for people: regions rolled up first, then every place."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.fold.territory import regions
from sayso.model import RegionStand, Stand
from sayso.output import event_phrases as phrases
from sayso.output.base import Notes
from sayso.output.phrases import in_number
from sayso.output.safe import one_line
from sayso.output.terminal import MARK, console

RELATIONS = {
    "claims": "claims as its own", "annexed": "annexed", "controls": "holds", "contests": "fights for",
    "entered": "entered", "near": "is near", "lost": "lost", "not_controls": "does not hold",
}  # fmt: skip


def write_stands(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """The table of regions, then that of places, then what the mark means."""
    stands = sorted(stands, key=lambda s: (s.place.country or "", s.place.admin1 or "", s.place.name or "", s.since))
    with console(out) as screen:
        if not stands:
            screen.print("Nothing is said of any ground on that day.")
            return
        _print_regions(regions(stands), screen)
        screen.print(_places(stands))
        disputed = sum(stand.disputed for stand in stands)
        screen.print(
            f"{in_number(len(stands), 'stand')}; {MARK} marks {disputed} that another voice disputes. What lies after "
            "the last day is only not contradicted.",
            highlight=False,
        )


def write_regions(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """The table of regions alone."""
    with console(out) as screen:
        _print_regions(regions(stands), screen)


def _print_regions(found: Sequence[RegionStand], screen: Console) -> None:
    if not found:
        screen.print("Nobody is said to hold or to have entered any region.\n")
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for name in ("Region", "Held or entered by", "Places", "Asserted by", "Conceded by", "Denied by"):
        table.add_column(name, overflow="fold")
    for region in found:
        cells = (
            f"{'all' if region.whole else 'parts'} of {region.region}",
            region.holder,
            str(region.places),
            _lines(f"{voice} {_span(since, last)}" for voice, since, last in region.asserted),
            _lines(f"{voice} on {day}" for voice, day in region.conceded),
            _lines(f"{voice} on {day}" for voice, day in region.denied),
        )
        table.add_row(*map(Text, cells))
    screen.print(table)


def _lines(said: Iterable[str]) -> str:
    return "\n".join(map(one_line, said))


def _span(since: date, last: date) -> str:
    return f"on {since}" if since == last else f"since {since}, last {last}"


def _places(stands: Iterable[Stand]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", width=1, style="bold red")
    for name in ("Place", "What is said", "On whose word"):
        table.add_column(name, overflow="fold")
    for name in ("Since", "Last said", "Until"):
        table.add_column(name, width=10)
    for stand in stands:
        cells = (
            MARK if stand.disputed else "",
            phrases.place(stand.place),
            holder(stand),
            f"{phrases.voice(stand)}{' (concedes)' if stand.concedes else ''}",
            stand.since.isoformat(),
            stand.last.isoformat(),
            stand.until.isoformat() if stand.until else "",
        )
        table.add_row(*map(Text, cells))
    return table


def holder(stand: Stand) -> str:
    """`RUS/MIL entered`, `not so: RUS/MIL holds`."""
    said = f"{stand.holder.country or '-'}/{stand.holder.sector} {RELATIONS[stand.relation]}"
    return f"not so: {said}" if stand.denied else said
