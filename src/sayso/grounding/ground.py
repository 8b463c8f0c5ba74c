"""Join the look-ups: a reading in, its annotation and claims out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from sayso.grounding.actors import ActorGrounder, Role, Scene, actor_mention
from sayso.grounding.confidence import confidences
from sayso.grounding.countries import alpha3
from sayso.grounding.days import when
from sayso.grounding.gazetteer import Gazetteer
from sayso.grounding.place_words import is_sized, place_before, place_of_title
from sayso.grounding.places import resolve_places
from sayso.grounding.sides import FORCEFUL, Sides
from sayso.model import (
    ActorMention,
    Annotation,
    AttributionSpans,
    Claim,
    Draft,
    Holder,
    Mention,
    PlaceMention,
    Reading,
    Span,
    Territory,
    TimeMention,
    Voice,
    VoiceWords,
    When,
    Words,
    content_id,
)

PRECISION = {"settlement": 0, "admin2": 1, "area": 2, "admin1": 2, "country": 3, None: 4}


class Grounder:
    """Looks words up in the gazetteer and the lexicon of actors."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._actors = ActorGrounder()

    def ground(self, reading: Reading) -> tuple[Annotation, tuple[Claim, ...]]:
        """What stands on a page, and its claims."""
        page = self._page(reading)
        claims = page.claims()
        crowd = Counter(c.sentence.start for c, _ in claims)
        sure = tuple(_sure(c, confidences(c, crowd[c.sentence.start], d.scores)) for c, d in claims)
        return page.annotation(), sure

    def graded(self, reading: Reading) -> tuple[tuple[Claim, dict[str, float]], ...]:
        """The claims of a page, each with the scores of its reader: what confidence is fitted on."""
        return tuple((claim, draft.scores) for claim, draft in self._page(reading).claims())

    def _page(self, reading: Reading) -> _Page:
        places = resolve_places(reading.page, reading.toponyms, self._gazetteer)
        countries = Counter(p.country for p in places if p.country and p.kind == "place")
        story = tuple(code for two, _ in countries.most_common(3) if (code := alpha3(two)))
        scene = Scene(story=story, day=reading.page.day)
        sides = Sides(reading, self._actors)
        return _Page(reading, self._actors, self._gazetteer, places, _scenes(reading, places), scene, sides)


