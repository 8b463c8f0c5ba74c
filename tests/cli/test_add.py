"""`sayso add` from end to end: reports of the corpus become events of a ledger."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.cli.main import main

CORPUS = Path(__file__).parents[2] / "corpus" / "dnipropetrovsk-2025" / "reports.jsonl"
FRENCH = (
    "Le ministère de la Défense a déclaré que trois soldats avaient été tués dans une attaque près de la frontière "
    "dimanche matin, selon un communiqué publié à Paris."
)

type Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line with a ledger of its own."""
    monkeypatch.setenv("SAYSO_LEDGER", str(tmp_path / "war.ledger"))

    def run(*arguments: object) -> tuple[int, list[str], list[str]]:
        status = main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return status, out.decode().splitlines(), err.decode().splitlines()

    return run


def test_reports_become_events(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()[:3]
    (tmp_path / "three.jsonl").write_text("\n".join(lines))
    (tmp_path / "mixed.jsonl").write_text(
        f"{json.dumps({'id': 'fr', 'text': FRENCH, 'published': '2025-06-08'})}\n{{cut\n"
    )
    ledger = tmp_path / "war.ledger"

    status, out, said = run("add", tmp_path / "mixed.jsonl", tmp_path / "three.jsonl")
    assert (status, out, len(said)) == (0, [], 3)
    assert "line 2: is not valid JSON" in said[0]
    assert "its language is French" in said[1]
    assert said[2].startswith("sayso: 3 reports new, 0 versions, 0 known; ")
    claims, events = (len(run(question)[1]) for question in ("claims", "events"))
    assert claims >= events > 3
    assert said[2].endswith(f"; {claims} claims, {events} events in {ledger}.")

    later = json.loads(lines[0]) | {"published": "2025-12-01", "title": "Corrected"}
    (tmp_path / "later.jsonl").write_text(json.dumps(later))
    assert run("add", tmp_path / "later.jsonl")[2][0].startswith("sayso: 0 reports new, 1 version, 0 known; ")
    assert run("claims", "--report", later["id"])[1]

    monkeypatch.setenv("SAYSO_MODEL", "en_nowhere")  # a model that is not needed is not loaded
    status, _, said = run("add", tmp_path / "later.jsonl")
    assert status == 0
    assert said[0].startswith("sayso: 0 reports new, 0 versions, 1 known; ")
    assert run("add", tmp_path / "later.jsonl", "--again")[0] == 2


@pytest.mark.parametrize(("name", "content"), [("missing.txt", None), ("empty.txt", ""), ("cut.jsonl", "{cut\n")])
def test_without_a_report_no_ledger_is_made(run: Run, tmp_path: Path, name: str, content: str | None) -> None:
    if content is not None:
        (tmp_path / name).write_text(content)
    status, out, said = run("add", tmp_path / name)
    assert (status, out, len(said)) == (2, [], 1)
    assert not (tmp_path / "war.ledger").exists()


def test_what_is_no_ledger_is_told_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "war.ledger").write_text("KYIV, June 8 - no ledger at all\n" * 99)
    status, _, said = run("add", CORPUS)
    assert (status, len(said)) == (2, 1)
    assert "war.ledger" in said[0]
