"""What people see: tables and pages, also where a report tries tricks."""

import io
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_claims import TEXT, Read, claim, place, voice, words

from sayso.model import Claim, CountMention, Report, Span, Words
from sayso.output import phrases
from sayso.output.formats import CLAIMS, MENTIONS, writer
from sayso.output.html_page import Mark, pieces
from sayso.output.safe import shown

EVIL = (
    'Kyiv said "<script>alert(1)</script>" & <img src=x onerror=alert(2)> \x1b[31mred\x1b[0m [bold]markup[/bold] '
    "\u202egnillehs\u202c near Kolovets shelling"
)


def written(name: str, *reads: Read, formats: dict[str, tuple[str, str]] = CLAIMS) -> str:
    out = io.BytesIO()
    writer(name, formats)(reads, out, print)
    return out.getvalue().decode("utf-8")


def evil() -> Read:
    whole = Words(start=0, end=len(EVIL), text=EVIL)
    hurt = claim(
        sentence=whole, trigger=words("shelling", EVIL), content=(Span(10, 60),), voices=(voice(text=EVIL),),
        places=(place(text=EVIL, name="<b>Kolovets</b>"),), how={"<i>type</i>": '"><script>alert(3)</script>'},
        counts=(CountMention(start=0, end=len(EVIL), text=EVIL, what="killed", low=None, high=None),),
    )  # fmt: skip
    report = Report(id="r", text=EVIL, title=EVIL, outlet="</p><script>", url="javascript:alert(4)")
    return Read(report=report, claims=(hurt,))


