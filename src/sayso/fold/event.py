"""An event, put together from its members."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from sayso.fold.facet import DAY, Facet, Profile, facet_of
from sayso.fold.firsts import earlier_query, first_time, stated
from sayso.fold.members import LEVELS
from sayso.fold.sides import Sides
from sayso.fold.signals import Reason, named, reasons, spoken, told
from sayso.fold.stance import sides_of, silences_of, words
from sayso.fold.status import status_of
from sayso.fold.tolls import tolls_of
from sayso.model import ActorMention, Claim, Event, EventPlace, FirstTime, Folded, PlaceMention, Query

type Earlier = Callable[[Query], Iterable[Claim]]
"""Asks the ledger for claims from before."""


def event_of(
    name: str, members: Sequence[Folded], sides: Sides, copies: Mapping[str, str], earlier: Earlier | None = None
) -> Event:
    """The event of these members (at least one), `name` its id. `copies` gives the cluster of reports that are
    reprints; `earlier` is asked where a first time is stated, without it firsts are not tested."""
    facets = [facet_of(folded, sides) for folded in sorted(members, key=lambda f: f.member.order)]
    profile = _profile(name, facets)
    said = words(facets)
    told_of = [f for f in facets if f.claim.act != "no_response"] or facets
    types = Counter(f.claim.type for f in told_of)
    reports = tuple(dict.fromkeys(f.claim.report for f in facets))
    return Event(
        id=name,
        type=max(types, key=lambda t: types[t]),
        types=tuple(types),
        places=_places(told_of),
        start=profile.days[0] if profile.days else None,
        end=profile.days[1] if profile.days else None,
        agents=_ids(f.claim.agents for f in told_of),
        targets=_ids(f.claim.targets for f in told_of),
        status=status_of(said),
        sides=sides_of(said),
        counts=tolls_of(said),
        reports=reports,
        independent_reports=len({copies.get(report, report) for report in reports}),
        claims=tuple(dict.fromkeys(f.claim.id for f in facets)),
        first=_first(facets, profile, earlier, sides),
        why=_why(facets, profile),
        silent=silences_of(facets, said),
    )


def joined(members: Sequence[Folded], sides: Sides) -> tuple[tuple[Folded, tuple[Reason, ...]], ...]:
    """Each member after the first with the reasons for which it joined those before it."""
    ordered = sorted(members, key=lambda f: f.member.order)
    facets = [facet_of(folded, sides) for folded in ordered]
    found = []
    profile = Profile.founded("", facets[0])
    for folded, facet in zip(ordered[1:], facets[1:], strict=True):
        found.append((folded, reasons(facet, profile)))
        profile.add(facet)
    return tuple(found)


def _profile(name: str, facets: Sequence[Facet]) -> Profile:
    profile = Profile.founded(name, facets[0])
    for facet in facets[1:]:
        profile.add(facet)
    return profile


def _places(facets: Sequence[Facet]) -> tuple[EventPlace, ...]:
    """The places, the most precise first."""
    found: dict[str, PlaceMention] = {}
    for facet in facets:
        if facet.place is not None:
            found.setdefault(facet.place.id or facet.place.text, facet.place)
    ordered = sorted(found.values(), key=lambda p: LEVELS.index(p.level))
    return tuple(EventPlace.of(place) for place in ordered)


def _ids(actors: Iterable[Iterable[ActorMention]]) -> tuple[str, ...]:
    counted = Counter(actor.id for each in actors for actor in each)
    return tuple(sorted(counted, key=lambda a: (-counted[a], a)))


def _first(facets: Sequence[Facet], profile: Profile, earlier: Earlier | None, sides: Sides) -> FirstTime:
    if not stated(facets) or profile.days is None or earlier is None:
        return FirstTime(stated=stated(facets), holds=None)
    query = earlier_query(next(f for f in facets if f.claim.first), profile.days[0] - DAY)
    if query is None:
        return FirstTime(stated=True, holds=None)  # at a place that nobody knows nothing can be looked up
    return first_time(facets, earlier(query), sides)


def _why(facets: Sequence[Facet], profile: Profile) -> str:
    """One sentence on why the claims are one event."""
    places = sorted(profile.places.values(), key=lambda place: LEVELS.index(place.level))
    place = named(places[0]) if places else "an unnamed place"
    when = f" on {told(profile.days)}" if profile.days else ""
    kinds = " or ".join(spoken(t) for t in profile.types) or "something"
    claims = len(profile.claims)
    tell = "claims tell" if claims > 1 else "claim tells"
    later = max((f.published for f in facets if f.published is not None), default=date.min)
    answer = f"; answered up to {later.isoformat()}" if profile.answered else ""
    return f"{claims} {tell} of {kinds} at {place}{when}{answer}."
