"""Invented events, stands and copies, one call each."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from invented_claims import REPORT

from sayso.fold.signals import Reason
from sayso.model import (
    Claim,
    Copies,
    Copy,
    Event,
    EventPlace,
    EventToll,
    FirstTime,
    Holder,
    Report,
    Side,
    Silence,
    Stance,
    Stand,
    VoiceToll,
)

JUNE = date(2025, 6, 6)


def day(number: int) -> date:
    return JUNE.replace(day=number)


def place(**changes: Any) -> EventPlace:
    known: dict[str, Any] = {
        "name": "Kolovets", "level": "settlement", "country": "UA", "admin1": "UA-12", "lat": 48.5, "lon": 36.0,
        "id": "geonames:1", "uncertainty_km": 3.0,
    }  # fmt: skip
    return EventPlace(**(known | changes))


def side(voice: str, stance: Stance = "asserts", first: int = 7, **changes: Any) -> Side:
    known: dict[str, Any] = {"country": voice[:3], "first": day(first), "last": day(first), "claims": ("c-1",)}
    return Side(voice=voice, stance=stance, **(known | changes))


def silence(voice: str = "RUS/GOV") -> Silence:
    return Silence(voice=voice, country=voice[:3], name=None, day=day(8), claims=("c-3",))


def toll(*by: VoiceToll, low: int | None = 2, best: int | None = 3, high: int | None = 5) -> EventToll:
    return EventToll(what="killed", low=low, best=best, high=high, by=by)


def counted(voice: str = "UKR/GOV", *numbers: int, name: str | None = None) -> VoiceToll:
    said = [(day(7 + at), number, number) for at, number in enumerate(numbers)]
    last, low, high = said[-1]
    return VoiceToll(voice=voice, name=name, low=low, high=high, day=last, claims=("c-1",), history=tuple(said[:-1]))


def event(**changes: Any) -> Event:
    known: dict[str, Any] = {
        "id": "e-1234567890abcdef1234", "type": "shelling", "types": ("shelling", "casualties"), "places": (place(),),
        "start": JUNE, "end": JUNE, "agents": ("RUS/MIL",), "targets": (), "status": "disputed",
        "sides": (side("UKR/GOV"), side("RUS/MIL", "denies", 8, name="Russian command")),
        "counts": (toll(counted("UKR/GOV", 2, 5), counted("-/NGO", 3)),), "reports": ("r-1", "r-2"),
        "independent_reports": 1, "claims": ("c-1", "c-2"), "first": FirstTime(stated=False, holds=None),
        "why": "2 claims tell of shelling at Kolovets on 6 June 2025.", "silent": (silence(),),
    }  # fmt: skip
    return Event(**(known | changes))


@dataclass(frozen=True)
class Told:
    """What the writers ask of a claim in a story."""

    claim: Claim
    stance: str = "asserts"
    report: Report | None = REPORT
    copy_of: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Story:
    """What the writers ask of a story."""

    event: Event
    entries: tuple[Told, ...]


@dataclass(frozen=True)
class Link:
    """What the writers ask of a link."""

    claim: Claim
    other: Claim
    event: str = "e-1"
    counts: float = 4.2
    reasons: tuple[Reason, ...] = ()


def reason(sentence: str, counts: float = 1.0) -> Reason:
    return Reason(signal="place", counts=counts, sentence=sentence)


def stand(voice: str = "RUS/MIL", **changes: Any) -> Stand:
    known: dict[str, Any] = {
        "place": place(), "holder": Holder(country="RUS", sector="MIL"), "relation": "entered", "denied": False,
        "name": None, "since": day(8), "until": None, "last": day(9), "said": day(8), "side": "Russia",
        "holder_side": "Russia", "concedes": False, "disputed": True, "claims": ("c-1",),
    }  # fmt: skip
    return Stand(voice=voice, **(known | changes))


def copies(agency: str | None = "Example Agency") -> Copies:
    return Copies(
        cluster="r-1",
        agency=agency,
        reports=(
            Copy(report="r-1", published=day(7), outlet="The Example Post", containment=1.0),
            Copy(report="r-2", published=None, outlet=None, containment=None),
        ),
    )
