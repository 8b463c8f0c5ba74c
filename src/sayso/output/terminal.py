"""Tables for people at a terminal: a table a report, disputed claims marked."""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.model import Claim, Report, Words
from sayso.output import phrases
from sayso.output.base import Notes, Read
from sayso.output.disputes import disputes
from sayso.output.safe import one_line
from sayso.output.tabular import mentions

MARK = "≠"
DITTO = "″"  # the sentence of the line above
PLAIN_WIDTH = 120  # columns where the output is no terminal, which has no width of its own


def write_table(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """A table of claims a report, then how many there are and what the mark means. Reads all before it writes, since a
    later report can dispute an earlier one."""
    reads = list(reads)
    claims = [c for read in reads for c in read.claims]
    marked = disputes(claims)
    with console(out) as screen:
        for read in reads:
            screen.print(Text(headline(read.report), style="bold"))
            if read.claims:
                screen.print(_claims(read.claims, marked, screen.width))
            else:
                screen.print(Text("  no claims\n", style="dim"))
        screen.print(
            f"{phrases.in_number(len(claims), 'claim')} in {phrases.in_number(len(reads), 'report')}; "
            f"{MARK} marks {len(marked)} disputed: denied or refused by the voice itself, or denied by another for the "
            "same place and week.",
            highlight=False,
        )


def write_mentions_table(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """A table of mentions a report."""
    with console(out) as screen:
        for read in reads:
            screen.print(Text(headline(read.report), style="bold"))
            table = Table("At", "Kind", "Words", "Means", box=SIMPLE_HEAD, pad_edge=False)
            for m in mentions(read.annotation):
                meaning = m.get("name") or m.get("value") or m.get("what") or ""
                ids = " ".join(str(m[k]) for k in ("id", "low", "high") if m.get(k) is not None)
                cells = (str(m["start"]), m["kind"], one_line(m["text"]), f"{meaning} {ids}".strip())
                table.add_row(*(Text(cell) for cell in cells))
            screen.print(table)


@contextmanager
def console(out: BinaryIO) -> Iterator[Console]:
    """A rich console on a binary stream."""
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="\n", write_through=True)
    try:
        screen = Console(file=text, emoji=False, markup=False)
        if not screen.is_terminal:
            screen.width = PLAIN_WIDTH
        yield screen
    finally:
        text.detach()


def headline(report: Report) -> str:
    """`2025-06-08 · Outlet · Title`, with what is known; the id where nothing is."""
    known = (report.published and report.published.isoformat(), report.outlet, report.title)
    return one_line(" · ".join(part for part in known if part) or report.id)


def _claims(claims: Iterable[Claim], marked: dict[str, str], width: int) -> Table:
    narrow = max(8, min(18, (width - 23) // 4))  # 23: mark, day and gaps; the sentence gets what is left
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("", width=1, style="bold red")
    table.add_column("When", width=10)
    for name in ("Where", "What", "Whose word"):
        table.add_column(name, width=narrow, overflow="fold")
    table.add_column("Sentence", overflow="fold")
    before: Words | None = None
    for claim in claims:
        disputed = claim.id in marked
        cells = (
            MARK if disputed else "",
            phrases.days(claim.time),
            phrases.place(claim.places[0]) if claim.places else "",
            "; ".join([phrases.what(claim), *map(phrases.count, claim.counts)]),
            f"{phrases.voices(claim)} {_act(claim)}".strip(),
            DITTO if claim.sentence == before else one_line(claim.sentence.text),
        )
        table.add_row(*(Text(cell) for cell in cells))
        before = claim.sentence
    return table


def _act(claim: Claim) -> str:
    return "" if claim.act == "assert" else f"({claim.act.replace('_', ' ')})"
