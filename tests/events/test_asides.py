"""What stands apart from the happening of its sentence. All sentences are invented."""

from collections.abc import Callable

import pytest

from sayso.attribution.attribute import attribute
from sayso.events.extract import Found, extract
from sayso.language.parse import Parse
from sayso.mentions.times import find_times
from sayso.model import Draft, Span, Toponym


def drafts(parse: Parse, *places: str) -> tuple[Draft, ...]:
    text = parse.page.text
    toponyms = [Toponym(span=Span(text.index(p), text.index(p) + len(p))) for p in places]
    times = find_times(text, parse.page.day)
    return extract(parse, Found(attributions=attribute(parse), toponyms=toponyms, times=times))


SET_AGAINST = [
    "Rebels captured Lipova, unlike Dubova, Borova and Sosnova.",
    "Unlike Dubova, Borova and Sosnova, Lipova was captured by rebels.",
    "In contrast to Dubova, Borova and Sosnova, Lipova was captured.",
    "Rebels captured Lipova, as opposed to Dubova, Borova and Sosnova.",
    "Apart from Dubova, Borova and Sosnova, rebels captured Lipova.",
    "Rebels captured all of Lipova except Dubova, Borova and Sosnova.",
]


@pytest.mark.parametrize("text", SET_AGAINST)
def test_what_a_happening_is_set_against_is_no_place_of_it(parsed: Callable[[str], Parse], text: str) -> None:
    (draft,) = drafts(parsed(text), "Lipova", "Dubova", "Borova", "Sosnova")
    assert [p.of(text) for p in draft.places] == ["Lipova"]


def test_what_happened_there_keeps_its_place(parsed: Callable[[str], Parse]) -> None:
    text = "Unlike Dubova, which rebels captured on Friday, Lipova was shelled."
    found = drafts(parsed(text), "Lipova", "Dubova")
    assert {d.type: [p.of(text) for p in d.places] for d in found} == {"capture": ["Dubova"], "shelling": ["Lipova"]}
