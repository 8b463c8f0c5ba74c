"""CSV, Parquet and GeoJSON of events, with the columns of `event_table.COLUMNS`."""

from collections.abc import Iterable
from typing import BinaryIO

from sayso.model import Event
from sayso.output.base import Notes
from sayso.output.event_table import COLUMNS, events_table, flat_row, row
from sayso.output.geojson import point, write_features
from sayso.output.tabular import csv_rows


def write_csv(events: Iterable[Event], out: BinaryIO, notes: Notes) -> None:
    """One event a row, with a header; UTF-8, quotes as in RFC 4180."""
    with csv_rows(out, tuple(COLUMNS)) as rows:
        rows.writerows(map(flat_row, events))


def write_parquet(events: Iterable[Event], out: BinaryIO, notes: Notes) -> None:
    """One event a row."""
    import pyarrow.parquet as pq

    pq.write_table(events_table(events), out)


def write_geojson(events: Iterable[Event], out: BinaryIO, notes: Notes) -> None:
    """One event a feature: a point at its most precise place, the columns of the table as properties."""
    located = ((event.id, point(event.places[0]) if event.places else None, row(event)) for event in events)
    write_features(located, out, notes, "event")
