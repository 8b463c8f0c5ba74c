"""The whole flow on one screen: report -> pages -> readings -> claims."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from sayso.grounding.gazetteer import open_gazetteer
from sayso.grounding.ground import Grounder
from sayso.ingest.base import Problem
from sayso.model import Annotation, Claim, Page, Record, Report
from sayso.reader import Reader, open_reader
from sayso.settings import Settings
from sayso.text import lay_out
from sayso.text.language import check_language

_language = lru_cache(maxsize=64)(check_language)  # asked before and after reading, some reports apart


class ReadReport(Record, frozen=True, kw_only=True):
    """What was read of one report. `skipped` where it was left out as a whole; `problems` tell why."""

    report: Report
    claims: tuple[Claim, ...] = ()
    annotation: Annotation
    skipped: bool = False
    problems: tuple[Problem, ...] = ()


def read_claims(reports: Iterable[Report], settings: Settings, reader: Reader | None = None) -> Iterator[ReadReport]:
    """Read reports one after the other, in order; a report that is not English comes back with a problem alone.

    Raises SaysoError where the reader or the gazetteer cannot be had.
    """
    gazetteer = open_gazetteer(settings)
    reader = reader or open_reader(settings, gazetteer)
    grounder = Grounder(gazetteer)
    readings = reader.read(page for report in reports for page in _pages(report))
    for report, parts in groupby(readings, key=lambda reading: reading.page.report):
        foreign = _language(report)
        grounded = [(reading.page.part, *grounder.ground(reading)) for reading in parts]
        yield ReadReport(
            report=report,
            claims=tuple(claim for _, _, claims in grounded for claim in claims),
            annotation=_joined(report, [annotation for part, annotation, _ in grounded if part == "text"]),
            skipped=foreign is not None,
            problems=(foreign,) if foreign else (),
        )


def _pages(report: Report) -> tuple[Page, ...]:
    """The pages that are read; of a report that is not English an empty one, so that it is not lost."""
    if _language(report) is not None:
        return (Page(report=report, part="text", text=report.text, blocks=()),)
    return lay_out(report)


def _joined(report: Report, annotations: list[Annotation]) -> Annotation:
    """The mentions of all pages of a report's text; long texts come in several pages."""
    return Annotation(
        report=report.id,
        attributions=tuple(a for each in annotations for a in each.attributions),
        places=tuple(p for each in annotations for p in each.places),
        times=tuple(t for each in annotations for t in each.times),
        actors=tuple(a for each in annotations for a in each.actors),
        counts=tuple(c for each in annotations for c in each.counts),
    )
