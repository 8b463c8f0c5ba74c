"""Which words of a named entity are the place's name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

SEPARATORS = frozenset({",", "/", ";", "–", "—", "(", ")", ":"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})


def pieces(entity: Tokens) -> Iterator[Tokens]:
    """The names in an entity, one where it holds no comma, without what does not belong to a name at either end."""
    start = entity.start
    for token in entity:
        if token.text in SEPARATORS:
            yield from _trimmed(entity.doc[start : token.i])
            start = token.i + 1
    yield from _trimmed(entity.doc[start : entity.end])


def _trimmed(tokens: Tokens) -> Iterator[Tokens]:
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while start < end and (
        not doc[start].text[:1].isalnum() or _is_lower(doc[start].text) or _article(doc[start].text)
    ):
        start += 1
    while start < end and (doc[end - 1].text in POSSESSIVES or _is_outside(doc[end - 1].text)):
        end -= 1
    if start < end:
        yield doc[start:end]


def _article(word: str) -> bool:
    return word.lower() in {"the", "a", "an", "this", "that"}


def _is_lower(word: str) -> bool:
    """A lower-case word is no start of a name, but for Arabic articles ("al-Bab")."""
    return word[:1].islower() and not word.lower().startswith(("al", "el", "ar", "as", "ash", "at", "az", "ed", "de"))


def _is_outside(word: str) -> bool:
    return word[:1].islower() or not any(c.isalnum() for c in word)
