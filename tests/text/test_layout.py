import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import BlockKind, Page, Report
from sayso.text import lay_out, markup_spans
from sayso.text.layout import BLOCK, PAGE

PROSE = (
    "Two drones hit a depot near the river port on Sunday, and the fire burnt until noon, the regional governor said."
)
MORE = (
    "Nobody was hurt, he added, but the road to the port stayed closed and buses were sent another way for the night."
)


def page(text: str, title: str | None = None) -> Page:
    return lay_out(Report(id="r", text=text, title=title, published=date(2025, 6, 9)))[0]


def blocks(text: str, title: str | None = None) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.span.of(text)) for b in page(text, title).blocks]


def read(text: str, title: str | None = None) -> list[str]:
    return [b.span.of(text) for b in page(text, title).read_blocks]


def test_furniture_between_paragraphs() -> None:
    text = f"{PROSE}\nAdvertisement\nAlso read: Ten dead in market blast\n\n{MORE}\nFollow us on X\n© 2025 The Wire"
    assert [k for k, _ in blocks(text)] == ["prose", "furniture", "furniture", "prose", "furniture", "furniture"]
    assert read(text) == [PROSE, MORE]


def test_credit_behind_the_last_sentence() -> None:
    text = f"{PROSE} (Reporting by Jane Doe; Editing by John Roe)"
    assert blocks(text)[0] == ("prose", PROSE)
    assert blocks(text)[1][0] == "credit"
    assert page(f"{PROSE} (AFP)").agency == "AFP"
    assert page(f"{PROSE}\nReuters").agency == "Reuters"


def test_caption_and_byline() -> None:
    text = f"By Jane Doe\nSmoke over the port, June 8, 2025 [John Roe/Reuters]\n{PROSE}"
    assert [k for k, _ in blocks(text)] == ["byline", "caption", "prose"]


def test_headings_are_read() -> None:
    text = f"- Strategic setback -\n{PROSE}\n## What comes next\n{MORE}"
    assert blocks(text) == [("heading", "Strategic setback -"), ("prose", PROSE), ("heading", "What comes next"), ("prose", MORE)]  # fmt: skip # noqa: E501


def test_links_in_capitals_are_other_stories() -> None:
    text = f"{PROSE}\nNEIGHBOUR WARNS AGAINST SENDING ARMS TO THE NORTH: 'GRAVE STEP'\n{MORE}"
    assert read(text) == [PROSE, MORE]
    shouted = "TWO DRONES HIT A DEPOT ON SUNDAY.\nTHE ROAD TO THE PORT STAYED CLOSED FOR THE NIGHT, OFFICIALS SAID."
    assert read(shouted) == shouted.split("\n")


def test_menus_but_not_lists_of_facts() -> None:
    menu = "Home\nWorld\nMiddle East\nBusiness\nCulture\nWeather\nVideo"
    facts = "\n".join(f"- Forces advanced near village number {n} on Sunday, monitors said." for n in range(6))
    text = f"{menu}\n{PROSE}\n{facts}"
    assert read(text) == [PROSE, *(line.removeprefix("- ") for line in facts.split("\n"))]


def test_headlines_under_related() -> None:
    text = (
        f"{PROSE}\nRelated articles\nTen dead in market blast in the capital\nTalks fail again in third round\n{MORE}"
    )
    assert read(text) == [PROSE, MORE]


@pytest.mark.parametrize("sentence", ["The port is shut.", "“We are staying,” she said."])
def test_short_sentences_under_related_are_kept(sentence: str) -> None:
    assert read(f"Related articles\n{sentence}\n{PROSE}") == [sentence, PROSE]


def test_lists_of_links() -> None:
    text = f"{PROSE}\n\n## Links\n\n- [Home](https://a.example/)\n- [{MORE}](https://a.example/x)\n- [About](/about)"
    assert read(text) == [PROSE]


