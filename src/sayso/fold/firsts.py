"""First times: what a report states as a first, tested against what is known from before."""

from collections.abc import Iterable, Sequence
from datetime import date

from sayso.fold.facet import Facet, party_of
from sayso.fold.kinds import family_of, kind, tells_of_a_happening
from sayso.fold.members import finest
from sayso.fold.sides import Sides
from sayso.model import Claim, FirstTime, PlaceFilter, PlaceMention, Query


def stated(facets: Sequence[Facet]) -> bool:
    """Does a claim of the event call it a first?"""
    return any(facet.claim.first and facet.claim.act != "no_response" for facet in facets)


def earlier_query(facet: Facet, before: date) -> Query | None:
    """What to ask a ledger for: claims of the same family of types at the place, or in it, from before a day. None
    where the place is unknown."""
    family = kind(facet.claim.type).family
    if facet.place is None or facet.place.id is None or family is None:
        return None
    types = (
        family_of(family)
        if kind(facet.claim.type).gains == "holder" or facet.claim.type == "clash"
        else (facet.claim.type,)
    )
    return Query(place=_around(facet.place), types=types, until=before)


def _around(place: PlaceMention) -> PlaceFilter:
    if place.level == "country" and place.country is not None:
        return PlaceFilter(countries=(place.country,))
    if place.level == "admin1" and place.admin1 is not None:
        return PlaceFilter(regions=(place.admin1,))
    return PlaceFilter(ids=(place.id,) if place.id is not None else ())


def first_time(facets: Sequence[Facet], candidates: Iterable[Claim], sides: Sides) -> FirstTime:
    """Does the first hold? `candidates` are claims from before; those that assert the like by the same side, and are
    not in a report of the event itself, are the earlier ones."""
    if not stated(facets):
        return FirstTime(stated=False, holds=None)
    own = {facet.claim.report for facet in facets}
    parties = {facet.party for facet in facets if facet.party is not None}
    earlier = [
        claim
        for claim in candidates
        if claim.report not in own
        and tells_of_a_happening(claim)
        and claim.act in ("assert", "confirm", "accuse")
        and claim.polarity == "affirmed"
        and _by(claim, parties, sides)
    ]
    earlier.sort(key=lambda claim: (claim.published or "", claim.id))
    return FirstTime(stated=True, holds=not earlier, earlier=tuple(claim.id for claim in earlier))


def _by(claim: Claim, parties: set[str], sides: Sides) -> bool:
    """Is one of the parties the doer, as far as a doer is named?"""
    doers = (party_of(claim, sides, claim.places[at].country) for at in finest(claim.places))
    return any(not parties or doer is None or doer in parties for doer in doers)
