"""Is a capitalised name a place here? What the gazetteer, the words around and the rest of the report say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sayso.mentions.toponym_spans import pieces

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


class Names(Protocol):
    """The part of a gazetteer that recognition needs."""

    def find(self, name: str) -> Sequence[Known]: ...
    def demonym(self, word: str) -> Known | None: ...


PLACES = frozenset({"GPE", "LOC"})
IN = frozenset({"in", "near", "outside", "across", "throughout", "inside", "around", "towards", "toward", "into", "from", "to",
                "at", "via", "leaving", "reached", "visiting", "northern", "southern", "eastern", "western", "central"})  # fmt: skip
SURE_IN = frozenset({"in", "near", "outside", "throughout", "across", "northern", "southern", "eastern", "western", "central"})
PLACE_OF = re.compile(
    r"\b(?:city|cities|town|village|hamlet|settlement|province|region|state|district|outskirts|suburb|port|capital"
    r"|county|mayor|people|residents|island|north|south|east|west|university|bank|republic|kingdom|port city)s? of$"
)
KIND_AFTER = frozenset({"county", "parish", "oblast", "province", "district", "township", "raion", "governorate", "borough"})
WELL_KNOWN = 100_000  # people of a town that a reader knows without being told
LARGE_LEVELS = frozenset({"country", "admin1", "area"})
# Words that begin names of bodies and happen to be names of places too.
COMMON = frozenset(
    "act american bank best board capital cathedral catholic center centre central christian church city club commerce"
    " commission common community congress council court day east enterprise faith federal fire first ford general"
    " global green high home hope house institute international lake legal liberty lincoln march mark may mission"
    " mobile moody most mount national new nice north of park police popular press price progress public reading real"
    " royal russell school science second senate sheriff smith social south spring st star state sun super third trade"
    " union united unity university victory war washington west white world young".split()
) - {"washington", "lincoln", "mobile"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one document tells about its names: how often recognition took each for a place, and for a person."""

    gazetteer: Names
    places: Counter[str]
    people: Counter[str]

    @classmethod
    def of(cls, doc: Doc, gazetteer: Names) -> Evidence:
        places: Counter[str] = Counter()
        people: Counter[str] = Counter()
        for entity in doc.ents:
            if entity.label_ in PLACES:
                places.update(p.text.lower() for p in pieces(entity))
            elif entity.label_ == "PERSON":
                people.update({entity.text.lower(), entity[-1].lower_, entity[0].lower_})
        return cls(gazetteer, places, people)

    def is_known(self, tokens: Tokens) -> bool:
        """The gazetteer has the name as a usual one."""
        return any(p.main for p in self.gazetteer.find(tokens.text))

    def is_large(self, tokens: Tokens) -> bool:
        """The name is a country's, a province's, a region's or a large town's."""
        return any(
            p.main and (p.level in LARGE_LEVELS or (p.level == "settlement" and p.population >= WELL_KNOWN))
            for p in self.gazetteer.find(tokens.text)
        )

    def told(self, tokens: Tokens) -> bool:
        """Elsewhere in the report recognition took the name for a place, and not more often for a person."""
        name = tokens.text.lower()
        return self.places[name] > self.people[name]

    def is_named_as_place(self, tokens: Tokens) -> bool:
        """Whether a name that recognition took for a place but no gazetteer has stands where places stand."""
        person = self.people[tokens.text.lower()] > 0
        return not person and (_word_before(tokens) in SURE_IN or PLACE_OF.search(_text_before(tokens)) is not None)

    def is_place(self, tokens: Tokens) -> bool:
        """Whether a whole name that recognition did not take for a place is one."""
        if len(tokens.text) < 3 or tokens.text.lower() in COMMON or not self.is_known(tokens):
            return False
        if len(tokens) > 1 and tokens[-1].lower_ in KIND_AFTER:
            return True
        before = _word_before(tokens)
        stands = before in IN or PLACE_OF.search(_text_before(tokens)) is not None
        person = tokens.label_ == "PERSON" or self.people[tokens.text.lower()] > 0
        if person:
            return before in SURE_IN and (self.told(tokens) or self.is_large(tokens))
        return (stands and (self.told(tokens) or self.is_large(tokens) or before in SURE_IN)) or (
            self.told(tokens) and tokens.label_ != "ORG"
        )

    def in_body(self, tokens: Tokens) -> Iterator[Tokens]:
        """The places in the name of a body: what it begins with, or what follows "of" ("University of Kentucky")."""
        doc = tokens.doc
        starts = [tokens.start, *(t.i + 1 for t in tokens if t.lower_ in ("of", "in", "for"))]
        for start in starts:
            if start < tokens.end and doc[start].lower_ == "the":
                start += 1
            for end in range(min(start + 4, tokens.end), start, -1):
                part = doc[start:end]
                if self._begins_body(part, tokens):
                    yield part
                    break

    def _begins_body(self, part: Tokens, body: Tokens) -> bool:
        name = part.text
        if not name[:1].isupper() or len(name) < 3 or name.lower() in COMMON or not self.is_known(part):
            return False
        if part.start == body.start and part.end == body.end:
            return self.is_place(part)
        if len(part) > 1 and part[-1].lower_ in KIND_AFTER:
            return True
        return self.told(part) or self.is_large(part)


def _word_before(tokens: Tokens) -> str:
    doc, i = tokens.doc, tokens.start - 1
    while i >= 0 and doc[i].lower_ in ("the", "of"):
        i -= 1
    return doc[i].lower_ if i >= 0 else ""


def _text_before(tokens: Tokens) -> str:
    start = tokens.start_char
    return tokens.doc.text[max(0, start - 25) : start].lower().rstrip()
