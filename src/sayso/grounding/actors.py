"""Words -> Actor: the sector from the head noun or office, the country from names, demonyms and capitals beside it.

"the head of Ukraine's National Security and Defence Council" is read as a head ("head"), what stands before it, what
follows after a preposition ("of ...") and appositions after commas. A head such as "spokesman" takes its sector from
the body or group named with it; where no country is named, that of the scene serves for national bodies.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

from sayso.grounding.actor_phrase import Phrase, Segment, words_of
from sayso.mentions.actor_lexicon import Entry, Lexicon, lexicon, tokenise
from sayso.model import Actor, ActorMention, Record, Sector, Span
from sayso.vocabulary import load

type Role = Literal["voice", "force", "party"]

# What a bare country, capital or people is by what it does.
METONYM: dict[Role, Sector] = {"voice": "GOV", "force": "MIL", "party": "GOV"}


class Scene(Record, frozen=True, kw_only=True):
    """Where a claim holds, as ISO 3166-1 alpha-3: `country` of its place, `story` those of the report by frequency,
    `outlet_country` of who printed it. `day` is the day of the report, None where unknown: today's offices then."""

    country: str | None = None
    story: tuple[str, ...] = ()
    outlet_country: str | None = None
    day: date | None = None

    @property
    def countries(self) -> tuple[str, ...]:
        return ((self.country,) if self.country else ()) + self.story


NOWHERE = Scene()


class ActorGrounder:
    """Looks words up in the lexicon of actors. Build it once; it keeps no state between calls."""

    def __init__(self, words: Lexicon | None = None) -> None:
        self._lexicon = words or lexicon()

    def ground(self, words: str, role: Role = "party", scene: Scene = NOWHERE) -> Actor:
        """Who is meant by `words`. Sector UNK and country None say that the words do not tell."""
        tokens = tokenise(words)
        phrase = Phrase.read(tokens, self._lexicon.match(tokens, scene.countries))
        return _Judge(phrase, role, scene).actor()


def actor_mention(text: str, span: Span, actor: Actor) -> ActorMention:
    """The words at `span` of `text`, which stand for `actor`."""
    return ActorMention(
        start=span.start, end=span.end, text=span.of(text),
        country=actor.country, sector=actor.sector, name=actor.name, id=actor.id,
    )  # fmt: skip


