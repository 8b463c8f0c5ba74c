"""What all questions to a ledger share: which ledger, the filters, and where the answer goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.outputs import Formats, formats_of, output_options
from sayso.cli.screen import tell
from sayso.output.formats import STDOUT, opened, writer

if TYPE_CHECKING:
    from sayso.desk import Ledger

DEFAULT = "sayso.ledger"
# Filter -> its option. The words are those of `sayso.desk.filters.Filters`.
FILTERS: dict[str, tuple[str, dict[str, Any]]] = {
    "place": (
        "PLACE",
        {"help": "In or at PLACE: a name, a code (UA, UA-12), a gazetteer id, or degrees west,south,east,north."},
    ),
    "type": ("TYPE", {"multiple": True, "help": "Of TYPE, see `sayso ref types`. Repeat it for several."}),
    "by": (
        "VOICE",
        {"help": "On the word of VOICE: a country, an actor id (RUS/MIL), a name, or press for outlets' own words."},
    ),
    "about": ("ACTOR", {"help": "Done by, done to or held by ACTOR: a country, an actor id or a name."}),
    "since": ("DAY", {"help": "Holding on DAY (YYYY-MM-DD) or later."}),
    "until": ("DAY", {"help": "Holding on DAY or earlier."}),
    "status": (
        "STATUS",
        {
            "multiple": True,
            "help": "That stand so: reported, claimed, corroborated, disputed, conceded. Repeat it for several.",
        },
    ),
    "as_known": ("DAY", {"help": "As it was known on DAY: nothing that was published later."}),
    "text": ("WORDS", {"help": "With these WORDS in the sentence, all of them."}),
    "report": ("ID", {"help": "From the report with this ID."}),
    "min_confidence": ("P", {"type": float, "help": "At least so likely to be wholly right (0 to 1)."}),
    "limit": ("N", {"type": int, "help": "Give N at most."}),
    "after": ("ID", {"help": "Go on after the one with this ID, the last of the page before."}),
}
CLAIM_FILTERS = tuple(name for name in FILTERS if name != "status")
EVENT_FILTERS = tuple(name for name in FILTERS if name != "min_confidence")


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """Which ledger: its file, and the file of sides (None: those that come with Sayso)."""

    path: str
    sides: str | None

    def open(self, *, create: bool = False) -> Ledger:
        """The ledger. Raises SaysoError where it cannot be had."""
        from sayso.desk import open_ledger

        return open_ledger(self.path, create=create, sides=self.sides)


@dataclass(frozen=True, slots=True)
class Question:
    """What a ledger was asked, and where the answer goes. `filters` are keywords of the ledger's questions."""

    where: LedgerFile
    filters: dict[str, Any]
    outputs: tuple[str, ...]
    given: str | None


type Shape = Callable[[str, Ledger, Sequence[Any]], Iterable[Any]]
"""Takes a format, the ledger and the answer, and gives what the writer of the format takes."""


def _as_is(_format: str, _ledger: Ledger, records: Sequence[Any]) -> Iterable[Any]:
    return records


def ledger_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--ledger` and `--sides`."""
    ledger = click.option(
        "--ledger",
        metavar="FILE",
        default=DEFAULT,
        envvar="SAYSO_LEDGER",
        help=f"The ledger. Default: SAYSO_LEDGER, or {DEFAULT} in the current folder.",
    )
    sides = click.option(
        "--sides",
        metavar="FILE",
        envvar="SAYSO_SIDES",
        help="Sides and alliances of your own, see `sayso ref sides`. Default: SAYSO_SIDES, or those of Sayso.",
    )
    return ledger(sides(command))


def asking_options(formats: Formats, filters: Iterable[str]) -> Callable[[Callable[..., int]], Callable[..., Any]]:
    """The options of a question. The command gets one Question, and whatever else it has options for."""
    names = tuple(filters)

    def decorate(command: Callable[..., int]) -> Callable[..., Any]:
        def run(ledger: str, sides: str | None, outputs: tuple[str, ...], given: str | None, **rest: Any) -> int:
            asked = {name: value for name in names if (value := rest.pop(name)) not in (None, ())}
            return command(Question(LedgerFile(ledger, sides), asked, outputs or (STDOUT,), given), **rest)

        run.__doc__ = command.__doc__
        made = output_options(formats)(run)
        for name in reversed(names):
            metavar, more = FILTERS[name]
            made = click.option(f"--{name.replace('_', '-')}", name, metavar=metavar, **more)(made)
        return ledger_options(made)

    return decorate


def answer(question: Question, formats: Formats, ask: Callable[[Ledger], Sequence[Any]], shape: Shape = _as_is) -> int:
    """Ask the ledger and write all outputs, each with what `shape` makes of the answer for its format.

    Raises SaysoError where an output, the ledger or a filter is not to be had, before anything is written.
    """
    targets = formats_of(question.outputs, question.given, formats)
    writers = [writer(name, formats) for _, name in targets]
    not_the_ledger(question.where, question.outputs)
    with question.where.open() as ledger:
        records = ask(ledger)
        for (target, name), write in zip(targets, writers, strict=True):
            with opened(target) as out:
                write(shape(name, ledger, records), out, tell)
    limit = question.filters.get("limit")
    if limit is not None and len(records) == limit:
        tell(f"{limit} given, there may be more: add `--after {records[-1].id}`.")
    return 0


def not_the_ledger(where: LedgerFile, outputs: Iterable[str]) -> None:
    """Raises SaysoError where an output would be written over the ledger."""
    from sayso.errors import SaysoError

    if any(target != STDOUT and Path(target).resolve() == Path(where.path).resolve() for target in outputs):
        raise SaysoError(f"{where.path} is the ledger itself.", "Write to another file.")
