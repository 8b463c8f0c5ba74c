"""The reasons for and against a candidate, and what each weighs.

LOCAL signals look at one name; FOCUS signals at what the other names of the report mean. Each gives about 0 to 1 (or
-1 to 1); weights were set by hand from what the signals mean.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.grounding.gazetteer import Entry
from sayso.grounding.gazetteer.distance import km_between
from sayso.grounding.place_candidates import Candidates
from sayso.grounding.place_context import Context, Name

LEVEL_PRIOR = {"country": 1.0, "admin1": 0.45, "area": 0.45, "settlement": 0.35, "admin2": 0.0}
UNKNOWN_PEOPLE = {"area": 4_000_000, "settlement": 300, "admin1": 100_000, "admin2": 3_000, "country": 100_000}
NEAR_KM = 60.0
CELL = 2.0  # degrees
ECLIPSE = 100
KNOWN_ABROAD = 300_000  # people of a town that is named anywhere by any of its names
LEAST_SUPPORT = 0.2
POINTS = 4  # candidates of one name that can draw others near
LEAST_SHARE = 0.05
GREAT = 1_000_000  # people of a state or province that every reader knows
STATES_IN_A_LIST = 0.3  # "New York, Florida" is rather a list than the town of Florida
SHARPNESS = 1.5  # of the distribution over a name's candidates: scores differ by a few points


@dataclass(frozen=True, slots=True)
class Situation:
    """A name with all that it can stand for, and where the report is from."""

    name: Name
    pool: Candidates
    context: Context


@dataclass(frozen=True, slots=True)
class LocalSignal:
    """A reason that needs one name alone."""

    of: Callable[[Entry, Situation], float]
    weight: float


@dataclass(frozen=True, slots=True)
class Focus:
    """What the report is about, by the present reading of all names: shares of countries and provinces, and points."""

    countries: dict[str, float]
    provinces: dict[str, float]
    by_name: dict[str, tuple[dict[str, float], dict[str, float]]]
    points: dict[tuple[int, int], list[tuple[str, float, float, float]]]
    readings: dict[str, tuple[tuple[Entry, float], ...]]
    dateline: str

    @classmethod
    def of(
        cls, names: Sequence[Name], pools: Sequence[Candidates], scores: Sequence[Sequence[float]], context: Context
    ) -> "Focus":
        countries: dict[str, float] = defaultdict(float)
        provinces: dict[str, float] = defaultdict(float)
        by_name: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
        points: dict[tuple[int, int], list[tuple[str, float, float, float]]] = defaultdict(list)
        readings: dict[str, tuple[tuple[Entry, float], ...]] = {}
        for name, pool, row in zip(names, pools, scores, strict=True):
            shares = _shares(row)
            ranked = sorted(zip(pool.entries, shares, strict=True), key=lambda pair: -pair[1])
            readings[name.key] = (*readings.get(name.key, ()), *ranked[:4])
            weight = pool.certainty * (0.5 if name.demonym else 1.0) * (1 + math.log(len(name.spans)))
            own = by_name.setdefault(name.key, (defaultdict(float), defaultdict(float)))
            for entry, share in ranked:
                if entry.country:
                    countries[entry.country] += weight * share
                    own[0][entry.country] += weight * share
                if entry.admin1 and not name.demonym:
                    provinces[entry.admin1] += weight * share
                    own[1][entry.admin1] += weight * share
            for entry, share in ranked[:POINTS]:
                if share > LEAST_SHARE and entry.level in ("settlement", "admin2") and not name.demonym:
                    points[_cell(entry)].append((name.key, entry.lat, entry.lon, share))
        return cls(countries, provinces, by_name, points, readings, context.dateline)


@dataclass(frozen=True, slots=True)
class FocusSignal:
    """A reason that lies in the other names."""

    of: Callable[[Entry, Situation, Focus], float]
    weight: float


def known(entry: Entry, _at: Situation) -> float:
    """How well known a place is: the logarithm of its people."""
    return math.log10((entry.population or UNKNOWN_PEOPLE[entry.level]) + 1) / 7


def level(entry: Entry, _at: Situation) -> float:
    """A name more often means a country than a town, and rarely a district."""
    return LEVEL_PRIOR[entry.level]


def usual_name(entry: Entry, _at: Situation) -> float:
    """The name is the place's usual one, not one of many alternates."""
    return 0.0 if entry.main else -1.0


