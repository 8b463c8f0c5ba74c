"""Where the numbers of a sentence stand and which nouns they count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.mentions.numbers import Number, find_numbers
from sayso.model import CountKind, Span
from sayso.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


_LEADING = ("ADJ", "ADV", "PUNCT")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number in its sentence: `first` and `last` are its tokens, `noun` what is counted, `after` the token that
    follows number and noun."""

    number: Number
    first: Token
    last: Token
    noun: Token | None
    after: int
    single: bool = False


def counted_in(sentence: Tokens) -> list[Counted]:
    """The numbers of a sentence with what they count, and single people ("a woman")."""
    found = []
    offset = sentence.start_char
    for number in find_numbers(sentence.text):
        moved = replace(number, span=_moved(number.span, offset), digits=_moved(number.digits, offset))
        digits = sentence.doc.char_span(moved.digits.start, moved.digits.end, alignment_mode="expand")
        if digits is not None and len(digits):
            noun, after = _noun(sentence, digits.end)
            found.append(Counted(moved, digits[0], digits[-1], noun, after))
    return found + [one for one in _singles(sentence) if not any(one.first.i == f.first.i for f in found)]


def _singles(sentence: Tokens) -> Iterator[Counted]:
    """People named singly, who count where something befell them: "a woman was killed"."""
    for token in sentence:
        noun = token.head
        if token.lower_ not in ("a", "an") or not token.i < noun.i < token.i + 5:
            continue
        between = sentence.doc[token.i + 1 : noun.i]
        if (
            noun.tag_ == "NN"
            and noun.lemma_.lower() in listed("singles")
            and not any(t.like_num or t.lower_ == "year" for t in between)
        ):
            span = Span(token.idx, noun.idx + len(noun.text))
            yield Counted(Number(span, span, 1, 1), token, noun, noun, noun.i + 1, single=True)


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _noun(sentence: Tokens, at: int) -> tuple[Token | None, int]:
    """The noun that a number before `at` counts, and the index after it."""
    doc, end = sentence.doc, sentence.end
    i = at
    if i < end and doc[i].lower_ == "of":
        i += 1
        while i < end and (doc[i].pos_ == "DET" or doc[i].lower_ in ("these", "those", "its", "their", "his")):
            i += 1
        if i < end and doc[i].like_num:
            return None, at
    noun, after = None, i
    while i < end:
        token = doc[i]
        if token.pos_ in ("NOUN", "PROPN") or token.lower_ in ("others", "dead"):
            if token.lower_ == "dead" or (state_of(token) and noun is not None):
                break
            noun, after = token, i + 1
        elif token.tag_ == "POS" and noun is not None:
            noun = None
        elif _ends(token, noun):
            break
        elif noun is None and token.lower_.endswith("ese"):
            after = i + 1  # "millions of Sudanese"
        i += 1
    return noun, after


def _ends(token: Token, noun: Token | None) -> bool:
    """Whether the phrase is over before this word, which is no noun."""
    if state_of(token) and (noun is not None or not _modifies(token)):
        return True
    return not _modifies(token) and (token.text in ',;:().–—"' or token.pos_ not in _LEADING)


def _modifies(token: Token) -> bool:
    """A participle that stands before its noun: "displaced people"."""
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return (
        token.tag_ in ("VBN", "VBG", "JJ", "CD")
        and following is not None
        and following.pos_ in ("NOUN", "PROPN", "ADJ")
        and token.dep_ in ("amod", "compound", "nummod")
    )


def state_of(token: Token) -> CountKind | None:
    return kinds_of("state").get(token.lower_)


@cache
def kinds_of(section: str) -> dict[str, CountKind]:
    return {word: kind for kind, words in load("actors/tolls")[section].items() for word in words}


@cache
def listed(section: str) -> frozenset[str]:
    return frozenset(load("actors/tolls")[section])
