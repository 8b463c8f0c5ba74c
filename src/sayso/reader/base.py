"""The interface between reading and grounding."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from sayso.model import Page, Reading


class Reader(Protocol):
    """Reads pages in order. Nothing of the library that it reads with shows in what it gives."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell at the end of a run, a line each."""
        ...

    def read(self, pages: Iterable[Page]) -> Iterator[Reading]:
        """One reading a page, in the order of the pages."""
        ...
