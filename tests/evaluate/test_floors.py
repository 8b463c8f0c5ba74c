"""Sayso's figures on its own corpus do not fall below the pinned floors."""

from importlib import resources
from pathlib import Path

import yaml

from sayso.evaluate.claims import FIELDS, total
from sayso.evaluate.gold import read_gold
from sayso.evaluate.run import evaluate
from sayso.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
FLOORS = yaml.safe_load((resources.files("sayso.evaluate") / "floors.yaml").read_text(encoding="utf-8"))


def test_every_floor_is_a_figure() -> None:
    assert set(FLOORS) == {"found F1", *FIELDS, "whole F1"}
    assert all(0 <= floor <= 1 for floor in FLOORS.values())


def test_figures_reach_their_floors() -> None:
    scores = evaluate(read_gold(CORPUS), Settings.from_environment())
    figures = total(scores.values()).figures()
    below = {name: (round(figures[name], 3), floor) for name, floor in FLOORS.items() if figures[name] < floor}
    assert not below, f"figure: (now, floor) {below}"
