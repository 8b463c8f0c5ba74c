"""From scores to spans, links and choices. Only legal answers: B before I, contents in one stretch around their cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np

from sayso.reader.encoder import log_softmax
from sayso.reader.labels import LAYERS, LINKS

if TYPE_CHECKING:
    from sayso.reader.encoder import Floats, Scores

REACH_BACK: Final = 220  # pieces that a link reaches back, and ahead
REACH_AHEAD: Final = 160
CANDIDATES: Final = 10  # beginnings and ends that are tried for a content
INSIDE_WEIGHT: Final = 0.15  # of one piece inside a content, against its beginning and end
MIN_LOG: Final = -30.0
UNLINKED: Final = -1.5  # below this no source is linked
IN_ROW: Final = 3  # pieces between two sources that speak together: ", and"

type Piece = tuple[int, int]


class Said(msgspec.Struct, frozen=True):
    """An attribution in pieces: its anchor (a cue, or None and the first piece of a bare quotation), its sources, its
    content, and the probability of the anchor."""

    cue: Piece | None
    sources: tuple[Piece, ...]
    content: tuple[Piece, ...]
    sure: float

    @property
    def at(self) -> int:
        """The piece of the anchor."""
        return (self.cue or self.content[0])[0]


def spans(scores: Scores, bias: dict[str, float]) -> dict[str, list[Piece]]:
    """The spans of every layer: the most likely tags where I follows only B or I (Viterbi). `bias` is added to B and
    I of a layer: above 0 finds more."""
    n = len(scores.tags)
    if not n:
        return {name: [] for name in LAYERS}
    shift = np.array([bias.get(name, 0.0) for name in LAYERS], dtype=np.float32)
    local = scores.tags + np.stack([np.zeros_like(shift), shift, shift], axis=-1)
    best = local[0] + np.array([0.0, 0.0, MIN_LOG], dtype=np.float32)  # no I without B
    back = np.zeros((n, len(LAYERS), 3), dtype=np.int8)
    for i in range(1, n):
        from_any = best.max(-1)
        back[i, :, 0] = back[i, :, 1] = best.argmax(-1)
        inner = best[:, 1:].argmax(-1)
        back[i, :, 2] = inner + 1
        into = np.stack([from_any, from_any, best[np.arange(len(LAYERS)), inner + 1]], axis=-1)
        best = into + local[i]
    tags = np.zeros((n, len(LAYERS)), dtype=np.int8)
    tags[-1] = best.argmax(-1)
    for i in range(n - 1, 0, -1):
        tags[i - 1] = back[i, np.arange(len(LAYERS)), tags[i]]
    return {name: _runs(tags[:, k].tolist()) for k, name in enumerate(LAYERS)}


def _runs(tags: Sequence[int]) -> list[Piece]:
    found: list[Piece] = []
    for i, tag in enumerate(tags):
        if tag == 1:
            found.append((i, i + 1))
        elif tag == 2 and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
    return found


def said(scores: Scores, found: dict[str, list[Piece]]) -> list[Said]:
    """The attributions of a page, one for every cue and every bare quotation, in reading order."""
    anchors = [(cue, cue) for cue in found["cue"]] + [(bare, None) for bare in found["bare"]]
    answers = []
    for at, cue in sorted(anchors, key=lambda a: a[0]):
        layer = LAYERS.index("cue" if cue else "bare")
        start, end = window(at[0], len(scores.tags))
        links = scores.links(at[0], start, end)
        sources = _sources(links[LINKS.index("source")], start, found["source"])
        content = _content(links, start, at[0], [*sources, *([cue] if cue else [])])
        if content:
            answers.append(Said(cue, sources, content, float(np.exp(scores.tags[at[0], layer, 1]))))
    return answers


def window(at: int, n: int) -> Piece:
    """The pieces that a link from piece `at` can reach."""
    return max(0, at - REACH_BACK), min(n, at + REACH_AHEAD)


def _sources(scores: Floats, start: int, spans: Sequence[Piece]) -> tuple[Piece, ...]:
    """The source that an anchor is most likely linked to, and those likely ones that stand in a row with it."""
    near = [(float(scores[s[0] - start]), s) for s in spans if 0 <= s[0] - start < len(scores)]
    best = max(near, default=(UNLINKED, (0, 0)))
    if best[0] <= UNLINKED:
        return ()
    row = [best[1]]
    for score, s in sorted(near, key=lambda n: n[1]):
        if score > 0 and s not in row and any(0 <= s[0] - r[1] <= IN_ROW or 0 <= r[0] - s[1] <= IN_ROW for r in row):
            row.append(s)
    return tuple(sorted(row))


def _content(links: Floats, start: int, anchor: int, apart: Sequence[Piece]) -> tuple[Piece, ...]:
    """The content of an anchor, in one piece or around the pieces that stand apart (source and cue)."""
    inside = np.clip(links[LINKS.index("inside")], -6, 6)
    free = np.ones(len(inside), dtype=bool)
    for a, b in apart:
        free[max(0, a - start) : max(0, b - start)] = False
    begin, end = (log_softmax(np.where(free, links[LINKS.index(name)], MIN_LOG)) for name in ("begin", "end"))
    sums = np.concatenate([[0.0], np.cumsum(np.where(free, inside, 0.0))])
    best, chosen = -np.inf, None
    for b in np.argsort(-begin)[:CANDIDATES]:
        for e in np.argsort(-end)[:CANDIDATES]:
            if b <= e:
                score = begin[b] + end[e] + INSIDE_WEIGHT * (sums[e + 1] - sums[b])
                if score > best:
                    best, chosen = score, (int(b), int(e) + 1)
    if chosen is None:
        return ()
    b, e = chosen
    out = [i for i in range(b, e) if not free[i]]
    if not out:
        return ((start + b, start + e),)
    left, right = out[0], out[-1] + 1
    while left > b and inside[left - 1] < 0:  # "on Monday", "a spokesman," beside the cue
        left -= 1
    while right < e and inside[right] < 0:
        right += 1
    return tuple((start + x, start + y) for x, y in ((b, left), (right, e)) if x < y)
