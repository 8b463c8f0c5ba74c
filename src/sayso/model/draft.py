"""A claim whose mentions are still words: what a reader finds before anything is looked up."""

from typing import Literal

import msgspec

from sayso.model.attribution import Act, Attribution, Mention, Quote
from sayso.model.place import PlaceKind, PlaceRelation
from sayso.model.record import Record
from sayso.model.report import Page
from sayso.model.span import Span
from sayso.model.toll import CountMention
from sayso.model.when import TimeMention

type Polarity = Literal["affirmed", "negated"]
type Reality = Literal["actual", "planned", "possible"]
type TerritoryRelation = Literal["claims", "annexed", "controls", "contests", "entered", "near", "lost", "not_controls"]


class VoiceWords(Record, frozen=True, kw_only=True):
    """A voice as words: who, by which cue, how deep (outermost 0)."""

    mention: Mention
    cue: Span | None
    level: int


class Draft(Record, frozen=True, kw_only=True):
    """One proposition as words. Spans are offsets of the page's text.

    `places` are spans of toponyms; `ongoing` is true where the tense says that it holds as the report is published;
    `territory` is the relation alone, its holder a mention;
    `how` gives a short reason a field; `scores` how likely a reader that can tell holds its own decisions to be right,
    0 to 1, not yet calibrated.
    """

    sentence: Span
    trigger: Span
    type: str
    act: Act = "assert"
    polarity: Polarity = "affirmed"
    reality: Reality = "actual"
    first: bool = False
    quote: Quote | None = None
    content: tuple[Span, ...] = ()
    voices: tuple[VoiceWords, ...] = ()
    agents: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    places: tuple[Span, ...] = ()
    times: tuple[Span, ...] = ()
    ongoing: bool = False
    counts: tuple[CountMention, ...] = ()
    territory: TerritoryRelation | None = None
    holder: Mention | None = None
    how: dict[str, str] = msgspec.field(default_factory=dict)
    scores: dict[str, float] = msgspec.field(default_factory=dict)


class Toponym(Record, frozen=True, kw_only=True):
    """Words that name a place, and how the text stands to it. `antecedent` for "the region", "the city"."""

    span: Span
    relation: PlaceRelation = "in"
    kind: PlaceKind = "place"
    antecedent: Span | None = None


class Reading(Record, frozen=True, kw_only=True):
    """All that a reader finds on one page, without any look-up in the world: the interface between reading and
    grounding. `actors` are spans that name somebody, with antecedents; `sentences` are in reading order."""

    page: Page
    sentences: tuple[Span, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    actors: tuple[Mention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    counts: tuple[CountMention, ...] = ()
    drafts: tuple[Draft, ...] = ()
