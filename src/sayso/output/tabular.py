"""CSV and Parquet with the columns of `table.COLUMNS`, and a CSV of mentions."""

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from sayso.model import Annotation
from sayso.output.base import Notes, Read
from sayso.output.safe import writable
from sayso.output.table import COLUMNS, claims_table, flat_row

MENTION_COLUMNS = (
    "report", "kind", "start", "end", "text", "id", "name", "country", "admin1", "level", "lat", "lon",
    "sector", "type", "value", "first", "last", "what", "low", "high", "confidence",
)  # fmt: skip


def write_csv(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One claim a row, with a header; UTF-8, quotes as in RFC 4180."""
    with csv_rows(out, tuple(COLUMNS)) as rows:
        for read in reads:
            rows.writerows(flat_row(c) for c in read.claims)


def write_parquet(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One claim a row."""
    import pyarrow.parquet as pq

    pq.write_table(claims_table(c for read in reads for c in read.claims), out)


def write_mentions_csv(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One place, time, actor or count a row. Attributions, which are made of pieces, are in the JSON Lines only."""
    with csv_rows(out, MENTION_COLUMNS) as rows:
        for read in reads:
            for mention in mentions(read.annotation):
                rows.writerow({k: writable(v) if isinstance(v, str) else v for k, v in mention.items()})


def mentions(annotation: Annotation) -> Iterator[dict[str, Any]]:
    """The mentions of a report in reading order, as dictionaries with a `kind`."""
    kinds = {
        "place": annotation.places,
        "time": annotation.times,
        "actor": annotation.actors,
        "count": annotation.counts,
    }
    found = [(m.start, kind, m) for kind, group in kinds.items() for m in group]
    for _, kind, mention in sorted(found, key=lambda f: f[:2]):
        values = {name: getattr(mention, name) for name in mention.__struct_fields__ if name in MENTION_COLUMNS}
        yield {"report": annotation.report, "kind": kind, **values}


@contextmanager
def csv_rows(out: BinaryIO, columns: tuple[str, ...]) -> Iterator["csv.DictWriter[str]"]:
    """A writer of rows on a binary stream, its header written."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        yield writer
    finally:
        text.detach()
