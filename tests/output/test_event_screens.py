"""Events and stories as people see them."""

import io
import re
from typing import Any

import pytest
from invented_claims import REPORT, claim, voice, when
from invented_events import Link, Story, Told, counted, day, event, place, reason, side, silence, toll

from sayso.model import Event, FirstTime, Report
from sayso.output import event_phrases as phrases
from sayso.output.doubts import write_link
from sayso.output.event_screen import said
from sayso.output.formats import EVENTS, STORY, writer
from sayso.output.story import folded

COPY = Report(id="r-2", text=REPORT.text, published=day(8), outlet="The Reprint")


def table(*events: Event) -> str:
    out = io.BytesIO()
    writer("table", EVENTS)(events, out, print)
    return out.getvalue().decode()


def story(*entries: Told, **changes: Any) -> str:
    out = io.BytesIO()
    writer("text", STORY)([Story(event(**changes), entries)], out, print)
    return out.getvalue().decode()


def test_the_table_has_a_row_an_event() -> None:
    text = table(event(), event(id="e-2", status="claimed", places=(), silent=()))
    for part in ("2025-06-06", "Kolovets", "disputed", "claimed", "e-12345678", "2 (1)"):
        assert part in text
    assert "2 events." in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "asserted by UKR/GOV; denied by Russian command [RUS/MIL]; no answer by RUS/GOV (2025-06-08)"),
        ({"sides": (side("UKR/GOV"), side("UKR/GOV", first=9)), "silent": ()}, "asserted by UKR/GOV"),
        (
            {"sides": tuple(side(f"-/NGO{n}") for n in range(5)), "silent": ()},
            "asserted by -/NGO0, -/NGO1, -/NGO2 and 2 more",
        ),
        ({"sides": (), "silent": (), "first": FirstTime(stated=True, holds=False)}, "not the first time"),
    ],
)
def test_whose_word_it_is(changes: dict[str, Any], words: str) -> None:
    assert said(event(**changes)) == words


def test_no_event() -> None:
    assert table() == "No event fits.\n"


@pytest.mark.parametrize("name", ["\x1b[31mKolo\u202evets", "[bold]Kolovets[/bold]"])
def test_names_cannot_drive_a_terminal(name: str) -> None:
    evil: dict[str, Any] = {
        "places": (place(name=name),),
        "sides": (side("UKR/GOV", name=name),),
        "counts": (toll(counted("UKR/GOV", 3, name=name)),),
    }
    for text in (table(event(**evil)), story(Told(claim()), **evil)):
        assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", text)
        assert "[bold]" in re.sub(r"\s+", "", text) or "bold" not in name


def test_a_story_says_how_it_stands_and_why_then_each_claim_by_day() -> None:
    text = story(
        Told(claim()),
        Told(
            claim(id="c-2", published="2025-06-08", act="deny"), stance="denies", reasons=(reason("both at Kolovets"),)
        ),
        Told(claim(id="c-3", published=None, act="no_response"), stance="silent"),
        first=FirstTime(stated=True, holds=True),
    )
    expected = [
        "shelling, also told as casualties · Kolovets (UA-12) · 2025-06-06 · e-1234567890abcdef1234",
        "disputed: asserted by UKR/GOV since 2025-06-07; denied by Russian command [RUS/MIL] since 2025-06-08; no "
        "answer by RUS/GOV (2025-06-08)",
        "2 claims tell of shelling at Kolovets on 6 June 2025.",
        "told as a first; the ledger knows of none before",
        "2 to 5 killed, best 3: UKR/GOV 2 (2025-06-07), 5 (2025-06-08); -/NGO 3 (2025-06-07)",
        "2 reports, 1 without reprints",
        "",
        "2025-06-07",
        "  The Example Post: Kyiv [UKR/GOV] asserts shelling; 2 killed",
        "    Kyiv said two people were killed by **shelling** near Kolovets on Friday.",
        "    c-1",
        "",
        "2025-06-08, 1 day later",
        "  The Example Post: Kyiv [UKR/GOV] denies shelling; 2 killed",
        "    Kyiv said two people were killed by **shelling** near Kolovets on Friday.",
        "    c-2: both at Kolovets",
        "",
        "no day",
        "  The Example Post: Kyiv [UKR/GOV] has not answered: shelling; 2 killed",
    ]
    assert text.splitlines()[: len(expected)] == expected


def test_reprints_are_named_under_the_first() -> None:
    text = story(Told(claim()), Told(claim(id="c-2", report="r-2"), report=COPY, copy_of="r-1"))
    assert text.count("**shelling**") == 1
    assert "    also in The Reprint\n" in text


@pytest.mark.parametrize(
    ("changes", "alone"),
    [
        ({}, False),
        ({"sentence": claim(part="title").sentence}, False),
        ({"type": "attack"}, True),
        ({"act": "deny"}, True),
        ({"voices": (voice(), voice(level=1))}, True),
    ],
)
def test_a_reprint_that_says_something_else_stands_alone(changes: dict[str, Any], alone: bool) -> None:
    entries = (Told(claim()), Told(claim(id="c-2", report="r-2", **changes), report=COPY, copy_of="r-1"))
    assert (len(folded(entries)) == 2) is alone


def test_a_link_shows_both_claims_and_all_reasons() -> None:
    out = io.BytesIO()
    other = claim(id="c-2", time=when("2025-06-05"), act="deny")
    found = (reason("days differ", -1.0), reason("both at Kolovets", 2.0))
    write_link(Link(claim(), other, reasons=found), "1 of 9", out)
    text = out.getvalue().decode()
    for part in ("1 of 9 · e-1", "c-1", "c-2", "2025-06-06", "2025-06-05", "deny", "+4.2 in all; 4.0 is enough"):
        assert part in text
    assert text.index("+2.0 both at Kolovets") < text.index("-1.0 days differ")


@pytest.mark.parametrize(
    ("first", "words"),
    [
        (FirstTime(stated=False, holds=None), ""),
        (FirstTime(stated=True, holds=None), "told as a first; not tested, as its day or place is unknown"),
        (
            FirstTime(stated=True, holds=False, earlier=("c-8",)),
            "told as a first, but the ledger has an earlier one: c-8",
        ),
        (
            FirstTime(stated=True, holds=False, earlier=("c-8", "c-9")),
            "told as a first, but the ledger has 2 earlier ones: c-8, c-9",
        ),
    ],
)
def test_a_first_in_words(first: FirstTime, words: str) -> None:
    assert phrases.first(first) == words


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (side("UKR/GOV"), "asserted by UKR/GOV since 2025-06-07"),
        (side("press", name="The Example Post", first=9), "asserted by The Example Post itself since 2025-06-09"),
        (side("RUS/MIL", "concedes"), "conceded by RUS/MIL since 2025-06-07"),
        (side("RUS/MIL", "denies", first=8), "denied by RUS/MIL since 2025-06-08"),
    ],
)
def test_a_side_in_words(made: Any, words: str) -> None:
    assert phrases.side(made) == words


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [(3, 3, 3, "3 killed"), (2, 3, 5, "2 to 5 killed, best 3"), (None, None, None, "some killed")],
)
def test_a_toll_in_words(low: int | None, best: int | None, high: int | None, words: str) -> None:
    assert phrases.toll(toll(low=low, best=best, high=high)) == words


def test_silence_in_words() -> None:
    assert phrases.silence(silence()) == "no answer by RUS/GOV (2025-06-08)"
