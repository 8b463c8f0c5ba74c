"""The atom: one proposition of a report with the voices that stand behind it (public form `sayso/claim/1`)."""

import msgspec

from sayso.model.actor import ActorMention, Sector, Voice
from sayso.model.attribution import Act, Quote
from sayso.model.draft import Polarity, Reality, TerritoryRelation
from sayso.model.place import PlaceMention
from sayso.model.record import Record
from sayso.model.report import Part
from sayso.model.span import Span, Words
from sayso.model.toll import CountMention
from sayso.model.when import When


class Holder(Record, frozen=True, kw_only=True):
    """Who holds, claims or enters ground."""

    country: str | None
    sector: Sector


class Territory(Record, frozen=True, kw_only=True):
    """How a holder stands to a place; `place` is an index into the claim's places, None where none is named."""

    holder: Holder
    relation: TerritoryRelation
    place: int | None


class Claim(Record, frozen=True, kw_only=True):
    """One proposition, grounded. The fields are those of the public form, in its order; `voices` run from the
    outermost to the innermost, [] is the report's own word. `confidence` is that of the whole claim (type, voice, act,
    polarity and place all right), `sure` the same for single fields."""

    schema: str = "sayso/claim/1"
    id: str
    report: str
    part: Part
    sentence: Words
    trigger: Words
    type: str
    act: Act
    polarity: Polarity
    reality: Reality
    first: bool
    quote: Quote | None
    content: tuple[Span, ...]
    voices: tuple[Voice, ...]
    agents: tuple[ActorMention, ...]
    targets: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    time: When | None
    counts: tuple[CountMention, ...]
    territory: Territory | None
    confidence: float
    sure: dict[str, float] = msgspec.field(default_factory=dict)
    how: dict[str, str]
    published: str | None = None
    outlet: str | None = None
