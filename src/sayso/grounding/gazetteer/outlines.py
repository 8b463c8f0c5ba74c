"""Read `outlines.json.gz`, which scripts/outlines.py made from Natural Earth."""

import gzip
import json
from importlib import resources
from typing import Any

from sayso.grounding.gazetteer.outline import Outline, Ring


def read_outlines() -> tuple[dict[str, Outline], dict[str, tuple[str, ...]]]:
    """The outlines, and other names of those areas, by code of ISO 3166-2 or -1."""
    data = json.loads(gzip.decompress((resources.files(__package__) / "outlines.json.gz").read_bytes()))
    return {c: outline_of(c, d) for c, d in data.items()}, {c: tuple(d["names"]) for c, d in data.items()}


def outline_of(code: str, data: dict[str, Any]) -> Outline:
    """An outline from its stored form: rings are a corner and then differences, in hundredths of a degree."""
    lat, lon = data["point"]
    rings = tuple(_ring(flat) for flat in data["rings"])
    return Outline(code=code, lat=lat, lon=lon, area_km2=float(data["area"]), rings=rings)


def stored_form(outline: Outline) -> dict[str, Any]:
    """The reverse of `outline_of`."""
    rings = []
    for ring in outline.rings:
        corners = [(round(lon * 100), round(lat * 100)) for lat, lon in ring]
        before = [(0, 0), *corners[:-1]]
        rings.append([n for (x, y), (px, py) in zip(corners, before, strict=True) for n in (x - px, y - py)])
    return {"point": [outline.lat, outline.lon], "area": outline.area_km2, "rings": rings}


def _ring(flat: list[int]) -> Ring:
    x = y = 0
    corners = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        corners.append((y / 100, x / 100))
    return tuple(corners)
