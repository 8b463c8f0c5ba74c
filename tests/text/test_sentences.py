"""Sentences by their marks alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Block, Page, Report, Span
from sayso.text.sentences import find_sentences


def page(text: str) -> Page:
    block = Block(span=Span(0, len(text)), kind="prose")
    return Page(report=Report(id="r", text=text), part="text", text=text, blocks=(block,))


@pytest.mark.parametrize(
    "text",
    [
        "The army left. | It came back.",
        "Gen. Ivanov spoke at 5 p.m. in Kyiv. | He left.",
        '"We will not leave." | They stayed.',
        "“Is it over?” | she asked.",
        "A heading without a dot\n | A first sentence.",
        "The U.S. army and J. Smith agreed. | 40 people died.",
    ],
)
def test_cuts(text: str) -> None:
    plain = text.replace("| ", "").replace("|", "")
    found = [s.of(plain) for s in find_sentences(page(plain))]
    assert found == [part.strip() for part in text.split("|")]


@given(st.text(max_size=200))
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    spans = find_sentences(page(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())
