"""Which claims are marked as disputed."""

from typing import Any

import pytest
from invented_claims import claim, place, voice, when

from sayso.model import Claim
from sayso.output.disputes import disputes


def denial(**changes: Any) -> Claim:
    return claim(**({"id": "c-2", "report": "r-2", "act": "deny"} | changes))


@pytest.mark.parametrize("act", ["deny", "refuse"])
def test_a_contrary_act_marks_itself(act: str) -> None:
    assert set(disputes([claim(act=act)])) == {"c-1"}


@pytest.mark.parametrize("act", ["demand", "predict", "promise", "threaten", "no_response"])
def test_other_acts_are_not_marked(act: str) -> None:
    assert disputes([claim(act=act), denial()]).keys() == {"c-2"}


@pytest.mark.parametrize(
    ("changes", "marked"),
    [
        ({}, True),
        ({"type": "capture"}, False),
        ({"places": ()}, False),
        ({"time": when("2025-06-13")}, True),
        ({"time": when("2025-06-14")}, False),
        ({"time": when("2025-05-01", "2025-05-30")}, True),
        ({"time": when("2025-05-01", "2025-05-29")}, False),
        ({"time": None, "published": "2025-06-10"}, True),
        ({"time": None, "published": "2025-07-10"}, False),
        ({"time": None, "published": None}, False),
        ({"places": (place(id="geonames:2", admin1="UA-12", lat=47.0),)}, True),
        ({"places": (place(id="geonames:2", admin1="UA-14", lat=48.9),)}, True),  # 44 km
        ({"places": (place(id="geonames:2", admin1="UA-14", lat=49.0),)}, False),  # 56 km
        ({"places": (place(id="geonames:2", admin1=None, lat=None, lon=None),)}, False),
        ({"places": (place(id="iso:UA", level="country", admin1=None),)}, False),
    ],
)
def test_a_denial_marks_what_it_denies(changes: dict[str, Any], marked: bool) -> None:
    assert ("c-1" in disputes([claim(), denial(**changes)])) is marked


def test_the_reason_names_who_denies() -> None:
    assert disputes([claim(), denial(voices=(voice("people", None),))])["c-1"] == "denied by people"


def test_without_days_only_the_same_report_counts() -> None:
    undated = {"time": None, "published": None}
    assert "c-1" in disputes([claim(**undated), denial(**undated, report="r-1")])
    assert "c-1" not in disputes([claim(**undated), denial(**undated)])
