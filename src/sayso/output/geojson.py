"""GeoJSON (RFC 7946): a FeatureCollection of the claims that have a place with coordinates."""

import json
from collections.abc import Iterable
from typing import Any, BinaryIO

from sayso.model import Claim
from sayso.output.base import Notes, Read
from sayso.output.table import row

IN_GEOMETRY = ("lat", "lon")


def write_geojson(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One claim a feature: a point at its first place, the columns of the table as properties.

    A point is no more certain than its property `uncertainty_km` (kilometres) says. Claims without coordinates are left
    out, and their number is noted.
    """
    left_out = written = 0
    out.write(b'{"type": "FeatureCollection", "features": [')
    for read in reads:
        for claim in read.claims:
            feature = _feature(claim)
            if feature is None:
                left_out += 1
                continue
            out.write(b",\n" if written else b"\n")
            out.write(_encoded(feature))
            written += 1
    out.write(b"\n]}\n")
    if left_out:
        noun = "claim has" if left_out == 1 else "claims have"
        notes(f"{left_out} {noun} no place with coordinates and cannot be on a map; {written} written.")


def _feature(claim: Claim) -> dict[str, Any] | None:
    place = claim.places[0] if claim.places else None
    if place is None or place.lat is None or place.lon is None:
        return None
    return {
        "type": "Feature",
        "id": claim.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {k: v for k, v in row(claim).items() if k not in IN_GEOMETRY},
    }


def _encoded(feature: dict[str, Any]) -> bytes:
    text = json.dumps(feature, ensure_ascii=False, default=str)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # a lone surrogate, which only an escape can hold
        return json.dumps(feature, default=str).encode("ascii")
