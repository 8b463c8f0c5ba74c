"""A guest's answer against the report: only what stands there, character by character, is taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from sayso.mentions.numbers import find_numbers
from sayso.model import CountMention, Draft, Mention, Span, TimeMention, VoiceWords
from sayso.reader.labels import ACTS, KINDS, ON_LAND, RELATIONS, TYPES


class Voice(msgspec.Struct, frozen=True):
    """A voice in an answer."""

    text: str
    cue: str | None = None
    stands_for: str | None = None


class Count(msgspec.Struct, frozen=True):
    """A number in an answer."""

    text: str
    what: str


class Told(msgspec.Struct, frozen=True):
    """One claim of an answer, as it came."""

    sentence: str
    trigger: str
    type: str
    act: str = "assert"
    polarity: str = "affirmed"
    reality: str = "actual"
    voices: tuple[Voice, ...] = ()
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None
    today: bool = False
    counts: tuple[Count, ...] = ()
    relation: str = "none"
    first: bool = False


class Check:
    """One page: finds the words of answers in it, and counts what is dropped, by reason."""

    def __init__(self, text: str, sentences: Sequence[Span], times: Sequence[TimeMention]) -> None:
        self._text = text
        self._sentences = sentences
        self._times = times
        self.dropped: Counter[str] = Counter()

    def drafts(self, answer: str, within: Span) -> tuple[list[Draft], set[Span]]:
        """The claims of an answer about some words of the page, and the places that they name."""
        drafts: list[Draft] = []
        places: set[Span] = set()
        for told in self._told(answer):
            draft = self._draft(told, within)
            if draft is not None:
                drafts.append(draft)
                places.update(draft.places)
        return drafts, places

    def _told(self, answer: str) -> Iterable[Told]:
        bare = re.sub(r"\A\s*```(?:json)?|```\s*\Z", "", answer)
        try:
            content: Any = msgspec.json.decode(bare.encode())
            claims = content["claims"]
        except (msgspec.DecodeError, KeyError, TypeError):
            self.dropped["answers that are no JSON of the form"] += 1
            return
        for each in claims if isinstance(claims, list) else ():
            try:
                told = msgspec.convert(each, Told)
            except msgspec.ValidationError:
                self.dropped["claims of another form"] += 1
                continue
            known = told.type in TYPES and told.act in ACTS and told.relation in RELATIONS
            known = known and told.polarity in ("affirmed", "negated")
            if known and told.reality in ("actual", "planned", "possible"):
                yield told
            else:
                self.dropped["claims with unknown values"] += 1

    def _draft(self, told: Told, within: Span) -> Draft | None:
        sentence = self._find(told.sentence, within.start, within)
        trigger = self._find(told.trigger, sentence.start, sentence) if sentence else None
        if sentence is None or trigger is None:
            self.dropped["claims whose sentence or trigger is not in the report"] += 1
            return None
        whole = next((s for s in self._sentences if s.start <= trigger.start < s.end), sentence)
        near = self._near(trigger.start)
        voices = []
        for level, voice in enumerate(told.voices):
            span = near(voice.text, "voices")
            if span is not None:
                cue = near(voice.cue, "cues") if voice.cue else None
                other = near(voice.stands_for, "antecedents") if voice.stands_for else None
                voices.append(VoiceWords(mention=Mention(span=span, antecedent=other), cue=cue, level=level))
        agents = _mentions(near(a, "agents") for a in told.agents)
        on_land = told.type in ON_LAND and told.relation != "none"
        return Draft(
            sentence=whole,
            trigger=trigger,
            type=told.type,
            act=told.act,  # type: ignore[arg-type]
            polarity=told.polarity,  # type: ignore[arg-type]
            reality=told.reality,  # type: ignore[arg-type]
            first=told.first,
            voices=tuple(voices),
            agents=agents,
            targets=_mentions(near(t, "targets") for t in told.targets),
            places=tuple(span for p in told.places if (span := near(p, "places")) is not None),
            times=self._time(near(told.time, "times")) if told.time else (),
            ongoing=told.today,
            counts=tuple(c for count in told.counts if (c := self._count(count, near)) is not None),
            territory=told.relation if on_land else None,  # type: ignore[arg-type]
            holder=agents[0] if on_land and agents else None,
            how={"type": f"a language model reads “{told.trigger}” as {told.type}"},
        )

    def _near(self, at: int) -> Callable[[str, str], Span | None]:
        """Finds words of a claim, the place nearest to its trigger."""

        def near(words: str, what: str) -> Span | None:
            found = [Span(m.start(), m.end()) for m in re.finditer(re.escape(words), self._text)] if words else []
            if not found:
                self.dropped[f"{what} that are not in the report"] += 1
            return min(found, key=lambda s: abs(s.start - at), default=None)

        return near

    def _find(self, words: str, at: int, within: Span) -> Span | None:
        start = self._text.find(words, at, within.end) if words else -1
        return Span(start, start + len(words)) if start >= 0 else None

    def _time(self, span: Span | None) -> tuple[Span, ...]:
        return tuple(t.span for t in self._times if span is not None and t.span.touches(span))

    def _count(self, count: Count, near: Callable[[str, str], Span | None]) -> CountMention | None:
        span = near(count.text, "counts")
        if span is None or count.what not in KINDS:
            return None
        number = next(iter(find_numbers(span.of(self._text))), None)
        if number is None:
            self.dropped["counts that are no numbers"] += 1
            return None
        low, high = (None if x is None else int(x) for x in (number.low, number.high))
        return CountMention(start=span.start, end=span.end, text=count.text, what=count.what, low=low, high=high)  # type: ignore[arg-type]


def _mentions(spans: Iterable[Span | None]) -> tuple[Mention, ...]:
    return tuple(Mention(span=s) for s in spans if s is not None)
