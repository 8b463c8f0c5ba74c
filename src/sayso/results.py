"""What the library gives back: sequences of records that turn into tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, overload

from sayso.model import Claim

if TYPE_CHECKING:
    import pyarrow


class Claims(Sequence[Claim]):
    """Claims in reading order: an immutable sequence of `Claim` records.

    `problems` are lines for a person on what was left out or stays unresolved (no date, not English).
    """

    def __init__(self, claims: Iterable[Claim], problems: Iterable[str] = ()) -> None:
        self._claims = tuple(claims)
        self.problems = tuple(problems)

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Claims: ...
    def __getitem__(self, index: int | slice) -> Claim | Claims:
        if isinstance(index, slice):
            return Claims(self._claims[index], self.problems)
        return self._claims[index]

    def __len__(self) -> int:
        return len(self._claims)

    def __repr__(self) -> str:
        return f"<Claims: {len(self)}>"

    def to_arrow(self) -> pyarrow.Table:
        """A table of one row a claim; its columns are described in `sayso.output.table`."""
        from sayso.output.table import claims_table

        return claims_table(self._claims)

    def to_pandas(self) -> Any:
        """The same as a pandas DataFrame. Raises SaysoError where pandas is not installed."""
        try:
            import pandas  # noqa: F401  (only to say clearly that it is missing)
        except ImportError as error:
            from sayso.errors import SaysoError

            raise SaysoError("pandas is not installed.", "Install it with `pip install pandas`.") from error
        return self.to_arrow().to_pandas(date_as_object=False)  # days as datetime64, which pandas can compare
