"""What one number counts, from its noun, the state that follows it and the words that govern it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.mentions.count_states import CASUALTIES, mixed, state_after
from sayso.mentions.counted import Counted, kinds_of, listed, state_of
from sayso.model import CountKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Relations within a noun phrase and its list, along which a number is governed from above.
_WITHIN = frozenset(("conj", "appos", "pobj", "prep", "nummod", "quantmod", "compound", "dep", "pcomp", "amod", "nmod",
                     "npadvmod", "attr", "advmod"))  # fmt: skip
_BEFORE = frozenset(("the", "a", "an", "some", "as", "many", "up", "to", "of", "his", "their"))


def own_kind(one: Counted, sentence: Tokens) -> CountKind | None:
    """What a number counts by its own words, None where these do not tell."""
    unit = one.number.unit
    if unit == "area":
        return "area_km2"
    if unit != "things":
        return "other"
    kind = _of_noun(one, sentence) or state_after(one, sentence) or _governed(one, sentence)
    return fitting(kind, one)


def fitting(kind: CountKind | None, one: Counted) -> CountKind | None:
    """The kind, unless the noun counted cannot be so: villages are not captured, strikes not launched."""
    noun = one.noun.lemma_.lower() if one.noun is not None else None
    if kind is None or noun is None:
        return kind
    flies = noun in listed("projectiles")
    if kind == "launched" and not flies and noun not in ("round", "salvo", "aircraft"):
        return "other"
    if kind == "intercepted" and not flies and noun not in listed("aircraft") | listed("explosives"):
        return "other"
    if kind in CASUALTIES | {"displaced"} and (flies or noun in listed("not_people")):
        return "other"
    if kind in CASUALTIES and noun in listed("groups"):
        return "other"
    return kind


def _of_noun(one: Counted, sentence: Tokens) -> CountKind | None:
    """What the noun itself tells: missiles, refugees, deaths, inhabitants."""
    if one.noun is None:
        return None
    lemma = one.noun.lemma_.lower()
    if lemma == "casualty":
        return "other"
    if lemma == "life":
        return "killed" if any(v.lemma_ in ("claim", "cost", "take", "lose") for v in _verbs_above(one.noun)) else None
    if lemma == "bomb" and any(c.lower_ in ("car", "roadside", "suicide", "truck") for c in one.noun.children):
        return "other"
    if lemma in listed("projectiles"):
        return _projectiles(one)
    if lemma in listed("inhabitants"):
        return "population"
    if lemma in ("people", "resident", "person") and _dwelling(one, sentence):
        return "population"
    for token in one.noun.doc[one.last.i + 1 : one.noun.i]:
        if state_of(token) == "displaced":
            return "displaced"
    kind = kinds_of("nouns").get(lemma)
    return "other" if lemma in listed("handed_over") and _given_back(sentence) else kind


def _given_back(sentence: Tokens) -> bool:
    """Whether prisoners, hostages or bodies are exchanged, not taken."""
    return any(t.lemma_.lower() in listed("given_back") and t.dep_ not in ("compound", "amod") for t in sentence)


def _dwelling(one: Counted, sentence: Tokens) -> bool:
    before = sentence.doc[max(sentence.start, one.first.i - 6) : one.first.i]
    after = sentence.doc[one.after : min(sentence.end, one.after + 3)]
    words = " ".join(t.lower_ for t in before)
    return (
        "population" in words
        or "home to" in words
        or words.endswith(("city of", "town of", "region of"))
        or any(t.lemma_ in listed("dwell") for t in after)
    )


def _projectiles(one: Counted) -> CountKind:
    """Missiles and drones are launched, unless something takes them down or they are goods."""
    assert one.noun is not None
    for token in one.noun.doc[one.after : one.after + 6]:  # "60 drones downed overnight"
        if token.is_punct:
            break
        if token.tag_ in ("VBN", "VBD") and _downs(token):
            return "intercepted"
    for verb in _verbs_above(one.noun):
        lemma = verb.lemma_.lower()
        if _downs(verb):
            return "intercepted"
        if lemma in listed("supply"):
            return "other"
        if lemma in ("launch", "fire", "hit", "strike"):
            break
    return "launched"


def _downs(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in listed("downing") and (lemma not in ("shoot", "bring", "knock", "take") or _has_down(verb))


def _has_down(verb: Token) -> bool:
    return any(t.lower_ in ("down", "out") for t in verb.children)


def _verbs_above(token: Token) -> list[Token]:
    return [t for t in token.ancestors if t.pos_ in ("VERB", "AUX")][:2]


def _governed(one: Counted, sentence: Tokens) -> CountKind | None:
    """The kind that verbs and nouns above the number give it."""
    start = one.noun if one.noun is not None else one.last
    token = start
    while token.head.i != token.i and one.first.i <= token.head.i < one.after:
        token = token.head
    for _ in range(8):
        head, dep = token.head, token.dep_
        if head.i == token.i or head.i < sentence.start:
            break
        kind = _by_head(token, head, dep, one, sentence)
        if kind:
            return kind
        if dep not in _WITHIN or token.lower_ in ("including", "among"):
            break
        token = head
    return (None if one.single else _toll(one, sentence)) or _left(one, sentence)


def _by_head(token: Token, head: Token, dep: str, one: Counted, sentence: Tokens) -> CountKind | None:
    lemma = head.lemma_.lower()
    if head.pos_ in ("VERB", "AUX"):
        if dep in ("dobj", "nsubjpass", "obj", "oprd", "dep", "ccomp"):
            if lemma == "shoot" and _has_down(head):
                return "intercepted"
            if lemma == "lose":
                return "killed"
            if lemma in ("take", "hold") and any(c.lower_ in ("hostage", "prisoner", "captive") for c in head.children):
                return "detained"
            kind = kinds_of("done").get(lemma)
            return mixed(head, kind, sentence, one) if kind else None
        if dep == "nsubj":
            return kinds_of("happens").get(lemma)
        return None
    if token.dep_ == "prep" and token.lower_ in ("of", "to", "in", "at"):
        if lemma == "life":
            return "killed"
        if lemma in listed("handed_over") and _given_back(sentence):
            return "other"
        if lemma in kinds_of("tolls") and token.lower_ in ("of", "to"):
            return kinds_of("tolls")[lemma]
    return None


def _toll(one: Counted, sentence: Tokens) -> CountKind | None:
    """A toll told before: "the death toll rose to 22", "brought the number of dead to 40"."""
    before = [t.lower_ for t in sentence.doc[max(sentence.start, one.first.i - 12) : one.first.i]]
    if "toll" in before or ("number" in before and ("killed" in before or "dead" in before)):
        near = before[before.index("toll") if "toll" in before else before.index("number") :]
        if "from" in near[-5:] and "to" in near:
            return None  # "to 16 from an earlier count of 13"
        if any(w in near for w in ("to", "at", "of", "is", "was", "from", "stands", "reached", "topped", "put", ":")):
            return "killed"
    for word, link in pairwise(
        sentence.doc[max(sentence.start, one.first.i - 6) : one.first.i]
    ):  # "put the wounded at nine", "the dead number 40"
        if state_of(word) and link.lower_ in ("at", "reached", "to", "as", "is", "was", "number", "numbered", ":"):
            return state_of(word)
    return None


def _left(one: Counted, sentence: Tokens) -> CountKind | None:
    """A casualty verb right before the number, whatever the parse says: "killing at least one"."""
    i = one.first.i - 1
    start = one.number.span.start
    while i >= sentence.start and sentence.doc[i].idx >= start:
        i -= 1
    for token in (sentence.doc[i] for i in range(i, max(sentence.start, i - 3) - 1, -1)):
        lemma = token.lemma_.lower()
        kind = kinds_of("done").get(lemma)
        if kind and token.pos_ in ("VERB", "NOUN", "ADJ", "PROPN", "AUX"):
            passive = token.tag_ == "VBN" and any(
                c.dep_ in ("auxpass", "aux") and c.lemma_ == "be" for c in token.children
            )
            return None if passive else mixed(token, kind, sentence, one)
        if token.lower_ not in _BEFORE:
            return None
    return None
