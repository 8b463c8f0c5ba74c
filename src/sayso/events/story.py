"""What carries on from sentence to sentence: where and when the story is, and with what weapon it strikes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace as changed

import msgspec

from sayso.events.roles import is_violent
from sayso.events.triggers import Trigger
from sayso.model import Draft, Span

# Types that hold at the place of the story when no place is named again.
PLACED = {"casualties", "destruction", "displacement", "humanitarian", "detention"}
ARMED = {"air_strike", "shelling", "bombing"}
# "Strike", "raid": nothing of the kind of attack is said, so they are what was told of before.
GENERIC = {"attack", "strike", "raid", "bombing", "hit", "target", "barrage", "volley", "salvo", "targeting"}


class Story:
    """The memory of one page, in reading order."""

    def __init__(self) -> None:
        self._places: tuple[Span, ...] = ()
        self._times: tuple[Span, ...] = ()
        self._weapon: str | None = None

    def typed(self, triggers: Sequence[Trigger]) -> list[Trigger]:
        """The happenings of a sentence, where "the attack" takes the kind of the attack told of before."""
        armed = next((t.type for t in triggers if t.type in ARMED), None) or self._weapon
        typed = []
        for t in triggers:
            if t.type == "attack" and armed and t.token.lemma_.lower() in GENERIC:
                t = changed(t, type=armed)
            typed.append(t)
        self._weapon = next((t.type for t in reversed(typed) if t.type in ARMED), self._weapon)
        return typed

    def remember(self, draft: Draft) -> Draft:
        """The draft with the place and the day of the story where it has none of its own; what it tells is remembered.

        A day carries on only to what has happened: what goes on holds on the day of publication.
        """
        if not (is_violent(draft.type) or draft.type in PLACED):
            return draft
        done = draft.reality == "actual" and not draft.ongoing
        if draft.places:
            self._places = draft.places
        if draft.times and done:
            self._times = draft.times
        return msgspec.structs.replace(
            draft, places=draft.places or self._places, times=draft.times or (self._times if done else ())
        )
