"""Fit the weights of claim confidence on the corpus, and say how well calibrated they are on stories left out.

    python scripts/calibrate.py [--write]

Fits a logistic regression (ridge penalty, Newton's method) to whether each claim that the reader finds in corpus/ is
wholly right by `sayso evaluate`. The expected calibration error is measured with each story left out in turn. With
--write the weights go to src/sayso/vocabulary/confidence.yaml.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.evaluate.claims import FIELDS, WHOLE, match
from sayso.evaluate.compared import compared
from sayso.evaluate.gold import read_gold
from sayso.grounding.confidence import features
from sayso.pipeline import read_claims
from sayso.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src/sayso/vocabulary/confidence.yaml"
PENALTY = 3.0
BINS = 10

type Row = tuple[str, dict[str, float], bool]
type Vector = NDArray[np.float64]


def rows() -> list[Row]:
    """(story, features, wholly right) of each claim found in the corpus."""
    found: list[Row] = []
    for story in read_gold(ROOT / "corpus"):
        for read in read_claims(story.reports, Settings.from_environment()):
            if read.report.id not in story.gold:
                continue
            claims = [c for c in read.claims if c.part == "text"]
            crowd = Counter(c.sentence.start for c in claims)
            ours = [compared(c) for c in claims]
            pairs = match(story.gold[read.report.id], ours)
            right = {id(p) for g, p in pairs if all(FIELDS[name](g, p) for name in WHOLE)}
            for claim, one in zip(claims, ours, strict=True):
                found.append((story.name, features(claim, crowd[claim.sentence.start]), id(one) in right))
    return found


def fit(data: list[Row], names: list[str]) -> Vector:
    """The weights in the order of `names`; the bias is not penalised."""
    x, y = table(data, names), np.array([right for *_, right in data], dtype=float)
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


def table(data: list[Row], names: list[str]) -> Vector:
    """The features of all rows as a matrix, in the order of `names`."""
    return np.array([[found.get(n, 0.0) for n in names] for _, found, _ in data])


def calibration_error(p: Vector, y: Vector) -> float:
    """Expected calibration error over equal-width bins (Naeini et al. 2015)."""
    at = np.minimum((p * BINS).astype(int), BINS - 1)
    filled = [at == b for b in range(BINS) if (at == b).any()]
    return float(sum(abs(p[one].mean() - y[one].mean()) * one.mean() for one in filled))


def main() -> None:
    """Print how well confidence is calibrated; with --write, fit the weights on all stories."""
    data = rows()
    names = sorted({name for _, found, _ in data for name in found})
    stories = sorted({story for story, *_ in data})
    p, y = [], []
    for left_out in stories:
        weights = fit([r for r in data if r[0] != left_out], names)
        held = [r for r in data if r[0] == left_out]
        p += list(1 / (1 + np.exp(-table(held, names) @ weights)))
        y += [right for *_, right in held]
    chances, truth = np.array(p), np.array(y, dtype=float)
    print(f"claims {len(data)}, wholly right {truth.mean():.3f}")
    print(f"expected calibration error, each story left out in turn: {calibration_error(chances, truth):.3f}")
    for low, high in ((0, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.5), (0.5, 1.01)):
        held_in = (chances >= low) & (chances < high)
        if held_in.any():
            print(
                f"confidence {low:.1f}-{min(high, 1):.1f}: {held_in.sum():4d} claims, right {truth[held_in].mean():.2f}"
            )
    if "--write" in sys.argv:
        weights = fit(data, names)
        lines = [f"{name!r}: {round(float(w), 3)}" for name, w in zip(names, weights, strict=True)]
        note = (
            "# Weights of claim confidence, fitted on corpus/ by scripts/calibrate.py --write. Do not edit by hand.\n"
        )
        TARGET.write_text(note + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
