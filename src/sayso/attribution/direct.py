"""Give quotations to the sayings that they stand beside, and bare ones to the last speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.attribution.quotes import Quotation
from sayso.attribution.words import Saying, between

if TYPE_CHECKING:
    from spacy.tokens import Doc

FULL = 4  # tokens: a shorter quotation after somebody's words is a quoted phrase, not a speech
WHOLE = 8  # tokens: a shorter paragraph in quotation marks may be a title


@dataclass(frozen=True, slots=True)
class Turn:
    """A quotation as token indices, marks included; `start`, `end` are those of its first and last piece."""

    tokens: frozenset[int]
    start: int
    end: int


def turns(doc: Doc, found: tuple[Quotation, ...]) -> list[Turn]:
    """The quotations of a page as tokens."""
    result = []
    for quotation in found:
        tokens: set[int] = set()
        for piece in quotation.spans:
            words = doc.char_span(piece.start, piece.end, alignment_mode="expand")
            if words is not None:
                tokens |= between(words.start, words.end)
        if tokens:
            result.append(Turn(frozenset(tokens), min(tokens), max(tokens) + 1))
    return result


def give_quotations(doc: Doc, sayings: list[Saying], found: list[Turn], paragraphs: list[range]) -> list[Saying]:
    """The sayings with the quotations that are theirs, and new ones without cue for quotations that stand alone.

    A quotation goes to the speaker named right after it or right before it; else to the saying of its paragraph that
    has a quotation already; else, at the start of a paragraph, to the last speaker.
    """
    quoted = frozenset[int]().union(*(t.tokens for t in found))
    outside = [s for s in sayings if s.spoken and s.anchor not in quoted]
    paragraph_of = {i: n for n, p in enumerate(paragraphs) for i in p}
    bare: list[Saying] = []
    for turn in found:
        here = paragraph_of.get(turn.start, -1)
        beside = [s for s in outside if paragraph_of.get(s.anchor) == paragraph_of.get(turn.end - 1)]
        saying = _named_after(doc, turn, beside) or _named_before(doc, turn, outside, beside)
        if saying is not None:
            _take(saying, turn)
            continue
        if (
            not _starts_sentence(doc, turn)
            or len(turn.tokens) <= (WHOLE if _starts_paragraph(doc, turn, paragraphs, here) else FULL)
            or _covered(turn, sayings)
        ):
            continue
        before = [s for s in (*outside, *bare) if s.anchor < turn.start and here - _last(s, paragraph_of) in (0, 1)]
        before.sort(key=lambda s: max(s.anchor, *s.quoted, 0))
        mine = [s for s in before if s.quoted and _last(s, paragraph_of) == here]
        if mine:
            _take(mine[-1], turn)
        elif before and (_last(before[-1], paragraph_of) == here or _starts_paragraph(doc, turn, paragraphs, here)):
            source = before[-1].source
            if all(doc[i].tag_ in ("WP", "WDT") for i in source):
                continue
            bare.append(Saying(turn.start, source, frozenset(), turn.tokens, frozenset(), quoted=set(turn.tokens)))
    _fit(sayings, outside, found)
    return sayings + bare


def _fit(sayings: list[Saying], outside: list[Saying], found: list[Turn]) -> None:
    """Let no content cross the marks of a quotation: a saying within one ends with it, and one that quotes the start of
    it quotes all of it."""
    beyond = {id(s) for s in outside}
    for turn in found:
        for saying in sayings:
            if saying.anchor in turn.tokens:
                saying.content &= turn.tokens
                saying.source &= turn.tokens
            elif id(saying) in beyond and {turn.start, turn.start + 1} & saying.content:
                saying.content |= turn.tokens - saying.frame


def _last(saying: Saying, paragraph_of: dict[int, int]) -> int:
    """The paragraph in which a saying ends."""
    return paragraph_of.get(max(saying.anchor, *saying.quoted, 0), -9)


def _take(saying: Saying, turn: Turn) -> None:
    """Add a turn to a saying; content that the parse gave is kept only where the turn is a part of a longer clause."""
    if not saying.quoted:
        rest = saying.content - turn.tokens
        saying.content = frozenset() if not _joined(saying.content, turn) else rest
    saying.content = (saying.content | turn.tokens) - saying.cue
    saying.quoted |= turn.tokens


def _joined(content: frozenset[int], turn: Turn) -> bool:
    """Whether indirect words go on in front of the quotation: 'said the plan was dead: "..."'."""
    return bool(content & turn.tokens) and len([i for i in content if i < turn.start]) > 2


def _named_after(doc: Doc, turn: Turn, sayings: list[Saying]) -> Saying | None:
    """'"...," he said'; not '"..." He said that'."""
    if not (_starts_sentence(doc, turn) or _after_frame(doc, turn, sayings)):
        return None
    for saying in sayings:
        start = min(saying.frame)
        if start >= turn.end and all(_light(doc, i) for i in range(turn.end, start)):
            goes_on = [i for i in saying.content if i > max(saying.anchor, *saying.source, 0)]
            if _stops(doc, turn) and goes_on:
                return None
            return saying
    return None


def _stops(doc: Doc, turn: Turn) -> bool:
    """Whether a quotation ends with its sentence and does not wait for "he said"."""
    end = [doc[i].text for i in range(turn.end - 2, min(turn.end + 1, len(doc))) if doc[i].is_punct]
    return "," not in end and any(mark in (".", "!", "?", "…", "...") for mark in end)


def _named_before(doc: Doc, turn: Turn, sayings: list[Saying], beside: list[Saying]) -> Saying | None:
    """'he said: "..."'; the quotation ends a sentence, else it is a phrase of an indirect clause."""
    if not _ends_sentence(doc, turn):
        return None
    for saying in reversed(sayings):
        end = max(i for i in saying.frame) + 1
        if end <= turn.start and turn.start - end < 4 and all(_light(doc, i) for i in range(end, turn.start)):
            stop = any(doc[i].text in (".", "!", "?") for i in range(end, turn.start))
            if not stop or (saying.quoted and saying in beside):
                return saying
    return None


def _after_frame(doc: Doc, turn: Turn, sayings: list[Saying]) -> bool:
    return any(
        max(s.frame) < turn.start and all(_light(doc, i) for i in range(max(s.frame) + 1, turn.start)) for s in sayings
    )


def _light(doc: Doc, i: int) -> bool:
    return doc[i].is_space or doc[i].is_punct


def _starts_sentence(doc: Doc, turn: Turn) -> bool:
    i = turn.start - 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    first = next((doc[j] for j in sorted(turn.tokens) if doc[j].is_alpha), None)
    if i < 0 or doc[turn.start].is_sent_start:
        return True
    return doc[i].text in (".", "!", "?", ":", "…", "...") or (doc[i].is_quote and first is not None and first.is_title)


def _ends_sentence(doc: Doc, turn: Turn) -> bool:
    inner = doc[turn.end - 2] if turn.end - 2 > turn.start else doc[turn.end - 1]
    if inner.text in (".", "!", "?", ",", "…", "...", "-", "–", "—"):
        return True
    return turn.end >= len(doc) or doc[turn.end].is_space or doc[turn.end].text in (".", "!", "?", ",", ";")


def _starts_paragraph(doc: Doc, turn: Turn, paragraphs: list[range], here: int) -> bool:
    return here >= 0 and all(doc[i].is_space for i in range(paragraphs[here].start, turn.start))


def _covered(turn: Turn, sayings: list[Saying]) -> bool:
    return any(len(turn.tokens & s.content) * 2 > len(turn.tokens) for s in sayings)
