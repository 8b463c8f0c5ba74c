"""How commands begin and end: help, errors in one line, exit statuses."""

import subprocess
import sys

import click
import pytest

from sayso.cli import main as cli
from sayso.errors import SaysoError

HEAVY = ("spacy", "pyarrow", "rich", "jinja2", "httpx", "trafilatura", "yaml", "sqlite3", "rapidfuzz")


def run(*arguments: str) -> int:
    return cli.main(list(arguments))


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    text = capsys.readouterr().out
    assert all(f"\n  {name} " in text for name in cli.COMMANDS)
    assert "..." not in text.split("Commands:")[1]


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    assert len(capsys.readouterr().out) > 200


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("sayso 0.")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["raed", "x"], "sayso: There is no command 'raed'. Did you mean 'read'?"),
        (["zzzzzz"], f"sayso: There is no command 'zzzzzz'. Commands: {', '.join(cli.COMMANDS)}."),
        (["read"], "sayso: Missing argument 'SOURCES...'. See `sayso read --help`."),
        (["read", "x", "--outlt", "y"], "--outlt"),  # the words are those of the installed click
        (["read", "x", "--published", "soon"], "'soon' does not match the format '%Y-%m-%d'."),
        (["read", "x", "-o", "y.xls"], "sayso: No format goes with the file name 'y.xls'. Formats: table,"),
        (["read", "x", "--format", "jsnl"], "sayso: There is no format 'jsnl'. Formats: table, jsonl, "),
        (["annotate", "x", "--format", "parquet"], "sayso: parquet needs a file."),
        (["ref", "tipes"], "sayso: There is no topic 'tipes'. Did you mean 'types'?"),
        (["ref", "types", "captur"], "sayso: types has no 'captur'. Did you mean 'capture'?"),
        (["evaluate", "/nowhere"], "Directory '/nowhere' does not exist."),
    ],
)  # fmt: skip
def test_mistakes_are_one_line(arguments: list[str], line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert line in captured.err


@pytest.mark.parametrize(
    ("error", "status", "err"),
    [
        (SaysoError("Not so.", "Do it so.", status=3), 3, "sayso: Not so. Do it so.\n"),
        (SaysoError("Not\nso \x1b[31m."), 2, "sayso: Not so \ufffd[31m.\n"),
        (KeyboardInterrupt(), 130, "\n"),
        (click.Abort(), 130, ""),
        (BrokenPipeError(32, "Broken pipe"), 1, ""),
    ],
)
def test_how_a_run_ends(
    error: BaseException, status: int, err: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def work(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr("sayso.cli.ref.ref", work)
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # click wraps it where the pipe is broken
    assert run("ref") == status
    assert capsys.readouterr().err == err


def test_the_command_line_is_light() -> None:
    code = (
        f"import sys, sayso.cli.main; sayso.cli.main.main(['--help']); print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_python_m_sayso_is_the_command() -> None:
    done = subprocess.run([sys.executable, "-m", "sayso", "raed"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("sayso: There is no command")
