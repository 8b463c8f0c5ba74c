"""CSV, JSON Lines and GeoJSON of who holds what, on whose word; by settlement, and rolled up by region."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

import msgspec

from sayso.fold.territory import regions
from sayso.model import RegionStand, Stand
from sayso.output.base import Notes
from sayso.output.geojson import Geometry, feature, point
from sayso.output.lines import line
from sayso.output.safe import writable
from sayso.output.tabular import csv_rows

STAND_COLUMNS = (
    "place", "place_id", "place_level", "country", "admin1", "lat", "lon", "uncertainty_km", "holder_country",
    "holder_sector", "holder_side", "relation", "denied", "voice", "name", "side", "since", "until", "last", "said",
    "concedes", "disputed", "claims",
)  # fmt: skip
REGION_COLUMNS = ("region", "country", "holder", "whole", "places", "asserted", "conceded", "denied", "sentence")


def write_stands_csv(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """One stand a row, with a header; UTF-8, quotes as in RFC 4180. `claims` is JSON text."""
    with csv_rows(out, STAND_COLUMNS) as rows:
        rows.writerows(_flat(stand_row(stand)) for stand in stands)


def write_regions(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """The stands rolled up: `sayso/territory-region/1`, one a line."""
    out.writelines(map(line, regions(stands)))


def write_regions_csv(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """The stands rolled up, one region and holder a row; who says so is JSON text."""
    with csv_rows(out, REGION_COLUMNS) as rows:
        rows.writerows(_flat(region_row(region)) for region in regions(stands))


def write_geojson(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """Regions and stands as features, told apart by the property `schema`. A stand is a point at its place, no more
    certain than `uncertainty_km`. A region is a point with its uncertainty where one of the stands is of the region as
    a whole, else it has no geometry: outlines are not given."""
    stands = list(stands)
    features = _region_features(stands)
    for number, stand in enumerate(stands, start=1):
        properties = {"schema": stand.schema} | stand_row(stand)
        features.append(feature(f"stand-{number}", point(stand.place), properties))
    _collection(features, out)


def write_regions_geojson(stands: Iterable[Stand], out: BinaryIO, notes: Notes) -> None:
    """The features of the regions alone."""
    _collection(_region_features(list(stands)), out)


def stand_row(stand: Stand) -> dict[str, Any]:
    """The row of a stand, its claims as a list."""
    place, holder = stand.place, stand.holder
    return {
        "place": place.name,
        "place_id": place.id,
        "place_level": place.level,
        "country": place.country,
        "admin1": place.admin1,
        "lat": place.lat,
        "lon": place.lon,
        "uncertainty_km": place.uncertainty_km,
        "holder_country": holder.country,
        "holder_sector": holder.sector,
        **{name: getattr(stand, name) for name in STAND_COLUMNS if name in Stand.__struct_fields__ and name != "place"},
        "claims": list(stand.claims),
    }


def region_row(region: RegionStand) -> dict[str, Any]:
    """The row of a region, those who say so as lists."""
    return {name: msgspec.to_builtins(getattr(region, name)) for name in REGION_COLUMNS}


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with lists as JSON text and without characters that UTF-8 cannot hold."""
    texts = {k: json.dumps(v, ensure_ascii=False, default=str) for k, v in row.items() if isinstance(v, list | tuple)}
    return {k: writable(v) if isinstance(v, str) else v for k, v in (dict(row) | texts).items()}


def _region_features(stands: list[Stand]) -> list[bytes]:
    own = {s.place.admin1 if s.place.level == "admin1" else s.place.country: s.place for s in stands if _of_region(s)}
    made = []
    for region in regions(stands):
        place = own.get(region.region)
        geometry: Geometry | None = point(place) if place else None
        properties = {"schema": region.schema} | region_row(region)
        properties["uncertainty_km"] = place.uncertainty_km if place and geometry else None
        made.append(feature(f"{region.region} {region.holder}", geometry, properties))
    return made


def _of_region(stand: Stand) -> bool:
    return stand.place.level in ("admin1", "country")


def _collection(features: Iterable[bytes], out: BinaryIO) -> None:
    out.write(b'{"type": "FeatureCollection", "features": [\n' + b",\n".join(features) + b"\n]}\n")
