"""The figures count as they are defined. Cases are lines: what gold has, what was found, what must come out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.evaluate.claims import FIELDS, Score, f1, match, same_sentence, score, score_reports, total
from sayso.evaluate.compared import Compared, Place, same_place
from sayso.model import Span

LVIV = Place("settlement", "UA", "UA-46", 49.84, 24.03)
STRYI = Place("settlement", "UA", "UA-46", 49.26, 23.86)  # 66 km from Lviv
BRIUKHOVYCHI = Place("settlement", "UA", "UA-46", 49.9, 23.96)
REGION = Place("admin1", "UA", "UA-46", 49.7, 24.0)
OTHER_REGION = Place("admin1", "UA", "UA-26", 49.0, 24.5)
COUNTRY = Place("country", "UA", None, 49.0, 32.0)
BORDER = Place("area", "UA", "UA-46", 50.0, 23.5)
PL_BORDER = Place("area", "PL", "PL-18", 50.1, 23.2)
FAR_AREA = Place("area", "PL", "PL-32", 53.9, 14.5)
UNFOUND = Place(None, "UA")


def c(sentence: tuple[int, int] = (0, 100), trigger: tuple[int, int] = (10, 16), **changes: Any) -> Compared:
    known: dict[str, Any] = {
        "type": "shelling", "act": "assert", "polarity": "affirmed", "reality": "actual", "voice": ("UKR", "GOV"),
        "place": LVIV, "days": ("2025-06-06", "2025-06-06"), "counts": frozenset({("killed", 2, 2)}),
        "territory": None,
    }  # fmt: skip
    return Compared(sentence=Span(*sentence), trigger=Span(*trigger), **(known | changes))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ((0, 100), (0, 100), True),
        ((0, 100), (50, 200), True),  # 50 shared of 100
        ((0, 100), (51, 200), False),
        ((0, 100), (40, 60), True),  # the shorter one lies within
        ((0, 100), (100, 120), False),
        ((0, 0), (0, 100), False),
    ],
)
def test_same_sentence(a: tuple[int, int], b: tuple[int, int], same: bool) -> None:
    assert same_sentence(Span(*a), Span(*b)) is same
    assert same_sentence(Span(*b), Span(*a)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (None, None, True),
        (LVIV, None, False),
        (LVIV, BRIUKHOVYCHI, True),
        (LVIV, STRYI, False),
        (REGION, REGION, True),
        (REGION, OTHER_REGION, False),
        (REGION, LVIV, False),
        (REGION, BORDER, True),
        (OTHER_REGION, BORDER, False),
        (COUNTRY, COUNTRY, True),
        (COUNTRY, LVIV, False),
        (COUNTRY, REGION, False),
        (BORDER, PL_BORDER, True),  # across a border, areas up to 100 km apart
        (BORDER, FAR_AREA, False),
        (BORDER, LVIV, True),
        (LVIV, Place("settlement", "PL", "PL-18", 49.84, 24.03), False),
        (LVIV, UNFOUND, False),
    ],
)
def test_same_place(a: Place | None, b: Place | None, same: bool) -> None:
    assert same_place(a, b) is same
    assert same_place(b, a) is same


def test_a_perfect_reading_scores_one() -> None:
    gold = [c(), c(type="aid"), c(sentence=(101, 200), trigger=(110, 120))]
    assert set(score(gold, gold).figures().values()) == {1.0}


def test_nothing_found_scores_nought() -> None:
    figures = score([c()], []).figures()
    assert set(figures.values()) == {0.0}


@pytest.mark.parametrize(
    "changes",
    [{"type": "clash"}, {"sentence": (100, 200)}, {"sentence": (51, 200)}],
)
def test_no_match(changes: dict[str, Any]) -> None:
    assert match([c()], [c(**changes)]) == []


@pytest.mark.parametrize(
    ("field", "changes", "whole"),
    [
        ("voice", {"voice": ("UKR", "MIL")}, False),
        ("voice", {"voice": ("RUS", "GOV")}, False),
        ("voice", {"voice": None}, False),
        ("act", {"act": "deny"}, False),
        ("polarity", {"polarity": "negated"}, False),
        ("place", {"place": STRYI}, False),
        ("reality", {"reality": "planned"}, True),
        ("time", {"days": ("2025-06-06", "2025-06-07")}, True),
        ("time", {"days": None}, True),
        ("counts", {"counts": frozenset({("killed", 2, None)})}, True),
        ("counts", {"counts": frozenset()}, True),
        ("territory", {"territory": ("entered", "RUS")}, True),
    ],
)
def test_one_wrong_field(field: str, changes: dict[str, Any], whole: bool) -> None:
    figures = score([c()], [c(**changes)]).figures()
    assert figures["found F1"] == 1.0
    assert {name for name in FIELDS if figures[name] == 0.0} == {field}
    assert figures["whole F1"] == (1.0 if whole else 0.0)


def test_the_trigger_decides_before_the_fields() -> None:
    gold = [c(trigger=(10, 16)), c(trigger=(50, 56), voice=None)]
    found = [c(trigger=(51, 52)), c(trigger=(12, 13), voice=None)]
    assert match(gold, found) == [(gold[0], found[1]), (gold[1], found[0])]


def test_the_fields_decide_where_the_trigger_does_not() -> None:
    gold = [c(voice=("RUS", "MIL")), c()]
    found = [c(), c(voice=("RUS", "MIL"))]
    assert score(gold, found).figures()["voice"] == 1.0


def test_each_claim_is_used_once() -> None:
    figures = score([c()], [c(), c()]).figures()
    assert (figures["found P"], figures["found R"]) == (0.5, 1.0)
    assert figures["found F1"] == pytest.approx(2 / 3)


def test_shares_are_of_the_matched_and_whole_of_all() -> None:
    gold = [c(), c(type="aid"), c(type="talks"), c(type="protest")]
    found = [c(voice=None), c(type="aid"), c(type="talks")]
    figures = score(gold, found).figures()
    assert figures["voice"] == pytest.approx(2 / 3)
    assert figures["whole F1"] == pytest.approx(2 * 2 / (4 + 3))


def test_reports_add_up_and_those_without_gold_do_not_count() -> None:
    scores = score_reports({"a": [c()], "b": [c(), c(type="aid")]}, {"a": [c()], "stray": [c()]})
    assert total(scores.values()) == Score(2, 3, 1, 1, 1, (1,) * len(FIELDS))


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_is_the_harmonic_mean(right: int, missed: int, wrong: int) -> None:
    gold, found = right + missed, right + wrong
    value = f1(right, gold, found)
    if right:
        precision, recall = right / found, right / gold
        assert value == pytest.approx(2 * precision * recall / (precision + recall))
    else:
        assert value == 0.0
