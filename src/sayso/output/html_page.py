"""One self-contained page: every report with its claims highlighted, and beside it what was understood and why.

The page holds no script and loads nothing; a content security policy says so to the browser as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO

from sayso.model import Claim, Part, Report, Span
from sayso.output import phrases
from sayso.output.base import Notes, Read
from sayso.output.disputes import disputes
from sayso.output.safe import shown

if TYPE_CHECKING:
    from jinja2 import Template

# What is highlighted, in the order of the legend.
ROLES = {
    "source": "who says it",
    "cue": "the word that marks the saying",
    "content": "what is said",
    "trigger": "the happening",
    "place": "where",
    "number": "how many",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one set of roles. `opens` are the claims whose trigger starts here."""

    text: str
    roles: tuple[str, ...]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as the page shows it. `number` counts the claims of the page from 1."""

    number: int
    claim: Claim
    dispute: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report as the page shows it."""

    report: Report
    title: tuple[Piece, ...]
    paragraphs: tuple[tuple[Piece, ...], ...]
    cards: tuple[Card, ...]


def write_html(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """Write the page. All reports are read first, since a later one can dispute an earlier one."""
    sheets = tuple(_sheets(list(reads)))
    cards = [card for sheet in sheets for card in sheet.cards]
    page = _template().stream(
        sheets=sheets,
        roles=ROLES,
        claims=len(cards),
        disputed=sum(card.dispute is not None for card in cards),
    )
    page.enable_buffering(64)
    for part in page:
        out.write(part.encode("utf-8"))


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("sayso.output", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        shown=shown,
        what=phrases.what,
        voices=phrases.voices,
        actor=phrases.actor,
        place=phrases.place,
        days=phrases.days,
        count=phrases.count,
        territory=phrases.territory,
    )
    environment.tests["web_address"] = lambda url: isinstance(url, str) and url.startswith(("http://", "https://"))
    return environment.get_template("page.html.j2")


def _sheets(reads: list[Read]) -> Iterator[Sheet]:
    marked = disputes(c for read in reads for c in read.claims)
    number = 0
    for read in reads:
        cards = tuple(Card(number + n, c, marked.get(c.id)) for n, c in enumerate(read.claims, start=1))
        number += len(cards)
        report = read.report
        yield Sheet(
            report=report,
            title=pieces(report.title or "", Span(0, len(report.title or "")), _marks(cards, "title")),
            paragraphs=tuple(pieces(report.text, line, _marks(cards, "text")) for line in _lines(report.text)),
            cards=cards,
        )


type Mark = tuple[Span, str, int]  # where, which role, which claim's trigger starts there (0: none)


def _marks(cards: Iterable[Card], part: Part) -> list[Mark]:
    marks: list[Mark] = []
    for card in cards:
        claim = card.claim
        if claim.part != part:
            continue
        marks += [(v.span, "source", 0) for v in claim.voices]
        marks += [(v.cue.span, "cue", 0) for v in claim.voices if v.cue]
        marks += [(span, "content", 0) for span in claim.content]
        marks += [(p.span, "place", 0) for p in claim.places]
        marks += [(c.span, "number", 0) for c in claim.counts]
        marks.append((claim.trigger.span, "trigger", card.number))
    return marks


def pieces(text: str, stretch: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut a stretch of the text wherever a mark begins or ends, so that marks may overlap freely."""
    inside = [m for m in marks if m[0].touches(stretch)]
    cuts = {stretch.start, stretch.end}
    for span, _, _ in inside:
        cuts.update(at for at in (span.start, span.end) if stretch.start < at < stretch.end)
    ordered = sorted(cuts)
    found = []
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        here = {role for span, role, _ in inside if span.holds(piece)}
        opens = {number for span, _, number in inside if number and span.start == start}
        roles = tuple(role for role in ROLES if role in here)
        found.append(Piece(shown(piece.of(text)), roles, tuple(sorted(opens))))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    """The lines that hold something."""
    at = 0
    for line in text.split("\n"):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line) + 1
