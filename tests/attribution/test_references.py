"""What pronouns and short forms stand for: the last place of `form` in the text, and its antecedent."""

import re
from collections.abc import Callable

import pytest

from sayso.attribution import References
from sayso.language.parse import Parse
from sayso.model import Span

type Parser = Callable[[str], Parse]

CASES = [
    ("Moscow seized the port. It said the siege was over.", "It", "Moscow"),
    ("Moscow annexed the region. In 2014, it seized the coast. After talks in Kyiv, it demanded more.", "it", "Moscow"),
    (
        "Russia's defence ministry said the town fell. The ministry gave no date.",
        "The ministry",
        "Russia's defence ministry",
    ),
    (
        "Russia's defence ministry said the town fell. The ministry spoke first. It gave no date.",
        "It",
        "Russia's defence ministry",
    ),
    ("The Rapid Support Forces (RSF) left. Later the RSF came back.", "the RSF", "The Rapid Support Forces"),
    ("The ministry of external affairs (MEA) met. The MEA spoke.", "The MEA", "The ministry of external affairs"),
    ("President Emmanuel Macron arrived. Macron spoke to troops.", "Macron", "President Emmanuel Macron"),
    ("President Emmanuel Macron arrived. Aides waited. He said the war must end.", "He", "President Emmanuel Macron"),
    (
        "Spokeswoman Maria Ivanova and General John Smith met. She said the road was open.",
        "She",
        "Spokeswoman Maria Ivanova",
    ),
    (
        "The Syrian Observatory for Human Rights said ten died. The Observatory gave no names.",
        "The Observatory",
        "The Syrian Observatory for Human Rights",
    ),
    (
        "The Syrian Observatory for Human Rights said ten died. The watchdog gave no names.",
        "The watchdog",
        "The Syrian Observatory for Human Rights",
    ),
    ("Villagers fled the raid. They said houses had burned.", "They", "Villagers"),
    ("The army issued a statement. The statement said the road was open.", "The statement", "The army"),
    ("The Hezbollah commander died in the raid. The group denied the report.", "The group", "Hezbollah"),
    ("The officials who fled said the road was open.", "who", "The officials"),
]


def antecedent(parse: Parse, form: str) -> str | None:
    text = parse.page.text
    last = list(re.finditer(rf"\b{form}\b", text))[-1]
    found = References(parse).antecedent(Span(*last.span()))
    return None if found is None else found.of(text)


@pytest.mark.parametrize(("text", "form", "expected"), CASES)
def test_antecedent(parsed: Parser, text: str, form: str, expected: str) -> None:
    assert antecedent(parsed(text), form) == expected


NONE = [
    ("Moscow seized the port. It was reported that the siege was over.", "It"),
    ("It said the siege was over.", "It"),
    ("President Emmanuel Macron arrived.", "President Emmanuel Macron"),
    ("Ukraine's army left. Ukraine spoke of a plan.", "Ukraine"),
    ("Farmers met. A ministry said the road was open.", "A ministry"),
    ("Spokeswoman Maria Ivanova spoke. The town was calm. He left.", "He left"),
    ("Hezbollah denied it. The monitoring group Airwars said ten died.", "The monitoring group Airwars"),
    ("The Rapid Support Forces left. The news site Vesti said ten died.", "The news site Vesti"),
]


@pytest.mark.parametrize(("text", "form"), NONE)
def test_no_antecedent(parsed: Parser, text: str, form: str) -> None:
    assert antecedent(parsed(text), form) is None
