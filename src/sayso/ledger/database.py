"""A ledger file: opened with care, and every trouble told in one line."""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sayso.errors import SaysoError
from sayso.ledger.schema import APPLICATION_ID, STEPS

MAGIC = b"SQLite format 3\0"
WAIT_MS = 3000  # for another writer to end
CACHE_KIB = 131072
LEAST_SQLITE = (3, 35, 0)

type Values = Sequence[Any]


class Database:
    """One connection. `create` makes the file where it is missing, and brings an older one up to date; without it a
    file is opened as it is, and only a writer changes it."""

    def __init__(self, path: Path, create: bool) -> None:
        _check_library()
        self.path = path
        self.read_only = False
        new = _look_at(path, create)
        address = self._address(new)
        try:
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise _told(path, error) from error
        try:
            self._set_up(create)
        except BaseException:
            self._connection.close()
            raise

    def _address(self, new: bool) -> str:
        """Where a file, or its folder, cannot be written to, the file is read as one that nobody writes to."""
        address = self.path.absolute().as_uri()
        writable = os.access(self.path.parent, os.W_OK) and (new or os.access(self.path, os.W_OK))
        if writable:
            return f"{address}?mode={'rwc' if new else 'rw'}"
        if new:
            raise SaysoError(f"{self.path} cannot be made: its folder cannot be written to.", "Choose another folder.")
        if _log_size(self.path):
            raise SaysoError(
                f"{self.path} was not closed well, and cannot be mended where it cannot be written to.",
                "Copy it with the files of like names beside it to a folder of yours.",
            )
        self.read_only = True
        return f"{address}?mode=ro&immutable=1"

    def _set_up(self, create: bool) -> None:
        for setting in (f"busy_timeout = {WAIT_MS}", "foreign_keys = ON", f"cache_size = -{CACHE_KIB}"):
            self.run(f"PRAGMA {setting}")
        version = self.value("PRAGMA user_version")
        if version > len(STEPS):
            raise SaysoError(f"{self.path} was written by a newer Sayso.", "Upgrade Sayso to read it.")
        if version < len(STEPS):
            if not create or self.read_only:
                raise SaysoError(f"{self.path} was written by an older Sayso.", "`sayso add` brings it up to date.")
            with self.transaction():
                self._migrate()
        elif self.value("PRAGMA application_id") != APPLICATION_ID:
            raise _no_ledger(self.path)
        if not self.read_only and self.value("PRAGMA journal_mode") != "wal":
            self.run("PRAGMA journal_mode = WAL")

    def _migrate(self) -> None:
        version = self.value("PRAGMA user_version")  # another process may have been faster
        for step in STEPS[version:]:
            for statement in _statements(step):
                self.run(statement)
        self.run(f"PRAGMA application_id = {APPLICATION_ID}")
        self.run(f"PRAGMA user_version = {len(STEPS)}")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    # Statements.

    def rows(self, sql: str, values: Values = ()) -> Iterator[Any]:
        """The rows of a query, as they are asked for."""
        try:
            yield from self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise _told(self.path, error) from error

    def all(self, sql: str, values: Values = ()) -> list[Any]:
        """The rows of a query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _told(self.path, error) from error

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first value of the first row, None where there is none."""
        for row in self.all(sql, values)[:1]:
            return row[0]
        return None

    def run(self, sql: str, values: Values = ()) -> int:
        """Run a statement; gives the number of the row that it inserted, 0 where it changed none."""
        try:
            cursor = self._connection.execute(sql, values)
        except sqlite3.Error as error:
            raise _told(self.path, error) from error
        return cursor.lastrowid or 0 if cursor.rowcount else 0

    def many(self, sql: str, rows: Iterable[Values]) -> None:
        """Run a statement for every row."""
        try:
            self._connection.executemany(sql, rows)
        except sqlite3.Error as error:
            raise _told(self.path, error) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Raises SaysoError where another one writes."""
        if self.read_only:
            raise SaysoError(f"{self.path} cannot be written to.", "Mend its permissions, or work on a copy.")
        if self._connection.in_transaction:
            raise _locked(self.path)
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk may have ended it
                self._connection.execute("ROLLBACK")
            raise


def _check_library() -> None:
    """Raises SaysoError where this Python's SQLite lacks what a ledger needs."""
    if sqlite3.sqlite_version_info < LEAST_SQLITE:
        raise SaysoError(
            f"SQLite {sqlite3.sqlite_version} is too old for a ledger.", "Use a Python with 3.35 or newer."
        )
    with closing(sqlite3.connect(":memory:")) as memory:
        for name, table in (("FTS5", "fts5 (text)"), ("R*Tree", "rtree (num, a, b)")):
            try:
                memory.execute(f"CREATE VIRTUAL TABLE {name[0]} USING {table}")
            except sqlite3.OperationalError as error:
                raise SaysoError(f"The SQLite of this Python has no {name}.", "Use a Python that has it.") from error


def _look_at(path: Path, create: bool) -> bool:
    """Is there no ledger yet? Raises SaysoError for whatever is there and is none."""
    if path.is_dir():
        raise SaysoError(f"{path} is a folder.", "Name a file for the ledger.")
    if not path.exists():
        if not create:
            raise SaysoError(f"There is no ledger {path}.", "`sayso add` makes one.")
        if not path.parent.is_dir():
            raise SaysoError(f"There is no folder {path.parent} for the ledger.", "Make it first.")
        return True
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise SaysoError(f"{path} cannot be read: {error.strerror}.", "Mend its permissions.") from error
    if not head and create:
        return True
    if len(head) < 100 or not head.startswith(MAGIC) or not _is_ours(head):
        raise _no_ledger(path)
    pages, page, size = int.from_bytes(head[28:32]), int.from_bytes(head[16:18]), path.stat().st_size
    if size < pages * (65536 if page == 1 else page) and not _log_size(path):
        raise SaysoError(f"{path} is damaged: its end is missing.", "Take a copy that is whole.")
    return False


def _is_ours(head: bytes) -> bool:
    return int.from_bytes(head[68:72]) == APPLICATION_ID


def _log_size(path: Path) -> int:
    """How much has been written that is not in the file itself yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.stat().st_size if log.exists() else 0


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _no_ledger(path: Path) -> SaysoError:
    return SaysoError(f"{path} is not a ledger.", "Name a file that `sayso add` has made, or a new one.")


def _locked(path: Path) -> SaysoError:
    return SaysoError(f"{path} is locked by another writer.", "Try again when it is done.")


def _told(path: Path, error: sqlite3.Error) -> SaysoError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _locked(path)
    if code == sqlite3.SQLITE_FULL:
        return SaysoError(f"There is no room left for {path}; nothing of this was kept.", "Make room and do it again.")
    if code == sqlite3.SQLITE_NOTADB:
        return _no_ledger(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return SaysoError(f"{path} is damaged.", "Take a copy that is whole.")
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_IOERR):
        return SaysoError(f"{path} cannot be read or written: {error}.", "Check the disk and the permissions.")
    return SaysoError(f"{path}: {error}.", "This is a fault of Sayso; please report it.")
