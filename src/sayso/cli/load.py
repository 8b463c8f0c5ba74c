"""`sayso load`: lines of a dump into a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sayso.cli.add import in_words
from sayso.cli.asking import LedgerFile, ledger_options
from sayso.cli.screen import Tick, progress, tell

if TYPE_CHECKING:
    from sayso.ingest.base import Document


@click.command("load", short_help="Lines of a dump into a ledger.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@ledger_options
def load_command(files: tuple[str, ...], ledger: str, sides: str | None) -> int:
    """Add what `sayso dump` wrote to a ledger, which is made where there is none.

    FILE is a dump, also as .gz or .zst, or - for the standard input. What the ledger has is not added again. A broken
    line ends the run; what came before it is kept.
    """
    return load(files, LedgerFile(ledger, sides))


def load(files: tuple[str, ...], where: LedgerFile) -> int:
    """Load the files one after the other and tell what was added. No ledger is made before the first can be opened.

    Raises SaysoError where a file or the ledger cannot be had, or a line is no line of a dump.
    """
    from sayso.output.phrases import in_number

    loaded: Counter[str] = Counter()
    first = _opened(files[0])
    with first.stream, where.open(create=True) as ledger, progress() as tick:
        loaded.update(ledger.load(_lines(first, tick)))
        for name in files[1:]:
            document = _opened(name)
            with document.stream:
                loaded.update(ledger.load(_lines(document, tick)))
        tick("linking claims to events", None)
        ledger.fold()
    tell(f"{in_words(loaded)}, {in_number(loaded['verdicts'], 'verdict')} in {where.path}.")
    return 0


def _opened(name: str) -> Document:
    """The document of a name. Raises SaysoError where it cannot be had."""
    from sayso.errors import SaysoError
    from sayso.ingest.base import Limits
    from sayso.ingest.fetch import Fetcher
    from sayso.ingest.sources import open_document

    try:
        return open_document(name, Fetcher(), Limits())
    except OSError as error:
        raise SaysoError(f"{name}: cannot be read ({error.strerror or type(error).__name__}).") from error
    except SaysoError as error:
        raise SaysoError(f"{name}: {error.message}", error.hint) from error


def _lines(document: Document, tick: Tick) -> Iterator[bytes]:
    for at, line in enumerate(document.stream, start=1):
        tick(f"{document.name}: line {at}", None)
        yield line
