"""Who holds what, on whose word: statements about ground become dated stands, a voice and a holder each.

A stand begins with the first statement that says so and goes on while the voice repeats it. It ends when the same voice
says otherwise of that holder, or says that another holder controls the place. Nothing is ever held for good: `last` is
the day on which it was last stated, and what lies after it is only not contradicted. Claims to land (`claims`,
`annexed`) run beside what holds on the ground and never end it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

import msgspec

from sayso.fold.facet import DAY, LOSES
from sayso.fold.kinds import kind, tells_of_a_happening
from sayso.fold.members import LEVELS, finest
from sayso.fold.sides import Sides
from sayso.fold.voices import day_of, speakers
from sayso.model import PRESS, Claim, EventPlace, Holder, Holding, RegionStand, Stand
from sayso.model.holding import LAND

GAINS = ("controls", "entered", "contests")
OUTLETS = {PRESS: "outlets"}


def holdings_of(claims: Iterable[Claim], sides: Sides) -> Iterator[Holding]:
    """What the claims of one report say of ground, a place and a voice each. Of several places of one level a claim
    says the same. Where it leaves open who has a place ("the village had been occupied"), that is whom the report's
    other claims name for it, if they name but one; of what stays open no picture is made."""
    telling = [c for c in claims if c.territory is not None and c.act != "no_response" and tells_of_a_happening(c)]
    telling = [claim for claim in telling if claim.part != "title"]  # too short to tell a region from a village in it
    named = _named_holders(telling)
    for claim in telling:
        for at in _places_of(claim):
            holder = _holder(claim)
            others = named.get(claim.places[at].id or "", set())
            if holder is None and len(others) == 1 and claim.territory and claim.territory.relation in GAINS:
                holder = next(iter(others))
            if holder is not None:
                yield from _at(claim, at, holder, sides)


def _holder(claim: Claim) -> Holder | None:
    """Who has the ground, None where that is left open."""
    holder = claim.territory.holder if claim.territory is not None else None
    return None if holder is None or (holder.country is None and holder.sector == "UNK") else holder


def _named_holders(claims: Iterable[Claim]) -> dict[str, set[Holder]]:
    """Place -> those who are said, truly or not, to gain or hold it."""
    named: dict[str, set[Holder]] = {}
    for claim in claims:
        holder = _holder(claim)
        if holder is not None and claim.territory is not None and claim.territory.relation in GAINS:
            for at in _places_of(claim):
                named.setdefault(claim.places[at].id or "", set()).add(holder)
    return named


def _places_of(claim: Claim) -> tuple[int, ...]:
    """The places that a claim of ground is about."""
    if kind(claim.type).family not in ("ground", "sovereignty") or claim.territory is None:
        return ()
    places, own = finest(claim.places), claim.territory.place
    if own is not None and own not in places:
        places = (own,)
    return tuple(at for at in places if claim.places[at].id is not None)


def _at(claim: Claim, at: int, holder: Holder, sides: Sides) -> Iterator[Holding]:
    territory = claim.territory
    assert territory is not None
    yield from (
        Holding(
            claim=claim.id,
            place=EventPlace.of(claim.places[at]),
            voice=speaker.voice,
            name=speaker.name if speaker.voice != PRESS else None,
            holder=holder,
            relation=territory.relation,
            act=claim.act,
            denied=speaker.denies,
            start=claim.time.start if claim.time else None,
            end=claim.time.end if claim.time else None,
            published=day_of(claim),
        )
        for speaker in speakers(claim, sides, claim.places[at].country)
    )


def stands(holdings: Iterable[Holding], sides: Sides, at: date | None = None) -> tuple[Stand, ...]:
    """The stands of these statements, by place and voice, the oldest first. With a day: those that hold on it, and
    nothing that begins later is looked at."""
    found: list[Stand] = []
    dated = [h for h in holdings if (day := _day(h)) is not None and (at is None or day <= at)]
    dated.sort(key=lambda h: (*_who(h), _day(h) or date.min, h.published or date.max, h.claim))
    for _, told in groupby(dated, key=_who):
        found += _voice(list(told), sides, at_end=at is not None)
    return _disputed(found)


def _who(holding: Holding) -> tuple[str, str, str]:
    return holding.place.id or "", holding.voice, holding.name or ""


def _day(holding: Holding) -> date | None:
    """The day from which it is said to hold: the first of those that it names, else that of publication."""
    return holding.start or holding.published


def _voice(told: Sequence[Holding], sides: Sides, *, at_end: bool) -> Iterator[Stand]:
    """The stands of one voice at one place; `at_end` gives only those that nothing has ended."""
    open_: dict[tuple[str, bool], list[Holding]] = {}
    for holding in told:
        day, said = _day(holding), holding.said
        assert day is not None
        for key in [k for k in open_ if said.ends(open_[k][-1].said)]:
            ended = open_.pop(key)
            if not at_end and _day(ended[0]) != day:  # who says otherwise of one day has said only the last of it
                yield _stand(ended, day - DAY, sides)
        open_.setdefault(said.track, []).append(holding)
    for rest in open_.values():
        yield _stand(rest, None, sides)


def _stand(told: Sequence[Holding], until: date | None, sides: Sides) -> Stand:
    first, last = told[0], told[-1]
    since, stated = _day(first), _day(last)
    assert since is not None and stated is not None
    country, sector = _actor(first.voice)
    who = (country, sector, first.name, first.place.country, last.published)
    side = sides.side(*who) if first.voice != PRESS else None
    holder = sides.side(first.holder.country, first.holder.sector, None, first.place.country, last.published)
    against = side is not None and holder is not None and side != holder and sides.is_principal(*who)
    return Stand(
        place=first.place,
        holder=first.holder,
        relation=first.relation,
        denied=first.denied,
        voice=first.voice,
        name=first.name,
        since=since,
        until=until,
        last=max(stated, since),
        said=first.published,
        side=side,
        holder_side=holder,
        concedes=against and not first.denied and first.relation in GAINS,
        claims=tuple(dict.fromkeys(h.claim for h in told)),
    )


def _actor(voice: str) -> tuple[str | None, str]:
    """An actor id taken apart."""
    country, _, sector = voice.partition("/")
    return (None if country in ("-", PRESS) else country), sector or "MED"


def _disputed(found: Sequence[Stand]) -> tuple[Stand, ...]:
    """The stands with a mark where another voice says otherwise of the same place while it lasts."""
    by_place: dict[str | None, list[Stand]] = {}
    for stand in found:
        by_place.setdefault(stand.place.id, []).append(stand)
    return tuple(
        msgspec.structs.replace(stand, disputed=any(_against(stand, other) for other in by_place[stand.place.id]))
        for stand in found
    )


def _against(a: Stand, b: Stand) -> bool:
    if (a.voice, a.name) == (b.voice, b.name) or (a.relation in LAND) != (b.relation in LAND):
        return False
    if (a.until is not None and a.until < b.since) or (b.until is not None and b.until < a.since):
        return False
    if a.holder_side == b.holder_side:
        return _holds(a) != _holds(b)
    return a.relation == b.relation == "controls" and _holds(a) and _holds(b)


def _holds(stand: Stand) -> bool:
    """Does the voice say that the holder is there?"""
    return stand.denied == (stand.relation in LOSES)


def regions(found: Iterable[Stand]) -> tuple[RegionStand, ...]:
    """The stands of gains on the ground rolled up by region and holder, regions by code."""
    groups: dict[tuple[str, str], list[Stand]] = {}
    for stand in found:
        region = stand.place.admin1 or stand.place.country
        if region is not None and stand.holder_side is not None and stand.relation in GAINS:
            groups.setdefault((region, stand.holder_side), []).append(stand)
    return tuple(_region(region, holder, group) for (region, holder), group in sorted(groups.items()))


def _region(region: str, holder: str, group: Sequence[Stand]) -> RegionStand:
    asserted: dict[str, tuple[date, date]] = {}
    conceded: dict[str, date] = {}
    denied: dict[str, date] = {}
    for stand in sorted(group, key=lambda s: (s.since, s.voice, s.name or "")):
        voice = stand.side or stand.name or OUTLETS.get(stand.voice, stand.voice)
        if stand.denied:
            denied[voice] = max(denied.get(voice, date.min), stand.said or stand.last)
        elif stand.concedes:
            conceded[voice] = min(conceded.get(voice, date.max), stand.said or stand.since)
        else:
            since, last = asserted.get(voice, (stand.since, stand.last))
            asserted[voice] = (since, max(last, stand.last))
    places = {stand.place.id for stand in group if not stand.denied and LEVELS.index(stand.place.level) < 3}
    whole = any(
        s.relation == "controls" and not (s.denied or s.disputed) and s.place.level in ("admin1", "country")
        for s in group
    )
    return RegionStand(
        region=region,
        country=group[0].place.country,
        holder=holder,
        whole=whole,
        places=len(places),
        asserted=tuple((voice, *days) for voice, days in asserted.items()),
        conceded=tuple(conceded.items()),
        denied=tuple(denied.items()),
    )
