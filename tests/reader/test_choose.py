"""A reader that is missing or altered is told, never replaced in silence."""

import hashlib
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.grounding.gazetteer import open_gazetteer
from sayso.reader import RuleReader, open_reader, reader_name
from sayso.reader.choose import FILES, SUMS, checked_folder
from sayso.reader.guest import GuestReader
from sayso.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as `make train` writes it, with files that need only have the right hashes."""
    sums = []
    for name in FILES:
        (tmp_path / name).write_bytes(name.encode())
        sums.append(f"{hashlib.sha256(name.encode()).hexdigest()}  {name}")
    (tmp_path / SUMS).write_text("\n".join(sums) + "\n")
    return tmp_path


def test_a_whole_folder_is_taken(folder: Path) -> None:
    assert checked_folder(str(folder)) == folder


def test_what_is_no_model_is_told(folder: Path) -> None:
    settings = Settings.from_environment(reader=str(folder))
    with pytest.raises(SaysoError, match="no model that can be opened"):
        open_reader(settings, open_gazetteer(settings))


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(SaysoError, match=rf"missing or altered: {name}"):
        checked_folder(str(folder))


@pytest.mark.parametrize("name", FILES)
def test_an_altered_file_is_told(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as file:
        file.write(b"x")
    with pytest.raises(SaysoError, match=rf"missing or altered: {name}"):
        checked_folder(str(folder))


def test_an_unknown_reader_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no trained reader"):
        checked_folder(str(tmp_path / "nothing"))


def test_names_tell_readers_apart(folder: Path) -> None:
    names = {reader_name(Settings.from_environment(reader=name)) for name in (str(folder), "rules")}
    names.add(reader_name(Settings.from_environment(reader="llm", llm_url="http://127.0.0.1:1/v1", llm_model="m")))
    assert len(names) == 3


def test_the_settings_choose() -> None:
    rules = Settings.from_environment(reader="rules")
    assert isinstance(open_reader(rules, open_gazetteer(rules)), RuleReader)
    guest = Settings.from_environment(reader="llm", llm_url="http://127.0.0.1:1/v1")
    assert isinstance(open_reader(guest, open_gazetteer(guest)), GuestReader)


def test_a_guest_needs_a_server() -> None:
    settings = Settings.from_environment(reader="llm")
    with pytest.raises(SaysoError, match="needs a server"):
        open_reader(settings, open_gazetteer(settings))
