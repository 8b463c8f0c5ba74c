"""Who holds what, on whose word (public form `sayso/territory/1`)."""

from datetime import date

from sayso.model.claim import Holder
from sayso.model.draft import TerritoryRelation
from sayso.model.event import EventPlace
from sayso.model.record import Record


class Stand(Record, frozen=True, kw_only=True):
    """What one voice says of one holder at one place, from `since` until it says otherwise (`until`, the day before
    that; None where it has not). `last` is the day it was last stated to hold, so what comes after is only not
    contradicted; `said` the day on which the first statement was published; `denied` where the voice says that it is
    not so. `side` and `holder_side` are sides of the conflict; `concedes` where a principal of another side tells of
    the holder's gain. `claims` are the first and the last, and whatever stands between as far as it was looked at."""

    schema: str = "sayso/territory/1"
    place: EventPlace
    holder: Holder
    relation: TerritoryRelation
    denied: bool
    voice: str
    name: str | None
    since: date
    until: date | None
    last: date
    said: date | None
    side: str | None
    holder_side: str | None
    concedes: bool
    disputed: bool = False
    claims: tuple[str, ...]


class RegionStand(Record, frozen=True, kw_only=True):
    """What is said of a holder in parts of a region (ISO 3166-2) or country: by each voice since when, until when it
    was last stated, in how many places; who denies it, and who concedes it."""

    schema: str = "sayso/territory-region/1"
    region: str
    country: str | None
    holder: str
    whole: bool
    places: int
    asserted: tuple[tuple[str, date, date], ...]
    conceded: tuple[tuple[str, date], ...]
    denied: tuple[tuple[str, date], ...]

    @property
    def sentence(self) -> str:
        """`parts of UA-12: held or entered by Russia, asserted by Russia since 2025-06-08, ...`"""
        said = [f"asserted by {voice} since {since.isoformat()}" for voice, since, _ in self.asserted]
        said += [f"conceded by {voice} on {day.isoformat()}" for voice, day in self.conceded]
        said += [f"denied by {voice} on {day.isoformat()}" for voice, day in self.denied]
        return f"{'all' if self.whole else 'parts'} of {self.region}: {self.holder}; {', '.join(said)}"
