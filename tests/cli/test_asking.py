"""Questions to a ledger on the command line: what is asked, in every format, and what goes wrong in one line."""

import csv
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from invented_war import war as made

from sayso.cli.main import main
from sayso.desk import open_ledger
from sayso.model import Claim, CopyPair, Event, RegionStand, Stand
from sayso.output.copies import Reprint

type Run = Callable[..., tuple[int, list[str], list[str]]]

QUESTIONS = {
    "claims": ("table", "jsonl", "csv", "parquet", "geojson", "html"),
    "events": ("table", "jsonl", "csv", "parquet", "geojson"),
    "disputes": ("table", "jsonl", "csv", "parquet", "geojson"),
    "firsts": ("table", "jsonl", "csv", "parquet", "geojson"),
    "unanswered": ("table", "jsonl", "csv", "parquet", "geojson"),
    "territory": ("table", "jsonl", "csv", "geojson"),
    "territory --regions": ("table", "jsonl", "csv", "geojson"),
    "copies": ("table", "jsonl", "csv"),
    "copies --pairs": ("table", "jsonl", "csv"),
}


@pytest.fixture
def war(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ledger that every command of the test asks."""
    path = made(tmp_path / "war.ledger")
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    return path


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command line; gives the status, the lines of the output and those for the person."""

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode().splitlines(), err.decode().splitlines()

    return run


@pytest.mark.parametrize(("question", "form"), [(q, f) for q, forms in QUESTIONS.items() for f in forms])
def test_every_format_of_every_question(run: Run, war: Path, tmp_path: Path, question: str, form: str) -> None:
    target = tmp_path / "answer"
    assert run(*question.split(), "--format", form, "-o", target) == (0, [], [])
    assert target.is_file()


@pytest.mark.parametrize(
    ("question", "record", "number"),
    [("claims", Claim, 4), ("events", Event, 2), ("disputes", Event, 1), ("firsts", Event, 0), ("unanswered", Event, 0),
     ("territory", Stand, 1), ("territory --regions", RegionStand, 1), ("copies", Reprint, 2),
     ("copies --pairs", CopyPair, 1)],
)  # fmt: skip
def test_lines_are_the_records(run: Run, war: Path, question: str, record: type, number: int) -> None:
    status, lines, said = run(*question.split())
    assert (status, len(lines), said) == (0, number, [])
    assert all(msgspec.json.encode(msgspec.json.decode(line, type=record)).decode() == line for line in lines)


def test_events_are_those_of_the_library(run: Run, war: Path) -> None:
    with open_ledger(war) as ledger:
        known = list(ledger.events())
    assert [msgspec.json.decode(line, type=Event) for line in run("events")[1]] == known
    assert known[-1].independent_reports < len(known[-1].reports)


@pytest.mark.parametrize(
    ("filters", "types"),
    [
        (["--type", "shelling"], ["shelling"]),
        (["--type", "shelling", "--type", "capture"], ["capture", "shelling"]),
        (["--type", "aid"], []),
        (["--by", "RUS/MIL"], ["capture", "shelling"]),
        (["--by", "Ukraine"], ["shelling"]),
        (["--by", "press"], []),
        (["--about", "RUS", "--type", "capture"], ["capture"]),
        (["--place", "Kolovets"], ["capture", "shelling"]),
        (["--place", "UA-12"], ["capture", "shelling"]),
        (["--place", "35,48,37,49"], ["capture", "shelling"]),
        (["--place", "FJ"], []),
        (["--since", "2025-06-07"], ["capture"]),
        (["--until", "2025-06-06"], ["shelling"]),
        (["--status", "disputed"], ["shelling"]),
        (["--status", "claimed", "--status", "disputed"], ["capture", "shelling"]),
        (["--as-known", "2025-06-07"], ["shelling"]),
        (["--as-known", "2025-06-07", "--status", "claimed"], ["shelling"]),
        (["--text", "killed people"], ["capture", "shelling"]),
        (["--text", "killed nobody"], []),
        (["--report", "r-1"], ["shelling"]),
        (["--limit", "1"], ["capture"]),
    ],
)
def test_filters(run: Run, war: Path, filters: list[str], types: list[str]) -> None:
    status, lines, _ = run("events", *filters)
    assert (status, [json.loads(line)["type"] for line in lines]) == (0, types)


@pytest.mark.parametrize("question", ["claims", "events"])
def test_pages(run: Run, war: Path, question: str) -> None:
    whole = run(question)[1]
    pages: list[str] = []
    after: list[str] = []
    while page := run(question, "--limit", 1, *after)[1]:
        pages += page
        after = ["--after", json.loads(page[0])["id"]]
    assert pages == whole
    last = json.loads(whole[0])["id"]
    assert run(question, "--limit", 1)[2] == [f"sayso: 1 given, there may be more: add `--after {last}`."]


def test_claims_stand_by_report_where_people_look(run: Run, war: Path) -> None:
    text = "\n".join(run("claims", "--format", "table")[1])
    assert [text.count(name) for name in ("The Example Post", "The Reprint", "The Other Post")] == [1, 1, 1]
    assert "4 claims in 3 reports" in text


def test_a_story(run: Run, war: Path) -> None:
    (event,) = (json.loads(line) for line in run("disputes")[1])
    status, lines, _ = run("event", event["id"][:8], "--format", "text")
    assert (status, lines[0].endswith(event["id"])) == (0, True)
    assert lines[1].startswith("disputed: asserted by UKR/GOV since 2025-06-07; denied by RUS/MIL since 2025-06-08")
    assert "    also in The Reprint" in lines
    (page,) = (json.loads(line) for line in run("event", event["id"])[1])
    assert page["event"] == event
    assert [(entry["claim"]["id"], entry["stance"]) for entry in page["entries"]] == [
        ("c-1", "asserts"), ("c-2", "asserts"), ("c-3", "denies"),
    ]  # fmt: skip
    (known,) = (json.loads(line) for line in run("event", event["id"], "--as-known", "2025-06-07")[1])
    assert (known["event"]["status"], len(known["entries"])) == ("claimed", 2)


@pytest.mark.parametrize(("more", "held"), [([], 1), (["--by", "UKR"], 0), (["--place", "FJ"], 0)])
def test_territory_on_a_day(run: Run, war: Path, more: list[str], held: int) -> None:
    assert len(run("territory", "--at", "2025-06-08", *more)[1]) == held
    assert run("territory", "--at", "2025-06-07", *more)[1] == []
    assert run("territory", "--at", "2025-06-08", "--as-known", "2025-06-07", *more)[1] == []


def test_several_outputs_in_one_run(run: Run, war: Path, tmp_path: Path) -> None:
    assert run("events", "-o", tmp_path / "e.csv", "-o", tmp_path / "e.geojson", "-o", "-")[0] == 0
    rows = list(csv.DictReader((tmp_path / "e.csv").open(encoding="utf-8")))
    assert len(rows) == len(json.loads((tmp_path / "e.geojson").read_text())["features"]) == 2


MISTAKES = [
    (["events", "--place", "Kolovetz"], "No claim names a place 'Kolovetz'. Did you mean 'Kolovets'?"),
    (["events", "--place", "1,2,3,x"], "'1,2,3,x' is no box."),
    (["events", "--by", "Nobody of that name"], "Nobody called 'Nobody of that name' is in the ledger."),
    (["claims", "--type", "captur"], "There is no type 'captur'. Did you mean 'capture'?"),
    (["events", "--status", "deniedd"], "There is no status 'deniedd'."),
    (["events", "--since", "yesterday"], "'yesterday' is no day for since. Write it as 2025-06-08."),
    (["events", "--as-known", "2025-02-30"], "'2025-02-30' is no day for as-known."),
    (["events", "--since", "2025-06-09", "--until", "2025-06-08"], "is after --until"),
    (["territory", "--at", "soon"], "'soon' is no day for at."),
    (["events", "--limit", "0"], "A limit of 0 gives nothing."),
    (["events", "--limit", "x"], "'x' is not a valid int"),
    (["claims", "--text", "!"], "'!' has no word to look for."),
    (["event", "e-nothing"], "There is no event 'e-nothing'."),
    (["events", "--format", "html"], "There is no format 'html'. Formats: table, jsonl, csv, parquet, geojson."),
    (["events", "--format", "parquet"], "parquet needs a file."),
    (["events", "-o", "none/e.csv"], "cannot be written: No such file or directory."),
    (["claims", "--status", "disputed"], "--status"),
    (["events", "--sides", "nothing.yaml"], "nothing.yaml cannot be read: No such file or directory."),
]


@pytest.mark.parametrize(("arguments", "message"), MISTAKES)
def test_mistakes_are_one_line(run: Run, war: Path, arguments: list[str], message: str) -> None:
    status, out, lines = run(*arguments)
    assert (status, out, len(lines)) == (2, [], 1)
    assert message in lines[0]


EVERY = (*QUESTIONS, "event e-1", "review", "review --list", "review reject c-1", "dump")


@pytest.mark.parametrize("question", EVERY)
def test_no_question_makes_a_ledger(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    status, out, lines = run(*question.split())
    assert (status, out, len(lines)) == (2, [], 1)
    assert "sayso.ledger" in lines[0]
    assert "sayso add" in lines[0]
    assert list(tmp_path.iterdir()) == []


def test_the_ledger_of_the_folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_LEDGER", raising=False)
    made(tmp_path / "sayso.ledger")
    assert len(run("events")[1]) == 2
    assert len(run("events", "--ledger", "sayso.ledger")[1]) == 2


@pytest.mark.parametrize("content", [b"", b"KYIV, June 8 - no ledger at all", bytes(range(256)) * 64])
def test_what_is_no_ledger(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.txt"
    path.write_bytes(content)
    status, out, lines = run("events", "--ledger", path)
    assert (status, out, len(lines)) == (2, [], 1)
    assert path.read_bytes() == content


def test_another_database_is_no_ledger(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as database:
        database.execute("create table t (x)")
    before = path.read_bytes()
    assert (run("events", "--ledger", path)[0], path.read_bytes()) == (2, before)


def test_a_ledger_of_a_newer_sayso(run: Run, war: Path) -> None:
    with sqlite3.connect(war) as database:
        database.execute("pragma user_version = 999")
    status, out, lines = run("events")
    assert (status, out, len(lines)) == (2, [], 1)
    assert "newer Sayso" in lines[0]


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="a shell of Linux")
def test_a_reader_that_has_gone(war: Path) -> None:
    command = f"{sys.executable} -m sayso events --format jsonl | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["/bin/bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


def test_a_folder_is_no_ledger(run: Run, tmp_path: Path) -> None:
    status, _, lines = run("events", "--ledger", tmp_path)
    assert (status, len(lines)) == (2, 1)


def test_a_ledger_is_not_written_over(run: Run, war: Path) -> None:
    before = war.read_bytes()
    for arguments in (["events", "--format", "csv", "-o", war], ["dump", "-o", war]):
        status, _, lines = run(*arguments)
        assert (status, "is the ledger itself" in lines[0]) == (2, True)
    assert war.read_bytes() == before


@pytest.mark.parametrize(("topic", "name", "key"), [("kinds", "capture", "days"), ("sides", "rus", "side")])
def test_what_the_ledger_goes_by(run: Run, topic: str, name: str, key: str) -> None:
    status, lines, _ = run("ref", topic, name)
    assert status == 0
    assert all(key in row for row in json.loads("\n".join(lines)))
