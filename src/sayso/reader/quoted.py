"""Let what is said fit the quotation marks: a speech is quoted as a whole, and one without a cue is the last speaker's.

An encoder tags a word at a time and may end a content in the middle of a speech, or see no speaker for one; the marks
know better.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sayso.attribution.quotes import Quotation, quotations
from sayso.reader.decode import Piece, Said

if TYPE_CHECKING:
    from sayso.model import Page, Span

SPEECH: Final = 5  # words: a shorter quotation is a quoted phrase
REACH: Final = 220  # pieces between a speech and what may be said with it
BESIDE: Final = 14  # pieces between a speech and the cue that stands beside it: "..., the mayor of X, Y, said"
AT: Final = attrgetter("at")
STOPS: Final = '.!?…:"”»'


def fit_to_marks(page: Page, spans: Sequence[Span], sayings: Sequence[Said]) -> list[Said]:
    """The sayings with their contents widened to the speeches that they are part of, and further ones for speeches that
    none of them holds. `spans` are the stretches of the pieces."""
    found = sorted(sayings, key=AT)
    blocks = [b.span.start for b in page.read_blocks]
    for speech in quotations(page):
        turn = _pieces(speech, spans)
        words = sum(len(s.of(page.text).split()) for s in speech.spans)
        if words < SPEECH or not turn or not _begins(page, speech.spans[0].start):
            continue
        near = _near(found, turn)
        mine = [(_shared(found[k].content, turn), k) for k in near if not _within(found[k], turn)]
        shared, k = max(mine, default=(0, -1))
        if shared * 2 > sum(b - a for a, b in turn) or (shared and _cue_beside(found[k], turn)):
            mended = found.pop(k)
            insort(found, replace(mended, content=_joined(mended, turn)), key=AT)
        elif not shared and (speaker := _speaker(blocks, spans, [found[k] for k in near], turn)) is not None:
            insort(found, Said(None, speaker.sources, turn, speaker.sure), key=AT)
    return found


def _near(found: Sequence[Said], turn: Sequence[Piece]) -> range:
    """The numbers of the sayings whose anchors stand near a speech."""
    return range(bisect_left(found, turn[0][0] - REACH, key=AT), bisect_right(found, turn[-1][1] + REACH, key=AT))


def _pieces(speech: Quotation, spans: Sequence[Span]) -> tuple[Piece, ...]:
    found = ((bisect_right(spans, s.start, key=lambda p: p.end), bisect_left(spans, s.end, key=lambda p: p.start))
             for s in speech.spans)  # fmt: skip
    return tuple((a, b) for a, b in found if a < b)


def _begins(page: Page, at: int) -> bool:
    """Whether a speech begins a sentence or stands behind a colon."""
    before = page.text[max(0, at - 3) : at].rstrip()
    return not before or before[-1] in STOPS or "\n" in page.text[max(0, at - 2) : at]


def _shared(content: Sequence[Piece], turn: Sequence[Piece]) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in content for c, d in turn)


def _within(said: Said, turn: Sequence[Piece]) -> bool:
    """Whether somebody is quoted inside of the speech."""
    return said.cue is not None and any(a <= said.cue[0] < b for a, b in turn)


def _cue_beside(said: Said, turn: Sequence[Piece]) -> bool:
    return said.cue is not None and (0 <= said.cue[0] - turn[-1][1] < BESIDE or 0 <= turn[0][0] - said.cue[1] < BESIDE)


def _joined(said: Said, turn: Sequence[Piece]) -> tuple[Piece, ...]:
    """A content and a speech as stretches in order, without overlap."""
    found: list[Piece] = []
    for a, b in sorted((*said.content, *turn)):
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return tuple(found)


def _speaker(blocks: Sequence[int], spans: Sequence[Span], found: Sequence[Said], turn: Sequence[Piece]) -> Said | None:
    """Whose speech it is: who speaks right after it, else who spoke last in this paragraph or the one before.
    `blocks` are where paragraphs begin."""
    start, end = turn[0][0], turn[-1][1]
    for said in found:
        if said.cue and said.sources and 0 <= min(said.cue[0], said.sources[0][0]) - end < 3:
            return said

    def block_of(piece: int) -> int:
        return bisect_right(blocks, spans[piece].start)

    before = [s for s in found if s.sources and s.at < start]
    last = max(before, key=lambda s: max(s.at, s.content[-1][0]), default=None)
    if last is None:
        return None
    end_of_last = max(last.at, last.content[-1][1] - 1)
    return last if block_of(start) - block_of(min(start, end_of_last)) <= 1 else None
