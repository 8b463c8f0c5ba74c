"""Places of our own: `areas.yaml` (regions, seas, rivers without a code), `aliases.yaml` (other names of coded places).

An area is `{id, names, country, at: [lat, lon], km}` or, where it is made of whole subdivisions, `{id, names, of:
[codes]}`; `geonames` gives its id there, `level` another level than area. An alias is `code: [names]`, see the file.
"""

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import yaml

from sayso.grounding.gazetteer.entry import Entry
from sayso.grounding.gazetteer.outline import Outline
from sayso.grounding.gazetteer.row import Row, area_km


def read_yaml(name: str) -> Any:
    """The content of a data file of this folder."""
    text = (resources.files(__package__) / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def area_rows(outlines: Mapping[str, Outline]) -> Iterator[tuple[Row, Outline | None]]:
    """Every area of `areas.yaml`, with a joint outline where it is made of others."""
    for group in read_yaml("areas.yaml").values():
        for area in group:
            yield _area(area, outlines)


def aliases() -> dict[str, tuple[str, ...]]:
    """Other names by ISO code or `geonames:N`."""
    return {str(code): tuple(names) for code, names in read_yaml("aliases.yaml").items()}


def _area(area: dict[str, Any], outlines: Mapping[str, Outline]) -> tuple[Row, Outline | None]:
    outline = _joined(area["id"], [outlines[code] for code in area["of"]]) if "of" in area else None
    if outline:
        lat, lon = outline.lat, outline.lon
        km = area_km(outline.area_km2)
    if "at" in area:
        lat, lon = area["at"]
    km = float(area["km"]) if "km" in area else km
    codes = {code[:2] for code in area.get("of", ())}
    country = area.get("country") or (codes.pop() if len(codes) == 1 else None)
    entry = Entry(
        id=f"geonames:{area['geonames']}" if "geonames" in area else f"sayso:{area['id']}",
        name=area["names"][0], level=area.get("level", "area"), country=country,
        admin1=area.get("admin1"), lat=round(lat, 3), lon=round(lon, 3), uncertainty_km=round(km, 1),
        outline=outline.code if outline else None,
    )  # fmt: skip
    return Row(entry, tuple(area["names"])), outline


def _joined(name: str, parts: list[Outline]) -> Outline:
    """One outline of several; its point is their middle, weighted by size."""
    size = sum(p.area_km2 for p in parts)
    lat, lon = (sum(getattr(p, x) * p.area_km2 for p in parts) / size for x in ("lat", "lon"))
    rings = tuple(r for p in parts for r in p.rings)
    return Outline(code=f"area:{name}", lat=round(lat, 3), lon=round(lon, 3), area_km2=size, rings=rings)
