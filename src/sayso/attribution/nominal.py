"""Sayings that a noun marks: "a claim that", "accusations of", "its demand for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.candidates import kind_of
from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.sources import source_of
from sayso.attribution.words import Saying, agent_of, is_passive, subject_of, tree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REPORTS = frozenset(("report", "rumour", "rumor"))  # nobody else is named: they are the voice themselves
GIVERS = ("by", "from", "among", "between")


def nominal(doc: Doc, taken: frozenset[int]) -> list[Saying]:
    """The sayings of all cue nouns of a parse that have a content."""
    found = []
    for noun in doc:
        if noun.i in taken or noun.pos_ != "NOUN":
            continue
        for cue in cues().nouns.get(noun.lemma_.lower(), ()):
            content, link = _content(noun, cue.takes)
            if not content:
                continue
            source, giver = _giver(noun)
            if not source and noun.lemma_.lower() in REPORTS:
                source = frozenset({noun.i})
            if {doc[i].lower_ for i in content if doc[i].is_alpha} <= cues().silence["nouns"]:
                continue  # "a request for comment"
            if not source and "to" in cue.takes and not link:
                continue
            words = frozenset({noun.i}) | link | giver
            content -= source | words
            if content:
                found.append(Saying(noun.i, source, words, content, source | words, act=cue.act, spoken=False))
                break
    return found


def _content(noun: Token, takes: frozenset[str]) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of the content and those of the preposition that leads to it."""
    if "that" in takes and (clause := that_clause(noun)) is not None:
        return tree(clause), frozenset()
    for child in noun.children:
        if child.i < noun.i:
            continue
        if (
            "to" in takes
            and child.dep_ in ("acl", "relcl", "xcomp")
            and any(c.dep_ == "aux" and c.lower_ == "to" for c in child.children)
        ):
            return tree(child), frozenset()
        if child.dep_ == "prep" and child.lower_ in takes:
            inner = [c for c in child.children if c.dep_ in ("pobj", "pcomp") and c.ent_type_ not in ("DATE", "TIME")]
            if inner:
                cut = [c for i in inner for c in i.children if c.dep_ == "prep" and c.lower_ == "by"]
                return tree(inner[0], *cut), frozenset({child.i})
    return frozenset(), frozenset()


def that_clause(noun: Token) -> Token | None:
    """The clause with "that" which says what a noun of saying tells, also where the parse hung it on who said it: "a
    claim by rebels that they had won"."""
    givers = [c for by in noun.children if by.lower_ in (*GIVERS, "of") and by.i > noun.i for c in by.children]
    for word in (noun, *givers):
        links = ("mark",) if word is noun else ("mark", "dobj")
        for child in word.children:
            marked = any(c.dep_ in links and c.lower_ in ("that", "whether") for c in child.children)
            marked = marked and subject_of(child) is not None
            if marked and child.i > noun.i and child.dep_ in ("acl", "ccomp", "relcl"):
                return child
    return None


def _giver(noun: Token) -> tuple[frozenset[int], frozenset[int]]:
    """Whose saying the noun is: the possessor, who stands after "by" or "from", or the subject of a carrying verb."""
    for child in noun.children:
        if child.dep_ == "poss":
            return tree(child) - {c.i for c in child.children if c.dep_ == "case"}, frozenset()
    for child in noun.children:
        if child.dep_ == "prep" and (child.lower_ in GIVERS or (child.lower_ == "of" and that_clause(noun))):
            named = next((c for c in child.children if c.dep_ == "pobj"), None)
            if named is not None and (child.lower_ != "of" or kind_of(named) != "thing"):
                said = that_clause(noun)
                cut = [c for c in named.children if c == said or (c.dep_ == "prep" and c.lower_ == "for")]
                return tree(named, *cut), frozenset({child.i})
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "nmod") and child.ent_type_ in ("NORP", "GPE", "ORG", "PERSON"):
            return frozenset({child.i}), frozenset()
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and lemma_of(verb) in cues().carriers:
        if is_passive(verb):
            agent = agent_of(verb)
            return (tree(agent), frozenset({verb.i})) if agent is not None else (frozenset(), frozenset())
        source, _ = source_of(verb)
        return source, frozenset({verb.i})
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB":
        subject = subject_of(noun.head.head)
        if subject is not None:
            return tree(subject), frozenset()
    return frozenset(), frozenset()
