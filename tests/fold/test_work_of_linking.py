"""Linking compares a claim with what lies near it in days and place: ten times the days, ten times the work."""

from datetime import date, timedelta

import pytest
from factory import SIDES, c, members

from sayso.fold import link as linking
from sayso.fold.facet import Facet, Profile
from sayso.fold.signals import score


def compared(monkeypatch: pytest.MonkeyPatch, days: int) -> int:
    """How many comparisons the shelling of two villages on so many days takes."""
    times = 0

    def counting(facet: Facet, event: Profile) -> float:
        nonlocal times
        times += 1
        return score(facet, event)

    monkeypatch.setattr(linking, "score", counting)
    told = [
        c("shelling", "UKR/COP", at=at, day=str(date(2025, 1, 1) + timedelta(n)), report=f"r-{at}-{n}")
        for n in range(days)
        for at in ("Kolovets", "Lypka")
    ]
    linking.link(members(*told), SIDES)
    monkeypatch.undo()
    return times


def test_ten_times_the_days_are_ten_times_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = compared(monkeypatch, 30), compared(monkeypatch, 300)
    assert few > 30 and many <= 11 * few
