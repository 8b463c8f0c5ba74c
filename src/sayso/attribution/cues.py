"""Load the cues of `vocabulary/cues.yaml` and find them in a parse."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.model import Act
from sayso.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A reporting verb: its lemma, the words it needs (`tail`), what it does and where its content stands."""

    lemma: str
    tail: tuple[str, ...]
    act: Act
    takes: frozenset[str]
    attitude: bool


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that names a saying."""

    lemma: str
    act: Act
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, by lemma; the longest tails of a verb come first. `saying` are the verbs that report by themselves."""

    verbs: dict[str, tuple[VerbCue, ...]]
    nouns: dict[str, tuple[NounCue, ...]]
    participles: frozenset[str]
    citing: frozenset[str]
    carriers: frozenset[str]
    saying: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    adverbs: frozenset[str]
    speakers: frozenset[str]
    silence: dict[str, frozenset[str]]
    tolls: dict[str, frozenset[str]]
    parties: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]


@cache
def cues() -> Cues:
    """The cues, read once."""
    data = load("cues")
    verbs: dict[str, list[VerbCue]] = defaultdict(list)
    for group in data["verbs"]:
        for word in group["words"].split():
            lemma, *tail = word.split("_")
            cue = VerbCue(lemma, tuple(tail), group["act"], frozenset(group["takes"]), group.get("attitude", False))
            verbs[lemma].append(cue)
    nouns: dict[str, list[NounCue]] = defaultdict(list)
    for group in data["nouns"]:
        for word in group["words"].split():
            nouns[word].append(NounCue(word, group["act"], frozenset(group["takes"])))
    return Cues(
        verbs={lemma: tuple(sorted(found, key=lambda c: -len(c.tail))) for lemma, found in verbs.items()},
        nouns={lemma: tuple(found) for lemma, found in nouns.items()},
        participles=frozenset(data["participles"].split()),
        citing=frozenset(data["citing"].split()),
        carriers=frozenset(data["carriers"].split()),
        saying=frozenset(lemma for lemma, found in verbs.items() if any(not c.tail and not c.attitude for c in found)),
        according=tuple(tuple(phrase.split()) for phrase in data["according"]),
        adverbs=frozenset(data["adverbs"].split()),
        speakers=frozenset(data["speakers"].split()),
        silence=_sets(data["silence"]),
        tolls=_sets(data["tolls"]),
        parties=_sets(data["parties"]),
        lists=_sets(data["lists"]),
    )


def _sets(groups: dict[str, str]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in groups.items()}


def matches(verb: Token) -> list[tuple[VerbCue, tuple[Token, ...]]]:
    """The cues that a verb may be, each with the tokens of its tail; those with the longest tail only."""
    found = []
    for cue in cues().verbs.get(lemma_of(verb), ()):
        tail = find_tail(verb, cue.tail)
        if tail is not None:
            found.append((cue, tail))
    if any(c.dep_ == "prt" and all(c not in tail for _, tail in found) for c in verb.children):
        return []  # "called off", "found out": another verb
    longest = max((len(tail) for _, tail in found), default=0)
    return [(cue, tail) for cue, tail in found if len(tail) == longest]


def find_tail(head: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens of a multi-word cue after its head, each hanging on one before it; None where one is missing."""
    found: list[Token] = []
    for word in words:
        hit = next(
            (t for h in (*reversed(found), head) for t in h.children
             if t.i > head.i and t.dep_ not in ("pobj", "ccomp", "relcl") and word in (t.lower_, t.lemma_.lower())
             and not any(c.lower_ == "time" for c in t.children)),  # "for the first time"
            None,
        )  # fmt: skip
        if hit is None:
            return None
        found.append(hit)
    return tuple(found)


# Forms that the lemmatizer gets wrong in headlines and in text that lost its apostrophes.
IRREGULAR = {"saying": "say", "said": "say", "told": "tell", "accused": "accuse", "claimed": "claim", "vowed": "vow"}


def lemma_of(token: Token) -> str:
    """The lemma of a verb, lower case."""
    return IRREGULAR.get(token.lower_, token.lemma_.lower())
