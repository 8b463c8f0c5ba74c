"""What happened, sentence by sentence; all sentences are invented."""

from collections.abc import Callable

import pytest

from sayso.events.lexicon import parse_pattern, patterns
from sayso.events.triggers import find_triggers
from sayso.language.parse import Parse, sentences
from sayso.vocabulary import load

CASES = [
    ("The army captured the village of Lipova on Monday.", ["capture"]),
    ("Soldiers captured nine gunmen near the bridge.", ["detention"]),
    ("Drones struck a fuel depot in the port overnight.", ["air_strike"]),
    ("Artillery struck a fuel depot in the port overnight.", ["shelling"]),
    ("A roadside bomb hit a bus of the army.", ["bombing"]),
    ("An airstrike killed three people in the market.", ["air_strike"]),
    ("Three people were killed in an attack on the market.", ["attack"]),
    ("The house was destroyed, killing a woman.", ["destruction"]),
    ("Rebels launched a large offensive in the north.", ["clash"]),
    ("Troops withdrew from the eastern bank.", ["withdrawal"]),
    ("The two armies exchanged 200 prisoners.", ["exchange"]),
    ("Negotiators held talks in the capital.", ["talks"]),
    ("Thousands fled their homes.", ["displacement"]),
    ("Air defences shot down twelve drones.", ["interception"]),
    ("The union imposed sanctions on two banks.", ["sanction"]),
    ("The sun shone on the harbour.", []),
    ("The Rapid Support Forces chose a spokesman.", []),
]


@pytest.mark.parametrize(("text", "types"), CASES)
def test_types_of_a_sentence(text: str, types: list[str], parsed: Callable[[str], Parse]) -> None:
    found = [t.type for s in sentences(parsed(text).doc) for t in find_triggers(s)]
    assert [t for t in types if t in found] == types, found
    assert bool(found) == bool(types)


def test_dead_of_an_attack_are_no_claim_of_their_own(parsed: Callable[[str], Parse]) -> None:
    text = "Missiles hit a school in the town, killing four people and wounding nine."
    (sentence,) = sentences(parsed(text).doc)
    assert [t.type for t in find_triggers(sentence)] == ["shelling"]


def test_words_of_a_trigger_are_in_reading_order(parsed: Callable[[str], Parse]) -> None:
    text = "The attack was carried out by two gunmen, and troops pulled back from the river."
    for sentence in sentences(parsed(text).doc):
        for trigger in find_triggers(sentence):
            places = [t.i for t in trigger.words]
            assert places == sorted(places)


def test_every_pattern_is_of_a_known_type() -> None:
    assert set(load("triggers")) - {"strike"} <= set(load("types"))
    assert all(p.lemma for found in patterns().values() for p in found)


def test_pattern_with_most_conditions_goes_first() -> None:
    assert parse_pattern("advance", "push +into|toward subj:FORCE").weight == 2
    for found in patterns().values():
        weights = [p.weight for p in found]
        assert weights == sorted(weights, reverse=True)
