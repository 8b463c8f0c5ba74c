"""Stretches of a text, in Unicode code points of the text as it was given."""

import msgspec

from sayso.model.record import Record


class Span(msgspec.Struct, frozen=True, order=True):
    """From `start` up to, not including, `end`: `text[start:end]` is what it covers."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Does the other span lie within this one?"""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Do the two have a character in common?"""
        return self.start < other.end and other.start < self.end


class Words(Record, frozen=True, kw_only=True):
    """A span with the characters that it covers, as the public output shows it."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)
