"""Join the rules of this folder: what happened, how it is put, whose word it is, who, where, when and how many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from sayso.attribution.references import References
from sayso.events import links, roles, stance, syntax
from sayso.events.asides import aside_of
from sayso.events.echoes import echoes, reaches_back
from sayso.events.scenes import can_hold, named_before, stands_for_party, tells_where
from sayso.events.statements import silences, statements
from sayso.events.story import Story
from sayso.events.triggers import Trigger, find_triggers
from sayso.events.voices import chains_over, denied_apart, voices_of
from sayso.language.parse import Parse, sentences, span_of
from sayso.model import Attribution, CountMention, Draft, Mention, Span, TimeMention, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


OURS = ("we", "our ", "ours", "us ")


@dataclass(frozen=True, slots=True)
class Found:
    """What the earlier stages found on a page."""

    attributions: Sequence[Attribution]
    toponyms: Sequence[Toponym] = ()
    times: Sequence[TimeMention] = ()
    counts: Sequence[CountMention] = ()


@dataclass(slots=True)
class Extraction:
    """One pass over a page; `story` is what carries on from sentence to sentence."""

    parse: Parse
    found: Found
    references: References
    story: Story = field(default_factory=Story)

    def drafts(self) -> tuple[Draft, ...]:
        """The claims of the page in reading order, their mentions still words."""
        page: list[Draft] = []
        for sentence in sentences(self.parse.doc):
            page += self._sentence(sentence, page)
        return tuple(page)

    def _sentence(self, sentence: Tokens, told: Sequence[Draft]) -> list[Draft]:
        span = span_of(sentence)
        said = [a for a in self.found.attributions if any(p.touches(span) for p in (*a.content, *a.cue))]
        said = [a for a in said if not reaches_back(a, span)]
        framed = self._words_of(piece for a in said for piece in (*a.source, *a.cue))
        named = self._words_of(t.span for t in self.found.toponyms if t.kind == "place" and span.holds(t.span))
        triggers = find_triggers(sentence, named)
        triggers = [t for t in triggers if t.token.i not in framed or t.type in {"talks", "sovereignty"}]
        triggers = self.story.typed(triggers)
        counts = links.counts_of(self.parse.doc, triggers, _inside(span, self.found.counts))
        where = self._places(span, sentence, named)
        places = links.places_of(self.parse.doc, triggers, where, framed)
        first = links.taken_by(stance.firsts(sentence), triggers)
        drafts = [
            self._draft(sentence, t, over, counts[t.token.i], places[t.token.i], first=t in first)
            for t in triggers
            for over in self._chains(t.token, said)
        ]
        drafts += silences(self.parse, sentence, said)
        pointing = list(echoes(self.parse, sentence, said, told))
        drafts += [draft for _, draft in pointing]
        plain = [a for a in said if all(a is not echo for echo, _ in pointing)]
        rest = statements(self.parse, sentence, plain, [d.trigger for d in drafts])
        drafts += [self._located(d, where, framed, sentence) for d in rest]
        return sorted((self._carried_on(d) for d in drafts), key=lambda d: d.trigger)

    def _carried_on(self, draft: Draft) -> Draft:
        """The draft with what the story gives it; what merely stands in an aside is apart from the story."""
        head = links.head_of(self.parse.doc, draft.trigger)
        return draft if head is not None and aside_of(head) is not None else self.story.remember(draft)

    def _draft(
        self,
        sentence: Tokens,
        trigger: Trigger,
        over: Sequence[Attribution],
        counts: Sequence[CountMention],
        places: Sequence[Span],
        first: bool,
    ) -> Draft:
        token = trigger.token
        over, untrue = self._weighed(over)
        voices = tuple(msgspec.structs.replace(v, mention=self._resolved(v.mention)) for v in voices_of(over))
        outside = self._outside(over)
        how = stance.reality(token, outside)
        negated = (stance.polarity(token, outside) == "negated") != (untrue and not over)
        speaker = voices[-1].mention if voices else None
        agents = tuple(self._mention(t, speaker) for t in roles.agents_of(trigger))
        act = over[-1].act if over else "assert"
        if over and act != "no_response":
            own = _is_own(agents, speaker, self.parse.page.text)
            to_come = stance.ahead(token, outside)
            act = stance.act_of(act, own=own, under_demand=stance.demanded(token), to_come=to_come)
            act = "deny" if untrue else act
        if act in stance.NOT_YET and how == "actual":
            how = "planned"
        relation = roles.relation_of(trigger, negated)
        return Draft(
            sentence=span_of(sentence),
            trigger=Span(trigger.words[0].idx, span_of(trigger.words[-1]).end),
            type=trigger.type,
            act=act,
            polarity="negated" if negated else "affirmed",
            reality=how,
            first=first,
            quote=over[-1].quote if over else None,
            content=over[-1].content if over else (),
            voices=voices,
            agents=agents,
            targets=tuple(map(self._mention, roles.targets_of(trigger))),
            places=tuple(p for p in places if can_hold(trigger, links.head_of(self.parse.doc, p))),
            times=self._times(sentence, token, over, trigger.type),
            ongoing=how == "actual" and _is_present(token),
            counts=tuple(counts),
            territory=relation,
            holder=agents[0] if relation and agents else None,
            how={"type": f"“{sentence.doc[trigger.words[0].i : trigger.words[-1].i + 1].text}” names {trigger.type}"},
        )

    def _weighed(self, over: Sequence[Attribution]) -> tuple[Sequence[Attribution], bool]:
        """A chain less a claim that those above it say is not so, and whether there is one."""
        for at, a in enumerate(over):
            noun = links.head_of(self.parse.doc, a.cue[0]) if a.cue else None
            if noun is not None and noun.pos_ == "NOUN" and stance.is_untrue(noun):
                return over[:at], True
        return over, False

    def _located(self, draft: Draft, places: Sequence[Span], framed: frozenset[int], sentence: Tokens) -> Draft:
        """A statement with the places that its words name after "in", "near" and the like, and with its times."""
        doc = self.parse.doc
        head = links.head_of(doc, draft.trigger)
        aside = aside_of(head) if head is not None else None
        kept = []
        for place in places:
            word = links.head_of(doc, place)
            inside = any(piece.holds(place) for piece in draft.content)
            if word is None or not inside or word.i in framed or aside_of(word) != aside:
                continue
            if tells_where(word):
                kept.append(place)
        over = [a for a in self.found.attributions if a.content == draft.content][-1:]
        times = self._times(sentence, head, over, draft.type) if head is not None else ()
        return msgspec.structs.replace(draft, places=tuple(kept), times=times)

    def _chains(self, token: Token, said: Sequence[Attribution]) -> list[list[Attribution]]:
        """The chains of attributions that bear on a happening, each once."""
        over = [part for chain in chains_over(span_of(token), said) for part in denied_apart(chain)]
        chains = [self._bearing(token, chain) for chain in over]
        return [chain for at, chain in enumerate(chains) if chain not in chains[:at]]

    def _bearing(self, token: Token, chain: list[Attribution]) -> list[Attribution]:
        """A chain without the attributions to whose content the happening is a mere aside."""
        kept = list(chain)
        while kept and kept[-1].quote != "direct":
            outside = self._outside(kept[-1:])
            wanted = kept[-1].act in stance.NOT_YET | {"deny"}
            if stance.is_aside(token, outside) or (wanted and stance.is_adjunct(token, outside)):
                kept.pop()
            else:
                break
        return kept

    def _mention(self, token: Token, speaker: Mention | None = None) -> Mention:
        """A party with what it stands for; "we" and "our troops" are the speaker's."""
        mention = Mention(span=roles.phrase_of(token))
        if speaker is not None and mention.span.of(self.parse.page.text).lower().startswith(OURS):
            return Mention(span=mention.span, antecedent=speaker.antecedent or speaker.span)
        return self._resolved(mention)

    def _resolved(self, mention: Mention) -> Mention:
        """A mention with what it stands for; of "its forces" that is whom "its" stands for."""
        if mention.antecedent is not None:
            return mention
        found = self.references.antecedent(mention.span)
        first = links.first_of(self.parse.doc, mention.span)
        if found is None and first is not None and first.tag_ == "PRP$":
            found = self.references.antecedent(span_of(first))
        return Mention(span=mention.span, antecedent=found)

    def _words_of(self, spans: Iterable[Span]) -> frozenset[int]:
        doc = self.parse.doc
        found: set[int] = set()
        for span in spans:
            words = doc.char_span(span.start, span.end, alignment_mode="expand")
            if words is not None:
                found.update(range(words.start, words.end))
        return frozenset(found)

    def _outside(self, over: Sequence[Attribution]) -> frozenset[int]:
        """The words that put the content in somebody's mouth: how the happening is put ends below them."""
        return self._words_of(piece for a in over for piece in (*a.source, *a.cue))

    def _places(self, span: Span, sentence: Tokens, named: frozenset[int]) -> list[Span]:
        """The places of a sentence where something can happen, also "the city" told of before: no peoples, and no
        states that act."""
        kept = [span_of(word) for word in named_before(sentence, named)]
        for toponym in self.found.toponyms:
            if not span.holds(toponym.span) or toponym.kind == "demonym":
                continue
            word = links.head_of(self.parse.doc, toponym.span)
            if word is not None and not stands_for_party(word, toponym.span.of(self.parse.page.text)):
                kept.append(toponym.span)
        return sorted(kept)

    def _times(self, sentence: Tokens, token: Token, over: Sequence[Attribution], kind: str) -> tuple[Span, ...]:
        """The times of a sentence that bear on a happening: those of its own clause first, then the nearest."""
        ranked = []
        cue = self._outside(over)
        for time in _inside(span_of(sentence), self.found.times):
            word = links.head_of(self.parse.doc, time.span)
            if word is None or aside_of(word) != aside_of(token) or not links.bears_on(word, token):
                continue
            clause = syntax.clause_of(word)
            spoken = clause.i in cue and not any(piece.holds(time.span) for piece in over[-1].content)
            if not spoken or self._told_at_once(token, time, kind):
                ranked.append((clause != syntax.clause_of(token), syntax.distance(word, token), time.span))
        return tuple(span for *_, span in sorted(ranked))

    def _told_at_once(self, token: Token, time: TimeMention, kind: str) -> bool:
        """Is the time at which somebody spoke that of what was told: of what was going on, and of what is put as news
        of the day of the report ("said on Sunday that two people were killed")? Captures are announced at once."""
        news = time.first == time.last == self.parse.page.day
        return syntax.is_progressive(token) or (news and (kind == "capture" or not syntax.is_perfect(token)))


