"""What is said about ground: one statement of who holds, enters or loses a place."""

from datetime import date

from sayso.model.attribution import Act
from sayso.model.claim import Holder
from sayso.model.draft import TerritoryRelation
from sayso.model.event import EventPlace
from sayso.model.record import Record


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
