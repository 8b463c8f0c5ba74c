"""Verdicts of people, one by one and in a walk."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_war import war as made

from sayso.cli.main import main
from sayso.desk import open_ledger
from sayso.model import Verdict

type Run = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def war(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = made(tmp_path / "war.ledger")
    monkeypatch.setenv("SAYSO_LEDGER", str(path))
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> tuple[int, str, list[str]]:
        status = main(arguments)
        out, err = capsys.readouterr()
        return status, out, err.splitlines()

    return run


def verdicts(war: Path) -> tuple[Verdict, ...]:
    with open_ledger(war) as ledger:
        return ledger.verdicts()


@pytest.mark.parametrize(
    ("arguments", "fields"),
    [
        ("same c-2 c-1 --reason alike", ("same", "c-1", "c-2", None, None, "alike")),
        ("different c-1 c-2", ("different", "c-1", "c-2", None, None, "")),
        ("reject c-1 --reason misread", ("rejected", "c-1", None, None, None, "misread")),
        ("wrong c-1 time", ("wrong", "c-1", None, "time", None, "")),
        ('wrong c-1 type --value "attack"', ("wrong", "c-1", None, "type", '"attack"', "")),
        ("note c-1 --reason look", ("note", "c-1", None, None, None, "look")),
    ],
)
def test_a_verdict(run: Run, war: Path, arguments: str, fields: tuple[str | None, ...]) -> None:
    status, out, lines = run("review", *arguments.split(), "--author", "Ann")
    (kept,) = verdicts(war)
    assert (status, lines) == (0, [])
    assert (kept.kind, kept.claim, kept.other, kept.field, kept.value, kept.reason) == fields
    assert kept.author == "Ann"
    assert json.loads(out)["id"] == kept.id


def test_who_judges_if_nobody_says(run: Run, war: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "Bo")
    run("review", "note", "c-1")
    run("review", "--author", "Cy", "--ledger", str(war), "note", "c-1")
    assert [verdict.author for verdict in verdicts(war)] == ["Bo", "Cy"]

    def nobody() -> str:
        raise OSError("No username set in the environment")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert run("review", "note", "c-1")[2] == ["sayso: Your login name is not known. Give --author."]


def test_verdicts_are_obeyed_listed_and_taken_back(run: Run, war: Path) -> None:
    def claims() -> int:
        return len(run("claims", "--format", "jsonl")[1].splitlines())

    assert claims() == 4
    name = json.loads(run("review", "reject", "c-4", "--author", "Ann")[1])["id"]
    assert claims() == 3
    assert run("review", "--undo", name[:8], "--author", "Ann")[0] == 0
    assert claims() == 4
    rows = json.loads(run("review", "--list")[1])
    assert [(row["kind"], row["holds"]) for row in rows] == [("rejected", False), ("undo", None)]
    for verdict in ("same", "different"):
        run("review", verdict, "c-1", "c-2", "--author", "Ann")
    assert [row["holds"] for row in json.loads(run("review", "--list")[1])] == [False, None, False, True]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("same c-1 c-9", "The ledger has no claim 'c-9'."),
        ("same c-1 c-1", "Name two claims."),
        ("wrong c-1 plaices", "Did you mean 'places'?"),
        ("wrong c-1 type --value attack", "Write it as JSON."),
        ("--undo v-nothing", "There is no verdict 'v-nothing' to undo."),
        ("same c-1", "Missing argument 'OTHER'."),
        ("sme c-1 c-2", "No such command 'sme'"),
    ],
)
def test_mistakes_are_one_line(run: Run, war: Path, arguments: str, message: str) -> None:
    status, out, lines = run("review", *arguments.split())
    assert (status, out, len(lines)) == (2, "", 1)
    assert message in lines[0]
    assert verdicts(war) == ()


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("", []),
        ("q\n", []),
        ("k\nk\nk\nk\n", []),
        ("s\nalike\n", ["same"]),
        ("d\n\n", ["different"]),
        ("r\nmisread\n", ["rejected"]),
        ("n\na note\nq\n", ["note"]),
        ("wb\ntime\n\nno day\n", ["wrong"]),
        ("x\nw\nplaices\n\n\nq\n", []),
        ("u\nd\n\nu\nq\n", ["different", "undo"]),
    ],
)
def test_a_walk(run: Run, war: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kinds: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))
    status, out, lines = run("review", "--author", "Ann")
    assert status == 0
    assert "is enough" in out
    assert [verdict.kind for verdict in verdicts(war)] == kinds
    left = len(kinds) - 2 * kinds.count("undo")
    assert lines[-1].startswith(f"sayso: {left} verdict")


def test_nothing_to_walk(run: Run, tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.ledger", create=True):
        pass
    status, out, lines = run("review", "--ledger", str(tmp_path / "empty.ledger"))
    assert (status, out, lines) == (0, "", ["sayso: No link is left to judge."])
