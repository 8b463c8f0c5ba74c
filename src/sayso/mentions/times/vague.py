"""Times that are no place on the calendar: now, the past, the future."""

import re

from sayso.mentions.times.rule import Found, Reader, Rule, rule


def _ref(value: str):  # type: ignore[no-untyped-def]
    def read(m: re.Match[str], reader: Reader) -> Found | None:
        return Found("DATE", value)

    return read


RULES: tuple[Rule, ...] = (
    rule("word", r"\b(?:(?:right|just|even|by|until) )?now\b|\bat (?:present|the moment)\b|\b(?:these days|nowadays|the present(?: day)?|present day|currently|presently|at this (?:time|point|moment|stage)|the time being|this (?:moment|time))\b", _ref("PRESENT_REF"), re.I),
    rule("word", r"(?<!direct )\b(?<!alternating )current\b(?! (?:affairs|account|events))", _ref("PRESENT_REF")),
    rule("word", r"\b(?:more )?recently\b|\bin the (?P<it>past)\b|\blately\b|\bthe (?:recent )?past\b(?! \w)", _ref("PAST_REF"), re.I),
    rule("word", r"(?<!most )(?<!more )\brecent\b", _ref("PAST_REF"), re.I),
    rule("word", r"\bthe (?:(?:near|foreseeable|immediate|not too distant|distant) )?future\b|\bnear future\b", _ref("FUTURE_REF"), re.I),
)  # fmt: skip
