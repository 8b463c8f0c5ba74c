"""Is a capitalised name a place here? What the gazetteer, the words around and the rest of the report say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

import yaml
from rapidfuzz.distance import DamerauLevenshtein

from sayso.mentions.toponym_spans import ARTICLES, DIRECTIONS, PARTICLES, Names, pieces, text_after, text_before

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


PLACES = frozenset({"GPE", "LOC"})
LARGE_LEVELS = frozenset({"country", "admin1", "area"})
WELL_KNOWN = 100_000  # people of a town that a reader knows without being told
GREAT = 500_000  # people of a city that is known the world over
LONGEST_ACRONYM = 4
LONG_NAME = 11  # letters: long enough to be known again with a slip
WORDS = yaml.safe_load((resources.files(__package__) / "toponym_words.yaml").read_text(encoding="utf-8"))
IN = frozenset(WORDS["in"])
SURE_IN = frozenset(WORDS["sure_in"])
EXAMPLES = tuple(WORDS["examples"])
KIND_AFTER = frozenset(WORDS["kinds"])
COMMON = frozenset(WORDS["common"])
LOCAL_BODY = frozenset(WORDS["local_body"])
TITLES = frozenset(WORDS["titles"])
ENGLISH = frozenset(WORDS["english"])

_KINDS = (
    "region|oblast|province|governorate|county|parish|district|raion|suburbs|countryside|peninsula|city|town|village"
)
REGION_AFTER = re.compile(rf"\s+(?:{_KINDS})\b")
WHOLE_REGION_AFTER = re.compile(r"\s+(?:region|oblast|governorate|raion|peninsula)\b")
VILLAGE_OF = re.compile(r"\b(?:towns?|villages?|hamlets?|settlements?|cit(?:y|ies)) of$")
PLACE_OF = re.compile(
    r"\b(?:city|cities|town|village|hamlet|settlement|province|region|state|district|outskirts|suburb|port|capital|county"
    r"|mayor|people|residents|island|north|south|east|west|university|bank|republic|kingdom|port city"
    r"|street|centre|center|heart|edge|gate|approach|fall|siege|capture|battle|bombardment|shelling|quarter)s? of$"
    r"|\b(?:the|mining|port|frontline|front-line|border|occupied|besieged|coastal|eastern|southern|northern|western"
    r"|capital) (?:city|town|village|settlement|capital|camp)$"
)
# What follows a town or county that is named: its people, its bodies.
LOCAL_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:man|men|woman|women|residents?|police|mayor|councillors?|council(?:man|woman)?|city council"
    r"|officials?|firefighters?|students?|family|families|couple|teen(?:ager)?|native|school district|schools|area"
    r"|voters|officers?|deputies|sheriff|fire department|fire district|police department|county|city hall|hospital"
    r"|school board|high school|public schools|chamber of commerce|township|commissioners?|town hall|borough"
    r"|community)\b",
    re.IGNORECASE,
)
SAINTS_THING = re.compile(r"['’]s?\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one document tells about its names: how often recognition took each for a place, and for a person; and the
    words of names of two words and more that it took for people's."""

    gazetteer: Names
    places: Counter[str]
    people: Counter[str]
    full_names: frozenset[str]
    countries: frozenset[str]

    @classmethod
    def of(cls, doc: Doc, gazetteer: Names, dateline: str = "") -> Evidence:
        places: Counter[str] = Counter({dateline.lower(): 2}) if dateline else Counter()
        people: Counter[str] = Counter()
        full_names: set[str] = set()
        countries: set[str | None] = set()
        for entity in doc.ents:
            if entity.label_ in PLACES:
                places.update(p.text.lower() for p in pieces(entity))
            elif entity.label_ == "PERSON":
                people.update({entity.text.lower(), entity[-1].lower_, entity[0].lower_})
                if len(entity) > 1:
                    full_names.update(t.lower_ for t in entity)
            if entity.label_ in ("GPE", "NORP"):
                word = entity.text.removeprefix("the ")
                place = gazetteer.demonym(word) or next(iter(gazetteer.find(word)), None)
                if place is not None and place.level == "country":
                    countries.add(place.country)
        return cls(gazetteer, places, people, frozenset(full_names), frozenset(c for c in countries if c) - ENGLISH)

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
        return not self._is_person(tokens) and _stands_surely(tokens)

    def is_doubtful(self, tokens: Tokens) -> bool:
        """Whether a name that recognition took for a place is rather a person here, or a saint's day or church."""
        name = tokens.text
        if name.lower() in COMMON or name.lower() in DIRECTIONS or self._is_foreign_acronym(tokens):
            return True
        if name.startswith(("St.", "St ", "Saint ")) and SAINTS_THING.match(text_after(tokens)):
            return True
        if tokens.start and tokens.doc[tokens.start - 1].lower_.rstrip(".") in TITLES:
            return True
        return self._is_person(tokens) and not _stands_surely(tokens) and not self.is_large(tokens)

    def is_place(self, tokens: Tokens) -> bool:
        """Whether a whole name that recognition did not take for a place is one."""
        if _too_short(tokens.text) or tokens.text.lower() in COMMON:
            return False
        if not self.is_known(tokens):
            return self._is_misspelling(tokens)
        if len(tokens) > 1 and tokens[-1].lower_ in KIND_AFTER:
            return True
        if REGION_AFTER.match(text_after(tokens)):
            return True
        if tokens.label_ == "PERSON" or self._is_person(tokens):
            if len(tokens) > 1 and tokens.label_ == "PERSON" and not self.told(tokens):
                return _stands_surely(tokens) and self.is_large(tokens)
            if self.is_at_home(tokens) and (_word_before(tokens) in IN or text_before(tokens).endswith(EXAMPLES)):
                return True
            return _stands_surely(tokens) or (self.told(tokens) and _is_local(tokens)) or self._is_lone_town(tokens)
        if self.told(tokens) or _is_local(tokens) or self._is_unmistakable(tokens) or self.is_at_home(tokens):
            return True
        if self._is_lone_town(tokens):
            return True
        return _stands_surely(tokens) or (_word_before(tokens) in IN and self.is_large(tokens))

    def in_body(self, tokens: Tokens) -> Iterator[Tokens]:
        """The places in the name of a body: what it begins with, or what follows "of" ("University of Kentucky")."""
        doc = tokens.doc
        starts = [tokens.start, *(t.i + 1 for t in tokens if t.lower_ in ("of", "in", "for"))]
        for start in starts:
            while start < tokens.end - 1 and doc[start].lower_ in DIRECTIONS | ARTICLES:
                if self.is_known(doc[start : start + 2]):
                    break
                start += 1
            for end in range(min(start + 4, tokens.end), start, -1):
                part = doc[start:end]
                if self._begins_body(part, tokens):
                    yield part
                    break

    def _begins_body(self, part: Tokens, body: Tokens) -> bool:
        name = part.text
        starts = name[:1].isupper() or part[0].lower_ in PARTICLES
        if (
            not starts
            or not part[-1].text[:1].isupper()
            or _too_short(name)
            or name.lower() in COMMON
            or name.lower() in DIRECTIONS
        ):
            return False
        if part.text.endswith("-") or not self.is_known(part):
            return False
        if part.start == body.start and part.end == body.end:
            return self.is_place(part)
        if len(part) > 1 and part[-1].lower_ in KIND_AFTER:
            return True
        after = part.doc[part.end].lower_ if part.end < body.end else ""
        return self.told(part) or self.is_large(part) or (after in LOCAL_BODY and not self._is_person(part))

    def is_said_to_be_place(self, tokens: Tokens) -> bool:
        """The words before say that a name is a place, known or not: "the village of X", "X region"."""
        if not tokens.text[:1].isupper() or len(tokens) > 3 or tokens.text.lower() in COMMON | DIRECTIONS:
            return False
        region = len(tokens) == 1 and WHOLE_REGION_AFTER.match(text_after(tokens)) is not None
        return region or VILLAGE_OF.search(text_before(tokens)) is not None

    def is_at_home(self, tokens: Tokens) -> bool:
        """It is the usual name of a place in a country that the report names, where such names are no English words."""
        return len(tokens.text) > 3 and any(
            p.main and p.country in self.countries and p.level != "country" for p in self.gazetteer.find(tokens.text)
        )

    def _is_lone_town(self, tokens: Tokens) -> bool:
        """A large town of a country that the report names, or a great city of any, whose name is no part of anybody's:
        not all that recognition takes for a person or a body is one."""
        if len(tokens) > 1 or tokens.text.lower() in self.full_names:
            return False
        great = any(p.main and p.population >= GREAT for p in self.gazetteer.find(tokens.text))
        return great or (self.is_large(tokens) and self.is_at_home(tokens))

    def _is_misspelling(self, tokens: Tokens) -> bool:
        """A long name that nothing has, two slips or fewer from one that the report takes for a place."""
        name = tokens.text.lower()
        if len(name) < LONG_NAME or self.people[name] > 1:  # recognition takes a strange word for a person
            return False
        likely = (p for p in self.places if p[0] == name[0] and len(p) >= LONG_NAME)
        return any(DamerauLevenshtein.distance(name, p, score_cutoff=2) <= 2 for p in likely)

    def _is_foreign_acronym(self, tokens: Tokens) -> bool:
        """A short name in capitals of no country and none of the report's: "DNR" is no Donetsk in Ohio."""
        name = tokens.text
        if not name.isupper() or "." in name or len(name) > LONGEST_ACRONYM or text_before(tokens).endswith(","):
            return False
        return not any(p.level == "country" or p.country in self.countries for p in self.gazetteer.find(name) if p.main)

    def _is_unmistakable(self, tokens: Tokens) -> bool:
        """A country, or a province of two words or more."""
        found = self.gazetteer.find(tokens.text)[:1]
        return any(p.main and (p.level == "country" or (p.level == "admin1" and len(tokens) > 1)) for p in found)

    def _is_person(self, tokens: Tokens) -> bool:
        """The report has a person of that name, at least as often as a place."""
        name = tokens.text.lower()
        return self.people[name] > 0 and self.people[name] >= self.places[name]


def _too_short(name: str) -> bool:
    return len(name) < 3 and not (len(name) == 2 and name.isupper())


def _stands_surely(tokens: Tokens) -> bool:
    """The words before take a place: "in", "near", "the town of"."""
    return _word_before(tokens) in SURE_IN or PLACE_OF.search(text_before(tokens)) is not None


def _is_local(tokens: Tokens) -> bool:
    """The words after are a place's people or bodies: "a Chapin man", "Winona police"."""
    return LOCAL_AFTER.match(text_after(tokens)) is not None


def _word_before(tokens: Tokens) -> str:
    doc, i = tokens.doc, tokens.start - 1
    while i >= 0 and doc[i].lower_ in ("the", "of"):
        i -= 1
    return doc[i].lower_ if i >= 0 else ""
