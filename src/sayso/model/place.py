"""Places: a name in the text, grounded in the gazetteer."""

from typing import Literal

from sayso.model.span import Words

type Level = Literal["country", "admin1", "admin2", "settlement", "area"]
type PlaceRelation = Literal["in", "near", "border", "part"]
type PlaceKind = Literal["place", "demonym"]


class PlaceMention(Words, frozen=True, kw_only=True):
    """A toponym and what it stands for.

    `id` is `geonames:N`, `katottg:UA...`, `iso:XX` or `sayso:SLUG`; `country` ISO 3166-1 alpha-2, `admin1` ISO 3166-2
    (Crimea is UA-43 on whoever's word); all are None where the name was found but not resolved. `lat`, `lon` in
    degrees WGS 84; `uncertainty_km` the radius in which the thing meant may lie; `relation` how the text stands to the
    place ("near X", "the western border of X", "eastern X"). `kind` is `demonym` for words such as "Russian", which
    name a place only by its people. `confidence` that this is the place meant, 0 to 1.
    """

    id: str | None = None
    name: str | None = None
    level: Level | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    relation: PlaceRelation = "in"
    kind: PlaceKind = "place"
    uncertainty_km: float | None = None
    confidence: float = 0.0
