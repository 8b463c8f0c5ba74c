"""The parts of an event in a few words for people. Every text of a report comes out safe to show and on one line."""

from datetime import date
from typing import Protocol

from sayso.model import PRESS, CountKind, Event, EventPlace, EventToll, FirstTime, Side, Silence, VoiceToll
from sayso.output.safe import one_line

VERBS = {"asserts": "asserted by", "denies": "denied by", "concedes": "conceded by"}


class Voiced(Protocol):
    """Whatever is somebody's: an actor id, or `press` with the outlet as the name."""

    @property
    def voice(self) -> str: ...

    @property
    def name(self) -> str | None: ...


def voice(v: Voiced) -> str:
    """`Hamas [PSE/REB]`, `RUS/MIL`; an outlet's own words are `The Example Post itself`, those of many `outlets`."""
    if v.voice == PRESS:
        return f"{one_line(v.name)} itself" if v.name else "outlets"
    return f"{one_line(v.name)} [{v.voice}]" if v.name else v.voice


def what(event: Event) -> str:
    """`advance, also told as clash`."""
    others = [spoken(t) for t in event.types if t != event.type]
    return spoken(event.type) + (f", also told as {', '.join(others)}" if others else "")


def spoken(value: str) -> str:
    """A value of the vocabulary in words."""
    return value.replace("_", " ")


def place(p: EventPlace) -> str:
    """`Robotyne (UA-23)`; a name that was not found in the gazetteer ends in `?`."""
    if p.id is None:
        return f"{one_line(p.name or '')} ?".strip()
    inside = p.admin1 or p.country
    return one_line(p.name or p.id) + (f" ({inside})" if inside else "")


def days(start: date | None, end: date | None) -> str:
    """`2025-06-08`, or `2025-06-01 to 2025-06-08`; empty where unknown."""
    if start is None or end is None:
        return ""
    return start.isoformat() if start == end else f"{start} to {end}"


def number(low: int | None, high: int | None) -> str:
    """`3`, `3 to 5`, `at least 3`, `up to 5`; `some` where nobody says."""
    if low is not None and low == high:
        return f"{low:,}"
    if high is None:
        return "some" if low is None else f"at least {low:,}"
    return f"up to {high:,}" if low is None else f"{low:,} to {high:,}"


def toll(t: EventToll) -> str:
    """`3 killed`; where voices differ `3 to 5 killed, best 4`."""
    best = "" if t.best is None or t.low == t.high else f", best {t.best:,}"
    return f"{number(t.low, t.high)} {counted(t.what)}{best}"


def growth(t: VoiceToll) -> str:
    """The numbers of one voice in time: `UKR/GOV 3 (2025-06-08), 5 (2025-06-09)`."""
    said = [*t.history, (t.day, t.low, t.high)]
    return f"{voice(t)} " + ", ".join(f"{number(low, high)}{_on(day)}" for day, low, high in said)


def counted(what: CountKind) -> str:
    """What is counted, as a word after a number."""
    return {"area_km2": "km²", "other": "counted"}.get(what, what)


def _on(day: date | None) -> str:
    return f" ({day})" if day else ""


def side(s: Side) -> str:
    """`asserted by RUS/MIL since 2025-06-08`."""
    return f"{VERBS[s.stance]} {voice(s)}" + (f" since {s.first}" if s.first else "")


def silence(s: Silence) -> str:
    """`no answer by RUS/GOV (2025-06-09)`."""
    return f"no answer by {voice(s)}{_on(s.day)}"


def first(f: FirstTime) -> str:
    """Whether a first holds; empty where none is stated."""
    if not f.stated:
        return ""
    if f.holds is None:
        return "told as a first; not tested, as its day or place is unknown"
    if f.holds:
        return "told as a first; the ledger knows of none before"
    known = "an earlier one" if len(f.earlier) == 1 else f"{len(f.earlier)} earlier ones"
    return f"told as a first, but the ledger has {known}: {', '.join(f.earlier)}"
