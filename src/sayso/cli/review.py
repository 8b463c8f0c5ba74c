"""`sayso review`: a person's word on what was read and linked."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import click
from click.core import ParameterSource

from sayso.cli.asking import LedgerFile, ledger_options
from sayso.cli.screen import tell
from sayso.output.formats import STDOUT, opened

if TYPE_CHECKING:
    from sayso.model import Verdict

LIMIT = 20  # links that a walk shows, if nobody says otherwise


class Judge(Protocol):
    """Keeps a verdict; gives the exit status."""

    def __call__(self, kind: str, claim: str | None, other: str | None = None, /, **more: Any) -> int: ...


def judging_options(command: Callable[..., int]) -> Callable[..., Any]:
    """What every way of judging takes: `--reason`, and again `--author` and which ledger, which may also stand before
    the command. The command gets a `judge`."""

    @click.option("--reason", metavar="TEXT", default="", help="Why, for those who come later.")
    @click.option("--author", metavar="NAME", help="Who judges. Default: your login name.")
    @ledger_options
    @click.pass_context
    def run(
        context: click.Context, /, reason: str, author: str | None, ledger: str, sides: str | None, **rest: Any
    ) -> int:
        above, above_author = context.obj
        given = context.get_parameter_source("ledger") is ParameterSource.COMMANDLINE
        where = LedgerFile(ledger if given else above.path, sides or above.sides)

        def judge(kind: str, claim: str | None, other: str | None = None, /, **more: Any) -> int:
            return keep(where, made(author or above_author, kind, claim, other, reason=reason, **more))

        return command(judge=judge, **rest)

    run.__doc__ = command.__doc__
    return run


@click.group("review", short_help="Judge claims and links.", invoke_without_command=True)
@click.option("--list", "listed", is_flag=True, help="Show all verdicts instead.")
@click.option("--undo", metavar="ID", help="Take the verdict with this ID back instead.")
@click.option("--limit", metavar="N", type=click.IntRange(1), default=LIMIT, help=f"Walk N links. Default: {LIMIT}.")
@click.option("--author", metavar="NAME", help="Who judges. Default: your login name.")
@ledger_options
@click.pass_context
def review_command(
    context: click.Context,
    listed: bool,
    undo: str | None,
    limit: int,
    author: str | None,
    ledger: str,
    sides: str | None,
) -> int:
    """Walk the least certain links between claims, and say whether they tell of the same.

    Verdicts are rows of their own in the ledger, with author, day and reason. They change no claim: every later answer
    obeys them, the last one wins, and each can be taken back. The commands below judge without a walk.
    """
    where = LedgerFile(ledger, sides)
    context.obj = (where, author)
    if context.invoked_subcommand is not None:
        return 0
    if listed:
        return show(where)
    if undo is not None:
        return take_back(where, author, undo)
    return walk(where, author, limit)


@review_command.command("same", short_help="Two claims tell of one event.")
@click.argument("claim")
@click.argument("other")
@judging_options
def same_command(claim: str, other: str, judge: Judge) -> int:
    """Say that CLAIM and OTHER tell of one event."""
    return judge("same", claim, other)


@review_command.command("different", short_help="Two claims tell of different events.")
@click.argument("claim")
@click.argument("other")
@judging_options
def different_command(claim: str, other: str, judge: Judge) -> int:
    """Say that CLAIM and OTHER tell of different events."""
    return judge("different", claim, other)


@review_command.command("reject", short_help="A claim is none.")
@click.argument("claim")
@judging_options
def reject_command(claim: str, judge: Judge) -> int:
    """Say that CLAIM is misread as a whole and no claim at all."""
    return judge("rejected", claim)


@review_command.command("wrong", short_help="A field of a claim is misread.")
@click.argument("claim")
@click.argument("field")
@click.option(
    "--value", metavar="JSON", help="What it should be. Default: nothing; a claim without type or act is none."
)
@judging_options
def wrong_command(claim: str, field: str, value: str | None, judge: Judge) -> int:
    """Say that FIELD of CLAIM is misread: voices, places, time, type, act and so on."""
    return judge("wrong", claim, field=field, value=value)


@review_command.command("note", short_help="A note on a claim.")
@click.argument("claim")
@judging_options
def note_command(claim: str, judge: Judge) -> int:
    """Add the words of --reason to CLAIM, which change nothing."""
    return judge("note", claim)


def keep(where: LedgerFile, verdict: Verdict) -> int:
    """Keep a verdict and print it as JSON. Raises SaysoError where it is about nothing in the ledger."""
    from sayso.output.lines import line

    with where.open() as ledger:
        for overruled in ledger.judge(verdict):
            tell(overruled)
    with opened(STDOUT) as out:
        out.write(line(verdict))
    return 0


def take_back(where: LedgerFile, author: str | None, name: str) -> int:
    """Undo a verdict, by its id or how that begins."""
    with where.open() as ledger:
        found = [verdict.id for verdict in ledger.verdicts() if verdict.id.startswith(name)]
    return keep(where, made(author, "undo", None, found[0] if len(found) == 1 else name))


def show(where: LedgerFile) -> int:
    """Print all verdicts in the order in which they were given, and which of them hold: neither taken back nor
    overruled by a later one. An undo has no say of its own."""
    from sayso.cli.tables import answer
    from sayso.ledger.verdicts import in_force
    from sayso.model import Verdict

    with where.open() as ledger:
        verdicts = ledger.verdicts()
    held = {verdict.id for verdict in in_force(verdicts)}
    answer(
        [
            {name: getattr(verdict, name) for name in Verdict.__struct_fields__}
            | {"holds": None if verdict.kind == "undo" else verdict.id in held}
            for verdict in verdicts
        ]
    )
    return 0


def walk(where: LedgerFile, author: str | None, limit: int) -> int:
    """Walk the least certain links."""
    from sayso.cli.walk import walk_links

    with where.open() as ledger:
        links = ledger.doubtful(limit)
        if not links:
            tell("No link is left to judge.")
            return 0
        return walk_links(ledger, links, partial(made, author))


def made(author: str | None, kind: Any, claim: str | None, other: str | None = None, **more: Any) -> Verdict:
    """A verdict of today. Raises SaysoError where nobody knows whose it is."""
    from sayso.model import verdict_of

    return verdict_of(kind, claim, other, author=author or _login(), day=date.today(), **more)


def _login() -> str:
    from sayso.errors import SaysoError

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise SaysoError("Your login name is not known.", "Give --author.") from error
