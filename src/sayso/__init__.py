"""Sayso: conflict news in, evidence out.

    import sayso
    claims = sayso.read("Kyiv said ...", published="2025-06-08", outlet="Example Wire")
    claims[0].type, claims[0].voices, claims.to_pandas()

`read` and `read_many` give claims, `annotate` and `annotate_many` the mentions they are made of; `open_ledger` opens a
ledger, which keeps reports and claims and tells what they add up to. Importing this package loads no model; the first
call does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.errors import SaysoError
from sayso.model import Annotation, Claim, Event, Report, report_id
from sayso.results import Claims, Events
from sayso.version import VERSION

if TYPE_CHECKING:
    from sayso.desk import Ledger, open_ledger
    from sayso.pipeline import ReadReport

__all__ = [
    "Annotation", "Claim", "Claims", "Event", "Events", "Ledger", "Report", "SaysoError", "annotate", "annotate_many",
    "open_ledger", "read", "read_many",
]  # fmt: skip
__version__ = VERSION


def __getattr__(name: str) -> Any:
    """`Ledger` and `open_ledger`, imported where they are wanted, since they take what reading takes with them."""
    if name in ("Ledger", "open_ledger"):
        from sayso import desk

        return getattr(desk, name)
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def read(
    text: str,
    *,
    published: str | date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    model: str | None = None,
    reader: str | None = None,
) -> Claims:
    """The claims of one report's text, and of its title where one is given.

    `published` is the day of publication (a date, or ISO 8601 text such as "2025-06-08"); without it relative days stay
    unresolved. `model` names a spaCy pipeline, `reader` the reader: `rules`, `llm`, or the folder of a trained one.
    Raises SaysoError where the day is no day, or the model or the reader is missing.
    """
    return read_many([_report(text, published, outlet, title)], model=model, reader=reader)


def read_many(reports: Iterable[Report], *, model: str | None = None, reader: str | None = None) -> Claims:
    """The claims of many reports, in their order. Reports that are not English are left out and named in `problems`."""
    claims: list[Claim] = []
    problems: list[str] = []
    for result in _read(reports, model, reader):
        claims += result.claims
        problems += map(str, result.problems)
        if result.report.published is None and not result.skipped:
            problems.append(f"{result.report.id}: has no date: relative days stay unresolved. Give `published`.")
    return Claims(claims, problems)


def annotate(
    text: str,
    *,
    published: str | date | None = None,
    outlet: str | None = None,
    model: str | None = None,
    reader: str | None = None,
) -> Annotation:
    """The mentions in one report's text: attributions, places, times, actors, counts."""
    return next(annotate_many([_report(text, published, outlet, None)], model=model, reader=reader))


def annotate_many(
    reports: Iterable[Report], *, model: str | None = None, reader: str | None = None
) -> Iterator[Annotation]:
    """The mentions in many reports, one annotation a report, in their order."""
    return (result.annotation for result in _read(reports, model, reader))


def _read(reports: Iterable[Report], model: str | None, reader: str | None) -> Iterator[ReadReport]:
    from sayso.pipeline import read_claims
    from sayso.settings import Settings

    return read_claims(reports, Settings.from_environment(model=model, reader=reader))


def _report(text: str, published: str | date | None, outlet: str | None, title: str | None) -> Report:
    if not text.strip():
        raise SaysoError("The text is empty.", "Give the words of a report.")
    day = _day(published)
    text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return Report(
        id=report_id(text, title, day, outlet), text=text, title=title or None, published=day, outlet=outlet or None
    )


def _day(given: str | date | None) -> date | None:
    if given is None or isinstance(given, date):
        return given
    try:
        return date.fromisoformat(given[:10])
    except ValueError as error:
        raise SaysoError(f"{given!r} is no day.", "Write it as 2025-06-08.") from error
