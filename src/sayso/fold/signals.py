"""Why two claims are taken for one happening: a table of named reasons, each with a weight and a sentence.

A signal compares a claim at a place with an event as it stands. Its value times its weight counts for (above 0) or
against (below 0) the claim's belonging to the event; None says nothing. The sum must reach `ENOUGH`. The form follows
the readable scoring tables of record linkage (Fellegi and Sunter 1969: a weight of agreement for each field compared).
"""

from collections.abc import Callable, Iterable
from datetime import date

from sayso.fold.facet import Days, Facet, Profile, Range
from sayso.fold.kinds import kind
from sayso.grounding.gazetteer.distance import distance_km
from sayso.model import PlaceMention, Record

ENOUGH = 4.0
NEAR_KM = 8.0
DISTRICT_KM = 60.0
FAR_TIMES = 3.0  # a toll that is more than so many times another tells of something else
OF_A_WAR = 100.0  # ... or of the whole war
LONG = 7  # days: an interval that is longer tells little of when
FAR = -2.0  # the value of what hardly goes together; a place so far away is never the same

type Finding = tuple[float, str] | None


class Signal(Record, frozen=True, kw_only=True):
    """A reason. `compare` gives a value, mostly between -1 and 1, and a sentence for people."""

    name: str
    weight: float
    compare: Callable[[Facet, Profile], Finding]


class Reason(Record, frozen=True, kw_only=True):
    """What a signal found: its name, what it counts, and a sentence."""

    signal: str
    counts: float
    sentence: str


def same_place(facet: Facet, event: Profile) -> Finding:
    """The same place counts fully, a place near it or the district around it less, the whole region not at all. Of an
    event that is told at several places the closest counts."""
    if facet.place is None or not event.places:
        return None
    return max((_compared(facet.place, place) for place in event.places.values()), key=lambda found: found[0])


def _compared(a: PlaceMention, b: PlaceMention) -> tuple[float, str]:
    if (a.id is not None and a.id == b.id) or (a.id is None and b.id is None and a.text == b.text):
        return 1.0, f"both at {named(a)}"
    levels = {a.level, b.level}
    if "country" in levels:
        return FAR, f"{named(a)} is no place in particular beside {named(b)}"
    if "admin1" in levels:
        return (
            (-0.1, f"{named(a)} and {named(b)}: one may lie in the other") if len(levels) > 1 else (FAR, _differ(a, b))
        )
    apart = distance_km(a, b)
    if "admin2" in levels and len(levels) > 1:
        return (
            (0.6, f"{named(a)} and {named(b)}: one may lie in the other")
            if apart <= DISTRICT_KM
            else (FAR, _differ(a, b))
        )
    close = apart <= max(NEAR_KM, *(0.0 if p.relation == "in" else p.uncertainty_km or 0.0 for p in (a, b)))
    return (0.7, f"{named(a)} is {apart:.0f} km from {named(b)}") if close else (FAR, _differ(a, b))


def days_agree(facet: Facet, event: Profile) -> Finding:
    """The same day counts fully. A denial or concession may come much later, the sooner the likelier."""
    if facet.days is None or event.days is None:
        return -0.25, "no day is known"
    gap = apart(facet.days, event.days)
    if gap == 0:
        if facet.days == event.days and long(facet.days):
            return 0.5, f"both of {told(facet.days)}"
        if long(facet.days) or long(event.days):
            return -0.25, "their days overlap, but that is a long time"
        return (1.0 if facet.dated and event.dated else 0.6), f"both of {told(facet.days)}"
    kinds = [kind(facet.claim.type), *(kind(t) for t in event.types)]
    if answers(facet, event) is not None:
        said = (facet.published, facet.published) if facet.published else facet.days
        later = min(apart(days, each) for each in (event.days, *event.answered) for days in (facet.days, said))
        if (later <= max(k.answered for k in kinds) and facet.claim.act in ("deny", "confirm")) or later <= 1:
            return -later / 1000, f"an answer {later} days later"
    if gap <= max(k.days for k in kinds):
        return 0.25, f"{told(facet.days)} and {told(event.days)} are close"
    return FAR, f"{told(facet.days)} is not {told(event.days)}"


def same_kind(facet: Facet, event: Profile) -> Finding:
    """The same type, or one that the same happening is often told as."""
    own = facet.claim.type
    if own in event.types:
        return 1.0, f"both tell of {spoken(own)}"
    if any(other in kind(own).close or own in kind(other).close for other in event.types):
        return 0.5, f"{spoken(own)} may be the same as {spoken(first(event.types))}"
    return -0.5, f"{spoken(own)} is not {spoken(first(event.types))}"


def same_party(facet: Facet, event: Profile) -> Finding:
    """The same side does it, or gains by it. An answer may tell of the contrary."""
    if facet.party is None or not event.parties:
        return None
    if facet.party in event.parties:
        return 0.5, f"both by {facet.party}"
    return (
        None
        if facet.contests or _holds_against(facet, event)
        else (-2.5, f"by {facet.party}, not by {first(event.parties)}")
    )


def _holds_against(facet: Facet, event: Profile) -> bool:
    """Does a side say that it holds the ground which the event says another gains?"""
    return (
        facet.claim.type == "control"
        and facet.party is not None
        and bool(event.parties)
        and facet.party not in event.parties
    )