def same_words(entry: Entry, at: Situation) -> float:
    """The name is written as the gazetteer writes it: a county is seldom meant by "Madison", a town by "Madison"."""
    return 1.0 if at.name.text.lower() == entry.name.lower() else 0.0


def kind(entry: Entry, at: Situation) -> float:
    """The words beside the name say its level: "Kherson region", "the village of Robotyne"."""
    if not at.name.kinds:
        return 0.0
    if entry.level in at.name.kinds:
        widest = max(e.uncertainty_km for e in at.pool.entries if e.level == entry.level and e.country == entry.country)
        return 1.0 if entry.level != "admin1" or entry.uncertainty_km == widest else 0.5
    return 0.4 if entry.level == "area" and "admin1" in at.name.kinds else -0.6


def home(entry: Entry, at: Situation) -> float:
    """Where the outlet is at home, by its name or its domain."""
    at_home = max((_closeness(entry, h) for h in at.context.home), default=0.0)
    at_home = at_home if at_home == 1.0 else 0.5 * at_home
    return max(at_home, 0.4 if at.context.country and entry.country == at.context.country else 0.0)


def eclipsed(entry: Entry, at: Situation) -> float:
    """A village that shares its name with a city of its country a hundred times its size is seldom meant."""
    if entry.level != "settlement":
        return 0.0
    same = [e.population for e in at.pool.entries if e.level == "settlement" and e.country == entry.country]
    return -1.0 if max(same) > ECLIPSE * max(entry.population, 100) else 0.0


def bordered(entry: Entry, at: Situation) -> float:
    """Borders are those of countries and provinces: "the New York border"."""
    return 1.0 if at.name.bordered and entry.level in ("country", "admin1", "area") else 0.0


def capital(entry: Entry, _at: Situation) -> float:
    """A country's capital is named more often than its people alone would tell."""
    return 1.0 if entry.capital else 0.0


def not_its_seat(entry: Entry, at: Situation) -> float:
    """A province that shares the bare name with its chief town: mostly the town is meant."""
    if at.name.kinds or entry.level not in ("admin1", "admin2") or not entry.main:
        return 0.0
    code = entry.admin1 if entry.level == "admin1" else entry.admin2
    towns = (e for e in at.pool.entries if e.level == "settlement" and e.main)
    return -1.0 if any(code == (t.admin1 if entry.level == "admin1" else t.admin2) for t in towns) else 0.0


def contained(entry: Entry, at: Situation, focus: Focus) -> float:
    """The text says what holds it: "Paris, Texas"."""
    share = _held_by(entry, at.name.containers, focus)
    province = any(e.level == "admin1" and e.main and e.population > GREAT for e in at.pool.entries)
    return STATES_IN_A_LIST * share if province else share


def likely_contained(entry: Entry, at: Situation, focus: Focus) -> float:
    """The text likely says what holds it: "Manbij in Syria", "Syria's Idlib". A country is held by nothing."""
    if any(e.level == "country" and e.main for e in at.pool.entries):
        return 0.0
    return _held_by(entry, at.name.looser, focus)


def same_country(entry: Entry, at: Situation, focus: Focus) -> float:
    """The report is about that country."""
    return _others(entry.country, at.name, focus.countries, focus, 0)


def same_province(entry: Entry, at: Situation, focus: Focus) -> float:
    """The report is about that province or state."""
    return _others(entry.admin1, at.name, focus.provinces, focus, 1)


def near_others(entry: Entry, at: Situation, focus: Focus) -> float:
    """Other places of the report lie near."""
    if entry.level not in ("settlement", "admin2"):
        return 0.0
    near = 0.0
    row, column = _cell(entry)
    for cell in product((row - 1, row, row + 1), (column - 1, column, column + 1)):
        for key, lat, lon, share in focus.points.get(cell, ()):
            if key != at.name.key:
                near += share * math.exp(-km_between(entry.lat, entry.lon, lat, lon) / NEAR_KM)
    return min(1.5, near)


