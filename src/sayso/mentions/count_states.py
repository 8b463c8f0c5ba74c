"""The state that a number's things are said to be in, read from the words that follow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.mentions.counted import Counted, kinds_of, listed, state_of
from sayso.model import CountKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

CASUALTIES = frozenset(("killed", "wounded", "missing", "captured", "detained"))
LINKS = frozenset((",", "and", "or", "/", "&", "also", "then"))
PART = frozenset(("including", "include", "among", "whom", "them", "these", "which"))
_DASHES = frozenset(("-", "–", "—", "--", ","))


def state_after(one: Counted, sentence: Tokens) -> CountKind | None:
    """The state that follows: "18 wounded", "40 people had been killed", "1,200 fled"."""
    doc, end = sentence.doc, sentence.end
    i = one.after
    stop = min(end, one.after + 16)
    driven = i > 0 and doc[one.first.i - 1].lemma_ in listed("driven")
    while i < stop:
        token = doc[i]
        kind = state_of(token) or kinds_of("happens").get(token.lemma_.lower()) or _participle(token)
        if kind:
            return None if _acts(token, sentence) else mixed(token, kind, sentence, one)
        lemma = token.lemma_.lower()
        following = doc[i + 1].lower_ if i + 1 < end else ""
        kind = _by_phrase(lemma, following, [t.lower_ for t in doc[i + 1 : min(end, i + 4)]])
        if kind:
            return kind
        driven = driven or lemma in listed("driven")
        moving = token.tag_ != "VBG" or any(c.lemma_ == "be" for c in token.children)
        if lemma in listed("moves") and moving and (driven or _are_many_people(one)):
            return "displaced"
        if token.text in _DASHES and following in PART:
            i = _closing(sentence, i)
        elif token.lower_ == "including":
            i = _next_verb(sentence, i) - 1
        elif not ({lemma, token.lower_} & listed("bridges") or token.pos_ in ("ADV", "DET")):
            return None
        i += 1
    return None


def _by_phrase(lemma: str, following: str, later: list[str]) -> CountKind | None:
    """Sayings of several words: "lost their lives", "were taken hostage", "sustained injuries"."""
    if lemma == "cross" or (lemma == "drive" and following == "from"):
        return "displaced"
    if lemma == "take" and following in ("hostage", "prisoner", "captive", "away"):
        return "captured" if following == "prisoner" else "detained"
    if lemma in ("lose", "give") and following in ("their", "his", "her", "its") and {"life", "lives"} & set(later):
        return "killed"
    if lemma in ("sustain", "suffer") and any(w.startswith(("injur", "wound", "burn")) for w in later):
        return "wounded"
    return "intercepted" if lemma in ("shoot", "bring", "knock") and following == "down" else None


def _are_many_people(one: Counted) -> bool:
    """Crowds that move are displaced; a handful, or troops, are not."""
    noun = one.noun.lemma_.lower() if one.noun is not None else "people"
    known = noun in ("people", "family", "resident", "civilian", "person", "villager", "refugee", "other", "inhabitant")
    return known and (one.number.low or one.number.high or 0) >= 100


def _next_verb(sentence: Tokens, at: int) -> int:
    """The verb after an insertion without commas: "two persons including a monk were killed"."""
    doc = sentence.doc
    return next((i for i in range(at + 1, min(sentence.end, at + 8)) if doc[i].pos_ == "AUX"), at + 1)


def _closing(sentence: Tokens, at: int) -> int:
    """Where an inserted "- including nine children -" ends; `at` itself where it does not end."""
    dash = sentence.doc[at].text
    return next((i for i in range(at + 1, min(sentence.end, at + 10)) if sentence.doc[i].text == dash), at)


def _befalls(word: Token) -> CountKind | None:
    lemma = word.lemma_.lower()
    return state_of(word) or kinds_of("done").get(lemma) or kinds_of("happens").get(lemma)


def _participle(token: Token) -> CountKind | None:
    return kinds_of("done").get(token.lemma_.lower()) if token.tag_ in ("VBN", "VBD") else None


def _acts(token: Token, sentence: Tokens) -> bool:
    """The participle is a verb with an object: "three rebels killed five soldiers"."""
    if token.tag_ == "VBG" and not state_of(token):
        return token.lemma_.lower() not in kinds_of("happens")
    if token.tag_ not in ("VBD", "VBZ", "VBP") or token.lemma_.lower() in kinds_of("happens"):
        return False
    following = sentence.doc[token.i + 1 : min(sentence.end, token.i + 4)]
    if any(t.like_num and state_of(u) for t, u in pairwise(following)):
        return False  # "nine killed 12 injured", a headline without its comma
    return any(c.dep_ in ("dobj", "obj") and c.i > token.i for c in token.children) and not any(
        c.dep_ == "auxpass" for c in token.children
    )


def mixed(token: Token, kind: CountKind, sentence: Tokens, one: Counted) -> CountKind:
    """`other` where several states share the number: "30 killed or wounded", "killing and injuring dozens"."""
    doc = sentence.doc
    for step in (1, -1):
        i = token.i + step
        linked = False
        while sentence.start <= i < sentence.end and not one.first.i <= i <= one.last.i:
            word = doc[i]
            if word.lower_ in LINKS or word.lower_ in ("were", "was", "been", "either"):
                linked = linked or word.lower_ in LINKS
            else:
                other = _befalls(word)
                if not (linked and other) or (step == 1 and _starts_anew(word, sentence, one)):
                    break
                if other != kind and {other, kind} <= CASUALTIES:
                    return "other"
            i += step
    return kind


def _starts_anew(word: Token, sentence: Tokens, one: Counted) -> bool:
    """A verb after the number that has a number of its own: "killed 5 and wounded 18"."""
    return word.i > one.last.i and any(
        t.like_num or t.lower_ in ("dozens", "scores", "several", "many", "others", "some")
        for t in sentence.doc[word.i + 1 : min(sentence.end, word.i + 4)]
    )
