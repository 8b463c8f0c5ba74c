"""The open corpus is sound, and its checker sees what is wrong."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from files import load_file

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"


checker = load_file(ROOT / "scripts" / "check_corpus.py")

REPORT = {
    "id": "t-1",
    "published": "2024-05-10",
    "outlet": "Test Wire",
    "title": "Army takes village",
    "text": "The army took Oakham on Friday, killing two rebels, its spokesman said.",
}
RECORD = {
    "sentence": REPORT["text"],
    "trigger": "took",
    "type": "capture",
    "act": "assert",
    "polarity": "affirmed",
    "reality": "actual",
    "voices": [{"text": "its spokesman", "country": "GBR", "sector": "MIL", "name": None, "cue": "said"}],
    "agents": [{"text": "The army", "country": "GBR", "sector": "MIL"}],
    "targets": [],
    "places": [
        {
            "text": "Oakham",
            "name": "Oakham",
            "level": "settlement",
            "country": "GB",
            "admin1": "GB-RUT",
            "lat": 52.67,
            "lon": -0.73,
        }
    ],
    "time": {"text": "on Friday", "start": "2024-05-10", "end": "2024-05-10"},
    "counts": [{"what": "killed", "low": 2, "high": 2, "text": "two"}],
    "territory": {"holder": {"country": "GBR", "sector": "MIL"}, "relation": "controls", "place": 0},
    "first": False,
    "spans": {
        "sentence": [0, 71], "trigger": [9, 13], "time": [21, 30], "cues": [[66, 70]], "voices": [[52, 65]],
        "agents": [[0, 8]], "targets": [], "places": [[14, 20]], "counts": [[40, 43]],
    },
}  # fmt: skip
LAYERS: dict[str, list[Any]] = {"attributions": [], "places": [], "times": [], "actors": [], "counts": []}


def faults_of(record: dict[str, Any]) -> list[str]:
    story = checker.Story("test", [REPORT], {"t-1": [record]})
    return list(checker.faults_in([story]))


def test_the_corpus_has_no_fault() -> None:
    stories, faults = checker.load(CORPUS)
    assert faults + checker.faults_in(stories) == []


def test_the_corpus_is_large_enough_to_pin_floors_on() -> None:
    stories, _ = checker.load(CORPUS)
    assert len(stories) >= 5
    assert sum(len(s.records) for s in stories) >= 800


def test_every_type_and_act_is_in_it() -> None:
    stories, _ = checker.load(CORPUS)
    records = [r for s in stories for r in s.records]
    assert {r["type"] for r in records} == checker.TYPES
    assert {r["act"] for r in records} == checker.ACTS


def test_the_card_holds_the_present_counts() -> None:
    stories, _ = checker.load(CORPUS)
    card = (CORPUS / "README.md").read_text(encoding="utf-8")
    assert checker.with_table(card, checker.table(stories)) == card, "run: python scripts/check_corpus.py --readme"


def test_the_story_goes_from_claim_over_denial_and_silence_to_concession() -> None:
    stories, _ = checker.load(CORPUS)
    story = next(s for s in stories if s.name == "dnipropetrovsk-2025")
    days: dict[str, list[str]] = {}
    for report in story.reports:
        for record in story.gold[report["id"]]:
            if record["voices"] and record["voices"][-1]["sector"] in ("MIL", "GOV"):
                key = f"{record['voices'][-1]['country']} {record['act']}"
                in_region = any(p["name"] == "Dnipropetrovsk Oblast" for p in record["places"])
                if in_region or record["act"] == "no_response":
                    days.setdefault(key, []).append(report["published"])
    assert min(days["RUS assert"]) == "2025-06-08"
    assert min(days["UKR deny"]) == "2025-06-08"
    assert "UKR no_response" in days
    assert "2025-08-26" in days["UKR confirm"]


def test_a_sound_record_has_no_fault() -> None:
    assert faults_of(RECORD) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda r: r.update(sentence="The army took Oakham."), "the sentence is not in the report"),
        (lambda r: r.update(trigger="ill"), "as whole words"),
        (lambda r: r.update(type="battle"), "no type"),
        (lambda r: r.update(act="say"), "no act"),
        (lambda r: r.update(act="deny", polarity="negated"), "a denial keeps the polarity"),
        (lambda r: r.update(act="deny", voices=[]), "without a voice"),
        (lambda r: r.update(type="clash"), "clash with a territory"),
        (lambda r: r.update(territory=None), "capture without a territory"),
        (lambda r: r["territory"].update(place=1), "points at place 1 of 1"),
        (lambda r: r["territory"].update(relation="owns"), "no relation"),
        (lambda r: r["voices"][0].update(text="the general"), "is not in the report"),
        (lambda r: r["voices"][0].update(cue="claimed"), "cue 'claimed' is not in the report"),
        (lambda r: r["voices"][0].update(sector="ARM"), "no sector"),
        (lambda r: r["agents"][0].update(country="UK"), "no ISO 3166-1 alpha-3"),
        (lambda r: r["places"][0].update(country="GBR"), "no ISO 3166-1 alpha-2"),
        (lambda r: r["places"][0].update(admin1="FR-75"), "no ISO 3166-2"),
        (lambda r: r["places"][0].update(lat=152.67), "is not on Earth"),
        (lambda r: r["places"][0].update(level="village"), "no level"),
        (lambda r: r["time"].update(end="2024-05-09"), "is no range of days"),
        (lambda r: r["time"].update(start="2024-05-11", end="2024-05-11"), "lies after publication"),
        (lambda r: r["time"].update(start="10 May 2024"), "is no range of days"),
        (lambda r: r["counts"][0].update(low=3), "3 to 2"),
        (lambda r: r["counts"][0].update(low=None, high=None), "None to None"),
        (lambda r: r["counts"][0].update(what="dead"), "no kind of count"),
        (lambda r: r.pop("first"), "keys are"),
    ],
)
def test_a_spoiled_record_has_a_fault(spoil: Callable[[dict[str, Any]], object], fault: str) -> None:
    record = copy.deepcopy(RECORD)
    spoil(record)
    found = faults_of(record)
    assert any(fault in line for line in found), found


def test_main_tells_faults_by_its_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "story" / "gold"
    gold.mkdir(parents=True)
    (tmp_path / "story" / "reports.jsonl").write_text(json.dumps(REPORT) + "\n", encoding="utf-8")
    assert checker.main([str(tmp_path)]) == 1
    assert "t-1 has a report or a gold file, but not both" in capsys.readouterr().out
    (gold / "t-1.json").write_text(json.dumps({"id": "t-1", "records": [RECORD], **LAYERS}), encoding="utf-8")
    assert checker.main([str(tmp_path)]) == 0
    assert "| story | 1 | 12 | 1 | 1 |" in capsys.readouterr().out
