import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import part, text

from sayso.copies import keys
from sayso.copies.keys import MOST_KEYS

TEXT = text(1)


def common(a: str, b: str) -> int:
    return len(set(keys(a)) & set(keys(b)))


def test_keys_are_the_same_everywhere() -> None:
    # Other numbers here need another KEYS_VERSION: keys that are kept would no longer be found.
    assert keys("Shells fell on the port of Ardun again, the governor said.") == (
        -8916685266656262782,
        -4293244088780695489,
        637541226792793923,
        3341916342572164798,
    )


@given(st.text())
def test_any_text_has_keys_that_fit_into_a_signed_number(words: str) -> None:
    assert all(-(2**63) <= key < 2**63 for key in keys(words))


@pytest.mark.parametrize("words", ["", "Shells fell on Ardun"])
def test_too_few_words_have_no_keys(words: str) -> None:
    assert keys(words) == ()


@pytest.mark.parametrize(
    "copy",
    [
        TEXT,
        TEXT.upper(),
        f"Another headline over it\n\n{TEXT}",
        f"{text(2)}\n{TEXT}\n{text(3)}",  # between paragraphs of others
        f"{text(4, 3000)} {part(TEXT, 0.4, 0.6)} {text(5, 3000)}",  # an excerpt on a long page
        f"{part(TEXT, 0.5, 1)} {part(TEXT, 0, 0.5)}",
        " ".join(word if at % 20 else "other" for at, word in enumerate(TEXT.split())),  # edited
    ],
)
def test_copies_have_keys_in_common(copy: str) -> None:
    assert common(TEXT, copy)


def test_other_texts_and_common_phrases_have_none() -> None:
    phrase = "the Ministry of Defence of Ardun said on Sunday"
    assert not common(TEXT, text(2))
    assert not common(f"{text(3)} {phrase} {text(4)}", f"{text(5)} {phrase} {text(6)}")


@settings(max_examples=30)
@given(st.integers(), st.floats(0, 2 / 3))
def test_a_copy_cut_to_a_third_is_found(seed: int, start: float) -> None:
    whole = text(seed, 450)
    assert common(whole, part(whole, start, start + 1 / 3))


def test_keys_grow_with_the_text_up_to_a_limit() -> None:
    assert 80 < len(keys(text(1, 600))) < 140
    assert len(keys(text(1, 60_000))) == MOST_KEYS
