"""Look places up."""

import json
import sqlite3
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from sayso.errors import SaysoError
from sayso.grounding.gazetteer.build import Progress, build_gazetteer, built_from, fingerprint
from sayso.grounding.gazetteer.entry import Entry, Match
from sayso.grounding.gazetteer.names import arabic_variants, key
from sayso.grounding.gazetteer.outline import Outline
from sayso.grounding.gazetteer.outlines import outline_of
from sayso.settings import Settings

FILE = "gazetteer.sqlite"
COLUMNS = (
    "e.id, e.name, e.level, e.country, e.admin1, e.admin2, e.lat, e.lon, e.population, e.capital,"
    " e.uncertainty_km, e.outline"
)
SHORTEST_FUZZY = 6  # letters: a shorter name with a wrong letter is as likely another name
KNOWN_TO_ALL = 100_000  # people: towns that any report may name, wherever it is from


def open_gazetteer(settings: Settings, progress: Progress | None = None) -> "Gazetteer":
    """The gazetteer of the cache folder, built first where it is missing or made of other versions.

    Raises SaysoError where it cannot be built.
    """
    path = settings.cache / FILE
    if built_from(path) != fingerprint():
        build_gazetteer(path, progress)
    return Gazetteer(path)


class Gazetteer:
    """Frozen look-ups in a gazetteer file. Results are kept; one object serves one thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._base = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        self._find = lru_cache(maxsize=20_000)(self._find_key)
        self._names_near = lru_cache(maxsize=32)(self._read_names_near)
        self.outline = lru_cache(maxsize=256)(self._read_outline)

    def find(self, name: str) -> tuple[Entry, ...]:
        """All that a name can stand for, the most populous first. Case, accents, hyphens and apostrophes do not count;
        an Arabic article may be left out."""
        return self._find(key(name))

    def has(self, name: str) -> bool:
        """Whether any place has that name."""
        return bool(self.find(name))

    def fuzzy(self, name: str, near: frozenset[str] = frozenset()) -> Match | None:
        """The known name that a misspelt one most likely means; None where no one is close or two are as close.

        Compares with countries, first-level subdivisions, large towns, and all names of the countries `near` (ISO
        3166-1 alpha-2; the ones that the report is about) by Damerau-Levenshtein distance: one slip in six letters,
        two in ten, three in sixteen; the first letter must be right. Confidence falls with slips and rises with length.
        """
        wanted = key(name)
        letters = len(wanted)
        if letters < SHORTEST_FUZZY:
            return None
        allowed = 1 if letters < 10 else 2 if letters < 16 else 3
        best: dict[str, int] = {}
        for code in ("", *sorted(near)):
            for known in self._names_near(code).get(wanted[0], ()):
                if abs(len(known) - letters) <= allowed:
                    slips = DamerauLevenshtein.distance(wanted, known, score_cutoff=allowed)
                    if slips <= allowed:
                        best[known] = slips
        if not best:
            return None
        fewest = min(best.values())
        closest = [n for n, slips in best.items() if slips == fewest]
        ids = {self._find(n)[0].id for n in closest}
        if len(ids) > 1 and not near:
            return None
        closest.sort(key=lambda n: max(_prior(e, near) for e in self._find(n)), reverse=True)
        doubt = fewest / letters * (2.0 if len(ids) > 1 else 1.0)
        return Match(name=closest[0], entries=self._find(closest[0]), confidence=round(max(0.2, 0.9 - 3 * doubt), 2))

    def demonym(self, word: str) -> Entry | None:
        """The place of a people's name or adjective ("Syrians", "British"); None where the word is none."""
        return self._demonyms.get(key(word))

    def country(self, code: str) -> Entry | None:
        """A country by ISO 3166-1 alpha-2."""
        return self._countries.get(code)

    def admin1(self, code: str) -> Entry | None:
        """A first-level subdivision by ISO 3166-2."""
        return self._first("e.admin1 = ? AND e.level = 'admin1' AND e.country = ?", code, code[:2])

    def by_id(self, place: str) -> Entry | None:
        """A place by its id."""
        return self._first("e.id = ?", place)

    def admin1_at(self, lat: float, lon: float, country: str) -> Entry | None:
        """The first-level subdivision of a country that holds a point; the smallest where outlines overlap."""
        found = [o for o in self._subdivisions(country) if o.contains(lat, lon)]
        return self.admin1(min(found, key=lambda o: o.area_km2).code) if found else None

    def _subdivisions(self, country: str) -> list[Outline]:
        rows = self._rows(
            "SELECT outline FROM entry WHERE country = ? AND level = 'admin1' AND outline IS NOT NULL", (country,)
        )
        return [o for (code,) in rows if (o := self.outline(code)) is not None]

    @cached_property
    def _demonyms(self) -> dict[str, Entry]:
        rows = self._rows(f"SELECT d.key, {COLUMNS}, 1 FROM demonym d JOIN entry e USING (entry)")
        return {str(row[0]): _entry(row[1:]) for row in rows}

    @cached_property
    def _countries(self) -> dict[str, Entry]:
        rows = self._rows(f"SELECT {COLUMNS} FROM entry e WHERE e.level = 'country'")
        return {e.country: e for e in (_entry((*r, 1)) for r in rows) if e.country}

    def _find_key(self, name_key: str) -> tuple[Entry, ...]:
        if not name_key:
            return ()
        found = self._by_key(name_key)
        if not found:
            for variant in arabic_variants(name_key, "SY"):
                found = tuple(e for e in self._by_key(variant) if variant in set(arabic_variants(name_key, e.country)))
                if found:
                    break
        return found

    def _by_key(self, name_key: str) -> tuple[Entry, ...]:
        rows = self._rows(
            f"SELECT {COLUMNS}, n.main FROM name n JOIN entry e USING (entry) WHERE n.key = ?"
            " ORDER BY n.main DESC, e.population DESC",
            (name_key,),
        )
        return tuple(_entry(row) for row in rows)

    def _first(self, where: str, *values: str) -> Entry | None:
        rows = self._rows(f"SELECT {COLUMNS}, 1 FROM entry e WHERE {where} LIMIT 1", values)
        return _entry(rows[0]) if rows else None

    def _read_outline(self, code: str | None) -> Outline | None:
        """The outline with that code (`Entry.outline`, ISO 3166-1 or -2)."""
        rows = self._rows("SELECT data FROM outline WHERE code = ?", (code,))
        return outline_of(str(code), json.loads(rows[0][0])) if rows else None

    def _rows(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query. Raises SaysoError where the file is damaged."""
        try:
            return self._base.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise SaysoError(f"The gazetteer {self._path} is damaged.", "Delete it; it is built anew.") from error

    def _read_names_near(self, country: str) -> dict[str, list[str]]:
        """Keys of names by first letter: a country's, or for "" those that any report may name."""
        if country:
            where = "e.country = ? AND e.level IN ('settlement', 'admin1', 'area', 'country')"
            values: tuple[object, ...] = (country,)
        else:
            where, values = "e.level IN ('country', 'admin1', 'area') OR e.population > ?", (KNOWN_TO_ALL,)
        rows = self._rows(
            f"SELECT DISTINCT n.key FROM entry e JOIN name n USING (entry) WHERE n.main = 1 AND ({where})", values
        )
        names: dict[str, list[str]] = {}
        for (name_key,) in rows:
            if len(name_key) >= SHORTEST_FUZZY - 1:
                names.setdefault(name_key[0], []).append(name_key)
        return names


def _entry(row: tuple[object, ...]) -> Entry:
    names = ("id", "name", "level", "country", "admin1", "admin2", "lat", "lon", "population")
    values = dict(zip((*names, "capital", "uncertainty_km", "outline"), row, strict=False))
    values["capital"] = bool(values["capital"])
    return Entry(**values, main=bool(row[-1]))  # type: ignore[arg-type]


def _prior(entry: Entry, near: frozenset[str]) -> tuple[bool, int]:
    return entry.country in near, entry.population
