"""A claim at each of its places: what the fold links, block by block.

A claim names places of several levels at once ("Dachne in Dnipropetrovsk region, Ukraine"). Of those only the finest
count: a place that holds another one of the same claim says nothing of its own. A block is a country, a region and a
family of types; happenings of different blocks are never the same.
"""

from collections.abc import Iterator, Sequence

from sayso.fold.kinds import kind, tells_of_a_happening
from sayso.grounding.gazetteer.distance import distance_km
from sayso.model import UNDATED, Claim, Member, PlaceMention, Voice

WITHIN_KM = 60.0  # a district's middle is at most so far from what lies in it
# What is claimed goes before what answers it, what happens before who holds the ground, a village before its region.
ACTS = ("assert", "accuse", "confirm", "deny", "no_response")
LEVELS = ("settlement", "area", "admin2", "admin1", "country", None)


def members_of(claims: Sequence[Claim]) -> tuple[Member, ...]:
    """The members of one report's claims, in reading order.

    A denial or silence that names no place is put where the claim stands that it answers: the last one before it in
    the report that a voice of another camp makes. Of a claim of several places the last one is answered.
    """
    placed: list[Member] = []
    told: dict[str, Claim] = {}
    for claim in sorted(claims, key=_reading_order):
        if not tells_of_a_happening(claim):
            continue
        answered = _answered(claim, placed, told) if claim.act in ("deny", "no_response") else None
        own = tuple(_own(claim, answered)) if claim.act != "no_response" or answered is None else ()
        if not own and answered is not None:
            own = (_member(claim, None, answered.block, answered.claim),)
        placed += own
        told[claim.id] = claim
    return tuple(placed)


def _reading_order(claim: Claim) -> tuple[bool, int, int, int, str]:
    """The title first, and of claims on one trigger what is answered before what answers it."""
    rank = ACTS.index(claim.act) if claim.act in ACTS else len(ACTS)
    return claim.part != "title", claim.trigger.start, claim.trigger.end, rank, claim.id


def _own(claim: Claim, answered: Member | None) -> Iterator[Member]:
    """The members of a claim at its own places. A silence about nothing that is told has none."""
    family = kind(claim.type).family
    if family is None or claim.act == "no_response":
        return
    for at in finest(claim.places):
        yield _member(claim, at, block_of(claim.places[at], family), answered.claim if answered else None)


def _member(claim: Claim, place: int | None, block: str, answers: str | None) -> Member:
    level = LEVELS.index(claim.places[place].level) if place is not None else 9
    rank = f"{claim.part == 'title':d}{ACTS.index(claim.act)}{claim.type == 'control':d}{level}"
    told = (claim.report, f"{claim.trigger.start:08d}", claim.id, str(place))  # reports and their claims stay together
    order = "|".join((claim.published or UNDATED, rank, *told))
    return Member(claim=claim.id, place=place, block=block, order=order, answers=answers)


def block_of(place: PlaceMention, family: str) -> str:
    """`UA|UA-12|ground`; an unresolved name stands for itself."""
    if place.country is None:
        return f"?|{(place.name or place.text).casefold()}|{family}"
    return f"{place.country}|{place.admin1 or '-'}|{family}"


def finest(places: Sequence[PlaceMention]) -> tuple[int, ...]:
    """Indices of the places that hold no other one of the list; names of peoples are no places."""
    real = [at for at, place in enumerate(places) if place.kind == "place"]
    kept: dict[str, int] = {}
    for at in real:
        if not any(other != at and _holds(places[at], places[other]) for other in real):
            kept.setdefault(places[at].id or places[at].text, at)
    return tuple(kept.values())


def _holds(outer: PlaceMention, inner: PlaceMention) -> bool:
    """Does one place of a claim hold the other? Of the same level neither does."""
    if outer.country is None or outer.country != inner.country or outer.id == inner.id:
        return False
    if outer.level == "country" or outer.id == f"iso:{outer.country}":
        return inner.level != "country"
    if outer.level == "admin1":
        return inner.level not in ("country", "admin1") and outer.admin1 == inner.admin1
    if outer.level == "admin2":
        return (
            inner.level in ("settlement", "area")
            and outer.admin1 == inner.admin1
            and distance_km(outer, inner) <= WITHIN_KM
        )
    return False


def _answered(claim: Claim, placed: Sequence[Member], told: dict[str, Claim]) -> Member | None:
    """The member that a denial or silence answers: the last before it whose voice is of another camp, and of its own
    family of types where the answer has one."""
    own = {_camp(voice) for voice in claim.voices}
    family = kind(claim.type).family
    for member in reversed(placed):
        other = told[member.claim]
        if other.act in ("deny", "no_response") or {_camp(voice) for voice in other.voices} & own:
            continue
        if family is None or kind(other.type).family == family:
            return member
    return None


def _camp(voice: Voice) -> str | None:
    """Whose voice it is, as far as that can be told without a table of sides: a state's, or an armed group's."""
    if voice.sector in ("REB", "OPP") or voice.country is None:
        return voice.name or voice.id
    return voice.country
