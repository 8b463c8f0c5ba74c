"""How far two annotators who worked apart agree, by field.

    python scripts/agreement.py CORPUS SECOND

CORPUS and SECOND are folders of STORY/gold/ID.json; SECOND holds another annotation of some of the reports, as
corpus/twice does; it may have no layers of mentions. Claims
are matched as `sayso evaluate` matches them; mentions agree where their spans do, attributions where contents overlap
by half.
"""

import json
import sys
from pathlib import Path
from typing import Any

from sayso.evaluate.claims import f1, score_reports, total
from sayso.evaluate.gold import read_gold


def mentions(folder: Path, layer: str, reports: set[str]) -> set[tuple[Any, ...]]:
    """The spans of a layer: (report, start, end)."""
    return {
        (path.stem, m["start"], m["end"])
        for path in folder.glob("*/gold/*.json")
        if path.stem in reports
        for m in json.loads(path.read_text(encoding="utf-8")).get(layer, ())
    }


def contents(folder: Path, reports: set[str]) -> dict[str, list[frozenset[int]]]:
    """The characters of each attribution's content, by report."""
    return {
        path.stem: [
            frozenset(i for piece in a["content"] for i in range(piece["start"], piece["end"]))
            for a in json.loads(path.read_text(encoding="utf-8")).get("attributions", ())
        ]
        for path in folder.glob("*/gold/*.json")
        if path.stem in reports
    }


def overlap(ones: dict[str, list[frozenset[int]]], others: dict[str, list[frozenset[int]]]) -> float:
    """F1 of contents whose intersection is half of their union or more, one to one."""
    hits = 0
    for report, mine in ones.items():
        theirs = list(others.get(report, ()))
        for a in mine:
            best = max(theirs, key=lambda b, a=a: len(a & b) / max(1, len(a | b)), default=None)
            if best is not None and 2 * len(a & best) >= len(a | best):
                hits += 1
                theirs.remove(best)
    return f1(hits, sum(map(len, ones.values())), sum(map(len, others.values())))


def main() -> None:
    """Print the figures."""
    first, second = Path(sys.argv[1]), Path(sys.argv[2])
    twice = {report: claims for story in read_gold(second) for report, claims in story.gold.items()}
    once = {r: claims for story in read_gold(first) for r, claims in story.gold.items() if r in twice}
    whole = total(score_reports(once, twice).values())
    print(f"{whole.reports} reports, {whole.gold} and {whole.claims} claims")
    print(" ".join(f"{name} {value:.3f}" for name, value in whole.figures().items()))
    reports = set(once)
    for layer in ("places", "times", "counts"):
        a, b = mentions(first, layer, reports), mentions(second, layer, reports)
        if a and b:
            print(f"{layer}: F1 {f1(len(a & b), len(a), len(b)):.3f}")
    ones, others = contents(first, reports), contents(second, reports)
    if any(ones.values()) and any(others.values()):
        print(f"attributions, contents: F1 {overlap(ones, others):.3f}")


if __name__ == "__main__":
    main()
