"""Joins the rules: where a trigger word stands the rules that need it look around it; the longest reading wins."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from sayso.mentions.times import clock, dates, durations, periods, quarters, ranges, relative, sets, vague, weekdays
from sayso.mentions.times.calendar import Days, days_of, edtf_of
from sayso.mentions.times.narrative import is_narrative
from sayso.mentions.times.rule import Found, Reader, Rule, Tense, Trigger
from sayso.mentions.times.tense import tense_from_words
from sayso.model.when import TimeMention

RULES: tuple[Rule, ...] = (
    *clock.RULES, *ranges.RULES, *dates.RULES, *weekdays.RULES, *quarters.RULES, *relative.RULES, *periods.RULES,
    *sets.RULES, *durations.RULES, *vague.RULES,
)  # fmt: skip

REACH = 60  # characters on either side of a trigger in which its time lies

# Every time holds one of these; the groups tell which rules are worth a try.
_TRIGGERS = re.compile(
    r"(?P<digits>['’]\d0s|\d{3,}|\d[:./]\d|\b\d{1,2}(?=\s?(?:[ap]\.?m|[AaPp]\.?[Mm]\b|o['’]clock|AD|BC|A\.D|B\.C|CE))|\bA\.?D\.?\s)"
    r"|\b(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)"
    r"(?:[a-z]{2,6}|[A-Z]{1,6}|[ye])?\b)"
    r"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)(?:day|DAY)s?)"
    r"|(?<![A-Za-z])(?P<unit>(?i:seconds?|minutes?|hours?|days?|nights?|nighttime|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?"
    r"|century|centuries|mornings?|afternoons?|evenings?|springs?|springtime|summers?|summertime|autumn|fall|winters?|wintertime"
    r"|(?:hour|day|night|week|month|year|decade)s?long))(?![A-Za-z])"
    r"|\b(?P<word>(?i:now|today|yesterday|tomorrow|tonight|overnight|currently|presently|recently|recent|lately|nowadays|past"
    r"|future|present|current|moment|stage|this time|time being|hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|everyday"
    r"|dawn|daybreak|sunrise|dusk|sunset|nightfall|midnight|midday|noon|\w+ties|nineteen|eighteen|seventeen|twenty|two thousand"
    r"|Christmas|Halloween|Easter|Thanksgiving|Epiphany)|Q[1-4]|New Year|Eve|Good Friday|Palm|Boxing|Valentine|Victory|Armistice|Remembrance|Veterans|"
    r"Bastille|Labor|Memorial|Fools|Saints|Women)\b"
)
_SINCE = re.compile(r"\b[Ss]ince(?:\s(?:about|around|at\sleast|the|last|early|back\sin))?\s\Z")
_BREAK = re.compile(r"\n\s*\n")


def find_times(
    text: str, day: date | None, tense_at: Callable[[int], Tense | None] | None = None
) -> tuple[TimeMention, ...]:
    """The time expressions of a text in reading order, without overlap.

    `day` is the day of publication: relative times count from it, and without it they stay unresolved. `tense_at`
    tells the tense of the clause around an offset, which decides whether a bare "Sunday" or "June" lies ahead; the
    default looks at the nearest verb form. In a narrative (see `is_narrative`) relative and incomplete times refer to
    the last time told. A time after "since" covers the days up to that of publication.
    """
    reader = Reader(text, day, is_narrative(text, day), tense_at or tense_from_words(text))
    mentions: list[TimeMention] = []
    end = 0
    for start, stop, match, found_by in _candidates(text):
        if start < end:
            continue
        found = found_by.read(match, reader)
        if found is None:
            continue
        reader.see(found, start)
        mentions.append(_mention(reader, start, stop, found))
        end = stop
    return tuple(mentions)


def _candidates(text: str) -> Iterator[tuple[int, int, re.Match[str], Rule]]:
    """All matches of all rules, from left to right, the longer first, then in the order of the rules."""
    for start, stop, triggers in _windows(text):
        matches = []
        for order, rule in enumerate(RULES):
            if rule.triggers & triggers:
                for match in rule.pattern.finditer(text, start, stop):
                    span = match.span("it") if "it" in rule.pattern.groupindex and match["it"] else match.span()
                    if span[0] < span[1]:
                        matches.append((span[0], -span[1], order, match))
        matches.sort(key=lambda m: m[:3])
        for first, minus_last, order, match in matches:
            yield first, -minus_last, match, RULES[order]


def _windows(text: str) -> Iterator[tuple[int, int, set[Trigger]]]:
    """Stretches around the triggers, joined where they overlap, cut at the ends of paragraphs."""
    start = stop = -1
    triggers: set[Trigger] = set()
    for match in _TRIGGERS.finditer(text):
        kind: Trigger = match.lastgroup  # type: ignore[assignment]
        if match.start() - REACH <= stop:
            triggers.add(kind)
        else:
            if triggers:
                yield start, stop, triggers
            start, triggers = max(stop, match.start() - REACH, 0), {kind}
        stop = _word_end(text, match.end() + REACH)
    if triggers:
        yield start, stop, triggers


def _word_end(text: str, offset: int) -> int:
    while offset < len(text) and not text[offset].isspace() and offset % 64:
        offset += 1
    return min(offset, len(text))


def _mention(reader: Reader, start: int, stop: int, found: Found) -> TimeMention:
    days: Days | None = found.days or days_of(found.value, found.mod)
    if days and found.type != "SET" and reader.now and days[0] <= reader.now:
        if _SINCE.search(reader.text[max(0, start - 24) : start]):
            days = days[0], max(days[1], reader.now)
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
