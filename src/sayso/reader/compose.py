"""From decoded pieces to drafts: each trigger with its voices, roles, places and times, still as words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from sayso.attribution.speakers import FIRST_PERSON
from sayso.model import Attribution, Draft, Mention, Quote, Span, TimeMention, Toponym, VoiceWords
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
NEAR_PLACE: Final = -1.0  # how strong a link to a place of the same sentence must be, where no other is linked
NAMED_TIME, OTHER_TIME = -1.0, 0.5  # the same of a time, where the text is said to name one, and else
# A claim is taken where the log odds of trigger and type together are at least this; what the vocabulary lists needs
# less. Tuned on real reports.
LEAST: Final = -0.5
IF_LISTED: Final = 1.0
LISTED: Final = 0.9  # as a score for confidence, which takes probabilities
BESIDE: Final = 1  # pieces between two words that are one trigger
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
    mention: Callable[[Span], Mention]
    is_listed: Callable[[Span, str], bool]
    last_times: tuple[Span, ...] = ()
    _where: Row = field(init=False)  # places and times, by where they stand
    _days: Row = field(init=False)
    _over: dict[int, list[Said]] = field(init=False)  # what is said over each trigger

    def __post_init__(self) -> None:
        named = [t.span for t in self.toponyms if t.kind == "place"]
        known = {at for s in named for at in range(s.start, s.end)}
        seen = [s for s in map(self.span, self.found["place"]) if known.isdisjoint(range(s.start, s.end))]
        self._where = Row(self.pieces.spans, [*named, *seen])
        self._days = Row(self.pieces.spans, [t.span for t in self.times])
        self._over = {at: [] for at, _ in self.found["trigger"]}
        for said in self.sayings:
            for at in {at for a, b in said.content for at in range(a, b) if at in self._over} if said.sources else ():
                self._over[at].append(said)

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
            speakers=tuple(self._party(p) for p in said.sources),
        )

    def drafts(self) -> tuple[Draft, ...]:
        """The claims of the page in reading order."""
        return tuple(d for t in self._triggers() if (d := self._draft(t)) is not None)

    def _triggers(self) -> list[Piece]:
        """The triggers; words of one type beside each other ("pull troops back", "launched its offensive") are one."""
        found: list[Piece] = []
        for trigger in self.found["trigger"]:
            if found and trigger[0] - found[-1][1] <= BESIDE and self._type(trigger) == self._type(found[-1]):
                found[-1] = (found[-1][0], trigger[1])
            else:
                found.append(trigger)
        return found

    def _type(self, trigger: Piece) -> int:
        return int(np.argmax(self.scores.choices["type"][slice(*trigger)].mean(0)))

    def _draft(self, trigger: Piece) -> Draft | None:
        at = trigger[0]
        span = self.span(trigger)
        number = bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1
        if number < 0 or span.start >= self.sentences[number].end:
            return None
        sentence = self.sentences[number]
        chosen, scores, reasons = self._choices(trigger)
        listed = self.is_listed(span, chosen["type"])
        if _log_odds(scores["trigger"] * scores["type"]) + listed * IF_LISTED < LEAST:
            return None
        scores["listed"] = LISTED if listed else 1 - LISTED
        start, end = window(at, len(self.pieces.ids))
        links = dict(zip(LINKS, self.scores.links(at, start, end), strict=True))
        voices, over = self._voices(trigger, links["voice"], start, chosen["act"])
        agents = tuple(self._party(p) for p in self._linked(links["agent"], start, "actor"))
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
            targets=tuple(self._party(p) for p in self._linked(links["target"], start, "actor")),
            places=self._places(links["place"], start, sentence),
            times=named,
            ongoing=ongoing,
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
            chances = np.exp(self.scores.choices[name][slice(*trigger)].mean(0))
            best, second = (int(i) for i in np.argsort(-chances)[:2])
            chosen[name], scores[name] = values[best], float(chances[best])
            if name in EXPLAINED:
                reasons[name] = f"{values[best]} {chances[best]:.2f}, or {values[second]} {chances[second]:.2f}"
        scores["trigger"] = float(np.exp(self.scores.tags[slice(*trigger), LAYERS.index("trigger"), 1].max()))
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
        over = sorted(self._over[trigger[0]], key=lambda s: (s.content[0][0] - s.content[-1][1], s.content[0][0]))
        told = [s for s in over if not self._is_own(s)]  # "We have seen reports", they say: no further voice
        if not told and over:
            first = bisect_left(self.sayings, over[0].at, key=lambda s: s.at)
            before = (s for s in reversed(self.sayings[:first]) if s.sources and not self._is_own(s))
            told = list(islice(before, 1)) or over
        voices = [
            VoiceWords(mention=self._party(p), cue=self.span(s.cue) if s.cue else None, level=level)
            for level, s in enumerate(told)
            for p in s.sources
        ]
        if voices:
            return tuple(voices), tuple(self.span(p) for p in over[-1].content)
        direct = [p for layer in ("source", "actor") for p in self._near(layer, start, len(links))]
        best = max(direct, key=lambda p: links[p[0] - start], default=None)
        if best is None or links[best[0] - start] < (LIKELY_VOICE if act == "assert" else POSSIBLE_VOICE):
            return (), ()
        return (VoiceWords(mention=self._party(best), cue=self.span(trigger), level=0),), ()

    def _is_own(self, said: Said) -> bool:
        """Whether a speaker names nobody but "I" or "we"."""
        return all(self.span(p).of(self.text).lower() in FIRST_PERSON for p in said.sources)

    def _party(self, piece: Piece) -> Mention:
        return self.mention(self.span(piece))

    def _linked(self, links: Floats, start: int, layer: str) -> list[Piece]:
        return [p for p in self._near(layer, start, len(links)) if links[p[0] - start] > 0]

    def _near(self, layer: str, start: int, length: int) -> list[Piece]:
        """The spans of a layer that begin within reach."""
        first = bisect_left(self.found[layer], (start, 0))
        return self.found[layer][first : bisect_left(self.found[layer], (start + length, 0))]

    def _places(self, links: Floats, start: int, sentence: Span) -> tuple[Span, ...]:
        ranked = self._where.ranked(links, start)
        linked = tuple(s for score, s in ranked[:MOST_PLACES] if score > 0)
        return linked or tuple(s for score, s in ranked if score > NEAR_PLACE and sentence.holds(s))[:1]

    def _when(self, choice: str, links: Floats, start: int) -> tuple[tuple[Span, ...], bool]:
        least = NAMED_TIME if choice == "named" else OTHER_TIME
        near = tuple(s for score, s in self._days.ranked(links, start) if score > least)[:1]
        if near and choice != "today":
            self.last_times = near
            return near, False
        if choice == "story":
            return self.last_times, False
        return (), choice == "today"


class Row:
    """Mentions of a page in the order of their pieces."""

    def __init__(self, pieces: Sequence[Span], mentions: Sequence[Span]) -> None:
        ends = [p.end for p in pieces]
        self._mentions = sorted((bisect_right(ends, s.start), bisect_right(ends, s.end - 1) + 1, s) for s in mentions)

    def ranked(self, links: Floats, start: int) -> list[tuple[float, Span]]:
        """The mentions that links from a piece can reach, by the best link to one of their pieces; `links` are those to
        the pieces from `start` on."""
        first = bisect_left(self._mentions, (start,))
        last = bisect_left(self._mentions, (start + len(links),))
        found = [(float(links[a - start : b - start].max()), s) for a, b, s in self._mentions[first:last]]
        return sorted(found, key=lambda f: (-f[0], f[1]))


def _log_odds(p: float) -> float:
    return float(np.log(max(p, 1e-6) / max(1 - p, 1e-6)))


def _sigmoid(x: float) -> float:
    return float(1 / (1 + np.exp(-x)))


def quote_of(text: str, content: Sequence[Span]) -> Quote:
    """How a content is given: in quotation marks as a whole, in part, or not."""
    words = " ".join(s.of(text) for s in content).strip(" ,.;:")
    if words[:1] in OPENING and words[-1:] in "\"”»'’":
        return "direct"
    return "mixed" if any(mark in words for mark in '"“”«»') else "indirect"
