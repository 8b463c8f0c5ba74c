"""What is said fits the quotation marks."""

import re

import pytest

from sayso.model import Page, Report, Span
from sayso.reader.decode import Piece, Said
from sayso.reader.quoted import fit_to_marks
from sayso.text import lay_out


def page_of(text: str) -> tuple[Page, list[Span]]:
    """The page of a text, and its words and marks as pieces."""
    (page,) = [p for p in lay_out(Report(id="q", text=text)) if p.part == "text"]
    return page, [Span(*m.span()) for m in re.finditer(r"\w+|[^\w\s]", page.text)]


def at(page: Page, spans: list[Span], words: str) -> Piece:
    """The pieces of the first occurrence of some words."""
    start = page.text.index(words)
    inside = [i for i, s in enumerate(spans) if start <= s.start < start + len(words)]
    return inside[0], inside[-1] + 1


def said_of(page: Page, spans: list[Span], cue: str | None, source: str, content: str) -> Said:
    return Said(at(page, spans, cue) if cue else None, (at(page, spans, source),), (at(page, spans, content),), 0.9)


def contents(page: Page, spans: list[Span], sayings: list[Said]) -> list[str]:
    return [page.text[spans[a].start : spans[b - 1].end] for s in sayings for a, b in s.content]


def test_a_speech_is_quoted_as_a_whole() -> None:
    page, spans = page_of('"We buried eleven people. Nobody has brought us water," the mayor said on Sunday.')
    (one,) = fit_to_marks(page, spans, [said_of(page, spans, "said", "the mayor", "Nobody has brought us water")])
    assert contents(page, spans, [one]) == ['"We buried eleven people. Nobody has brought us water,"']


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said the town was quiet. "We buried eleven people here last night."',
        'The mayor said the town was quiet.\n\n"We buried eleven people here last night."',
    ],
)
def test_a_speech_without_a_cue_is_the_last_speaker_s(text: str) -> None:
    page, spans = page_of(text)
    first = said_of(page, spans, "said", "The mayor", "the town was quiet")
    one, two = fit_to_marks(page, spans, [first])
    assert one == first
    assert two.cue is None and two.sources == first.sources
    assert contents(page, spans, [two]) == ['"We buried eleven people here last night."']


def test_a_speech_goes_to_the_one_named_right_after_it() -> None:
    page, spans = page_of('Kyiv said it was hit. "There was nobody in that house at all," the mayor said of it.')
    other = said_of(page, spans, "said", "Kyiv", "it was hit")
    mine = said_of(page, spans, "said of", "the mayor", "it.")
    found = fit_to_marks(page, spans, [other, mine])
    assert [s.sources for s in found if s.cue is None] == [mine.sources]


@pytest.mark.parametrize(
    "text",
    [
        'The mayor said the town was quiet. The "special operation" went on.',  # a quoted phrase
        'The mayor said the town was quiet.\n\nIt rained.\n\n"We buried eleven people here last night."',  # too far
    ],
)
def test_what_may_be_nobody_s_is_left_alone(text: str) -> None:
    page, spans = page_of(text)
    first = said_of(page, spans, "said", "The mayor", "the town was quiet")
    assert fit_to_marks(page, spans, [first]) == [first]


def test_who_is_quoted_inside_of_a_speech_does_not_get_all_of_it() -> None:
    page, spans = page_of('"The ministry said that all was well and it was not so," she said.')
    inner = said_of(page, spans, "said", "The ministry", "that all was well")
    outer = said_of(page, spans, "she said", "she", "The ministry said that all was well and it was not")
    found = fit_to_marks(page, spans, [inner, outer])
    assert inner in found
    assert [len(s.content) for s in found] == [1, 1]
