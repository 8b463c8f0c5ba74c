"""`sayso dump`: a ledger as lines."""

from __future__ import annotations

import click

from sayso.cli.asking import LedgerFile, ledger_options, not_the_ledger
from sayso.output.formats import STDOUT, opened


@click.command("dump", short_help="A ledger as lines of JSON.")
@click.option("-o", "--output", default=STDOUT, metavar="FILE", help="Write to FILE instead of the standard output.")
@ledger_options
def dump_command(output: str, ledger: str, sides: str | None) -> int:
    """Write every fact of a ledger as a line of JSON, in the order in which they were added.

    Facts are reports with their claims, and verdicts of people. Whatever is derived from them is not written; `sayso
    load` derives it anew. The same facts give the same lines, so dumps can be compared, kept and sent.
    """
    return dump(LedgerFile(ledger, sides), output)


def dump(where: LedgerFile, output: str) -> int:
    """Write all lines. Raises SaysoError where the ledger or the output cannot be had."""
    not_the_ledger(where, [output])
    with where.open() as ledger, opened(output) as out:
        out.writelines(ledger.dump())
    return 0
