"""What happened: the words of a page that name a happening, with its type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.lexicon import match
from sayso.events.presence import presence
from sayso.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

HURTING = {"kill", "wound", "injure"}
ATTACKS = {"air_strike", "shelling", "bombing", "attack", "clash"}
# Parts of a name ("Rapid Support Forces", "Conflict Observatory") tell of no happening.
NAMES = {"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "LAW", "FAC", "MONEY"}
# Nouns that are often background ("since the war began"): they count only where they carry the clause.
WEAK = {
    "war", "conflict", "violence", "support", "aid", "control", "relief", "fund", "peace", "victim", "body", "wound",
    "donor", "operation", "aggression", "warfare", "terrorism", "rocket", "missile", "refugee", "crime", "fire",
    "occupation", "stronghold", "visit", "discussion", "diplomacy", "ruin", "rubble", "supply", "condition", "rescue",
    "escalation", "demonstrator", "protester", "hit", "battleground", "insurgency", "custody", "independence",
}  # fmt: skip
CARRIES = {"nsubj", "nsubjpass", "dobj", "ROOT", "attr", "conj", "appos"}
# Nouns after which a compound still names the happening: "ceasefire proposal", "airstrike campaign".
TRANSPARENT = {
    "plan", "proposal", "deal", "agreement", "campaign", "toll", "attempt", "threat", "order", "effort", "site",
    "offer", "initiative", "demand", "call", "claim", "scene", "negotiation", "talk", "process", "incident", "wave",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """A happening: its main word, the type, and the words that name it (main word included), in reading order."""

    token: Token
    type: str
    words: tuple[Token, ...]

    @property
    def is_verb(self) -> bool:
        return self.token.pos_ in {"VERB", "AUX"}


def find_triggers(sentence: Tokens, places: frozenset[int] = frozenset()) -> list[Trigger]:
    """The happenings of a sentence in reading order, each named once; `places` are the words that name places."""
    found: dict[int, Trigger] = {}
    for token in sentence:
        trigger = _trigger(token, places)
        if trigger is not None:
            found[token.i] = trigger
    found = _without_light_verbs(found)
    return _merge_casualties(sorted(found.values(), key=lambda t: t.token.i))


def _trigger(token: Token, places: frozenset[int]) -> Trigger | None:
    if found_there := presence(token, places):
        return Trigger(token, *found_there)
    noun = token.pos_ in {"NOUN", "PROPN"}
    if noun and token.ent_type_ in NAMES and token.pos_ == "PROPN":
        return None
    found = match(token, places)
    if found is None or (noun and _is_background(token, found.pattern.weight)):
        return None
    if token.pos_ == "ADJ" and token.dep_ not in {"ROOT", "acomp", "oprd", "ccomp", "conj", "attr", "dobj", "acl"}:
        return None
    kind = found.pattern.type
    near = [t for t in found.taken if t.dep_ in {"prt", "compound", "amod"} or abs(t.i - token.i) <= 2]
    words = tuple(sorted({token, *near}, key=lambda t: t.i))
    if kind == "strike":
        kind = weapon_type(token) or "attack"
    elif kind in {"bombing", "air_strike", "shelling"} and found.pattern.weight == 0:
        kind = _by_weapon(token, kind)
    return Trigger(token, kind, words)


def _is_background(token: Token, weight: int) -> bool:
    """Is the noun a mere modifier, or a weak one that does not carry its clause?"""
    if token.dep_ in {"compound", "nmod"} and token.head.pos_ in {"NOUN", "PROPN"}:
        return token.head.lemma_.lower() not in TRANSPARENT
    if token.lemma_.lower() in WEAK and weight == 0:
        if token.dep_ not in CARRIES:
            return True
        return any(c.dep_ == "det" and c.lower_ in {"this", "that", "any"} for c in token.children)
    return token.dep_ == "npadvmod"


@cache
def _weapons() -> dict[str, str]:
    return {word: kind for kind, words in reversed(load("weapons").items()) for word in words}


def weapon_type(token: Token) -> str | None:
    """`air_strike` where an aircraft, a drone or what they drop is named near a word in its clause; else `shelling` or
    `bombing` by the nearest weapon; None where no weapon is named."""
    head = syntax.clause_of(token)
    near: list[tuple[int, int, str]] = []
    for other in head.subtree:
        kind = _weapons().get(other.lemma_.lower()) or _weapons().get(other.lower_)
        if kind and other.pos_ in {"NOUN", "PROPN", "ADJ"} and (other != token):
            near.append((syntax.distance(token, other), other.i, kind))
    near = [n for n in near if n[0] <= 4]
    if any(kind == "air_strike" for *_, kind in near):
        return "air_strike"
    return min(near)[2] if near else None


def _by_weapon(token: Token, kind: str) -> str:
    """A bombing by aircraft is an air strike; shelling with a drone named is one too; a bombing stays one otherwise."""
    named = weapon_type(token)
    if kind == "bombing" and named in {"air_strike", "shelling"} and token.lemma_.lower() in {"bombing", "bomb"}:
        return named
    if kind == "shelling" and named == "air_strike":
        return named
    return kind


def _without_light_verbs(found: dict[int, Trigger]) -> dict[int, Trigger]:
    """One record for "launched an attack": the noun stays, and takes the verb among its words. Of "came under rebel
    control" the verb stays."""
    kept = dict(found)
    for at, trigger in found.items():
        if not trigger.is_verb:
            continue
        for hold in syntax.holds(trigger.token):
            kept.pop(hold.i, None)
        for noun in syntax.objects(trigger.token):
            other = kept.get(noun.i)
            if other is not None and not other.is_verb and _same_kind(trigger.type, other.type):
                kind = other.type if trigger.type in {"attack", other.type} else trigger.type
                near = (trigger.token,) if 0 < noun.i - at <= 3 else ()
                kept[noun.i] = Trigger(other.token, kind, (*near, *other.words))
                kept.pop(at, None)
                break
    return kept


