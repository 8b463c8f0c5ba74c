"""The gazetteer: what names find, where outlines are, and how the file is built."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.grounding.gazetteer import Gazetteer, Outline, build, lookup, open_gazetteer
from sayso.grounding.gazetteer.distance import km_between
from sayso.grounding.gazetteer.names import is_written_in_news, key
from sayso.grounding.gazetteer.ukrainian import romanize, russian_form
from sayso.settings import Settings


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings.from_environment())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("N’Djamena", "Ndjamena"),
        ("Sana'a", "Sanaa"),
        ("São Tomé", "Sao Tome"),
        ("St. Louis", "Saint Louis"),
        ("U.S.", "US"),
        ("the Hague", "Hague"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("North Darfur", "South Darfur"), ("Kursk", "Kirsk"), ("Paris", "Parish")])
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("alternate", "kept"), [("Lemberg", True), ("LWO", False), ("Львів", False), ("li wo fu", False), ("Dnipró", True)]
)
def test_alternates_that_english_news_can_hold(alternate: str, kept: bool) -> None:
    assert is_written_in_news(alternate) is kept


# The examples are those of resolution 55/2010 and names of the front.
@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Згурівка", "Zghurivka"), ("Єнакієве", "Yenakiieve"), ("Їжакевич", "Yizhakevych"), ("Йосипівка", "Yosypivka"),
        ("Роботине", "Robotyne"), ("Знам'янка", "Znamianka"), ("Гадяч", "Hadiach"), ("Новий Світ", "Novyi Svit"),
    ],
)  # fmt: skip
def test_official_romanization(cyrillic: str, latin: str) -> None:
    assert romanize(cyrillic) == latin


@pytest.mark.parametrize(
    ("cyrillic", "latin"), [("Роботине", "Robotino"), ("Андріївка", "Andreevka"), ("Курахове", "Kurakhovo")]
)
def test_russian_forms(cyrillic: str, latin: str) -> None:
    assert russian_form(cyrillic) in (latin, latin.replace("reevka", "riovka"), latin.replace("reevka", "rievka"))


@pytest.mark.parametrize(
    ("name", "place", "level"),
    [
        ("Dnipropetrovsk", "geonames:709929", "admin1"),
        ("Kiev", "geonames:703448", "settlement"),
        ("Artemovsk", "geonames:713174", "settlement"),
        ("Luhansk People's Republic", "geonames:702657", "admin1"),
        ("Darfur", "sayso:darfur", "area"),
        ("Golan Heights", "sayso:golan-heights", "area"),
        ("Islamic Republic of Iran", "geonames:130758", "country"),
        ("Deir al-Zour", "geonames:170792", "admin1"),
        ("Tex.", "geonames:4736286", "admin1"),
        ("Europe", "geonames:6255148", "area"),
        ("Rapides Parish", "geonames:4338356", "admin2"),
    ],
)
def test_find(gazetteer: Gazetteer, name: str, place: str, level: str) -> None:
    found = {e.id: e for e in gazetteer.find(name)}
    assert place in found
    assert found[place].level == level


def test_codes_are_international(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Crimea")[0].admin1 == "UA-43"
    assert gazetteer.find("Crimea")[0].country == "UA"
    assert {e.admin1 for e in gazetteer.find("Sevastopol") if e.country == "UA"} == {"UA-40"}
    assert {e.admin1 for e in gazetteer.find("Simferopol") if e.level == "settlement"} == {"UA-43"}
    oblast = gazetteer.admin1("UA-12")
    assert oblast is not None
    assert oblast.name == "Dnipropetrovsk Oblast"
    ukraine = gazetteer.country("UA")
    assert ukraine is not None
    assert ukraine.level == "country"
    assert gazetteer.country("ZZ") is None


def test_villages_without_coordinates_are_placed_honestly(gazetteer: Gazetteer) -> None:
    (village,) = [e for e in gazetteer.find("Robotyne") if e.level == "settlement"]
    assert village.id.startswith("katottg:UA23")
    assert village.admin1 == "UA-23"
    # Robotyne lies at 47.45 N, 35.84 E: farther off than the middle of its hromada, not farther than we say, nearly.
    assert km_between(village.lat, village.lon, 47.45, 35.84) <= 1.5 * village.uncertainty_km


@pytest.mark.parametrize(
    ("word", "country"),
    [("Russian", "RU"), ("Syrians", "SY"), ("British", "GB"), ("South Sudanese", "SS"), ("Poles", "PL")],
)
def test_demonyms(gazetteer: Gazetteer, word: str, country: str) -> None:
    place = gazetteer.demonym(word)
    assert place is not None
    assert place.country == country


def test_a_common_word_is_no_demonym(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonym("Soldiers") is None


@pytest.mark.parametrize(
    ("written", "meant", "near"),
    [
        ("Dnipropetrovosk", "geonames:709929", frozenset()),
        ("Zaporizhizhia", "geonames:687699", frozenset({"UA"})),
        ("Kramotorsk", "geonames:12189528", frozenset({"UA"})),
    ],
)
def test_misspelt_names(gazetteer: Gazetteer, written: str, meant: str, near: frozenset[str]) -> None:
    assert not gazetteer.has(written)
    match = gazetteer.fuzzy(written, near)
    assert match is not None
    assert meant in {e.id for e in match.entries}
    assert 0.2 <= match.confidence < 0.9


@pytest.mark.parametrize("written", ["Kyev", "Qwertzuiopasdf", ""])
def test_too_short_or_too_far_to_guess(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.fuzzy(written) is None


def test_outlines_hold_their_towns_and_have_edges(gazetteer: Gazetteer) -> None:
    donetsk = gazetteer.outline("UA-14")
    assert donetsk is not None
    assert donetsk.contains(48.02, 37.80)
    assert not donetsk.contains(50.45, 30.52)
    west = donetsk.edge("west")
    assert west[1] < 37.0
    assert abs(west[0] - donetsk.lat) < 0.1
    north_east = donetsk.edge("north", "east")
    assert north_east[0] > donetsk.lat
    assert north_east[1] > donetsk.lon
    at_bakhmut = gazetteer.admin1_at(48.59, 38.0, "UA")
    assert at_bakhmut is not None
    assert at_bakhmut.admin1 == "UA-14"


def test_a_square_outline() -> None:
    square = Outline(code="X", lat=0.0, lon=0.0, area_km2=1.0, rings=(((1, -1), (1, 1), (-1, 1), (-1, -1)),))
    assert square.box == (-1, -1, 1, 1)
    assert square.contains(0.5, 0.5)
    assert not square.contains(1.5, 0)
    assert square.edge("west") == (0.0, -1.0)
    assert square.edge("south", "east") == (-1, 1)


def test_a_current_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []

    def write(path: Path, version: str, _tell: build.Progress) -> None:
        written.append(path)
        with sqlite3.connect(path) as base:
            base.execute("CREATE TABLE meta (key TEXT, value TEXT)")
            base.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (version,))

    monkeypatch.setattr(build, "_write", write)
    target = tmp_path / "new" / "gazetteer.sqlite"
    threads = [threading.Thread(target=build.build_gazetteer, args=(target,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(written) == 1
    assert build.built_from(target) == build.fingerprint()
    assert [p.name for p in target.parent.iterdir()] == [target.name]
    monkeypatch.setattr(build, "SCHEMA", -1)
    build.build_gazetteer(target)
    assert len(written) == 2


def test_a_failed_build_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "gazetteer.sqlite"
    target.write_bytes(b"no database")
    assert build.built_from(target) is None

    def fail(path: Path, _version: str, _tell: build.Progress) -> None:
        path.write_bytes(b"half")
        raise RuntimeError

    monkeypatch.setattr(build, "_write", fail)
    with pytest.raises(RuntimeError):
        build.build_gazetteer(target)
    assert target.read_bytes() == b"no database"
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(SaysoError, match="cannot be written"):
        lookup.open_gazetteer(Settings(cache=blocked / "cache"))


def test_a_file_damaged_in_its_middle_is_one_clear_line(tmp_path: Path) -> None:
    good = Settings.from_environment().cache / "gazetteer.sqlite"
    content = bytearray(good.read_bytes())
    content[8192:-8192] = bytes(len(content) - 16384)
    damaged = tmp_path / "gazetteer.sqlite"
    damaged.write_bytes(content)
    with pytest.raises(SaysoError, match=r"is damaged\. Delete it"):
        Gazetteer(damaged).find("Kharkiv")
