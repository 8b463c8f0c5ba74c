"""Whole drafts from invented sentences."""

from collections.abc import Callable

import pytest

from sayso.attribution.attribute import attribute
from sayso.events.extract import Found, extract
from sayso.events.relevance import is_about_conflict
from sayso.language.parse import Parse
from sayso.mentions.counts import find_counts
from sayso.mentions.times import find_times
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


DENIALS = [
    "The army rejected a statement by the rebels that the town of Lipova had been captured.",
    "The army dismissed a claim by rebels that they had captured Lipova.",
    "Reports that rebels had captured Lipova are untrue, the army said.",
    "Rebels said they had captured Lipova. The army denied the claim.",
    "Rebels said they had captured Lipova. This is not true, the army said.",
    'Rebels said they had captured Lipova. "It is a lie," said the army.',
    "Rebels said they had captured Lipova. The army called the report false.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_what_is_denied_is_a_claim_of_its_type_and_place(parsed: Callable[[str], Parse], text: str) -> None:
    found = drafts(parsed(text), "Lipova")
    (denial,) = (d for d in found if d.act == "deny")
    assert (denial.type, denial.polarity, denial.territory) == ("capture", "affirmed", "controls")
    assert [v.mention.span.of(text).lower() for v in denial.voices] == ["the army"]
    assert [p.of(text) for p in denial.places] == ["Lipova"]
    assert all(d.type == "capture" for d in found)


def test_the_claim_that_is_denied_stays_the_word_of_who_made_it(parsed: Callable[[str], Parse]) -> None:
    text = "The army rejected a statement by the rebels that the town of Lipova had been captured."
    assert [(d.act, d.voices[0].mention.span.of(text)) for d in drafts(parsed(text), "Lipova")] == [
        ("deny", "The army"),
        ("assert", "the rebels"),
    ]


def test_a_claim_called_false_by_the_report_is_negated(parsed: Callable[[str], Parse]) -> None:
    (draft,) = drafts(parsed("The claim that rebels captured the town of Lipova is false."), "Lipova")
    assert (draft.act, draft.polarity, draft.voices) == ("assert", "negated", ())


TOLLS = [
    "Police put the number of dead at nine.",
    "The army raised the death toll to nine.",
    "The toll later rose to nine, officials said.",
    "The final toll stood at nine dead, a doctor said.",
]


@pytest.mark.parametrize("text", TOLLS)
def test_a_toll_is_one_claim_with_its_voice(parsed: Callable[[str], Parse], text: str) -> None:
    parse = parsed(text)
    (draft,) = extract(parse, Found(attributions=attribute(parse), counts=find_counts(parse)))
    assert draft.type == "casualties"
    assert [(c.what, c.low, c.high) for c in draft.counts] == [("killed", 9, 9)]
    assert len(draft.voices) == 1


def test_silence_is_a_claim(parsed: Callable[[str], Parse]) -> None:
    (draft,) = drafts(parsed("There was no immediate response from Kyiv."))
    assert (draft.type, draft.act) == ("statement", "no_response")
    assert len(draft.voices) == 1


def test_what_names_no_happening_is_a_statement(parsed: Callable[[str], Parse]) -> None:
    found = drafts(parsed("The governor said the situation remained difficult."))
    assert [(d.type, d.act) for d in found] == [("statement", "assert")]


def test_a_quotation_that_says_next_to_nothing_is_no_claim(parsed: Callable[[str], Parse]) -> None:
    assert drafts(parsed('"He is a fighter," the teacher said.')) == ()
    assert len(drafts(parsed('"He is a friend of Russia," the teacher said.'))) == 1


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


TIMES = [
    ("Russia said on Saturday that its troops had captured Lipova.", []),
    ("Russia said on Saturday that its troops were advancing on Lipova.", ["Saturday"]),
    ("Officials said on Sunday that two soldiers were killed.", ["Sunday"]),
    ("Officials said two soldiers were killed on Friday.", ["Friday"]),
    ("Troops shelled the port, which had been closed on Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), TIMES)
def test_the_day_of_speaking_is_not_that_of_what_had_happened(
    parsed: Callable[[str], Parse], text: str, expected: list[str]
) -> None:
    parse = parsed(text)
    times = find_times(text, parse.page.day)
    (draft, *_) = extract(parse, Found(attributions=attribute(parse), times=times))
    assert [t.of(text) for t in draft.times] == expected


JOINED = [
    ("Rebels seized Lipova on Friday and entered Orlova on Sunday.", [["Lipova"], ["Orlova"]]),
    ("Rebels shelled and stormed Lipova.", [["Lipova"], ["Lipova"]]),
    ("In the town of Lipova, rebels shelled a bridge and stormed a station.", [["Lipova"], ["Lipova"]]),
    ("Troops took Lipova and are attacking in Orlova for the first time.", [["Lipova"], ["Orlova"]]),
]


@pytest.mark.parametrize(("text", "expected"), JOINED)
def test_verbs_that_are_joined_keep_their_own_places(
    parsed: Callable[[str], Parse], text: str, expected: list[list[str]]
) -> None:
    names = [name for name in ("Lipova", "Orlova") if name in text]
    assert [[p.of(text) for p in d.places] for d in drafts(parsed(text), *names)] == expected


def test_a_first_belongs_to_one_of_the_verbs_that_are_joined(parsed: Callable[[str], Parse]) -> None:
    text = "Troops took Lipova and are attacking in Orlova for the first time."
    found = drafts(parsed(text), "Lipova", "Orlova")
    assert [(d.type, d.first) for d in found] == [("capture", False), ("clash", True)]


def test_a_capital_that_admits_is_no_place(parsed: Callable[[str], Parse]) -> None:
    text = "Enemy troops are inside Lipova region, the spokesman said on Tuesday, the first such admission by Kyiv."
    found = [draft for draft in drafts(parsed(text), "Lipova", "Kyiv") if draft.type == "advance"]
    assert found and all("Kyiv" not in {p.of(text) for p in draft.places} for draft in found)
