"""Gold standards are read in both layouts, and one that does not fit its reports is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import SaysoError
from sayso.evaluate.compared import Place
from sayso.evaluate.gold import read_gold
from sayso.model import Span

TEXT = "It rained. Shells fell on Kolovets, the mayor said. It rained. Shells fell on Kolovets, the mayor said."
SENTENCE = "Shells fell on Kolovets, the mayor said."


def record(**changes: Any) -> dict[str, Any]:
    return {
        "sentence": SENTENCE, "trigger": "fell", "type": "shelling", "act": "assert", "polarity": "affirmed",
        "reality": "actual", "first": False, "agents": [], "targets": [], "territory": None, "counts": [],
        "voices": [{"text": "the mayor", "country": "UKR", "sector": "GOV", "name": None, "cue": "said"}],
        "places": [{"text": "Kolovets", "name": "Kolovets", "level": "settlement", "country": "UA", "admin1": "UA-12",
                    "lat": 48, "lon": 36}],
        "time": {"text": None, "start": "2025-06-06", "end": "2025-06-06"},
    } | changes  # fmt: skip


def lay(folder: Path, records: list[dict[str, Any]], gold_id: str = "r-1") -> Path:
    (folder / "gold").mkdir(parents=True)
    annotated = {"id": "r-1", "published": "2025-06-07", "outlet": "The Post", "title": None, "text": TEXT}
    reports = [annotated, {"id": "r-2", "published": None, "outlet": None, "title": None, "text": "Nobody read this."}]
    (folder / "reports.jsonl").write_text("".join(json.dumps(r) + "\n" for r in reports))
    (folder / "gold" / f"{gold_id}.json").write_text(json.dumps({"id": gold_id, "records": records}))
    return folder


@pytest.mark.parametrize("inner", ["", "story"])
def test_both_layouts(tmp_path: Path, inner: str) -> None:
    lay(tmp_path / inner, [record(), record()])
    (story,) = read_gold(tmp_path)
    assert [r.id for r in story.reports] == ["r-1", "r-2"]
    assert story.gold.keys() == {"r-1"}
    first = story.gold["r-1"][0]
    assert first.sentence == Span(11, 51)
    assert first.trigger.of(TEXT) == "fell"
    assert first.voice == ("UKR", "GOV")
    assert first.place == Place("settlement", "UA", "UA-12", 48.0, 36.0)
    assert first.days == ("2025-06-06", "2025-06-06")


def test_a_holder_may_be_missing(tmp_path: Path) -> None:
    territory = {"holder": None, "relation": "contests", "place": 0}
    (story,) = read_gold(lay(tmp_path, [record(territory=territory)]))
    assert story.gold["r-1"][0].territory == ("contests", None)


@pytest.mark.parametrize(
    ("records", "part"),
    [([record(sentence="Not there.")], "is not in the report"), ([{"type": "aid"}], "missing required field")],
)
def test_gold_that_does_not_fit(tmp_path: Path, records: list[dict[str, Any]], part: str) -> None:
    with pytest.raises(SaysoError, match=part):
        read_gold(lay(tmp_path, records))


def test_no_gold(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="holds no gold standard"):
        read_gold(lay(tmp_path, [record()], gold_id="another"))
