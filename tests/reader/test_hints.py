"""What lists know of words, whatever they mean in the sentence."""

import pytest

from sayso.grounding.gazetteer import Gazetteer, open_gazetteer
from sayso.mentions.times import find_times
from sayso.model import Report
from sayso.reader.hints import HINTS, NUMBER, hints, lemmas
from sayso.settings import Settings
from sayso.text import lay_out


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return open_gazetteer(Settings.from_environment())


@pytest.mark.parametrize(
    ("text", "words", "hint"),
    [
        ("The army denied that.", "denied", "act:deny"),
        ("Rebels seized the hill.", "seized", "type:capture"),
        ("Rebels seized the hill.", "hill", "class:PLACE"),
        ("A drone hit it.", "drone", "weapon:air_strike"),
        ("Troops left Kharkiv on Sunday.", "Kharkiv", "place:region"),
        ("Troops left Kharkiv on Sunday.", "Sunday", "time"),
        ("Russian forces withdrew from New York.", "Russian", "demonym"),
        ("Russian forces withdrew from New York.", "withdrew", "type:withdrawal"),
        ("At least 12 people died in Syria.", "Syria", "place:country"),
    ],
)
def test_hints(gazetteer: Gazetteer, text: str, words: str, hint: str) -> None:
    (page,) = lay_out(Report(id="r", text=text))
    found = {(span.of(text), HINTS[n]) for span, n in hints(page, find_times(text, None), gazetteer)}
    assert (words, hint) in found


def test_the_longest_name_is_the_place(gazetteer: Gazetteer) -> None:
    text = "He lives in New York now."
    (page,) = lay_out(Report(id="r", text=text))
    assert [s.of(text) for s, n in hints(page, (), gazetteer) if HINTS[n].startswith("place:")] == ["New York"]


def test_every_hint_has_its_number() -> None:
    assert [HINTS[n] for n in NUMBER.values()] == list(HINTS)
    assert {name for names in lemmas().values() for name in names} <= set(HINTS)
