"""A report as it came in, and its layout: which stretches are prose, and what the rest tells about it."""

from datetime import date
from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

type Part = Literal["text", "title"]
type BlockKind = Literal["prose", "heading", "caption", "furniture", "dateline", "byline", "credit"]


class Report(Record, frozen=True, kw_only=True):
    """One published text. `id` comes from content where the input gives none (see `ids.report_id`).

    `published` is the day of publication, or None where unknown: relative days then stay unresolved.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


class Block(Record, frozen=True, kw_only=True):
    """A stretch of a page that belongs together: a paragraph, a heading, or something that is not told as news."""

    span: Span
    kind: BlockKind


class Page(Record, frozen=True, kw_only=True):
    """One part of a report laid out: `blocks` in reading order, without overlap. Offsets are those of `text`.

    Prose and headings are read for claims, all other kinds are kept out of sentences. The facts that those others
    hold are kept: the place of the dateline (its words), the day it names, the agency that is credited.
    """

    report: Report
    part: Part
    text: str
    blocks: tuple[Block, ...]
    dateline_place: Span | None = None
    dateline_day: date | None = None
    agency: str | None = None

    @property
    def read_blocks(self) -> tuple[Block, ...]:
        """The blocks that are read for claims."""
        return tuple(b for b in self.blocks if b.kind in ("prose", "heading"))

    @property
    def day(self) -> date | None:
        """The day that relative days are counted from: the publication day, else the dateline's."""
        return self.report.published or self.dateline_day
