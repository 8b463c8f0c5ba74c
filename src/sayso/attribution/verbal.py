"""Sayings that a verb marks: who, by which words, what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.acts import act_of
from sayso.attribution.content import content_of
from sayso.attribution.cues import VerbCue, cues, lemma_of, matches
from sayso.attribution.words import (
    ADJUNCTS,
    OBJECTS,
    Saying,
    agent_of,
    is_passive,
    subject_of,
    tree,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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
    for takes in ORDER:
        for cue, tail in candidates:
            if takes not in cue.takes:
                continue
            content = content_of(verb, tail, takes, passive, source)
            if content:
                return _saying(verb, cue, tail, source, chain, content, passive)
    spoken = [(c, t) for c, t in candidates if {"clause", "tell"} & c.takes and not c.attitude]
    if spoken and (source or lemma_of(verb) in cues().lists["plain"]):
        cue, tail = spoken[0]
        return _saying(verb, cue, tail, source, chain, frozenset(), passive)
    return None


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


def source_of(verb: Token, passive: bool = False) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of the speaker, and the verbs above the cue that belong to it ("went on to" say)."""
    if passive:
        agent = agent_of(verb)
        return (_phrase(agent, verb), frozenset()) if agent is not None else (frozenset(), frozenset())
    chain: set[int] = set()
    at = verb
    for _ in range(8):
        subject = subject_of(at)
        if subject is not None and subject.dep_ != "expl" and subject.pos_ != "VERB":
            return _phrase(subject, verb), frozenset(chain)
        head, dep = at.head, at.dep_
        if dep == "xcomp":
            if any(c.dep_ in OBJECTS for c in head.children):
                return frozenset(), frozenset()
            chain |= verb_group(head) | {c.i for c in at.children if c.dep_ == "aux"}
            at = head
        elif dep == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            carrier = _carrier_subject(head)
            if carrier is not None:
                return _phrase(carrier, verb), frozenset(chain)
            return tree(head, at), frozenset(chain)
        elif dep == "pcomp" and head.lower_ == "as" and lemma_of(head.head) in ("quote", "cite", "report"):
            quoted = next((c for c in head.head.children if c.dep_ in (*OBJECTS, "nsubjpass")), None)
            if quoted is None:
                return frozenset(), frozenset()
            return _phrase(quoted, verb), frozenset(verb_group(head.head) | {head.i})
        elif dep in ("conj", "advcl", "parataxis", "dep") and head.pos_ in ("VERB", "AUX"):
            at = _speaking(head) if dep == "advcl" and lemma_of(verb) in cues().participles else head
        elif dep in ("pcomp", "prep") and head is not at:
            at = head
        else:
            break
    return frozenset(), frozenset()


def _speaking(verb: Token) -> Token:
    """The nearest reporting verb above a verb, or the verb itself: whose "adding" it is."""
    at = verb
    while True:
        if lemma_of(at) in cues().lists["plain"] and subject_of(at) is not None:
            return at
        if at.dep_ not in ("ccomp", "conj", "advcl", "xcomp", "relcl", "acl") or at.head is at:
            return verb
        at = at.head


def _carrier_subject(noun: Token) -> Token | None:
    """The subject that gave out the statement: "it issued a statement saying", "X said in a statement saying"."""
    at = noun.head
    if noun.dep_ == "pobj":
        at = at.head
    elif noun.dep_ not in OBJECTS:
        return None
    if at.pos_ not in ("VERB", "AUX") or noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return None
    if noun.lemma_.lower() not in cues().nouns and noun.lemma_.lower() not in (
        "letter",
        "post",
        "tweet",
        "video",
        "note",
    ):
        return None
    return subject_of(at)


def _phrase(noun: Token, verb: Token) -> frozenset[int]:
    """A speaker's noun phrase, less the cue's own clause, and less days and participles of saying that were hung on
    it."""
    cut = [
        c for c in noun.children if c.dep_ in ("acl", "advcl") and lemma_of(c) in cues().participles and c.i > noun.i
    ]
    if verb.i in tree(noun):
        cut.append(next(t for t in (verb, *verb.ancestors) if t.head == noun))
    cut += [c for c in noun.children if _is_time(c)]
    return tree(noun, *cut) - _dateline(noun)


def _is_time(child: Token) -> bool:
    """ "officials on Sunday said", "Moscow in 2022 said", "Sunday local officials said" """
    if child.dep_ == "prep" and child.lower_ in ("on", "in", "at", "since", "during"):
        return any(c.dep_ == "pobj" and c.ent_type_ in ("DATE", "TIME") for c in child.children)
    return child.dep_ in ("npadvmod", "nmod", "compound") and child.ent_type_ in ("DATE", "TIME") and child.is_title


def _dateline(noun: Token) -> frozenset[int]:
    """What stands before a dash at the start of a paragraph is no part of the speaker: "MOSCOW - Russia said"."""
    left = noun.left_edge.i
    dash = next((t.i for t in noun.doc[left : noun.i] if t.text in ("-", "–", "—", "--") and t.whitespace_), None)
    return frozenset(range(left, dash + 1)) if dash is not None and noun.doc[left].is_sent_start else frozenset()


def _inverted_subject(verb: Token) -> Token | None:
    """ "..., said the ministry" where the parse takes the speaker for an object."""
    if verb.i == verb.sent.start or lemma_of(verb) not in cues().lists["plain"]:
        return None
    return next((c for c in verb.children if c.dep_ in (*OBJECTS, "attr") and 0 < c.left_edge.i - verb.i < 2), None)