def _same_kind(a: str, b: str) -> bool:
    return (
        a == b
        or (a in ATTACKS and b in ATTACKS)
        or {a, b} <= {"aid", "agreement"}
        or {a, b} <= {"ceasefire", "agreement"}
    )


def _merge_casualties(triggers: list[Trigger]) -> list[Trigger]:
    """Leave out the dead of an attack that the same clause names, which are counts of the attack, and name dead and
    wounded of one clause once."""
    attacks = [t for t in triggers if t.type in ATTACKS]
    kept: list[Trigger] = []
    for t in triggers:
        if _hurts(t):
            others = [a for a in attacks if not _hurts(a)] + [k for k in kept if _hurts(k)]
            if any(_same_happening(t.token, o.token) for o in others):
                continue
        kept.append(t)
    return kept


def _hurts(trigger: Trigger) -> bool:
    return trigger.type == "casualties" or trigger.token.lemma_.lower() in HURTING


def _same_happening(hurt: Token, other: Token) -> bool:
    """Do two words of a sentence stand in one clause, or in one that merely adds to it ("..., killing three")?"""
    a, b = _told_by(hurt), _told_by(other)
    if b.dep_ == "advcl" and b.head == a and any(c.lower_ == "when" for c in b.children):
        return True  # killed when a shell struck the bus
    return a == b or _told_by(a, once=True) == b or a in other.conjuncts


def _told_by(token: Token, *, once: bool = False) -> Token:
    """The clause that tells of a word: participles and predicates without a subject of their own belong to the clause
    above them, and so does what follows after "and" with the same subject."""
    clause = syntax.clause_of(token)
    while clause.head != clause and (once or _leans(clause)):
        clause = syntax.clause_of(clause.head)
        if once:
            break
    return clause


def _leans(clause: Token) -> bool:
    if any(c.dep_ in {"nsubj", "nsubjpass", "mark", "expl"} for c in clause.children):
        return False
    return clause.dep_ in {"advcl", "conj", "acl", "xcomp", "ccomp"} and clause.tag_ in {"VBG", "VBN", "VBD", "JJ"}
