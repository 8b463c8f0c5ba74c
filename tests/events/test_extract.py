"""Whole drafts from invented sentences."""

from collections.abc import Callable

from sayso.attribution.attribute import attribute
from sayso.events.extract import Found, extract
from sayso.events.relevance import is_about_conflict
from sayso.language.parse import Parse
from sayso.model import Draft, Report, Toponym
from sayso.model.span import Span


def drafts(parse: Parse, *places: str) -> tuple[Draft, ...]:
    text = parse.page.text
    toponyms = [Toponym(span=Span(text.index(p), text.index(p) + len(p))) for p in places]
    return extract(parse, Found(attributions=attribute(parse), toponyms=toponyms))


def test_a_voice_a_happening_and_its_place(parsed: Callable[[str], Parse]) -> None:
    text = "The defence ministry said its troops had captured the village of Lipova."
    (draft,) = drafts(parsed(text), "Lipova")
    assert (draft.type, draft.act, draft.polarity, draft.reality) == ("capture", "assert", "affirmed", "actual")
    assert [v.mention.span.of(text) for v in draft.voices] == ["The defence ministry"]
    assert [p.of(text) for p in draft.places] == ["Lipova"]
    assert draft.territory == "controls"


def test_a_denial_is_a_claim_of_what_is_denied(parsed: Callable[[str], Parse]) -> None:
    (draft,) = drafts(parsed("The general staff denied that the enemy had captured the town."))
    assert (draft.type, draft.act, draft.polarity) == ("capture", "deny", "affirmed")


def test_silence_is_a_claim(parsed: Callable[[str], Parse]) -> None:
    (draft,) = drafts(parsed("There was no immediate response from Kyiv."))
    assert (draft.type, draft.act) == ("statement", "no_response")
    assert len(draft.voices) == 1


def test_what_names_no_happening_is_a_statement(parsed: Callable[[str], Parse]) -> None:
    found = drafts(parsed("The governor said the situation remained difficult."))
    assert [(d.type, d.act) for d in found] == [("statement", "assert")]


def test_the_place_of_the_story_carries_on(parsed: Callable[[str], Parse]) -> None:
    text = "Rockets hit Lipova on Friday.\n\nTwo houses were destroyed."
    first, second = drafts(parsed(text), "Lipova")
    assert second.type == "destruction"
    assert second.places == first.places


def test_the_attack_keeps_its_weapon(parsed: Callable[[str], Parse]) -> None:
    text = "Drones struck the port on Friday. The attack lasted two hours."
    assert [d.type for d in drafts(parsed(text))] == ["air_strike", "air_strike"]


def test_relevance() -> None:
    war = Report(id="a", text="Rebels shelled the town and soldiers fled.")
    accident = Report(id="b", text="A bus fell into a river and three people died.")
    assert is_about_conflict(war)
    assert not is_about_conflict(accident)
