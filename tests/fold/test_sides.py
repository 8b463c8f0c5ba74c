from datetime import date
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.fold.sides import read_sides
from sayso.vocabulary import load

SIDES = read_sides()
YEARS: tuple[date | None, ...] = (None, *(date(year, 7, 1) for year in range(2010, 2027)))


@pytest.mark.parametrize(
    ("who", "where", "day", "side"),
    [
        ("RUS/MIL", "UA", "2025-06-08", "Russia"),
        ("RUS/GOV", "UA", None, "Russia"),
        ("RUS/MIL", "UA", "2014-02-19", "RUS"),
        ("BLR/GOV", "UA", "2022-02-23", "BLR"),
        ("BLR/GOV", "UA", "2022-02-24", "Russia"),
        ("USA/GOV", "UA", "2025-01-19", "Ukraine"),
        ("USA/GOV", "UA", "2025-01-20", "USA"),
        ("USA/GOV", "UA", "2025-06-08", "USA"),
        ("USA/GOV", "SY", "2016-01-01", "Kurdish-led forces and coalition"),
        ("TUR/GOV", "SY", "2016-08-23", "TUR"),
        ("TUR/GOV", "SY", "2016-08-24", "Syrian opposition"),
        ("TUR/GOV", "AZ", "2020-10-01", "Azerbaijan"),
        ("TUR/GOV", "UA", "2025-06-08", "TUR"),
        ("SYR/GOV", "SY", "2024-12-08", "Syrian government"),
        ("SYR/GOV", "SY", "2024-12-09", "SYR"),
        # a name goes before the country and its sector, and these before the country
        ("UKR/REB=Donetsk People's Republic", "UA", "2025-06-08", "Russia"),
        ("UKR/REB", "UA", "2025-06-08", "Russia"),
        ("RUS/REB", "UA", "2025-06-08", "Ukraine"),
        ("SDN/REB", "SD", "2024-06-08", "Rapid Support Forces"),
        ("SDN/MIL", "SD", "2024-06-08", "Sudanese army"),
        ("SYR/REB=Syrian Democratic Forces", "SY", "2019-01-01", "Kurdish-led forces and coalition"),
        ("SYR/REB", "SY", "2019-01-01", "Syrian opposition"),
        ("-/REB=Islamic State", "SY", "2016-01-01", "Islamic State"),
        ("LBN/REB=Hezbollah", "SY", "2016-01-01", "Syrian government"),
        ("LBN/REB=Hezbollah", "LB", "2024-10-01", "Palestinian armed groups and their allies"),
        ("RUS/MIL=A. Speaker", "UA", "2025-06-08", "Russia"),
        # those who are in no table
        ("FJI/GOV", "FJ", "2025-06-08", "FJI"),
        ("FJI/REB=Some Front", "FJ", "2025-06-08", "Some Front"),
        ("FJI/REB", "FJ", "2025-06-08", "FJI/REB"),
        ("-/REB", "FJ", "2025-06-08", "-/REB"),
        # whoever speaks for no side
        ("UKR/MED", "UA", "2025-06-08", None),
        ("UKR/CVL", "UA", "2025-06-08", None),
        ("UKR/NGO=DeepState", "UA", "2025-06-08", None),
        ("-/IGO=UN", "UA", "2025-06-08", None),
        ("-/UNK", "UA", "2025-06-08", None),
    ],
)
def test_the_side_of_an_actor(who: str, where: str, day: str | None, side: str | None) -> None:
    id_, _, name = who.partition("=")
    country, _, sector = id_.partition("/")
    known = None if country == "-" else country
    assert SIDES.side(known, sector, name or None, where, date.fromisoformat(day) if day else None) == side


@pytest.mark.parametrize(
    ("country", "sector", "principal"),
    [("RUS", "MIL", True), ("UKR", "GOV", True), ("BLR", "GOV", False), ("GBR", "MIL", False), ("FJI", "GOV", True)],
)
def test_who_is_the_principal(country: str, sector: str, principal: bool) -> None:
    assert SIDES.is_principal(country, sector, None, "UA", date(2025, 6, 8)) is principal


