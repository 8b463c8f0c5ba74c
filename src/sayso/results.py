"""What the library gives back: sequences of records that turn into tables."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Self, overload

from sayso.model import Claim, Event

if TYPE_CHECKING:
    import pyarrow


class Records[R](Sequence[R]):
    """An immutable sequence of records that turns into a table.

    `problems` are lines for a person on what was left out or stays unresolved (no date, not English).
    """

    def __init__(self, records: Iterable[R], problems: Iterable[str] = ()) -> None:
        self._records = tuple(records)
        self.problems = tuple(problems)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Self: ...
    def __getitem__(self, index: int | slice) -> R | Self:
        if isinstance(index, slice):
            return type(self)(self._records[index], self.problems)
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._records == other._records

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"

    @abstractmethod
    def to_arrow(self) -> pyarrow.Table:
        """A table of one row a record."""

    def to_pandas(self) -> Any:
        """The same as a pandas DataFrame. Raises SaysoError where pandas is not installed."""
        try:
            import pandas  # noqa: F401  (only to say clearly that it is missing)
        except ImportError as error:
            from sayso.errors import SaysoError

            raise SaysoError("pandas is not installed.", "Install it with `pip install pandas`.") from error
        return self.to_arrow().to_pandas(date_as_object=False)  # days as datetime64, which pandas can compare


class Claims(Records[Claim]):
    """Claims in reading order, those of a ledger by day of publication."""

    def to_arrow(self) -> pyarrow.Table:
        """A table of one row a claim; its columns are described in `sayso.output.table`."""
        from sayso.output.table import claims_table

        return claims_table(self._records)


class Events(Records[Event]):
    """Events of a ledger, the latest first."""

    def to_arrow(self) -> pyarrow.Table:
        """A table of one row an event; its columns are described in `sayso.output.event_table`."""
        from sayso.output.event_table import events_table

        return events_table(self._records)
