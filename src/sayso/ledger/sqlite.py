"""A ledger in a SQLite file."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sayso.ledger.database import Database
from sayso.ledger.sqlite_names import Names
from sayso.ledger.sqlite_view import SqliteView
from sayso.ledger.sqlite_writer import SqliteWriter


class SqliteStore:
    """A ledger in a file. Views see what the store's own writer has written before it ends; other processes see it
    when it has ended well."""

    def __init__(self, path: Path, create: bool = False) -> None:
        self._db = Database(path, create)
        self._names = Names(self._db)

    def view(self, as_known: date | None = None) -> SqliteView:
        """The ledger as known on a day."""
        return SqliteView(self._db, as_known)

    @contextmanager
    def writer(self) -> Iterator[SqliteWriter]:
        """The only writer. Raises SaysoError where another one is at work, or the file cannot be written to."""
        try:
            with self._db.transaction():
                writer = SqliteWriter(self._db, self._names)
                yield writer
                writer.finish()
        except BaseException:
            self._names = Names(self._db)  # it may know rows that were undone
            raise

    def close(self) -> None:
        """Close the file."""
        self._db.close()
