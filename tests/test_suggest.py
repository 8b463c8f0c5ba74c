"""Which name is suggested for one that is unknown."""

import pytest

from sayso.suggest import LISTED, hint


@pytest.mark.parametrize(
    ("name", "known", "words"),
    [
        ("raed", ["read", "unanswered", "annotate"], "Did you mean 'read'?"),  # the whole before a part
        ("Dnipro", ["Lviv Oblast", "Dnipropetrovsk Oblast"], "Did you mean 'Dnipropetrovsk Oblast'?"),
        ("zzz", ["read", "add"], "Commands: read, add."),
        ("?", [f"name {n}" for n in range(LISTED + 2)], " and 2 more."),
        ("zzz", [], "Commands: ."),
    ],
)
def test_hint(name: str, known: list[str], words: str) -> None:
    assert hint(name, known, "Commands").endswith(words)
