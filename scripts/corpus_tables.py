"""The corpus as Parquet, for pandas and `datasets`: one file a part, and one table of claims.

    python scripts/corpus_tables.py OUT_FOLDER

Writes reports-train.parquet, reports-dev.parquet and reports-test.parquet (a row a report, with its annotations as
lists of records) and claims.parquet (a row a claim, the first place and the innermost voice in columns of their own).
"""

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

ROOT = Path(__file__).resolve().parents[1]
LAYERS = ("attributions", "places", "times", "actors", "counts")
LICENCE = {"licence": "CC BY 4.0", "title": "The open Sayso corpus", "creator": "The Sayso authors"}


def rows(corpus: Path) -> list[dict[str, Any]]:
    """A row a report: what it is, its part, and its gold standard."""
    splits = json.loads((corpus / "splits.json").read_text(encoding="utf-8"))
    part = {story: name for name, stories in splits.items() for story in stories}
    found = []
    for path in sorted(corpus.glob("*/reports.jsonl")):
        story = path.parent.name
        for line in path.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            gold = json.loads((path.parent / "gold" / f"{report['id']}.json").read_text(encoding="utf-8"))
            layers = {name: gold[name] for name in LAYERS}
            found.append(
                {**report, "story": story, "split": part.get(story, "train"), "claims": gold["records"]} | layers
            )
    return found


def claims(reports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row a claim."""
    found = []
    for report in reports:
        for c in report["claims"]:
            voice, place = (c["voices"] or [{}])[-1], (c["places"] or [{}])[0]
            killed = next((n for n in c["counts"] if n["what"] == "killed"), {})
            found.append({
                "report": report["id"], "story": report["story"], "split": report["split"],
                "published": report["published"], "outlet": report["outlet"], "sentence": c["sentence"],
                "trigger": c["trigger"], "type": c["type"], "act": c["act"], "polarity": c["polarity"],
                "reality": c["reality"], "voice": voice.get("text"), "voice_country": voice.get("country"),
                "voice_sector": voice.get("sector"), "cue": voice.get("cue"), "place": place.get("name"),
                "place_level": place.get("level"), "place_country": place.get("country"),
                "place_admin1": place.get("admin1"), "lat": place.get("lat"), "lon": place.get("lon"),
                "start": (c["time"] or {}).get("start"), "end": (c["time"] or {}).get("end"),
                "killed_low": killed.get("low"), "killed_high": killed.get("high"), "first": c["first"],
            })  # fmt: skip
    return found


def write(table: list[dict[str, Any]], path: Path) -> None:
    """One file, with the licence in its metadata."""
    made = pa.Table.from_pylist(table)
    pq.write_table(made.replace_schema_metadata({**(made.schema.metadata or {}), **LICENCE}), path, compression="zstd")
    print(f"{path}: {made.num_rows} rows, {path.stat().st_size / 1000:.0f} kB")


def main() -> None:
    """The command line."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    reports = rows(ROOT / "corpus")
    for split in ("train", "dev", "test"):
        write([r for r in reports if r["split"] == split], out / f"reports-{split}.parquet")
    write(claims(reports), out / "claims.parquet")


if __name__ == "__main__":
    main()
