"""A noun phrase cut into its head segment, what follows after prepositions, and appositions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.mentions.actor_lexicon import Entry, Match, Token
from sayso.vocabulary import load

# Punctuation that does not cut a phrase.
_INNER = frozenset((".", "&", "/", "#", "@", '"', "“", "”", "'", "‘", "’", "[", "]"))
GEOGRAPHY = ("country", "adjective", "seat", "place")
HEADS = ("body", "named", "person", "firm", "flexible", "paper", "thing")


@cache
def words_of(section: str) -> frozenset[str]:
    """A list of words in `vocabulary/actors/common.yaml`."""
    return frozenset(load("actors/common")[section])


@dataclass(frozen=True)
class Segment:
    """A stretch between two boundaries; `opener` is the word before it ("" for the first, "," for an apposition)."""

    opener: str
    tokens: tuple[Token, ...]
    matches: tuple[Match, ...]
    start: int = 0

    @property
    def _head_match(self) -> Match | None:
        return next((m for m in reversed(self.matches) if m.entry.kind in HEADS and not self._disowned(m)), None)

    @property
    def head(self) -> Entry | None:
        """The last entry that gives a sector."""
        found = self._head_match
        return found.entry if found else None

    @property
    def loose(self) -> bool:
        """A word that nobody knows, in small letters, stands after the head: "police archive"."""
        found = self._head_match
        return bool(found and found.entry.kind in ("body", "named") and self._tail_is_small(found.end))

    def _tail_is_small(self, end: int) -> bool:
        tail = self.tokens[end - self.start :]
        return bool(tail) and tail[-1].key.isalpha() and not tail[-1].capital

    @property
    def unknown_noun(self) -> bool:
        last = max((m.end for m in self.matches), default=self.start)
        return self._tail_is_small(last)

    @property
    def unknown_name(self) -> bool:
        covered = {i for m in self.matches for i in range(m.start, m.end)}
        return any(
            t.capital and t.key.isalpha() and t.key not in words_of("articles")
            for i, t in enumerate(self.tokens, self.start)
            if i not in covered
        )

    def before(self) -> Iterator[Entry]:
        """Entries with a sector before the head, nearest first (all where there is no head)."""
        head = self._head_match
        for m in reversed(self.matches):
            if head and m.start >= head.start:
                continue
            if m.entry.sector and not self._disowned(m):
                yield m.entry

    def before_head(self, kind: str) -> Entry | None:
        return next((e for e in self.before() if e.kind == kind), None)

    def without_head(self) -> Segment:
        head = self._head_match
        return self if head is None else replace(self, matches=tuple(m for m in self.matches if m.start < head.start))

    @property
    def title(self) -> Entry | None:
        """A military or other title before a name."""
        return next((m.entry for m in self.matches if m.entry.kind == "title"), None)

    @property
    def country(self) -> str | None:
        """The country named in the segment: the last one before the head, else the first after it."""
        head = self._head_match
        marks = [m for m in self.matches if m.entry.kind in GEOGRAPHY and not self._disowned(m)]
        before = [m for m in marks if head is None or m.start < head.start]
        chosen = before[-1] if before else marks[0] if marks else None
        return chosen.entry.country if chosen else None

    @property
    def any_country(self) -> str | None:
        """The country named, or that of a person, group or body that is named. "at the Kuwaiti hospital" names none."""
        adjectives = [m for m in self.matches if m.entry.kind == "adjective"]
        if self.country and (self.opener not in ("at", "in", "near") or len(adjectives) < len(self.matches) - 1):
            return self.country
        return next((m.entry.country for m in self.matches if m.entry.country and m not in adjectives), None)

    @property
    def people(self) -> bool:
        """A bare people: "Ukrainians"."""
        return any(m.entry.kind == "adjective" and self.tokens[m.end - 1 - self.start].key.endswith(("s", "men"))
                   for m in self.matches)  # fmt: skip

    @property
    def adjective(self) -> bool:
        """Nothing but a demonym that stands for its forces: "Russian"."""
        return len(self.tokens) == 1 and [m.entry.kind for m in self.matches] == ["adjective"]

    @property
    def number_only(self) -> bool:
        """Nothing but a number: "at least one", "the four", "millions"."""
        words = [t.key for t in self.tokens if t.key not in words_of("articles")]
        return (
            bool(words)
            and not self.matches
            and all(w.replace(",", "").isdigit() or w in words_of("partitives") or w == "," for w in words)
        )

    @property
    def pair(self) -> bool:
        """Several countries at once: "both armies", "the two presidents"."""
        words = [t.key for t in self.tokens[:2]]
        return words[:1] != [] and (
            words[0] in ("both", "neither", "either")
            or (len(words) > 1 and words[0] == "the" and words[1] in words_of("pair"))
        )

    @property
    def owned(self) -> bool:
        """Starts with a possessive pronoun: "its forces"."""
        return bool(self.tokens) and self.tokens[0].key in ("its", "their", "his", "her", "our", "my", "whose")

    @property
    def possessive(self) -> bool:
        return bool(self.tokens) and self.tokens[-1].key == "'s"

    @property
    def international(self) -> bool:
        return any(m.entry.kind == "international" for m in self.matches)

    @property
    def binds(self) -> bool:
        return self.opener in ("of", "for")

    @property
    def away(self) -> bool:
        """Its country is not that of the actor: "ambassador to", "war against"."""
        return self.opener in words_of("away")

    def _disowned(self, match: Match) -> bool:
        """Followed by "-backed", "-held": it names somebody else. "-based", "-led" tell whose it is."""
        at = match.end - self.start
        after = self.tokens[at] if at < len(self.tokens) else None
        first = self.tokens[match.start - self.start]
        if (
            first.glued
            and match.start > self.start
            and self.tokens[match.start - 1 - self.start].key in ("pro", "anti")
        ):
            return True
        return bool(after and after.glued and after.key in words_of("not_own"))


@dataclass(frozen=True)
class Phrase:
    """`core` holds the head; `rest` follows, in order. `former`: "former", "ex-" stands before the head."""

    core: Segment | None
    rest: tuple[Segment, ...]
    former: bool

    @classmethod
    def read(cls, tokens: list[Token], matches: list[Match]) -> Phrase:
        segments = [s for s in _segments(tokens, matches) if s.tokens]
        former = any(m.entry.kind == "former" for s in segments[:1] for m in s.matches)
        while len(segments) > 1 and _is_partitive(segments):
            segments.pop(0)
        return cls(segments[0] if segments else None, tuple(segments[1:]), former)

    @property
    def anonymous(self) -> bool:
        """Voices that are kept secret: "two people briefed on the talks", "a person with knowledge of the plan"."""
        head = self.core.head if self.core else None
        if head is None or head.key not in ("people", "person", "source", "individual"):
            return False
        return any(
            s.opener in ("familiar", "briefed", "aware", "close") or any(t.key == "knowledge" for t in s.tokens)
            for s in self.rest
        )

    def complements(self, segment: Segment) -> tuple[Segment, ...]:
        """What follows the segment, as far as it may say whose head it is."""
        later = [s for s in self.rest if s.start > segment.start]
        return tuple(s for s in later if s.opener != "and" and (s.opener == "with" or not s.away))


def _is_partitive(segments: list[Segment]) -> bool:
    """ "one of the officials", "dozens of Syrian troops": the head follows."""
    first, second = segments[0], segments[1]
    words = [t.key for t in first.tokens if t.key not in words_of("articles")]
    partitive = not words or words[-1] in words_of("partitives") or words[-1].isdigit()
    if second.opener == "of" and partitive and first.country is None:
        return True
    return not first.matches and not first.unknown_name and not first.unknown_noun


def _segments(tokens: list[Token], matches: list[Match]) -> Iterator[Segment]:
    inside = {i: m for m in matches for i in range(m.start, m.end)}
    start, opener = 0, ""
    for i, token in enumerate(tokens):
        following = tokens[i + 1].key if i + 1 < len(tokens) else ""
        if i in inside or token.key == "'s" or not _is_boundary(token, following):
            continue
        yield _segment(opener, tokens, matches, start, i)
        # "allied to Kiir": the second word does not change what the first one says.
        opener = opener if i == start and opener in words_of("participles") else token.key
        start = i + 1
    yield _segment(opener, tokens, matches, start, len(tokens))


def _segment(opener: str, tokens: list[Token], matches: list[Match], start: int, end: int) -> Segment:
    within = tuple(m for m in matches if start <= m.start and m.end <= end)
    return Segment(opener, tuple(tokens[start:end]), within, start)


def _is_boundary(token: Token, following: str) -> bool:
    if token.glued:
        return False
    if not token.key[0].isalnum():
        return token.key not in _INNER
    if token.key in words_of("participles"):
        return following in words_of("prepositions")
    return any(token.key in words_of(s) for s in ("prepositions", "clauses")) or token.key in (
        "and",
        "or",
        "nor",
        "but",
    )
