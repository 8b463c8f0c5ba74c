"""Simplified outlines of areas (Natural Earth 10m, see scripts/outlines.py): is a point inside, where is an edge?"""

from functools import cached_property

from sayso.model.record import Record

DIRECTIONS = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}

type Ring = tuple[tuple[float, float], ...]  # corners, (latitude, longitude)


class Outline(Record, frozen=True, kw_only=True, dict=True):
    """The outer rings of an area, an inner point and its size. A point in a lake or an enclave counts as inside."""

    code: str
    lat: float
    lon: float
    area_km2: float
    rings: tuple[Ring, ...]

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north, east."""
        lats = [lat for ring in self.rings for lat, _ in ring]
        lons = [lon for ring in self.rings for _, lon in ring]
        return min(lats), min(lons), max(lats), max(lons)

    def contains(self, lat: float, lon: float) -> bool:
        """Does a point (WGS 84 degrees) lie inside?"""
        south, west, north, east = self.box
        return south <= lat <= north and west <= lon <= east and any(_inside(lat, lon, ring) for ring in self.rings)

    def edge(self, *directions: str) -> tuple[float, float]:
        """The corner of the outline that lies farthest to the directions ("south", "east"), seen from its middle.

        Where an edge runs along ("the western border"), it is the corner of that side nearest to the middle's line.
        """
        north = sum(DIRECTIONS[d][0] for d in directions)
        east = sum(DIRECTIONS[d][1] for d in directions)
        if len(set(directions)) == 1:
            return self._side(north, east)
        corners = max(self.rings, key=len)
        return max(corners, key=lambda c: north * (c[0] - self.lat) + east * (c[1] - self.lon))

    def _side(self, north: int, east: int) -> tuple[float, float]:
        """Where a line from the middle to one side of the world leaves the largest ring."""
        ring = max(self.rings, key=len)
        best: tuple[float, float] | None = None
        for (lat1, lon1), (lat2, lon2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if north:
                crosses, along = (lon1 > self.lon) != (lon2 > self.lon), lon2 - lon1
                if crosses:
                    lat = lat1 + (lat2 - lat1) * (self.lon - lon1) / along
                    if best is None or north * lat > north * best[0]:
                        best = (lat, self.lon)
            elif (lat1 > self.lat) != (lat2 > self.lat):
                lon = lon1 + (lon2 - lon1) * (self.lat - lat1) / (lat2 - lat1)
                if best is None or east * lon > east * best[1]:
                    best = (self.lat, lon)
        return best or (self.lat, self.lon)


def _inside(lat: float, lon: float, ring: Ring) -> bool:
    """Even-odd rule."""
    inside = False
    for (lat1, lon1), (lat2, lon2) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (lat1 > lat) != (lat2 > lat) and lon < lon1 + (lon2 - lon1) * (lat - lat1) / (lat2 - lat1):
            inside = not inside
    return inside
