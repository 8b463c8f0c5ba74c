"""Find quotations: a state machine over the quotation marks of a page, paragraph by paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Page, Span

MARK = re.compile(r"``|''|[“”„‟«»\"‘’‚‹›']")
OPENING, CLOSING = frozenset("“„«‟"), frozenset("”»")
SINGLE = frozenset("‘’‚‹›'")
STRAIGHT = frozenset(('"', "''", "“", "„", "``", "«", "‟"))
END = frozenset(".,!?…;:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """One speech turn between quotation marks, a piece a paragraph, marks included."""

    spans: tuple[Span, ...]

    def holds(self, offset: int) -> bool:
        return any(s.start <= offset < s.end for s in self.spans)


def quotations(page: Page) -> tuple[Quotation, ...]:
    """The quotations of the read blocks, in reading order.

    A quotation that is open at the end of a paragraph goes on where the next one begins with a quotation mark, else it
    ends with its paragraph. Quotations inside quotations are part of the outer one.
    """
    turns: list[list[Span]] = []
    goes_on = False
    blocks = page.read_blocks
    for n, block in enumerate(blocks):
        spans, is_open = _paragraph(page.text, block.span)
        if goes_on and spans and not page.text[block.span.start : spans[0].start].strip():
            turns[-1].append(spans.pop(0))
            goes_on = is_open if not spans else False
            if not spans:
                goes_on = goes_on and _opens(page.text, blocks[n + 1].span if n + 1 < len(blocks) else None)
                continue
        turns += [[s] for s in spans]
        goes_on = is_open and _opens(page.text, blocks[n + 1].span if n + 1 < len(blocks) else None)
    return tuple(Quotation(tuple(t)) for t in turns)


def _opens(text: str, block: Span | None) -> bool:
    if block is None:
        return False
    head = block.of(text).lstrip()
    return head[:1] in STRAIGHT or head[:2] in STRAIGHT


def _paragraph(text: str, block: Span) -> tuple[list[Span], bool]:
    """The quotations of one paragraph, and whether the last one is left open."""
    found: list[Span] = []
    opened: int | None = None
    at = block.start
    while (match := MARK.search(text, at, block.end)) is not None:
        mark, i, end = match.group(), match.start(), match.end()
        at = end
        opens, closes = _may_open(text, i, end, block), _may_close(text, i, end, block)
        if mark in SINGLE:
            if opened is None and opens and mark in "‘'‚‹":
                stop = _single_end(text, end, block)
                if stop is not None:
                    found.append(Span(i, stop))
                    at = stop
            continue
        if opened is None:
            if mark in OPENING or mark == "``" or (mark not in CLOSING and opens):
                opened = i
        elif mark in CLOSING or (mark in ('"', "''") and (closes or not opens)):
            found.append(Span(opened, end))
            opened = None
        elif mark in OPENING or opens:
            opened = i  # the earlier one was never closed: it may have been an inch or a slip
    if opened is not None and len(text[opened : block.end].split()) > 1:
        found.append(Span(opened, block.start + len(block.of(text).rstrip())))
        return found, True
    return found, False


def _may_open(text: str, start: int, end: int, block: Span) -> bool:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return (before.isspace() or before in "([—–-/:“\"'‘…") and not after.isspace() and after not in ".,;:!?)"


def _may_close(text: str, start: int, end: int, block: Span) -> bool:
    before = text[start - 1] if start > block.start else " "
    after = text[end] if end < block.end else " "
    return not before.isspace() and not after.isalnum()


def _single_end(text: str, at: int, block: Span) -> int | None:
    """Where a quotation in single marks ends: best after punctuation, for `soldiers'` has the same mark."""
    if re.match(r"\d\ds\b", text[at : at + 4]):
        return None
    ends = [
        m.end()
        for m in re.finditer(r"[’'›]", text[at : block.end])
        if _may_close(text, at + m.start(), at + m.end(), block)
    ]
    if not ends:
        return None
    good = [e for e in ends if text[at + e - 2] in END or text[at + e : at + e + 1] in END]
    return at + (good or ends)[0]
