"""The words of a page that name an actor: people, groups, bodies, states, and common nouns such as "residents".

A mention is the noun phrase around its head: determiner, modifiers and a name in close apposition ("the Ukrainian
president Volodymyr Zelensky"), and an "of" complement where the head needs it ("the ministry of defence"), without
relative clauses. Phrases of a place that only say where something is ("in Kyiv") name no actor.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.language.parse import Parse, sentences
from sayso.mentions.actor_lexicon import Match, lexicon, tokenise
from sayso.model import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HEADS = ("body", "named", "person", "firm", "flexible")
_GEOGRAPHY = ("country", "seat", "adjective")
# A bare country is an actor where it acts or is acted upon, not where it says where.
_ACTING = ("nsubj", "nsubjpass", "dobj", "iobj", "dative", "agent", "csubj")
_NAMES = ("PERSON", "ORG")


def find_actors(parse: Parse) -> tuple[Mention, ...]:
    """The mentions of actors in reading order, the widest where they nest."""
    named = [entity for entity in parse.doc.ents if entity.label_ in _NAMES]
    starts = [entity.start for entity in named]
    found = []
    for sentence in sentences(parse.doc):
        here = named[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        found += [Mention(span=span) for span in _in_sentence(sentence, [e for e in here if e.end <= sentence.end])]
    return tuple(found)


def _in_sentence(sentence: Tokens, named: list[Tokens]) -> list[Span]:
    tokens = tokenise(sentence.text)
    spans: list[Span] = []
    places: set[int] = set()
    for match in lexicon().match(tokens, None):
        last = tokens[match.end - 1]
        start = sentence.start_char + tokens[match.start].start
        end = sentence.start_char + last.start + len(last.text)
        words = sentence.doc.char_span(start, end, alignment_mode="expand")
        if words is None:
            continue
        if match.entry.kind in (*_GEOGRAPHY, "place"):
            places.update(range(words.start, words.end))
        if _is_actor(match, words):
            spans.append(_phrase(words, sentence))
    names = (e for e in named if any(t.pos_ == "PROPN" and t.i not in places for t in e))
    return _widest([*spans, *(_phrase(name, sentence) for name in names)])


def _is_actor(match: Match, words: Tokens) -> bool:
    kind, root = match.entry.kind, words.root
    if kind in _GEOGRAPHY:
        return _acts(root) and (kind != "adjective" or root.pos_ in ("NOUN", "PROPN"))
    if kind not in _HEADS or root.pos_ not in ("NOUN", "PROPN", "PRON", "ADJ"):
        return False
    return kind in ("named", "person") or (match.entry.name != "arms" and root.dep_ != "compound")


def _acts(root: Token) -> bool:
    token = root
    while token.dep_ in ("conj", "appos") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "pobj":
        return token.head.dep_ == "agent" or token.head.lower_ in ("by", "against", "between")
    if token.dep_ in ("poss", "nmod"):
        return False
    return token.dep_ in _ACTING or (token.dep_ == "ROOT" and token.pos_ == "PROPN")


def _phrase(words: Tokens, sentence: Tokens) -> Span:
    """The noun phrase that the words head, or stand in as a modifier."""
    root = words.root
    while root.dep_ in ("compound", "amod", "nmod") and root.head.pos_ in ("NOUN", "PROPN") and root.head.i > root.i:
        if root.head.dep_ == "nsubj" and root.head.pos_ == "VERB":
            break
        root = root.head
    left = min([words.start, *(t.i for t in root.subtree if _leads(t, root))])
    right = max(words.end, root.i + 1)
    while (
        right < sentence.end and sentence.doc[right].dep_ in ("compound", "flat") and sentence.doc[right].head.i < right
    ):
        right += 1
    first, last = sentence.doc[max(left, sentence.start)], sentence.doc[min(right, sentence.end) - 1]
    if last.tag_ == "POS":
        last = sentence.doc[last.i - 1]
    return Span(first.idx, last.idx + len(last.text))


def _leads(token: Token, root: Token) -> bool:
    """Stands before the head within its phrase: determiner, possessor, modifiers."""
    if token.i >= root.i or token.is_space:
        return False
    while token.head.i != root.i:
        if token.dep_ in ("relcl", "acl", "appos", "conj", "cc", "punct") and token.head.dep_ not in (
            "amod",
            "compound",
        ):
            return False
        token = token.head
    return token.dep_ in ("det", "poss", "amod", "compound", "nmod", "nummod", "quantmod", "predet", "advmod")


def _widest(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
