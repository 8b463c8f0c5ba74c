import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_texts import part, text

from sayso.copies import containment, shingles

LINES = st.lists(st.sampled_from(["a", "b", "c", "d", "shells", "fell", "Ukraine"]), max_size=40).map(" ".join)


def share(a: str, b: str) -> float:
    return containment(shingles(a), shingles(b))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("", 0),
        (" \n\t", 0),
        ("Shells fell on Ardun", 0),  # four words are no copy of anything
        ("Shells fell on Ardun again", 1),
        ("Shells fell, on Ardun: again!", 1),
        ("one two three four five six", 2),
        ("go on go on go on go on", 2),  # a set
        ("Снаряди впали на місто Ардун знову", 2),
        ("سقطت القذائف على بلدة أردون مجددا", 2),
        ("砲弾が町に落ちた", 4),  # a sign is a word
        ("炮弹落在镇上 in Ardun on Sunday", 6),
        ("กระสุนตก", 4),
        ("\ud800 a b c d e \x00", 1),
    ],
)
def test_number_of_shingles(words: str, number: int) -> None:
    assert len(shingles(words)) == number


def test_hashes_are_the_same_everywhere() -> None:
    assert shingles("Shells fell on Ardun again").tolist() == [7387764612422406730]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (text(1), text(1), 1.0),
        (text(1), text(2), 0.0),
        (text(1), text(1).upper().replace(".", " -"), 1.0),
        (text(1), part(text(1), 0.1, 0.3), 1.0),  # of the text with fewer
        (text(1), "", 0.0),
        ("", "", 0.0),
        ("a b c d", "a b c d", 0.0),
        ("a b c d e f", "a b c d e x", 0.5),
        ("a b c d e", "e d c b a", 0.0),  # words in another order are other words
    ],
)
def test_containment(a: str, b: str, expected: float) -> None:
    assert share(a, b) == expected


@given(LINES, LINES)
def test_containment_is_that_of_sets_of_words(a: str, b: str) -> None:
    one, other = ({tuple(t.lower().split()[i : i + 5]) for i in range(len(t.split()) - 4)} for t in (a, b))
    fewer = min(len(one), len(other))
    assert share(a, b) == share(b, a) == (len(one & other) / fewer if fewer else 0)
