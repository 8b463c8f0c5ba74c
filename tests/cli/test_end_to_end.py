"""`sayso read` and `sayso annotate` on what goes wrong: one line, the right status, the rest done."""

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from sayso.cli.main import main

TEXT = (
    "KYIV, June 8 - Ukraine's air force said on Sunday that Russia launched 49 drones overnight and that 40 were shot "
    "down over Dnipropetrovsk region. Three people were killed in Kharkiv, the mayor said."
)
FRENCH = (
    "Le ministère de la Défense a déclaré que trois soldats avaient été tués dans une attaque près de la frontière "
    "dimanche matin, selon un communiqué publié à Paris."
)
ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel>'
    "<title>t</title><item><title>t</title><description>word &s; word</description></item></channel></rss>"
)

type Run = Callable[..., tuple[int, list[dict[str, Any]], list[str]]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command line; gives the status, the JSON lines of the output and the lines for the person."""

    def run(*arguments: object) -> tuple[int, list[dict[str, Any]], list[str]]:
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, [json.loads(line) for line in out.splitlines()], err.decode().splitlines()

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return written(tmp_path / "good.jsonl", report("good"))


def report(name: str, text: str = TEXT, **more: object) -> str:
    return json.dumps({"id": name, "text": text, "published": "2025-06-08", "outlet": "Example Wire"} | more) + "\n"


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def damaged_parquet(tmp_path: Path) -> bytes:
    path = tmp_path / "whole.parquet"
    pq.write_table(pa.table({"text": [f"{TEXT} Day {n}." for n in range(50)]}), path)
    whole = path.read_bytes()
    path.unlink()
    return whole[:200] + b"\xff" * 200 + whole[400:]


BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty."),
    "noise.txt": (bytes(range(256)) * 8, "is a binary file"),
    "line.txt": (b"war " * 12_500_000, "more than 2,000,000 characters"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "holds no article."),
    "entity.rss": (ENTITY.encode(), "never resolved"),
    "french.jsonl": (report("french", FRENCH).encode(), "its language is French, not English."),
    "broken.jsonl": (b'{"text": "cut\n', "line 1: is not valid JSON (unterminated string starting at column 10)."),
    "other.csv": (b"id,body\n1,x\n", "has no column 'text'."),
    "cut.txt.gz": (gzip.compress(TEXT.encode() * 40)[:60], "is broken or cut off"),
    "cut.jsonl.zst": (zstandard.compress(report("cut").encode() * 9)[:-9], "is broken or cut off"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files(run: Run, good: Path, tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    bad = written(tmp_path / name, content)
    status, claims, lines = run("read", bad)
    assert (status, claims, len(lines)) == (2, [], 1)
    assert message in lines[0]
    status, claims, again = run("read", bad, good)
    assert (status, again) == (0, lines)
    assert {claim["report"] for claim in claims} == {"good"}


def test_damaged_parquet(run: Run, good: Path, tmp_path: Path) -> None:
    status, claims, lines = run("read", written(tmp_path / "bad.parquet", damaged_parquet(tmp_path)), good)
    assert (status, len(lines)) == (0, 1)
    assert claims
    assert "is no readable Parquet" in lines[0]


def test_what_is_not_there(run: Run, good: Path, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "folder.jsonl").mkdir()
    names = ["missing.txt", "link.txt", "loop.txt", "folder.jsonl", "x" * 400, "nul\0.txt", "\udcff.txt"]
    status, claims, lines = run("read", *(tmp_path / name for name in names), good)
    assert (status, len(lines)) == (0, len(names))
    assert {claim["report"] for claim in claims} == {"good"}


def test_a_folder_of_all_sorts(run: Run, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": TEXT,
        "b.bin": b"\0\1",
        "c.jsonl": report("1") + "{broken\n" + report("1") + report("1", TEXT + " More came.") + report("2", TEXT[15:]),
        "d.html": "<html></html>",
        "e.txt": "",
    }
    for name, content in files.items():
        written(tmp_path / name, content)
    status, found, lines = run("annotate", tmp_path)
    assert (status, len(found)) == (0, 4)
    expected = [
        "a.txt: The report has no day",
        "c.jsonl, line 2: is not valid JSON",
        "c.jsonl, line 3: was read before as '1'",
        "c.jsonl, line 4: has the id '1' of another report",
        "d.html: holds no article",
        "e.txt: is empty",
    ]
    assert len(lines) == len(expected)
    assert all(part in line for part, line in zip(expected, lines, strict=True))


def test_a_skipped_report_has_no_annotation(run: Run, tmp_path: Path) -> None:
    status, found, lines = run("annotate", written(tmp_path / "french.jsonl", report("french", FRENCH)))
    assert (status, found) == (2, [])
    assert lines[0].startswith("sayso: french (Le ministère de la Défense")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "xlsx"], "There is no format 'xlsx'."),
        (["-o", "claims.xlsx"], "No format goes with the file name 'claims.xlsx'."),
        (["-o", "{folder}/none/claims.csv"], "cannot be written: No such file or directory."),
        (["-o", "{folder}/a.csv", "-o", "{folder}/none/b.csv"], "cannot be written: No such file or directory."),
        (["-o", "/dev/full", "--format", "jsonl"], "cannot be written: No space left on device."),
        (["--published", "yesterday"], "'yesterday' does not match the format"),
        (["--published", "2025-02-30"], "'2025-02-30' does not match the format"),
        (["--model", "en_nowhere"], "The spaCy pipeline 'en_nowhere' cannot be loaded. Install it with"),
        (["--model", "{folder}"], "cannot be loaded. The folder must hold a pipeline"),
        (["--model", "blank:de"], "is for language 'de'."),
    ],
)
def test_what_a_user_gets_wrong(run: Run, good: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    if "/dev/full" in arguments and not Path("/dev/full").exists():
        pytest.skip("a device of Linux")
    status, claims, lines = run("read", good, *(a.format(folder=tmp_path) for a in arguments))
    assert (status, claims, len(lines)) == (2, [], 1)
    assert message in lines[0]
    assert [path.name for path in tmp_path.iterdir()] == ["good.jsonl"]


def test_the_environment(run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_MODEL", "en_nowhere")
    assert "'en_nowhere' cannot be loaded" in run("read", good)[2][0]
    monkeypatch.setenv("SAYSO_CACHE", str(good))
    status, _, lines = run("read", good)
    assert (status, len(lines)) == (2, 1)
    assert lines[0].endswith("Set SAYSO_CACHE to a folder that can be written.")
    for name in ("SAYSO_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)

    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nobody)
    assert run("read", good)[2] == [
        "sayso: There is no home folder to keep the gazetteer in. Set SAYSO_CACHE to a folder."
    ]


def test_every_mention_stands_where_it_says(run: Run, tmp_path: Path) -> None:
    text = (
        "🇺🇦 KYIV, June 8 - \u200fThe army\u202c said \U0001f692 on **Sunday** that 5 soldiers were killed in "
        "Zapori\u0301zhzhia.\r\n\r\n«Нет», said Moscow. \ud800 Two people were wounded in \u2066Gaza City\u2069, غزة."
    )
    path = written(tmp_path / "odd.jsonl", report("odd", text, title="\u202eArmy says 5 killed \udfff in Kyiv"))
    text, title = re.sub("[\ud800-\udfff]", "\ufffd", text), "\u202eArmy says 5 killed \ufffd in Kyiv"
    for command in ("read", "annotate"):
        status, records, lines = run(command, path)
        assert (status, lines) == (0, [])
        found = [(title if r.get("part") == "title" else text, m) for r in records for m in mentions(r)]
        assert len(found) > 8
        assert [whole[m["start"] : m["end"]] for whole, m in found] == [m["text"] for _, m in found]


def mentions(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and "text" in value:
            yield value
        for part in value.values():
            yield from mentions(part)
    elif isinstance(value, list):
        for part in value:
            yield from mentions(part)


# Streams are closed by the shell, so each of these needs a process; those that end before a model is loaded are many.
STREAMS = {
    "{sayso} read - <&-": (2, "sayso: -: is closed. Pipe a report into it, or name a file."),
    "{sayso} read - < /dev/null": (2, "sayso: -: is empty."),
    "{sayso} ref triggers >&-": (2, "sayso: The standard output is closed. Name a file with -o."),
    "{sayso} read nothing.txt 2>&-": (2, ""),
    "{sayso} ref triggers > /dev/full": (2, "sayso: The standard output cannot be written: No space left on device."),
    # `true` reads nothing and is long gone when the first line is written
    "{sayso} ref triggers | true; exit ${{PIPESTATUS[0]}}": (1, ""),
}


@pytest.mark.skipif(not Path("/dev/full").exists() or not Path("/bin/bash").exists(), reason="a shell of Linux")
@pytest.mark.parametrize("command", STREAMS)
def test_streams(command: str) -> None:
    status, line = STREAMS[command]
    done = subprocess.run(
        ["/bin/bash", "-c", command.format(sayso=f"{sys.executable} -m sayso")],
        capture_output=True, text=True, check=False, env=os.environ | {"OMP_NUM_THREADS": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr.strip()) == (status, line)
