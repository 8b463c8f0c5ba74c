"""Sayings that give a number of dead or wounded: "police put the toll at nine", "medics counted nine dead"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.candidates import kind_of
from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.sources import phrase_of
from sayso.attribution.words import OBJECTS, Saying, subject_of, tree, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINKS = ("at", "to", "from", "of", "as", "by")


def tolls(doc: Doc, taken: frozenset[int]) -> list[Saying]:
    """The sayings of verbs that give a toll. `taken` are tokens that others have read."""
    found = []
    for verb in doc:
        if verb.i in taken or verb.pos_ != "VERB" or lemma_of(verb) not in cues().tolls["verbs"]:
            continue
        subject = subject_of(verb)
        objects = [c for c in verb.children if c.dep_ in (*OBJECTS, "ccomp", "oprd") and c.i > verb.i]
        told = any(t.lemma_.lower() in cues().tolls["nouns"] or t.lower_ in cues().tolls["nouns"]
                   for o in objects for t in o.subtree)  # fmt: skip
        if subject is None or not told or kind_of(subject) == "thing":
            continue
        source = phrase_of(subject, verb)
        links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in LINKS and c.i > verb.i]
        cue = verb_group(verb)
        content = frozenset[int]().union(*map(tree, (*objects, *links))) - cue - source
        found.append(Saying(verb.i, source, cue, content, source | cue, spoken=False))
    return found
