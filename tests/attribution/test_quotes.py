import pytest

from sayso.attribution.quotes import quotations
from sayso.model import Report
from sayso.text import lay_out


def found(text: str) -> list[list[str]]:
    page = lay_out(Report(id="r-test", text=text))[0]
    return [[s.of(text) for s in q.spans] for q in quotations(page)]


CASES = [
    ('He said "go" and "stay".', [['"go"'], ['"stay"']]),
    ("“Go,” he said. “Stay.”", [["“Go,”"], ["“Stay.”"]]),
    ("''Go,'' he said.", [["''Go,''"]]),
    ("‘The soldiers’ camp was hit,’ he said.", [["‘The soldiers’ camp was hit,’"]]),
    ("The soldiers' camp and the rebels' camp burned.", []),
    ("In the '90s they didn't speak.", []),
    ("“He said ‘go’ and left,” she said.", [["“He said ‘go’ and left,”"]]),
    ('She said "all of us will leave the town.', [['"all of us will leave the town.']]),
    ("“One day.\n“Two days.\n“Three,” he said.", [["“One day.", "“Two days.", "“Three,”"]]),
    ("“One day.\nTwo followed.", [["“One day."]]),
    ('A 5" gun and a 6" gun fired.', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text: str, expected: list[list[str]]) -> None:
    assert found(text) == expected
