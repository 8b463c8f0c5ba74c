"""GeoJSON (RFC 7946): a FeatureCollection of whatever has a place with coordinates."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from sayso.model import EventPlace, PlaceMention
from sayso.output.base import Notes, Read
from sayso.output.table import row

IN_GEOMETRY = ("lat", "lon")

type Geometry = dict[str, Any]
type Located = tuple[str, Geometry | None, dict[str, Any]]
"""An id, where it is, and its properties."""


def write_geojson(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One claim a feature: a point at its first place, the columns of the table as properties.

    A point is no more certain than its property `uncertainty_km` (kilometres) says. Claims without coordinates are left
    out, and their number is noted.
    """
    claims = (claim for read in reads for claim in read.claims)
    located = ((claim.id, point(claim.places[0]) if claim.places else None, row(claim)) for claim in claims)
    write_features(located, out, notes, "claim")


def point(place: PlaceMention | EventPlace) -> Geometry | None:
    """The point of a place, None where it has no coordinates."""
    if place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def write_features(located: Iterable[Located], out: BinaryIO, notes: Notes, noun: str) -> None:
    """A feature for each that has a geometry; those without one are left out, and their number is noted."""
    left_out = written = 0
    out.write(b'{"type": "FeatureCollection", "features": [')
    for name, geometry, properties in located:
        if geometry is None:
            left_out += 1
            continue
        out.write(b",\n" if written else b"\n")
        out.write(feature(name, geometry, properties))
        written += 1
    out.write(b"\n]}\n")
    if left_out:
        nouns = f"{noun} has" if left_out == 1 else f"{noun}s have"
        notes(f"{left_out} {nouns} no place with coordinates and cannot be on a map; {written} written.")


def feature(name: str, geometry: Geometry | None, properties: dict[str, Any]) -> bytes:
    """A feature as JSON; RFC 7946 allows it to be without a geometry."""
    made = {
        "type": "Feature",
        "id": name,
        "geometry": geometry,
        "properties": {key: value for key, value in properties.items() if key not in IN_GEOMETRY},
    }
    text = json.dumps(made, ensure_ascii=False, default=str)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can hold
        return json.dumps(made, default=str).encode("ascii")
