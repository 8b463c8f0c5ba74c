"""JSON Lines: the public forms, one record a line."""

import json
from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from sayso.model import Record
from sayso.output.base import Notes, Read

ENCODER = msgspec.json.Encoder()


def line(record: Record) -> bytes:
    """A record as one line of JSON. A text with lone surrogates is written with \\u escapes, which keep them."""
    try:
        return ENCODER.encode(record) + b"\n"
    except UnicodeEncodeError:
        return json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode("ascii") + b"\n"


def write_claims(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One claim a line, as soon as its report is read."""
    for read in reads:
        out.writelines(map(line, read.claims))
        out.flush()


def write_records(records: Iterable[Record], out: BinaryIO, notes: Notes) -> None:
    """One record a line."""
    out.writelines(map(line, records))


def write_annotations(reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None:
    """One report a line: everything that was found before it was joined into claims."""
    for read in reads:
        out.write(line(read.annotation))
        out.flush()
