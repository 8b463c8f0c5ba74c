"""A place as the gazetteer knows it."""

from sayso.model import Level
from sayso.model.record import Record


class Entry(Record, frozen=True, kw_only=True):
    """One thing that a name can stand for.

    `id`, `country` and `admin1` are those of `sayso.model.PlaceMention`; `admin2` is the id of the district or county
    that holds it. `population` is 0 where unknown; of a subdivision it is the sum of its towns. `capital` tells a
    country's capital, `main` that the name looked up is the usual one, not an alternate. `outline` is the code of its
    outline, None where it is a point.
    """

    id: str
    name: str
    level: Level
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float
    lon: float
    population: int = 0
    capital: bool = False
    uncertainty_km: float
    outline: str | None = None
    main: bool = True


class Match(Record, frozen=True, kw_only=True):
    """A known name that a misspelt one is close to, with the confidence that it is meant."""

    name: str
    entries: tuple[Entry, ...]
    confidence: float
