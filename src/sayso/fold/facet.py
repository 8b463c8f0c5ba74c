"""A member as linking sees it, and an event as far as it is known while its block is folded."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.fold.kinds import kind
from sayso.fold.sides import Sides
from sayso.fold.voices import Speaker, day_of, speakers
from sayso.model import ActorMention, Claim, Folded, Holder, Member, PlaceMention, Record

type Days = tuple[date, date]
type Range = tuple[int | None, int | None]

DAY = timedelta(days=1)
LOSES = ("lost", "not_controls")  # relations by which the holder is the one that has less


class Facet(Record, frozen=True, kw_only=True):
    """A member with what the signals ask of it. `days` are those of the happening: where the claim names none, the day
    of publication and the one before, and `dated` is false. `party` is the side whose deed or gain it is, `loser` the
    one that is said not to hold the ground, or no longer. `contests` where the word is that it is not so, or that of
    the side that the gain harms: such claims answer others."""

    member: Member
    claim: Claim
    place: PlaceMention | None
    days: Days | None
    dated: bool
    published: date | None
    party: str | None
    loser: str | None
    speakers: tuple[Speaker, ...]
    contests: bool
    tolls: dict[str, Range]


def facet_of(folded: Folded, sides: Sides) -> Facet:
    """The facet of a member and its claim."""
    member, claim = folded.member, folded.claim
    place = claim.places[member.place] if member.place is not None else None
    where = place.country if place is not None else None
    said = speakers(claim, sides, where)
    party = party_of(claim, sides, where)
    return Facet(
        member=member,
        claim=claim,
        place=place,
        days=_days(claim),
        dated=claim.time is not None,
        published=day_of(claim),
        party=party,
        loser=_loser(claim, sides, where),
        speakers=said,
        contests=claim.act in ("deny", "confirm") or claim.polarity == "negated" or _is_harmed(claim, said, party),
        tolls={} if claim.act == "deny" or claim.polarity == "negated" else tolls(claim),
    )


def _days(claim: Claim) -> Days | None:
    if claim.time is not None:
        return claim.time.start, claim.time.end
    published = day_of(claim)
    return (published - DAY, published) if published else None


def party_of(claim: Claim, sides: Sides, where: str | None) -> str | None:
    """The side whose deed or gain a claim tells of at a place (its country, alpha-2); None where none is named."""
    doer: Holder | ActorMention | None = None
    if kind(claim.type).gains == "holder" and claim.territory is not None:
        if claim.territory.relation in LOSES:
            return None
        doer = claim.territory.holder if claim.territory.holder.country else None
    doer = doer or next(iter(claim.agents), None)
    if doer is None or claim.type in ("clash", "withdrawal", "casualties", "destruction"):
        return None  # in a clash both fight; of the dead nobody is the doer
    name = doer.name if isinstance(doer, ActorMention) else None
    return sides.side(doer.country, doer.sector, name, where, day_of(claim))


def _loser(claim: Claim, sides: Sides, where: str | None) -> str | None:
    territory = claim.territory
    if territory is None or territory.relation not in LOSES:
        return None
    return sides.side(territory.holder.country, territory.holder.sector, None, where, day_of(claim))


def _is_harmed(claim: Claim, said: tuple[Speaker, ...], party: str | None) -> bool:
    """Does a principal of another side tell of the party's gain?"""
    if party is None or kind(claim.type).gains != "holder":
        return False
    return any(s.side is not None and s.side != party and s.principal for s in said)


def tolls(claim: Claim) -> dict[str, Range]:
    """What a claim counts: of each kind the largest number, since smaller ones are parts of it."""
    largest: dict[str, Range] = {}
    for count in claim.counts:
        if count.low is None and count.high is None:
            continue
        known = largest.get(count.what)
        if count.what != "other" and (known is None or size(known) < size((count.low, count.high))):
            largest[count.what] = (count.low, count.high)
    return largest


def size(toll: Range) -> int:
    """The largest number of a range."""
    return max(toll[0] or 0, toll[1] or 0)


@dataclass(slots=True)
class Profile:
    """An event while it grows. `days` are those that its claims agree on so far; `answered` the days of denials and
    concessions that came later."""

    id: str
    days: Days | None
    dated: bool
    places: dict[str, PlaceMention] = field(default_factory=dict)
    types: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    asserted: set[str] = field(default_factory=set)
    contested: set[str] = field(default_factory=set)
    tolls: dict[str, list[Range]] = field(default_factory=dict)
    claims: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    answered: list[Days] = field(default_factory=list)

    @classmethod
    def founded(cls, event: str, facet: Facet) -> "Profile":
        """An event of one facet."""
        profile = cls(id=event, days=facet.days, dated=facet.dated)
        profile.add(facet)
        return profile

    def add(self, facet: Facet) -> None:
        """Take a facet in."""
        claim = facet.claim
        if claim.act != "no_response":
            self.types[claim.type] += 1
            if facet.party is not None:
                self.parties[facet.party] += 1
            for speaker in facet.speakers:
                (self.contested if speaker.denies else self.asserted).add(speaker.side or speaker.voice)
            for what, toll in facet.tolls.items():
                self.tolls.setdefault(what, []).append(toll)
            self._narrow(facet)
            if facet.place is not None:
                self.places.setdefault(facet.place.id or facet.place.text, facet.place)
        self.claims.add(claim.id)
        self.reports.add(claim.report)
        self.sentences.add(claim.sentence.text)

    def _narrow(self, facet: Facet) -> None:
        if facet.days is None:
            return
        if self.days is None:
            self.days, self.dated = facet.days, facet.dated
            return
        both = max(self.days[0], facet.days[0]), min(self.days[1], facet.days[1])
        if both[0] <= both[1]:
            self.days, self.dated = both, self.dated or facet.dated
        elif facet.contests:
            self.answered.append(facet.days)
