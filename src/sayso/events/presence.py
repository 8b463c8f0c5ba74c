"""Forces that are somewhere: "Russian troops are in the city", "there are no rebels here", "the village is ours"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.lexicon import is_a

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

AT = {"in", "inside", "within", "at", "near", "outside"}
HERE = {"here", "there"}
OWN = {"we", "our", "ours"}


def presence(token: Token, places: frozenset[int]) -> tuple[str, tuple[Token, ...]] | None:
    """The type and the words of a presence that a word tells of, None where it tells of none. Where the speaker's own
    forces are, and where others are still, a place is held (`control`); where others are, they came (`advance`).
    `places` are the words that name places."""
    if token.lemma_ == "be" and token.dep_ not in {"aux", "auxpass"}:
        subjects = syntax.subjects(token)
        ours = next((c for c in token.children if c.dep_ in {"attr", "acomp"} and c.lower_ == "ours"), None)
        if ours is not None and any(is_a(s, ("PLACE",), places) for s in subjects):
            return "control", (token, ours)
        who = [t for t in subjects or syntax.existing(token) if _is_force(t)]
    elif (
        token.dep_ in {"ROOT", "appos"} and _is_force(token) and not any(t.pos_ in {"VERB", "AUX"} for t in token.sent)
    ):
        who = [token]  # a headline: "Enemy inside the city"
    else:
        return None
    heads = dict.fromkeys((token, *who)) if who else ()
    where = next((c for t in heads for c in t.children if c.i > token.i and _tells_where(c, places)), None)
    if where is None or any(c.lower_ == "on" for c in token.children):  # "are on the offensive in"
        return None
    own = any(t.lower_ in OWN or any(c.lower_ in OWN for c in t.children) for t in who)
    held = own or any(c.lower_ == "still" for c in token.children)
    return ("control" if held else "advance"), (token, where)


def _has_no_verb(sentence: Tokens) -> bool:
    return not any(t.pos_ in {"VERB", "AUX"} for t in sentence)


def _is_force(token: Token) -> bool:
    return is_a(token, ("FORCE",)) or token.tag_ == "NNPS" or token.lower_ == "we"


def _tells_where(word: Token, places: frozenset[int]) -> bool:
    if word.lower_ in HERE:
        return True
    return word.lower_ in AT and any(is_a(c, ("PLACE",), places) for c in word.children if c.dep_ == "pobj")
