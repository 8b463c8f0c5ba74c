"""The trigger patterns of `vocabulary/triggers.yaml`, matched against parsed words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
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


def match(token: Token) -> Match | None:
    """The most specific pattern that fits a word, or None."""
    part = syntax.part_of(token)
    if part is None:
        return None
    for lemma in syntax.lemmas(token):
        for pattern in patterns().get((part, lemma), ()):
            taken = _fits(pattern, token)
            if taken is not None:
                return Match(pattern, taken)
    return None


def is_a(token: Token, names: Iterable[str]) -> bool:
    """Is the noun one of these lemmas or of one of these classes (classes.yaml)?"""
    lemma = token.lemma_.lower()
    for name in names:
        if name not in load("classes"):
            if lemma == name.lower():
                return True
        elif lemma in _class(name) or _named(token, name):
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


def _fits(pattern: Pattern, token: Token) -> tuple[Token, ...] | None:
    """The words that meet the pattern's conditions, or None where one of them is not met."""
    taken: list[Token] = []
    for wanted, present in (
        (pattern.particles, syntax.particles(token)),
        (pattern.modifiers, syntax.modifiers(token)),
        (pattern.objects, syntax.objects(token, pattern.particles)),
        (pattern.subjects, syntax.subjects(token)),
    ):
        if wanted:
            met = next(_meeting(wanted, present, by_lemma=wanted is pattern.particles), None)
            if met is None:
                return None
            taken.append(met)
    return tuple(taken)


def _meeting(wanted: frozenset[str], present: Iterable[Token], *, by_lemma: bool) -> Iterator[Token]:
    for token in present:
        if token.lower_ in wanted or token.lemma_.lower() in wanted or (not by_lemma and is_a(token, wanted)):
            yield token
