"""The records that flow through Sayso. This package imports nothing else of ours.

Import from here (`from sayso.model import Claim, Span`); one file per concept holds the definitions.
"""

from sayso.model.actor import Actor, ActorMention, Sector, Voice
from sayso.model.annotation import Annotation, AttributionSpans
from sayso.model.attribution import Act, Attribution, Mention, Quote
from sayso.model.claim import Claim, Holder, Territory
from sayso.model.draft import Draft, Polarity, Reading, Reality, TerritoryRelation, Toponym, VoiceWords
from sayso.model.ids import content_id, report_id
from sayso.model.place import Level, PlaceKind, PlaceMention, PlaceRelation
from sayso.model.record import Record
from sayso.model.report import Block, BlockKind, Page, Part, Report
from sayso.model.span import Span, Words
from sayso.model.toll import CountKind, CountMention
from sayso.model.when import TimeMention, TimexType, When

__all__ = [
    "Act", "Actor", "ActorMention", "Annotation", "Attribution", "AttributionSpans", "Block", "BlockKind", "Claim",
    "CountKind", "CountMention", "Draft", "Holder", "Level", "Mention", "Page", "Part", "PlaceKind", "PlaceMention",
    "PlaceRelation",
    "Polarity", "Quote", "Reading", "Reality", "Record", "Report", "Sector", "Span", "Territory", "TerritoryRelation",
    "TimeMention", "TimexType", "Toponym", "Voice", "VoiceWords", "When", "Words", "content_id", "report_id",
]  # fmt: skip
