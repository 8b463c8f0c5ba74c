"""Whose word a stretch of text is: the attributions whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution, Mention, Span, VoiceWords


def chains_over(span: Span, attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    """The attributions whose content holds a span, as chains: each from the outermost to the innermost.

    One is within another where its cue or source stands in the other's content. Two that hold the span apart from each
    other ("it demanded recognition, something Kyiv rules out") are chains of their own. [[]] where nobody says it.
    What somebody demands is not said by whom it is demanded of ("demanded that Kyiv agree"): the chain ends there.
    """
    holding = [a for a in attributions if any(piece.holds(span) for piece in a.content)]
    holding.sort(key=lambda a: (-_reach(a), a.cue[0].start if a.cue else a.content[0].start))
    innermost = [a for a in holding if not any(_within(b, a) for b in holding)]
    chains = [_ended([b for b in holding if b is a or _within(a, b)]) for a in innermost]
    return chains or ([holding] if holding else [[]])


def denied_apart(chain: list[Attribution]) -> list[list[Attribution]]:
    """A chain in which somebody denies what another says, as two: the denial, and the other's own word, where that
    other is named. "The army denied the rebels' claim that ..." is a denial by the army and an assertion by the rebels.
    """
    at = next((n for n, a in enumerate(chain[:-1]) if a.act == "deny"), None)
    if at is None:
        return [chain]
    inner = [a for a in chain[at + 1 :] if any(s.span not in a.cue for s in a.speakers)]
    return [chain[: at + 1], *([chain[:at] + inner] if inner else [])]


def _within(inner: Attribution, outer: Attribution) -> bool:
    marks = (*inner.cue, *inner.source)
    return inner is not outer and any(piece.holds(mark) for piece in outer.content for mark in marks)


def _ended(chain: list[Attribution]) -> list[Attribution]:
    for at, a in enumerate(chain):
        if a.act == "demand":
            return chain[: at + 1]
    return chain


def _reach(attribution: Attribution) -> int:
    return sum(len(piece) for piece in attribution.content)


def voices_of(over: Sequence[Attribution]) -> tuple[VoiceWords, ...]:
    """The voices of nested attributions; those that speak together share a level. An attribution without a named source
    ("reportedly") has no voice, and one within the same voice's words ("We reject this", he said) is no further one."""
    voices: list[VoiceWords] = []
    level = 0
    for a in over:
        before = {_who(v.mention) for v in voices}
        new = [s for s in a.speakers if _who(s) not in before]
        if not new:
            continue
        cue = a.cue[0] if a.cue else None
        voices += [VoiceWords(mention=speaker, cue=cue, level=level) for speaker in new]
        level += 1
    return tuple(voices)


def _who(mention: Mention) -> Span:
    return mention.antecedent or mention.span
