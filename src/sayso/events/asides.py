"""Phrases that stand apart from the happening of their sentence: what it is set against ("unlike X")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.events import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

UNLIKE = {"unlike", "except"}
# Words that set apart with the one that follows them: "in contrast to", "as opposed to", "apart from".
SETTING_APART = {"contrast": "to", "opposed": "to", "contrary": "to", "apart": "from", "aside": "from"}


def aside_of(word: Token) -> Token | None:
    """The word that opens the aside in which a word stands, None where it stands in none. Places belong only to
    happenings of the same aside, or of none."""
    below = word
    for step in syntax.path_up(word):
        if step.lower_ in UNLIKE and step.pos_ in {"ADP", "SCONJ"}:
            return step
        if step != below and SETTING_APART.get(step.lower_) == below.lower_:
            return step
        below = step
    return None
