from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_texts import part, text

from sayso.copies import MOST_CANDIDATES, SHARE, KeyIndex, containment, copy_pairs, keys, pairs_with, shingles
from sayso.model import PER_KEY, CopyPair, Report

FURNITURE = text(-1, 60)
PARAGRAPHS = st.lists(st.integers(0, 12), min_size=1, max_size=6)


def reports(texts: Iterable[str]) -> list[Report]:
    return [Report(id=f"r{at:05}", text=words) for at, words in enumerate(texts)]


def names(*texts: str) -> list[tuple[str, str]]:
    return sorted((p.a, p.b) for p in copy_pairs(reports(texts)))


def compared(texts: Iterable[str]) -> list[int]:
    """How many earlier reports each report is compared with."""
    index, numbers = KeyIndex(), []
    for report in reports(texts):
        own = keys(report.text)
        numbers.append(len(index.candidates(own)))
        index.add(report.id, own)
    return numbers


@pytest.mark.parametrize(
    ("other", "copied"),
    [
        (text(1), True),
        (f"Another headline\n{text(1)}", True),
        (part(text(1), 0, 1 / 3), True),
        (f"{text(2)} {text(1)} {text(3)}", True),
        (f"{text(2)} {part(text(1), 0, 0.4)}", True),
        (f"{text(2)} {part(text(1), 0, 0.2)}", False),  # a quotation
        (text(2), False),
        ("", False),
    ],
)
def test_pairs_of_two(other: str, copied: bool) -> None:
    assert names(text(1), other) == ([("r00000", "r00001")] if copied else [])


def test_empty_and_very_short_reports_are_no_copies() -> None:
    assert names("", "", "Shells fell on Ardun", "Shells fell on Ardun") == []
    assert names("Shells fell on Ardun again", "Shells fell on Ardun again") == [("r00000", "r00001")]


def test_one_report_at_a_time() -> None:
    texts = {"a": text(1), "b": text(2), "z": f"{part(text(1), 0, 0.5)} {text(3)}"}
    found = pairs_with(
        "m", shingles(text(1)), {key: shingles(words) for key, words in texts.items()} | {"m": shingles("")}
    )
    assert found == (CopyPair(a="a", b="m", containment=1.0), CopyPair(a="m", b="z", containment=found[1].containment))
    assert 0.45 < found[1].containment < 0.5


@settings(max_examples=40)
@given(st.lists(PARAGRAPHS, max_size=8))
def test_batches_find_what_comparing_all_with_all_finds_in_any_order(stories: list[list[int]]) -> None:
    batch = reports("\n".join(text(number, 80) for number in story) for story in stories)
    sets = {report.id: shingles(report.text) for report in batch}
    expected = {(a, b) for a in sets for b in sets if a < b and containment(sets[a], sets[b]) >= SHARE}
    pairs = set(copy_pairs(batch))
    assert {(p.a, p.b) for p in pairs} == expected
    assert set(copy_pairs(batch[::-1])) == pairs


def test_ten_times_the_reports_are_ten_times_the_work() -> None:
    """Every fifth report is a copy of the one before, and all of them stand on pages with the same furniture."""
    work = compared(f"{text(at - (at % 5 == 1), 120)}\n{FURNITURE}" for at in range(2000))
    assert max(work) <= MOST_CANDIDATES
    assert sum(work[-300:]) <= 1.05 * sum(work[PER_KEY : PER_KEY + 300])


def test_a_text_with_any_number_of_copies_is_found() -> None:
    work = compared(f"{text(at, 20)} {text(-2)}" for at in range(PER_KEY + 100))
    assert work[-1] == MOST_CANDIDATES


def test_copies_come_before_furniture() -> None:
    index = KeyIndex()
    for at in range(PER_KEY):
        index.add(f"a{at}", keys(f"{text(at)} {FURNITURE}"))
    index.add("copy", keys(text(1000)))
    assert index.candidates(keys(f"{text(1000)} {FURNITURE}"))[0] == "copy"
