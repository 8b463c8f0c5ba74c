"""A ledger of an invented week: a shelling that is told, reprinted and denied, a village said to be entered."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from invented_claims import TEXT, claim, place, voice, when

from sayso.desk import open_ledger
from sayso.desk.filing import Filing
from sayso.model import ActorMention, Claim, Holder, Report, Territory, Voice, run_of

RUN = run_of("1", "rules")
OTHER = (
    "Moscow said that nobody was killed by shelling near Kolovets on Friday, and that its troops had taken Kolovets."
)


def moscow(text: str = OTHER) -> Voice:
    known = voice("Moscow", text=text)
    return Voice(
        start=known.start, end=known.end, text="Moscow", country="RUS", sector="MIL", name=None, id="RUS/MIL",
        cue=known.cue, level=0,
    )  # fmt: skip


def russians() -> tuple[ActorMention, ...]:
    return (ActorMention(start=0, end=6, text="Moscow", country="RUS", sector="MIL", name=None, id="RUS/MIL"),)


def report(name: str, day: int, outlet: str, text: str = TEXT) -> Report:
    return Report(id=name, text=text, published=date(2025, 6, day), outlet=outlet)


def told(name: str, where: Report, **changes: Any) -> Claim:
    assert where.published is not None
    return claim(
        **{"id": name, "report": where.id, "published": where.published.isoformat(), "outlet": where.outlet} | changes
    )


def filings() -> Iterable[Filing]:
    first = report("r-1", 7, "The Example Post")
    reprint = report("r-2", 7, "The Reprint")
    answer = report("r-3", 8, "The Other Post", OTHER)
    shelling = {"agents": russians()}
    taken: dict[str, Any] = {
        "type": "capture", "voices": (moscow(),), "counts": (), "agents": russians(), "time": when("2025-06-08"),
        "territory": Territory(holder=Holder(country="RUS", sector="MIL"), relation="controls", place=0),
        "places": (place(relation="in"),),
    }  # fmt: skip
    yield Filing(report=first, claims=(told("c-1", first, **shelling),), run=RUN)
    yield Filing(report=reprint, claims=(told("c-2", reprint, **shelling),), run=RUN)
    denial = told("c-3", answer, act="deny", voices=(moscow(),), **shelling)
    yield Filing(report=answer, claims=(denial, told("c-4", answer, **taken)), run=RUN)


def war(path: Path) -> Path:
    """The ledger as a file."""
    with open_ledger(path, create=True) as ledger:
        assert ledger.keep(filings()) == {"new": 3}
    return path
