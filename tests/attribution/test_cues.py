import typing

from sayso.attribution.cues import cues
from sayso.model import Act

ACTS = set(typing.get_args(Act.__value__))
TAKES = {"clause", "tell", "object", "to", "order", "charge", "small"}


def test_every_cue_has_a_known_act_and_frame() -> None:
    for found in cues().verbs.values():
        for cue in found:
            assert cue.act in ACTS
            assert cue.takes <= TAKES
    for nouns in cues().nouns.values():
        for noun in nouns:
            assert noun.act in ACTS
            assert all(isinstance(word, str) for word in noun.takes)


def test_all_acts_have_a_verb() -> None:
    acts = {cue.act for found in cues().verbs.values() for cue in found}
    assert acts == ACTS - {"no_response"}


def test_longest_tail_first() -> None:
    lengths = [len(cue.tail) for cue in cues().verbs["claim"]]
    assert lengths == sorted(lengths, reverse=True)
