"""A link between two claims, for a person to judge: both side by side, with the reasons for and against."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Protocol

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sayso.fold.signals import ENOUGH, Reason
from sayso.model import Claim
from sayso.output import phrases
from sayso.output.safe import one_line
from sayso.output.story import sentence
from sayso.output.terminal import console


class Link(Protocol):
    """Two claims that are told as one event (the desk's `Doubt` is one)."""

    @property
    def event(self) -> str: ...

    @property
    def claim(self) -> Claim: ...

    @property
    def other(self) -> Claim: ...

    @property
    def counts(self) -> float: ...

    @property
    def reasons(self) -> Sequence[Reason]: ...


def write_link(link: Link, head: str, out: BinaryIO) -> None:
    """The two claims as a table of two columns, then what speaks for and against their telling of one event."""
    with console(out) as screen:
        screen.print(Text(f"\n{head} · {link.event}", style="bold"))
        table = Table("", "A", "B", box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        plain = not screen.is_terminal
        for (name, a), (_, b) in zip(_rows(link.claim, plain), _rows(link.other, plain), strict=True):
            if a.plain or b.plain:
                table.add_row(Text(name, style="dim"), a, b)
        screen.print(table)
        for reason in sorted(link.reasons, key=lambda reason: -reason.counts):
            screen.print(Text(f"  {reason.counts:+.1f} {reason.sentence}"))
        screen.print(Text(f"  {link.counts:+.1f} in all; {ENOUGH:.1f} is enough"))


def _rows(claim: Claim, plain: bool) -> Iterator[tuple[str, Text]]:
    told = " · ".join(part for part in (claim.published, claim.outlet) if part)
    yield "report", Text(one_line(told or claim.report))
    yield "voice", Text(f"{phrases.voices(claim)}, {claim.act.replace('_', ' ')}")
    yield "what", Text("; ".join([phrases.what(claim), *map(phrases.count, claim.counts)]))
    yield "where", Text("; ".join(map(phrases.place, claim.places)))
    yield "when", Text(phrases.days(claim.time))
    yield "ground", Text(phrases.territory(claim))
    yield "words", sentence(claim, plain=plain)
    yield "id", Text(claim.id)
