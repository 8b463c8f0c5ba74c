"""Words that name actors, and the lexicon behind them."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from sayso.language.parse import Parse
from sayso.mentions.actor_lexicon import lexicon, tokenise
from sayso.mentions.actors import find_actors

type Parser = Callable[[str], Parse]

CASES = [
    ("Russia said its troops had taken the village.", ["Russia", "its troops"]),
    ("Local residents fled as rebels shelled Bunia.", ["Local residents", "rebels"]),
    ("The Ukrainian president Volodymyr Zelensky thanked Poland.", ["Volodymyr Zelensky", "Poland"]),
    ("A senior Hamas official spoke to Reuters.", ["A senior Hamas official", "Reuters"]),
    ("Police arrested five protesters in Nairobi.", ["Police", "five protesters"]),
    ("The UN mission accused the army of looting.", ["The UN mission", "the army"]),
    ("Shells and drones fell on the road to Goma.", []),
    ("The harvest was poor this year.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_find_actors(text: str, expected: list[str], parsed: Parser) -> None:
    found = [m.span.of(text) for m in find_actors(parsed(text))]
    assert all(any(words in phrase for phrase in found) for words in expected)
    assert len(found) <= len(expected) + (1 if expected else 0)


def test_mentions_do_not_overlap(parsed: Parser) -> None:
    mentions = find_actors(
        parsed("Sudan's army and the Rapid Support Forces (RSF) fought near a UN base, witnesses said.")
    )
    spans = [m.span for m in mentions]
    assert spans == sorted(spans)
    assert not any(a.touches(b) for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("Ukraine’s U.S.-led allies", ["ukraine", "'s", "us", "led", "allies"]),
        ("the rebels' defense", ["the", "rebels", "'s", "defence"]),
        ("al-Nusra; Türkiye", ["al", "nusra", ";", "turkiye"]),
        ("", []),
    ],
)
def test_tokenise(words: str, keys: list[str]) -> None:
    assert [t.key for t in tokenise(words)] == keys


def _names(words: str, countries: tuple[str, ...] = ()) -> list[str | None]:
    return [m.entry.name or m.entry.key for m in lexicon().match(tokenise(words), countries)]


def test_the_longest_entry_wins() -> None:
    assert _names("the Syrian Observatory for Human Rights") == ["Syrian Observatory for Human Rights"]


def test_acronyms_need_capitals_and_names_a_capital() -> None:
    assert _names("he told us who is in mali") == []
    assert _names("US WHO IS Mali") == ["United States", "World Health Organization", "Islamic State", "Mali"]


def test_namesakes_are_told_apart_by_the_story() -> None:
    assert _names("Sharif", ("PAK",)) == ["Shehbaz Sharif"]
    assert _names("Dara Kerry") == []
