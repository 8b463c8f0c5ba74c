"""What every reader speaks: a document comes in as bytes, entries and problems go out."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from sayso.errors import SaysoError
from sayso.model import Record

HEAD = 8192  # bytes that are looked at to tell what a document is


class Problem(Record, frozen=True, kw_only=True):
    """Something that was not read, or not read as it stands: one line for a person. The batch goes on."""

    source: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.source}: {self.message} {self.hint}".strip()


class Defaults(Record, frozen=True, kw_only=True):
    """What a report gets where it does not say it itself."""

    published: date | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read at most: no input may fill the memory. Characters for `text`, else bytes."""

    text: int = 2_000_000  # one report
    line: int = 16 << 20  # one line of JSON Lines
    whole: int = 256 << 20  # one document that must be held in memory as a whole
    unpacked: int = 8 << 30  # one document after unpacking
    download: int = 32 << 20  # one page or feed over the network


@dataclass(frozen=True, slots=True)
class Document:
    """One thing to read: a file, the answer to a request, a record of an archive.

    `name` is what a person calls it, without the suffix of compression; `stream` is read once, forward.
    """

    name: str
    stream: io.BufferedReader
    media_type: str | None = None
    charset: str | None = None
    url: str | None = None
    limits: Limits = field(default_factory=Limits)

    def head(self) -> bytes:
        """The first bytes, without moving on."""
        return self.stream.peek(HEAD)[:HEAD]

    def whole(self) -> bytes:
        """All bytes. Raises SaysoError where there are more than may be held in memory."""
        data = self.stream.read(self.limits.whole + 1)
        if len(data) > self.limits.whole:
            raise SaysoError(f"is larger than {self.limits.whole >> 20} MB.", "Split it, or make it JSON Lines.")
        return data


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reader found, as it stands in the document: the report before it is checked.

    `where` names the place in the document (", line 3"), `published` is a day, a date and time or the words for one.
    """

    text: object
    where: str = ""
    id: object = None
    title: object = None
    published: object = None
    outlet: object = None
    url: object = None
    language: object = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a document that cannot be read; the reader goes on with the next."""

    message: str
    where: str = ""
    hint: str = ""


class Reader(Protocol):
    """Turns the bytes of one format into entries. Readers hold no state and know no defaults."""

    @property
    def name(self) -> str:
        """What a person calls the format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files' names, in lower case."""

    @property
    def media_types(self) -> tuple[str, ...]:
        """What servers call it."""

    def knows(self, head: bytes) -> bool:
        """Does a document that begins so look like this format?"""

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        """The entries of a document, in its order. Raises SaysoError where nothing more can be read."""
