"""Small questions to a dependency parse (the labels are those of spaCy's English pipelines, ClearNLP style)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

CLAUSE = {"ROOT", "ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass", "xcomp"}
OF = {"of", "on", "against", "over", "to", "for", "between", "with", "upon", "at", "from"}
RELATIVE = {"which", "that", "who", "whom"}
PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


def part_of(token: Token) -> str | None:
    """`verb`, `noun` or `adj`; None for all other words."""
    return PARTS.get(token.pos_)


def lemmas(token: Token) -> tuple[str, ...]:
    """The lemma in lower case, and for capitalised plurals, which taggers take for names, the singular too."""
    lemma = token.lemma_.lower()
    lower = token.lower_
    if lower.endswith("s") and lemma == lower and len(lower) > 4:
        return (lemma, lower[:-1])
    return (lemma,) if lemma == lower else (lemma, lower)


def is_clause(token: Token) -> bool:
    """Is the word the head of a clause (a verb with a clause's place in the tree, or one joined to such a verb)?"""
    if token.pos_ not in {"VERB", "AUX"}:
        return token.dep_ == "ROOT"
    return token.dep_ in CLAUSE or (token.dep_ == "conj" and token.head.pos_ in {"VERB", "AUX"})


def clause_of(token: Token) -> Token:
    """The head of the clause that a word stands in (itself, where it is one)."""
    while not is_clause(token) and token.head != token:
        token = token.head
    return token


def own_subject(verb: Token) -> bool:
    """Has a verb a subject of its own, not one that it shares with a verb before it?"""
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in verb.children)


def is_progressive(token: Token) -> bool:
    """Does a word stand in a clause of a progressive tense ("was advancing")?"""
    verb = clause_of(token)
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)


def is_perfect(token: Token) -> bool:
    """Does a word stand in a clause of a perfect tense ("had captured", "has been hit")?"""
    verb = clause_of(token)
    while verb.dep_ == "conj" and not own_subject(verb) and verb.head != verb:
        if any(c.dep_ == "aux" for c in verb.children):
            break
        verb = verb.head
    return any((c.dep_ == "aux" and c.lemma_ == "have") or c.lower_ == "had" for c in verb.children)


def path_up(token: Token) -> Iterator[Token]:
    """The word, its head, and so on up to the root."""
    yield token
    while token.head != token:
        token = token.head
        yield token


def distance(a: Token, b: Token) -> int:
    """Number of arcs between two words of a sentence; words of different sentences are 99 apart."""
    up = {token.i: steps for steps, token in enumerate(path_up(a))}
    for steps, token in enumerate(path_up(b)):
        if token.i in up:
            return up[token.i] + steps
    return 99


def particles(token: Token) -> list[Token]:
    """Particles, prepositions and adverbs that hang on a verb or its object ("pull troops back")."""
    found = [c for c in token.children if c.dep_ in {"prt", "prep", "advmod", "agent", "npadvmod"}]
    for child in token.children:
        if child.dep_ in {"prep", "advmod", "prt"}:
            found += [c for c in child.children if c.dep_ in {"prep", "advmod", "pcomp"}]
        if child.dep_ in {"dobj", "oprd"}:
            found += [c for c in child.children if c.dep_ in {"prep", "advmod"}]
    return found


def modifiers(token: Token) -> list[Token]:
    """Adjectives and nouns before a noun."""
    found = [c for c in token.children if c.dep_ in {"compound", "amod", "nmod", "poss"}]
    for child in list(found):
        found += [c for c in child.children if c.dep_ in {"compound", "conj", "amod"}]
    return found


def existing(token: Token) -> list[Token]:
    """What there is: the noun of "there are troops in the town"."""
    there = any(c.dep_ == "expl" for c in token.children)
    return with_conjuncts([c for c in token.children if c.dep_ == "attr"]) if there else []


def holds(verb: Token) -> list[Token]:
    """The "hands" or the "control" that something is in or comes under."""
    if verb.lemma_.lower() not in {"be", "remain", "stay", "come"}:
        return []
    below = (c for link in particles(verb) for c in link.children if c.dep_ == "pobj")
    return [c for c in below if c.lemma_.lower() in {"control", "hand", "occupation"}]


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """The words and all that is joined to them by "and"."""
    return [each for token in tokens for each in (token, *token.conjuncts)]


def objects(token: Token, through: frozenset[str] = frozenset()) -> list[Token]:
    """What is acted on. Of a verb: its object, the subject of its passive, the noun that a participle or a relative
    clause describes, and what stands after one of the prepositions `through`. Of a noun: what stands after "of", "on",
    "against" and the like, and the nouns before it."""
    if token.pos_ not in {"VERB", "AUX"}:
        after = [g for c in token.children if c.lower_ in OF for g in c.children if g.dep_ == "pobj"]
        return with_conjuncts(after) + [c for c in token.children if c.dep_ in {"compound", "nmod", "poss", "nummod"}]
    found = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass", "oprd", "dative", "attr"}]
    for child in token.children:
        if child.dep_ in {"prep", "prt", "advmod"} and (not through or child.lower_ in through):
            if through:
                found += [g for g in child.children if g.dep_ == "pobj"]
            found += [h for g in child.children if g.dep_ == "prep" and g.lower_ in through for h in g.children]
    found = [token.head if t.lower_ in RELATIVE and token.dep_ == "relcl" else t for t in found]
    if token.dep_ == "acl" and token.tag_ == "VBN":
        found.append(token.head)
    if not found and token.tag_ in {"VBN", "VBD"} and token.dep_ in {"ROOT", "conj"}:
        # headlines leave out "was": "12 killed in raid", where the tagger sees an active verb
        found += [c for c in token.children if c.dep_ == "nsubj" and c.i < token.i and c.tag_ in {"CD", "NNS"}]
    return with_conjuncts(found)


def subjects(token: Token) -> list[Token]:
    """Who acts. Of a verb: its subject, "by X" of a passive, the noun that a participle describes, the subject of the
    verb that it is joined to or depends on without a subject of its own. Of a noun: "by X", and what possesses it."""
    found = [c for c in token.children if c.dep_ in {"nsubj", "csubj"}]
    found += [
        g for c in token.children if c.dep_ in {"agent"} or c.lower_ == "by" for g in c.children if g.dep_ == "pobj"
    ]
    if token.pos_ not in {"VERB", "AUX"}:
        return with_conjuncts(found + [c for c in token.children if c.dep_ == "poss"])
    found = [token.head if t.lower_ in RELATIVE and token.dep_ == "relcl" else t for t in found]
    passive = any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children)
    if not found and not passive:
        if token.dep_ == "acl" and token.tag_ == "VBG":
            found = [token.head]
        elif token.dep_ in {"conj", "xcomp", "advcl"} and token.head.pos_ in {"VERB", "AUX"}:
            return subjects(token.head) or [
                c for c in token.head.children if c.dep_ in {"dobj"} and token.dep_ == "xcomp"
            ]
    return with_conjuncts(found)
