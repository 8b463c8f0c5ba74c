"""What every writer takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Protocol

from sayso.model import Annotation, Claim, Event, Report

if TYPE_CHECKING:
    from sayso.fold.signals import Reason


class Read(Protocol):
    """A report with what was found in it (the pipeline's `ReadReport` is one)."""

    @property
    def report(self) -> Report: ...

    @property
    def claims(self) -> tuple[Claim, ...]: ...

    @property
    def annotation(self) -> Annotation: ...


class Told(Protocol):
    """One claim of an event's story (the desk's `Entry` is one)."""

    @property
    def claim(self) -> Claim: ...

    @property
    def stance(self) -> str: ...

    @property
    def report(self) -> Report | None: ...

    @property
    def copy_of(self) -> str | None: ...

    @property
    def reasons(self) -> Sequence[Reason]: ...


class Story(Protocol):
    """An event and its claims in order of publication (the desk's `Page` is one)."""

    @property
    def event(self) -> Event: ...

    @property
    def entries(self) -> Sequence[Told]: ...


type Notes = Callable[[str], None]
"""Takes one line for the person at the terminal, for instance how many claims a format had to leave out."""


class Writer[T](Protocol):
    """Writes what was read, or asked of a ledger, to a binary stream, UTF-8 where it is text. It does not close the
    stream."""

    def __call__(self, records: Iterable[T], out: BinaryIO, notes: Notes, /) -> None: ...