class Tags(HTMLParser):
    """Collects tags, their attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_escapes_what_a_report_holds() -> None:
    page = written("html", evil())
    found = Tags(page)
    assert not {"script", "img", "b", "i"} & set(found.tags)
    assert not [name for name, _ in found.attributes if name.startswith("on")]
    assert "javascript:" not in page
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "<script>alert(1)</script>" in "".join(found.words)


def test_the_page_loads_nothing() -> None:
    page = written("html", Read(report=Report(id="r", text=TEXT, url="https://news.example/1")))
    found = Tags(page)
    assert [v for name, v in found.attributes if name in ("src", "srcset")] == []
    links = [v for name, v in found.attributes if name == "href"]
    assert [v for v in links if not (v or "").startswith("#")] == ["https://news.example/1"]
    assert not re.search(r"url\(|@import", page)
    assert "default-src 'none'" in page


def test_the_page_shows_roles_anchors_and_reasons() -> None:
    page = written("html", Read())
    for role, piece in (("source", "Kyiv"), ("cue", "said"), ("content number", "two"), ("content place", "Kolovets")):
        assert f'<span class="{role}">{piece}</span>' in page
    assert 'id="c1"' in page
    assert 'href="#c1"' in page
    assert 'id="c-1"' in page
    assert 'id="t1"' in page
    assert "the noun &#39;shelling&#39;" in page
    assert "within 3 km" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_the_page_marks_disputed_claims() -> None:
    calm = written("html", Read())
    denied = written("html", Read(claims=(claim(), claim(id="c-2", act="deny"))))
    assert 'class="card disputed"' not in calm
    assert denied.count('class="card disputed"') == 2
    assert "≠ denied by Kyiv" in denied


def test_a_claim_of_the_title_is_marked_in_the_title() -> None:
    at = Words(start=0, end=8, text="Shelling")
    page = written("html", Read(claims=(claim(part="title", trigger=at, content=(), voices=(), places=(), counts=()),)))
    heading = page[page.index("<h2>") : page.index("</h2>")]
    assert '<span class="trigger">Shelling</span>' in heading
    assert '<span class="trigger">' not in page[page.index('<p class="told">') : page.index('<section class="claims">')]


def test_the_table_marks_disputed_claims_and_counts() -> None:
    text = written("table", Read(claims=(claim(), claim(id="c-2", act="deny"), claim(id="c-3", type="aid"))))
    assert text.count("≠") == 3  # two claims and the line that explains
    assert "3 claims in 1 report; ≠ marks 2 disputed" in text


def test_the_table_says_a_sentence_once() -> None:
    text = written("table", Read(claims=(claim(), claim(id="c-2", type="casualties"))))
    assert text.count("people were killed") == 1
    assert text.count("″") == 1


@pytest.mark.parametrize("formats", [CLAIMS, MENTIONS])
def test_the_table_cannot_drive_a_terminal(formats: dict[str, tuple[str, str]]) -> None:
    text = written("table", evil(), formats=formats)
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)
    assert "[bold]" in re.sub(r"\s+", "", text)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [("abcdef", ())]),
        ([(Span(1, 3), "cue", 0)], [("a", ()), ("bc", ("cue",)), ("def", ())]),
        (
            [(Span(0, 4), "content", 0), (Span(2, 6), "place", 0)],
            [("ab", ("content",)), ("cd", ("content", "place")), ("ef", ("place",))],
        ),
        ([(Span(4, 9), "cue", 0)], [("abcd", ()), ("ef", ("cue",))]),
        ([(Span(7, 9), "cue", 0)], [("abcdef", ())]),
    ],
)
def test_marks_may_overlap(marks: list[Mark], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(p.text, p.roles) for p in pieces("abcdefghi", Span(0, 6), marks)] == expected


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_pieces_are_the_text(text: str, ends: list[tuple[int, int]]) -> None:
    marks: list[Mark] = [(Span(min(pair), max(pair)), "cue", 0) for pair in ends]
    whole = Span(0, len(text))
    assert "".join(p.text for p in pieces(text, whole, marks)) == shown(text)


def test_shown_keeps_offsets() -> None:
    assert len(shown(EVIL)) == len(EVIL)
    assert shown("a\tb\nç \u05d0\u05d1 \U0001f600") == "a\tb\nç \u05d0\u05d1 \U0001f600"


@pytest.mark.parametrize(
    ("low", "high", "phrase"),
    [(2, 2, "2 killed"), (5, None, "at least 5 killed"), (None, 9, "up to 9 killed"), (24, 99, "24 to 99 killed"),
     (None, None, "dozens killed"), (2000, 2000, "2,000 killed")],
)  # fmt: skip
def test_counts_in_words(low: int | None, high: int | None, phrase: str) -> None:
    assert phrases.count(CountMention(start=0, end=6, text="dozens", what="killed", low=low, high=high)) == phrase


@pytest.mark.parametrize(
    ("changes", "phrase"),
    [
        ({}, "shelling"),
        ({"type": "air_strike", "polarity": "negated"}, "not: air strike (shelling)"),
        ({"reality": "planned", "first": True}, "shelling, planned, first time"),
    ],
)
def test_what_in_words(changes: dict[str, Any], phrase: str) -> None:
    assert phrases.what(claim(**changes)) == phrase


@pytest.mark.parametrize(
    ("made", "phrase"),
    [
        (claim(), "Kyiv [UKR/GOV]"),
        (claim(voices=()), "the report itself"),
        (claim(voices=(voice(), voice("people", None))), "Kyiv [UKR/GOV] and people [UKR/GOV]"),
        (claim(voices=(voice(), voice("people", level=1))), "people [UKR/GOV], as told by Kyiv [UKR/GOV]"),
    ],
)
def test_voices_in_words(made: Claim, phrase: str) -> None:
    assert phrases.voices(made) == phrase


@pytest.mark.parametrize(
    ("changes", "phrase"),
    [
        ({}, "near Kolovets (UA-12)"),
        ({"relation": "in", "admin1": None}, "Kolovets (UA)"),
        ({"relation": "border", "country": None, "admin1": None}, "border of Kolovets"),
        ({"id": None}, "near Kolovets ?"),
    ],
)
def test_places_in_words(changes: dict[str, Any], phrase: str) -> None:
    assert phrases.place(place(**changes)) == phrase
