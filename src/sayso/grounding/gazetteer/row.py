"""What the sources give the builder: an entry with all of its names."""

import math
from dataclasses import dataclass

from sayso.grounding.gazetteer.entry import Entry


@dataclass(frozen=True, slots=True)
class Row:
    """An entry and its names: the usual ones, which rank first, and alternates."""

    entry: Entry
    names: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()


def settlement_km(population: int) -> float:
    """The radius in which something "in" a settlement lies: a village 2 km, a city of ten million 15 km."""
    for people, km in ((3_000_000, 15.0), (500_000, 10.0), (100_000, 6.0), (20_000, 4.0), (5_000, 3.0)):
        if population >= people:
            return km
    return 2.0


def area_km(square_km: float) -> float:
    """The radius of a circle of that area, a little more since areas are no circles."""
    return round(max(5.0, 1.2 * math.sqrt(square_km / math.pi)), 1)
