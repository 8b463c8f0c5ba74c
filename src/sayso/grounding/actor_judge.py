"""One noun phrase weighed up: which of its words give the sector and which the country."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

from sayso.grounding.actor_phrase import Phrase, Segment, words_of
from sayso.mentions.actor_lexicon import Entry
from sayso.model import Actor, Record, Sector
from sayso.vocabulary import load

type Role = Literal["voice", "force", "party"]

# What a bare country, capital or people is by what it does.
METONYM: dict[Role, Sector] = {"voice": "GOV", "force": "MIL", "party": "GOV"}


class Scene(Record, frozen=True, kw_only=True):
    """Where a claim holds, as ISO 3166-1 alpha-3: `country` of its place, `story` those of the report by frequency.
    `side` is the warring state whose word was told last: "the army" is then its own, wherever it fights.
    `day` is the day of the report, None where unknown: today's offices then."""

    country: str | None = None
    side: str | None = None
    story: tuple[str, ...] = ()
    day: date | None = None

    @property
    def countries(self) -> tuple[str, ...]:
        return ((self.country,) if self.country else ()) + self.story


class Judge:
    """Weighs up `phrase` for an actor that does what `role` says, where `scene` is."""

    def __init__(self, phrase: Phrase, role: Role, scene: Scene, owner: Actor | None = None) -> None:
        self.phrase, self.role, self.scene = phrase, role, scene
        self.owner = owner if phrase.core and phrase.core.owned else None

    def actor(self) -> Actor:
        core = self.phrase.core
        if core is None or (self.role == "voice" and self.phrase.anonymous):
            return Actor()
        head = core.head
        sector, source = self._sector(core)
        if sector is None:
            return self._nameless(core)
        if sector == "IGO":
            return Actor(sector="IGO", name=source.name if source else None)
        if self.phrase.former and sector in ("GOV", "MIL"):
            sector = self._former(sector, core)
        if self.role == "force" and sector == "OPP":
            sector = "REB"
        country, stated = self._country(core, source)
        if head and head.kind == "paper" and sector == "UNK" and country:
            sector = "GOV"
        if not stated and self._rooted(sector, head) and (source is None or self._rooted(sector, source)):
            side = self.scene.side if self._national(sector, source) else None
            country = side or next(iter(self.scene.countries), None)
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
            if owner is None and head.sector == "UNK":  # "terrorist facilities", "military infrastructure"
                owner = next((e for e in segment.before() if e.sector in ("REB", "MIL")), None)
            return (self._dated(owner), owner) if owner else (head.sector, head)
        if head.kind == "firm" and head.sector == "REB":
            return "REB", named or self._patron(segment) or head
        return head.sector, head

    def _former(self, sector: Sector, core: Segment) -> Sector:
        """Those out of office: known politicians are opposition, others speak as experts."""
        person = core.head if core.head and core.head.kind == "person" else None
        if person and person.name not in load("actors/people")["terms"]:
            return sector
        if sector == "GOV" and (person or core.head is None or core.head.key in words_of("leaders")):
            return "OPP"
        return "EXP" if self.role == "voice" and person is None else sector

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
        found: tuple[Sector, Entry] | None = None
        for entry in segment.before():
            sector = self._adopted(entry, force) if _gives(entry, head) else None
            if sector and (found is None or _is_weak(found[1])):
                found = sector, entry
        if found and not _is_weak(found[1]):
            return found
        for complement in self.phrase.complements(segment):
            if complement.head is None or complement.head.kind == "thing":
                continue
            sector, source = self._sector(complement)
            if source and (complement.binds or source.kind in ("body", "named", "person")):
                sector = self._adopted(source, force, sector)
                if sector and (found is None or _is_weak(found[1])):
                    found = sector, source
        if found is None and self.owner and self.owner.sector not in ("UNK", "GOV" if force else "UNK"):
            return self.owner.sector, head  # "its spokesman" of a group
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
        holder = next((e for e in segment.before() if e.sector == "REB" and e.kind in ("before", "firm")), None)
        if holder:
            return "REB", holder
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
        if self.role == "party" and (core.people or core.possessive or core.adjective):
            return Actor(country=country, sector="CVL" if country in words_of("stateless") else "MIL")
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
        if core.international or core.pair:
            return None, True
        if self.owner:
            return self.owner.country, True
        rootless = core.head and core.head.key in load("actors/common")["rootless"]["nouns"]
        for segment in self.phrase.rest:
            if rootless and segment.opener in ("in", "at", "near"):  # "a diplomat in Nairobi" is not Kenya's
                continue
            if not segment.away and segment.any_country:
                return segment.any_country, True
        return None, False

    def _rooted(self, sector: Sector, head: Entry | None) -> bool:
        """Whether an actor of which no country is told belongs to the country of the scene."""
        rootless = load("actors/common")["rootless"]
        key = head.key if head else ""
        if key in words_of("rooted") or (head and head.kind == "thing"):
            return True
        return sector not in rootless["sectors"] and key not in rootless["nouns"]

    def _national(self, sector: Sector, source: Entry | None) -> bool:
        """Whether an actor speaks for a whole state, and not, as a mayor does, for the place where it is. A name that
        nobody knows ("John Smith of the Southern Command") is told of for its place."""
        if self.role != "voice" or any(s.unknown_name for s in (self.phrase.core, *self.phrase.rest) if s):
            return False
        if source and source.kind == "thing":
            return False
        return sector == "MIL" or (source is not None and source.name in load("actors/common")["national"])

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


def _gives(entry: Entry, head: Entry) -> bool:
    """Whether an entry before a flexible head may give it its sector: "tribal official" is no villager."""
    if head.key == "source" or head.sector == "MED":
        return entry.kind in ("named", "body", "person") or (
            head.key == "source" and entry.sector in ("MIL", "REB", "OPP")
        )
    if entry.kind == "flexible":
        return entry.sector in ("MIL", "REB")
    return entry.kind != "firm" or entry.sector != "CVL"


def _is_weak(entry: Entry) -> bool:
    """A word such as "intelligence", whose sector a ministry named beside it overrides."""
    return entry.name == "intelligence"


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
