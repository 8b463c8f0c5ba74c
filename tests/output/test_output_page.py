"""docs/output.md names every key of the public forms."""

from pathlib import Path

import pytest

from sayso.model import Annotation, Claim, CountMention, PlaceMention, Record, TimeMention, Voice

PAGE = (Path(__file__).parents[2] / "docs" / "output.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", [Claim, Annotation, Voice, PlaceMention, TimeMention, CountMention])
def test_every_key_is_described(form: type[Record]) -> None:
    missing = [key for key in form.__struct_fields__ if f"`{key}`" not in PAGE]
    assert not missing
