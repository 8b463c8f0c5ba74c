"""What a user names -> documents: a file, a folder, an address, or standard input."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Limits
from sayso.ingest.fetch import Fetcher, is_address
from sayso.ingest.registry import suffixes
from sayso.ingest.unpack import LimitedStream, plain_name, unpack

STDIN = "-"


def names_in(source: str) -> Iterator[str]:
    """The names of the documents of a source: those of a folder, in order, or the source itself.

    Raises SaysoError where a file or folder is not there, or a folder holds nothing that is read; where a folder in it
    cannot be looked into, after the others.
    """
    if source == STDIN or is_address(source):
        yield source
        return
    path = Path(source)
    if not path.exists():
        raise SaysoError("is not there.", "Give a file, a folder, an http(s) address, or - for standard input.")
    if not path.is_dir():
        yield source
        return
    known = suffixes()
    found = False
    closed: list[OSError] = []
    for folder, folders, files in path.walk(on_error=closed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if not file.startswith(".") and Path(plain_name(file)).suffix.lower() in known:
                found = True
                yield str(folder / file)
    if closed:
        where = ", ".join(sorted({str(error.filename) for error in closed}))
        raise SaysoError(f"has a folder that cannot be read: {where} ({closed[0].strerror}).")
    if not found:
        raise SaysoError("holds no file that is read.", f"Suffixes that are read: {' '.join(sorted(known))}.")


def open_document(name: str, fetcher: Fetcher, limits: Limits) -> Document:
    """The document of a name, ready to be read. Raises SaysoError or OSError where it cannot be had."""
    if is_address(name):
        page = fetcher.get(name, limits.download)
        stream = unpack(io.BufferedReader(io.BytesIO(page.body)), limits.unpacked)
        media_type = None if "zip" in (page.media_type or "") or "zstd" in (page.media_type or "") else page.media_type
        return Document(name, stream, media_type, page.charset, page.url, limits)
    if name == STDIN:
        if sys.stdin is None:
            raise SaysoError("is closed.", "Pipe a report into it, or name a file.")
        stream = io.BufferedReader(LimitedStream(sys.stdin.buffer, limits.unpacked))
        return Document("standard input", unpack(stream, limits.unpacked), limits=limits)
    return Document(name, unpack(Path(name).open("rb"), limits.unpacked), limits=limits)
