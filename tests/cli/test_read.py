"""`sayso read` and `sayso annotate` with a pipeline that finds the same in every report: what matters here is what goes
in, what comes out where, and how it ends."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from invented_claims import TEXT, annotation, claim

from sayso.cli.main import main
from sayso.errors import SaysoError
from sayso.model import Annotation, Claim, Report
from sayso.settings import Settings

NOTHING: dict[str, Any] = dict.fromkeys(("attributions", "places", "times", "actors", "counts"), ())


@dataclass(frozen=True)
class Read:
    report: Report
    claims: tuple[Claim, ...]
    annotation: Annotation = field(default_factory=annotation)
    skipped: bool = False
    problems: tuple[str, ...] = ()


@pytest.fixture(autouse=True)
def pipeline(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Report, Settings]]:
    """What the pipeline was given."""
    seen: list[tuple[Report, Settings]] = []

    def read_claims(reports: Iterable[Report], settings: Settings, reader: object) -> Iterator[Read]:
        for report in reports:
            seen.append((report, settings))
            problems = ("r-odd: is in French and was not read.",) if report.id == "r-odd" else ()
            if problems:
                yield Read(report, (), Annotation(report=report.id, **NOTHING), skipped=True, problems=problems)
            else:
                yield Read(report, (claim(report=report.id),))

    fake = ModuleType("sayso.pipeline")
    fake.read_claims = read_claims  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sayso.pipeline", fake)
    monkeypatch.setattr("sayso.grounding.gazetteer.open_gazetteer", lambda settings, progress=None: None)
    monkeypatch.setattr("sayso.reader.open_reader", lambda settings, gazetteer: SimpleNamespace(notes=()))
    return seen


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    rows = [{"id": name, "text": TEXT, "published": "2025-06-07", "outlet": "The Post"} for name in ("r-1", "r-odd")]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_claims_go_to_the_standard_output(reports: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", str(reports)]) == 0
    out, err = capfdbinary.readouterr()
    assert [json.loads(line)["report"] for line in out.splitlines()] == ["r-1"]
    assert err == b"sayso: r-odd: is in French and was not read.\n"


def test_the_file_name_tells_the_format(reports: Path, tmp_path: Path) -> None:
    page = tmp_path / "claims.html"
    assert main(["read", str(reports), "-o", str(page)]) == 0
    assert page.read_text().startswith("<!doctype html>")


def test_several_outputs_in_one_run(
    reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], pipeline: list[tuple[Report, Settings]]
) -> None:
    table, collection = tmp_path / "claims.csv", tmp_path / "claims.geojson"
    outputs = ["-o", str(table), "-o", "-", "-o", str(collection)]
    assert main(["read", str(reports), *outputs, "--format", "table"]) == 0
    assert table.read_text().startswith("id,report,")
    assert len(json.loads(collection.read_text())["features"]) == 1
    assert "1 claim in 1 report;" in capfdbinary.readouterr().out.decode()
    assert len(pipeline) == 2  # read once


def test_options_reach_the_reports(tmp_path: Path, pipeline: list[tuple[Report, Settings]]) -> None:
    (tmp_path / "plain.txt").write_text(TEXT)
    options = ["--published", "2025-06-09", "--outlet", "The Courier", "--model", "en_other"]
    assert main(["read", str(tmp_path / "plain.txt"), *options]) == 0
    ((report, settings),) = pipeline
    assert report.published is not None
    assert (report.published.isoformat(), report.outlet, settings.model) == ("2025-06-09", "The Courier", "en_other")


def test_what_cannot_be_read_is_told_and_the_rest_is_read(
    reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["read", str(tmp_path / "missing.txt"), str(reports)]) == 0
    out, err = capfdbinary.readouterr()
    assert out.count(b"\n") == 1
    assert err.startswith(b"sayso: ")
    assert b"missing.txt" in err.splitlines()[0]


def test_nothing_read_is_status_2(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", str(tmp_path / "missing.txt")]) == 2
    out, err = capfdbinary.readouterr()
    assert (out, err.count(b"\n")) == (b"", 1)


def test_only_skipped_reports_is_status_2(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps({"id": "r-odd", "text": "Rien.", "published": "2025-06-07"}) + "\n")
    assert main(["read", str(path)]) == 2
    assert capfdbinary.readouterr().err == b"sayso: r-odd: is in French and was not read.\n"


def test_a_failing_run_leaves_no_file(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def read_claims(reports: Iterable[Report], settings: Settings, reader: object) -> Iterator[Read]:
        yield Read(next(iter(reports)), (claim(),))
        raise SaysoError("The model broke.")

    monkeypatch.setattr(sys.modules["sayso.pipeline"], "read_claims", read_claims)
    target = tmp_path / "claims.jsonl"
    assert main(["read", str(reports), "-o", str(target)]) == 2
    assert capsys.readouterr().err == "sayso: The model broke.\n"
    assert [p.name for p in tmp_path.iterdir()] == ["reports.jsonl"]


@pytest.mark.parametrize(("name", "start"), [("jsonl", b'{"schema":"sayso/annotation/1"'), ("csv", b"report,kind,")])
def test_annotate(reports: Path, capfdbinary: pytest.CaptureFixture[bytes], name: str, start: bytes) -> None:
    assert main(["annotate", str(reports), "--format", name]) == 0
    assert capfdbinary.readouterr().out.startswith(start)
