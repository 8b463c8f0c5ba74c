"""Reports that reprint one text: a line a report, with the cluster that it belongs to; for people a row a cluster."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

import msgspec
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sayso.model import Copies, CopyPair, Record
from sayso.output.base import Notes
from sayso.output.lines import line
from sayso.output.phrases import in_number
from sayso.output.safe import one_line, writable
from sayso.output.tabular import csv_rows
from sayso.output.terminal import console


class Reprint(Record, frozen=True, kw_only=True):
    """A report of a cluster (public form `sayso/copies/1`): its fields are those of `Copy` and of the `Copies` it is
    in."""

    report: str
    cluster: str
    published: date | None
    outlet: str | None
    containment: float | None
    agency: str | None
    schema: str = "sayso/copies/1"


def reprints(found: Iterable[Copies]) -> Iterator[Reprint]:
    """Every report of every cluster, cluster by cluster."""
    for copies in found:
        for copy in copies.reports:
            yield Reprint(
                report=copy.report,
                cluster=copies.cluster,
                published=copy.published,
                outlet=copy.outlet,
                containment=copy.containment,
                agency=copies.agency,
            )


def write_lines(found: Iterable[Copies], out: BinaryIO, notes: Notes) -> None:
    """One report a line."""
    out.writelines(map(line, reprints(found)))


def write_csv(found: Iterable[Copies], out: BinaryIO, notes: Notes) -> None:
    """One report a row, with a header; UTF-8, quotes as in RFC 4180."""
    columns = tuple(name for name in Reprint.__struct_fields__ if name != "schema")
    with csv_rows(out, columns) as rows:
        for reprint in reprints(found):
            rows.writerow(_writable(reprint))


def _writable(record: Record) -> dict[str, object]:
    """The fields of a record without characters that UTF-8 cannot hold."""
    return {k: writable(v) if isinstance(v, str) else v for k, v in msgspec.structs.asdict(record).items()}


def write_pairs_csv(pairs: Iterable[CopyPair], out: BinaryIO, notes: Notes) -> None:
    """One pair a row."""
    with csv_rows(out, CopyPair.__struct_fields__) as rows:
        for pair in pairs:
            rows.writerow(_writable(pair))


def write_pairs_table(pairs: Iterable[CopyPair], out: BinaryIO, notes: Notes) -> None:
    """A row a pair, then how many there are."""
    pairs = list(pairs)
    table = Table("Report", "Report", "Shared", box=SIMPLE_HEAD, pad_edge=False)
    for pair in pairs:
        table.add_row(*(Text(one_line(cell)) for cell in (pair.a, pair.b, f"{pair.containment:.0%}")))
    with console(out) as screen:
        if pairs:
            screen.print(table)
        screen.print(f"{in_number(len(pairs), 'pair')}.", highlight=False)


def write_table(found: Iterable[Copies], out: BinaryIO, notes: Notes) -> None:
    """A row a cluster, then how many there are."""
    found = list(found)
    table = Table("First", "Reports", "Agency", "Outlets", "Cluster", box=SIMPLE_HEAD, pad_edge=False)
    for copies in found:
        first = copies.reports[0]
        outlets = dict.fromkeys(copy.outlet or copy.report for copy in copies.reports)
        cells = (
            first.published.isoformat() if first.published else "",
            str(len(copies.reports)),
            copies.agency or "",
            ", ".join(outlets),
            copies.cluster,
        )
        table.add_row(*(Text(one_line(cell), overflow="fold") for cell in cells))
    with console(out) as screen:
        if found:
            screen.print(table)
        reports = sum(len(copies.reports) for copies in found)
        screen.print(f"{in_number(len(found), 'text')} in {in_number(reports, 'report')}.", highlight=False)
