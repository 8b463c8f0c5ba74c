"""Who speaks: the noun phrase behind a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.words import OBJECTS, agent_of, dateline, is_date, subject_of, tree, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token


def source_of(verb: Token, passive: bool = False) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of the speaker, and the verbs above the cue that belong to it ("went on to" say)."""
    if passive:
        agent = agent_of(verb)
        return (phrase_of(agent, verb), frozenset()) if agent is not None else (frozenset(), frozenset())
    chain: set[int] = set()
    at = verb
    for _ in range(8):
        subject = subject_of(at)
        if subject is not None and subject.dep_ != "expl" and subject.pos_ != "VERB":
            return phrase_of(subject, verb), frozenset(chain)
        if at is verb and _names_right_after(verb):
            return frozenset(), frozenset()
        head, dep = at.head, at.dep_
        if dep == "xcomp":
            if any(c.dep_ in OBJECTS for c in head.children):
                return frozenset(), frozenset()
            chain |= verb_group(head) | {c.i for c in at.children if c.dep_ == "aux"}
            at = head
        elif dep == "acl" and head.pos_ in ("NOUN", "PROPN", "PRON"):
            carrier = _giver(head) or _carrier_subject(head)
            return phrase_of(carrier or head, verb) - tree(at), frozenset(chain)
        elif dep == "pcomp" and head.lower_ == "as" and lemma_of(head.head) in ("quote", "cite", "report"):
            quoted = next((c for c in head.head.children if c.dep_ in (*OBJECTS, "nsubjpass")), None)
            if quoted is None:
                return frozenset(), frozenset()
            return phrase_of(quoted, verb), frozenset(verb_group(head.head) | {head.i})
        elif dep == "pcomp" and (charged := _charged(head)) is not None:
            return phrase_of(charged, verb), frozenset(chain)
        elif dep in ("conj", "advcl", "parataxis", "dep") and head.pos_ in ("VERB", "AUX"):
            at = speaking(head) if dep == "advcl" and lemma_of(verb) in cues().participles else head
        elif dep in ("pcomp", "prep") and head is not at:
            at = head
        else:
            break
    return _right_before(verb), frozenset()


def _names_right_after(verb: Token) -> bool:
    """ "... said the Observatory", joined to what happened without a conjunction."""
    if verb.dep_ != "conj" or lemma_of(verb) not in cues().lists["plain"] or verb.i + 1 >= len(verb.doc):
        return False
    before, after = verb.nbor(-1), verb.nbor(1)
    return before.pos_ in ("NOUN", "PROPN", "NUM") and after.pos_ in ("DET", "PROPN", "NOUN")


def _right_before(verb: Token) -> frozenset[int]:
    """The name right before a verb of plain saying which the parse gave to something else: "in critical condition the
    agency reported" without a comma."""
    first = min(verb_group(verb))
    if (
        lemma_of(verb) not in cues().lists["plain"]
        or verb.tag_ not in ("VBD", "VBZ", "VBP")
        or first == verb.sent.start
    ):
        return frozenset()
    name = verb.doc[first - 1]
    if name.ent_type_ in ("PERSON", "ORG", "GPE"):
        return frozenset(t.i for e in verb.doc.ents if e.start <= name.i < e.end for t in e)
    return frozenset({name.i}) if name.pos_ == "PROPN" else frozenset()


def speaking(verb: Token) -> Token:
    """The nearest reporting verb above a verb, or the verb itself: whose "adding" it is."""
    plain = cues().lists["plain"]
    return next((a for a in (verb, *verb.ancestors) if lemma_of(a) in plain and subject_of(a) is not None), verb)


def _giver(noun: Token) -> Token | None:
    """Who gave out a statement by its own words: "a claim by the army saying", "the ministry's statement saying"."""
    if noun.lemma_.lower() not in cues().nouns:
        return None
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    by = next((t for t in noun.subtree if t.lower_ == "by" and t.i > noun.i and t.head.i <= t.i), None)
    return owner or (next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None)


def _carrier_subject(noun: Token) -> Token | None:
    """The subject that gave out the statement: "it issued a statement saying", "X said in a statement saying"."""
    carries = lemma_of(noun.head) in cues().carriers and noun.dep_ in OBJECTS
    at = noun.head
    if noun.dep_ == "pobj" and at.lower_ == "in":
        at, carries = at.head, True
    lemma = noun.lemma_.lower()
    if (
        not carries
        or at.pos_ not in ("VERB", "AUX")
        or (lemma not in cues().nouns and lemma not in cues().lists["documents"])
    ):
        return None
    return subject_of(at)


def _charged(preposition: Token) -> Token | None:
    """Who did what somebody is criticised for: "criticised India for saying"."""
    verb = preposition.head
    if preposition.lower_ not in ("for", "of", "over") or not any(
        "charge" in c.takes for c in cues().verbs.get(lemma_of(verb), ())
    ):
        return None
    return next((c for c in verb.children if c.dep_ in (*OBJECTS, "nsubjpass")), None)


def phrase_of(noun: Token, verb: Token) -> frozenset[int]:
    """A speaker's noun phrase, less the cue's own clause, and less days and participles of saying that were hung on
    it."""
    cut = [
        c for c in noun.children if c.dep_ in ("acl", "advcl") and lemma_of(c) in cues().participles and c.i > noun.i
    ]
    if verb.i in tree(noun):
        cut.append(next(t for t in (verb, *verb.ancestors) if t.head == noun))
    cut += [c for c in noun.children if _is_time(c)]
    named = [c for c in noun.head.children if c.dep_ == "nsubj" and c.i == noun.i + 1 and c.pos_ == "PROPN"]
    words = tree(noun, *cut).union(*map(tree, named))  # "the watchdog Airwars", taken for two subjects
    return frozenset(i for i in words - dateline(noun) if not noun.doc[i].is_quote or noun.left_edge.i < i < noun.i)


def _is_time(child: Token) -> bool:
    """ "officials on Sunday said", "Moscow in 2022 said", "Sunday local officials said" """
    if child.dep_ == "prep" and child.lower_ in ("on", "in", "at", "since", "during"):
        return any(c.dep_ == "pobj" and is_date(c) for c in child.children)
    return child.dep_ in ("npadvmod", "nmod", "compound") and child.ent_type_ in ("DATE", "TIME") and child.is_title
