"""What of a claim is compared, the same for gold and for Sayso's own, and when two values are equal."""

import msgspec

from sayso.grounding.gazetteer.distance import distance_km
from sayso.model import Claim, Span

SAME_KM = 50.0
SAME_AREA_KM = 100.0


class Place(msgspec.Struct, frozen=True):
    """The first place of a claim. Coordinates in degrees WGS 84, None where it was not found."""

    level: str | None
    country: str | None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A claim reduced to what the figures look at. `voice` is the innermost one as country and sector, None the
    report's own word; `days` the first and last day; `territory` the relation and the holder's country."""

    sentence: Span
    trigger: Span
    type: str
    act: str
    polarity: str
    reality: str
    voice: tuple[str | None, str] | None
    place: Place | None
    days: tuple[str, str] | None
    counts: frozenset[tuple[str, float | None, float | None]]
    territory: tuple[str, str | None] | None


def compared(claim: Claim) -> Compared:
    """A claim of ours in the form that is compared."""
    voice, place = claim.voices[-1] if claim.voices else None, claim.places[0] if claim.places else None
    return Compared(
        sentence=claim.sentence.span,
        trigger=claim.trigger.span,
        type=claim.type,
        act=claim.act,
        polarity=claim.polarity,
        reality=claim.reality,
        voice=(voice.country, voice.sector) if voice else None,
        place=Place(place.level, place.country, place.admin1, place.lat, place.lon) if place else None,
        days=(claim.time.start.isoformat(), claim.time.end.isoformat()) if claim.time else None,
        counts=frozenset((c.what, c.low, c.high) for c in claim.counts),
        territory=(claim.territory.relation, claim.territory.holder.country) if claim.territory else None,
    )


def same_place(a: Place | None, b: Place | None) -> bool:
    """Are two first places equal?

    Both none; or in the same country and both that country, the same first-level region, a region and an area of it,
    or points at most 50 km apart. Across countries only areas (a border, a sea) at most 100 km apart.
    """
    if a is None or b is None:
        return a is b
    levels = (a.level, b.level)
    if (a.country or "") != (b.country or ""):
        return levels == ("area", "area") and distance_km(a, b) <= SAME_AREA_KM
    if "country" in levels:
        return a.level == b.level
    if levels == ("admin1", "admin1"):
        return a.admin1 == b.admin1
    if "admin1" in levels:
        return "area" in levels and a.admin1 is not None and a.admin1 == b.admin1
    return distance_km(a, b) <= SAME_KM
