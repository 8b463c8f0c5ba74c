"""Claims become events: one pass over the members of a block, in order of publication.

Each member joins the event that fits it best, or founds one. Members are taken in their own order, never in that of
arrival: so the outcome does not depend on it, reports that are published later never change the links of earlier ones,
and the events as known on a day are just the members that were published by then.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.fold.facet import Facet, Profile, facet_of
from sayso.fold.kinds import kind
from sayso.fold.sides import Sides
from sayso.fold.signals import ENOUGH, score
from sayso.model import Folded, Record, content_id

SPAN = 10  # days: an event is looked for on at most so many of its days
MOST_OLD = 50  # events of one place that a late answer is compared with, the newest first


class Judged(Record, frozen=True, kw_only=True):
    """What people said of pairs of claims: which must share an event, and which must not."""

    same: Mapping[str, frozenset[str]] = {}
    different: Mapping[str, frozenset[str]] = {}


UNJUDGED = Judged()


def link(
    members: Sequence[Folded], sides: Sides, judged: Judged = UNJUDGED, since: str = ""
) -> dict[tuple[str, int | None], str]:
    """(claim, place) -> the id of its event, for the members of one block.

    Members before `since` (an order) that have an event keep it unseen; the rest is linked. Silences that answer
    nothing belong to no event.
    """
    block = _Block(judged)
    events: dict[tuple[str, int | None], str] = {}
    for folded in sorted(members, key=lambda f: f.member.order):
        facet = facet_of(folded, sides)
        kept = folded.member.event if folded.member.order < since else None
        event = block.put(facet, kept) if kept else block.place(facet)
        if event is not None:
            events[folded.member.claim, folded.member.place] = event
    return events


class _Block:
    """The events of a block so far, by day and by place."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._events: dict[str, Profile] = {}
        self._by_day: dict[date, list[Profile]] = defaultdict(list)
        self._by_place: dict[str, list[Profile]] = defaultdict(list)
        self._of_claim: dict[str, Profile] = {}

    def place(self, facet: Facet) -> str | None:
        """Find the event of a facet, or found one."""
        claim = facet.claim
        if facet.place is None or claim.act == "no_response":
            answered = self._of_claim.get(facet.member.answers or "")
            return self._join(facet, answered) if answered is not None else None
        best = self._bound(facet)
        if best is None:
            forbidden = self._judged.different.get(claim.id, frozenset())
            open_to = (event for event in self._near(facet) if not event.claims & forbidden)
            top = max(((score(facet, event), event) for event in open_to), key=lambda each: each[0], default=None)
            best = top[1] if top is not None and top[0] >= ENOUGH else None
        return self._join(facet, best) if best is not None else self._found(facet, event_id(facet))

    def put(self, facet: Facet, event: str) -> str:
        """Take a facet into the event that it is known to belong to."""
        known = self._events.get(event)
        return self._join(facet, known) if known is not None else self._found(facet, event)

    def _bound(self, facet: Facet) -> Profile | None:
        """The event of a claim that a person said to be the same."""
        apart = self._judged.different.get(facet.claim.id, frozenset())
        likes = (self._of_claim.get(other) for other in sorted(self._judged.same.get(facet.claim.id, ())))
        return next((event for event in likes if event is not None and not event.claims & apart), None)

    def _near(self, facet: Facet) -> Iterator[Profile]:
        seen: set[str] = set()
        for event in self._candidates(facet):
            if event.id not in seen:
                seen.add(event.id)
                yield event

    def _candidates(self, facet: Facet) -> Iterator[Profile]:
        reach = kind(facet.claim.type).days + 1
        for day in _all_days(facet, reach):
            yield from self._by_day.get(day, ())
        if facet.contests or facet.days is None or (facet.days[1] - facet.days[0]).days > SPAN:
            yield from self._by_place[_key(facet)][: -MOST_OLD - 1 : -1]

    def _join(self, facet: Facet, event: Profile) -> str:
        event.add(facet)
        self._of_claim.setdefault(facet.claim.id, event)
        return event.id

    def _found(self, facet: Facet, event: str) -> str:
        profile = Profile.founded(event, facet)
        self._events[event] = profile
        self._of_claim.setdefault(facet.claim.id, profile)
        self._by_place[_key(facet)].append(profile)
        for day in _all_days(facet, 0):
            self._by_day[day].append(profile)
        return event


def event_id(facet: Facet) -> str:
    """An event is named after the claim that founds it."""
    return content_id("e", facet.claim.id, facet.member.place)


def _key(facet: Facet) -> str:
    place = facet.place
    return (place.id or place.text.casefold()) if place is not None else ""


def _all_days(facet: Facet, more: int) -> Iterable[date]:
    if facet.days is None:
        return ()
    start, end = facet.days[0] - timedelta(days=more), facet.days[1] + timedelta(days=more)
    return (start + timedelta(days=n) for n in range(min((end - start).days, SPAN + 2 * more) + 1))
