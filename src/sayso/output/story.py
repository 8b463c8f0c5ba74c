"""The story of an event as a text for people: how it stands and why, then every claim by day, with its words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.model import Claim, Event, Span
from sayso.output import event_phrases, phrases
from sayso.output.base import Notes, Story, Told
from sayso.output.html_page import Mark, pieces
from sayso.output.safe import one_line
from sayso.output.terminal import console

PLAIN_MARK = "**"  # around the trigger where the output is no terminal and knows no styles
SILENT = "silent"


@dataclass(slots=True)
class Printed:
    """A claim as the story shows it, with the reports that only reprint it."""

    told: Told
    reprints: list[Told] = field(default_factory=list)


def write_stories(stories: Iterable[Story], out: BinaryIO, notes: Notes) -> None:
    """One story after the other."""
    with console(out) as screen:
        for story in stories:
            for line in _head(story.event):
                screen.print(line, soft_wrap=not screen.is_terminal)
            day: str | None = None
            for printed in folded(story.entries):
                published = printed.told.claim.published or "no day"
                if published != day:
                    screen.print(Text(f"\n{published}{_days_after(day, published)}", style="bold"))
                    day = published
                _show(printed, screen)


def _days_after(before: str | None, day: str) -> str:
    """`, 79 days later`; nothing for the first day and for unknown ones."""
    try:
        days = (date.fromisoformat(day) - date.fromisoformat(before or "")).days
    except ValueError:
        return ""
    return f", {phrases.in_number(days, 'day')} later"


def _head(event: Event) -> Iterator[Text]:
    where = "; ".join(map(event_phrases.place, event.places)) or "an unnamed place"
    when = event_phrases.days(event.start, event.end) or "an unknown day"
    yield Text(f"{event_phrases.what(event)} · {where} · {when} · {event.id}", style="bold")
    said = [*map(event_phrases.side, event.sides), *map(event_phrases.silence, event.silent)]
    yield Text(f"{event.status}: {'; '.join(said)}" if said else event.status)
    yield Text(event.why)
    if event.first.stated:
        yield Text(event_phrases.first(event.first))
    for toll in event.counts:
        yield Text(f"{event_phrases.toll(toll)}: {'; '.join(map(event_phrases.growth, toll.by))}")
    reports = phrases.in_number(len(event.reports), "report")
    yield Text(f"{reports}, {event.independent_reports} without reprints")


def folded(entries: Sequence[Told]) -> list[Printed]:
    """The entries, those that repeat a claim of the report that they reprint folded into it."""
    found: list[Printed] = []
    by_report: dict[str, list[Printed]] = {}
    for told in entries:
        originals = by_report.get(told.copy_of, []) if told.copy_of is not None else []
        alike = [p for p in originals if _said(p.told) == _said(told)]
        same = next((p for p in alike if p.told.claim.sentence.text == told.claim.sentence.text), None)
        if alike:
            (same or alike[0]).reprints.append(told)
        else:
            found.append(Printed(told))
            by_report.setdefault(told.claim.report, []).append(found[-1])
    return found


def _said(told: Told) -> tuple[object, ...]:
    """What makes a claim the same in a reprint: words may be cut, so not the sentence."""
    claim = told.claim
    return told.stance, claim.type, claim.act, claim.polarity, tuple(voice.id for voice in claim.voices)


def _show(printed: Printed, screen: Console) -> None:
    told, claim = printed.told, printed.told.claim
    copy = f" (reprint of {told.copy_of})" if told.copy_of else ""
    screen.print(Text(f"  {_outlet(told)}{copy}: {voiced(told)}"), soft_wrap=not screen.is_terminal)
    shown = [sentence(claim, plain=not screen.is_terminal)]
    why = "; ".join(reason.sentence for reason in told.reasons if reason.counts > 0)
    shown.append(Text(f"{claim.id}{f': {why}' if why else ''}", style="dim"))
    if printed.reprints:
        shown.append(Text(f"also in {', '.join(dict.fromkeys(map(_outlet, printed.reprints)))}"))
    for line in shown:
        screen.print(Padding(line, (0, 0, 0, 4), expand=False))


def voiced(told: Told) -> str:
    """`Moscow [RUS/GOV] asserts advance`."""
    claim = told.claim
    counts = "".join(f"; {phrases.count(count)}" for count in claim.counts)
    verb = "has not answered:" if told.stance == SILENT else told.stance
    return f"{phrases.voices(claim)} {verb} {phrases.what(claim)}{counts}"


def sentence(claim: Claim, *, plain: bool) -> Text:
    """The sentence on one line with its trigger marked, on a terminal its content too."""
    whole, start = claim.sentence.text, claim.sentence.start
    spans = [(claim.trigger.span, "trigger"), *((span, "content") for span in claim.content)]
    marks: list[Mark] = [(Span(span.start - start, span.end - start), role, 0) for span, role in spans]
    text = Text()
    for piece in pieces(whole, Span(0, len(whole)), marks):
        words = re.sub(r"\s+", " ", piece.text)
        if plain:
            text.append(f"{PLAIN_MARK}{words}{PLAIN_MARK}" if "trigger" in piece.roles else words)
        else:
            style = "bold" if "trigger" in piece.roles else ""
            text.append(words, style=f"{style} underline".strip() if "content" in piece.roles else style)
    return text


def _outlet(told: Told) -> str:
    report = told.report
    return one_line((report and (report.outlet or report.id)) or told.claim.outlet or told.claim.report)
