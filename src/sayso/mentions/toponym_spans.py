"""Which words of a named entity, and around it, are the place's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


class Known(Protocol):
    """What recognition needs to know of a place."""

    @property
    def level(self) -> str: ...
    @property
    def population(self) -> int: ...
    @property
    def main(self) -> bool: ...
    @property
    def country(self) -> str | None: ...


class Names(Protocol):
    """The part of a gazetteer that recognition needs."""

    def find(self, name: str) -> Sequence[Known]: ...
    def demonym(self, word: str) -> Known | None: ...


SEPARATORS = frozenset({",", "/", ";", "–", "—", "(", ")", ":", "\n"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
ARTICLES = frozenset({"the", "a", "an", "this", "that"})
# Particles that begin names in lower case.
PARTICLES = ("al", "el", "ad", "ar", "as", "ash", "at", "az", "ed", "ez", "de", "la", "le")
DIRECTIONS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "northeastern",
        "northwestern",
        "southeastern",
        "southwestern",
        "north-east",
        "north-west",
        "south-east",
        "south-west",
        "central",
        "upper",
        "lower",
        "greater",
        "metro",
        "metropolitan",
        "downtown",
        "old",
        "rural",
        "suburban",
        "historic",
        "mainland",
        "inner",
        "outer",
    ]
)
KIND_OF = frozenset({"city", "town", "village", "county", "state", "province", "region", "township", "borough", "port"})
HELD = frozenset({"administered", "occupied", "controlled", "held"})
JOINTS = HELD | frozenset({"-", "–", "and", "&", "of", "the", "de", "la", "al", "el", "du", "upon", "on"})
PARTY = re.compile(r"(?:[A-Z]{1,3}|DFL|Dem|Rep)-(?=[A-Z])")
# Abbreviations that the press writes with a full stop, which a tokenizer may leave out of the name.
ABBREVIATED = re.compile(
    r"(?:(?:[A-Z]\.){1,3}[A-Z]|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont"
    r"|Nebr?|Nev|N\. ?Mex|Okla|Ore|Pa|Penn|Tenn|Tex|Vt|(?:W\. ?)?Va|Wash|Wisc?|Wyo|Ont|Que|Alta|Sask|Man|Phila|Twp)$"
)
LONGEST = 4  # tokens that a name may grow by on one side


def pieces(entity: Tokens) -> Iterator[Tokens]:
    """The names in an entity, one where it holds no comma, without what does not belong to a name at either end."""
    start = entity.start
    for token in entity:
        if token.text in SEPARATORS or token.is_space:
            yield from _trimmed(entity.doc[start : token.i])
            start = token.i + 1
    yield from _trimmed(entity.doc[start : entity.end])


def fitted(tokens: Tokens, names: Names) -> Tokens:
    """The name as the gazetteer has it: longer where the words around belong to it ("St. Kitts" and Nevis), shorter
    where it begins with a direction or "City of" that is no part of any name known."""
    grown = _grown(tokens, names)
    if grown is not None:
        return grown
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    if end - start > 2 and doc[start].lower_ in KIND_OF and doc[start + 1].lower_ == "of":
        start += 2
    elif not any(p.main for p in names.find(tokens.text)):
        while end - start > 1 and doc[start].lower_ in DIRECTIONS:
            start += 1
            if start < end - 1 and doc[start].text == "-":
                start += 1
    return doc[start:end]


def exact_span(tokens: Tokens, names: Names) -> Span:
    """The characters of a name: with the full stop of an abbreviation ("W.Va."), without a party ("D-Iowa City")."""
    start, end = tokens.start_char, tokens.end_char
    if text_after(tokens).startswith(".") and ABBREVIATED.search(tokens.text):
        end += 1
    party = PARTY.match(tokens.text)
    if party and not names.find(tokens.text):
        start += party.end()
    return Span(start, end)


def text_before(tokens: Tokens, words: int = 6) -> str:
    """A few words before a name. (The text of a whole spaCy document is put together anew at each use.)"""
    return str(tokens.doc[max(0, tokens.start - words) : tokens.start].text).lower().rstrip()


def text_after(tokens: Tokens, words: int = 6) -> str:
    """What follows a name directly, with the blank between."""
    return str(tokens[-1].whitespace_ + tokens.doc[tokens.end : tokens.end + words].text)


def _grown(tokens: Tokens, names: Names) -> Tokens | None:
    """The longest name of the gazetteer that holds these tokens and capitalised words or joints beside them."""
    doc = tokens.doc
    first, last = tokens.start, tokens.end
    while tokens.start - first < 3 and first > 0 and _can_join(doc, first - 1):
        first -= 1
    while last - tokens.end < LONGEST and last < len(doc) and _can_join(doc, last):
        last += 1
    if (first, last) == (tokens.start, tokens.end):
        return None
    best: Tokens | None = None
    for start in range(first, tokens.start + 1):
        for end in range(last, tokens.end - 1, -1):
            longer = end - start > len(tokens) and (best is None or end - start > len(best))
            if longer and doc[start].text[:1].isupper() and _ends_name(doc, end - 1):
                part = doc[start:end]
                if doc[start].lower_ not in ARTICLES and any(p.main for p in names.find(part.text)):
                    best = part
    return best


def _can_join(doc: Doc, i: int) -> bool:
    token = doc[i]
    return not token.is_space and (
        token.text[:1].isupper() or token.lower_ in JOINTS or _ends_name(doc, i) or token.text in ("-", "–", "'")
    )


def _ends_name(doc: Doc, i: int) -> bool:
    return doc[i].text[:1].isupper() or doc[i].lower_ in ("peninsula", "strip", "valley", "corridor")


def _trimmed(tokens: Tokens) -> Iterator[Tokens]:
    start, end = tokens.start, tokens.end
    doc = tokens.doc
    while start < end and _no_start(doc[start].text):
        start += 1
    while start < end and (doc[end - 1].text in POSSESSIVES or _no_end(doc[end - 1].text)):
        end -= 1
    if start < end:
        yield doc[start:end]


def _no_start(word: str) -> bool:
    if not word[:1].isalnum() or word.lower() in ARTICLES:
        return True
    return word[:1].islower() and word.lower().split("-")[0] not in PARTICLES


def _no_end(word: str) -> bool:
    return word[:1].islower() or not any(c.isalnum() for c in word)
