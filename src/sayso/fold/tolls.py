"""Tolls: how many, on whose word.

The rule. Of one claim each kind counts once, by its largest number: smaller ones are parts ("12 dead, among them 3
children"). Of one voice in one report the largest number counts, for the same reason. Of one voice the latest report
counts: tolls grow, and are corrected. Over the voices `low` is the lowest and `high` the highest number of any; `best`
is the number that most voices have in common and, where they differ, that of the voice which spoke last (of several on
that day the lower number). Numbers of a claim that names several places are those of all of them together: they count
for none. Denied numbers do not count. Low, best and high follow the practice of the UCDP (Sundberg and Melander 2013),
which keeps the most conservative, the most reliable and the highest estimate of each event; we rate no reliability, so
`best` goes by agreement and recency.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import cast

from sayso.fold.facet import Range, size
from sayso.fold.members import finest
from sayso.fold.stance import Word
from sayso.model import CountKind, EventToll, VoiceToll

COUNTED = ("killed", "wounded", "missing", "captured", "displaced", "detained", "launched", "intercepted")

type Said = tuple[date, Range, str]
"""The day of publication (date.max where unknown), the number, and the claim."""


def tolls_of(said: Sequence[Word]) -> tuple[EventToll, ...]:
    """The tolls of an event, in the order of `COUNTED`."""
    return tuple(toll for what in COUNTED if (toll := _toll(what, said)) is not None)


def _toll(what: str, said: Sequence[Word]) -> EventToll | None:
    by: dict[tuple[str, str | None], dict[str, Said]] = {}
    for word in said:
        number = _number(what, word)
        if number is None:
            continue
        reports = by.setdefault((word.speaker.voice, word.speaker.name), {})
        claim = word.facet.claim
        known = reports.get(claim.report)
        if known is None or size(number) > size(known[1]):
            reports[claim.report] = (word.facet.published or date.max, number, claim.id)
    voices = [_voice(voice, name, sorted(reports.values(), key=_order)) for (voice, name), reports in by.items()]
    if not voices:
        return None
    lows = [v.low if v.low is not None else v.high for v in voices]
    highs = [v.high if v.high is not None else v.low for v in voices]
    return EventToll(
        what=cast(CountKind, what),
        low=min(n for n in lows if n is not None),
        best=_best(voices),
        high=max(n for n in highs if n is not None),
        by=tuple(voices),
    )


def _number(what: str, word: Word) -> Range | None:
    if word.stance == "denies" or len(finest(word.facet.claim.places)) > 1:
        return None
    return word.facet.tolls.get(what)


def _voice(voice: str, name: str | None, told: Sequence[Said]) -> VoiceToll:
    day, (low, high), _ = told[-1]
    before = list(told[:-1])
    while before and before[-1][1] == (low, high):  # said again is no growth
        before.pop()
    return VoiceToll(
        voice=voice,
        name=name,
        low=low,
        high=high,
        day=_known(day),
        claims=tuple(dict.fromkeys(claim for _, _, claim in told)),
        history=tuple((_known(d), a, b) for d, (a, b), _ in before),
    )


def _best(voices: Sequence[VoiceToll]) -> int | None:
    """The number that most voices give; of several such that of the latest voice, then the lower."""
    numbers = [(n, v.day or date.max) for v in voices if (n := v.low if v.low is not None else v.high) is not None]
    times = Counter(n for n, _ in numbers)
    return max(numbers, key=lambda each: (times[each[0]], each[1], -each[0]))[0] if numbers else None


def _order(said: Said) -> tuple[date, int, str]:
    return said[0], size(said[1]), said[2]


def _known(day: date) -> date | None:
    return None if day == date.max else day
