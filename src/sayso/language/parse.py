"""Run the pipeline over pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import Page, Span
from sayso.text.lines import markup_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

SURROGATE = re.compile("[\ud800-\udfff]")
ENDS = re.compile(r"[.!?…]+")
LONGEST = 400  # tokens of a sentence: more than a list of names in a resolution has
UNBROKEN = re.compile(r"\S{500,}")  # no words but rows of marks and encoded pictures, over which tokenizers take hours
BATCH = 8  # reports a batch: small, so that memory stays flat and the first claims come soon


@dataclass(frozen=True, slots=True)
class Parse:
    """A page with its parse. All that is not read is blanked out before parsing, so `token.idx` is an offset of the
    page's text, and no sentence crosses a block."""

    page: Page
    doc: Doc


def parse_pages(pages: Iterable[Page], nlp: Language) -> Iterator[Parse]:
    """Parse pages in order, in small batches."""
    pairs = ((_unparsed(page, nlp), page) for page in pages)
    for doc, page in nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
        yield Parse(page, doc)


def span_of(words: Tokens | Token) -> Span:
    """The stretch of the page that a token or a run of tokens covers."""
    from spacy.tokens import Token

    if isinstance(words, Token):
        return Span(words.idx, words.idx + len(words.text))
    return Span(words.start_char, words.end_char)


def sentences(doc: Doc) -> Iterator[Tokens]:
    """The sentences that hold a word, without blank tokens at their ends."""
    for sent in doc.sents:
        start, end = sent.start, sent.end
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if any(t.is_alpha or t.like_num for t in doc[start:end]):
            yield doc[start:end]


def _unparsed(page: Page, nlp: Language) -> Doc:
    doc = nlp.make_doc(_blanked(page))
    starts = [b.span.start for b in page.read_blocks]
    position = 0
    for token in doc:
        if position < len(starts) and not token.is_space and token.idx >= starts[position]:
            token.is_sent_start = True
            while position < len(starts) and starts[position] <= token.idx:
                position += 1
    _cut_long_sentences(doc)
    return doc


def _cut_long_sentences(doc: Doc) -> None:
    """Start a sentence wherever LONGEST tokens pass without an end: the work on a sentence grows with its square."""
    since = 0
    for token in doc:
        if token.is_sent_start or (token.i and ENDS.fullmatch(doc[token.i - 1].text)):
            since = 0
        elif since >= LONGEST and not token.is_space:
            token.is_sent_start = True
            since = 0
        since += not token.is_space


def _blanked(page: Page) -> str:
    """The text with every character outside of the read blocks, and the marks of markup in them, as spaces, like
    what is too long for a word; lone surrogates, which no parser takes, as U+FFFD."""
    pieces = []
    at = 0
    for block in page.read_blocks:
        start, end = block.span.start, block.span.end
        pieces.append(" " * (start - at))
        at = start
        for mark in markup_spans(page.text, start, end):
            pieces += [page.text[at : mark.start], " " * len(mark)]
            at = mark.end
        pieces.append(page.text[at:end])
        at = end
    pieces.append(" " * (len(page.text) - at))
    text = SURROGATE.sub("\ufffd", "".join(pieces)).replace("\n", " ")
    return UNBROKEN.sub(lambda run: " " * len(run[0]), text)
