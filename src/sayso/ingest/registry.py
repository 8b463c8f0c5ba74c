"""Which reader takes a document: by its media type or suffix where they say it, else by how it begins."""

from pathlib import PurePosixPath

from sayso.errors import SaysoError
from sayso.ingest.archive import WebArchive
from sayso.ingest.base import Document, Reader
from sayso.ingest.decode import binary_kind, mark_of
from sayso.ingest.feeds import Feed
from sayso.ingest.html import Html
from sayso.ingest.lines import JsonLines
from sayso.ingest.plain import PlainText
from sayso.ingest.tables import Csv, Parquet
from sayso.ingest.unpack import plain_name

READERS: tuple[Reader, ...] = (Parquet(), WebArchive(), JsonLines(), Feed(), Html(), Csv(), PlainText())
BINARY_FORMATS = frozenset(("Parquet", "WARC or WET"))
VAGUE = frozenset(("text/plain", "text/xml", "application/xml", "application/octet-stream", "binary/octet-stream"))


def suffixes() -> frozenset[str]:
    """The suffixes that are read in a folder, without those of compression."""
    return frozenset(suffix for reader in READERS for suffix in reader.suffixes)


def reader_for(document: Document) -> Reader:
    """The reader of a document. Raises SaysoError where it is empty or binary."""
    head = document.head()
    if not head:
        raise SaysoError("is empty.")
    mark = mark_of(head)
    plain = head.decode(mark, "ignore").encode() if mark else head
    sniffed = next(reader for reader in READERS if reader.knows(plain))
    if sniffed.name in BINARY_FORMATS:
        return sniffed
    if kind := binary_kind(head):
        raise SaysoError(f"is {kind}, not text.", "Give it as text, HTML or JSON Lines.")
    if document.media_type and document.media_type not in VAGUE:
        named = next((reader for reader in READERS if document.media_type in reader.media_types), None)
        if named is None and not document.media_type.startswith("text/") and isinstance(sniffed, PlainText):
            raise SaysoError(f"is {document.media_type}, which is not read.")
        return named or sniffed
    suffix = PurePosixPath(plain_name(document.name)).suffix.lower()
    by_suffix = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if by_suffix is None or (isinstance(by_suffix, PlainText) and isinstance(sniffed, Html)):
        return sniffed
    if isinstance(by_suffix, Feed) and isinstance(sniffed, Html):
        return sniffed  # XHTML in an .xml file
    return by_suffix
