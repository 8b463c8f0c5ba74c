"""Sentences of a page by their marks alone, for readers that have no parser."""

import re

from sayso.model import Page, Span

# A dot after these ends no sentence.
_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Sen|Rep|Gov|Rev|Hon|St|Fr|Msgr|Shri|Smt|No|Nos|vs|cf"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx"
)
_NO_END = re.compile(rf"(?:\b(?:{_TITLES})|(?:^|[\s(\"“])[A-Z](?:\.[A-Z])*|\b[ap]\.m|\bi\.e|\be\.g)\.$")
_BREAK = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9\"“])|(?<=[.!?…])[\"”’')\]]+\s+|\n+")
_CONTEXT = 12  # characters before a break that tell whether it is one


def find_sentences(page: Page) -> tuple[Span, ...]:
    """The sentences of the read blocks in reading order; none crosses a block or a line."""
    return tuple(span for block in page.read_blocks for span in _in_block(page.text, block.span))


def _in_block(text: str, block: Span) -> list[Span]:
    found: list[Span] = []
    start = block.start
    for mark in _BREAK.finditer(text, block.start, block.end):
        before = text[max(start, mark.start() - _CONTEXT) : mark.start()]
        if "\n" not in mark.group() and _NO_END.search(before):
            continue
        end = mark.start() + len(mark.group().rstrip())
        _keep(text, start, end, found)
        start = mark.end()
    _keep(text, start, block.end, found)
    return found


def _keep(text: str, start: int, end: int, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(c.isalnum() for c in text[start:end]):
        found.append(Span(start, end))
