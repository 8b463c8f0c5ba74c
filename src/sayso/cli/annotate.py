"""`sayso annotate`: reports in, mentions out."""

import click

from sayso.cli.reading import Request, reading_options, run_reading
from sayso.output.formats import MENTIONS


@click.command("annotate", short_help="Reports in, mentions out.")
@reading_options(MENTIONS)
def annotate_command(request: Request) -> int:
    """Read reports and write the mentions in them, before they are joined into claims.

    Mentions are attributions, places, times, actors and counts. SOURCES are the same as for `sayso read`. JSON Lines
    have one report a line; table and csv have one mention a row and leave attributions out, which are made of pieces.
    """
    return run_reading(request, MENTIONS)
