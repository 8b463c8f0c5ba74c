"""Events for programs: what is written can be read back, and is what was found."""

import csv
import io
import json
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest
from invented_events import event, place, side

from sayso.model import Event, FirstTime
from sayso.output.event_table import COLUMNS, NESTED, events_table, row
from sayso.output.formats import EVENTS, writer

BARE = event(
    id="e-2", places=(), start=None, end=None, agents=(), sides=(), counts=(), silent=(),
    first=FirstTime(stated=True, holds=False, earlier=("c-9",)),
)  # fmt: skip


def written(name: str, *events: Event) -> tuple[bytes, list[str]]:
    out, notes = io.BytesIO(), list[str]()
    writer(name, EVENTS)(events, out, notes.append)
    return out.getvalue(), notes


def test_lines_are_the_events() -> None:
    data, _ = written("jsonl", event(), BARE)
    assert [msgspec.json.decode(line, type=Event) for line in data.splitlines()] == [event(), BARE]


@pytest.mark.parametrize(
    ("column", "full", "bare"),
    [
        ("asserted_by", "UKR/GOV", None),
        ("denied_by", "Russian command", None),
        ("unanswered_by", "RUS/GOV", None),
        ("killed_best", 3, None),
        ("wounded_low", None, None),
        ("place", "Kolovets", None),
        ("report_count", 2, 2),
        ("independent_reports", 1, 1),
        ("claims", ("c-1", "c-2"), ("c-1", "c-2")),
        ("first_holds", None, False),
        ("earlier", [], ["c-9"]),
    ],
)
def test_a_row_holds_it(column: str, full: Any, bare: Any) -> None:
    assert (row(event())[column], row(BARE)[column]) == (full, bare)


def test_voices_of_a_stance_stand_in_one_column() -> None:
    three = (side("UKR/GOV"), side("UKR/MIL", name="Air Force"), side("UKR/GOV", first=9))
    assert row(event(sides=three))["asserted_by"] == "UKR/GOV; Air Force"


def test_csv_and_parquet_are_the_table() -> None:
    table = events_table([event(), BARE])
    assert table.schema.names == list(COLUMNS)
    assert table.schema == events_table([]).schema
    assert pq.read_table(io.BytesIO(written("parquet", event(), BARE)[0])).equals(table)
    rows = list(csv.DictReader(io.StringIO(written("csv", event(), BARE)[0].decode())))
    assert [r["id"] for r in rows] == [event().id, "e-2"]
    assert all(isinstance(json.loads(rows[0][name]), list) for name in NESTED)


def test_geojson_has_a_point_an_event_and_counts_the_others() -> None:
    data, notes = written("geojson", event(), BARE, event(id="e-3", places=(place(lat=None, lon=None),)))
    (feature,) = json.loads(data)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.0, 48.5]}
    assert (feature["id"], feature["properties"]["uncertainty_km"]) == (event().id, 3.0)
    assert "lat" not in feature["properties"]
    assert notes == ["2 events have no place with coordinates and cannot be on a map; 1 written."]


@pytest.mark.parametrize("name", EVENTS)
def test_a_lone_surrogate_stops_no_format(name: str) -> None:
    assert written(name, event(places=(place(name="Kolo\ud800vets"),)))[0]
