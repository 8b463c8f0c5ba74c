"""Every format gives the same report."""

import gzip
import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from sayso.ingest import Defaults, Problem, read_reports
from sayso.model import Report, report_id

TEXT = "Two drones hit a depot near Voznesensk on Sunday, the regional governor said.\r\nNobody was hurt.  "
ROW = {"id": "x-1", "published": "2025-06-08", "outlet": "Southern Wire", "title": "Depot hit", "text": TEXT}
HTML = """<!doctype html><html lang="en"><head><title>Depot hit | Southern Wire</title>
<meta property="og:title" content="Depot hit"><meta property="og:site_name" content="Southern Wire">
<meta property="article:published_time" content="2025-06-08T10:00:00+03:00"></head><body><nav>Home News</nav><article>
<h1>Depot hit</h1><p>Two drones hit a depot near Voznesensk on Sunday, the regional governor said in a statement that
his office published in the evening, and fire crews were still at work.</p><p>Nobody was hurt, he added, but windows
were broken in three houses of the neighbouring village, and the road to the port stayed closed for the night.</p>
</article></body></html>"""
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Southern Wire</title><language>en-gb</language><item><title>Depot &amp; port hit</title>
<link>https://wire.example/1</link><pubDate>Sun, 08 Jun 2025 23:30:00 +0300</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Two drones hit a depot.</p>
<p>Nobody was <b>hurt</b>&nbsp;&mdash; so far.</p>]]></content:encoded>
</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Southern Wire</title><entry><title>Depot hit</title>
<updated>2025-06-08T20:00:00Z</updated><summary>Two drones hit a depot.</summary></entry></feed>"""


def read(*sources: str | Path, **defaults: object) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    reports = list(read_reports(map(str, sources), Defaults(**defaults), problems.append))  # type: ignore[arg-type]
    return reports, problems


def one(path: Path, data: bytes) -> Report:
    path.write_bytes(data)
    reports, problems = read(path)
    assert not problems
    assert len(reports) == 1
    return reports[0]


def parquet(rows: list[dict[str, object]]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), sink)
    return sink.getvalue()


def table(delimiter: str) -> bytes:
    cells = ['"' + str(v).replace('"', '""') + '"' for v in ROW.values()]
    return (delimiter.join(ROW) + "\r\n" + delimiter.join(cells) + "\r\n").encode()


SAME = {
    "a.jsonl": json.dumps(ROW).encode(),
    "mark.jsonl": b"\xef\xbb\xbf" + json.dumps(ROW).encode() + b"\r\n\r\n",
    "wide.jsonl": json.dumps(ROW).encode("utf-16"),
    "array.json": json.dumps([ROW], indent=1).encode(),
    "object.json": json.dumps(ROW, indent=1).encode(),
    "a.csv": table(","),
    "semicolon.csv": table(";"),
    "a.tsv": table("\t"),
    "a.parquet": parquet([dict(ROW)]),
    "day.parquet": parquet([{**ROW, "published": date(2025, 6, 8)}]),
}


PACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", SAME)
@pytest.mark.parametrize("packed", PACK)
def test_tables_and_lines(tmp_path: Path, name: str, packed: str) -> None:
    report = one(tmp_path / (name + packed), PACK[packed](SAME[name]))
    assert report == Report(id="x-1", text=TEXT, title="Depot hit", published=date(2025, 6, 8), outlet="Southern Wire")


@pytest.mark.parametrize("name", SAME)
def test_told_by_content_alone(tmp_path: Path, name: str) -> None:
    assert one(tmp_path / "noname", SAME[name]).text == TEXT


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (TEXT, "utf-8"),
        (TEXT, "utf-8-sig"),
        (TEXT, "utf-16"),
        ("Обстріл Харкова тривав до ранку, повідомила обласна прокуратура у неділю ввечері.", "cp1251"),
        ("Café près du marché détruit, déclare le préfet de la région à l’agence.", "cp1252"),
    ],
)
def test_plain_text_and_its_encoding(tmp_path: Path, words: str, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(words.encode(encoding))
    reports, _ = read(tmp_path / "a.txt", published=date(2025, 6, 8))
    assert reports[0].text == words
    assert reports[0].title is None
    assert reports[0].id == report_id(words, None, date(2025, 6, 8), None)


def test_html_gives_article_day_and_outlet(tmp_path: Path) -> None:
    report = one(tmp_path / "page.html", HTML.encode())
    assert (report.title, report.published, report.outlet) == ("Depot hit", date(2025, 6, 8), "Southern Wire")
    assert "Two drones hit a depot near Voznesensk" in report.text
    assert "Home News" not in report.text
    assert report.language == "en"


def test_rss_takes_the_full_content(tmp_path: Path) -> None:
    report = one(tmp_path / "feed.xml", RSS.encode())
    assert report.text == "Two drones hit a depot.\nNobody was hurt — so far."
    assert (report.title, report.published) == ("Depot & port hit", date(2025, 6, 8))
    assert (report.outlet, report.url, report.language) == ("Southern Wire", "https://wire.example/1", "en")


def test_atom(tmp_path: Path) -> None:
    report = one(tmp_path / "feed.atom", ATOM.encode())
    assert (report.text, report.published) == ("Two drones hit a depot.", date(2025, 6, 8))


def warc_record(kind: str, url: str, payload: bytes) -> bytes:
    content = "text/plain" if kind == "conversion" else "application/http; msgtype=response"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-06-09T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{kind}>\r\nContent-Type: {content}\r\n"
        f"Content-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def test_warc_and_wet(tmp_path: Path) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + HTML.encode()
    picture = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG\0"
    gone = b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + HTML.encode()
    archive = b"".join(
        gzip.compress(warc_record("response", f"https://wire.example/{n}", body))
        for n, body in enumerate((page, picture, gone))
    ) + gzip.compress(warc_record("conversion", "https://www.other.example/x", TEXT.encode()))
    (tmp_path / "a.warc.gz").write_bytes(archive)
    reports, _ = read(tmp_path / "a.warc.gz")
    assert [(r.url, r.outlet, r.published) for r in reports] == [
        ("https://wire.example/0", "Southern Wire", date(2025, 6, 8)),
        ("https://www.other.example/x", "other.example", None),
    ]
    assert reports[1].text == TEXT


def test_folder_is_read_in_order_without_what_is_no_news(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt", "a/notes.docx", ".hidden/0.txt", "3.txt.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(name.encode()) if name.endswith("gz") else name.encode())
    reports, problems = read(tmp_path, published=date(2025, 6, 8))
    assert [r.text for r in reports] == ["3.txt.gz", "a/1.txt", "b/2.txt"]
    assert not problems


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_standard_input(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAME[name])))
    reports, problems = read("-")
    assert [r.text for r in reports] == [TEXT]
    assert not problems
    assert not sys.stdin.buffer.closed


def test_defaults_fill_only_what_is_missing(tmp_path: Path) -> None:
    rows = [ROW, {"text": "Shelling went on."}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    reports, problems = read(tmp_path / "a.jsonl", published=date(2024, 1, 1), outlet="Mine")
    assert [(r.published, r.outlet) for r in reports] == [
        (date(2025, 6, 8), "Southern Wire"),
        (date(2024, 1, 1), "Mine"),
    ]
    assert not problems


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_packed_files_one_after_the_other(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    lines = [json.dumps({**ROW, "id": str(n), "text": f"Number {n}. " * 5000}).encode() + b"\n" for n in range(9)]
    (tmp_path / "a.jsonl.packed").write_bytes(b"".join(map(pack, lines)))
    reports, problems = read(tmp_path / "a.jsonl.packed")
    assert [r.id for r in reports] == list("012345678")
    assert not problems


def test_a_changed_text_at_the_same_address_keeps_its_id(tmp_path: Path) -> None:
    def only(text: str) -> str:
        source = tmp_path / "one.jsonl"
        source.write_text(json.dumps({"url": "https://wire.example/7", "text": text}), encoding="utf-8")
        (report,) = read_reports([str(source)], Defaults(), lambda problem: None)
        return report.id

    assert only("Two were killed.") == only("Three were killed.")


@pytest.mark.parametrize("url", ["https://wire.example/", "https://wire.example/live"])
def test_an_address_of_several_texts_is_no_reports_own(url: str, tmp_path: Path) -> None:
    source = tmp_path / "home.jsonl"
    lines = [{"url": url, "text": f"{n} were killed."} for n in range(3)]
    source.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    problems: list[object] = []
    reports = list(read_reports([str(source)], Defaults(published=date(2025, 6, 8)), problems.append))
    assert len({report.id for report in reports}) == 3 and not problems
