"""A plain text file: one report."""

from collections.abc import Iterator

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Entry, Fault
from sayso.ingest.decode import decode

WIDEST = 4  # bytes that one character takes at most


class PlainText:
    """A file of text: one report."""

    name = "plain text"
    suffixes = (".txt", ".text", ".md")
    media_types = ("text/plain", "text/markdown")

    def knows(self, head: bytes) -> bool:
        return True

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        most = document.limits.text * WIDEST
        data = document.stream.read(most + 1)
        if len(data) > most:
            raise SaysoError(f"is a text of more than {document.limits.text:,} characters.", "Split it into reports.")
        yield Entry(text=decode(data, document.charset), url=document.url)
