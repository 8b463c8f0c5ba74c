"""Events as a table for people."""

from collections.abc import Iterable
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sayso.model import Event
from sayso.output import event_phrases as phrases
from sayso.output.base import Notes
from sayso.output.phrases import in_number
from sayso.output.terminal import console

NAMED = 3  # voices of a stance that a row names
ID = 10  # characters of an id that a row shows: enough to tell events apart
COLOURS = {"disputed": "red", "conceded": "yellow", "corroborated": "green"}


def write_events(events: Iterable[Event], out: BinaryIO, notes: Notes) -> None:
    """A row an event, then how many there are."""
    events = list(events)
    with console(out) as screen:
        if events:
            screen.print(_table(events, screen.width))
        screen.print(
            f"{in_number(len(events), 'event')}. In brackets: reports without reprints. `sayso event ID` shows one."
            if events
            else "No event fits.",
            highlight=False,
        )


def _table(events: Iterable[Event], width: int) -> Table:
    what = max(16, min(34, (width - 31) * 2 // 5))  # 31: day, reports, id and gaps; how it stands gets what is left
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("When", width=10)
    table.add_column("What and where", width=what, overflow="fold")
    table.add_column("How it stands", overflow="fold")
    table.add_column("Reports", width=7)
    table.add_column("Id", width=ID)
    for event in events:
        told = "; ".join([phrases.what(event), *map(phrases.toll, event.counts)])
        words = said(event)
        table.add_row(
            Text(phrases.days(event.start, event.end)),
            Text("\n".join(filter(None, (told, _where(event))))),
            Text.assemble((event.status, COLOURS.get(event.status, "bold")), f": {words}" if words else ""),
            Text(f"{len(event.reports)} ({event.independent_reports})"),
            Text(event.id[:ID]),
        )
    return table


def _where(event: Event) -> str:
    if not event.places:
        return ""
    more = len(event.places) - 1
    return phrases.place(event.places[0]) + (f" and {more} more" if more else "")


def said(event: Event) -> str:
    """`asserted by A, B; denied by C; no answer by D`, with a word on the first time."""
    parts = []
    for stance, verb in phrases.VERBS.items():
        voices = list(dict.fromkeys(phrases.voice(side) for side in event.sides if side.stance == stance))
        if voices:
            more = f" and {len(voices) - NAMED} more" if len(voices) > NAMED else ""
            parts.append(f"{verb} {', '.join(voices[:NAMED])}{more}")
    parts += [phrases.silence(silence) for silence in event.silent]
    if event.first.stated:
        parts.append({True: "first time", False: "not the first time", None: "first time?"}[event.first.holds])
    return "; ".join(parts)
