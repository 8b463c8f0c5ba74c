"""Lay a report out: its text as blocks, and its title where the text does not hold it."""

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Block, BlockKind, Page, Report, Span
from sayso.text.context import kinds_in_context
from sayso.text.dateline import (
    EARLY,
    Dateline,
    agency_name,
    day_of_dateline,
    find_dateline,
    find_later_dateline,
)
from sayso.text.lines import Line, lines_of, seen, trimmed
from sayso.text.patterns import DATE, agency_pattern, cuts
from sayso.text.titles import heading_at, key_of, keys_of

PAGE = 200_000  # characters of blocks on one page: longer texts become several pages, so that memory stays flat
BLOCK = 50_000  # characters of one block: a longer one is cut behind a sentence
WINDOW = 420  # characters at both ends of a long line in which furniture is looked for
STOP = re.compile(r"[.!?…][”\"’')\]]*$")
DAY_FIRST = re.compile(rf"(?:[A-Z][a-z]{{2,8}},? )?(?:{DATE})(?:,? (?:at )?\d{{1,2}}:?\d\d)?(?= [A-Z\"“‘\d])")


@dataclass(slots=True)
class Facts:
    """What the furniture of a text tells; the first that is found counts."""

    dateline: Dateline | None = None
    dated: str | None = None
    agency: str | None = None


def lay_out(report: Report) -> tuple[Page, ...]:
    """The pages of a report: its text, in parts where it is very long, and its title.

    There is no title page where the title also is one of the first lines of the text: it is read once.
    """
    facts = Facts()
    blocks, titled = _blocks(report, facts)
    day = facts.dateline.day if facts.dateline else None
    pages = [
        Page(
            report=report,
            part="text",
            text=report.text,
            blocks=part,
            dateline_place=facts.dateline.place if facts.dateline else None,
            dateline_day=day_of_dateline(day or facts.dated or "", report.published),
            agency=(facts.dateline.agency if facts.dateline else None) or facts.agency,
        )
        for part in _parts(blocks)
    ]
    if report.title and report.title.strip() and not titled:
        whole = Block(span=trimmed(report.title, 0, len(report.title)), kind="heading")
        pages.append(Page(report=report, part="title", text=report.title, blocks=(whole,)))
    return tuple(pages)


def _blocks(report: Report, facts: Facts) -> tuple[list[Block], bool]:
    text = report.text
    lines = list(lines_of(text))
    keys = keys_of(report.title)
    titled = False
    blocks: list[Block] = []
    read = 0
    for number, (line, kind) in enumerate(zip(lines, kinds_in_context(lines), strict=True)):
        if number < 12 * EARLY and keys and key_of(line.words) in keys:
            kind = "furniture" if titled else "heading"
            titled = True
        if kind and kind != "heading":
            _note(line.words, kind, facts)
            blocks.append(Block(span=line.span, kind=kind))
            continue
        found = _cut(text, line, kind or "prose", read, facts, report.title if not titled else None)
        titled = titled or any(b.kind == "heading" and key_of(b.span.of(text)) in keys for b in found)
        blocks += found
        read += 1
    return blocks, titled


def _cut(text: str, line: Line, kind: BlockKind, read: int, facts: Facts, title: str | None) -> list[Block]:
    """The blocks of one line: what stands before and behind the words that are read, and those."""
    front: list[Block] = []
    back: list[Block] = []
    start, end = line.span.start, line.span.end

    def off(to: int, what: BlockKind) -> None:
        nonlocal start
        front.append(Block(span=trimmed(text, start, to), kind=what))
        start = trimmed(text, to, end).start

    for what, _, to in cuts(text[start : min(end, start + 2 * WINDOW)], "start"):
        _note(text[start : start + to], what, facts)
        off(start + to, what)
    if read < EARLY and (day := DAY_FIRST.match(text, start, min(end, start + WINDOW))):
        facts.dated = facts.dated or day[0]
        off(day.end(), "furniture")
    if title and (after := heading_at(text, start, end, title)):
        off(after, "heading")
    dateline = find_dateline(text, start, end, read)
    if dateline is None and read < EARLY and (later := find_later_dateline(text, start, end)):
        before = text[start : later.span.start]
        off(later.span.start, "byline" if before.lower().startswith("by ") else "heading")
        dateline = later
    if dateline:
        off(dateline.span.end, "dateline")
        facts.dateline = facts.dateline or dateline
    changed = True
    while changed and end > start:
        changed = False
        window = max(start, end - WINDOW)
        for what, at, to in cuts(text[window:end], "end"):
            if window + at > start:
                _note(text[window + at : window + to], what, facts)
                back.append(Block(span=trimmed(text, window + at, end), kind=what))
                end = trimmed(text, start, window + at).end
                changed = True
                break
    return [b for b in [*front, *_read(text, line, start, end, kind), *reversed(back)] if b.span]


def _read(text: str, line: Line, start: int, end: int, kind: BlockKind) -> list[Block]:
    """The words that are read, cut where a mark stands between sentences and where they are too long."""
    edges = [start]
    for mark in line.marks:
        if (
            start < mark.start
            and mark.end < end
            and STOP.search(seen(text, max(start, mark.start - 40), mark.start, line.marks))
        ):
            edges += [mark.start, mark.end]
    edges.append(end)
    spans = [trimmed(text, *_inside(line, a, b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [
        Block(span=part, kind=kind)
        for span in spans
        if seen(text, span.start, span.end, line.marks)
        for part in _short(text, span)
    ]


def _inside(line: Line, start: int, end: int) -> tuple[int, int]:
    """The stretch without the marks at its ends."""
    for mark in line.marks:
        if mark.start <= start < mark.end:
            start = mark.end
    for mark in reversed(line.marks):
        if mark.start < end <= mark.end:
            end = mark.start
    return min(start, end), end


def _short(text: str, span: Span) -> list[Span]:
    parts = []
    start = span.start
    while span.end - start > BLOCK:
        to = text.rfind(". ", start + BLOCK // 2, start + BLOCK) + 1 or text.rfind(" ", start, start + BLOCK) + 1
        to = to or start + BLOCK
        parts.append(trimmed(text, start, to))
        start = trimmed(text, to, span.end).start
    return [p for p in [*parts, Span(start, span.end)] if p]


def _note(words: str, kind: BlockKind, facts: Facts) -> None:
    if kind == "furniture" and facts.dated is None and (day := re.search(DATE, words)):
        facts.dated = day[0]
    if kind == "credit" and facts.agency is None and (name := re.search(rf"\b(?:{agency_pattern()})\b", words)):
        facts.agency = agency_name(name[0])


def _parts(blocks: list[Block]) -> list[tuple[Block, ...]]:
    """The blocks of each page."""
    if not blocks:
        return [()]
    cut = [0]
    for number, (_, block) in enumerate(pairwise(blocks), start=1):
        if block.span.end - blocks[cut[-1]].span.start > PAGE:
            cut.append(number)
    return [tuple(blocks[a:b]) for a, b in pairwise([*cut, len(blocks)])]
