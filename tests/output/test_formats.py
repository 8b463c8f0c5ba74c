"""Which format is taken, and where it goes."""

from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.output.formats import CLAIMS, MENTIONS, format_for, opened, writer


@pytest.mark.parametrize(
    ("target", "given", "expected"),
    [
        ("-", None, "jsonl"),  # the tests' standard output is no terminal
        ("-", "table", "table"),
        ("claims.csv", None, "csv"),
        ("claims.PARQUET", None, "parquet"),
        ("claims.htm", None, "html"),
        ("claims.ndjson", None, "jsonl"),
        ("claims.csv", "jsonl", "jsonl"),
    ],
)
def test_format_for(target: str, given: str | None, expected: str) -> None:
    assert format_for(target, given, CLAIMS) == expected


@pytest.mark.parametrize(
    ("target", "given", "formats", "part"),
    [
        ("-", "parquet", CLAIMS, "needs a file"),
        ("claims.xlsx", None, CLAIMS, "Formats: table, jsonl"),
        ("claims", None, CLAIMS, "No format"),
        ("mentions.parquet", None, MENTIONS, "Formats: table, jsonl, csv"),
    ],
)
def test_no_format(target: str, given: str | None, formats: dict[str, tuple[str, str]], part: str) -> None:
    with pytest.raises(SaysoError, match=part):
        format_for(target, given, formats)


def test_an_unknown_format() -> None:
    with pytest.raises(SaysoError, match=r"no format 'geojsn'\. Formats: table, "):
        writer("geojsn", CLAIMS)


@pytest.mark.parametrize("name", CLAIMS)
def test_every_format_has_its_writer(name: str) -> None:
    assert callable(writer(name, CLAIMS))


def test_a_file_appears_whole(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    with opened(str(target)) as out:
        out.write(b"a")
        assert not target.exists()
    assert target.read_bytes() == b"a"
    assert [p.name for p in tmp_path.iterdir()] == ["claims.csv"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), opened(str(target)) as out:
        out.write(b"new")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["claims.csv"]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(SaysoError, match="cannot be written: No such file"),
        opened(str(tmp_path / "no" / "claims.csv")),
    ):
        pass
