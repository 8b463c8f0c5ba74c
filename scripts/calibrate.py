"""Fit the weights of confidence on the corpus, and say how well calibrated they are on reports that nothing has seen.

    python scripts/calibrate.py [--reader NAME] [--write]

For each reader a logistic regression (ridge penalty, Newton's method) tells how likely a claim is wholly right, and how
likely its single fields are, as `sayso evaluate` compares them. The rules' weights are fitted on the parts train and
dev of corpus/, the trained reader's on dev alone, since it has seen train; figures are those of test. With --write the
weights go to src/sayso/vocabulary/confidence.yaml.
"""

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from sayso.evaluate.claims import FIELDS, WHOLE, match
from sayso.evaluate.compared import compared
from sayso.evaluate.gold import read_split
from sayso.grounding.confidence import features
from sayso.grounding.gazetteer import open_gazetteer
from sayso.grounding.ground import Grounder
from sayso.reader import open_reader
from sayso.settings import Settings
from sayso.text import lay_out

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/sayso/vocabulary/confidence.yaml"
NOTE = "# Weights of confidence, fitted on corpus/ by scripts/calibrate.py --write. Do not edit by hand.\n"
FITTED_ON = {"rules": ("train", "dev"), "scored": ("dev",)}
TOLD = ("type", "voice", "act", "polarity", "place", "time", "counts")
PENALTY = 3.0
BINS = 10

type Row = tuple[dict[str, float], dict[str, bool]]  # features; for each field that can be judged, whether it is right
type Vector = NDArray[np.float64]


def rows(split: str, settings: Settings) -> list[Row]:
    """Every claim that the reader finds in the texts of a part."""
    gazetteer = open_gazetteer(settings)
    reader, grounder = open_reader(settings, gazetteer), Grounder(gazetteer)
    found: list[Row] = []
    for story in read_split(ROOT / "corpus", split):
        for report in story.reports:
            pages = [page for page in lay_out(report) if page.part == "text"]
            graded = [pair for reading in reader.read(pages) for pair in grounder.graded(reading)]
            crowd = Counter(claim.sentence.start for claim, _ in graded)
            ours = [compared(claim) for claim, _ in graded]
            gold = {id(p): g for g, p in match(story.gold.get(report.id, ()), ours)}
            for (claim, scores), one in zip(graded, ours, strict=True):
                right = {"type": id(one) in gold, "whole": False}
                if g := gold.get(id(one)):
                    right |= {name: FIELDS[name](g, one) for name in TOLD if name != "type"}
                    right["whole"] = all(FIELDS[name](g, one) for name in WHOLE)
                found.append((features(claim, crowd[claim.sentence.start], scores), right))
    return found


def fit(data: list[tuple[dict[str, float], bool]], names: list[str]) -> Vector:
    """The weights in the order of `names`; the bias is not penalised."""
    x, y = table(data, names), np.array([right for _, right in data], dtype=float)
    penalty = np.full(len(names), PENALTY)
    penalty[names.index("bias")] = 0.01
    weights = np.zeros(len(names))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - penalty * weights
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(penalty), gradient)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def table(data: list[tuple[dict[str, float], bool]], names: list[str]) -> Vector:
    """The features of all rows as a matrix, in the order of `names`."""
    return np.array([[found.get(n, 0.0) for n in names] for found, _ in data])


def calibration_error(p: Vector, y: Vector) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015)."""
    at = np.minimum((p * BINS).astype(int), BINS - 1)
    filled = [at == b for b in range(BINS) if (at == b).any()]
    return float(sum(abs(p[one].mean() - y[one].mean()) * one.mean() for one in filled))


def of_field(data: list[Row], field: str) -> list[tuple[dict[str, float], bool]]:
    """The rows on which a field can be judged."""
    return [(found, right[field]) for found, right in data if field in right]


def main() -> None:
    """Fit, print how well calibrated the weights are on the test part, and with --write keep them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reader", help="rules, or the folder of a trained reader")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    settings = Settings.from_environment(reader=args.reader)
    kind = "rules" if settings.reader == "rules" else "scored"
    data = [row for split in FITTED_ON[kind] for row in rows(split, settings)]
    held = rows("test", settings)
    kept: dict[str, dict[str, float]] = {}
    for field in ("whole", *TOLD):
        mine, theirs = of_field(data, field), of_field(held, field)
        names = sorted({name for found, _ in mine for name in found})
        weights = fit(mine, names)
        kept[field] = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
        p, y = 1 / (1 + np.exp(-table(theirs, names) @ weights)), np.array([r for _, r in theirs], dtype=float)
        print(
            f"{field}: {len(y)} claims, right {y.mean():.3f}, expected calibration error {calibration_error(p, y):.3f}"
        )
        if field == "whole":
            for low, high in ((0, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.5), (0.5, 0.8), (0.8, 1.01)):
                held_in = (p >= low) & (p < high)
                if held_in.any():
                    print(
                        f"  {low:.1f} to {min(high, 1):.1f}: {held_in.sum():4d} claims, right {y[held_in].mean():.2f}"
                    )
            for least in (0.5, 0.8, 0.95):
                sure = p >= least
                print(
                    f"  at least {least}: {sure.sum()} claims" + (f", right {y[sure].mean():.2f}" if sure.any() else "")
                )
    if args.write:
        all_weights = (yaml.safe_load(TARGET.read_text(encoding="utf-8")) or {}) | {kind: kept}
        TARGET.write_text(NOTE + yaml.safe_dump(all_weights, sort_keys=True), encoding="utf-8")


if __name__ == "__main__":
    main()
