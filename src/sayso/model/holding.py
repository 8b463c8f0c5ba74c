"""What is said about ground: one statement of who holds, enters or loses a place."""

from datetime import date
from typing import NamedTuple

from sayso.model.attribution import Act
from sayso.model.claim import Holder
from sayso.model.draft import TerritoryRelation
from sayso.model.event import EventPlace
from sayso.model.record import Record

LAND = ("claims", "annexed")  # relations that are claims to land; all others are of what holds on the ground


class Said(NamedTuple):
    """The core of a statement of ground: who (an actor id) is said to stand, or not to stand, in which relation."""

    holder: str
    relation: str
    denied: bool

    @property
    def track(self) -> tuple[str, bool]:
        """What a later statement of the same voice must be about to go on with this one."""
        return self.holder, self.relation in LAND

    def ends(self, before: "Said") -> bool:
        """Does this end what the same voice said before: of the same holder anything else, or that another controls
        the place? Claims to land and what holds on the ground run beside each other."""
        if (before.relation in LAND) != (self.relation in LAND):
            return False
        if before.holder == self.holder:
            return before != self
        return self.relation == before.relation == "controls" and not self.denied and not before.denied


class Holding(Record, frozen=True, kw_only=True):
    """A voice says, on day `published`, that `holder` stands in `relation` to `place` from `start` (up to `end`, where
    it names one). `denied` where the voice says that it is not so. `voice` is an actor id, or `press` for an outlet's
    own words; `name` its canonical name where known."""

    claim: str
    place: EventPlace
    voice: str
    name: str | None
    holder: Holder
    relation: TerritoryRelation
    act: Act
    denied: bool
    start: date | None
    end: date | None
    published: date | None

    @property
    def said(self) -> Said:
        """The core of it."""
        return Said(f"{self.holder.country or '-'}/{self.holder.sector}", self.relation, self.denied)
