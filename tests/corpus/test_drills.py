"""The drills can be read, and what is wrong in one is told."""

from pathlib import Path

import pytest
from files import load_file

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "corpus" / "drills").glob("*.txt"))


drills = load_file(ROOT / "training" / "drills.py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_all_items_of_a_file_can_be_read(path: Path) -> None:
    found = [drills.parse(item) for _, item in drills.items(path)]
    assert len(found) >= 15
    assert sum(len(drill.marks) for drill in found) > 20


def test_one_item_in_six_or_more_holds_no_claim() -> None:
    found = [drills.parse(item) for path in FILES for _, item in drills.items(path)]
    assert sum(not drill.marks for drill in found) * 6 >= len(found)


def test_marks_leave_the_text_and_keep_their_places() -> None:
    drill = drills.parse(
        "<s1>The ministry</s1> <q1>said</q1> <c1>its troops had [taken|capture controls @Sumy] <p>Sumy</p></c1>. "
        "It was [not clear|statement no_response neg by=1] when."
    )
    assert drill.text == "The ministry said its troops had taken Sumy. It was not clear when."
    said = drill.said[1]
    taken, silent = drill.marks

    def words(at: tuple[int, int]) -> str:
        return str(drill.text[slice(*at)])

    assert [words(at) for part in "sqc" for at in said[part]] == ["The ministry", "said", "its troops had taken Sumy"]
    assert (words(taken.at), taken.type, taken.relation) == ("taken", "capture", "controls")
    assert words(taken.places[0]) == "Sumy"
    assert (silent.act, silent.polarity, silent.by) == ("no_response", "negated", 1)


def test_of_two_mentions_of_a_place_the_nearest_before_the_trigger_is_meant() -> None:
    drill = drills.parse("<p>Sumy</p> slept. <p>Sumy</p> was [hit|shelling @Sumy], and <p>Sumy</p> burnt.")
    assert drill.marks[0].places == ((12, 16),)


@pytest.mark.parametrize(
    ("item", "fault"),
    [
        ("<s1>He</q1> said", "closes nothing"),
        ("<s1>He said", "not closed"),
        ("He [ran|dash]", "no type"),
        ("He [ran|attack fast]", "cannot read 'fast'"),
        ("They [took|capture] it", "needs a relation"),
        ("They [hit|attack controls] it", "has no relation"),
        ("They [hit|attack @Sumy] it", "no <p>Sumy</p>"),
        ("They [hit|attack by=1] it", "cannot read 'by=1'"),
        ("<q1>said</q1> nothing", "a cue but no content"),
        ("one < two", "a stray <"),
    ],
)
def test_what_is_wrong_is_told(item: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        drills.parse(item)


def test_items_are_apart_by_empty_lines_and_know_their_first_line(tmp_path: Path) -> None:
    path = tmp_path / "d.txt"
    path.write_text("One.\nTwo.\n\n\nThree.\n", encoding="utf-8")
    assert drills.items(path) == [(1, "One.\nTwo."), (5, "Three.")]
