"""What a parser and the rules say of the same pages. It is learnt beside the gold standard, so that the encoder comes
to know syntax and vocabulary that a small corpus does not show; none of it is part of the file that ships."""

from typing import Any

from sayso.language.parse import parse_pages
from sayso.model import Page, Reading, Span
from sayso.reader.labels import TYPES
from sayso.reader.pieces import Pieces
from sayso.reader.rules import RuleReader

ROLES = ("none", "source", "cue", "content")
FAR = (-8, -4, -2, -1, 0, 1, 2, 4, 8)  # where a word's head stands, in words, as buckets


class Tutors:
    """Labels a piece at a time: part of speech, relation to the head, where the head stands, kind of name, the type of
    a trigger, the role in an attribution. 0 is for nothing."""

    def __init__(self, reader: RuleReader) -> None:
        self._reader = reader
        self.names: dict[str, list[str]] = {
            "tag": ["none"], "relation": ["none"], "far": ["none", *map(str, FAR)], "name": ["none"],
            "type": ["none", *TYPES], "role": list(ROLES),
        }  # fmt: skip

    def __call__(self, page: Page, pieces: Pieces) -> dict[str, list[int]]:
        """A label a piece for every tutor."""
        parse = next(parse_pages([page], self._reader._nlp))
        reading = self._reader._reading(parse)
        labels = {name: [0] * len(pieces.ids) for name in self.names}
        where: dict[int, Any] = {}
        for token in parse.doc:
            for at in range(token.idx, token.idx + len(token.text)):
                where[at] = token
        for i, span in enumerate(pieces.spans):
            token = where.get(span.start)
            if token is None:
                continue
            far = token.head.i - token.i
            bucket = max((k for k, edge in enumerate(FAR) if edge <= far), default=0)
            for name, value in (("tag", token.tag_), ("relation", token.dep_), ("name", token.ent_type_)):
                labels[name][i] = self._number(name, value)
            labels["far"][i] = bucket + 1
        self._rules(reading, pieces, labels)
        return labels

    def _rules(self, reading: Reading, pieces: Pieces, labels: dict[str, list[int]]) -> None:
        def mark(span: Span, name: str, value: int) -> None:
            for i, piece in enumerate(pieces.spans):
                if piece.touches(span):
                    labels[name][i] = value

        for draft in reading.drafts:
            mark(draft.trigger, "type", 1 + TYPES.index(draft.type))
        for attribution in reversed(reading.attributions):
            for role, spans in ((3, attribution.content), (1, attribution.source), (2, attribution.cue)):
                for span in spans:
                    mark(span, "role", role)

    def _number(self, name: str, value: str) -> int:
        """The number of a value; one that was not seen before gets the next."""
        if not value:
            return 0
        if value not in self.names[name]:
            self.names[name].append(value)
        return self.names[name].index(value)
