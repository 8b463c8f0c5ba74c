from typing import Any

import pytest
from factory import DAY, c, place, read, silence, took

from sayso.fold.members import block_of, finest, members_of
from sayso.grounding.gazetteer.distance import distance_km
from sayso.model import Claim


def stands(*claims: Claim) -> list[tuple[int, int | None, int | None]]:
    """Each member: which claim, which place, which claim it answers."""
    number = {claim.id: n for n, claim in enumerate(claims)} | {None: None}
    return [(number[m.claim] or 0, m.place, number[m.answers]) for m in members_of(read(*claims))]


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("Kolovets", "Kolovets"),
        ("Kolovets, Dnipropetrovsk Oblast, Ukraine", "Kolovets"),
        ("Ukraine, Dnipropetrovsk Oblast", "Dnipropetrovsk Oblast"),
        ("Kolovets, Lypka", "Kolovets, Lypka"),
        ("Kolovets, Lypka, Dnipropetrovsk Oblast", "Kolovets, Lypka"),
        ("Kolovets, Kolovets", "Kolovets"),
        ("Kolovets, Kolovets District", "Kolovets"),
        ("Kolovets, Far District", "Kolovets, Far District"),
        ("Kolovets Wood, Kolovets District", "Kolovets Wood"),
        ("Kolovets, Donetsk Oblast", "Kolovets, Donetsk Oblast"),
        ("Kolovets, Prohonne, Ukraine", "Kolovets, Prohonne"),
        ("Dnipropetrovsk Oblast, Donetsk Oblast", "Dnipropetrovsk Oblast, Donetsk Oblast"),
        ("Nowhere, Ukraine", "Nowhere, Ukraine"),
        ("Kolovets, Kolovets Wood", "Kolovets, Kolovets Wood"),
        ("", ""),
    ],
)
def test_of_places_that_hold_each_other_the_finest_count(at: str, kept: str) -> None:
    places = c(at=at).places
    assert ", ".join(places[n].text for n in finest(places)) == kept


def test_names_of_peoples_are_no_places() -> None:
    assert finest((place("Ukraine", kind="demonym"),)) == ()
    assert finest((place("Ukraine", kind="demonym"), place("Kolovets"))) == (1,)


def test_what_lies_nowhere_is_far_from_everything() -> None:
    assert distance_km(place("Nowhere"), place("Kolovets")) == float("inf")
    assert 4.5 < distance_km(place("Zarichka"), place("Kolovets")) < 5.5


@pytest.mark.parametrize(
    ("at", "block"),
    [
        ("Kolovets", "UA|UA-12|fire"),
        ("Ukraine", "UA|-|fire"),
        ("Nowhere", "?|nowhere|fire"),
        ("Prohonne", "RU|RU-KRS|fire"),
    ],
)
def test_a_block_is_a_region_and_a_family_of_types(at: str, block: str) -> None:
    assert block_of(place(at), "fire") == block == members_of([c(at=at)])[0].block


def test_two_villages_make_two_members() -> None:
    one = took("RUS/MIL", "RUS/MIL", at="Kolovets, Lypka, Ukraine")
    assert stands(one) == [(0, 0, None), (0, 1, None)]


def test_villages_of_two_regions_lie_in_two_blocks() -> None:
    assert [m.block for m in members_of([c(at="Kolovets, Stepne")])] == ["UA|UA-12|fire", "UA|UA-14|fire"]


@pytest.mark.parametrize(
    "claim",
    [
        c("statement", "RUS/GOV"),
        c(reality="planned"),
        c(reality="possible"),
        c("ceasefire", "UKR/GOV", "demand"),
        c("withdrawal", "RUS/GOV", "refuse"),
        c(act="threaten"),
        c(act="promise"),
        c(act="predict"),
        c(at=""),
        silence("UKR/GOV"),
    ],
    ids=lambda claim: f"{claim.act} {claim.reality} {claim.type}",
)
def test_what_tells_of_no_happening_has_no_member(claim: Claim) -> None:
    assert members_of([claim]) == ()


TAKEN = took("RUS/MIL", "RUS/MIL", report="r-1")
STRUCK = c("shelling", "UKR/GOV", report="r-1")
UNPLACED: dict[str, Any] = {"at": "", "day": None, "report": "r-1"}


