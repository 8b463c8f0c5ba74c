"""What a report says around its place names: kinds, containers, lists; and where the report is from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.grounding.gazetteer import Entry, Gazetteer
from sayso.grounding.gazetteer.names import key
from sayso.grounding.place_home import country_of, home_of
from sayso.model import Level, Page, Span, Toponym

FIRST = r"regions?|oblasts?|provinces?|states?|governorates?|republics?|krais?|prefectures?|voivodeships?|cantons?"
SECOND = r"count(?:y|ies)|parish(?:es)?|districts?|raions?|agency|agencies|boroughs?|departments?|territory|townships?"
TOWN = (
    r"cit(?:y|ies)|towns?|villages?|ports?|port city|settlements?|hamlets?|suburbs?|neighbou?rhoods?|capital|enclave"
    r"|stronghold|hub|resort|port town"
)
KIND_AFTER = re.compile(rf"\s+(?:(?P<admin1>{FIRST})|(?P<admin2>{SECOND})|(?P<settlement>{TOWN}))\b")
KIND_BEFORE = re.compile(rf"\b(?:(?P<admin1>{FIRST})|(?P<admin2>{SECOND})|(?P<settlement>{TOWN}))\s+of\s+(?:the\s+)?$")
KIND_INSIDE = re.compile(rf"\w\s+(?:(?P<admin1>{FIRST})|(?P<admin2>{SECOND})|(?P<settlement>{TOWN}))$")
KINDS_BEFORE = re.compile(
    r"\b(?:regions|oblasts|provinces|states|governorates)\s*(?::|[–—-]+|of|such as|,? including)\s*(?:the\s+)?$"
)
TITLE_BEFORE = re.compile(r"\b(?P<settlement>mayor|downtown|city|town|village)(?:\s+of)?\s+$")
LIST = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")
COMMA = re.compile(r"\s*,\s*")
IN = re.compile(r"['’]?\s*,?\s*(?:[\w-]+\s+){0,3}(?:in|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:of\s+)?", re.IGNORECASE)
POSSESSIVE = re.compile(
    rf"(?:['’]s?)\s+(?:[\w-]+\s+){{0,4}}|\s+(?:[\w-]+\s+){{0,3}}(?:{TOWN}|{FIRST}|{SECOND})\s+of\s+"
)
KINDS: tuple[Level, ...] = ("admin1", "admin2", "settlement")
REACH = 40


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a report with all mentions that must mean the same.

    `kinds` are the levels that words beside it tell ("region", "the town of"), `containers` the keys of names that hold
    it ("Paris, Texas"), `siblings` those that stand in a list with it.
    """

    key: str
    text: str
    spans: tuple[Span, ...]
    demonym: bool
    bordered: bool
    kinds: frozenset[Level]
    containers: frozenset[str]
    looser: frozenset[str]
    siblings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """Where a report is from: the name in its dateline, and what the outlet's name and domain hold."""

    dateline: str = ""
    home: tuple[Entry, ...] = ()
    country: str | None = None

    @classmethod
    def of(cls, page: Page, gazetteer: Gazetteer) -> "Context":
        dateline = key(page.dateline_place.of(page.text)) if page.dateline_place else ""
        outlet = page.report.outlet or ""
        return cls(dateline=dateline, home=home_of(outlet, gazetteer), country=country_of(outlet))


@dataclass(slots=True)
class _Sighting:
    """A toponym with what stands beside it, before names are put together."""

    toponym: Toponym
    key: str
    kind: Level | None = None
    container: str = ""
    looser: str = ""
    shares: bool = False
    siblings: set[str] = field(default_factory=set)


def read_names(text: str, toponyms: Sequence[Toponym]) -> tuple[Name, ...]:
    """The names of a report. Mentions of one text are one name, but for those that say another kind or container."""
    sightings = [_Sighting(t, key(t.span.of(text)), _kind(t, text)) for t in toponyms]
    for a, b in pairwise(sightings):
        _relate(a, b, text[a.toponym.span.end : b.toponym.span.start])
    _share_kinds(sightings, text)
    groups: dict[tuple[str, bool, Level | None, str], list[_Sighting]] = {}
    for s in sightings:
        groups.setdefault((s.key, s.toponym.kind == "demonym", s.kind, s.container), []).append(s)
    bare = [g for g in groups if g[2] is None and not g[3]]
    for name, demonym, _, _ in bare:
        # A name that stands alone means what it means where its container is told.
        told = [g for g in groups if g[0] == name and g[1] == demonym and g[3]]
        if told:
            groups[told[0]] += groups.pop((name, demonym, None, ""))
    return tuple(_name(g, text) for g in groups.values())


def _name(group: list[_Sighting], text: str) -> Name:
    return Name(
        key=group[0].key, text=group[0].toponym.span.of(text), spans=tuple(s.toponym.span for s in group),
        demonym=group[0].toponym.kind == "demonym",
        bordered=any(s.toponym.relation == "border" for s in group), kinds=frozenset(s.kind for s in group if s.kind),
        containers=frozenset(s.container for s in group if s.container),
        looser=frozenset(s.looser for s in group if s.looser),
        siblings=frozenset(k for s in group for k in s.siblings),
    )  # fmt: skip


def _kind(toponym: Toponym, text: str) -> Level | None:
    """The level that the words around a name tell."""
    span = toponym.span
    inside = KIND_INSIDE.search(span.of(text).lower())
    if inside:
        return next(k for k in KINDS if inside.groupdict().get(k))
    before = text[max(0, span.start - REACH) : span.start].lower()
    after = text[span.end : span.end + REACH].lower()
    if KINDS_BEFORE.search(before):
        return "admin1"
    for found in (KIND_AFTER.match(after), KIND_BEFORE.search(before), TITLE_BEFORE.search(before)):
        if found and not (found.re is KIND_AFTER and found[0].endswith("ies")):
            return next(k for k in KINDS if found.groupdict().get(k))
    return None


def _relate(a: _Sighting, b: _Sighting, gap: str) -> None:
    """What the words between two neighbouring names say of them."""
    if "\n\n" in gap or len(gap) > REACH:
        return
    if LIST.fullmatch(gap):
        a.siblings.add(b.key)
        b.siblings.add(a.key)
    if (COMMA.fullmatch(gap) or gap in (" ", " (")) and b.toponym.kind == "place":
        a.container = b.key
    elif IN.fullmatch(gap) and b.toponym.kind == "place":
        a.looser = b.key
    elif POSSESSIVE.fullmatch(gap):
        b.looser = a.key


def _share_kinds(sightings: list[_Sighting], text: str) -> None:
    """In a list the kind after the last name or before the first holds for all: "Donetsk, Kherson and Lugansk regions",
    "the regions of Donetsk, Kherson and Lugansk"."""
    for a, b in pairwise(sightings):
        start = a.toponym.span.start
        if a.kind == "admin1" and KINDS_BEFORE.search(text[max(0, start - REACH) : start].lower()):
            a.shares = True
        if a.shares and b.key in a.siblings and b.kind is None:
            a.container = "" if a.container == b.key else a.container
            b.kind, b.shares = "admin1", True
    for a, b in zip(reversed(sightings[:-1]), reversed(sightings[1:]), strict=False):
        if b.kind == "admin1" and a.kind is None and b.key in a.siblings:
            a.kind = "admin1"
            a.container = "" if a.container == b.key else a.container
