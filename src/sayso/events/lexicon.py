"""The trigger patterns of `vocabulary/triggers.yaml`, matched against parsed words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTS = {"verbs": "verb", "nouns": "noun", "adjectives": "adj"}
PLACE_NAMES = {"GPE", "LOC", "FAC"}
FORCE_NAMES = {"GPE", "ORG", "NORP"}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One line of the file. `type` may be `strike`, which the weapon decides."""

    type: str
    lemma: str
    particles: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How many conditions it has: the most specific pattern wins."""
        return sum(map(bool, (self.particles, self.objects, self.subjects, self.modifiers)))


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits, with the other words that it took (particle, object, modifier)."""

    pattern: Pattern
    taken: tuple[Token, ...] = field(default=())


def parse_pattern(kind: str, line: str) -> Pattern:
    """A pattern from its line, e.g. `push +into|toward subj:FORCE`."""
    lemma, *conditions = str(line).split()
    found: dict[str, frozenset[str]] = {}
    for condition in conditions:
        if condition.startswith("+"):
            found["particles"] = frozenset(condition[1:].split("|"))
        else:
            key, _, values = condition.partition(":")
            name = {"obj": "objects", "subj": "subjects", "mod": "modifiers"}[key]
            found[name] = frozenset(values.split("|"))
    return Pattern(kind, lemma, **found)


@cache
def patterns() -> dict[tuple[str, str], tuple[Pattern, ...]]:
    """All patterns by part of speech and lemma, most specific first."""
    by_word: dict[tuple[str, str], list[Pattern]] = defaultdict(list)
    for kind, parts in load("triggers").items():
        for part, lines in parts.items():
            for line in lines:
                pattern = parse_pattern(kind, line)
                by_word[PARTS[part], pattern.lemma.lower()].append(pattern)
    return {word: tuple(sorted(found, key=lambda p: -p.weight)) for word, found in by_word.items()}


@cache
def _class(name: str) -> frozenset[str]:
    return frozenset(str(word).lower() for word in load("classes")[name])


def match(token: Token, places: frozenset[int] = frozenset()) -> Match | None:
    """The most specific pattern that fits a word, or None. `places` are the numbers of words that name places, which
    are then nothing else, whatever the parser's names say."""
    part = syntax.part_of(token)
    if part is None:
        return None
    for lemma in syntax.lemmas(token):
        for pattern in patterns().get((part, lemma), ()):
            taken = _fits(pattern, token, places)
            if taken is not None:
                return Match(pattern, taken)
    return None


def in_class(token: Token, name: str) -> bool:
    """Is the lemma of a noun in a class, whatever the parser takes it to be a name of?"""
    return token.lemma_.lower() in _class(name)


def is_a(token: Token, names: Iterable[str], places: frozenset[int] = frozenset()) -> bool:
    """Is the noun one of these lemmas or of one of these classes (classes.yaml)?"""
    lemma = token.lemma_.lower()
    for name in names:
        if name not in load("classes"):
            if lemma == name.lower():
                return True
        elif lemma in _class(name) or (name == "PLACE" if token.i in places else _named(token, name)):
            return True
    return False


def _named(token: Token, name: str) -> bool:
    kind = token.ent_type_
    if name == "PLACE":
        return kind in PLACE_NAMES
    if name == "FORCE":
        return kind in FORCE_NAMES
    if name == "PERSON":
        return kind == "PERSON" or (token.tag_ == "CD" and token.head.pos_ != "NOUN") or token.tag_ in {"NNPS"}
    return False


def _fits(pattern: Pattern, token: Token, places: frozenset[int]) -> tuple[Token, ...] | None:
    """The words that meet the pattern's conditions, or None where one of them is not met."""
    taken: list[Token] = []
    for wanted, present in (
        (pattern.particles, syntax.particles(token)),
        (pattern.modifiers, syntax.modifiers(token)),
        (pattern.objects, syntax.objects(token, pattern.particles)),
        (pattern.subjects, syntax.subjects(token)),
    ):
        if wanted:
            lemmas_only = wanted is pattern.particles
            met = next((t for t in present if _meets(t, wanted, None if lemmas_only else places)), None)
            if met is None:
                return None
            taken.append(met)
    return tuple(taken)


def _meets(token: Token, wanted: frozenset[str], places: frozenset[int] | None) -> bool:
    """Is the word one of those wanted, or, where `places` is given, of a class that is wanted?"""
    if token.lower_ in wanted or token.lemma_.lower() in wanted:
        return True
    return places is not None and is_a(token, wanted, places)
