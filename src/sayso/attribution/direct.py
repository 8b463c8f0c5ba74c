"""Give quotations to the sayings that they stand beside, and bare ones to the last speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.attribution.quotes import Quotation
from sayso.attribution.words import Saying, between

if TYPE_CHECKING:
    from spacy.tokens import Doc

FULL = 4  # words: a shorter quotation in mid-sentence is a quoted phrase, not a speech


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
    """The sayings with the quotations that are theirs, and new ones without cue for quotations that stand alone."""
    quoted = frozenset[int]().union(*(t.tokens for t in found))
    outside = [s for s in sayings if s.spoken and s.anchor not in quoted]
    paragraph_of = {i: n for n, p in enumerate(paragraphs) for i in p}
    owner: dict[int, Saying] = {}
    for n, turn in enumerate(found):
        if not _free(doc, turn):
            continue
        saying = _named_after(doc, turn, outside) or _named_before(doc, turn, outside)
        if saying is not None:
            owner[n] = saying
    for n, saying in owner.items():
        _take(saying, found[n])
    bare = []
    last: Saying | None = None
    last_paragraph = -9
    events = sorted([(t.start, 0, n) for n, t in enumerate(found)] + [(s.anchor, 1, k) for k, s in enumerate(outside)])
    for _, kind, n in events:
        if kind:
            last, last_paragraph = outside[n], paragraph_of.get(outside[n].anchor, -9)
            continue
        turn = found[n]
        here = paragraph_of.get(turn.start, -1)
        if n in owner:
            last, last_paragraph = owner[n], paragraph_of.get(turn.end - 1, here)
        elif (
            last is not None and _starts_sentence(doc, turn) and len(turn.tokens) > FULL and not _covered(turn, sayings)
        ):
            if here == last_paragraph and last.quoted:
                _take(last, turn)
            elif here - last_paragraph <= 1 and _starts_paragraph(turn, paragraphs[here] if here >= 0 else None, doc):
                alone = Saying(turn.start, last.source, frozenset(), turn.tokens, frozenset(), quoted=set(turn.tokens))
                bare.append(alone)
                last, last_paragraph = alone, here
    return sayings + bare


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


def _free(doc: Doc, turn: Turn) -> bool:
    """Whether a quotation is a speech of its own and not a phrase within somebody's sentence."""
    return len([i for i in turn.tokens if doc[i].is_alpha]) >= 1


def _named_after(doc: Doc, turn: Turn, sayings: list[Saying]) -> Saying | None:
    """'"...," he said'."""
    if not (_starts_sentence(doc, turn) or _after_frame(doc, turn, sayings)):
        return None
    for saying in sayings:
        start = min(i for i in saying.frame)
        if start >= turn.end and all(_light(doc, i) for i in range(turn.end, start)):
            return saying
    return None


def _named_before(doc: Doc, turn: Turn, sayings: list[Saying]) -> Saying | None:
    """'he said: "..."'; the quotation ends a sentence, else it is a phrase of an indirect clause."""
    if not _ends_sentence(doc, turn):
        return None
    for saying in reversed(sayings):
        end = max(i for i in saying.frame) + 1
        if end <= turn.start and turn.start - end < 4 and all(_light(doc, i) for i in range(end, turn.start)):
            stop = any(doc[i].text in (".", "!", "?") for i in range(end, turn.start))
            if not stop or saying.quoted:
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


def _starts_paragraph(turn: Turn, paragraph: range | None, doc: Doc) -> bool:
    return paragraph is not None and all(doc[i].is_space for i in range(paragraph.start, turn.start))


def _covered(turn: Turn, sayings: list[Saying]) -> bool:
    return any(len(turn.tokens & s.content) * 2 > len(turn.tokens) for s in sayings)
