"""The records that flow through Sayso. This package imports nothing else of ours.

Import from here (`from sayso.model import Claim, Span`); one file per concept holds the definitions.
"""

from sayso.model.actor import PRESS, Actor, ActorMention, Sector, Voice
from sayso.model.annotation import Annotation, AttributionSpans
from sayso.model.attribution import Act, Attribution, Mention, Quote
from sayso.model.claim import Claim, Holder, Territory
from sayso.model.copies import PER_KEY, Copies, Copy, CopyPair
from sayso.model.draft import Draft, Polarity, Reading, Reality, TerritoryRelation, Toponym, VoiceWords
from sayso.model.event import Event, EventPlace, EventToll, FirstTime, Side, Silence, Stance, Status, VoiceToll
from sayso.model.holding import Holding
from sayso.model.ids import content_id, report_id
from sayso.model.member import UNDATED, EventRow, Folded, Member
from sayso.model.place import Level, PlaceKind, PlaceMention, PlaceRelation
from sayso.model.query import ActorFilter, Box, PlaceFilter, Query
from sayso.model.record import Record
from sayso.model.report import Block, BlockKind, Page, Part, Report
from sayso.model.run import Run, run_of
from sayso.model.span import Span, Words
from sayso.model.territory import RegionStand, Stand
from sayso.model.toll import CountKind, CountMention
from sayso.model.verdict import Verdict, VerdictKind, verdict_of
from sayso.model.when import TimeMention, TimexType, When

__all__ = [
    "PER_KEY",
    "PRESS",
    "UNDATED",
    "Act",
    "Actor",
    "ActorFilter",
    "ActorMention",
    "Annotation",
    "Attribution",
    "AttributionSpans",
    "Block",
    "BlockKind",
    "Box",
    "Claim",
    "Copies",
    "Copy",
    "CopyPair",
    "CountKind",
    "CountMention",
    "Draft",
    "Event",
    "EventPlace",
    "EventRow",
    "EventToll",
    "FirstTime",
    "Folded",
    "Holder",
    "Holding",
    "Level",
    "Member",
    "Mention",
    "Page",
    "Part",
    "PlaceFilter",
    "PlaceKind",
    "PlaceMention",
    "PlaceRelation",
    "Polarity",
    "Query",
    "Quote",
    "Reading",
    "Reality",
    "Record",
    "RegionStand",
    "Report",
    "Run",
    "Sector",
    "Side",
    "Silence",
    "Span",
    "Stance",
    "Stand",
    "Status",
    "Territory",
    "TerritoryRelation",
    "TimeMention",
    "TimexType",
    "Toponym",
    "Verdict",
    "VerdictKind",
    "Voice",
    "VoiceToll",
    "VoiceWords",
    "When",
    "Words",
    "content_id",
    "report_id",
    "run_of",
    "verdict_of",
]  # fmt: skip
