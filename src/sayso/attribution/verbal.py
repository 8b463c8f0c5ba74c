"""Sayings that a verb marks: who, by which words, what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.acts import act_of
from sayso.attribution.candidates import kind_of
from sayso.attribution.content import content_of, parenthetical
from sayso.attribution.cues import VerbCue, cues, lemma_of, matches
from sayso.attribution.sources import source_of
from sayso.attribution.words import (
    ADJUNCTS,
    OBJECTS,
    Saying,
    agent_of,
    between,
    is_bare,
    is_passive,
    subject_of,
    tree,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FLAT = ("compound", "amod", "det", "nmod", "nummod", "punct")
ORDER = ("order", "to", "clause", "tell", "small", "charge", "object")


def verbal(doc: Doc, taken: frozenset[int]) -> list[Saying]:
    """The sayings of all verbs of a parse, in reading order. `taken` are tokens that others have read."""
    found = []
    for verb in doc:
        if verb.i in taken or verb.pos_ not in ("VERB", "AUX", "NOUN", "PROPN") or verb.dep_ in ("aux", "auxpass"):
            continue
        if verb.pos_ in ("NOUN", "PROPN") and subject_of(verb) is None:
            continue
        saying = _read(verb)
        if saying is not None:
            found.append(saying)
    return found


def _read(verb: Token) -> Saying | None:
    candidates = matches(verb)
    adjective = _adjective_cue(verb)
    passive = is_passive(verb) and adjective is None
    if adjective is not None:
        candidates = [(adjective, ())]
    if not candidates:
        return None
    source, chain = source_of(verb, passive)
    plain = lemma_of(verb) in cues().lists["plain"]
    if plain and source and (around := parenthetical(verb, source)):
        cue, tail = next(((c, t) for c, t in candidates if {"clause", "tell"} & c.takes), candidates[0])
        return _saying(verb, cue, tail, source, chain, around, passive)
    if plain and source and (before := _closed(verb, source)):
        cue, tail = next(((c, t) for c, t in candidates if {"clause", "tell"} & c.takes), candidates[-1])
        saying = _saying(verb, cue, tail, source, chain, before, passive)
        if saying is not None:
            saying.closing = saying.spoken = True
        return saying
    if _no_word(verb, source) or _not_yet(verb) or _is_demanded(verb):
        return None
    for takes in ORDER:
        for cue, tail in candidates:
            if takes not in cue.takes:
                continue
            content = content_of(verb, tail, takes, passive, source)
            if verb.dep_ == "relcl" and _ends_sentence(verb):
                content = _unmarked(verb, source) or content
            if content:
                return _saying(verb, cue, tail, source, chain, content, passive)
    spoken = [(c, t) for c, t in candidates if {"clause", "tell"} & c.takes and not c.attitude]
    if spoken and (source or lemma_of(verb) in cues().lists["plain"]):
        cue, tail = spoken[0]
        content = _unmarked(verb, source)
        if not content and (name := _name_before(verb)):
            source, content = name, between(verb.sent.start, min(name))
        return _saying(verb, cue, tail, source, chain, content, passive)
    return None


def _name_before(verb: Token) -> frozenset[int]:
    """The flat noun group right before a verb of plain saying that ends its sentence, where the parse has made one long
    subject of the sentence: "a blast in the town of Ras state news agency said"."""
    subject = subject_of(verb)
    if lemma_of(verb) not in cues().lists["plain"] or subject is None or not _ends_sentence(verb):
        return frozenset()
    start = subject.i
    while start > verb.sent.start and verb.nbor(start - 1 - verb.i).dep_ in FLAT and start - 1 >= subject.left_edge.i:
        start -= 1
    group = between(start, subject.i + 1)
    long = subject.i < verb.i and start - verb.sent.start > 4 and max(group) + 3 >= verb.i
    return group if long and subject.pos_ in ("NOUN", "PROPN") else frozenset()


def _closed(verb: Token, source: frozenset[int]) -> frozenset[int]:
    """The sentence before ", the agency reported" at its end, whatever the parse made of it."""
    start = min(source)
    if max(source) > verb.i or start < verb.sent.start + 4 or not _ends_sentence(verb):
        return frozenset()
    before = verb.nbor(start - 1 - verb.i)
    marked = any(c.dep_ == "mark" or c.tag_ in ("WDT", "WP", "WRB") for c in verb.children)
    if before.text != "," or marked or subject_of(verb) is None or verb.i - max(source) > 3:
        return frozenset()
    return between(verb.sent.start, start - 1)


def _not_yet(verb: Token) -> bool:
    """Whether the saying itself is only to come or conceivable: "will announce", "is expected to promise"."""
    modal = any(c.dep_ == "aux" and c.tag_ == "MD" and c.lower_ not in ("must",) for c in verb.children)
    expected = verb.dep_ == "xcomp" and lemma_of(verb.head) in ("expect", "set", "schedule") and is_passive(verb.head)
    negated = any(c.dep_ == "neg" for c in verb.children)
    return (modal and not negated and lemma_of(verb) in cues().lists["plain"]) or expected


def _is_demanded(verb: Token) -> bool:
    """Whether a bare verb that the parse joined to a past one is part of what was demanded: "it demanded they pull
    back, agree to a truce and go"."""
    return verb.dep_ == "conj" and verb.head.tag_ == "VBD" and is_bare(verb)


