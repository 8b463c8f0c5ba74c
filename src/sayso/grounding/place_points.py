"""Put a mention on the map: the place, or its edge or part where the text says so."""

import re

from sayso.grounding.gazetteer import Entry, Gazetteer
from sayso.grounding.place_context import Name
from sayso.model import PlaceMention, Toponym

SIDES = re.compile(r"\b(north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?\b")
REACH = 40
EDGE_KM = 30.0  # how far from an edge a thing "at the border" may lie
NEAR_KM = 15.0  # what "near" adds to a settlement's own radius


def placed(
    text: str, toponym: Toponym, _name: Name, entry: Entry | None, confidence: float, gazetteer: Gazetteer
) -> PlaceMention:
    """The mention with the entry that it means, all None where nothing fits."""
    span = toponym.span
    words = {"start": span.start, "end": span.end, "text": span.of(text)}
    if entry is None:
        return PlaceMention(**words, relation=toponym.relation, kind=toponym.kind)  # type: ignore[arg-type]
    side = _sides(text[max(0, span.start - REACH) : span.start].lower())
    level, lat, lon, km = entry.level, entry.lat, entry.lon, entry.uncertainty_km
    if toponym.relation == "part" and side:
        regional = [
            e for e in gazetteer.find(f"{side}ern {entry.name}") if e.level == "area" and e.country == entry.country
        ]
        if regional:
            entry = regional[0]
            level, lat, lon, km = entry.level, entry.lat, entry.lon, entry.uncertainty_km
    outline = gazetteer.outline(entry.outline) if toponym.relation == "border" else None
    if outline and side:
        lat, lon = outline.edge(*_directions(side))
        level, km = "area", EDGE_KM if entry.level == "admin1" else 3 * EDGE_KM
    if toponym.relation == "near":
        km += NEAR_KM
    return PlaceMention(
        start=span.start, end=span.end, text=span.of(text), id=entry.id, name=entry.name, level=level,
        country=entry.country, admin1=entry.admin1, lat=round(lat, 4), lon=round(lon, 4), relation=toponym.relation,
        kind=toponym.kind, uncertainty_km=round(km, 1), confidence=confidence,
    )  # fmt: skip


def _sides(before: str) -> str | None:
    """The last direction before a name: "north", "southwest"."""
    found = SIDES.findall(before)
    return str(found[-1]).replace("-", "") if found else None


def _directions(side: str) -> list[str]:
    return [d for d in ("north", "south", "east", "west") if d in side]
