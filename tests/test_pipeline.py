"""The whole flow on any text: nothing breaks, and every mention stands where it says."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Report
from sayso.pipeline import ReadReport, read_claims
from sayso.reader import RuleReader
from sayso.settings import Settings

# Words that the stages look for, between all that scrapers, phones and other scripts put around them.
NEWS = (
    "Russia's army", "the ministry", "Kyiv", "Gaza City", "Robotyne", "Zelensky", "said", "denied that", "killed",
    "shelled", "captured", "according to", "5", "dozens of", "1,5", "٣", "²", "½", "people", "soldiers", "on Monday",
    "June 8", "in", "near", "from", "and", "not", "“we", "”", '"', "'", "’s", "(Reuters) -", "**", "[x](http://y.z)",
    "<b>", "# ", "| - |", "\n", "\n\n", "\r\n", "\t", "\u2028", "\xa0", "\u200b", "\u200f", "\u202e", "\u2066",
    "e\u0301", "\u0335", "👩🏽‍🚒", "🇺🇦", "غزة", "قال", "Київ", "солдаты", "北京", "\ud800", "\udc00", "\0",
    ".", "!", ":", ",",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(NEWS) | st.text(max_size=6), min_size=1, max_size=60).map(" ".join)


@cache
def reader() -> RuleReader:
    from sayso.grounding.gazetteer import open_gazetteer

    defaults = Settings.from_environment()
    return RuleReader.load(defaults, open_gazetteer(defaults))


def read(text: str, title: str | None = None) -> ReadReport:
    report = Report(id="r-test", text=text, title=title, published=date(2025, 6, 8))
    return next(read_claims([report], Settings.from_environment(), reader()))


def spans(value: object) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of everything in a record that has them."""
    if isinstance(value, dict):
        if isinstance(value.get("text"), str) and isinstance(value.get("start"), int):
            yield value["start"], value["end"], value["text"]
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from spans(part)


def check(found: ReadReport) -> int:
    """Every mention is the words at its place; returns how many there are."""
    report, count = found.report, 0
    for record in (found.annotation, *found.claims):
        text = (report.title or "") if getattr(record, "part", "text") == "title" else report.text
        for start, end, words in spans(msgspec.to_builtins(record)):
            assert words
            assert text[start:end] == words
            count += 1
    return count


@settings(max_examples=60, deadline=None)
@given(text=TEXTS, title=st.none() | TEXTS)
def test_any_text(text: str, title: str | None) -> None:
    check(read(text, title))


def test_offsets_count_code_points() -> None:
    text = (
        "🇺🇦 \u200fThe army\u202c said 👩🏽‍🚒 on **Monday** that 5 soldiers were killed in Zapori\u0301zhzhia, \ud800 "
        "near [Robotyne](http://x.y).\r\n\r\n«Нет», said Moscow. Three people were wounded in غزة Gaza City, "
        "said the army."
    )
    found = read(text, title="\u202eArmy says 5 soldiers killed in Robotyne")
    assert check(found) > 20
    assert {"Zapori\u0301zhzhia", "Gaza City"} <= {place.text for place in found.annotation.places}
    assert {claim.part for claim in found.claims} == {"text", "title"}


@pytest.mark.parametrize(
    "text",
    [
        "The army said that troops had left " + "and that Kyiv was shelled " * 150 + "and again " * 4600 + ".",
        "the five hundred " + "thousand " * 400 + "people were killed, said the army.",
        "Troops left the town, the army said. " + "[" * 100_000,
        "9" * 400 + " people were killed, the army said.",
        "... --- !!!",
    ],
    ids=["a sentence of 10,000 words", "an endless number in words", "a row of marks", "an endless number", "no word"],
)
def test_odd_texts(text: str) -> None:
    check(read(text))
