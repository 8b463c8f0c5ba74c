"""docs/output.md names every key of the public forms, and no other."""

import re
from pathlib import Path

import msgspec
import pytest

from sayso.desk.answers import Entry, Page
from sayso.fold.signals import Reason
from sayso.ledger.dump import Line
from sayso.model import (
    ActorMention,
    Annotation,
    Claim,
    CountMention,
    Event,
    EventPlace,
    EventToll,
    FirstTime,
    PlaceMention,
    Record,
    RegionStand,
    Report,
    Run,
    Side,
    Silence,
    Stand,
    TimeMention,
    Verdict,
    Voice,
    VoiceToll,
)
from sayso.output.copies import Reprint

PAGE = (Path(__file__).parents[2] / "docs" / "output.md").read_text(encoding="utf-8")


FORMS: dict[str, type[msgspec.Struct]] = {
    "A claim": Claim,
    "The mentions of a report": Annotation,
    "An event": Event,
    "Who holds what": Stand,
    "Regions": RegionStand,
    "Copies": Reprint,
    "A ledger": Line,
}
PARTS = (
    Voice, PlaceMention, TimeMention, CountMention, ActorMention, EventPlace, Side, Silence, EventToll, VoiceToll,
    FirstTime, Page, Entry, Reason, Report, Run, Verdict,
)  # fmt: skip


@pytest.mark.parametrize(("heading", "form"), FORMS.items())
def test_a_row_a_key(heading: str, form: type[msgspec.Struct]) -> None:
    section = PAGE.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == {"schema", *form.__struct_fields__}


@pytest.mark.parametrize("form", PARTS)
def test_every_key_within_is_described(form: type[Record]) -> None:
    missing = [key for key in form.__struct_fields__ if f"`{key}`" not in PAGE]
    assert not missing
