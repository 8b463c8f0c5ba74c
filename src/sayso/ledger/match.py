"""What a query means, claim by claim: the rule that every store keeps to."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

from sayso.model import (
    PRESS,
    ActorFilter,
    ActorMention,
    Box,
    Claim,
    EventPlace,
    Holding,
    Member,
    PlaceFilter,
    PlaceMention,
    Query,
)

WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a text as the search by words compares them: without case, accents and signs."""
    if text.isascii():
        return WORD.findall(text.lower())
    bare = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(c for c in bare if not unicodedata.combining(c)))


def day_of(text: str | None) -> date | None:
    """An ISO date as a day."""
    return date.fromisoformat(text) if text is not None else None


def days_of(claim: Claim) -> tuple[date, date] | None:
    """The days on which a claim holds: those it names, else that of its publication."""
    if claim.time is not None:
        return claim.time.start, claim.time.end
    published = day_of(claim.published)
    return (published, published) if published is not None else None


def fits(claim: Claim, query: Query) -> bool:
    """Is this what the query asks for? `status`, `first`, `limit` and `after` are not for single claims."""
    return (
        (not query.types or claim.type in query.types)
        and (not query.acts or claim.act in query.acts)
        and (query.report is None or claim.report == query.report)
        and (query.by is None or _said_by(claim, query.by))
        and (query.about is None or _is_about(claim, query.about))
        and (query.place is None or any(p.kind == "place" and lies_in(p, query.place) for p in claim.places))
        and _holds_within(claim, query.since, query.until)
        and (query.text is None or set(words(query.text)) <= set(words(claim.sentence.text)))
    )


def member_fits(member: Member, claim: Claim, query: Query) -> bool:
    """Does the claim fit, and does the very place lie there that the member stands for?"""
    if not fits(claim, query):
        return False
    if query.place is None:
        return True
    # A verdict on the places of a claim can have made it one more than the claim was read to have.
    own = claim.places[member.place : member.place + 1] if member.place is not None else ()
    return any(lies_in(place, query.place) for place in own)


def lies_in(place: PlaceMention | EventPlace, wanted: PlaceFilter) -> bool:
    """Is the place one of those that are wanted, or in one? An empty filter wants none."""
    return (
        (place.id is not None and place.id in wanted.ids)
        or (place.country is not None and place.country in wanted.countries)
        or (place.admin1 is not None and place.admin1 in wanted.regions)
        or (wanted.box is not None and _in_box(place.lat, place.lon, wanted.box))
    )


def _in_box(lat: float | None, lon: float | None, box: Box) -> bool:
    if lat is None or lon is None or not box.south <= lat <= box.north:
        return False
    return box.west <= lon <= box.east if box.west <= box.east else lon >= box.west or lon <= box.east


def _said_by(claim: Claim, who: ActorFilter) -> bool:
    if who.sector == PRESS:
        return not claim.voices and who.country is None and who.name is None
    return _any_is(claim.voices, who)


def _is_about(claim: Claim, who: ActorFilter) -> bool:
    holder = claim.territory.holder if claim.territory is not None else None
    return (
        _any_is(claim.agents, who)
        or _any_is(claim.targets, who)
        or (holder is not None and _is(holder.country, holder.sector, None, who))
    )


def _any_is(actors: Sequence[ActorMention], who: ActorFilter) -> bool:
    return any(_is(actor.country, actor.sector, actor.name, who) for actor in actors)


def _is(country: str | None, sector: str, name: str | None, who: ActorFilter) -> bool:
    return who.country in (None, country) and who.sector in (None, sector) and who.name in (None, name)


def _holds_within(claim: Claim, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    days = days_of(claim)
    return days is not None and (since is None or days[1] >= since) and (until is None or days[0] <= until)


def stated_by(holding: Holding, who: ActorFilter) -> bool:
    """Is the statement of ground this actor's?"""
    if PRESS in (holding.voice, who.sector):
        return holding.voice == who.sector and who.country is None and who.name is None
    country, _, sector = holding.voice.partition("/")
    return _is(None if country == "-" else country, sector, holding.name, who)