class _Judge:
    """One phrase weighed up."""

    def __init__(self, phrase: Phrase, role: Role, scene: Scene) -> None:
        self.phrase, self.role, self.scene = phrase, role, scene

    def actor(self) -> Actor:
        core = self.phrase.core
        if core is None:
            return Actor()
        head = core.head
        sector, source = self._sector(core)
        if sector is None:
            return self._nameless(core)
        if sector == "IGO":
            return Actor(sector="IGO", name=source.name if source else None)
        if self.phrase.former and sector == "GOV":
            sector = "OPP"
        if self.role == "force" and sector == "OPP":
            sector = "REB"
        country, stated = self._country(core, source)
        if head and head.kind == "paper" and sector == "UNK" and country:
            sector = "GOV"
        if not stated and self._rooted(sector, head) and (source is None or self._rooted(sector, source)):
            country = next(iter(self.scene.countries), None)
        return Actor(country=country, sector=sector, name=_name(source, country))

    def _sector(self, segment: Segment) -> tuple[Sector | None, Entry | None]:
        """The sector of a segment and the entry that gave it."""
        head = segment.head
        if head is None:
            return self._without_head(segment)
        if head.kind == "person":
            return self._person(segment, head)
        if head.kind in ("flexible", "paper") or segment.loose:
            return self._flexible(segment, head)
        if head.kind == "body":
            return self._body(segment, head)
        named = segment.before_head("named")
        if named and named.sector == "IGO" and head.kind == "firm" and head.sector not in ("CVL", "MED", "REB"):
            return "IGO", named
        if head.kind == "named":
            return self._dated(head), head
        if head.kind == "thing":
            owner = next((c.head for c in self.phrase.complements(segment) if c.opener == "belonging" and c.head), None)
            owner = owner or (named if named and named.sector in ("IGO", "NGO") else None)
            return (self._dated(owner), owner) if owner else (head.sector, head)
        if head.kind == "firm" and head.sector == "REB":
            return "REB", named or self._patron(segment) or head
        return head.sector, head

    def _patron(self, segment: Segment) -> Entry | None:
        """The group that others belong to: "militants affiliated to X", "fighters of X"."""
        heads = (c.head for c in self.phrase.complements(segment) if c.binds or c.opener in words_of("participles"))
        return next((h for h in heads if h and h.kind == "named" and h.sector == "REB"), None)

    def _person(self, segment: Segment, person: Entry) -> tuple[Sector | None, Entry]:
        office = segment.without_head()
        title = segment.title
        if office.head:
            sector, source = self._sector(office)
            if source and source.kind not in ("flexible", "paper", "thing"):
                return sector, person
            if source and source.sector == "MIL" and person.sector == "GOV":
                return "MIL", person
        if title and title.sector and person.sector != "REB":
            return title.sector, person
        return self._dated(person), person

    def _flexible(self, segment: Segment, head: Entry) -> tuple[Sector | None, Entry]:
        """A head that takes the sector of the body or group with it."""
        force = head.kind == "flexible" and head.sector == "MIL"
        named = segment.before_head("named")
        if named and named.sector == "IGO":
            return "IGO", named
        for entry in segment.before():
            sector = self._adopted(entry, force) if entry.kind != "firm" or entry.sector != "CVL" else None
            if sector:
                return sector, entry
        found: tuple[Sector, Entry] | None = None
        for complement in self.phrase.complements(segment):
            if complement.head is None or complement.head.kind == "thing":
                continue
            sector, source = self._sector(complement)
            if source and (complement.binds or source.kind in ("body", "named", "person")):
                sector = self._adopted(source, force, sector)
                if sector and (found is None or found[1].name == "intelligence"):
                    found = sector, source
        return found or (head.sector, head)

    def _adopted(self, entry: Entry, force: bool, sector: Sector | None = None) -> Sector | None:
        sector = sector or (self._dated(entry) if entry.kind in ("named", "person") else entry.sector)
        if entry.kind in ("thing", "paper", "title") or sector == "UNK":
            return None
        if force and sector == "OPP":
            return "REB"
        if force and sector in ("GOV", "MED", "NGO", "EXP"):
            return None
        return sector

    def _body(self, segment: Segment, body: Entry) -> tuple[Sector | None, Entry]:
        named = segment.before_head("named")
        sector = body.sector
        if named and named.sector == "IGO":
            return "IGO", named
        if named and named.sector == "REB" and sector == "MIL":
            return "REB", named
        international = next(
            (c.head for c in self.phrase.complements(segment) if c.head and c.head.sector == "IGO" and c.binds), None
        )
        if international and international.kind == "named":
            return "IGO", international
        if self.role == "force" and body.key in _armed():
            sector = "MIL"
        return sector, body

    def _without_head(self, segment: Segment) -> tuple[Sector | None, Entry | None]:
        """A name that nobody knows, or a bare country: titles, offices in apposition and after prepositions tell."""
        if segment.title:
            return segment.title.sector, segment.title
        if not segment.unknown_name and not segment.unknown_noun:
            adjective = segment.before_head("before")
            return (adjective.sector, adjective) if adjective else (None, None)
        for entry in segment.before():
            if entry.kind in ("before", "body", "named"):
                return entry.sector, entry
        if segment is self.phrase.core and segment.unknown_name:
            for other in self.phrase.rest:
                if other.head and other.head.kind not in ("thing", "person"):
                    return self._sector(other)
        return None, None

    def _nameless(self, core: Segment) -> Actor:
        """Only a country is told, or nothing."""
        country, _ = self._country(core, None)
        if core.number_only and self.role == "party":
            return Actor(country=country or next(iter(self.scene.countries), None), sector="CVL")
        if country is None:
            return Actor(sector="GOV" if core.international and not core.unknown_noun else "UNK")
        if core.unknown_name:
            return Actor(country=country)
        if core.unknown_noun:
            loose: dict[Role, Sector] = {"voice": "GOV", "force": "MIL", "party": "UNK"}
            return Actor(country=country, sector=loose[self.role])
        if core.people and self.role == "party":
            return Actor(country=country, sector="CVL")
        return Actor(country=country, sector=METONYM[self.role])

    def _country(self, core: Segment, source: Entry | None) -> tuple[str | None, bool]:
        """The country, and whether the words tell it (a known body without a country tells that there is none)."""
        if source and source.kind in ("named", "person") and source is core.head:
            own = source.key == "own" and core.country
            return own or source.country, True
        if core.country:
            return core.country, True
        if source and source.kind in ("named", "person"):
            return source.country, True
        for entry in core.before():
            if entry.kind in ("named", "person"):
                return entry.country, True
        if core.international:
            return None, True
        for segment in self.phrase.rest:
            if not segment.away and segment.any_country:
                return segment.any_country, True
        return None, False

    def _rooted(self, sector: Sector, head: Entry | None) -> bool:
        """Whether an actor of which no country is told belongs to the country of the scene."""
        rootless = load("actors/common")["rootless"]
        key = head.key if head else ""
        if key.startswith(("state ", "local ", "opposition ")) or (head and head.kind == "thing"):
            return True
        if sector == "BUS" and self.role == "party":
            return True
        return sector not in rootless["sectors"] and key not in rootless["nouns"]

    def _dated(self, entry: Entry) -> Sector | None:
        """The sector on the day of the report."""
        day = self.scene.day
        if day is None or entry.name is None:
            return entry.sector
        if entry.kind == "person":
            terms = load("actors/people")["terms"].get(entry.name)
            if terms and not any(int(t[:4]) <= day.year <= int(t[5:]) for t in terms):
                return "OPP"
        groups = load("actors/groups")
        if entry.name in groups["rebels_until"] and day < groups["rebels_until"][entry.name]:
            return "REB"
        if entry.name in groups["power_since"] and day >= groups["power_since"][entry.name]:
            return "GOV"
        return entry.sector


@cache
def _armed() -> frozenset[str]:
    return frozenset(load("actors/bodies")["armed"])


def _name(source: Entry | None, country: str | None) -> str | None:
    """The canonical name of a known actor; a national body is named with its country."""
    if source is None or source.kind not in ("named", "person", "body"):
        return None
    if source.kind != "body" or source.name is None:
        return source.name
    if source.name[0].islower() or country is None:
        return None
    return f"{source.name} of {load('actors/countries')[country]['names'][0]}"