def test_marks_between_sentences_are_cut_off() -> None:
    text = f"**{PROSE}** {MORE}[[iv]](https://a.example/<#_edn1>) _{PROSE}_"
    assert read(text) == [PROSE, MORE, PROSE]


def test_marks_inside_a_sentence_are_told() -> None:
    text = "The *army* [said](https://a.example/x_(y)) it had **left** the town of [Old Ford](https://a.example)."
    assert read(text) == [text]
    shown = list(text)
    for mark in markup_spans(text, 0, len(text)):
        shown[mark.start : mark.end] = " " * len(mark)
    assert " ".join("".join(shown).split()) == "The army said it had left the town of Old Ford ."


def test_tables_keep_their_words() -> None:
    text = f"{PROSE}\n| Place | Killed |\n|---|---|\n| Old Ford | 12 |"
    assert "Old Ford | 12" in "\n".join(read(text))
    assert "---" not in "\n".join(read(text))


@pytest.mark.parametrize(
    "front",
    [
        "Published June 8 2025 ", "Date of publication 8 June 2025 ", "8 June 2025 ", "Fri June 8 2025 ",
        "Saturday 8 June 2025 21:09 ", "Posted on June 8 2025 by Jane Doe ",
    ],
)  # fmt: skip
def test_day_in_front(front: str) -> None:
    text = front + PROSE
    assert blocks(text) == [("furniture", front.strip()), ("prose", PROSE)]
    undated = lay_out(Report(id="r", text=text))[0]
    assert undated.day == date(2025, 6, 8)


def test_years_of_a_chronicle_are_headings() -> None:
    assert blocks(f"1917\n{PROSE}")[0] == ("heading", "1917")


TITLE = "Depot near river port hit by two drones"


@pytest.mark.parametrize("title", [TITLE, f"{TITLE} - The Wire", f"{TITLE} | World | The Wire", TITLE.upper() + "!"])
@pytest.mark.parametrize("text", [f"{TITLE}\n{PROSE}", f"{TITLE}. {PROSE}", f"World\n{TITLE} | The Wire\n{PROSE}"])
def test_title_in_the_text_is_read_once(title: str, text: str) -> None:
    pages = lay_out(Report(id="r", text=text, title=title))
    assert [p.part for p in pages] == ["text"]
    assert "heading" in [b.kind for b in pages[0].blocks]
    assert PROSE in [b.span.of(text) for b in pages[0].read_blocks]


def test_title_twice_in_the_text_is_read_once() -> None:
    assert read(f"{TITLE}\n{TITLE}\n{PROSE}", TITLE) == [TITLE, PROSE]


def test_title_page() -> None:
    pages = lay_out(Report(id="r", text=PROSE, title=f" {TITLE} "))
    assert [p.part for p in pages] == ["text", "title"]
    assert [(b.kind, b.span.of(pages[1].text)) for b in pages[1].blocks] == [("heading", TITLE)]


def test_lines_broken_by_width_are_one_paragraph() -> None:
    wrapped = "\n".join(
        ("Two drones hit a depot near the river port on Sunday night and", "set fire to several tanks, the governor of",
         "the region said, adding that the road to the port was closed", "while crews fought the flames, which burnt",
         "until noon. Nobody was hurt, he said in a short statement to", "the press.")
    )  # fmt: skip
    assert read(wrapped + "\n\n" + wrapped) == [wrapped, wrapped]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_line_ends(end: str) -> None:
    assert read(f"\u200f{PROSE}\u200b \t{end}{end}\ufeff{MORE}") == [PROSE, MORE]


