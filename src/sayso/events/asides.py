"""Phrases that stand apart from the happening of their sentence: what it is set against ("unlike X"), and the distant
past that it is counted from ("for the first time since the war began")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.events import syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

UNLIKE = {"unlike", "except"}
# Words that set apart with the one that follows them: "in contrast to", "as opposed to", "apart from".
SETTING_APART = {"contrast": "to", "opposed": "to", "contrary": "to", "apart": "from", "aside": "from"}
COUNTING = {"since", "after", "before"}
YEAR = re.compile(r"(?:19|20)\d\d")
# "Since the beginning of" is as good as "since" alone.
STARTS = {"beginning", "start", "outbreak", "onset", "end", "middle"}


def aside_of(word: Token) -> Token | None:
    """The word that opens the aside in which a word stands, None where it stands in none. Places, times and firsts
    belong only to happenings of the same aside, or of none."""
    below = word
    for step in syntax.path_up(word):
        if step.lower_ in UNLIKE and step.pos_ in {"ADP", "SCONJ"}:
            return step
        if step != below and SETTING_APART.get(step.lower_) == below.lower_:
            return step
        if opening := counted_from(step):
            return opening
        below = step
    return None


def counted_from(head: Token) -> Token | None:
    """The "since", "after" or "before" of a clause in the past or a happening with this head; None where what follows
    it is a time. What comes after or before something is mostly one story with it, except where it is years away."""
    mark = next((c for c in head.children if c.dep_ == "mark" and c.lower_ in COUNTING), None)
    if mark is not None:
        past = any(t.tag_ == "VBD" for t in (head, *head.children))
        return mark if past and _is_far(mark, head) else None
    if head.dep_ != "prep" or head.lower_ not in COUNTING or not _is_far(head, head):
        return None
    for below in head.children:
        while below.lower_ in STARTS:
            of = next((g for c in below.children if c.lower_ == "of" for g in c.children), None)
            if of is None:
                return None
            below = of
        happening = below.pos_ in {"NOUN", "PROPN"} and below.ent_type_ not in {"DATE", "TIME"}
        if happening or below.dep_ == "pcomp":
            return head
    return None


def _is_far(opening: Token, head: Token) -> bool:
    """Does a phrase reach back from the present ("since"), count a first time, or name a year?"""
    return opening.lower_ == "since" or head.head.lower_ == "time" or any(YEAR.fullmatch(t.text) for t in head.subtree)
