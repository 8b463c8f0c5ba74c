"""Which claims of a run are disputed. A simple, cautious mark; weighing who is right is no part of it.

A claim is disputed where its own act is to deny or refuse, or where another claim of the run denies the same type of
happening at the same place at about the same time.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from sayso.grounding.gazetteer.distance import distance_km
from sayso.model import Claim, PlaceMention

NEAR_KM = 50.0
NEAR_DAYS = timedelta(days=7)
CONTRARY = ("deny", "refuse")
DENIABLE = ("assert", "confirm", "accuse")


def disputes(claims: Iterable[Claim]) -> dict[str, str]:
    """Claim id -> why it is marked, for those that are."""
    claims = list(claims)
    denials: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.act == "deny":
            denials.setdefault(claim.type, []).append(claim)
    marked: dict[str, str] = {}
    for claim in claims:
        if claim.act in CONTRARY:
            marked[claim.id] = "denies it" if claim.act == "deny" else "refuses it"
        elif claim.act in DENIABLE:
            denial = next((d for d in denials.get(claim.type, []) if _about_the_same(claim, d)), None)
            if denial is not None:
                marked[claim.id] = f"denied by {denial.voices[-1].text}" if denial.voices else "denied"
    return marked


def _about_the_same(claim: Claim, denial: Claim) -> bool:
    if not claim.places or not denial.places:
        return False
    return same_place(claim.places[0], denial.places[0]) and _near_in_time(claim, denial)


def same_place(a: PlaceMention, b: PlaceMention) -> bool:
    """The same gazetteer entry, the same first-level region, or within 50 km."""
    if a.id is not None and a.id == b.id:
        return True
    if a.admin1 is not None and (a.country, a.admin1) == (b.country, b.admin1):
        return True
    if "country" in (a.level, b.level):  # the middle of a country is no place of a happening
        return False
    return distance_km(a, b) <= NEAR_KM


def _near_in_time(a: Claim, b: Claim) -> bool:
    """At most seven days between the days of the two. Where neither has days, only within one report."""
    first, second = _days(a), _days(b)
    if first is None or second is None:
        return a.report == b.report
    return first[0] - second[1] <= NEAR_DAYS and second[0] - first[1] <= NEAR_DAYS


def _days(claim: Claim) -> tuple[date, date] | None:
    if claim.time is not None:
        return claim.time.start, claim.time.end
    if claim.published:
        day = date.fromisoformat(claim.published)
        return day, day
    return None
