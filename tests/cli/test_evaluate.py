"""`sayso evaluate` prints the figures of claims that are given."""

import json
from pathlib import Path

import pytest
from invented_claims import TEXT, claim

from sayso.cli.main import main
from sayso.output.lines import line


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "story"
    (folder / "gold").mkdir(parents=True)
    (folder / "reports.jsonl").write_text(json.dumps({"id": "r-1", "text": TEXT}) + "\n")
    record = {
        "sentence": TEXT, "trigger": "shelling", "type": "shelling", "act": "assert", "polarity": "affirmed",
        "reality": "actual", "voices": [{"country": "UKR", "sector": "GOV"}], "time": None, "counts": [],
        "places": [{"level": "settlement", "country": "UA", "admin1": None, "lat": 48.6, "lon": 36.1}],
    }  # fmt: skip
    (folder / "gold" / "r-1.json").write_text(json.dumps({"id": "r-1", "records": [record]}))
    return tmp_path


def test_figures(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = gold / "claims.jsonl"
    claims.write_bytes(line(claim()) + line(claim(id="c-2", report="stray")))
    assert main(["evaluate", str(gold), "--claims", str(claims), "--per-report"]) == 0
    one, whole = json.loads(capsys.readouterr().out)
    assert (one["report"], whole["report"]) == ("story/r-1", "all 1")
    assert (whole["gold"], whole["claims"], whole["found F1"], whole["whole F1"]) == (1, 1, 1.0, 1.0)
    assert (whole["time"], whole["counts"]) == (0.0, 0.0)


def test_what_is_no_claim_is_told(gold: Path, capsys: pytest.CaptureFixture[str]) -> None:
    claims = gold / "claims.jsonl"
    claims.write_text("{}\n")
    assert main(["evaluate", str(gold), "--claims", str(claims)]) == 2
    assert "line 1: " in capsys.readouterr().err
