"""The terms by which claims are found: a claim that lacks one of what a query needs cannot fit it.

Terms are texts such as `type|shelling`. That a claim has all of them does not yet mean that it fits (a voice of one
country and another of a sector are not an actor of both), so `match.fits` has the last word.
"""

from collections.abc import Iterator, Sequence

from sayso.model import PRESS, ActorFilter, ActorMention, Claim, PlaceMention, Query

type Spot = tuple[str, float, float]
"""The term of a place, latitude and longitude."""


def terms_of(claim: Claim) -> set[str]:
    """All terms of a claim but those of its places."""
    found = {f"type|{claim.type}", f"act|{claim.act}"}
    for voice in claim.voices:
        found.update(_actor_terms("by", voice.country, voice.sector, voice.name))
    if not claim.voices:
        found.add(f"by|{PRESS}")
    for actor in (*claim.agents, *claim.targets):
        found.update(_actor_terms("about", actor.country, actor.sector, actor.name))
    if claim.territory is not None:
        found.update(_actor_terms("about", claim.territory.holder.country, claim.territory.holder.sector, None))
    found.update(map(who_term, (*claim.voices, *claim.agents, *claim.targets)))
    return found


def who_term(actor: ActorMention) -> str:
    """By this the actors of a ledger are listed."""
    return f"who|{actor.id}|{actor.name or ''}"


def _actor_terms(role: str, country: str | None, sector: str | None, name: str | None) -> Iterator[str]:
    if country is not None:
        yield f"{role}|{country}"
    if sector is not None:
        yield f"{role}|/{sector}"
    if country is not None and sector is not None:
        yield f"{role}|{country}/{sector}"
    if name is not None:
        yield f"{role}|={name}"


def place_terms(places: Sequence[PlaceMention]) -> set[str]:
    """The terms of places: what they are, and what they lie in."""
    found: set[str] = set()
    for place in places:
        if place.kind == "place":
            if place.id is not None:
                found.add(f"at|{place.id}")
            if place.country is not None:
                found.add(f"country|{place.country}")
            if place.admin1 is not None:
                found.add(f"region|{place.admin1}")
            found.update(term for term, _, _ in spots_of((place,)))
    return found


def spots_of(places: Sequence[PlaceMention]) -> set[Spot]:
    """The points of places."""
    return {
        (f"at|{place.id or (place.lat, place.lon)}", place.lat, place.lon)
        for place in places
        if place.kind == "place" and place.lat is not None and place.lon is not None
    }


def needed(query: Query) -> list[tuple[str, ...]]:
    """Sets of terms: whatever fits has one of each set. Places, words, days and reports are asked for otherwise."""
    sets: list[tuple[str, ...]] = []
    if query.types:
        sets.append(tuple(f"type|{type_}" for type_ in query.types))
    if query.acts:
        sets.append(tuple(f"act|{act}" for act in query.acts))
    for role, who in (("by", query.by), ("about", query.about)):
        if who is not None:
            sets += ((term,) for term in _who(role, who))
    return sets


def _who(role: str, who: ActorFilter) -> Iterator[str]:
    if who.sector == PRESS:
        yield f"{role}|{PRESS}"
    elif who.country is not None and who.sector is not None:
        yield f"{role}|{who.country}/{who.sector}"
    else:
        yield from _actor_terms(role, who.country, who.sector, None)
    if who.name is not None:
        yield f"{role}|={who.name}"


def of_places(query: Query) -> tuple[str, ...]:
    """The terms of the places that a query asks for, but for a box."""
    place = query.place
    if place is None:
        return ()
    return (
        *(f"at|{id_}" for id_ in place.ids),
        *(f"country|{country}" for country in place.countries),
        *(f"region|{region}" for region in place.regions),
    )
