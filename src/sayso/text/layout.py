"""Lay a report out: its text as blocks, and its title where the text does not hold it."""

import re
from bisect import bisect
from dataclasses import dataclass
from itertools import pairwise

from sayso.ingest.days import day_of
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
from sayso.text.lines import Line, lines_of, trimmed
from sayso.text.patterns import DATE, agency_pattern, cuts
from sayso.text.titles import heading_at, keys_of

TOP = 50  # lines of a text among which the title may stand again: raw pages begin with menus
PAGE = 200_000  # characters of blocks on one page: longer texts become several pages, so that memory stays flat
BLOCK = 50_000  # characters of one block: a longer one is cut behind a sentence
NEAR = 12  # characters before a mark in which the end of a sentence is looked for
MARKED = "*_`[]) "  # characters of marks that may stand between it and the mark
MARKS_AT_END = 4  # so many marks may end a stretch ("**_...._**")
WINDOW = 420  # characters at both ends of a long line in which furniture is looked for
STOP = re.compile(r"[.!?…][”\"’')\]]*$")
DAY_FIRST = re.compile(
    rf"(?:(?:{agency_pattern()}) )?(?:[A-Z][a-z]{{2,8}},? )?(?:{DATE})(?:,? (?:at )?\d{{1,2}}:?\d\d)?(?= [A-Z\"“‘\d])"
)


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
    day = day_of_dateline(facts.dateline.day, report.published) if facts.dateline and facts.dateline.day else None
    pages = [
        Page(
            report=report,
            part="text",
            text=report.text,
            blocks=part,
            dateline_place=facts.dateline.place if facts.dateline else None,
            dateline_day=day or day_of_dateline(facts.dated or "", None) or day_of(facts.dated),
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
        if number < TOP and keys & keys_of(line.words):
            kind = "furniture" if titled else "heading"
            titled = True
        if kind and kind != "heading":
            _note(line.words, kind, facts, early=read < EARLY)
            blocks.append(Block(span=line.span, kind=kind))
            continue
        found = _cut(text, line, kind or "prose", read, facts, report.title if not titled else None)
        titled = titled or any(b.kind == "heading" and keys & keys_of(b.span.of(text)) for b in found)
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
        off(_before_title(text, start, start + to, end, title), what)
    if read < EARLY:
        for _ in range(2):  # the day stands before the title or behind it
            if day := DAY_FIRST.match(text, start, min(end, start + WINDOW)):
                facts.dated = facts.dated or day[0]
                off(day.end(), "furniture")
            if title and (after := heading_at(text, start, end, title)):
                off(after, "heading")
                title = None
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


def _before_title(text: str, start: int, to: int, end: int, title: str | None) -> int:
    """Where furniture ends that runs into the title: "by Jane Doe Five dead in blast"."""
    if title:
        for word in re.finditer(r"(?<=\s)\w+", text[start : min(end, to + NEAR)]):
            if heading_at(text, start + word.start(), end, title):
                return start + word.start()
    return to


def _read(text: str, line: Line, start: int, end: int, kind: BlockKind) -> list[Block]:
    """The words that are read, cut where a mark stands between sentences and where they are too long."""
    marks = [m for m in line.marks if start <= m.start and m.end <= end]
    found = []
    at = start
    for mark in marks:
        if mark.start - at < NEAR and not text[at : mark.start].strip():  # marks at the very start of the stretch
            at = max(at, mark.end)
        elif STOP.search(text[max(at, mark.start - NEAR) : mark.start].rstrip(MARKED)):
            found.append((at, mark.start))
            at = mark.end
    spans = [_bare(text, a, b, marks) for a, b in [*found, (at, end)]]
    return [Block(span=part, kind=kind) for span in spans if span for part in _short(text, span)]


def _bare(text: str, start: int, end: int, marks: list[Span]) -> Span:
    """The stretch without blanks and marks at its ends; empty where it holds no letter or digit."""
    span = trimmed(text, start, end)
    for mark in marks[bisect(marks, Span(start, start)) : bisect(marks, Span(end, end))][-MARKS_AT_END:][::-1]:
        if mark.start < span.end <= mark.end:
            span = trimmed(text, span.start, mark.start)
    return span if any(map(str.isalnum, span.of(text))) else Span(start, start)


def _short(text: str, span: Span) -> list[Span]:
    parts = []
    start = span.start
    while span.end - start > BLOCK:
        to = text.rfind(". ", start + BLOCK // 2, start + BLOCK) + 1 or text.rfind(" ", start, start + BLOCK) + 1
        to = to or start + BLOCK
        parts.append(trimmed(text, start, to))
        start = trimmed(text, to, span.end).start
    return [p for p in [*parts, Span(start, span.end)] if p]


def _note(words: str, kind: BlockKind, facts: Facts, early: bool = True) -> None:
    """Keep what furniture tells. Days further down are those of other stories."""
    if early and kind == "furniture" and facts.dated is None and (day := re.search(DATE, words)):
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
