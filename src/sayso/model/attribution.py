"""Whose words: the source that is named, the cue that marks the saying, and what is said."""

from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Span

type Quote = Literal["direct", "mixed", "indirect"]
type Act = Literal[
    "assert", "confirm", "deny", "demand", "refuse", "accuse", "threaten", "promise", "predict", "no_response"
]


class Mention(Record, frozen=True, kw_only=True):
    """Words that name somebody or something, and where those are a pronoun or short form, the words they stand for.

    `antecedent` is an earlier span of the same text ("it" -> "Moscow", "the ministry" -> "Russia's defence ministry"),
    or None where the words name it themselves or nothing earlier fits. Of words that begin with "its", "their" or
    "his" it is the owner.
    """

    span: Span
    antecedent: Span | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """A stretch of text that is put in somebody's mouth.

    `source` is empty where nobody is named ("it was reported that"), `cue` where the quotation stands bare. Each is a
    tuple of pieces in reading order, since cues and contents may be interrupted. `speakers` are the single voices of
    the source with what they stand for: "Ukraine, Europe and Mr Trump" has three. `act` is what the voice does with the
    content. Attributions nest where the content of one holds the source, cue and content of another.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote: Quote
    act: Act = "assert"
    speakers: tuple[Mention, ...] = ()
