"""What a user asks for, in words, becomes a query; what the ledger does not know is told, with the nearest names."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import cast, get_args

from sayso.errors import SaysoError
from sayso.grounding.countries import alpha2, alpha3
from sayso.ledger.base import View
from sayso.model import PRESS, ActorFilter, Box, EventPlace, PlaceFilter, Query, Record, Sector, Status
from sayso.suggest import hint
from sayso.vocabulary import load

REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
PLACE_ID = re.compile(r"(geonames|katottg|iso|sayso):\S+")
ACTOR_ID = re.compile(r"([A-Z]{3}|-)/([A-Z]{3})")


class Filters(Record, frozen=True, kw_only=True):
    """The filters that all questions share, as a person writes them.

    `place` is a name, an ISO 3166 code (UA, UKR, UA-12), a gazetteer id or a box of degrees "west,south,east,north";
    `by` and `about` are a country, an actor id (RUS/MIL), the name of a body or person, or (`by`) `press`. Days are
    dates or ISO 8601 text.
    """

    place: str | None = None
    type: str | tuple[str, ...] | None = None
    by: str | None = None
    about: str | None = None
    since: date | str | None = None
    until: date | str | None = None
    status: str | tuple[str, ...] | None = None
    as_known: date | str | None = None
    text: str | None = None
    report: str | None = None
    min_confidence: float | None = None
    limit: int | None = None
    after: str | None = None


class Names:
    """The names that a ledger knows, looked up once."""

    def __init__(self, view: View) -> None:
        self._view = view

    @cached_property
    def places(self) -> Mapping[str, tuple[EventPlace, ...]]:
        """Name in lower case -> the places that claims call so."""
        return _by_name((place.name or "", place) for place in self._view.places())

    @cached_property
    def by_id(self) -> Mapping[str, tuple[EventPlace, ...]]:
        """Gazetteer id in lower case -> the place."""
        return _by_name((place.id or "", place) for places in self.places.values() for place in places)

    @cached_property
    def actors(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Name in lower case -> the actors (id, name) that claims call so."""
        return _by_name((name, (actor, name)) for actor, name in self._view.actors() if name)


def _by_name[T](named: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    table: dict[str, tuple[T, ...]] = {}
    for name, thing in named:
        table[name.casefold()] = (*table.get(name.casefold(), ()), thing)
    return table


def query_of(filters: Filters, names: Names) -> Query:
    """The query that filters mean. Raises SaysoError for whatever is unknown or no such thing."""
    since, until = day_of(filters.since, "since"), day_of(filters.until, "until")
    if since is not None and until is not None and since > until:
        raise SaysoError(f"--since {since} is after --until {until}.", "Turn them round.")
    if filters.limit is not None and filters.limit < 1:
        raise SaysoError(f"A limit of {filters.limit} gives nothing.", "Take 1 or more.")
    if filters.min_confidence is not None and not 0 <= filters.min_confidence <= 1:
        raise SaysoError(f"A confidence of {filters.min_confidence} is none.", "Take one between 0 and 1.")
    return Query(
        place=place_filter(filters.place, names) if filters.place else None,
        types=_known(filters.type, load("types"), "type", "Types"),
        by=actor_filter(filters.by, names) if filters.by else None,
        about=actor_filter(filters.about, names) if filters.about else None,
        since=since,
        until=until,
        text=_words(filters.text),
        status=cast(
            tuple[Status, ...],
            _known(filters.status, get_args(Status.__value__), "status", "An event's status is one of"),
        ),
        report=filters.report,
        min_confidence=filters.min_confidence or 0.0,
        limit=filters.limit,
        after=filters.after,
    )


def day_of(given: date | str | None, name: str) -> date | None:
    """A day as written. Raises SaysoError where it is none."""
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise SaysoError(f"{given!r} is no day for {name}.", "Write it as 2025-06-08.") from error


def _known(given: str | tuple[str, ...] | None, known: Iterable[str], what: str, all_: str) -> tuple[str, ...]:
    values = (given,) if isinstance(given, str) else given or ()
    for value in values:
        if value not in known:
            raise SaysoError(f"There is no {what} {value!r}.", hint(value, known, all_))
    return tuple(values)


def _words(text: str | None) -> str | None:
    if text is not None and not re.search(r"\w", text):
        raise SaysoError(f"{text!r} has no word to look for.", "Give one or more words.")
    return text


def place_filter(given: str, names: Names) -> PlaceFilter:
    """The places that a user means."""
    if given.count(",") == 3:
        return PlaceFilter(box=_box(given))
    if PLACE_ID.fullmatch(given):
        return _holding_all(names.by_id.get(given.casefold(), ()), given)
    if REGION.fullmatch(given.upper()):
        return PlaceFilter(regions=(given.upper(),))
    if country := _country(given):
        return PlaceFilter(countries=(alpha2(country) or country,))
    found = names.places.get(given.casefold(), ()) or names.places.get(f"{given} oblast".casefold(), ())
    if not found:
        known = (place.name for places in names.places.values() for place in places if place.name)
        raise SaysoError(
            f"No claim names a place {given!r}.",
            hint(given, known, "Places") if names.places else "The ledger names no places yet.",
        )
    return _holding_all(found)


def _holding_all(found: Iterable[EventPlace], given: str | None = None) -> PlaceFilter:
    """These places with all that lies in them; an id that is not known stands for itself."""
    found = tuple(found)
    wide = ("country", "admin1")
    return PlaceFilter(
        ids=tuple(sorted({p.id for p in found if p.id and p.level not in wide})) or (() if found else (given or "",)),
        countries=tuple(sorted({p.country for p in found if p.country and p.level == "country"})),
        regions=tuple(sorted({p.admin1 for p in found if p.admin1 and p.level == "admin1"})),
    )


def _box(given: str) -> Box:
    try:
        west, south, east, north = (float(degrees) for degrees in given.split(","))
    except ValueError as error:
        raise SaysoError(f"{given!r} is no box.", "Write it as west,south,east,north in degrees.") from error
    if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
        raise SaysoError(f"The box {given!r} is not on the globe.", "Write it as west,south,east,north in degrees.")
    return Box(west=west, south=south, east=east, north=north)


def actor_filter(given: str, names: Names) -> ActorFilter:
    """The actor that a user means."""
    if given.casefold() == PRESS:
        return ActorFilter(sector=PRESS)
    if (match := ACTOR_ID.fullmatch(given.upper())) is not None:
        country, sector = match.groups()
        _known(sector, get_args(Sector.__value__), "sector", "Sectors")
        return ActorFilter(country=None if country == "-" else country, sector=sector)
    if country_ := _country(given):
        return ActorFilter(country=country_)
    found = names.actors.get(given.casefold(), ())
    if not found:
        known = [name for actors in names.actors.values() for _, name in actors]
        raise SaysoError(
            f"Nobody called {given!r} is in the ledger.",
            hint(given, known, "Names")
            if len(known) <= 20 or hint(given, known, "").startswith("Did")
            else "Give a country, an actor id such as RUS/MIL, or a name.",
        )
    return ActorFilter(name=found[0][1])


def _country(given: str) -> str | None:
    """The alpha-3 code of a country that is given by code or name."""
    countries = load("actors/countries")
    if given.upper() in countries:
        return given.upper()
    if len(given) == 2 and (code := alpha3(given.upper())):
        return code
    wanted = given.casefold()
    return next((code for code, entry in countries.items() if wanted in (n.casefold() for n in entry["names"])), None)