def test_long_texts_become_several_pages() -> None:
    paragraph = " ".join([PROSE] * 10)
    text = "\n".join([paragraph] * (2 * PAGE // len(paragraph) + 5))
    pages = lay_out(Report(id="r", text=text))
    assert len(pages) > 2
    assert all(p.text == text for p in pages)
    assert all(p.blocks[-1].span.end - p.blocks[0].span.start <= PAGE for p in pages)
    assert [b for p in pages for b in p.blocks] == sorted((b for p in pages for b in p.blocks), key=lambda b: b.span)
    assert sum(len(b.span) for p in pages for b in p.blocks) == len(text) - text.count("\n")


@pytest.mark.parametrize(
    "text",
    [
        "war " * 400_000, "x" * 1_000_000, "a, " * 300_000, "\n" * 500_000, "[" * 300_000, "[a](" * 100_000,
        "Abcd " * 200_000, "ABCD " * 200_000, "(AP " * 200_000, "A\n" * 100_000, "**a** " * 100_000, "- " * 200_000,
        "Word and " * 100_000, "1/2/" * 200_000, "_a" * 200_000, "\u200b" * 300_000, "<" * 300_000, "| " * 200_000,
    ],
    ids=range(18),
)  # fmt: skip
def test_odd_texts_do_not_hang(text: str) -> None:
    began = time.monotonic()
    pages = lay_out(Report(id="r", text=text, title="Abcd abcd abcd abcd"))
    assert time.monotonic() - began < 15
    assert all(len(b.span) <= BLOCK for p in pages for b in p.blocks if b.kind == "prose")


def test_nothing_to_read() -> None:
    pages = lay_out(Report(id="r", text=" \n\u200b\n"))
    assert [(p.part, p.blocks) for p in pages] == [("text", ())]


PIECES = st.sampled_from(
    ["Home", "MOSCOW, July 7 (Reuters) - ", "**", "_", "[x](http://a.b)", "[[i]](http://a.b/<#_x>)", "# ",
     "- ", "\n", "\r\n", "\u2028", "\u200f", "\ufeff", " ", "\t", "Read more", "(AFP)", ". ", "Published June 8 2025 ",
     PROSE, TITLE, "|", "By Jane Doe",
     "(Photo: AP)", "\ufffd", "’", "1917", "https://a.example/x", "©", "\n\n", "İ", "ﬁ", "ß"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    text=st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=30).map("".join),
    title=st.sampled_from([None, TITLE]),
)
def test_blocks_are_ordered_inside_the_text_and_apart(text: str, title: str | None) -> None:
    at = 0
    for part in lay_out(Report(id="r", text=text, title=title)):
        if part.part == "title":
            assert part.text == title
            continue
        assert part.text == text
        for block in part.blocks:
            assert at <= block.span.start < block.span.end <= len(text)
            at = block.span.end
        if part.dateline_place:
            assert part.dateline_place.end <= len(text)


def test_icons_and_one_word_links_are_no_headings() -> None:
    icons = "bars\nbin\ncloud\ndown-chevron\nplay-button\nnext"
    assert read(f"{icons}\n{PROSE}") == [PROSE]


def test_last_item_of_a_menu_may_be_a_heading() -> None:
    text = f"Home\nWorld\nNews\nSport\nLog in\nBattle for Old Ford\n{PROSE}"
    assert blocks(text)[-2:] == [("heading", "Battle for Old Ford"), ("prose", PROSE)]


def test_sentence_that_goes_on_in_the_next_line() -> None:
    text = "According to the refugee agency, more than\nthirteen million people\nhave left their homes.\nA Second One"
    assert read(text) == [text.rpartition("\n")[0], "A Second One"]


def test_blocks_of_a_title_and_a_day_in_one_line() -> None:
    text = f"{TITLE} AFP Sunday 8 June 2025 {PROSE}"
    assert blocks(text, TITLE) == [("heading", TITLE), ("furniture", "AFP Sunday 8 June 2025"), ("prose", PROSE)]


def test_short_paragraphs_are_not_joined() -> None:
    lines = [f"Forces advanced near village number {n} on Sunday, a monitor said." for n in range(9)]
    assert read("\n".join(lines)) == lines
