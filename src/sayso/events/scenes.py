"""Places as scenes: when a place name stands for those who act, and when it tells where something happens."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.lexicon import in_class
from sayso.events.triggers import Trigger
from sayso.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Matters between states: a country named with them is a party, unless the text says that it happens there.
POLITICAL = {"aid", "talks", "sanction", "agreement", "statement", "ceasefire", "mobilization", "exchange", "protest"}
OCCASIONS = {
    "talk", "meeting", "briefing", "conference", "interview", "summit", "speech", "session", "rally", "ceremony",
    "forum",
}  # fmt: skip
WHERE = {"in", "at", "near", "inside", "across", "outside", "around", "throughout", "within", "over", "on"}


@cache
def _known(key: str) -> frozenset[str]:
    """Names of countries (`names`) or of the seats of their governments (`seats`), in lower case."""
    return frozenset(str(n).lower() for facts in load("actors/countries").values() for n in facts.get(key, ()))


def is_country(words: str) -> bool:
    """Do the words name a country?"""
    return _bare(words) in _known("names")


def is_state(words: str) -> bool:
    """Do the words name a country, or the seat of its government?"""
    return is_country(words) or _bare(words) in _known("seats")


def _bare(words: str) -> str:
    return words.lower().removeprefix("the ").removesuffix("'s").removesuffix("’s")


def stands_for_party(word: Token, words: str) -> bool:
    """Does a place name stand for those who act: subject, "by X", possessor or modifier of something that is no place?

    `word` is the main word of the name, `words` the name. "Russia said", "Kyiv's forces" and "US aid" name parties;
    "Kyiv's suburbs", "Aleppo hospitals" and "in Ukraine's east" tell where.
    """
    state = is_state(words)
    after = word.nbor(1).text if word.i + 1 < len(word.doc) else ""
    if after == ":" and word.is_sent_start:
        return False  # "Sudan: a city without water"
    if after in {"-", "–"} and state:
        return True  # "the US-led coalition"
    if word.dep_ in {"nsubj", "nsubjpass", "conj"} and state:
        return word.dep_ != "conj" or stands_for_party(word.head, word.head.text)
    if word.dep_ == "pobj" and (word.head.dep_ == "agent" or (state and word.head.lower_ in {"between", "by"})):
        return True
    if state and word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lower_ in {"side", "part"}:
        return word.head.head.head.lower_ in {"on", "from"}  # "from the side of Kyiv": it is Kyiv that does so
    if word.dep_ in {"poss", "compound", "nmod", "amod"} and word.head.pos_ in {"NOUN", "PROPN"}:
        if word.head.ent_type_ in {"ORG", "PERSON"} or in_class(word.head, "FORCE"):
            return True
        return state and not in_class(word.head, "PLACE")
    return False


@cache
def _place_words() -> frozenset[str]:
    return frozenset(word for words in load("place_words").values() for word in words)


def named_before(sentence: Tokens, named: frozenset[int]) -> list[Token]:
    """The words that stand for a place named before: "the city", "this region", "there". `named` are the words that
    name places; a noun that one of them hangs on or specifies ("the city of X", "X region") names its own place."""
    found = []
    for token in sentence:
        if token.lower_ == "there" and token.tag_ == "RB" and token.dep_ == "advmod":
            found.append(token)
        elif token.lemma_.lower() in _place_words() and token.pos_ == "NOUN" and token.i not in named:
            pointed = any(c.dep_ == "det" and c.lower_ in {"the", "this", "that"} for c in token.children)
            if pointed and not any(t.i in named for t in token.subtree) and token.dep_ not in {"compound", "nmod"}:
                found.append(token)
    return found


def can_hold(trigger: Trigger, place: Token | None) -> bool:
    """Can the happening hold at a place that stands near it? Political matters need a word such as "in"."""
    if is_where_they_met(trigger, place):
        return False
    return place is None or trigger.type not in POLITICAL or tells_where(place)


def is_where_they_met(trigger: Trigger, place: Token | None) -> bool:
    """Does the place belong to an occasion of speaking ("at talks in Istanbul it demanded ...") and not to what was
    said there? Of the talks themselves it is the place."""
    if place is None or trigger.type in {"talks", "agreement", "ceasefire", "exchange"}:
        return False
    for step in syntax.path_up(place):
        if step.pos_ == "VERB":
            return False
        if step.lemma_.lower() in OCCASIONS and step.i != place.i:
            return True
    return False


def tells_where(place: Token) -> bool:
    """Does a place stand after "in", "near" and the like?"""
    return any(step.dep_ == "prep" and step.lower_ in WHERE for step in syntax.path_up(place))
