"""`sayso territory`: who holds what, on whose word."""

import click

from sayso.cli.asking import Question, answer, asking_options
from sayso.output.formats import REGIONS, STANDS


@click.command("territory", short_help="Who holds what, on whose word.")
@click.option("--at", metavar="DAY", help="As it stood on DAY (YYYY-MM-DD). Default: all that was ever said.")
@click.option("--regions", is_flag=True, help="Regions alone, without the places in them.")
@asking_options(STANDS, ("place", "by", "as_known"))
def territory_command(question: Question, at: str | None, regions: bool) -> int:
    """Show who holds, entered or lost which ground on a day, each on the word of a voice.

    A stand goes on while its voice says nothing else; the day on which it was last said is told. Nobody's word is taken
    for the truth: those of several voices stand side by side, and what another voice disputes is marked. Together with
    --as-known it shows what was known then.

    Tables have the regions rolled up first. jsonl and csv have a line a stand, with --regions a line a region.
    """
    return answer(question, REGIONS if regions else STANDS, lambda ledger: ledger.territory(at, **question.filters))
