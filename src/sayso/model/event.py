"""A happening as many claims tell it (public form `sayso/event/1`). An event owns claim ids and no facts of its own:
all of it is folded from its claims, again and again."""

from datetime import date
from typing import Literal

from sayso.model.place import Level, PlaceMention
from sayso.model.record import Record
from sayso.model.toll import CountKind

type Stance = Literal["asserts", "denies", "concedes"]
type Status = Literal["reported", "claimed", "disputed", "corroborated", "conceded"]


class EventPlace(Record, frozen=True, kw_only=True):
    """Where, at the precision that the claims give; codes and degrees as in `PlaceMention`."""

    name: str | None
    level: Level | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    id: str | None
    uncertainty_km: float | None = None

    @classmethod
    def of(cls, place: PlaceMention) -> "EventPlace":
        """A place of a claim without the words that name it, save where they are all that is known."""
        return cls(
            name=place.name or place.text,
            level=place.level,
            country=place.country,
            admin1=place.admin1,
            lat=place.lat,
            lon=place.lon,
            id=place.id,
            uncertainty_km=place.uncertainty_km,
        )


class Side(Record, frozen=True, kw_only=True):
    """One voice in one stance: since when (`first`, the day its words were published), until when last, in which
    claims. `side` is the side of the conflict that the voice belongs to, None for outlets and monitors."""

    voice: str
    country: str | None
    stance: Stance
    first: date | None
    last: date | None
    claims: tuple[str, ...]
    name: str | None = None
    side: str | None = None


class Silence(Record, frozen=True, kw_only=True):
    """A voice that is said not to have answered: "no comment", "did not respond"."""

    voice: str
    country: str | None
    name: str | None
    day: date | None
    claims: tuple[str, ...]
    side: str | None = None


class VoiceToll(Record, frozen=True, kw_only=True):
    """What one voice counts. `low` and `high` are its latest numbers (None: left open), said on `day`; `history` are
    the numbers it gave before, as (day, low, high), oldest first."""

    voice: str
    name: str | None
    low: int | None
    high: int | None
    day: date | None
    claims: tuple[str, ...]
    history: tuple[tuple[date | None, int | None, int | None], ...] = ()


class EventToll(Record, frozen=True, kw_only=True):
    """A toll over all voices; the rule stands in `sayso.fold.tolls`."""

    what: CountKind
    low: int | None
    best: int | None
    high: int | None
    by: tuple[VoiceToll, ...]


class FirstTime(Record, frozen=True, kw_only=True):
    """Is the event told as a first, and does that hold? `holds` is None where nobody states it; `earlier` are the
    claims of the same thing that are known from before."""

    stated: bool
    holds: bool | None
    earlier: tuple[str, ...] = ()


class Event(Record, frozen=True, kw_only=True):
    """A happening. `type` is that of most claims, `types` all of them; `start` and `end` the days that most claims
    agree on; `agents` and `targets` are actor ids. `independent_reports` counts reprints of one text once."""

    schema: str = "sayso/event/1"
    id: str
    type: str
    types: tuple[str, ...]
    places: tuple[EventPlace, ...]
    start: date | None
    end: date | None
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    status: Status
    sides: tuple[Side, ...]
    counts: tuple[EventToll, ...]
    reports: tuple[str, ...]
    independent_reports: int
    claims: tuple[str, ...]
    first: FirstTime
    why: str
    silent: tuple[Silence, ...] = ()
