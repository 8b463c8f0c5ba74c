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

    @property
    def is_one(self) -> bool:
        """A bare "one", which counts only where something befalls somebody."""
        return self.first.i == self.last.i and self.first.lower_ == "one" and self.number.unit == "things"


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
        if token.lower_ == "another" and token.dep_ in ("dobj", "nsubjpass", "conj"):
            span = Span(token.idx, token.idx + len(token.text))
            yield Counted(Number(span, span, 1, 1), token, token, None, token.i + 1, single=True)
        if token.lower_ not in ("a", "an") or not token.i < noun.i < token.i + 8:
            continue
        included = token.i > sentence.start and token.nbor(-1).lower_ == "including"  # counted with the others
        if noun.tag_ == "NN" and noun.lemma_.lower() in listed("singles") and not included:
            span = Span(token.idx, noun.idx + len(noun.text))
            aged = [t.lower_ for t in sentence.doc[noun.i + 1 : noun.i + 2]] == ["of"]  # "a man of 68"
            yield Counted(Number(span, span, 1, 1), token, noun, noun, noun.i + (3 if aged else 1), single=True)


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _noun(sentence: Tokens, at: int) -> tuple[Token | None, int]:
    """The noun that a number before `at` counts, and the index after it."""
    doc, end = sentence.doc, sentence.end
    i = at
    if i < end and doc[i].lower_ == "of":
        i += 1
        while i < end and (
            doc[i].pos_ == "DET" or doc[i].lower_ in ("these", "those", "its", "their", "his", "her", "our", "my")
        ):
            i += 1
        if i < end and doc[i].like_num:
            return None, at
    noun, after = None, at
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
    """What became of people by this word alone ("killed", "wounded"); None where it tells nothing of the kind."""
    return kinds_of("state").get(token.lower_)


@cache
def kinds_of(section: str) -> dict[str, CountKind]:
    """Word -> kind, of a section of `vocabulary/actors/tolls.yaml`."""
    return {word: kind for kind, words in load("actors/tolls")[section].items() for word in words}


@cache
def listed(section: str) -> frozenset[str]:
    """The words of a section of `vocabulary/actors/tolls.yaml`."""
    return frozenset(load("actors/tolls")[section])
