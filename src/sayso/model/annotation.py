"""Everything found in one report before it is joined into claims (public form `sayso/annotation/1`)."""

from sayso.model.actor import ActorMention
from sayso.model.attribution import Quote
from sayso.model.place import PlaceMention
from sayso.model.record import Record
from sayso.model.span import Span
from sayso.model.toll import CountMention
from sayso.model.when import TimeMention


class AttributionSpans(Record, frozen=True, kw_only=True):
    """An attribution as the public form shows it: three lists of pieces and the kind of quotation."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote: Quote


class Annotation(Record, frozen=True, kw_only=True):
    """The mentions of one report, in reading order; offsets are those of the report's text."""

    schema: str = "sayso/annotation/1"
    report: str
    attributions: tuple[AttributionSpans, ...]
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    actors: tuple[ActorMention, ...]
    counts: tuple[CountMention, ...]
