"""Invented claims in a line each, and what the fold makes of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from msgspec.structs import replace

from sayso.fold.event import Earlier, event_of
from sayso.fold.facet import Facet, Profile, facet_of
from sayso.fold.link import UNJUDGED, Judged, link
from sayso.fold.members import members_of
from sayso.fold.sides import Sides, read_sides
from sayso.fold.territory import holdings_of
from sayso.model import (
    ActorMention,
    Claim,
    CountMention,
    Event,
    Folded,
    Holder,
    Holding,
    PlaceMention,
    Report,
    Territory,
    Voice,
    When,
    Words,
    content_id,
)

SIDES = read_sides()
DAY = "2025-06-08"
# name: level, country, region, degrees. Zarichka is 5 km from Kolovets, all other villages are far from each other.
PLACES: dict[str, tuple[str | None, str | None, str | None, float | None, float | None]] = {
    "Kolovets": ("settlement", "UA", "UA-12", 48.00, 36.00),
    "Zarichka": ("settlement", "UA", "UA-12", 48.045, 36.00),
    "Lypka": ("settlement", "UA", "UA-12", 48.50, 36.50),
    "Dubrava": ("settlement", "UA", "UA-12", 49.00, 35.00),
    "Kolovets District": ("admin2", "UA", "UA-12", 48.10, 36.10),
    "Far District": ("admin2", "UA", "UA-12", 49.50, 34.00),
    "Kolovets Wood": ("area", "UA", "UA-12", 48.01, 36.02),
    "Dnipropetrovsk Oblast": ("admin1", "UA", "UA-12", 48.50, 35.00),
    "Stepne": ("settlement", "UA", "UA-14", 48.00, 37.80),
    "Donetsk Oblast": ("admin1", "UA", "UA-14", 48.00, 37.50),
    "Ukraine": ("country", "UA", None, 49.00, 32.00),
    "Prohonne": ("settlement", "RU", "RU-KRS", 51.50, 35.50),
    "Tabaq": ("settlement", "SD", "SD-KH", 15.60, 32.50),
    "Jarnas": ("settlement", "SY", "SY-HL", 36.20, 37.20),
    "Nadru": ("settlement", "FJ", "FJ-W", -17.80, 177.40),
    "Nowhere": (None, None, None, None, None),
}


def place(name: str, relation: str = "in", kind: str = "place") -> PlaceMention:
    """One of the places above; `Nowhere` is a name that stands for nothing known."""
    level, country, region, lat, lon = PLACES[name]
    known = None if country is None else "iso:UA" if level == "country" else f"sayso:{name.lower().replace(' ', '-')}"
    facts: dict[str, Any] = {"level": level, "relation": relation, "kind": kind}
    return PlaceMention(
        start=0, end=len(name), text=name, id=known, name=name if known else None, country=country, admin1=region,
        lat=lat, lon=lon, uncertainty_km=3.0, confidence=0.9, **facts,
    )  # fmt: skip


def actor(who: str) -> dict[str, Any]:
    """`RUS/GOV`, `-/REB=Islamic State` with a name."""
    id_, _, name = who.partition("=")
    country, _, sector = id_.partition("/")
    text = name or id_
    known = {"country": None if country == "-" else country, "sector": sector, "name": name or None, "id": id_}
    return {"start": 0, "end": len(text), "text": text} | known


def actors(who: str) -> tuple[ActorMention, ...]:
    """Several, with commas between them."""
    return tuple(ActorMention(**actor(each)) for each in who.split(", ") if each)


def voices(who: str) -> tuple[Voice, ...]:
    """`FRA/MED > RUS/MIL, RUS/GOV`: from level to level, those of one level with commas."""
    levels = who.split(" > ") if who else []
    return tuple(
        Voice(**actor(each), cue=None, level=n) for n, level in enumerate(levels) for each in level.split(", ")
    )


def when(days: str | None) -> When | None:
    """`2025-06-08`, or a first and a last day with a slash between them."""
    if days is None:
        return None
    first, _, last = days.partition("/")
    return When(text=None, start=date.fromisoformat(first), end=date.fromisoformat(last or first), edtf=days)


def number(what: str, given: int | tuple[int | None, int | None]) -> CountMention:
    """`killed=2`, `killed=(5, None)` for "at least 5"."""
    low, high = given if isinstance(given, tuple) else (given, given)
    known: dict[str, Any] = {"what": what, "low": low, "high": high}
    return CountMention(start=0, end=1, text="-", **known)


def c(
    type_: str = "shelling",
    by: str = "",
    act: str = "assert",
    *,
    at: str | Sequence[PlaceMention] = "Kolovets",
    day: str | None = DAY,
    published: str | None = "the last day",
    report: str | None = None,
    words: str | None = None,
    agents: str = "",
    targets: str = "",
    holder: str | None = None,
    relation: str = "controls",
    id_: str | None = None,
    counts: Sequence[CountMention] = (),
    killed: int | tuple[int | None, int | None] | None = None,
    **changes: Any,
) -> Claim:
    """A claim. Without `day` it names none, and is published on 8 June 2025; with one it is published on that day.
    Without `report` it has one of its own, without `words` its sentence is like no other. Ids come from content."""
    if published == "the last day":
        published = day.rpartition("/")[2] if day else DAY
    places = tuple(map(place, filter(None, at.split(", ")))) if isinstance(at, str) else tuple(at)
    named = tuple(p.text for p in places)
    own = (type_, by, act, named, day, published, agents, targets, holder, relation, killed, sorted(changes.items()))
    report = report if report is not None else content_id("r", *own)
    text = words if words is not None else content_id("sentence", report, *own)
    known: dict[str, Any] = {
        "id": id_ or content_id("c", report, text, *own), "report": report, "part": "text",
        "sentence": Words(start=0, end=len(text), text=text), "trigger": Words(start=0, end=1, text=text[:1]),
        "type": type_, "act": act, "polarity": "affirmed", "reality": "actual", "first": False, "quote": None,
        "content": (), "voices": voices(by), "agents": actors(agents), "targets": actors(targets), "places": places,
        "time": when(day), "counts": (*counts, *([] if killed is None else [number("killed", killed)])),
        "territory": None, "confidence": 0.9, "how": {}, "published": published, "outlet": "The Example Post",
    }  # fmt: skip
    if holder is not None:
        who, facts = actor(holder), dict[str, Any](relation=relation, place=0 if places else None)
        known["territory"] = Territory(holder=Holder(country=who["country"], sector=who["sector"]), **facts)
    return Claim(**(known | changes))


def took(holder: str, by: str = "", act: str = "assert", **changes: Any) -> Claim:
    """A claim that somebody has taken a place."""
    return c("capture", by, act, **({"holder": holder, "agents": holder} | changes))


def silence(by: str, **changes: Any) -> Claim:
    """A voice that is said not to have answered."""
    return c("statement", by, "no_response", **({"at": "", "day": None} | changes))


def by_report(claims: Iterable[Claim]) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """The claims of each report, which stand there in the order given."""
    for report, group in groupby(sorted(claims, key=lambda claim: claim.report), key=lambda claim: claim.report):
        yield report, read(*group)


def read(*claims: Claim) -> tuple[Claim, ...]:
    """Claims as they follow each other in one report."""
    return tuple(
        replace(claim, trigger=Words(start=n, end=n + 1, text=claim.trigger.text)) for n, claim in enumerate(claims)
    )


def members(*claims: Claim) -> tuple[Folded, ...]:
    """The members of these claims, in the order in which they are linked."""
    found = [
        Folded(member=member, claim=next(claim for claim in group if claim.id == member.claim))
        for _, group in by_report(claims)
        for member in members_of(group)
    ]
    return tuple(sorted(found, key=lambda folded: folded.member.order))


def facets(*claims: Claim, sides: Sides = SIDES) -> tuple[Facet, ...]:
    """The facets of their members."""
    return tuple(facet_of(folded, sides) for folded in members(*claims))


def profile(*claims: Claim) -> Profile:
    """An event that these claims tell of."""
    first, *others = facets(*claims)
    grown = Profile.founded("e-1", first)
    for facet in others:
        grown.add(facet)
    return grown


def linked(*claims: Claim, judged: Judged = UNJUDGED, sides: Sides = SIDES) -> dict[tuple[str, int | None], str]:
    """The event of each claim at each place, over all blocks."""
    found: dict[tuple[str, int | None], str] = {}
    by_block = sorted(members(*claims), key=lambda folded: folded.member.block)
    for _, block in groupby(by_block, key=lambda folded: folded.member.block):
        found |= link(tuple(block), sides, judged)
    return found


def groups(*claims: Claim, judged: Judged = UNJUDGED) -> list[str]:
    """Which claims share an event, as letters of the order in which they are given: `["ac", "b"]`."""
    letter = {claim.id: chr(ord("a") + n) for n, claim in enumerate(claims)}
    found: dict[str, set[str]] = {}
    for (claim, _), event in linked(*claims, judged=judged).items():
        found.setdefault(event, set()).add(letter[claim])
    return sorted("".join(sorted(letters)) for letters in found.values())


def events(
    *claims: Claim, copies: Mapping[str, str] | None = None, earlier: Earlier | None = None, sides: Sides = SIDES
) -> list[Event]:
    """The events of these claims, the earliest founded first."""
    where = linked(*claims, sides=sides)
    found: dict[str, list[Folded]] = {}
    for folded in members(*claims):
        event = where.get((folded.member.claim, folded.member.place))
        if event is not None:
            found.setdefault(event, []).append(folded)
    return [event_of(name, own, sides, copies or {}, earlier) for name, own in found.items()]


def event(*claims: Claim, **how: Any) -> Event:
    """The one event of these claims."""
    (one,) = events(*claims, **how)
    return one


def holdings(*claims: Claim) -> list[Holding]:
    """What these claims say of ground."""
    return [holding for _, group in by_report(claims) for holding in holdings_of(group, SIDES)]


def reports(*claims: Claim, text: Mapping[str, str] | None = None) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """The reports that hold these claims, each in a text like no other, or in that which is given for its id."""
    for name, group in by_report(claims):
        day = date.fromisoformat(group[0].published) if group[0].published else None
        own = " ".join(content_id("w", name, n) for n in range(12))
        yield (
            Report(id=name, text=(text or {}).get(name, own), published=day, outlet=group[0].outlet),
            group,
        )
