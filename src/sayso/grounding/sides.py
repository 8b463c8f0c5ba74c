"""Whose "the defence ministry" is: the warring states of a page, and which of them spoke last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from sayso.grounding.actors import OWNED, ActorGrounder, Scene
from sayso.model import Reading

# Types whose doer acts with force: a bare country is then its army.
FORCEFUL = {
    "clash", "advance", "capture", "control", "withdrawal", "shelling", "air_strike", "bombing", "attack",
    "interception", "mobilization", "casualties", "destruction",
}  # fmt: skip


class Sides:
    """The states at war on a page, and where on it each of them, or its army, speaks under its own name.

    At war are those whose forces do something, those that speak of "its troops", and those that deny what is told.
    """

    def __init__(self, reading: Reading, actors: ActorGrounder) -> None:
        text, nowhere = reading.page.text, Scene(day=reading.page.day)
        place = reading.page.dateline_place
        self._home = actors.ground(place.of(text), "voice", nowhere).country if place else None
        heard = {m.span.start: actors.of(m, text, "voice", nowhere) for a in reading.attributions for m in a.speakers}
        spoke = {at: a.country for at, a in heard.items() if a.sector in ("GOV", "MIL") and a.country}
        self._hear(spoke)
        acting = (actors.of(m, text, "force", nowhere) for d in reading.drafts if d.type in FORCEFUL for m in d.agents)
        warring: set[str | None] = {a.country for a in acting if a.country and a.sector == "MIL"}
        warring |= {spoke.get(m.span.start) for a in reading.attributions if a.act == "deny" for m in a.speakers}
        owned = (m.span for m in reading.actors if m.span.of(text).lower().startswith(OWNED))
        warring |= {self.before(s.start) for s in owned if actors.ground(s.of(text), "force").sector == "MIL"}
        self._home = self._home if self._home in warring else None
        self._hear({at: country for at, country in spoke.items() if country in warring})

    def _hear(self, spoke: Mapping[int, str]) -> None:
        self._at = sorted(spoke)
        self._who = [spoke[at] for at in self._at]

    def before(self, offset: int) -> str | None:
        """The state that spoke last before a character, else that of the dateline, as ISO 3166-1 alpha-3; None where
        neither is at war."""
        last = bisect_left(self._at, offset)
        return self._who[last - 1] if last else self._home
