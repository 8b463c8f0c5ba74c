"""docs/output.md names every key of the public forms, and no other."""

import re
from pathlib import Path

import pytest

from sayso.model import ActorMention, Annotation, Claim, CountMention, PlaceMention, Record, TimeMention, Voice

PAGE = (Path(__file__).parents[2] / "docs" / "output.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("heading", "form"), [("A claim", Claim), ("The mentions of a report", Annotation)])
def test_a_row_a_key(heading: str, form: type[Record]) -> None:
    section = PAGE.split(f"## {heading}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?`) \|", section, re.MULTILINE)
    assert {key for row in rows for key in re.findall(r"`(\w+)`", row)} == {"schema", *form.__struct_fields__}


@pytest.mark.parametrize("form", [Voice, PlaceMention, TimeMention, CountMention, ActorMention])
def test_every_key_within_is_described(form: type[Record]) -> None:
    missing = [key for key in form.__struct_fields__ if f"`{key}`" not in PAGE]
    assert not missing
