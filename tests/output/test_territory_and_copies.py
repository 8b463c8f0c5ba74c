"""Who holds what, and which reports reprint one text: for people and for programs."""

import csv
import io
import json

import msgspec
import pytest
from invented_events import copies, day, place, stand

from sayso.fold.territory import regions
from sayso.model import RegionStand, Stand
from sayso.output.copies import Reprint
from sayso.output.formats import COPIES, REGIONS, STANDS, writer

REGION = place(name="Dnipropetrovsk Oblast", level="admin1", id="geonames:2", uncertainty_km=120.0)
DENIED = stand("UKR/MIL", denied=True, side="Ukraine", name="Ukrainian command", claims=("c-2", "c-3"))
CONCEDED = stand(
    "UKR/MIL", concedes=True, side="Ukraine", disputed=False, since=day(20), said=day(20), last=day(20), place=REGION
)
ALL = (stand(), DENIED, CONCEDED)


def written(name: str, formats: dict[str, tuple[str, str]], *records: object) -> str:
    out = io.BytesIO()
    writer(name, formats)(records, out, print)
    return out.getvalue().decode()


def test_stand_lines_are_the_stands() -> None:
    assert [msgspec.json.decode(line, type=Stand) for line in written("jsonl", STANDS, *ALL).splitlines()] == list(ALL)


def test_region_lines_are_the_regions() -> None:
    lines = written("jsonl", REGIONS, *ALL).splitlines()
    assert tuple(msgspec.json.decode(line, type=RegionStand) for line in lines) == regions(ALL)


def test_csv_of_stands() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", STANDS, *ALL))))
    assert [(r["place"], r["holder_country"], r["relation"], r["denied"], r["voice"], r["since"]) for r in rows] == [
        ("Kolovets", "RUS", "entered", "False", "RUS/MIL", "2025-06-08"),
        ("Kolovets", "RUS", "entered", "True", "UKR/MIL", "2025-06-08"),
        ("Dnipropetrovsk Oblast", "RUS", "entered", "False", "UKR/MIL", "2025-06-20"),
    ]
    assert json.loads(rows[1]["claims"]) == ["c-2", "c-3"]


def test_csv_of_regions() -> None:
    (row,) = csv.DictReader(io.StringIO(written("csv", REGIONS, *ALL)))
    assert (row["region"], row["holder"], json.loads(row["conceded"])) == (
        "UA-12",
        "Russia",
        [["Ukraine", "2025-06-20"]],
    )
    assert row["sentence"] == regions(ALL)[0].sentence


def test_geojson_has_regions_and_points() -> None:
    region, *points = json.loads(written("geojson", STANDS, *ALL))["features"]
    assert region["properties"]["schema"] == "sayso/territory-region/1"
    assert (region["geometry"]["coordinates"], region["properties"]["uncertainty_km"]) == ([36.0, 48.5], 120.0)
    assert [p["properties"]["schema"] for p in points] == ["sayso/territory/1"] * 3
    assert points[0]["geometry"] == {"type": "Point", "coordinates": [36.0, 48.5]}
    assert [region] == json.loads(written("geojson", REGIONS, *ALL))["features"]


def test_a_region_without_a_stand_of_its_own_has_no_geometry() -> None:
    region, _ = json.loads(written("geojson", STANDS, stand()))["features"]
    assert (region["geometry"], region["properties"]["uncertainty_km"]) == (None, None)


def test_the_table_has_regions_first() -> None:
    text = written("table", STANDS, *ALL)
    for part in ("parts of UA-12", "Russia", "Ukraine on 2025-06-20", "≠", "not so: RUS/MIL entered", "(concedes)"):
        assert part in text
    assert text.index("Held or entered by") < text.index("On whose word")
    assert "3 stands; ≠ marks 2" in text
    assert "On whose word" not in written("table", REGIONS, *ALL)


@pytest.mark.parametrize(("formats", "words"), [(STANDS, "Nothing is said"), (REGIONS, "Nobody is said")])
def test_tables_of_nothing(formats: dict[str, tuple[str, str]], words: str) -> None:
    assert written("table", formats).startswith(words)


@pytest.mark.parametrize("name", ["csv", "geojson", "table", "jsonl"])
def test_a_lone_surrogate_stops_no_format(name: str) -> None:
    assert written(name, STANDS, stand(place=place(name="Kolo\ud800vets")))


def test_copies_have_a_line_a_report() -> None:
    lines = written("jsonl", COPIES, copies()).splitlines()
    first, second = (msgspec.json.decode(line, type=Reprint) for line in lines)
    assert list(json.loads(lines[0]))[:2] == ["report", "cluster"]
    assert (first.report, first.cluster, first.published, first.containment) == ("r-1", "r-1", day(7), 1.0)
    assert (second.report, second.cluster, second.published, second.agency) == ("r-2", "r-1", None, "Example Agency")
    rows = list(csv.DictReader(io.StringIO(written("csv", COPIES, copies(None)))))
    assert [(r["report"], r["cluster"], r["agency"]) for r in rows] == [("r-1", "r-1", ""), ("r-2", "r-1", "")]


def test_copies_have_a_row_a_cluster() -> None:
    text = written("table", COPIES, copies())
    assert "The Example Post, r-2" in text
    assert "1 text in 2 reports." in text
