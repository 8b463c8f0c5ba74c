"""`sayso event`: one event with its claims in order."""

import click

from sayso.cli.asking import Question, answer, asking_options
from sayso.output.formats import STORY


@click.command("event", short_help="One event with its words.")
@click.argument("name", metavar="ID")
@asking_options(STORY, ("as_known",))
def event_command(question: Question, name: str) -> int:
    """Show the story of an event: how it stands and why, then every claim by day of publication with its words.

    ID is that of the event, or its beginning. Reports that reprint a text are named under the first that had it.
    """
    return answer(question, STORY, lambda ledger: (ledger.event(name, **question.filters),))
