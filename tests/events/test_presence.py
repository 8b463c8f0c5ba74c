"""Forces that are somewhere, and whose a place is, on invented sentences."""

from collections.abc import Callable

import pytest

from sayso.attribution.attribute import attribute
from sayso.events.extract import Found, extract
from sayso.language.parse import Parse
from sayso.model import Toponym
from sayso.model.span import Span

CASES = [
    ("Russian troops are inside the Lipova region.", ("advance", "affirmed", "entered", "Russian troops")),
    ("There are no rebels in the city of Lipova.", ("advance", "negated", "entered", "rebels")),
    ("The enemy is not in Lipova.", ("advance", "negated", "entered", "enemy")),
    ("Russian troops are at the edge of the Lipova region.", ("advance", "affirmed", "near", "Russian troops")),
    ("Our troops are still in Lipova.", ("control", "affirmed", "controls", "Our troops")),
    ("The village of Lipova is ours.", ("control", "affirmed", "controls", "ours")),
    ("The village of Lipova remained under Ukrainian control.", ("control", "affirmed", "controls", "Ukrainian")),
    ("Lipova is under the control of the army.", ("control", "affirmed", "controls", "army")),
    ("Lipova is in the hands of rebels.", ("control", "affirmed", "controls", "rebels")),
    ("The town of Lipova is held by Ukrainian forces.", ("control", "affirmed", "controls", "Ukrainian forces")),
    ("Enemy inside the Lipova region", ("advance", "affirmed", "entered", "Enemy")),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_presence(parsed: Callable[[str], Parse], text: str, expected: tuple[str, ...]) -> None:
    at = text.index("Lipova")
    found = Found(attributions=(), toponyms=[Toponym(span=Span(at, at + 6))])
    (draft,) = extract(parsed(text), found)
    holder = draft.holder.span.of(text) if draft.holder else None
    assert (draft.type, draft.polarity, draft.territory, holder) == expected


@pytest.mark.parametrize("text", ["Soldiers are in danger.", "The army is on the move.", "There is no doubt of it."])
def test_no_presence(parsed: Callable[[str], Parse], text: str) -> None:
    assert not [d for d in extract(parsed(text), Found(attributions=())) if d.type in {"advance", "control"}]


def test_our_troops_are_the_speakers(parsed: Callable[[str], Parse]) -> None:
    text = "“Our troops are still in the city,” the general said."
    parse = parsed(text)
    (draft,) = extract(parse, Found(attributions=attribute(parse)))
    assert draft.agents[0].antecedent is not None
    assert draft.agents[0].antecedent.of(text) == "the general"
