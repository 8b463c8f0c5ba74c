"""Offsets of the parse are offsets of the report."""

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from sayso.language.load import load_model
from sayso.language.parse import parse_pages, sentences, span_of
from sayso.language.tense import Tenses
from sayso.model import Report
from sayso.text import lay_out


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec=None), max_size=120))
def test_every_word_stands_where_it_says(text: str) -> None:
    for parse in parse_pages(lay_out(Report(id="r", text=text)), load_model()):
        for token in parse.doc:
            given_text = span_of(token).of(parse.page.text)
            assert len(given_text) == len(token.text)
            if not token.is_space and "\ufffd" not in token.text:
                assert given_text == token.text


def test_no_sentence_crosses_a_paragraph(nlp: Language) -> None:
    text = "The shelling went on\n\nRebels took the hill, and then\n\nnobody spoke."
    (parse,) = parse_pages(lay_out(Report(id="r", text=text)), nlp)
    assert all("\n" not in span_of(s).of(text) for s in sentences(parse.doc))


def test_marks_of_markup_are_not_read(nlp: Language) -> None:
    text = "The army **captured** the [town](https://example.org/a) on Friday."
    (parse,) = parse_pages(lay_out(Report(id="r", text=text)), nlp)
    words = [t.text for t in parse.doc if not t.is_space]
    assert "**" not in words
    assert not any("example.org" in w for w in words)


def test_tenses(nlp: Language) -> None:
    text = "Troops left on Sunday. Talks will resume on Monday."
    (parse,) = parse_pages(lay_out(Report(id="r", text=text)), nlp)
    tenses = Tenses(parse)
    assert tenses.at(text.index("Sunday")) == "past"
    assert tenses.at(text.index("Monday")) == "future"
