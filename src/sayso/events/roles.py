"""Who did it, to whom, and how a force stands to ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.lexicon import is_a
from sayso.events.triggers import ATTACKS, Trigger
from sayso.language.parse import span_of
from sayso.model import Span, TerritoryRelation

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTORS = {"GPE", "ORG", "NORP", "PERSON"}
PRONOUNS = {"he", "she", "it", "they", "we", "them", "us", "him", "her", "who", "his", "their", "its", "our", "i"}
# Types whose verb takes the sufferer as its subject or object, and has no doer in its subject.
SUFFERED = {"casualties", "destruction", "humanitarian"}
MOST = 3  # parties a role: longer lists come from a wrong parse rather than from the text


def agents_of(trigger: Trigger) -> list[Token]:
    """The doers: subject of a verb, "by X"; before a noun its possessor or adjective ("Russian strikes")."""
    token = trigger.token
    if trigger.type in SUFFERED and token.pos_ not in {"VERB"}:
        return []
    if holders := _holders(trigger):
        return holders[:MOST]
    found = syntax.subjects(token) or syntax.existing(token)
    if trigger.type in {"advance", "control"} and is_a(token, ("FORCE",)):
        return [token]  # a headline: "Enemy inside the city"
    if not trigger.is_verb:
        found += [m for m in syntax.modifiers(token) if m.ent_type_ in ACTORS]
        if not found and token.dep_ == "dobj" and token.head.pos_ == "VERB":
            found = syntax.subjects(token.head)
        if not found:
            found = [g for c in token.children if c.lower_ == "between" for g in c.children]
            found = syntax.with_conjuncts(found)
    return [t for t in found if _is_party(t)][:MOST]


def _holders(trigger: Trigger) -> list[Token]:
    """Whose a place is that "is in rebel hands", "remains under the control of the army": not that of its subject."""
    if trigger.type not in {"control", "capture"}:
        return []
    ours = [w for w in trigger.words if w.lower_ == "ours"]
    found: list[Token] = []
    for hold in syntax.holds(trigger.token):
        found += [c for c in hold.children if c.dep_ in {"poss", "amod", "compound", "nmod"}]
        found += [g for of in hold.children if of.lower_ == "of" for g in of.children if g.dep_ == "pobj"]
    return ours + [t for t in syntax.with_conjuncts(found) if _is_party(t)]


def targets_of(trigger: Trigger) -> list[Token]:
    """The sufferers: object of a verb, subject of its passive; after "on", "against" or "of" for a noun."""
    token = trigger.token
    found = syntax.objects(token)
    if trigger.is_verb:
        found += [
            g for c in token.children if c.lower_ in {"on", "against", "at", "with", "from"} for g in c.children
            if c.dep_ == "prep" and g.dep_ == "pobj"
        ]  # fmt: skip
    else:
        found = [t for t in found if t.dep_ in {"pobj", "conj"}]
    if trigger.type in {"casualties", "displacement"} and trigger.is_verb and not found:
        found = syntax.subjects(token)
    if trigger.type in {"capture", "advance", "control", "withdrawal", "sovereignty"}:
        found = [t for t in found if is_a(t, ("PERSON", "FORCE")) and t.ent_type_ not in {"GPE", "LOC", "FAC"}]
    agents = {a.i for a in agents_of(trigger)} if trigger.type not in {"casualties", "displacement"} else set()
    return [t for t in found if t.i not in agents and (_is_party(t) or is_a(t, ("STRUCTURE",)))][:MOST]


def _is_party(token: Token) -> bool:
    if token.lower_ in PRONOUNS or token.ent_type_ in ACTORS:
        return True
    return is_a(token, ("FORCE", "PERSON")) or any(c.ent_type_ in ACTORS for c in syntax.modifiers(token))


def phrase_of(token: Token) -> Span:
    """The noun phrase of a word without what follows after "of", commas and clauses."""
    inside = [token]
    for child in token.children:
        if (
            child.dep_ in {"compound", "amod", "nmod", "poss", "nummod", "quantmod", "advmod", "case", "det"}
            and child.i < token.i
        ):
            inside += list(child.subtree)
    start = min(inside, key=lambda t: t.i)
    while start.i < token.i and (start.dep_ == "det" or start.is_space or start.is_punct):
        start = start.nbor(1)
    return Span(start.idx, span_of(token).end)


def relation_of(trigger: Trigger, negated: bool) -> TerritoryRelation | None:
    """How the doer stands to the first place of the claim; None for types that are not about ground."""
    words = {t.lemma_.lower() for t in trigger.words} | {c.lower_ for c in trigger.token.children}
    match trigger.type:
        case "capture":
            return "not_controls" if negated else "controls"
        case "advance":
            if words & {"at", "outside"} and words & {"be", "stand"}:
                return "near"
            if words & {
                "reach",
                "approach",
                "near",
                "bear",
                "close",
                "toward",
                "towards",
                "outskirt",
                "border",
                "edge",
            }:
                return "near"
            return "contests" if words & {"gain", "progress", "position", "headway", "ground"} else "entered"
        case "withdrawal":
            return "lost"
        case "sovereignty":
            return "annexed" if any(w.startswith("annex") for w in words) else "claims"
        case "control":
            if words & {"siege", "besiege", "surround", "encircle", "encirclement", "blockade", "trap"}:
                return "contests"
            if words & {"lose"}:
                return "lost"
            return "not_controls" if negated else "controls"
        case _:
            return None


def is_violent(kind: str) -> bool:
    """Types whose doer acts as a force, and that hold where the story is when no place is named again."""
    return kind in ATTACKS | {"advance", "capture", "control", "withdrawal", "interception", "mobilization"}
