"""`sayso explain`: why a claim is read as it is."""

import click

from sayso.cli.asking import LedgerFile, ledger_options


@click.command("explain", short_help="Why a claim is read as it is.")
@click.argument("claim", metavar="CLAIM_ID")
@ledger_options
def explain_command(claim: str, ledger: str, sides: str | None) -> int:
    """Show one claim of a ledger field by field: the answer, the words it rests on, how sure it is, and the reason with
    the second best answer where the reader weighed several.

    CLAIM_ID is the id that `sayso claims --format jsonl` gives.
    """
    from sayso.output.explained import write_explained
    from sayso.output.formats import STDOUT, opened

    with LedgerFile(ledger, sides).open() as asked:
        found = asked.claim(claim)
        with opened(STDOUT) as out:
            write_explained(found, asked.report(found.report), out)
    return 0
