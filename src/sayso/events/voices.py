"""Whose word a stretch of text is: the attributions whose content holds it, outermost first."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Attribution, Span, VoiceWords


def attributions_over(span: Span, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose content holds a span, outermost (longest content) first."""
    holding = [a for a in attributions if any(piece.holds(span) for piece in a.content)]
    return sorted(holding, key=lambda a: (-_reach(a), a.cue[0].start if a.cue else a.content[0].start))


def _reach(attribution: Attribution) -> int:
    return sum(len(piece) for piece in attribution.content)


def voices_of(over: Sequence[Attribution]) -> tuple[VoiceWords, ...]:
    """The voices of nested attributions; those that speak together share a level. An attribution without a named source
    ("reportedly") has no voice."""
    named = [a for a in over if a.speakers]
    return tuple(
        VoiceWords(mention=speaker, cue=a.cue[0] if a.cue else None, level=level)
        for level, a in enumerate(named)
        for speaker in a.speakers
    )
