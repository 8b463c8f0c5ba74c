"""Ledger files in trouble: each gives one clear line, and none is made worse."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from invented_ledger import RUN, c, ids, put, r

from sayso.errors import SaysoError
from sayso.ledger.base import Store
from sayso.ledger.open import open_store
from sayso.ledger.schema import APPLICATION_ID, STEPS
from sayso.ledger.sqlite import SqliteStore
from sayso.model import Query


@contextmanager
def opened(path: Path, create: bool = False) -> Iterator[Store]:
    store = open_store(path, create)
    try:
        yield store
    finally:
        store.close()


def add(store: Store, *numbers: int) -> None:
    for n in numbers:
        put(store, r(f"r-{n}", text=f"Report {n}. " * 50), [c(f"c-{n}-{k}", f"r-{n}") for k in range(5)])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A file of a hundred claims."""
    path = tmp_path / "ledger.sqlite"
    with opened(path, create=True) as store:
        add(store, *range(20))
    return path


def answers(path: Path) -> tuple[int, int, int]:
    """How many reports, claims and claims with a word a file holds; all of its pages are looked at."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with opened(path) as store:
        view = store.view()
        return len(list(view.reports())), len(ids(view).split()), len(ids(view, text="shelling").split())


def refuse(path: Path, message: str, create: bool = False) -> None:
    with pytest.raises(SaysoError, match=message) as caught, opened(path, create):
        pass
    assert "\n" not in str(caught.value) and caught.value.hint


def test_a_missing_file_is_made_by_adding_alone(tmp_path: Path) -> None:
    refuse(tmp_path / "none.sqlite", "There is no ledger .*none.sqlite")
    refuse(tmp_path / "no" / "none.sqlite", "There is no folder", create=True)
    assert not list(tmp_path.iterdir())
    with opened(tmp_path / "a ledger?#%41.sqlite", create=True) as store:
        add(store, 1)
    assert answers(tmp_path / "a ledger?#%41.sqlite") == (1, 5, 5)


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("content", [b"One.\n", bytes(4096), bytes(range(256)) * 64, b"SQLite format 3\0"])
def test_what_is_no_ledger_is_left_alone(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    refuse(path, "other is not a ledger", create)
    assert path.read_bytes() == content and len(list(tmp_path.iterdir())) == 1
    refuse(tmp_path, "is a folder", create)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE claim (id)")
    before = path.read_bytes()
    refuse(path, "is not a ledger", create=True)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger_by_adding_alone(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    refuse(path, "is not a ledger")
    with opened(path, create=True) as store:
        add(store, 1)
    assert answers(path) == (1, 5, 5)


@pytest.mark.parametrize("share", [0.01, 0.5, 0.99])
def test_a_file_cut_short_is_refused(ledger: Path, share: float) -> None:
    content = ledger.read_bytes()
    ledger.write_bytes(content[: int(len(content) * share)])
    refuse(ledger, "is damaged: its end is missing")


@pytest.mark.parametrize("seed", range(1, 20, 3))
def test_a_file_with_damaged_pages_never_ends_in_anything_but_a_clear_line(ledger: Path, seed: int) -> None:
    content = bytearray(ledger.read_bytes())
    at = 4096 * (seed * len(content) // 4096 // 20)
    content[at : at + 16384] = bytes(range(256)) * 64
    ledger.write_bytes(content)
    try:
        with opened(ledger) as store:
            view = store.view()
            list(view.rows()), list(view.claims(Query())), list(view.claims(Query(text="shelling")))
            list(view.reports()), view.block("UA|UA-12|strike"), list(view.actors()), list(view.places())
    except SaysoError as error:
        assert "\n" not in str(error)


def test_a_ledger_of_a_newer_sayso_is_refused(ledger: Path) -> None:
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    refuse(ledger, "newer Sayso", create=True)


def test_a_ledger_of_an_older_sayso_is_brought_up_to_date_by_adding(
    ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = "CREATE TABLE note (num INTEGER PRIMARY KEY);\nINSERT INTO note VALUES (7);"
    monkeypatch.setattr("sayso.ledger.database.STEPS", (*STEPS, step))
    before = ledger.read_bytes()
    refuse(ledger, "older Sayso")
    assert ledger.read_bytes() == before
    with opened(ledger, create=True) as store:
        add(store, 20)
    assert answers(ledger) == (21, 105, 105)
    with closing(sqlite3.connect(ledger)) as connection:
        assert connection.execute("SELECT num FROM note").fetchall() == [(7,)]


def test_a_step_that_fails_changes_nothing(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("sayso.ledger.database.STEPS", (*STEPS, "CREATE TABLE note (num);\nCREATE TABLE note (num);"))
        refuse(ledger, "already exists", create=True)
    assert answers(ledger) == (20, 100, 100)


def test_the_made_up_file_of_version_0(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("VACUUM")
    refuse(path, "older Sayso")
    with opened(path, create=True) as store:
        add(store, 1)
    assert answers(path) == (1, 5, 5)


def test_viewing_changes_nothing(ledger: Path) -> None:
    before = ledger.read_bytes()
    with opened(ledger) as store:
        assert list(store.view().claims(Query(text="shelling", limit=3))) and store.view().stale()
    assert ledger.read_bytes() == before and [path.name for path in ledger.parent.iterdir()] == ["ledger.sqlite"]


@pytest.fixture(params=["file", "folder"])
def locked_up(request: pytest.FixtureRequest, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file, or its folder, cannot be written to (root can always: it is told the same)."""
    locked = ledger if request.param == "file" else ledger.parent
    may: Callable[..., bool] = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != locked and may(path, mode))
    return ledger


