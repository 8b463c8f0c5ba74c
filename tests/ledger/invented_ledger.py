"""Invented reports, claims and what is derived from them, a line each."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import invented_claims as invented

from sayso.ledger.base import Added, Store, View, Writer
from sayso.model import (
    ActorMention,
    Claim,
    CopyPair,
    EventPlace,
    EventRow,
    Holder,
    Holding,
    Member,
    PlaceMention,
    Query,
    Report,
    Run,
    Territory,
    Voice,
    Words,
    run_of,
)

RUN, LATER_RUN = run_of("1", "rules"), run_of("2", "rules")
DAY = "2025-06-07"
PLACES: dict[str, dict[str, Any]] = {
    "Kolovets": {"id": "geonames:1", "country": "UA", "admin1": "UA-12", "lat": 48.5, "lon": 36.0},
    "Dachne": {"id": "katottg:2", "country": "UA", "admin1": "UA-12", "lat": 47.95, "lon": 36.9},
    "Kursk": {"id": "geonames:3", "country": "RU", "admin1": "RU-KRS", "lat": 51.7, "lon": 36.2},
    "Suva": {"id": "geonames:4", "country": "FJ", "admin1": "FJ-C", "lat": -18.14, "lon": 178.44},
    "Apia": {"id": "geonames:5", "country": "WS", "admin1": None, "lat": -13.83, "lon": -171.76},
    "Russian": {"id": "iso:RU", "country": "RU", "admin1": None, "lat": 60.0, "lon": 100.0, "kind": "demonym"},
    "Nowhere": {"id": None, "country": None, "admin1": None, "lat": None, "lon": None, "level": None},
}


def place(name: str) -> PlaceMention:
    """One of the places above."""
    return invented.place(**({"name": name} | PLACES[name]))


def actor(who: str) -> ActorMention:
    """`RUS/GOV`, or `RUS/GOV=Kremlin` with a name."""
    id_, _, name = who.partition("=")
    country, _, sector = id_.partition("/")
    known: dict[str, Any] = {"country": None if country == "-" else country, "sector": sector, "name": name or None}
    return ActorMention(start=0, end=4, text="Kyiv", id=id_, **known)


def voice(who: str) -> Voice:
    """An actor as a voice."""
    one = actor(who)
    return Voice(
        start=0, end=4, text="Kyiv", country=one.country, sector=one.sector, name=one.name, id=one.id, cue=None, level=0
    )


def c(
    id_: str,
    report: str = "r-1",
    day: str | None = DAY,
    *,
    at: Sequence[str] = ("Kolovets",),
    by: Sequence[str] = ("UKR/GOV",),
    agents: Sequence[str] = (),
    targets: Sequence[str] = (),
    holder: str | None = None,
    on: tuple[str, str] | None = None,
    text: str = invented.TEXT,
    **changes: Any,
) -> Claim:
    """A claim: where, whose word, about whom, on which days."""
    known: dict[str, Any] = {
        "places": tuple(map(place, at)),
        "voices": tuple(map(voice, by)),
        "agents": tuple(map(actor, agents)),
        "targets": tuple(map(actor, targets)),
        "time": invented.when(*on) if on is not None else None,
        "sentence": Words(start=0, end=len(text), text=text),
    }
    if holder is not None:
        holds = actor(holder)
        holding = Holder(country=holds.country, sector=holds.sector)
        known["territory"] = Territory(holder=holding, relation="controls", place=0)
    return invented.claim(id=id_, report=report, published=day, **(known | changes))


def r(id_: str = "r-1", day: str | None = DAY, text: str = invented.TEXT, **changes: Any) -> Report:
    """A report."""
    return Report(id=id_, text=text, published=date.fromisoformat(day) if day else None, **changes)


def m(claim: Claim, block: str = "UA|UA-12|strike", place: int | None = 0, **changes: Any) -> Member:
    """The member of a claim at a place."""
    order = f"{claim.published or '9999-99-99'}|{claim.id}|{place}"
    return Member(claim=claim.id, place=place, block=block, order=order, **changes)


def e(id_: str, day: str = DAY, block: str = "UA|UA-12|strike", **changes: Any) -> EventRow:
    """What is kept of an event that was founded on a day."""
    known: dict[str, Any] = {"order": day, "status": "claimed", "first": False}
    return EventRow(id=id_, block=block, **(known | changes))


def h(claim: Claim, at: str = "Dachne", by: str = "RUS/GOV", start: str | None = None, **changes: Any) -> Holding:
    """What a claim says of ground."""
    who, p = actor(by) if by != "press" else None, place(at)
    known: dict[str, Any] = {
        "claim": claim.id,
        "place": EventPlace(
            name=p.name, level=p.level, country=p.country, admin1=p.admin1, lat=p.lat, lon=p.lon, id=p.id
        ),
        "voice": who.id if who else "press",
        "name": who.name if who else None,
        "holder": Holder(country="RUS", sector="MIL"),
        "relation": "controls",
        "act": "assert",
        "denied": False,
        "start": date.fromisoformat(start) if start else None,
        "end": None,
        "published": date.fromisoformat(claim.published) if claim.published else None,
    }
    return Holding(**(known | changes))


def linked(*rows: tuple[str, int | None, str]) -> dict[tuple[str, int | None], str]:
    """Claim, place and event."""
    return {(claim, at): event for claim, at, event in rows}


def pair(a: str, b: str) -> CopyPair:
    """Two reports that share text."""
    return CopyPair(a=min(a, b), b=max(a, b), containment=0.75)


def write(writer: Writer, report: Report, claims: Iterable[Claim] = (), run: Run = RUN) -> Added:
    """Add a report and a member for each of its claims."""
    claims = tuple(claims)
    added = writer.add(report, claims, run)
    writer.put_members([claim.id for claim in claims], [m(claim) for claim in claims])
    return added


def put(store: Store, report: Report, claims: Iterable[Claim] = (), run: Run = RUN) -> Added:
    """The same in a writing of its own."""
    with store.writer() as writer:
        return write(writer, report, claims, run)


def ids(view: View, **query: Any) -> str:
    """The ids of the claims that a query asks for."""
    return " ".join(claim.id for claim in view.claims(Query(**query)))
