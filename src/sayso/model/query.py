"""What a view is asked for."""

from datetime import date

from sayso.model.event import Status
from sayso.model.record import Record


class Box(Record, frozen=True, kw_only=True):
    """A box in degrees WGS 84. Where `west` is greater than `east` it crosses the date line."""

    west: float
    south: float
    east: float
    north: float


class ActorFilter(Record, frozen=True, kw_only=True):
    """An actor by country (ISO 3166-1 alpha-3), sector, name, or several of them; all given parts must match. The
    sector `press` stands for the outlet's own words: claims without any voice."""

    country: str | None = None
    sector: str | None = None
    name: str | None = None


class PlaceFilter(Record, frozen=True, kw_only=True):
    """Places by what they are: any of the gazetteer ids, countries (alpha-2) or regions (ISO 3166-2), or the box.
    A country or a region holds whatever lies in it."""

    ids: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    box: Box | None = None


class Query(Record, frozen=True, kw_only=True):
    """Filters, all of which must hold. `since` and `until` are the days on which the proposition holds (both
    included; the day of publication where it names none); `by` is any of the voices, `about` an agent, target or
    holder; `text` are words that the sentence must hold, all of them; `status` and `first` (stated as a first) are for
    events alone, `min_confidence` for claims alone. `limit` is the most rows to give, `after` the id of the last row of
    the page before."""

    place: PlaceFilter | None = None
    types: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    by: ActorFilter | None = None
    about: ActorFilter | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    status: tuple[Status, ...] = ()
    first: bool = False
    report: str | None = None
    min_confidence: float = 0.0
    limit: int | None = None
    after: str | None = None
