"""How the text stands to a place: in it, near it, at its border, in a part of it."""

import re

from sayso.model import PlaceRelation, Span

REACH = 48  # characters before the name that can bear on it
_SIDE = r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)"
NEAR = re.compile(
    rf"\b(?:near|nearby|close to|outside(?: of)?|outskirts of|suburbs? of|vicinity of|surrounding|{_SIDE} of"
    r"|(?:km|kilomet(?:re|er)s?|miles?) from|just off|off the coast of|approach(?:es)? to|around)\s+(?:the\s+)?"
    r"(?:(?:\w+ )?(?:city|town|village|port|capital) of\s+)?$"
)
BORDER = re.compile(
    r"\b(?:borders? (?:of|with|between|to|near)|frontier (?:of|with)|bordering|(?:edge|limits?|boundary) of)"
    r"\s+(?:the\s+)?$"
)
# "Ukraine's eastern" before "Donetsk region": what stands before it bears on the region.
OWNER = re.compile(r"\b(?:[A-Z][\w.-]+\s+){0,2}[A-Z][\w.-]+['’]s?\s+(?:[a-z-]+ern\s+)?$")
OWNS = re.compile(r"['’]s?\s+(?:[a-z-]+ern\s+)?[A-Z]")
BORDER_AFTER = re.compile(r"(?:['’]s?)?\s+(?:\w+\s+)?(?:border|frontier)s?\b")
PART = re.compile(
    rf"\b(?:(?:{_SIDE}(?:ern)?|central|upper|lower|occupied|rural|mainland)|parts? of|areas of|countryside of"
    r"|(?:north|south|east|west|centre|center|interior) of the)\s+(?:the\s+)?$"
)


def relation_of(span: Span, text: str) -> PlaceRelation:
    """The relation that the words around a place's name tell; "in" where they tell nothing."""
    if OWNS.match(text, span.end):
        return "in"
    before = OWNER.sub("", text[max(0, span.start - REACH) : span.start]).lower().replace("\n", " ")
    after = text[span.end : span.end + 24].lower()
    if BORDER.search(before) or BORDER_AFTER.match(after):
        return "border"
    if NEAR.search(before):
        return "near"
    return "part" if PART.search(before) else "in"
