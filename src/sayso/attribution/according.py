"""Sayings that stand beside their clause: "according to X", "citing X", "allegedly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.words import Saying, subject_of, tree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def according(doc: Doc) -> list[Saying]:
    """The sayings of "according to" and its kin, of "citing" and of adverbs such as "allegedly"."""
    return [*_phrases(doc), *_citing(doc), *_adverbs(doc)]


def _phrases(doc: Doc) -> list[Saying]:
    found = []
    for phrase in cues().according:
        for first in doc:
            if first.lower_ != phrase[0] or first.i + len(phrase) >= len(doc):
                continue
            words = doc[first.i : first.i + len(phrase)]
            if tuple(t.lower_ for t in words) != phrase:
                continue
            last = words[-1]
            named = next((c for c in last.children if c.dep_ in ("pobj", "pcomp") and c.i > last.i), None)
            if named is None:
                continue
            source = tree(named, *[c for c in named.children if c.dep_ == "acl" and lemma_of(c) in cues().citing])
            cue = frozenset(t.i for t in words)
            content = _clause_around(first, source | cue)
            if content:
                found.append(Saying(first.i, source, cue, content, source | cue))
    return found


def _clause_around(word: Token, phrase: frozenset[int]) -> frozenset[int]:
    """The clause that a phrase stands in, less the phrase: the whole sentence, or the content of a saying within it."""
    at = word.head if word.head.i not in phrase else word.head.head
    while at.dep_ != "ROOT" and at.head is not at:
        if at.dep_ in ("ccomp", "relcl") and subject_of(at) is not None and at.head.i not in phrase:
            break
        at = at.head
    return tree(at) - phrase if at.dep_ != "ROOT" else frozenset(range(word.sent.start, word.sent.end)) - phrase


def _citing(doc: Doc) -> list[Saying]:
    """ "X said, citing Y, that ...", "Reuters quoting officials said ...": Y's word within X's."""
    found = []
    for verb in doc:
        if (
            lemma_of(verb) not in cues().citing
            or verb.tag_ != "VBG"
            or verb.dep_ not in ("advcl", "acl", "prep", "dep")
        ):
            continue
        named = next((c for c in verb.children if c.dep_ in ("dobj", "pobj") and c.i > verb.i), None)
        if named is None:
            continue
        source = _owner(named)
        cue = frozenset({verb.i})
        found.append(Saying(verb.i, source, cue, frozenset(), source | cue, inner=True))
    return found


def _owner(named: Token) -> frozenset[int]:
    """Whose words are cited: of "data from the army" the army's."""
    if named.lemma_.lower() in cues().lists["data"]:
        for child in named.children:
            if child.dep_ == "prep" and child.lower_ in ("from", "by", "of"):
                for inner in child.children:
                    if inner.dep_ == "pobj" and inner.ent_type_ in ("ORG", "GPE", "NORP", "PERSON"):
                        return tree(inner)
    return tree(named)


def _adverbs(doc: Doc) -> list[Saying]:
    found = []
    for adverb in doc:
        if adverb.lower_ not in cues().adverbs or adverb.dep_ != "advmod":
            continue
        head = adverb.head
        content = tree(head) if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else frozenset()
        content -= {adverb.i}
        if content:
            found.append(
                Saying(adverb.i, frozenset(), frozenset({adverb.i}), content, frozenset({adverb.i}), spoken=False)
            )
    return found
