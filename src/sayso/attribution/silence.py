"""Sayings that are none: who gave no response, no comment, no details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.sources import source_of, speaking
from sayso.attribution.words import Saying, is_passive, subject_of, tree, verb_group

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOTHING = frozenset(("no", "any", "neither"))
SILENT = frozenset(("silent", "mum", "quiet", "tight-lipped"))
UNREACHED = frozenset(("reach", "contact"))
GIVING = frozenset(("give", "provide", "offer", "return", "address", "issue", "release", "share", "make"))


def silences(doc: Doc) -> list[Saying]:
    """The sayings of act `no_response`: the party that is silent as the source."""
    found = []
    for token in doc:
        saying = _noun(token) or _unreached(token) or _silent(token) or _without(token) or _verb(token)
        if saying is not None:
            found.append(saying)
    return found


def _saying(word: Token, source: frozenset[int], cue: frozenset[int], content: frozenset[int]) -> Saying | None:
    if not source:
        return None
    content -= cue | source
    return Saying(word.i, source - cue, cue - source, content, source | cue, act="no_response", spoken=False)


def _about(
    word: Token, prepositions: tuple[str, ...] = ("to", "on", "about", "over")
) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of what the silence is about, and those of the preposition that leads there."""
    for c in word.children:
        if c.dep_ == "prep" and c.lower_ in prepositions and c.i > word.i:
            return tree(c) - {c.i}, frozenset({c.i})
    return frozenset(), frozenset()


def _noun(noun: Token) -> Saying | None:
    """ "There was no immediate response from Kyiv."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in cues().silence["nouns"]:
        return None
    determiner = next((c for c in noun.children if c.dep_ in ("det", "neg") and c.lower_ in NOTHING), None)
    if determiner is None:
        return None
    clause = noun.head
    party = next((c for c in (*noun.children, *clause.children) if c.lower_ in ("from", "by") and c.i > noun.i), None)
    if party is not None:
        named = next((c for c in party.children if c.dep_ == "pobj"), None)
        source = _parties(party) if named is not None else frozenset()
    elif lemma_of(clause) in GIVING | {"have"}:
        subject = subject_of(clause)
        source = tree(subject) if subject is not None and subject.dep_ == "nsubj" else frozenset()
    else:
        return None
    about, _ = _about(noun)
    modifiers = {c.i for c in noun.children if c.dep_ in ("amod", "det", "compound", "neg") and c.i < noun.i}
    return _saying(noun, source - about, frozenset(modifiers | {noun.i}), about)


def _parties(preposition: Token) -> frozenset[int]:
    """Who stands after "from": "from Ukraine to Russia's statement" names Ukraine alone."""
    named = next(c for c in preposition.children if c.dep_ == "pobj")
    return tree(
        named,
        *[c for c in named.children if c.dep_ == "prep" and c.lower_ in ("to", "on", "about", "over", "regarding")],
    )


def _unreached(verb: Token) -> Saying | None:
    """ "could not be reached for comment", "was not available for comment"."""
    negated = any(c.dep_ == "neg" for c in verb.children)
    subject = subject_of(verb)
    if subject is None:
        return None
    comment = [t for t in verb.subtree if t.lower_ in ("comment", "reach", "reached")]
    if negated and lemma_of(verb) in UNREACHED and subject.dep_ == "nsubjpass":
        cue = verb_group(verb) | {t.i for t in verb.subtree if t.lower_ in ("for", "comment") and t.i > verb.i}
        return _saying(verb, tree(subject), cue, frozenset())
    state = next(
        (c for c in verb.children if c.dep_ == "acomp" and c.lower_ in ("available", "unavailable", "reachable")), None
    )
    if state is not None and comment and (negated or state.lower_ == "unavailable"):
        cue = verb_group(verb) | {t.i for t in state.subtree if t.lower_ in ("for", "comment") or t.i == state.i}
        return _saying(verb, tree(subject), cue, frozenset())
    return None


def _silent(word: Token) -> Saying | None:
    """ "has remained silent on"."""
    if word.lower_ not in SILENT or word.dep_ not in ("acomp", "oprd", "advcl", "amod", "ccomp", "xcomp"):
        return None
    if lemma_of(word.head) not in ("keep", "stay", "remain", "be", "fall"):
        return None
    source, chain = source_of(word.head)
    about, preposition = _about(word) if _about(word)[0] else _about(word.head)
    return _saying(word, source, verb_group(word.head) | chain | {word.i} | preposition, about)


def _without(verb: Token) -> Saying | None:
    """ "..., he said, without giving details"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ != "without" or lemma_of(verb) not in cues().silence["without"]:
        return None
    speaker, _ = (
        source_of(speaking(verb.head.head)) if verb.head.head.pos_ in ("VERB", "AUX") else (frozenset[int](), None)
    )
    if lemma_of(verb) in GIVING and not any(
        c.lower_ in cues().lists["details"] or c.lemma_ in cues().lists["details"] for c in verb.children
    ):
        return None
    content = frozenset[int]().union(*(tree(c) for c in verb.children if c.dep_ in ("dobj", "ccomp")))
    return _saying(verb, speaker, frozenset({verb.head.i, verb.i}), content)


def _verb(verb: Token) -> Saying | None:
    """ "did not comment", "has yet to respond", "declined to say", "could not verify"."""
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    lemma = lemma_of(verb)
    answering = lemma in cues().silence["verbs"]
    if lemma not in cues().silence["negated"] and not answering:
        return None
    neither = any(c.dep_ == "preconj" and c.lower_ == "neither" for c in verb.children)
    both = [c for c in verb.children if neither and c.dep_ == "conj"]  # "neither confirmed nor denied"
    negated = neither or any(c.dep_ == "neg" or c.lower_ == "never" for c in verb.children)
    head = verb.head
    nothing = lemma == "say" and any(c.dep_ == "dobj" and c.lower_ in ("nothing", "little") for c in verb.children)
    if is_passive(verb):
        return None
    subject = subject_of(verb)
    negated = negated or (
        subject is not None and any(t.lower_ in ("neither", "nobody", "none") for t in subject.subtree)
    )
    refused = verb.dep_ == "xcomp" and lemma_of(head) in (*cues().silence["refusals"], "fail")
    yet = verb.dep_ == "xcomp" and lemma_of(head) in ("have", "be") and any(c.lower_ == "yet" for c in head.children)
    if not (negated or refused or yet or nothing):
        return None
    objects = [c for v in (verb, *both) for c in v.children if c.dep_ in ("dobj", "ccomp") and c.i > v.i]
    chained = frozenset(i for v in both for i in range(verb.i + 1, v.i + 1))
    if lemma in GIVING and not any(
        c.lower_ in cues().lists["details"] or c.lemma_.lower() in cues().lists["details"] for c in objects
    ):
        return None
    source, chain = source_of(verb)
    if not chain and refused | yet:
        chain = verb_group(head)
    if yet:
        chain |= {c.i for c in head.children if c.lower_ == "yet"}
    about, preposition = _about(verb)
    content = frozenset[int]().union(about, *(tree(c) for c in objects))
    return _saying(verb, source, verb_group(verb) | chain | chained | preposition, content)
