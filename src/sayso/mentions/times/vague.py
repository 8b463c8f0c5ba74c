"""Times that are no place on the calendar: now, the past, the future."""

import re
from collections.abc import Callable

from sayso.mentions.times.rule import Found, Reader, Rule, rule


def _ref(value: str) -> Callable[[re.Match[str], Reader], Found]:
    found = Found("DATE", value)
    return lambda _match, _reader: found


RULES: tuple[Rule, ...] = (
    rule(
        "word",
        r"(?i:(?:(?:right|just|even|by|until) )?now|at (?:present|the moment|this (?:time|moment|stage))"
        r"|these days|nowadays|the present(?: day)?|present day|currently|presently|the time being"
        r"|this moment)\b",
        _ref("PRESENT_REF"),
    ),
    rule("word", r"(?<!direct )(?<!alternating )current\b(?! (?:affairs|account|events)\b)", _ref("PRESENT_REF")),
    rule("word", r"(?i:(?:more )?recently|in the (?P<it>past)|lately)\b", _ref("PAST_REF")),
    rule("word", r"(?<!most )(?<!more )(?i:recent)\b", _ref("PAST_REF")),
    rule(
        "word",
        r"(?i:the (?:(?:near|foreseeable|immediate|not too distant|distant) )?future|near future)\b",
        _ref("FUTURE_REF"),
    ),
)
