"""The tense of the clause at an offset, which tells whether a bare "Sunday" lies behind or ahead."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from sayso.language.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Token

type Tense = Literal["past", "present", "future"]

FUTURE = {"will", "'ll", "shall", "wo"}
AHEAD = {"expect", "plan", "due", "set", "schedule", "going"}


class Tenses:
    """Looks tenses up in one parse."""

    def __init__(self, parse: Parse) -> None:
        self._doc = parse.doc
        self._starts = [token.idx for token in parse.doc]

    def at(self, offset: int) -> Tense | None:
        """The tense of the clause around an offset of the page's text; None where no verb governs it."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return None
        token = self._doc[at]
        while token.head != token and token.pos_ not in {"VERB", "AUX"}:
            token = token.head
        return tense_of(token)


def tense_of(verb: Token) -> Tense | None:
    """The tense of a verb, by its auxiliaries, else its form, else that of the verb above it."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {c.lower_ for c in helpers}
    if words & FUTURE or (verb.lemma_ in AHEAD and any(c.dep_ == "xcomp" for c in verb.children)):
        return "future"
    tags = {c.tag_ for c in helpers} or {verb.tag_}
    if "VBD" in tags or words & {"has", "have", "had"} or (not helpers and verb.tag_ == "VBN"):
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    if any(c.tag_ == "TO" for c in helpers) and verb.head.lemma_ in AHEAD:
        return "future"
    return tense_of(verb.head) if verb.head != verb else None