def test_a_file_that_cannot_be_written_to_can_be_read(locked_up: Path) -> None:
    before = locked_up.read_bytes()
    for create in (False, True):
        with opened(locked_up, create) as store:
            assert len(ids(store.view()).split()) == 100
            with pytest.raises(SaysoError, match="cannot be written to"):
                add(store, 21)
    assert locked_up.read_bytes() == before and len(list(locked_up.parent.iterdir())) == 1


def test_a_file_that_was_not_closed_needs_to_be_written_to(locked_up: Path) -> None:
    log = locked_up.with_name("ledger.sqlite-wal")
    log.write_bytes(b"not empty")
    refuse(locked_up, "was not closed well")


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    refuse(tmp_path / "new.sqlite", "folder cannot be written to", create=True)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may do everything")
def test_a_file_that_cannot_be_read(ledger: Path) -> None:
    ledger.chmod(0)
    refuse(ledger, "cannot be read")


def test_a_full_disk_undoes_the_writing_alone(ledger: Path) -> None:
    with opened(ledger) as store:
        assert isinstance(store, SqliteStore)
        pages = store._db.value("PRAGMA page_count")
        store._db.run(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(SaysoError, match="no room"):
            add(store, *range(100, 200))
        before = answers(ledger)
        store._db.run("PRAGMA max_page_count = 1000000")
        add(store, 500)
    assert answers(ledger) == tuple(n + more for n, more in zip(before, (1, 5, 5), strict=True))


def test_one_process_writes_at_a_time(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ledger.database.WAIT_MS", 50)
    with opened(ledger) as one, opened(ledger) as other:
        with one.writer() as writer, pytest.raises(SaysoError, match="locked by another writer"):
            writer.add(r("r-98"), (), RUN)
            assert not other.view().has(r("r-98")) and one.view().has(r("r-98"))
            add(other, 99)
        add(other, 99)
        assert one.view().has(r("r-98")) and len(ids(one.view()).split()) == 105


@pytest.mark.parametrize("missing", ["fts5", "rtree"])
def test_a_library_without_what_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    class Poor(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if missing in sql:
                raise sqlite3.OperationalError(f"no such module: {missing}")
            return super().execute(sql, *values)  # type: ignore[arg-type]

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda name, **given: real(name, **given, factory=Poor))
    refuse(tmp_path / "new.sqlite", "SQLite of this Python has no", create=True)
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 30, 0))
    refuse(tmp_path / "new.sqlite", "too old", create=True)


WRITES = """
import sys
from pathlib import Path
from test_files import add, opened
with opened(Path(sys.argv[1])) as store:
    for n in range(1000, 10000):
        print(n, flush=True)
        add(store, n)
"""


@pytest.mark.skipif(os.name != "posix", reason="a kill without mercy")
@pytest.mark.parametrize("pause", [0.0, 0.013, 0.05])
def test_a_killed_writer_leaves_all_that_it_ended_and_nothing_else(ledger: Path, pause: float) -> None:
    paths = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    command = [sys.executable, "-c", WRITES, str(ledger)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": paths}) as process:
        assert process.stdout is not None
        begun = [int(process.stdout.readline()) for _ in range(5)]
        time.sleep(pause)
        process.send_signal(signal.SIGKILL)
        begun += [int(line) for line in process.stdout.read().split()]
    reports, claims, worded = answers(ledger)
    assert reports - 20 in (len(begun) - 1, len(begun)) and claims == worded == 5 * reports
    with opened(ledger) as store:
        add(store, 1)
