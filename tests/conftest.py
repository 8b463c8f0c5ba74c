"""What tests of several folders share: one language model, and reports made in a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from sayso.language.load import load_model
from sayso.language.parse import Parse, parse_pages
from sayso.model import Report
from sayso.text import lay_out

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()


@pytest.fixture(scope="session")
def parsed(nlp: Language) -> Callable[[str], Parse]:
    """The parse of a text, as that of a report published on Sunday 8 June 2025."""

    def parse(text: str) -> Parse:
        report = Report(id="r-test", text=text, published=date(2025, 6, 8))
        return next(parse_pages(lay_out(report), nlp))

    return parse