@dataclass(frozen=True, slots=True)
class _Page:
    """One reading with its places, those of them that "the city" can stand for, its scene, and who spoke last."""

    reading: Reading
    actors: ActorGrounder
    gazetteer: Gazetteer
    places: tuple[PlaceMention, ...]
    scenes: tuple[PlaceMention, ...]
    scene: Scene
    sides: Sides

    @property
    def text(self) -> str:
        return self.reading.page.text

    def claims(self) -> list[tuple[Claim, Draft]]:
        """The claims, without confidence, beside what they were made of."""
        return list(_unique((self.claim(draft), draft) for draft in self.reading.drafts))

    def annotation(self) -> Annotation:
        reading = self.reading
        return Annotation(
            report=reading.page.report.id,
            attributions=tuple(
                AttributionSpans(source=a.source, cue=a.cue, content=a.content, quote=a.quote)
                for a in reading.attributions
                if a.content
            ),
            places=self.places,
            times=reading.times,
            actors=tuple(self._party(m, "party", self.scene) for m in reading.actors),
            counts=reading.counts,
        )

    def claim(self, draft: Draft) -> Claim:
        page = self.reading.page
        places = self._places(draft)
        scene = self._scene_at(places)
        role: Role = "force" if draft.type in FORCEFUL else "party"
        voices = tuple(self._voice(v, scene) for v in draft.voices)
        own = _own_side(scene, voices) if role == "force" else scene
        agents = tuple(self._party(m, role, own) for m in draft.agents)
        sentence, trigger = self._words(draft.sentence), self._words(draft.trigger)
        innermost = voices[-1].text if voices else None
        at = (page.report.id, page.report.published, page.part, draft.trigger.start, draft.trigger.end)
        return Claim(
            id=content_id("c", *at, sentence.text, draft.type, draft.act, innermost),
            report=page.report.id,
            part=page.part,
            sentence=sentence,
            trigger=trigger,
            type=draft.type,
            act=draft.act,
            polarity=draft.polarity,
            reality=draft.reality,
            first=draft.first,
            quote=draft.quote,
            content=draft.content,
            voices=voices,
            agents=agents,
            targets=tuple(self._party(m, "party", scene) for m in draft.targets),
            places=places,
            time=self._when(draft),
            counts=draft.counts,
            territory=self._territory(draft, places, own),
            confidence=0.0,
            how=draft.how | _reasons(draft, voices, places),
            published=page.report.published.isoformat() if page.report.published else None,
            outlet=page.report.outlet,
        )

    def _words(self, span: Span) -> Words:
        return Words(start=span.start, end=span.end, text=span.of(self.text))

    def _places(self, draft: Draft) -> tuple[PlaceMention, ...]:
        """The resolved places of a claim, most precise first. Where none of its names is in the gazetteer, the last
        place before them that is more than a country stands in: villages lie where the story is. "The village" alone
        stands for a place of its size or for none."""
        wanted = set(draft.places)
        known = [p for p in self.places if p.id is not None and p.kind == "place"]
        found = [p for p in known if p.span in wanted]
        unnamed = wanted - {p.span for p in self.places}
        found += [p for span in unnamed if (p := self._unnamed(span)) is not None]
        if not found and any(span not in unnamed or not is_sized(span.of(self.text)) for span in wanted):
            found = [p for p in known if p.span < min(wanted) and p.level != "country"][-1:]
        return tuple(sorted(found, key=lambda p: (PRECISION[p.level], p.start)))

    def _unnamed(self, span: Span) -> PlaceMention | None:
        """The place that "the city" or "there" stands for."""
        before = place_before(span, self.text, self.scenes, self.gazetteer)
        title = self.reading.page.report.title
        if before is not None or not title:
            return before
        countries = {p.country for p in self.places if p.country is not None}
        return place_of_title(span, self.text, title, countries, self.gazetteer)

    def _scene_at(self, places: Sequence[PlaceMention]) -> Scene:
        country = next((code for p in places if (code := alpha3(p.country))), None)
        return Scene(country=country, story=self.scene.story, day=self.scene.day)

    def _party(self, mention: Mention, role: Role, scene: Scene) -> ActorMention:
        return actor_mention(self.text, mention.span, self.actors.of(mention, self.text, role, scene))

    def _voice(self, voice: VoiceWords, scene: Scene) -> Voice:
        span = voice.mention.span
        actor = self.actors.of(voice.mention, self.text, "voice", replace(scene, side=self.sides.before(span.start)))
        return Voice(
            start=span.start,
            end=span.end,
            text=span.of(self.text),
            country=actor.country,
            sector=actor.sector,
            name=actor.name,
            id=actor.id,
            cue=self._words(voice.cue) if voice.cue else None,
            level=voice.level,
        )

    def _when(self, draft: Draft) -> When | None:
        by_span: dict[Span, TimeMention] = {t.span: t for t in self.reading.times}
        mentions = [by_span[s] for s in draft.times if s in by_span]
        return when(mentions, self.reading.page.day, None, draft.ongoing)

    def _territory(self, draft: Draft, places: Sequence[PlaceMention], scene: Scene) -> Territory | None:
        if draft.territory is None:
            return None
        if draft.holder is not None:
            actor = self.actors.of(draft.holder, self.text, "voice" if draft.type == "sovereignty" else "force", scene)
            holder = Holder(country=actor.country, sector=actor.sector)
        else:
            holder = Holder(country=None, sector="UNK")
        return Territory(holder=holder, relation=draft.territory, place=0 if places else None)


def _scenes(reading: Reading, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The resolved places that name no speaker, in linear time: their characters against those of all sources."""
    spoken = {at for a in reading.attributions for piece in a.source for at in range(piece.start, piece.end)}
    return tuple(
        p
        for p in places
        if p.id is not None and p.kind == "place" and not any(at in spoken for at in range(p.start, p.end))
    )


def _own_side(scene: Scene, voices: Sequence[Voice]) -> Scene:
    """The scene for forces that are named without a country: an army that speaks means its own."""
    if voices and voices[-1].sector == "MIL" and voices[-1].country:
        return replace(scene, country=voices[-1].country)
    return scene


def _reasons(draft: Draft, voices: Sequence[Voice], places: Sequence[PlaceMention]) -> dict[str, str]:
    """A short reason a field, for people."""
    reasons = {}
    if voices:
        voice = voices[-1]
        cue = f"cue “{voice.cue.text}”" if voice.cue else "a quotation without a cue"
        reasons["attribution"] = f"{cue} of “{voice.text}”, read as {voice.id}"
    else:
        reasons["attribution"] = "no voice is named: the report's own word"
    if places:
        first = places[0]
        where = "in this sentence" if draft.sentence.holds(first.span) else "told of before"
        reasons["places"] = f"“{first.text}” is {first.name} ({first.confidence:.2f}), {where}"
    return reasons


def _sure(claim: Claim, chances: dict[str, float]) -> Claim:
    """The claim with how likely it is right, as a whole and by field."""
    whole = chances.pop("whole", 0.0)
    return replace(claim, confidence=whole, sure=chances)


def _unique(claims: Iterable[tuple[Claim, Draft]]) -> Iterable[tuple[Claim, Draft]]:
    """Each claim once: the same words can be reached over two ways."""
    seen: set[str] = set()
    for claim, draft in claims:
        if claim.id not in seen:
            seen.add(claim.id)
            yield claim, draft
