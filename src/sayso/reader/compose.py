"""From decoded pieces to drafts: each trigger with its voices, roles, places, times and counts, still as words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np

from sayso.model import Attribution, CountMention, Draft, Mention, Quote, Span, TimeMention, Toponym, VoiceWords
from sayso.reader.decode import Piece, Said, window
from sayso.reader.labels import CHOICES, LAYERS, LINKS, ON_LAND

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.reader.encoder import Floats, Scores
    from sayso.reader.pieces import Pieces

OPENING: Final = "\"“«„‘'"
MOST_PLACES: Final = 4
# How strong a link to a voice outside of any attribution must be: an assertion mostly is the report's own word.
LIKELY_VOICE, POSSIBLE_VOICE = 1.5, -2.0
EXPLAINED: Final = ("type", "act", "polarity", "reality")


@dataclass(slots=True)
class Composer:
    """One page: its scores and spans in pieces, the mentions that rules found, and what carries on."""

    text: str
    pieces: Pieces
    scores: Scores
    found: dict[str, list[Piece]]
    sayings: Sequence[Said]
    sentences: Sequence[Span]
    toponyms: Sequence[Toponym]
    times: Sequence[TimeMention]
    counts: Sequence[CountMention]
    antecedent: Callable[[Span], Span | None]
    last_times: tuple[Span, ...] = ()

    def span(self, piece: Piece) -> Span:
        """The stretch of the page that some pieces cover, whole words."""
        start, end = self.pieces.spans[piece[0]].start, self.pieces.spans[piece[1] - 1].end
        while start > 0 and self.text[start].isalnum() and self.text[start - 1].isalnum():
            start -= 1
        while end < len(self.text) and self.text[end - 1].isalnum() and self.text[end].isalnum():
            end += 1
        return Span(start, end)

    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions of the page in the public form."""
        return tuple(self._attribution(s) for s in self.sayings)

    def _attribution(self, said: Said) -> Attribution:
        content = tuple(self.span(p) for p in said.content)
        return Attribution(
            source=tuple(self.span(p) for p in said.sources),
            cue=(self.span(said.cue),) if said.cue else (),
            content=content,
            quote=quote_of(self.text, content),
            speakers=tuple(self._mention(p) for p in said.sources),
        )

    def drafts(self) -> tuple[Draft, ...]:
        """The claims of the page in reading order."""
        return tuple(d for t in self.found["trigger"] if (d := self._draft(t)) is not None)

    def _draft(self, trigger: Piece) -> Draft | None:
        at = trigger[0]
        span = self.span(trigger)
        sentence = next((s for s in self.sentences if s.start <= span.start < s.end), None)
        if sentence is None:
            return None
        start, end = window(at, len(self.pieces.ids))
        links = dict(zip(LINKS, self.scores.links(at, start, end), strict=True))
        chosen, scores, reasons = self._choices(trigger)
        voices, over = self._voices(trigger, links["voice"], start, chosen["act"])
        agents = tuple(self._mention(p) for p in self._linked(links["agent"], start, "actor"))
        relation: Any = chosen["relation"]
        on_land = chosen["type"] in ON_LAND and relation != "none"
        named, ongoing = self._when(chosen["when"], links["time"], start)
        return Draft(
            sentence=sentence,
            trigger=span,
            type=chosen["type"],
            act=chosen["act"],  # type: ignore[arg-type]
            polarity=chosen["polarity"],  # type: ignore[arg-type]
            reality=chosen["reality"],  # type: ignore[arg-type]
            first=chosen["first"] == "yes",
            quote=quote_of(self.text, over) if over else None,
            content=over,
            voices=voices,
            agents=agents,
            targets=tuple(self._mention(p) for p in self._linked(links["target"], start, "actor")),
            places=self._places(links["place"], start),
            times=named,
            ongoing=ongoing,
            counts=self._counts(links["count"], start),
            territory=relation if on_land else None,
            holder=agents[0] if on_land and agents else None,
            how=reasons,
            scores=scores | self._role_scores(at, links, voices),
        )

    def _choices(self, trigger: Piece) -> tuple[dict[str, str], dict[str, float], dict[str, str]]:
        """What is told of a trigger, how likely each answer is, and the same in words, with the second best answer."""
        chosen, scores, reasons = {}, {}, {}
        for name, (layer, values) in CHOICES.items():
            if layer != "trigger":
                continue
            chances = np.exp(self.scores.choices[name][trigger[0]])
            best, second = (int(i) for i in np.argsort(-chances)[:2])
            chosen[name], scores[name] = values[best], float(chances[best])
            if name in EXPLAINED:
                reasons[name] = f"{values[best]} {chances[best]:.2f}, or {values[second]} {chances[second]:.2f}"
        scores["trigger"] = float(np.exp(self.scores.tags[trigger[0], LAYERS.index("trigger"), 1]))
        return chosen, scores, reasons

    def _role_scores(self, at: int, links: dict[str, Floats], voices: Sequence[VoiceWords]) -> dict[str, float]:
        """How likely the places and the voices of a trigger are: those that it has, or that it has none."""
        place = _sigmoid(float(links["place"].max()))
        voice = _sigmoid(float(links["voice"].max()))
        return {"place": max(place, 1 - place), "voice": voice if voices else 1 - voice}

    def _voices(
        self, trigger: Piece, links: Floats, start: int, act: str
    ) -> tuple[tuple[VoiceWords, ...], tuple[Span, ...]]:
        """The voices of a claim, outermost first, and the innermost content."""
        over = [s for s in self.sayings if s.sources and any(a <= trigger[0] < b for a, b in s.content)]
        over.sort(key=lambda s: (s.content[0][0] - s.content[-1][1], s.content[0][0]))
        voices = [
            VoiceWords(mention=self._mention(p), cue=self.span(s.cue) if s.cue else None, level=level)
            for level, s in enumerate(over)
            for p in s.sources
        ]
        if voices:
            return tuple(voices), tuple(self.span(p) for p in over[-1].content)
        direct = [p for p in (*self.found["source"], *self.found["actor"]) if 0 <= p[0] - start < len(links)]
        best = max(direct, key=lambda p: links[p[0] - start], default=None)
        if best is None or links[best[0] - start] < (LIKELY_VOICE if act == "assert" else POSSIBLE_VOICE):
            return (), ()
        return (VoiceWords(mention=self._mention(best), cue=self.span(trigger), level=0),), ()

    def _linked(self, links: Floats, start: int, layer: str) -> list[Piece]:
        return [p for p in self.found[layer] if 0 <= p[0] - start < len(links) and links[p[0] - start] > 0]

    def _mention(self, piece: Piece) -> Mention:
        span = self.span(piece)
        return Mention(span=span, antecedent=self.antecedent(span))

    def _referred(self, piece: Piece) -> Span | None:
        """The earlier mention that the encoder says some words stand for."""
        start, end = window(piece[0], len(self.pieces.ids))
        links = self.scores.links(piece[0], start, end)[LINKS.index("refer")]
        before = [p for p in (*self.found["source"], *self.found["actor"]) if start <= p[0] < piece[0]]
        best = max(before, key=lambda p: links[p[0] - start], default=None)
        return self.span(best) if best is not None and links[best[0] - start] > 0 else None

    def _piece_at(self, offset: int) -> int:
        """The piece at or after a character."""
        return bisect_right(self.pieces.spans, offset, key=lambda span: span.end)

    def _score(self, links: Floats, start: int, span: Span) -> float:
        """The best link to a piece of a mention."""
        a = self._piece_at(span.start) - start
        b = self._piece_at(span.end - 1) - start + 1
        inside = links[max(0, a) : max(0, b)]
        return float(inside.max()) if len(inside) else -99.0

    def _places(self, links: Floats, start: int) -> tuple[Span, ...]:
        named = [t.span for t in self.toponyms if t.kind == "place"]
        others = [s for s in map(self.span, self.found["place"]) if not any(s.touches(n) for n in named)]
        ranked = sorted((-self._score(links, start, s), s) for s in (*named, *others))
        return tuple(s for score, s in ranked[:MOST_PLACES] if score < 0)

    def _when(self, choice: str, links: Floats, start: int) -> tuple[tuple[Span, ...], bool]:
        ranked = sorted((-self._score(links, start, t.span), t.span) for t in self.times)
        near = tuple(s for score, s in ranked if score < (1.0 if choice == "named" else -0.5))[:2]
        if near and choice != "today":
            self.last_times = near[:1]
            return near[:1], False
        if choice == "story":
            return self.last_times, False
        return (), choice == "today"

    def _counts(self, links: Floats, start: int) -> tuple[CountMention, ...]:
        found = []
        for count in self.counts:
            if self._score(links, start, count.span) > 0:
                at = self._piece_at(count.start)
                kind: Any = CHOICES["kind"][1][int(np.argmax(self.scores.choices["kind"][at]))]
                found.append(msgspec.structs.replace(count, what=kind))
        return tuple(found)


def _sigmoid(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))


def quote_of(text: str, content: Sequence[Span]) -> Quote:
    """How a content is given: in quotation marks as a whole, in part, or not."""
    words = " ".join(s.of(text) for s in content).strip(" ,.;:")
    if words[:1] in OPENING and words[-1:] in "\"”»'’":
        return "direct"
    return "mixed" if any(mark in words for mark in '"“”«»') else "indirect"
