"""A reader that is missing or altered is told, never replaced in silence."""

import shutil
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.grounding.gazetteer import open_gazetteer
from sayso.reader import RuleReader, open_reader, reader_name
from sayso.reader.choose import FILES, SHIPPED, SUMS, checked_folder
from sayso.reader.guest import GuestReader
from sayso.settings import Settings


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A folder with the files of the reader that ships."""
    for name in (*FILES, SUMS):
        shutil.copy(SHIPPED / name, tmp_path / name)
    return tmp_path


def test_what_ships_is_whole(copied: Path) -> None:
    assert checked_folder("trained") == SHIPPED
    assert checked_folder(str(copied)) == copied


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(SaysoError, match=rf"missing or altered: {name}"):
        checked_folder(str(copied))


@pytest.mark.parametrize("name", FILES)
def test_an_altered_file_is_told(copied: Path, name: str) -> None:
    with (copied / name).open("ab") as file:
        file.write(b"x")
    with pytest.raises(SaysoError, match=rf"missing or altered: {name}"):
        checked_folder(str(copied))


def test_an_unknown_reader_is_told(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no trained reader"):
        checked_folder(str(tmp_path / "nothing"))


def test_names_tell_readers_apart() -> None:
    names = {reader_name(Settings.from_environment(reader=name)) for name in ("trained", "rules")}
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
