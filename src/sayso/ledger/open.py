"""Opens a ledger by its name."""

from pathlib import Path

from sayso.ledger.base import Store
from sayso.ledger.memory import MemoryStore
from sayso.ledger.sqlite import SqliteStore


def open_store(path: str | Path, create: bool = False) -> Store:
    """The ledger in a file; `:memory:` is a new one that is gone with the program. `create` makes the file where it is
    missing and brings an older one up to date.

    Raises SaysoError where the file is missing, is no ledger, is damaged, or is one of a newer Sayso.
    """
    if str(path) == ":memory:":
        return MemoryStore()
    return SqliteStore(Path(path), create)