def dateline(entry: Entry, at: Situation, focus: Focus) -> float:
    """It is, or lies near, where the report was written."""
    if at.name.key == focus.dateline:
        return 0.0
    return sum(share * _closeness(entry, place) for place, share in focus.readings.get(focus.dateline, ())[:3])


def listed(entry: Entry, at: Situation, focus: Focus) -> float:
    """It stands in a list with places of the same level and country."""
    best = 0.0
    for sibling in at.name.siblings:
        for other, share in focus.readings.get(sibling, ()):
            same = other.level == entry.level
            if other.id != entry.id and same and (other.country == entry.country or entry.level == "country"):
                best = max(best, share)
    return best


def one_sense(entry: Entry, at: Situation, focus: Focus) -> float:
    """Another mention of the same name, with a kind or container of its own, means it."""
    return max((share for e, share in focus.readings.get(at.name.key, ()) if e.id == entry.id), default=0.0)


LOCAL = (
    LocalSignal(known, weight=3.0),
    LocalSignal(level, weight=1.5),
    LocalSignal(usual_name, weight=1.5),
    LocalSignal(same_words, weight=0.3),
    LocalSignal(kind, weight=2.5),
    LocalSignal(home, weight=2.5),
    LocalSignal(eclipsed, weight=2.0),
    LocalSignal(bordered, weight=0.8),
    LocalSignal(capital, weight=0.8),
    LocalSignal(not_its_seat, weight=0.7),
)
FOCUS = (
    FocusSignal(contained, weight=4.0),
    FocusSignal(likely_contained, weight=2.5),
    FocusSignal(same_country, weight=1.0),
    FocusSignal(same_province, weight=1.5),
    FocusSignal(near_others, weight=1.2),
    FocusSignal(dateline, weight=1.0),
    FocusSignal(listed, weight=0.8),
    FocusSignal(one_sense, weight=0.5),
)


def is_stray(entry: Entry, at: Situation, focus: Focus) -> bool:
    """An alternate name of a small place in a country that the report has nothing else of: most likely another place,
    which the gazetteer lacks."""
    small = entry.level in ("settlement", "admin2") and entry.population < KNOWN_ABROAD
    return small and not entry.main and same_country(entry, at, focus) < LEAST_SUPPORT


def _shares(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one, by their distance to the best."""
    if not scores:
        return []
    best = max(scores)
    powers = [math.exp(SHARPNESS * (s - best)) for s in scores]
    total = sum(powers)
    return [p / total for p in powers]


def _others(code: str | None, name: Name, weights: dict[str, float], focus: Focus, which: int) -> float:
    """The weight that the other names give to a country or province, saturating."""
    if code is None:
        return 0.0
    own = focus.by_name[name.key][which].get(code, 0.0)
    return 1 - math.exp(-max(0.0, weights.get(code, 0.0) - own))


def _cell(entry: Entry) -> tuple[int, int]:
    """The square of the globe that holds a place: what lies two squares off is too far to draw it near."""
    return math.floor(entry.lat / CELL), math.floor(entry.lon / CELL)


def _held_by(entry: Entry, containers: frozenset[str], focus: Focus) -> float:
    best = 0.0
    for container in containers:
        for holder, share in focus.readings.get(container, ()):
            if holder.id != entry.id and _holds(holder, entry):
                best = max(best, share if holder.level != "settlement" else 0.3 * share)
    return best


def _closeness(a: Entry, b: Entry) -> float:
    """1 for the same place or one within 60 km, less for the same province or country."""
    if a.id == b.id or (b.level == "settlement" and km_between(a.lat, a.lon, b.lat, b.lon) < NEAR_KM):
        return 1.0
    if a.admin1 and a.admin1 == b.admin1:
        return 0.7
    return 0.3 if a.country and a.country == b.country else 0.0


def _holds(holder: Entry, entry: Entry) -> bool:
    if holder.level == "country":
        return entry.country == holder.country
    if holder.level == "admin1":
        return holder.admin1 is not None and entry.admin1 == holder.admin1
    if holder.level == "admin2":
        return entry.admin2 == holder.id
    return km_between(entry.lat, entry.lon, holder.lat, holder.lon) <= max(25.0, holder.uncertainty_km)
