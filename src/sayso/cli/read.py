"""`sayso read`: reports in, claims out."""

import click

from sayso.cli.reading import Request, reading_options, run_reading
from sayso.output.formats import CLAIMS


@click.command("read", short_help="Reports in, claims out.")
@reading_options(CLAIMS, sure=True)
def read_command(request: Request) -> int:
    """Read reports and write the claims in them: whose word, what, where, when, how many.

    SOURCES are files, folders, http(s) addresses or - for the standard input: plain text (one report a file), HTML,
    JSON Lines, CSV, Parquet, RSS and Atom, WARC, also as .gz and .zst.

    What cannot be read is told in one line each, and the rest is read. The exit status is 2 only where nothing could be
    read.
    """
    return run_reading(request, CLAIMS)