def test_every_country_of_the_table_is_one() -> None:
    countries = set(load("actors/countries"))
    for entry in SIDES.memberships:
        code, _, sector = entry.member.partition("/")
        assert code in countries or (not sector and not code.isupper()) or entry.member == "M23", entry
        assert entry.since <= entry.until


def test_nobody_is_on_two_sides_of_one_conflict_at_a_time() -> None:
    for a in SIDES.memberships:
        for b in SIDES.memberships:
            if (a.conflict, a.member) == (b.conflict, b.member) and a.side != b.side:
                assert a.until < b.since or b.until < a.since, a.member


def test_every_side_has_one_principal_that_was_there_from_the_beginning() -> None:
    for conflict, side in {(entry.conflict, entry.side) for entry in SIDES.memberships}:
        own = [entry for entry in SIDES.memberships if (entry.conflict, entry.side) == (conflict, side)]
        (principal,) = (entry for entry in own if entry.principal)
        assert principal.since == min(entry.since for entry in own), side


OWN = """
- conflict: The island
  where: [FJ]
  since: 2020-01-01
  sides:
    North: [{member: FJI}, {member: WSM, until: 2024-12-31}]
    South: [{member: Southern Front}]
"""


def test_a_file_of_the_users_own(tmp_path: Path) -> None:
    path = tmp_path / "sides.yaml"
    path.write_text(OWN, encoding="utf-8")
    own = read_sides(path)
    assert own.side("WSM", "MIL", None, "FJ", date(2024, 12, 31)) == "North"
    assert own.side("WSM", "MIL", None, "FJ", date(2025, 1, 1)) == "WSM"
    assert own.side("FJI", "REB", "Southern Front", "FJ", date(2025, 1, 1)) == "South"
    assert own.side("RUS", "MIL", None, "UA", date(2025, 1, 1)) == "RUS"
    assert read_sides() is read_sides() and read_sides().side("RUS", "MIL", None, "UA", None) == "Russia"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: [",
        "just words",
        "- conflict: X",
        "- {conflict: X, where: [FJ]}",
        "- {conflict: X, where: [FJ], sides: [FJI]}",
        "- {conflict: X, where: [FJ], sides: {North: [FJI]}}",
        "- {conflict: X, where: [FJ], sides: {North: [{name: FJI}]}}",
        "- {where: [FJ], sides: {North: [{member: FJI}]}}",
        "- {conflict: X, where: , sides: {North: [{member: FJI}]}}",
        "- {conflict: X, where: [FJ], sides: {North: }}",
    ],
)
def test_a_file_that_is_no_table_of_sides(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sides.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SaysoError, match=r"sides\.yaml"):
        read_sides(path)


@pytest.mark.parametrize(
    "text",
    [
        "- {conflict: X, where: [FJ], sides: {North: [{member: FJI, since: '2020-01-01'}]}}",
        "- {conflict: X, where: [FJ], sides: {North: [{member: FJI, since: soon}]}}",
        "- {conflict: X, where: [FJ], sides: {North: [{member: FJI, since: 2020-01-01 12:00:00}]}}",
        "- {conflict: X, where: FJ, sides: {North: [{member: FJI}]}}",
        "- {conflict: X, where: [FJ], sides: {North: [{member: }]}}",
    ],
)
def test_a_file_with_values_of_another_kind(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sides.yaml"
    path.write_text(text, encoding="utf-8")
    try:
        own = read_sides(path)
    except SaysoError:
        return
    assert own.side("FJI", "MIL", None, "FJ", date(2025, 1, 1)) == "North"


@pytest.mark.parametrize("make", ["missing", "folder", "bytes"])
def test_a_file_that_cannot_be_read(tmp_path: Path, make: str) -> None:
    path = tmp_path / "sides.yaml"
    if make == "folder":
        path.mkdir()
    elif make == "bytes":
        path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SaysoError, match=r"sides\.yaml"):
        read_sides(path)
