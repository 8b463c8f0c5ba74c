"""Whose word a stretch of text is: the attributions whose content holds it, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution, Mention, Span, VoiceWords


def attributions_over(span: Span, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose content holds a span, outermost (longest content) first."""
    holding = [a for a in attributions if any(piece.holds(span) for piece in a.content)]
    return sorted(holding, key=lambda a: (-_reach(a), a.cue[0].start if a.cue else a.content[0].start))


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
