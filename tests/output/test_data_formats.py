"""The formats for programs: what is written can be read back, and is what was found."""

import csv
import io
import json
from datetime import date

import msgspec
import pandas as pd
import pyarrow.parquet as pq
import pytest
from invented_claims import TEXT, Read, annotation, claim, place, words

from sayso.model import Annotation, Claim, Holder, Report, Territory
from sayso.output.base import Read as ReadProtocol
from sayso.output.formats import CLAIMS, MENTIONS, writer
from sayso.output.table import COLUMNS, NESTED, claims_table

RICH = claim(
    id="c-2",
    territory=Territory(holder=Holder(country="RUS", sector="MIL"), relation="entered", place=0),
    places=(place(), place("Friday", id=None, lat=None, lon=None)),
)
SURROGATE = "Kyiv said \ud800 shelling"


def written(name: str, *reads: ReadProtocol, formats: dict[str, tuple[str, str]] = CLAIMS) -> tuple[bytes, list[str]]:
    out, notes = io.BytesIO(), list[str]()
    writer(name, formats)(reads, out, notes.append)
    return out.getvalue(), notes


def test_claim_lines_are_the_claims() -> None:
    data, _ = written("jsonl", Read(claims=(claim(), RICH)), Read(claims=()))
    assert [msgspec.json.decode(line, type=Claim) for line in data.splitlines()] == [claim(), RICH]


def test_annotation_lines_are_the_annotations() -> None:
    data, _ = written("jsonl", Read(), formats=MENTIONS)
    assert msgspec.json.decode(data, type=Annotation) == annotation()


def test_a_lone_surrogate_survives_in_json_lines() -> None:
    data, _ = written("jsonl", Read(claims=(claim(trigger=words("\ud800 shelling", SURROGATE)),)))
    assert data.count(b"\n") == 1
    assert json.loads(data)["trigger"]["text"] == "\ud800 shelling"


def test_csv_has_a_row_a_claim() -> None:
    data, _ = written("csv", Read(claims=(claim(), RICH)))
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"))))
    assert list(rows[0]) == list(COLUMNS)
    assert [row["id"] for row in rows] == ["c-1", "c-2"]
    assert rows[0]["sentence"] == TEXT
    assert rows[0]["territory_relation"] == ""
    assert rows[1]["territory_relation"] == "entered"
    assert [p["text"] for p in json.loads(rows[1]["places"])] == ["Kolovets", "Friday"]


@pytest.mark.parametrize("name", ["csv", "parquet", "geojson", "html", "table"])
def test_a_lone_surrogate_stops_no_format(name: str) -> None:
    hurt = claim(trigger=words("\ud800 shelling", SURROGATE), id="c-hurt")
    data, _ = written(name, Read(report=Report(id="r", text=SURROGATE), claims=(hurt,)))
    assert data
    if name == "geojson":
        assert json.loads(data)["features"][0]["properties"]["trigger"] == "\ud800 shelling"


def test_arrow_types_are_those_of_the_columns() -> None:
    full, empty = claims_table([claim(), RICH]), claims_table([])
    assert full.schema == empty.schema
    assert full.schema.names == list(COLUMNS)
    assert empty.num_rows == 0
    first = full.to_pylist()[0]
    assert (first["published"], first["start"], first["killed_low"], first["wounded_low"]) == (
        date(2025, 6, 7), date(2025, 6, 6), 2, None,
    )  # fmt: skip


def test_parquet_is_the_table() -> None:
    data, _ = written("parquet", Read(claims=(claim(), RICH)))
    assert pq.read_table(io.BytesIO(data)).equals(claims_table([claim(), RICH]))


def test_pandas_can_work_with_it() -> None:
    frame = claims_table([claim(), RICH]).to_pandas()
    assert isinstance(frame, pd.DataFrame)
    assert frame.groupby("voice_id").killed_low.sum().to_dict() == {"UKR/GOV": 4}
    assert all(isinstance(json.loads(cell), list | dict) for name in NESTED for cell in frame[name])


def test_geojson_has_a_point_a_placed_claim_and_counts_the_others() -> None:
    unplaced = claim(id="c-3", places=(place(id=None, lat=None, lon=None),))
    data, notes = written("geojson", Read(claims=(claim(), unplaced)), Read(claims=(claim(id="c-4", places=()), RICH)))
    collection = json.loads(data)
    assert collection["type"] == "FeatureCollection"
    assert [f["id"] for f in collection["features"]] == ["c-1", "c-2"]
    feature = collection["features"][0]
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.0, 48.5]}
    assert feature["properties"]["uncertainty_km"] == 3.0
    assert notes == ["2 claims have no place with coordinates and cannot be on a map; 2 written."]


def test_geojson_of_nothing_is_an_empty_collection() -> None:
    data, notes = written("geojson")
    assert json.loads(data) == {"type": "FeatureCollection", "features": []}
    assert notes == []


def test_mentions_stand_in_reading_order() -> None:
    data, _ = written("csv", Read(), formats=MENTIONS)
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"))))
    assert [(r["kind"], r["text"]) for r in rows] == [("actor", "Kyiv"), ("place", "Kolovets"), ("time", "Friday")]
    assert rows[1]["id"] == "geonames:1"
    assert rows[2]["value"] == "2025-06-06"
