"""Joins the rules: where trigger words stand, the rules that need them look around; the longest reading wins."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import zip_longest

from msgspec import structs

from sayso.mentions.times import (
    clock,
    dates,
    durations,
    feasts,
    months,
    parts,
    periods,
    quarters,
    ranges,
    relative,
    sets,
    steps,
    vague,
    weekdays,
    years,
)
from sayso.mentions.times.calendar import Days, days_of, edtf_of
from sayso.mentions.times.narrative import is_narrative
from sayso.mentions.times.opening import opening_day
from sayso.mentions.times.rule import Found, Reader, Rule, Tense
from sayso.mentions.times.tense import tense_from_words
from sayso.mentions.times.triggers import windows
from sayso.model.when import TimeMention

RULES: tuple[Rule, ...] = tuple(
    rule
    for kind in (clock, ranges, dates, months, years, weekdays, parts, quarters, steps, relative, feasts, periods, sets,
                 durations, vague)
    for rule in kind.RULES
)  # fmt: skip

_LINK = re.compile(r"(?:https?://|www\.)\S+")
_SINCE = re.compile(r"\b[Ss]ince(?:\s(?:about|around|at\sleast|the|last|early|back\sin))?\s\Z")


def find_times(
    text: str, day: date | None, tense_at: Callable[[int], Tense | None] | None = None
) -> tuple[TimeMention, ...]:
    """The time expressions of a text in reading order, without overlap.

    `day` is the day of publication: relative times count from it. Where it is None, they count from the day with which
    the text opens, if it does, and else stay unresolved. `tense_at`
    tells the tense of the clause around an offset, which decides whether a bare "Sunday" or "June" lies ahead; the
    default looks at the nearest verb form. In a narrative (see `is_narrative`) relative and incomplete times refer to
    the last time told. A time after "since" covers the days up to that of publication.
    """
    day = day or opening_day(text)
    links = [m.span() for m in _LINK.finditer(text)] if "://" in text or "www." in text else []
    reader = Reader(text, day, is_narrative(text, day), tense_at or tense_from_words(text))
    mentions: list[TimeMention] = []
    end = 0
    for start, stop, match, rule in _candidates(text):
        while links and links[0][1] <= start:
            links.pop(0)
        if start >= end and not (links and links[0][0] <= start) and (found := rule.read(match, reader)):
            reader.see(found, start)
            mentions.append(_mention(reader, start, stop, found))
            end = stop
    return tuple(_reach(text, mentions))


def _candidates(text: str) -> Iterator[tuple[int, int, re.Match[str], Rule]]:
    """All matches of all rules, from left to right, the longer first, then in the order of the rules."""
    for start, stop, triggers in windows(text):
        found = [
            (*rule.span(match), match, rule)
            for rule in RULES
            if rule.triggers <= triggers
            for match in rule.pattern.finditer(text, start, stop)
        ]
        found.sort(key=lambda candidate: (candidate[0], -candidate[1]))
        yield from (candidate for candidate in found if candidate[0] < candidate[1])


def _reach(text: str, mentions: list[TimeMention]) -> Iterator[TimeMention]:
    """The first time of a range ("26" of "between 26 and 29 June", "June 8" of "June 8-9") covers the whole range."""
    for mention, following in zip_longest(mentions, mentions[1:]):
        first, last = mention.first, following.last if following else None
        if first and last and mention.last and mention.last <= last and "SET" not in (mention.type, following.type):
            joint = text[mention.end : following.start].strip()
            before = text[max(0, mention.start - 14) : mention.start]
            if len(joint) <= 7 and (joint in _TO or (joint in ("and", "and the") and _BETWEEN.search(before))):
                mention = structs.replace(mention, last=last, edtf=edtf_of(first, last))
        yield mention


_TO = frozenset(("-", "–", "—", "to", "until", "till", "through", "to the"))
_BETWEEN = re.compile(r"\b[Bb]etween\s(?:the\s|about\s)?\Z")


def _mention(reader: Reader, start: int, stop: int, found: Found) -> TimeMention:
    days: Days | None = found.days or days_of(found.value, found.mod)
    now = reader.now
    if days and now and days[0] <= now and _SINCE.search(reader.text, max(0, start - 24), start):
        days = days[0], max(days[1], now)
    return TimeMention(
        start=start,
        end=stop,
        text=reader.text[start:stop],
        type=found.type,
        value=found.value,
        first=days[0] if days else None,
        last=days[1] if days else None,
        edtf=edtf_of(*days) if days else None,
    )
