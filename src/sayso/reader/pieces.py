"""A page as the pieces that the encoder sees: word pieces with their offsets, and what an encoder cannot see well."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from sayso.attribution.quotes import quotations
from sayso.model import Page, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CASES = 5  # lower case, a capital first, capitals alone, with digits, no letters at all
TRAITS = CASES * 2 * 2  # inside an open quotation or not, first of its block or not


class Pieces(msgspec.Struct, frozen=True):
    """The word pieces of a page: their numbers in the vocabulary, their stretches of the page's text, a trait each
    (case, whether inside quotation marks, whether first of its block), and the hints that each has (see `hints`)."""

    ids: list[int]
    spans: list[Span]
    traits: list[int]
    hints: list[tuple[int, ...]]


def cut(page: Page, tokenizer: Tokenizer, hints: Iterable[tuple[Span, int]] = ()) -> Pieces:
    """The pieces of what is read of a page, in reading order; offsets are those of the page's text."""
    ids: list[int] = []
    spans: list[Span] = []
    traits: list[int] = []
    quoted = {at for q in quotations(page) for s in q.spans for at in range(s.start, s.end)}
    for block in page.read_blocks:
        words = block.span.of(page.text)
        encoding = tokenizer.encode(words, add_special_tokens=False)
        for number, (piece, (start, end)) in enumerate(zip(encoding.ids, encoding.offsets, strict=True)):
            ids.append(piece)
            spans.append(Span(block.span.start + start, block.span.start + end))
            inside = block.span.start + start in quoted
            traits.append(_case(words, start, end) * 4 + 2 * inside + (number == 0))
    return Pieces(ids, spans, traits, _hinted(spans, hints))


def _hinted(spans: Sequence[Span], hints: Iterable[tuple[Span, int]]) -> list[tuple[int, ...]]:
    """The hints of each piece: those whose stretch it touches."""
    starts = [span.start for span in spans]
    found: list[set[int]] = [set() for _ in spans]
    for span, hint in hints:
        at = max(0, bisect_left(starts, span.start) - 1)
        while at < len(spans) and spans[at].start < span.end:
            if spans[at].touches(span):
                found[at].add(hint)
            at += 1
    return [tuple(sorted(known)) for known in found]


def _case(words: str, start: int, end: int) -> int:
    """The case of the whole word that a piece belongs to."""
    while start > 0 and words[start - 1].isalnum():
        start -= 1
    while end < len(words) and words[end].isalnum():
        end += 1
    word = words[start:end]
    if any(c.isdigit() for c in word):
        return 3
    if not any(c.isalpha() for c in word):
        return 4
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[0].isupper() else 0


@cache
def open_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of a trained file."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
