"""Is a capitalised name a place here? What the gazetteer and the words around say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


class Known(Protocol):
    """What recognition needs to know of a place."""

    @property
    def level(self) -> str: ...
    @property
    def population(self) -> int: ...
    @property
    def main(self) -> bool: ...


class Names(Protocol):
    """The part of a gazetteer that recognition needs."""

    def find(self, name: str) -> Sequence[Known]: ...
    def demonym(self, word: str) -> Known | None: ...


KINDS = frozenset(
    {"county", "parish", "oblast", "province", "district", "township", "raion", "governorate", "borough", "state"}
)
PLACE_PREPOSITIONS = frozenset({"in", "near", "at", "from", "to", "outside", "around", "across", "towards", "toward",
                                "into", "throughout", "inside"})  # fmt: skip
PLACE_OF = re.compile(
    r"\b(?:city|town|village|hamlet|settlement|province|region|state|district|outskirts|suburb)s? of$"
)
WELL_KNOWN = 100_000  # people


def is_place_here(tokens: Tokens, gazetteer: Names) -> bool:
    """Whether a name that recognition did not take for a place is one: the gazetteer has it under its main name, and the
    words before or after are those of a place."""
    name = tokens.text
    places = [p for p in gazetteer.find(name) if p.main]
    if not places or len(name) < 3:
        return False
    if tokens[-1].text.lower() in KINDS and len(tokens) > 1:
        return True
    doc = tokens.doc
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    text_before = doc.text[max(0, tokens.start_char - 25) : tokens.start_char].lower().rstrip()
    if PLACE_OF.search(text_before):
        return True
    large = any(p.level in ("country", "admin1", "area") or p.population >= WELL_KNOWN for p in places)
    in_place = before in PLACE_PREPOSITIONS
    if tokens.label_ == "PERSON":
        return in_place and before != "to" and before != "from" and large
    if tokens.label_ in ("PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "FAC"):
        return large and (in_place or tokens.label_ == "FAC")
    return in_place or large


def in_organisation(tokens: Tokens, gazetteer: Names) -> Iterator[Tokens]:
    """The places in an organisation's name: what it begins with ("Lexington County Council")."""
    doc = tokens.doc
    for length in range(min(4, len(tokens)), 0, -1):
        part = doc[tokens.start : tokens.start + length]
        if part.text[:1].isupper() and any(p.main for p in gazetteer.find(part.text)):
            whole = length == len(tokens)
            if whole and not is_place_here(part, gazetteer):
                return
            yield part
            return
