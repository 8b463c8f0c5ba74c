"""What every writer takes and gives."""

from collections.abc import Callable, Iterable
from typing import BinaryIO, Protocol

from sayso.model import Annotation, Claim, Report


class Read(Protocol):
    """A report with what was found in it (the pipeline's `ReadReport` is one)."""

    @property
    def report(self) -> Report: ...

    @property
    def claims(self) -> tuple[Claim, ...]: ...

    @property
    def annotation(self) -> Annotation: ...


type Notes = Callable[[str], None]
"""Takes one line for the person at the terminal, for instance how many claims a format had to leave out."""


class Writer(Protocol):
    """Writes what was read to a binary stream, UTF-8 where it is text. It does not close the stream."""

    def __call__(self, reads: Iterable[Read], out: BinaryIO, notes: Notes) -> None: ...