def same_side_says(facet: Facet, event: Profile) -> Finding:
    """A voice of the same side says so already."""
    if facet.contests or not facet.speakers:
        return None
    said = {
        speaker.side for speaker in facet.speakers if speaker.side is not None and not speaker.denies
    } & event.asserted
    return (1.0, f"{first(said)} says so too") if said else None


def same_toll(facet: Facet, event: Profile) -> Finding:
    """The same number of the same thing counts for, very different numbers against."""
    for what, toll in facet.tolls.items():
        others = event.tolls.get(what)
        if not others:
            continue
        if any(_agree(toll, other) for other in others):
            return (1.0 if _number(toll) > 1 else 0.3), f"both count {_number(toll)} {what}"
        if all(_times(toll, other) > FAR_TIMES for other in others):
            worst = min(_times(toll, other) for other in others)
            value = -3.0 if worst > OF_A_WAR else -1.0
            return value, f"{_number(toll)} {what} is far from {_number(others[0])}"
    return None


def answers(facet: Facet, event: Profile) -> Finding:
    """A denial or concession answers what another side, or somebody of no side, asserts; and the other way round."""
    if facet.member.answers is not None and facet.member.answers in event.claims:
        return 1.0, "it answers a claim of the same report"
    contesting = [speaker for speaker in facet.speakers if speaker.denies] or facet.speakers
    own = {speaker.side or speaker.voice for speaker in contesting}
    if (facet.contests or _holds_against(facet, event)) and event.asserted - own:
        return 1.0, f"it answers what {first(event.asserted - own)} says"
    if not facet.contests and event.contested - own and not event.asserted:
        return 1.0, f"it is what {first(event.contested - own)} denies"
    return None


def takes_back(facet: Facet, event: Profile) -> Finding:
    """A side that concedes takes back what it denied before."""
    if not facet.contests or any(speaker.denies for speaker in facet.speakers):
        return None
    own = {speaker.side for speaker in facet.speakers if speaker.side is not None} & event.contested
    return (1.0, f"{first(own)} denied it before") if own and event.asserted - own else None


def same_words(facet: Facet, event: Profile) -> Finding:
    """The very same sentence in another report."""
    repeated = facet.claim.sentence.text in event.sentences and facet.claim.report not in event.reports
    return (1.0, "the same words") if repeated else None


def same_report(facet: Facet, event: Profile) -> Finding:
    """One report goes on telling."""
    return (1.0, "told in the same report") if facet.claim.report in event.reports else None


SAME_EVENT = (
    Signal(name="same place", weight=3.0, compare=same_place),
    Signal(name="days agree", weight=2.0, compare=days_agree),
    Signal(name="same kind", weight=1.0, compare=same_kind),
    Signal(name="same party", weight=1.0, compare=same_party),
    Signal(name="same side says so", weight=0.75, compare=same_side_says),
    Signal(name="same toll", weight=1.5, compare=same_toll),
    Signal(name="answers", weight=2.0, compare=answers),
    Signal(name="takes back", weight=3.0, compare=takes_back),
    Signal(name="same words", weight=3.0, compare=same_words),
    Signal(name="same report", weight=0.5, compare=same_report),
)


def reasons(facet: Facet, event: Profile) -> tuple[Reason, ...]:
    """What each signal finds, those that say nothing left out."""
    found = ((signal, signal.compare(facet, event)) for signal in SAME_EVENT)
    return tuple(
        Reason(signal=signal.name, counts=signal.weight * finding[0], sentence=finding[1])
        for signal, finding in found
        if finding is not None
    )


def score(facet: Facet, event: Profile) -> float:
    """The sum over all signals. Of places that are far apart nothing else is asked."""
    place = same_place(facet, event)
    if place is not None and place[0] <= FAR:
        return FAR
    found = ((signal.weight, signal.compare(facet, event)) for signal in SAME_EVENT)
    return sum(weight * finding[0] for weight, finding in found if finding is not None)


def apart(a: Days, b: Days) -> int:
    """Days between two intervals, 0 where they overlap."""
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


def long(days: Days) -> bool:
    """Is the interval too long to tell a day?"""
    return (days[1] - days[0]).days > LONG


def told(days: Days) -> str:
    """An interval for people."""
    return _day(days[1]) if (days[1] - days[0]).days <= 1 else f"{_day(days[0])} to {_day(days[1])}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def first(names: Iterable[str]) -> str:
    """The first of some names, in the order of the alphabet."""
    return min(names)


def spoken(type_: str) -> str:
    """A type in words."""
    return type_.replace("_", " ")


def named(place: PlaceMention) -> str:
    """A place in words."""
    return place.name or place.text


def _differ(a: PlaceMention, b: PlaceMention) -> str:
    return f"{named(a)} is not {named(b)}"


def _number(toll: Range) -> int:
    return toll[0] if toll[0] is not None else toll[1] or 0


def _agree(a: Range, b: Range) -> bool:
    """Do two ranges have a number in common, where both name one?"""
    if None in a and None in b:
        return a == b
    low = max(a[0] or 0, b[0] or 0)
    high = min(x for x in (a[1], b[1]) if x is not None)
    return low <= high and _number(a) == _number(b)


def _times(a: Range, b: Range) -> float:
    """How many times the smaller number the greater one is; below five, and where the ranges overlap, the two are never
    far apart."""
    if (a[1] is None or b[0] is None or a[1] >= b[0]) and (b[1] is None or a[0] is None or b[1] >= a[0]):
        return 1.0
    less, more = sorted((_number(a), _number(b)))
    return more / max(less, 1) if more >= 5 else 1.0
