"""A ledger as lines, and lines as a ledger."""

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_war import war as made

from sayso.cli.main import main
from sayso.desk import open_ledger

type Run = Callable[..., tuple[int, bytes, list[str]]]


@pytest.fixture
def war(tmp_path: Path) -> Path:
    path = made(tmp_path / "war.ledger")
    main(["review", "note", "c-1", "--author", "Ann", "--reason", "look", "--ledger", str(path)])
    return path


@pytest.fixture
def run(war: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    capfdbinary.readouterr()

    def run(*arguments: object) -> tuple[int, bytes, list[str]]:
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out, err.decode().splitlines()

    return run


def test_what_is_loaded_is_what_was_dumped(run: Run, war: Path, tmp_path: Path) -> None:
    status, lines, said = run("dump", "--ledger", war)
    assert (status, said) == (0, [])
    assert all(isinstance(json.loads(line), dict) for line in lines.splitlines())
    other, packed, copy = (tmp_path / name for name in ("war.jsonl", "war.jsonl.gz", "copy.ledger"))
    assert run("dump", "--ledger", war, "-o", other) == (0, b"", [])
    assert other.read_bytes() == lines
    packed.write_bytes(gzip.compress(lines))
    status, out, said = run("load", packed, other, "--ledger", copy)
    assert (status, out, len(said)) == (0, b"", 1)
    assert said[0].endswith(f" in {copy}.")
    assert run("dump", "--ledger", copy)[1] == lines
    with open_ledger(war) as one, open_ledger(copy) as two:
        assert list(one.events()) == list(two.events())
        assert one.verdicts() == two.verdicts()


def test_from_the_standard_input(run: Run, war: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = run("dump", "--ledger", war)[1]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert run("load", "-", "--ledger", tmp_path / "copy.ledger")[0] == 0
    assert run("dump", "--ledger", tmp_path / "copy.ledger")[1] == lines


def test_a_broken_line(run: Run, war: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(run("dump", "--ledger", war)[1] + b'{"cut')
    status, out, said = run("load", broken, "--ledger", tmp_path / "copy.ledger")
    assert (status, out, len(said)) == (2, b"", 1)


@pytest.mark.parametrize(
    ("name", "message"), [("missing.jsonl", "cannot be read (No such file or directory)"), ("", "")]
)
def test_what_cannot_be_opened_makes_no_ledger(run: Run, tmp_path: Path, name: str, message: str) -> None:
    copy = tmp_path / "copy.ledger"
    status, out, said = run("load", tmp_path / name, "--ledger", copy)
    assert (status, out, len(said)) == (2, b"", 1)
    assert message in said[0]
    assert not copy.exists()