@pytest.mark.parametrize(
    ("claims", "found"),
    [
        # a denial or a silence without a place answers the claim before it, of another country's voice
        ((TAKEN, c("capture", "UKR/MIL", "deny", **UNPLACED)), [(0, 0, None), (1, None, 0)]),
        ((TAKEN, silence("UKR/GOV", report="r-1")), [(0, 0, None), (1, None, 0)]),
        ((c(report="r-1"), silence("UKR/GOV", report="r-1")), [(0, 0, None), (1, None, 0)]),
        # ... and none of one's own country
        ((TAKEN, silence("RUS/GOV", report="r-1")), [(0, 0, None)]),
        ((TAKEN, STRUCK, silence("UKR/GOV", report="r-1")), [(0, 0, None), (1, 0, None), (2, None, 0)]),
        # a denial has a type to go by, a silence takes what stands nearest
        ((STRUCK, TAKEN, c("shelling", "RUS/MIL", "deny", **UNPLACED)), [(0, 0, None), (1, 0, None), (2, None, 0)]),
        ((STRUCK, c("capture", "RUS/MIL", "deny", **UNPLACED)), [(0, 0, None)]),
        ((TAKEN, c("shelling", "FRA/GOV", report="r-1"), silence("UKR/GOV", report="r-1")),
         [(0, 0, None), (1, 0, None), (2, None, 1)]),
        # a denial that names its place keeps it
        ((TAKEN, c("capture", "UKR/MIL", "deny", at="Lypka", report="r-1")), [(0, 0, None), (1, 0, 0)]),
        # what answers is not answered
        ((TAKEN, c("capture", "UKR/MIL", "deny", report="r-1"), silence("RUS/GOV", report="r-1")),
         [(0, 0, None), (1, 0, 0)]),
        # nothing answers what comes after it
        ((silence("UKR/GOV", report="r-1"), TAKEN), [(1, 0, None)]),
    ],
)  # fmt: skip
def test_what_an_answer_answers(claims: tuple[Claim, ...], found: list[tuple[int, int | None, int | None]]) -> None:
    assert stands(*claims) == found


def test_an_answer_lies_in_the_block_of_what_it_answers() -> None:
    taken, denied = members_of(read(TAKEN, c("capture", "UKR/MIL", "deny", **UNPLACED)))
    assert taken.block == denied.block == "UA|UA-12|ground"


def test_enemies_in_one_country_answer_each_other() -> None:
    claims = (
        took("SDN/REB", "SDN/REB=Rapid Support Forces", at="Tabaq", report="r-1"),
        c("capture", "SDN/MIL", "deny", at="", day=None, report="r-1"),
    )
    assert stands(*claims) == [(0, 0, None), (1, None, 0)]


def test_bodies_without_a_country_answer_each_other() -> None:
    claims = (
        c("bombing", "-/REB=Islamic State", at="Jarnas", report="r-1"),
        c("bombing", "-/IGO=UN", "deny", at="", day=None, report="r-1"),
    )
    assert stands(*claims) == [(0, 0, None), (1, None, 0)]


@pytest.mark.xfail(strict=True, reason="a denial of a claim of two villages is put at the last of them alone")
def test_a_denial_without_a_place_answers_a_claim_at_all_its_places() -> None:
    taken = took("RUS/MIL", "RUS/MIL", at="Kolovets, Lypka", report="r-1")
    found = members_of(read(taken, c("capture", "UKR/MIL", "deny", **UNPLACED)))
    assert len([member for member in found if member.answers == taken.id]) == 2


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (c(published="2025-06-08"), c(published="2025-06-09")),
        (c(published="2025-06-09"), c(published=None)),
        (c(id_="z"), c(act="deny", id_="a")),
        (c(id_="z"), c(act="confirm", id_="a")),
        (c(act="confirm", id_="z"), c(act="deny", id_="a")),
        (c(id_="z"), c(part="title", id_="a")),
        (c(at="Kolovets", id_="z"), c(at="Dnipropetrovsk Oblast", id_="a")),
        (c("capture", id_="z"), c("control", id_="a")),
        (c(id_="a"), c(id_="z")),
    ],
)
def test_the_order_in_which_members_are_linked(first: Claim, later: Claim) -> None:
    assert members_of([first])[0].order < members_of([later])[0].order


def test_orders_differ() -> None:
    claims = [c(at="Kolovets, Lypka", report="r-1"), c(act="deny", report="r-1"), c(published=DAY, report="r-2")]
    orders = [member.order for member in members_of(claims)]
    assert len(set(orders)) == len(orders) == 4
