"""What a parser knows better than an encoder: the whole words for a party and what they stand for, and which number
belongs to what happened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from sayso.attribution.candidates import phrase
from sayso.attribution.references import References
from sayso.events import syntax
from sayso.events.links import counts_of, head_of
from sayso.events.story import Story
from sayso.events.triggers import Trigger, find_triggers
from sayso.language.parse import Parse, sentences, span_of
from sayso.model import CountMention, Draft, Mention, Span, TimeMention

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# What a noun phrase does not end with: "the", "the Russian", "United".
PARTS: Final = frozenset(("det", "amod", "compound", "poss", "nmod", "nummod"))


class Grammar:
    """The parse of one page, asked about mentions that an encoder found."""

    def __init__(self, parse: Parse) -> None:
        self._doc = parse.doc
        self._references = References(parse)

    def mention(self, span: Span) -> Mention:
        """The mention that some words are, or that they are the beginning of, with what it stands for."""
        whole = self._whole(span)
        return Mention(span=whole, antecedent=self._references.antecedent(whole))

    def is_listed(self, trigger: Span, kind: str) -> bool:
        """Whether the rules' vocabulary has some of these words, as they stand here, for a happening of this type."""
        return any(kind in self._listed.get(token.i, ()) for token in self._words(trigger) or ())

    @cached_property
    def _listed(self) -> dict[int, set[str]]:
        """The types that the rules read in each word."""
        found: dict[int, set[str]] = defaultdict(set)
        for sentence in sentences(self._doc):
            for trigger in find_triggers(sentence):
                for token in trigger.words:
                    found[token.i].add(trigger.type)
        return found

    def completed(
        self, drafts: Iterable[Draft], times: Sequence[TimeMention], counts: Sequence[CountMention]
    ) -> tuple[Draft, ...]:
        """The drafts with the numbers of their sentences that belong to them, and with a time of their own clause where
        they have none; what holds where the story is takes its place."""
        given: list[Draft] = []
        story = Story()
        for start, group in groupby(drafts, key=lambda d: d.sentence.start):
            told = list(group)
            near = [c for c in counts if start <= c.start < told[0].sentence.end]
            triggers = {n: t for n, d in enumerate(told) if (t := self._trigger(d)) is not None}
            mine = counts_of(self._doc, list(triggers.values()), near)
            taken: set[int] = set()
            for n, draft in enumerate(told):
                at = triggers[n].token.i if n in triggers else -1
                numbers = tuple(mine.get(at, ())) if at not in taken else ()
                taken.add(at)
                days = draft.times
                if n in triggers and not days and not draft.ongoing:
                    days = self._times(triggers[n].token, draft, times)
                places = story.remember(draft).places
                given.append(replace(draft, counts=numbers, times=days, places=places))
        return tuple(given)

    def _times(self, token: Token, draft: Draft, times: Sequence[TimeMention]) -> tuple[Span, ...]:
        """The time that stands in the clause of a happening."""
        near = [t.span for t in times if draft.sentence.holds(t.span)]
        words = [(head_of(self._doc, span), span) for span in near]
        return tuple(s for w, s in words if w is not None and syntax.clause_of(w) == syntax.clause_of(token))[:1]

    def _trigger(self, draft: Draft) -> Trigger | None:
        words = self._words(draft.trigger)
        return Trigger(words.root, draft.type, tuple(words)) if words is not None else None

    def _words(self, span: Span) -> Tokens | None:
        return self._doc.char_span(span.start, span.end, alignment_mode="expand")

    def _whole(self, span: Span) -> Span:
        words = self._words(span)
        while words is not None and len(words) > 1 and words[-1].pos_ in ("ADP", "PUNCT"):
            words = words[:-1]
            span = Span(span.start, span_of(words[-1]).end)
        if words is None or words.root.dep_ not in PARTS or words.root.head.i < words.end:
            return span
        head = words.root.head
        if head.pos_ not in ("NOUN", "PROPN") or head.sent != words.root.sent:
            return span
        start, end = phrase(head)
        return Span(span.start, span_of(self._doc[end - 1]).end) if start <= words.start < end else span
