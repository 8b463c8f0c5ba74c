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


LONG_AGO = [
    "Rebels captured Lipova for the first time since the invasion began in 2022.",
    "Rebels captured Lipova for the first time since launching the invasion in 2022.",
    "Rebels captured Lipova for the first time after the invasion began in 2022.",
    "For the first time since the start of the invasion in 2022, rebels captured Lipova.",
]


@pytest.mark.parametrize("text", LONG_AGO)
def test_the_past_that_a_first_is_counted_from_has_its_own_time(parsed: Callable[[str], Parse], text: str) -> None:
    found = {d.type: d for d in drafts(parsed(text), "Lipova")}
    now, then = found["capture"], found["advance"]
    assert (now.first, [p.of(text) for p in now.places], now.times) == (True, ["Lipova"], ())
    assert (then.first, then.places, [t.of(text) for t in then.times]) == (False, (), ["2022"])


def test_the_past_lies_in_the_country_named_beside_it(parsed: Callable[[str], Parse]) -> None:
    text = "Rebels captured Lipova in Ukraine, years after the invasion began in 2014."
    found = {d.type: [p.of(text) for p in d.places] for d in drafts(parsed(text), "Lipova", "Ukraine")}
    assert found["advance"] == ["Ukraine"]


ONE_STORY = [
    ("Rebels have shelled Lipova since 2022.", "2022"),
    ("Rebels have shelled Lipova since the beginning of 2022.", "the beginning of 2022"),
    ("Two people died in Lipova after rebels shelled a bus on Friday.", "Friday"),
]


@pytest.mark.parametrize(("text", "time"), ONE_STORY)
def test_what_is_one_story_shares_time_and_place(parsed: Callable[[str], Parse], text: str, time: str) -> None:
    found = drafts(parsed(text), "Lipova")
    assert {tuple(p.of(text) for p in d.places) for d in found} == {("Lipova",)}
    assert {tuple(t.of(text) for t in d.times) for d in found} == {(time,)}
