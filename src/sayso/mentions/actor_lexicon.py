"""Words that name actors, from `vocabulary/actors`: one index of token sequences, matched longest first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sayso.model import Sector
from sayso.vocabulary import load

type Kind = Literal[
    "country", "adjective", "seat", "place",  # geography: they give a country
    "body", "named", "person", "firm", "flexible", "paper", "thing",  # heads: they give a sector
    "before", "title", "neutral", "international", "former",
]  # fmt: skip

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’ʼ]\w+)*|[^\w\s]")
_POSSESSIVE = re.compile(r"['’ʼ]s?$", re.IGNORECASE)
_STROKED = str.maketrans("ŁłØøĐđı", "LlOoDdi")  # letters that do not decompose
# Short acronyms that are also written as words ("Nato"); all others need their capitals.
_WORDLIKE = frozenset(("NATO", "ISIS", "ISIL", "OCHA", "SANA", "TASS"))
_SPELLINGS = {
    "center": "centre", "theater": "theatre", "neighborhood": "neighbourhood", "neighbor": "neighbour",
    "armored": "armoured", "labor": "labour", "program": "programme", "traveler": "traveller", "harbor": "harbour",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands (`text`, from `start`) and as it is compared (`key`). `glued`: a hyphen stands before it."""

    key: str
    text: str
    start: int
    glued: bool = False

    @property
    def capital(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a sequence of words may stand for. `scene`: only in stories of that country; `exact`: only in capitals;
    `proper`: only with a capital; `short`: a surname alone; `key`: the noun in the singular."""

    kind: Kind
    sector: Sector | None = None
    country: str | None = None
    name: str | None = None
    key: str = ""
    scene: str | None = None
    exact: bool = False
    proper: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """An entry at tokens `start` up to, not including, `end`."""

    entry: Entry
    start: int
    end: int


def tokenise(words: str) -> list[Token]:
    """Words and punctuation; a possessive ending is a token `'s`, a hyphen within a compound is dropped."""
    tokens: list[Token] = []
    glued = False
    last_end = -1
    for found in _TOKEN.finditer(words):
        text, start = found.group(), found.start()
        end = found.end()
        if text == "-" and end < len(words) and not words[end].isspace():
            glued, last_end = True, end
            continue
        ending = _POSSESSIVE.search(text)
        stem = text[: ending.start()] if ending and ending.start() else text
        tokens.append(Token(_key(stem), stem, start, glued and start == last_end))
        if stem != text:
            tokens.append(Token("'s", text[len(stem) :], start + len(stem)))
        elif text in "'’ʼ" and len(tokens) > 1 and start == last_end and tokens[-2].text[-1:] in "sS":
            tokens[-1] = Token("'s", text, start)
        glued, last_end = False, end
    return tokens


@cache
def _key(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.translate(_STROKED)) if not unicodedata.combining(c))
    plain = re.sub(r"['’ʼ‘`.]", "", plain).casefold()
    plain = _SPELLINGS.get(plain, plain)
    return re.sub(r"ense(?=s?$)", "ence", re.sub(r"iz(?=ation|e|ing)", "is", plain)) or word


class Lexicon:
    """All entries, by their tokens."""

    def __init__(self, entries: Iterable[tuple[str, Entry]]) -> None:
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        self._longest: dict[str, int] = {}
        for words, entry in entries:
            keys = tuple(t.key for t in tokenise(words))
            known = self._entries.setdefault(keys, [])
            if entry not in known:
                known.append(entry)
            self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def match(self, tokens: list[Token], countries: tuple[str, ...] | None = ()) -> list[Match]:
        """The longest entries from left to right. `countries` of the story, nearest first, choose between namesakes;
        None takes whatever the words may mean in some story."""
        matches: list[Match] = []
        at = 0
        while at < len(tokens):
            found = self._at(tokens, at, countries)
            if tokens[at].key == "the" and at + 1 < len(tokens):  # "The National Unity Government" is not The National
                inner = self._at(tokens, at + 1, countries)
                found = inner if inner and (found is None or inner.end > found.end) else found
            if found is None:
                at += 1
            else:
                matches.append(found)
                at = found.end
        return matches

    def _at(self, tokens: list[Token], at: int, countries: tuple[str, ...] | None) -> Match | None:
        longest = min(self._longest.get(tokens[at].key, 0), len(tokens) - at)
        for length in range(longest, 0, -1):
            entries = self._entries.get(tuple(t.key for t in tokens[at : at + length]))
            entry = entries and _choose(entries, tokens[at : at + length], countries)
            if entry and not (entry.short and self._in_a_name(tokens, at, at + length)):
                return Match(entry, at, at + length)
        return None

    def _in_a_name(self, tokens: list[Token], start: int, end: int) -> bool:
        """Whether a surname stands beside another capitalised word that nobody knows: "Bob Kerry" is not John Kerry."""
        beside = tokens[max(0, start - 1) : start] + tokens[end : end + 1]
        return any(t.capital and t.key.isalpha() and (t.key,) not in self._entries and len(t.key) > 1 for t in beside)


def _choose(entries: list[Entry], tokens: list[Token], countries: tuple[str, ...] | None) -> Entry | None:
    fitting = [e for e in entries if _fits(e, tokens, countries)]
    if len(fitting) > 1 and fitting[0].short and countries is not None:
        # Namesakes: the one whose country the story is about, else nobody.
        ranked = [e for c in countries for e in fitting if e.country == c]
        return ranked[0] if ranked else None
    return next((e for e in fitting if e.scene), fitting[0] if fitting else None)


def _fits(entry: Entry, tokens: list[Token], countries: tuple[str, ...] | None) -> bool:
    if entry.scene and countries is not None and entry.scene not in countries[:1]:
        return False
    if entry.exact:
        return tokens[0].text.isupper()
    return not entry.proper or any(t.capital for t in tokens)


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package, read once."""
    return Lexicon(entry for read in (_scene, _people, _named, _countries, _bodies, _common) for entry in read())


def _countries() -> Iterator[tuple[str, Entry]]:
    for iso, row in load("actors/countries").items():
        kinds: tuple[tuple[str, Kind], ...] = (("names", "country"), ("adj", "adjective"), ("people", "adjective"),
                                               ("seats", "seat"), ("places", "place"))  # fmt: skip
        for field, kind in kinds:
            for words in row.get(field, ()):
                entry = _proper(words, kind, None, iso, row["names"][0])
                yield words, entry
                if kind == "adjective":
                    yield from ((plural, entry) for plural in _plurals(words))
                elif not words.isupper():
                    yield words + "s", entry  # texts that lost their apostrophes: "Syrias army"


def _named() -> Iterator[tuple[str, Entry]]:
    for file in ("groups", "organisations"):
        for sector, by_country in load(f"actors/{file}").items():
            if sector not in ("scene", "rebels_until", "power_since"):
                yield from _names(sector, by_country)
    yield from _names("MED", load("actors/outlets"))
    for country, by_sector in load("actors/bodies")["own"].items():
        for sector, names in by_sector.items():
            yield from _names(sector, {country: names}, key="own")


def _names(sector: Sector, by_country: dict[str, dict[str, list[str]]], key: str = "") -> Iterator[tuple[str, Entry]]:
    for country, names in by_country.items():
        for name, others in names.items():
            for words in (name, *others):
                entry = replace(_proper(words, "named", sector, None if country == "-" else country, name), key=key)
                yield words, entry
                if words.startswith("The "):
                    yield words[4:], entry


def _scene() -> Iterator[tuple[str, Entry]]:
    known = {e.name: e for _, e in _named()}
    for file in ("groups", "organisations"):
        for country, names in load(f"actors/{file}")["scene"].items():
            for name, others in names.items():
                full = known[name]
                for words in others:
                    yield words, Entry("named", full.sector, full.country, name, scene=country)


def _people() -> Iterator[tuple[str, Entry]]:
    for country, by_sector in load("actors/people").items():
        if country == "terms":
            continue
        for sector, names in by_sector.items():
            for name, others in names.items():
                iso = None if country == "-" else country
                for words in (name, *others):
                    yield words, Entry("person", sector, iso, name, proper=words[0].isupper(), short=" " not in words)
                surname = name.split()[-1]
                if len(surname) > 3:
                    yield surname, Entry("person", sector, iso, name, proper=True, short=True)
                    bare = surname.removeprefix("al-").removeprefix("el-")
                    yield bare, Entry("person", sector, iso, name, proper=True, short=True)


def _bodies() -> Iterator[tuple[str, Entry]]:
    for sector, bodies in load("actors/bodies")["any"].items():
        for name, phrases in bodies.items():
            for words in phrases:
                yield from _with_plurals(words, Entry("body", sector, name=name, key=words))


def _common() -> Iterator[tuple[str, Entry]]:
    common = load("actors/common")
    for sector, tails in common["name_tails"].items():
        yield from ((words, Entry("firm", sector, key=words, proper=True)) for words in tails)
    for words in common["arms"]:
        yield from _with_plurals(words, Entry("flexible", "MIL", name="arms", key=words))
    sections: tuple[tuple[str, Kind], ...] = (("firm", "firm"), ("flexible", "flexible"), ("things", "thing"))
    for section, kind in sections:
        for sector, nouns in common[section].items():
            for words in nouns:
                yield from _with_plurals(words, Entry(kind, sector, key=words))
    for words in common["papers"]:
        yield from _with_plurals(words, Entry("paper", "UNK", key=words))
    for sector, adjectives in common["before"].items():
        yield from ((words, Entry("before", sector, key=words)) for words in adjectives)
    for sector, titles in common["titles"].items():
        yield from ((words, Entry("title", sector, key=words, proper=True)) for words in titles)
    plain: tuple[Kind, ...] = ("neutral", "international", "former")
    for kind in plain:
        yield from ((words, Entry(kind, key=words, proper=kind == "neutral")) for words in common[kind])


def _proper(words: str, kind: Kind, sector: Sector | None, country: str | None, name: str) -> Entry:
    letters = [c for c in words if c.isalpha()]
    exact = len(letters) <= 4 and all(c.isupper() for c in letters) and words not in _WORDLIKE
    return Entry(kind, sector, country, name, exact=exact, proper=not exact and words[0].isupper())


def _with_plurals(words: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    yield words, entry
    yield from ((plural, entry) for plural in _plurals(words))


def _plurals(words: str) -> Iterator[str]:
    """The plural of a noun or of the last word of a phrase; the first noun of "head of state" too."""
    if words.endswith(("man", "men")):
        yield words[:-2] + "en"
    elif words.endswith("y") and words[-2:-1] not in "aeiou":
        yield words[:-1] + "ies"
    elif words.endswith(("s", "x", "ch", "sh")):
        yield words + "es"
    elif words == "child" or words.endswith(" child"):
        yield words + "ren"
    elif words.endswith("wife"):
        yield words[:-2] + "ves"
    else:
        yield words + "s"
    if " of " in words or " for " in words:
        head, rest = words.split(" ", 1)
        yield f"{head}s {rest}" if rest.startswith(("of ", "for ")) else words
