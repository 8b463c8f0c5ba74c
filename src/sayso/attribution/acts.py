"""What a speaker does with the content: the cue's own act, changed by negation and by what is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.cues import VerbCue, cues
from sayso.model import Act

if TYPE_CHECKING:
    from spacy.tokens import Token


def act_of(verb: Token, cue: VerbCue, content: frozenset[int]) -> Act:
    """The act of a verb cue with this content."""
    doc, lists = verb.doc, cues().lists
    negated = any(c.dep_ == "neg" for c in verb.children)
    if negated and cue.lemma in cues().silence["negated"] and cue.act in ("assert", "confirm"):
        return "no_response"
    if negated and cue.act == "deny":
        return "confirm"
    if cue.act == "refuse":
        judged = [t for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" for t in c.subtree]
        words = {t.lemma_.lower() for t in (*judged, *(doc[i] for i in content)) if t.pos_ in ("NOUN", "ADJ", "PROPN")}
        heads = {c.lemma_.lower() for c in verb.children if c.dep_ in ("dobj", "nsubjpass")}
        return "deny" if heads & lists["said_things"] or words & lists["untrue"] else "refuse"
    if cue.lemma == "warn" and cue.act == "assert":
        return "predict" if any(doc[i].lower_ in lists["future"] for i in content) else "assert"
    return cue.act
