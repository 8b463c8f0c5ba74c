"""Sayso's figures on the test part of its own corpus do not fall below the pinned floors."""

from importlib import resources
from pathlib import Path

import pytest
import yaml

from sayso.evaluate.claims import FIELDS, total
from sayso.evaluate.gold import read_split
from sayso.evaluate.run import evaluate
from sayso.settings import Settings

CORPUS = Path(__file__).parents[2] / "corpus"
FLOORS = yaml.safe_load((resources.files("sayso.evaluate") / "floors.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("reader", FLOORS)
def test_every_floor_is_a_figure(reader: str) -> None:
    assert set(FLOORS[reader]) == {"found F1", *FIELDS, "whole F1"}
    assert all(0 <= floor <= 1 for floor in FLOORS[reader].values())


@pytest.mark.parametrize("reader", FLOORS)
def test_figures_reach_their_floors(reader: str) -> None:
    scores = evaluate(read_split(CORPUS, "test"), Settings.from_environment(reader=reader))
    figures = total(scores.values()).figures()
    below = {name: (round(figures[name], 3), floor) for name, floor in FLOORS[reader].items() if figures[name] < floor}
    assert not below, f"figure: (now, floor) {below}"
