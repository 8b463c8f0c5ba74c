"""Tables with our field names as columns: CSV (also with tabs or semicolons) and Parquet."""

import csv
import io
from collections.abc import Iterator

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Entry, Fault
from sayso.ingest.decode import decode
from sayso.ingest.lines import FIELDS, entry_of

COLUMNS = ("text", *FIELDS)
ROWS = 64  # rows of Parquet that are held at once
DELIMITERS = ",;\t|"


class Csv:
    """A table with a heading line: one report a row."""

    name = "CSV"
    suffixes = (".csv", ".tsv")
    media_types = ("text/csv", "text/tab-separated-values")

    def knows(self, head: bytes) -> bool:
        first = head.split(b"\n", 1)[0].decode("utf-8", "ignore").strip("\ufeff\r ")
        names = [name.strip("\" '") for name in first.split(_delimiter(first))]
        return "text" in names and len(set(names) & set(COLUMNS)) > 1

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        text = decode(document.whole(), document.charset)
        first = text.split("\n", 1)[0]
        # The limit holds for the whole process; the module's own (131,072) is below the length of long reports.
        csv.field_size_limit(max(csv.field_size_limit(), document.limits.text * 2))
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=_delimiter(first), restkey="more")
        if "text" not in (rows.fieldnames or ()):
            raise SaysoError("has no column 'text'.", f"Its first line is: {first[:80].strip()!r}.")
        while True:
            where = f"line {rows.line_num + 1}"
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield Fault(f"is no valid CSV ({error}).", where)
                continue
            if row is None:
                return
            if "more" in row:
                yield Fault("has more cells than the table has columns.", where)
            else:
                yield entry_of(
                    {name: cell or None for name, cell in row.items() if name != "text"} | {"text": row["text"]}, where
                )


class Parquet:
    """A table in columns: one report a row."""

    name = "Parquet"
    suffixes = (".parquet", ".pq")
    media_types = ("application/vnd.apache.parquet", "application/x-parquet")

    def knows(self, head: bytes) -> bool:
        return head.startswith(b"PAR1")

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        import pyarrow as pa
        import pyarrow.parquet as pq

        stream = document.stream if document.stream.seekable() else io.BytesIO(document.whole())
        try:
            table = pq.ParquetFile(stream)
            names = [name for name in table.schema_arrow.names if name in COLUMNS]
            if "text" not in names:
                raise SaysoError(
                    "has no column 'text'.", f"Its columns are: {', '.join(table.schema_arrow.names[:8])}."
                )
            number = 0
            for batch in table.iter_batches(batch_size=ROWS, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield entry_of(row, f"row {number}")
        except (pa.ArrowException, OSError) as error:
            raise SaysoError(f"is no readable Parquet ({str(error).splitlines()[0][:80]}).") from error


def _delimiter(first: str) -> str:
    return max(DELIMITERS, key=first.count)
