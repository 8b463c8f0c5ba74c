"""`sayso event`: one event with its claims in order."""

import click

from sayso.cli.asking import EVENT_FILTERS, Question, answer, asking_options
from sayso.output.formats import STORY


@click.command("event", short_help="One event with its words.")
@click.argument("name", metavar="[ID]", required=False)
@asking_options(STORY, EVENT_FILTERS)
def event_command(question: Question, name: str | None) -> int:
    """Show the story of an event: how it stands and why, then every claim by day of publication with its words.

    ID is that of the event, or its beginning; without it the stories of all events that fit the filters are told, which
    are those of `sayso events`. Reports that reprint a text are named under the first that had it.
    """
    if name is None:
        return answer(question, STORY, lambda ledger: ledger.pages(**question.filters))
    known = {key: value for key, value in question.filters.items() if key == "as_known"}
    return answer(question, STORY, lambda ledger: (ledger.event(name, **known),))
