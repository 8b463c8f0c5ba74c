"""Polarity, reality, firsts and acts, on invented sentences. The happening is the word after `at`."""

from collections.abc import Callable

import pytest

from sayso.events import stance
from sayso.language.parse import Parse, sentences

REALITY = [
    ("The army captured the town.", "captured", "actual"),
    ("The army will capture the town.", "capture", "planned"),
    ("The army plans to capture the town.", "capture", "planned"),
    ("The army could capture the town.", "capture", "possible"),
    ("If rebels attack the town, it may fall.", "attack", "possible"),
    ("Both sides called for a ceasefire.", "ceasefire", "planned"),
    ("Officials fear an attack on the dam.", "attack", "possible"),
]
POLARITY = [
    ("The army did not capture the town.", "capture", "negated"),
    ("The army has never entered the town.", "entered", "negated"),
    ("There was no attack on the town.", "attack", "negated"),
    ("The army failed to take the town.", "take", "negated"),
    ("The army captured the town.", "captured", "affirmed"),
    ("Not only did the army capture the town, it burned it.", "capture", "affirmed"),
]


@pytest.mark.parametrize(("text", "at", "expected"), REALITY)
def test_reality(text: str, at: str, expected: str, parsed: Callable[[str], Parse]) -> None:
    token = next(t for t in parsed(text).doc if t.text == at)
    assert stance.reality(token) == expected


@pytest.mark.parametrize(("text", "at", "expected"), POLARITY)
def test_polarity(text: str, at: str, expected: str, parsed: Callable[[str], Parse]) -> None:
    token = next(t for t in parsed(text).doc if t.text == at)
    assert stance.polarity(token) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops entered the region for the first time since the war began.", ["first"]),
        ("Troops entered the region on the first day of the month.", []),
        ("Troops took a village and crossed the river, the first such advance.", ["first"]),
    ],
)
def test_firsts(text: str, expected: list[str], parsed: Callable[[str], Parse]) -> None:
    (sentence,) = sentences(parsed(text).doc)
    assert [t.text for t in stance.firsts(sentence)] == expected


def test_a_plain_saying_becomes_what_it_says() -> None:
    assert stance.act_of("assert", own=False, under_demand=False, to_come=False) == "assert"
    assert stance.act_of("assert", own=False, under_demand=False, to_come=True) == "predict"
    assert stance.act_of("assert", own=True, under_demand=False, to_come=True) == "promise"
    assert stance.act_of("assert", own=True, under_demand=True, to_come=True) == "demand"
    assert stance.act_of("deny", own=True, under_demand=True, to_come=True) == "deny"