def extract(parse: Parse, found: Found, references: References | None = None) -> tuple[Draft, ...]:
    """The claims of a page in reading order."""
    return Extraction(parse, found, references or References(parse)).drafts()


def _inside[T: (CountMention, TimeMention)](span: Span, mentions: Sequence[T]) -> list[T]:
    return [m for m in mentions if span.holds(m.span)]


def _is_present(token: Token) -> bool:
    """Is the clause of a happening in the present tense?"""
    verb = syntax.clause_of(token)
    tags = {verb.tag_, *(c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"})}
    if tags & {"VBD"} or any(c.lower_ in {"had", "was", "were", "did"} for c in verb.children):
        return False
    return bool(tags & {"VBZ", "VBP"}) and not any(
        c.lower_ in {"has", "have"} and verb.tag_ == "VBN" for c in verb.children
    )


def _is_own(agents: Sequence[Mention], voice: Mention | None, text: str) -> bool:
    """Does the voice speak of what it does itself ("we will", "the UK announced it will")?"""
    if voice is None or not agents:
        return False
    speaker = {voice.span, voice.antecedent} - {None}
    for agent in agents:
        if agent.span.of(text).lower() in {"we", "i", "our", "us"} or {agent.span, agent.antecedent} & speaker:
            return True
    return False
