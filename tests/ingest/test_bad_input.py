"""Nothing that comes in stops the batch: one line each, and the next is read."""

import gzip
import io
import json
import time
from pathlib import Path

import pytest
import zstandard

from sayso.ingest import Defaults, Limits, Problem, read_reports
from sayso.model import Report

GOOD = {"text": "The army said it had left the town.", "published": "2025-06-08"}
LAUGHS = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><rss version="2.0"><channel><title>&c;</title><item><title>t</title>
<description>&c;</description></item></channel></rss>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY secret SYSTEM "file://{path}">]><rss version="2.0"><channel>
<title>t</title><item><title>t</title><description>word &secret; word</description></item></channel></rss>"""


def read(*paths: Path, limits: Limits | None = None) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    return list(read_reports(map(str, paths), Defaults(), problems.append, limits=limits)), problems


def with_good(tmp_path: Path, name: str, data: bytes) -> Problem:
    """Reads a bad file before a good one: the good one comes, and the bad one has one line."""
    bad, good = tmp_path / name, tmp_path / "good.json"
    bad.write_bytes(data)
    good.write_text(json.dumps(GOOD))
    reports, problems = read(bad, good)
    assert [r.text for r in reports] == [GOOD["text"]]
    assert len(problems) == 1
    assert problems[0].source.startswith(str(bad))
    assert "\n" not in str(problems[0])
    return problems[0]


BAD = {
    "empty.txt": (b"", "is empty"),
    "empty.jsonl": (b"", "is empty"),
    "empty.html": (b"", "is empty"),
    "blank.txt": (b" \n\t ", "has no text"),
    "zeros.txt": (b"abc\0def", "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n....", "an image"),
    "paper.pdf": (b"%PDF-1.7 ...", "PDF"),
    "office.docx": (b"PK\x03\x04\x14\0", "zip"),
    "pdf.html": (b"%PDF-1.7 ...", "PDF"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article"),
    "list.json": (b"[1]", "no object"),
    "broken.json": (b"[{", "not valid JSON"),
    "deep.jsonl": (b"[" * 200_000, "not valid JSON"),
    "other.jsonl": (b'{"body": "x"}', "has no 'text'"),
    "number.jsonl": (b'{"text": 5}', "has no 'text'"),
    "null.jsonl": (b'{"text": ""}', "has no text"),
    "other.csv": (b"a,b\n1,2\n", "no column 'text'"),
    "cells.csv": (b"id,text\n1,a,b\n", "more cells"),
    "broken.parquet": (b"PAR1" + b"x" * 50, "no readable Parquet"),
    "page.xml": (b"<?xml version='1.0'?><note>hello</note>", "no RSS or Atom"),
    "bare.rss": (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "without entries"),
    "hollow.rss": (b"<rss version='2.0'><channel><item><title>x</title></item></channel></rss>", "has no text"),
    "laughs.rss": (LAUGHS.encode(), "never resolved"),
    "laughs16.rss": (LAUGHS.encode("utf-16"), "never resolved"),
    "cut.txt.gz": (gzip.compress(b"words " * 1000)[:40], "broken or cut off"),
    "cut.jsonl.zst": (zstandard.ZstdCompressor().compress(b"{}\n" * 9)[:-3], "broken or cut off"),
    "broken.warc": (b"WARC/1.0\r\nContent-Length: x\r\n\r\n", "no report"),
    "none.json": (b"[]", "no report"),
    "none.jsonl": (b"\n\n", "no report"),
}


@pytest.mark.parametrize("name", BAD)
def test_one_line_and_the_batch_goes_on(tmp_path: Path, name: str) -> None:
    data, message = BAD[name]
    assert message in with_good(tmp_path, name, data).message


def test_no_entity_reads_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("TOPSECRET")
    problem = with_good(tmp_path, "x.rss", OUTSIDE.format(path=tmp_path / "secret").encode())
    assert "TOPSECRET" not in str(problem)


@pytest.mark.parametrize("name", ["line.txt", "line.jsonl", "line.csv", "line.html"])
def test_one_line_of_50_megabytes(tmp_path: Path, name: str) -> None:
    start = {"line.txt": b"", "line.jsonl": b'{"text": "', "line.csv": b"id,text\n1,", "line.html": b"<html><body><p>"}
    began = time.monotonic()
    with_good(tmp_path, name, start[name] + b"war " * 13_000_000)
    assert time.monotonic() - began < 20


def test_a_long_report_among_short_ones(tmp_path: Path) -> None:
    rows = [GOOD, {**GOOD, "text": "war " * 600_000}, {**GOOD, "text": "The end."}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    reports, problems = read(tmp_path / "a.jsonl")
    assert [r.text for r in reports] == [GOOD["text"], "The end."]
    assert "line 2" in problems[0].source
    assert "more than 2,000,000 characters" in problems[0].message


def test_broken_lines_have_their_number(tmp_path: Path) -> None:
    lines = [json.dumps(GOOD), "{broken", "", "17", json.dumps({**GOOD, "text": "Second."}), '{"text": "cut']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    reports, problems = read(tmp_path / "a.jsonl")
    assert [r.text for r in reports] == [GOOD["text"], "Second."]
    assert [p.source.rpartition(", ")[2] for p in problems] == ["line 2", "line 4", "line 6"]


def test_lone_surrogates_keep_their_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        '{"published": "2025-06-08", "text": "a\\ud800b\\udc00c \\ud83d\\ude00 end", "title": "\\udfff"}'
    )
    reports, problems = read(tmp_path / "a.jsonl")
    assert reports[0].text == "a\ufffdb\ufffdc \U0001f600 end"
    assert reports[0].title == "\ufffd"
    assert not problems


@pytest.mark.parametrize("text", ["\u200fشمال\u200e Gaza\u200b.\u2028Next\u2029line\x85end\tx ", "a\r\n\r\nb\rc\u00a0"])
def test_nothing_else_is_changed(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"published": "2025-06-08", "text": text}, ensure_ascii=False))
    (tmp_path / "b.csv").write_bytes(b'text,published\n"' + text.encode() + b'",2025-06-08\n')
    (tmp_path / "c.txt").write_bytes(text.encode())
    for name in ("a.jsonl", "b.csv", "c.txt"):
        assert [r.text for r in read(tmp_path / name)[0]] == [text]


def test_unreadable_day(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "The army left.", "published": "the other day"}')
    reports, problems = read(tmp_path / "a.jsonl")
    assert [r.published for r in reports] == [None]
    assert len(problems) == 1
    assert "'the other day'" in problems[0].message


@pytest.mark.parametrize("written", ["unknown", "", " ", "N/A", None])
def test_a_day_told_to_be_missing_is_no_unreadable_day(tmp_path: Path, written: str | None) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The army left.", "published": written}))
    reports, problems = read(tmp_path / "a.jsonl")
    assert [r.published for r in reports] == [None]
    assert ["no day of publication" in p.message for p in problems] == [True]


def test_reports_without_a_day_are_told_once_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"Number {n}."}) for n in range(5)))
    reports, problems = read(tmp_path / "a.jsonl")
    assert len(reports) == 5
    assert [p.message[:14] for p in problems] == ["5 of 5 reports"]


def test_one_id_for_two_reports(tmp_path: Path) -> None:
    rows = [{**GOOD, "id": "1"}, {**GOOD, "id": "1"}, {**GOOD, "id": "1", "text": "Other."}, GOOD, GOOD]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    reports, problems = read(tmp_path / "a.jsonl")
    assert [(r.id[:2], r.text) for r in reports] == [("1", GOOD["text"]), ("r-", "Other."), ("r-", GOOD["text"])]
    assert len({r.id for r in reports}) == 3
    assert [p.source.rpartition(", ")[2] for p in problems] == ["line 2", "line 3", "line 5"]


def test_packed_bombs_stop_at_the_limit(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as stream:
        for _ in range(20):
            stream.write(b"\n" * (1 << 20))
    (tmp_path / "bomb.jsonl.gz").write_bytes(packed.getvalue())
    reports, problems = read(tmp_path / "bomb.jsonl.gz", limits=Limits(unpacked=1 << 14))
    assert not reports
    assert "larger than may be read" in problems[0].message


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    reports, problems = read(tmp_path / "none.txt", tmp_path / "folder")
    assert not reports
    assert ["is not there" in problems[0].message, "no file that is read" in problems[1].message] == [True, True]
