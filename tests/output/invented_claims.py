"""Invented claims, one call a claim."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sayso.model import (
    ActorMention,
    Annotation,
    AttributionSpans,
    Claim,
    CountMention,
    PlaceMention,
    Report,
    Span,
    TimeMention,
    Voice,
    When,
    Words,
)

TEXT = "Kyiv said two people were killed by shelling near Kolovets on Friday."
REPORT = Report(id="r-1", text=TEXT, title="Shelling kills two", published=date(2025, 6, 7), outlet="The Example Post")


def words(piece: str, text: str = TEXT) -> Words:
    start = text.index(piece)
    return Words(start=start, end=start + len(piece), text=piece)


def place(piece: str = "Kolovets", text: str = TEXT, **changes: Any) -> PlaceMention:
    at = words(piece, text)
    known: dict[str, Any] = {
        "id": "geonames:1", "name": piece, "level": "settlement", "country": "UA", "admin1": "UA-12", "lat": 48.5,
        "lon": 36.0, "uncertainty_km": 3.0, "relation": "near", "confidence": 0.9,
    }  # fmt: skip
    return PlaceMention(start=at.start, end=at.end, text=at.text, **(known | changes))


def voice(piece: str = "Kyiv", cue: str | None = "said", text: str = TEXT, level: int = 0) -> Voice:
    at = words(piece, text)
    return Voice(
        start=at.start, end=at.end, text=at.text, country="UKR", sector="GOV", name=None, id="UKR/GOV",
        cue=words(cue, text) if cue else None, level=level,
    )  # fmt: skip


def when(first: str, last: str | None = None) -> When:
    last = last or first
    return When(text=None, start=date.fromisoformat(first), end=date.fromisoformat(last), edtf=f"{first}/{last}")


def claim(**changes: Any) -> Claim:
    two, content = words("two"), words("two people were killed by shelling near Kolovets on Friday")
    known: dict[str, Any] = {
        "id": "c-1", "report": "r-1", "part": "text",
        "sentence": Words(start=0, end=len(TEXT), text=TEXT), "trigger": words("shelling"),
        "type": "shelling", "act": "assert", "polarity": "affirmed", "reality": "actual", "first": False,
        "quote": "indirect", "content": (content.span,), "voices": (voice(),), "agents": (), "targets": (),
        "places": (place(),), "time": when("2025-06-06"),
        "counts": (CountMention(start=two.start, end=two.end, text="two", what="killed", low=2, high=2),),
        "territory": None, "confidence": 0.8, "how": {"type": "the noun 'shelling'"},
        "published": "2025-06-07", "outlet": "The Example Post",
    }  # fmt: skip
    return Claim(**(known | changes))


def annotation(text: str = TEXT) -> Annotation:
    friday, kyiv = words("Friday", text), words("Kyiv", text)
    return Annotation(
        report="r-1",
        attributions=(
            AttributionSpans(source=(Span(0, 4),), cue=(Span(5, 9),), content=(Span(10, 68),), quote="indirect"),
        ),
        places=(place(text=text),),
        times=(TimeMention(start=friday.start, end=friday.end, text="Friday", type="DATE", value="2025-06-06"),),
        actors=(
            ActorMention(
                start=kyiv.start, end=kyiv.end, text="Kyiv", country="UKR", sector="GOV", name=None, id="UKR/GOV"
            ),
        ),
        counts=(),
    )


@dataclass(frozen=True)
class Read:
    """What the writers ask of a report that was read."""

    report: Report = REPORT
    claims: tuple[Claim, ...] = field(default_factory=lambda: (claim(),))
    annotation: Annotation = field(default_factory=annotation)
