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
from sayso.mentions.times.rule import Found, Reader, Rule, Tense
from sayso.mentions.times.tense import tense_from_words
from sayso.model.when import TimeMention

RULES: tuple[Rule, ...] = tuple(
    rule
    for kind in (clock, ranges, dates, months, years, weekdays, parts, quarters, steps, relative, feasts, periods, sets,
                 durations, vague)
    for rule in kind.RULES
)  # fmt: skip

REACH = 60  # characters on either side of a trigger in which its time lies

# Every time holds one of these; the groups tell which rules are worth a try.
_TRIGGERS = re.compile(
    r"(?P<decade>['’]\d0s|\d\d\d0['’]?s\b)"
    r"|(?P<clock>\d:\d|(?<=\d)\s?[AaPp]\.?[Mm]\b|o['’]clock|\b(?:GMT|UTC|[A-Z]{2,3}T|MSK)\b"
    r"|(?<=\d\d\d\d)\s(?:hours|hrs)\b|\b(?i:local|moscow|kyiv) time)"
    r"|(?P<era>\b(?:BCE?|AD|CE)\b|\b(?:B\.C\.|A\.D\.))"
    r"|(?P<digits>\d{3,}|\d[./]\d)"
    r"|\b(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Za-z]{0,6}\b)"
    r"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY))"
    r"|(?<![A-Za-z])(?:"
    r"(?P<season>(?i:springs?|springtime|summers?|summertime|autumn|fall|winters?|wintertime)\b)"
    r"|(?P<part>(?i:mornings?|afternoons?|evenings?|night|nighttime|dawn|dusk|noon|daybreak|sunrise|sunset|nightfall|midnight|midday)\b)"
    r"|(?P<century>(?i:century)\b)"
    r"|(?P<unit>(?i:seconds?|minutes?|hours?|days?|nights|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?"
    r"|centuries)(?:\b|(?=long)))"
    r"|(?P<set>(?i:every|each|per)\b)"
    r"|(?P<adverb>(?i:hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|everyday)\b)"
    r"|(?P<back>(?i:ago|earlier|later|before|after|afterwards?|previously|following|hence|thereafter|from now)\b)"
    r"|(?P<word>(?i:now|today|yesterday|tomorrow|tonight|overnight|currently|presently|recently|recent|lately|nowadays"
    r"|past|future|present|current|moment|stage|this time|time being"
    r"|\w{3,6}ties|nineteen|eighteen|seventeen|twenty|two thousand)\b|Q[1-4])"
    r"|(?P<feast>Christmas|Halloween|Easter|Thanksgiving|Epiphany|New Year|Boxing|Valentine|Victory|Armistice"
    r"|Remembrance|Veterans|Bastille|Labor|Fools|Saints|Women|Palm|Good|Ramadan|Eid|Ashura)"
    r")"
)
_BACK_ONLY = frozenset({"back", "set", "era"})  # these words alone make no time
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_SINCE = re.compile(r"\b[Ss]ince(?:\s(?:about|around|at\sleast|the|last|early|back\sin))?\s\Z")


def find_times(
    text: str, day: date | None, tense_at: Callable[[int], Tense | None] | None = None
) -> tuple[TimeMention, ...]:
    """The time expressions of a text in reading order, without overlap.

    `day` is the day of publication: relative times count from it, and without it they stay unresolved. `tense_at`
    tells the tense of the clause around an offset, which decides whether a bare "Sunday" or "June" lies ahead; the
    default looks at the nearest verb form. In a narrative (see `is_narrative`) relative and incomplete times refer to
    the last time told. A time after "since" covers the days up to that of publication.
    """
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
    for start, stop, triggers in _windows(text):
        found = [
            (*rule.span(match), match, rule)
            for rule in RULES
            if rule.triggers <= triggers
            for match in rule.pattern.finditer(text, start, stop)
        ]
        found.sort(key=lambda candidate: (candidate[0], -candidate[1]))
        yield from (candidate for candidate in found if candidate[0] < candidate[1])


def _windows(text: str) -> Iterator[tuple[int, int, set[str]]]:
    """Stretches around the triggers, joined where they overlap, with the kinds of trigger in each."""
    start = stop = -1
    triggers: set[str] = set()
    for match in _TRIGGERS.finditer(text):
        kind = match.lastgroup or ""
        if match.start() - REACH > stop:
            if triggers - _BACK_ONLY:
                yield start, stop, triggers
            start, triggers = max(stop, match.start() - REACH, 0), set()
        triggers.update(("century", "unit") if kind == "century" else (kind,))
        stop = _word_end(text, match.end() + REACH)
    if triggers - _BACK_ONLY:
        yield start, stop, triggers


def _word_end(text: str, offset: int) -> int:
    while offset < len(text) and not text[offset].isspace() and offset % 64:
        offset += 1
    return min(offset, len(text))


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
