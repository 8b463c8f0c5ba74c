"""How well events group reports: B-cubed (Bagga and Baldwin 1998) against groups that a gold standard gives.

    sayso events --format jsonl > events.jsonl
    sayso claims --format jsonl > claims.jsonl
    python scripts/bcubed.py events.jsonl claims.jsonl GOLD.jsonl --by event_date,governorate

GOLD has a line a report: `report` and the fields that make its group. A report belongs to the event of its main claim:
the first claim of its text, in reading order, that counts dead, else the first of a violent type, else the first that
has an event; a report without any is alone. Beside the figure stand two that need no events (every report alone; all
reports of one day and the gold's other fields together), and how many events have tolls on which voices disagree.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

VIOLENT = (
    "clash", "advance", "capture", "control", "withdrawal", "shelling", "air_strike", "bombing", "attack",
    "interception", "casualties", "destruction", "detention",
)  # fmt: skip

type Row = dict[str, Any]


def bcubed(found: Mapping[str, object], gold: Mapping[str, object]) -> tuple[float, float, float]:
    """Precision, recall and F1 over the reports of the gold standard."""
    together, wanted = _groups(found, gold), _groups(gold, gold)
    shared = {report: len(together[report] & wanted[report]) for report in gold}
    precision = sum(shared[r] / len(together[r]) for r in gold) / len(gold)
    recall = sum(shared[r] / len(wanted[r]) for r in gold) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _groups(named: Mapping[str, object], reports: Iterable[str]) -> dict[str, set[str]]:
    groups: defaultdict[object, set[str]] = defaultdict(set)
    for report in reports:
        groups[named[report]].add(report)
    return {report: groups[named[report]] for report in reports}


def main_events(claims: Iterable[Row], events: Iterable[Row]) -> dict[str, str]:
    """Report -> the event of its main claim."""
    event_of: dict[str, str] = {}
    for event in events:
        for claim in event["claims"]:
            event_of.setdefault(claim, event["id"])
    of_report: defaultdict[str, list[Row]] = defaultdict(list)
    for claim in claims:
        if claim["id"] in event_of and claim["polarity"] == "affirmed" and claim["reality"] == "actual":
            of_report[claim["report"]].append(claim)
    return {report: event_of[min(found, key=_rank)["id"]] for report, found in of_report.items()}


def _rank(claim: Row) -> tuple[int, bool, int]:
    kills = any(c["what"] == "killed" and (c["low"] or c["high"]) for c in claim["counts"])
    return 0 if kills else 1 if claim["type"] in VIOLENT else 2, claim["part"] != "text", claim["trigger"]["start"]


def disagreeing(events: Iterable[Row]) -> list[tuple[Row, Row]]:
    """The events and tolls of which voices give different numbers."""
    return [
        (event, toll)
        for event in events
        for toll in event["counts"]
        if len({(by["low"], by["high"]) for by in toll["by"]}) > 1
    ]


def read(path: Path) -> list[Row]:
    """The rows of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("events", "claims", "gold"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--by", required=True, help="fields of the gold standard that make a group, with commas")
    given = parser.parse_args()
    events, claims, rows = read(given.events), read(given.claims), read(given.gold)
    fields = given.by.split(",")
    gold = {row["report"]: tuple(row[field] for field in fields) for row in rows}
    days = {claim["report"]: claim["published"] for claim in claims}
    found: dict[str, object] = {report: f"alone {report}" for report in gold} | main_events(claims, events)
    print(f"{len(gold)} reports, {len(set(gold.values()))} gold groups, {len({found[r] for r in gold})} found")
    same_day = {report: (days.get(report, report), *group[1:]) for report, group in gold.items()}
    for name, grouping in (("events", found), ("alone", {r: r for r in gold}), ("same day", same_day)):
        print("{:9} B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(name, *bcubed(grouping, gold)))
    differ = disagreeing(events)
    print(f"{len({event['id'] for event, _ in differ})} of {len(events)} events have tolls on which voices disagree")
    for event, toll in differ[:10]:
        said = "; ".join(f"{by['name'] or by['voice']} {by['low']}-{by['high']}" for by in toll["by"])
        print(f"  {event['start']} {event['places'][0]['name']}: {toll['what']} {toll['low']}-{toll['high']} ({said})")


if __name__ == "__main__":
    main()
