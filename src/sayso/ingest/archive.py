"""Web archives: WARC (pages as they were fetched) and WET (their plain text), as Common Crawl and others give them."""

from collections.abc import Iterator
from typing import Any

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Entry, Fault
from sayso.ingest.decode import decode
from sayso.ingest.html import article, host_of


class WebArchive:
    """The pages of a crawl: one report a page or record of text."""

    name = "WARC or WET"
    suffixes = (".warc", ".wet")
    media_types = ("application/warc",)

    def knows(self, head: bytes) -> bool:
        return head.startswith(b"WARC/")

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        try:
            for record in ArchiveIterator(document.stream):
                found = _page(record, document.limits.download)
                if found:
                    yield found
        except ArchiveLoadFailed as error:
            raise SaysoError(f"is a broken web archive ({str(error).splitlines()[0][:80]}).") from error


def _page(record: Any, most: int) -> Entry | Fault | None:
    """The entry of a record; None for records that hold no page (requests, redirects, pictures)."""
    url = record.rec_headers.get_header("WARC-Target-URI")
    where = url or record.rec_headers.get_header("WARC-Record-ID") or "record"
    if record.rec_type == "conversion":
        data = _body(record, most)
        return (
            Fault("is too large.", where)
            if data is None
            else Entry(text=decode(data), where=where, url=url, outlet=host_of(url))
        )
    if record.rec_type not in ("response", "resource"):
        return None
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").lower()
    if "html" not in kind or (record.http_headers and record.http_headers.get_statuscode() != "200"):
        return None
    data = _body(record, most)
    if data is None:
        return Fault("is too large.", where)
    charset = kind.partition("charset=")[2].strip("\"' ;") or None
    return article(data, charset, url, where)


def _body(record: Any, most: int) -> bytes | None:
    data: bytes = record.content_stream().read(most + 1)
    return data if len(data) <= most else None