def _no_word(verb: Token, source: frozenset[int]) -> bool:
    """Whether a verb is used of something that is no word: the bomb that "claimed two lives", the missile that
    "slammed" a house, the man who "was quoted as saying"."""
    if any(c.dep_ == "dobj" and c.lemma_.lower() == "life" for c in verb.children):
        return True
    if lemma_of(verb) in cues().citing and any(c.lower_ == "as" and c.dep_ == "prep" for c in verb.children):
        return True
    if lemma_of(verb) not in cues().lists["deeds"] or not source:
        return False
    head = next((verb.doc[i] for i in source if verb.doc[i].head.i not in source), None)
    return head is not None and head.pos_ == "NOUN" and kind_of(head) == "thing"


def _ends_sentence(verb: Token) -> bool:
    """Whether nothing but a day or place follows a verb in its sentence."""
    behind = [t for t in verb.sent if t.i > verb.i and not t.is_punct and not t.is_space]
    return all(verb in t.ancestors and t.pos_ not in ("VERB", "AUX") for t in behind)


def _unmarked(verb: Token, source: frozenset[int]) -> frozenset[int]:
    """The content of "..., X said on Monday" where commas were lost and the parse takes the saying for one more thing
    that happened: all that stands before the speaker in the sentence."""
    subject = subject_of(verb)
    if lemma_of(verb) not in cues().lists["plain"] or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return frozenset()
    if (subject is None and (inverted := _inverted_subject(verb)) is not None and inverted.i > verb.i) or (
        subject is None and verb.i + 1 < verb.sent.end and verb.nbor(1).pos_ in ("DET", "PROPN", "NOUN", "ADJ")
    ):
        start = verb.i
    elif subject is not None and subject.i < verb.i and subject.pos_ in ("NOUN", "PROPN", "PRON"):
        start = subject.left_edge.i
    elif source and max(source) < verb.i:
        start = min(source)
    else:
        return frozenset()
    before = verb.doc[verb.sent.start : start]
    joined = len(before) > 0 and (
        before[-1].pos_ in ("CCONJ", "SCONJ", "ADP", "PART") or before[-1].tag_ in ("WP", "WDT")
    )
    finite = any(t.tag_ in ("VBD", "VBZ", "VBP", "MD") and t.i not in source for t in before)
    return between(verb.sent.start, start) if finite and not joined and len(before) > 3 else frozenset()


def _adjective_cue(verb: Token) -> VerbCue | None:
    """ "is convinced that", where the parse takes the adjective for a participle."""
    if not any(c.dep_ == "auxpass" for c in verb.children):
        return None
    return next((c for c in cues().verbs.get("be", ()) if c.tail == (verb.lower_,)), None)


def _saying(
    verb: Token,
    cue: VerbCue,
    tail: tuple[Token, ...],
    source: frozenset[int],
    chain: frozenset[int],
    content: frozenset[int],
    passive: bool,
) -> Saying | None:
    if not source and not passive:
        inverted = _inverted_subject(verb)
        if inverted is None:
            return None
        source = tree(inverted)
        content -= source
    group = verb_group(verb) | {t.i for t in tail} | chain
    if passive and source and (agent := agent_of(verb)) is not None:
        group |= {agent.head.i}
    frame = set(group | source)
    for child in verb.children:
        if (child.dep_ in ADJUNCTS and child not in tail) or (child.dep_ in OBJECTS and "tell" in cue.takes):
            frame |= tree(child)
    frame -= content
    return Saying(
        anchor=verb.i,
        source=source if source <= content else source - content,
        cue=frozenset(group),
        content=content - group - source,
        frame=frozenset(frame),
        act=act_of(verb, cue, content),
        spoken=bool({"clause", "tell"} & cue.takes),
        attitude=cue.attitude,
    )


def _inverted_subject(verb: Token) -> Token | None:
    """ "..., said the ministry" where the parse takes the speaker for an object or for the subject of what follows."""
    if verb.i == verb.sent.start or lemma_of(verb) not in cues().lists["plain"]:
        return None
    for child in verb.children:
        if child.dep_ in (*OBJECTS, "attr", "appos") and child.left_edge.i > verb.i:
            between_them = verb.doc[verb.i + 1 : child.left_edge.i]
            if all(t.ent_type_ in ("DATE", "TIME") or t.lower_ in ("on", "in", "at") for t in between_them):
                return child
        subject = subject_of(child) if child.dep_ == "ccomp" and child.i > verb.i else None
        if subject is not None and 0 < subject.left_edge.i - verb.i < 2 and any(c.i < verb.i for c in verb.children):
            return subject
    return None
