"""`sayso copies`: reports that reprint one text."""

import click

from sayso.cli.asking import CLAIM_FILTERS, Question, answer, asking_options
from sayso.output.formats import COPIES, PAIRS


@click.command("copies", short_help="Reports that reprint one text.")
@click.option("--pairs", is_flag=True, help="Every pair of reports that share text, and how much, without clusters.")
@asking_options(COPIES, (name for name in CLAIM_FILTERS if name not in ("limit", "after")))
def copies_command(question: Question, pairs: bool) -> int:
    """Show the reports that reprint one text, such as that of an agency, in clusters.

    With filters only the reports are looked at that have a claim which fits them all. An event counts reports of one
    cluster once.
    """
    if pairs:
        return answer(question, PAIRS, lambda ledger: ledger.pairs(**question.filters))
    return answer(question, COPIES, lambda ledger: ledger.copies(**question.filters))
