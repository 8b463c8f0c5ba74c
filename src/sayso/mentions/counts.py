"""Numbers -> counts: what a number of the text counts (the killed, the displaced, the drones).

Three looks, the surest first: the state that follows the number ("18 wounded", "40 people had been killed"), the verb
or noun that governs it in the parse ("killing at least one", "a death toll of 22"), and its neighbours in a list or
before "including", whose kind it shares. Whatever is left counts something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.language.parse import Parse, sentences
from sayso.mentions.count_kinds import fitting, own_kind
from sayso.mentions.count_states import CASUALTIES, LINKS, PART
from sayso.mentions.counted import Counted, counted_in, listed
from sayso.model import CountKind, CountMention

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens


def find_counts(parse: Parse) -> tuple[CountMention, ...]:
    """All counts of a page in reading order."""
    counts: list[CountMention] = []
    for sentence in sentences(parse.doc):
        counted = list(counted_in(sentence))
        counted.sort(key=lambda c: c.first.i)
        for one, what in zip(counted, _kinds(counted, sentence), strict=True):
            if what is not None:
                span = one.number.span
                counts.append(CountMention(
                    start=span.start, end=span.end, text=span.of(parse.page.text),
                    what=what, low=one.number.low, high=one.number.high,
                ))  # fmt: skip
    return tuple(counts)


def _kinds(counted: list[Counted], sentence: Tokens) -> list[CountKind | None]:
    kinds: list[CountKind | None] = [own_kind(one, sentence) for one in counted]
    doc = sentence.doc
    for i in range(len(counted) - 2, -1, -1):  # "two colonels and 12 officers were killed"
        if kinds[i] is None and kinds[i + 1] and _in_list(doc, counted[i], counted[i + 1]):
            kinds[i] = fitting(kinds[i + 1], counted[i])
    for i in range(1, len(counted)):  # "5 people, including 2 children"
        shared = kinds[i] is None and kinds[i - 1] in CASUALTIES | {"displaced"}
        if shared and (_is_part(doc, counted[i - 1], counted[i]) or _in_list(doc, counted[i - 1], counted[i])):
            kinds[i] = fitting(kinds[i - 1], counted[i])
    for i, one in enumerate(counted):
        if (one.single and kinds[i] not in ("killed", "wounded")) or (i and _converted(one, counted[i - 1], doc)):
            kinds[i] = None
        elif kinds[i] is None or (kinds[i] == "other" and one.is_one):
            kinds[i] = _other(one)
    return kinds


def _converted(one: Counted, before: Counted, doc: Doc) -> bool:
    """The same length or sum once more, in other units: "30km (19 miles)"."""
    return one.number.unit == before.number.unit == "length" and doc[one.first.i - 1].text == "("


def _in_list(doc: Doc, first: Counted, second: Counted) -> bool:
    """Only the noun of the first and a comma or "and" stand between."""
    between = [t for t in doc[first.after : second.first.i] if t.idx < second.number.span.start]
    return bool(between) and all(t.lower_ in LINKS or t.pos_ in ("DET",) for t in between)


def _is_part(doc: Doc, first: Counted, second: Counted) -> bool:
    """The second number is a part of the first: "48 people, among them 10 children"."""
    between = [t.lower_ for t in doc[first.after : second.first.i]]
    following = [t.lower_ for t in doc[second.after : second.after + 3]]
    return (
        bool(PART & set(between))
        or (":" in between and len(between) < 7)
        or following[:2]
        in (
            ["of", "them"],
            ["of", "whom"],
            ["among", "them"],
            ["were", "women"],
        )
    )


def _other(one: Counted) -> CountKind | None:
    """`other`, or None for numbers that only point ("the two sides", "one of them")."""
    lemma = one.noun.lemma_.lower() if one.noun is not None else None
    before = one.first.nbor(-1).lower_ if one.first.i else ""
    things = one.number.unit == "things"
    if one.single or one.is_one or _speaks(one):
        return None
    few = one.number.low == one.number.high and (one.number.low or 0) < 4
    if few and (lemma in listed("pairs") or before in ("the", "these", "those", "both")):
        return None
    if before == "from" and any(t.lower_ == "toll" for t in one.first.sent):
        return None  # what a toll was before: "to 31 from 28"
    if one.first.dep_ == "nummod" and one.first.head.i < one.first.i and one.first.head.pos_ == "PROPN":
        return None  # a part of a name: "Nord Stream 2"
    after = one.first.doc[one.after] if one.after < len(one.first.doc) else None
    if lemma is None and things and before not in ("from", "to"):
        return "other" if after is not None and after.pos_ in ("VERB", "AUX") else None
    return "other"


def _speaks(one: Counted) -> bool:
    """Those who are counted only say something: "two officials said", "according to two drivers"."""
    noun = one.noun
    if noun is None:
        return False
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "to" and noun.head.head.lower_ == "according"
    return noun.dep_ == "nsubj" and noun.head.lemma_.lower() in listed("says")
