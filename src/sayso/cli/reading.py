"""What `read` and `annotate` share: options, the run over all sources, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click
import msgspec

from sayso.cli.outputs import Formats, formats_of, output_options, writers_for
from sayso.cli.screen import Tick, progress, tell
from sayso.output.formats import STDOUT, opened

if TYPE_CHECKING:
    from sayso.pipeline import ReadReport

NOTHING_READ = 2


@dataclass(frozen=True, slots=True)
class Request:
    """What a run was asked for. `outputs` are files or `-`; `given` is the format for those whose name has none."""

    sources: tuple[str, ...]
    outputs: tuple[str, ...]
    given: str | None
    min_confidence: float
    published: date | None
    outlet: str | None
    reader: str | None
    model: str | None
    llm_url: str | None
    llm_model: str | None


READERS = (
    click.option("--llm-model", metavar="NAME", help="With --reader llm: the model's name on that server."),
    click.option("--llm-url", metavar="URL", help="With --reader llm: an OpenAI-compatible server, up to /v1."),
    click.option("--model", metavar="NAME", help="spaCy pipeline for English, by name or folder."),
    click.option("--reader", metavar="NAME", help="rules (the default), llm, or the folder of a trained reader."),
)


SURE = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Write only claims that are at least so likely to be wholly right (0 to 1).",
)


def reader_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What reports are read with: `reader` and `model`."""
    for option in READERS:
        command = option(command)
    return command


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """SOURCES, and what their reports may lack: `published`, `outlet`; the `reader` and the `model` to read
    them with."""
    for option in (
        *READERS,
        click.option("--outlet", metavar="NAME", help="Outlet of reports that do not tell it."),
        click.option(
            "--published",
            type=click.DateTime(["%Y-%m-%d"]),
            metavar="DATE",
            help="Day of publication (YYYY-MM-DD) of reports that do not tell it.",
        ),
        click.argument("sources", nargs=-1, required=True),
    ):
        command = option(command)
    return command


def reading_options(formats: Formats, *, sure: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of a command that reads reports, with `sure` also the least confidence of what is written. The
    command gets one Request."""

    def decorate(command: Callable[[Request], int]) -> Callable[..., Any]:
        @output_options(formats)
        @source_options
        def run(
            published: datetime | None, outputs: tuple[str, ...], min_confidence: float = 0.0, **options: Any
        ) -> int:
            day = published.date() if published else None
            return command(
                Request(min_confidence=min_confidence, published=day, outputs=outputs or (STDOUT,), **options)
            )

        run.__doc__ = command.__doc__
        return SURE(run) if sure else run

    return decorate


def run_reading(request: Request, formats: Formats) -> int:
    """Read all sources and write all outputs. Returns the exit status: 2 only where nothing could be read.

    Raises SaysoError where an output or its format cannot be had, before anything is read.
    """
    writers = writers_for(request.outputs, request.given, formats)
    status = Status()
    reads = _watched(request, status, quiet=_streams_to_terminal(request, formats))
    with ExitStack() as stack:
        outs = [(write, stack.enter_context(opened(target))) for target, write in writers]
        kept = reads if len(outs) == 1 else list(reads)
        for write, out in outs:
            write(iter(kept), out, tell)
    return 0 if status.reports else NOTHING_READ


@dataclass(slots=True)
class Status:
    """How far a run is."""

    reports: int = 0
    claims: int = 0


def _streams_to_terminal(request: Request, formats: Formats) -> bool:
    """Are lines written to a terminal while reading goes on? A progress line would be torn by them."""
    if STDOUT not in request.outputs or sys.stdout is None or not sys.stdout.isatty():
        return False
    return (STDOUT, "table") not in formats_of(request.outputs, request.given, formats)


def _reads(request: Request, tick: Tick) -> Iterator[ReadReport]:
    from sayso.grounding.gazetteer import open_gazetteer
    from sayso.ingest import Defaults, read_reports
    from sayso.pipeline import read_claims
    from sayso.reader import open_reader
    from sayso.settings import Settings

    settings = Settings.from_environment(request.model, request.reader, request.llm_url, request.llm_model)
    gazetteer = open_gazetteer(settings, lambda what, share: tick(f"building the gazetteer, once: {what}", share))
    tick("loading the reader", None)
    defaults = Defaults(published=request.published, outlet=request.outlet)
    reports = read_reports(request.sources, defaults, lambda problem: tell(str(problem)))
    reader = open_reader(settings, gazetteer)
    yield from read_claims(reports, settings, reader)
    for note in reader.notes:
        tell(note)


def _watched(request: Request, status: Status, *, quiet: bool) -> Iterator[ReadReport]:
    """The reports that are read, counted; the progress line ends with the last one, before a table is printed."""
    with progress(quiet=quiet) as tick:
        for read in _reads(request, tick):
            for problem in read.problems:
                tell(str(problem))
            if read.skipped:
                continue
            status.reports += 1
            if request.min_confidence:
                sure = tuple(c for c in read.claims if c.confidence >= request.min_confidence)
                read = msgspec.structs.replace(read, claims=sure)
            status.claims += len(read.claims)
            tick(f"{status.reports} reports, {status.claims} claims", None)
            yield read
