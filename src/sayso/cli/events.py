"""`sayso events`, `disputes`, `firsts`, `unanswered`: what the claims of a ledger add up to."""

import click

from sayso.cli.asking import EVENT_FILTERS, Question, answer, asking_options
from sayso.output.formats import EVENTS


@click.command("events", short_help="Events: what claims add up to.")
@asking_options(EVENTS, EVENT_FILTERS)
def events_command(question: Question) -> int:
    """Show events, the latest first: what happened as many claims tell it, and how it stands.

    An event fits where one of its claims fits all filters. `sayso event ID` shows one with its words. Status is
    reported (outlets' own words alone), claimed (one side, or one voice, says so), corroborated (independent voices
    do), disputed (another side denies it) or conceded (the side that it harms has said so too).
    """
    return answer(question, EVENTS, lambda ledger: ledger.events(**question.filters))


@click.command("disputes", short_help="Events that somebody denies.")
@asking_options(EVENTS, EVENT_FILTERS)
def disputes_command(question: Question) -> int:
    """Show events in which one voice denies what another asserts, those that were conceded later too.

    Filters and formats are those of `sayso events`.
    """
    return answer(question, EVENTS, lambda ledger: ledger.disputes(**question.filters))


@click.command("firsts", short_help="Events told as a first.")
@asking_options(EVENTS, EVENT_FILTERS)
def firsts_command(question: Question) -> int:
    """Show events that a report tells as a first ("for the first time"), and whether the ledger knows of earlier ones.

    A first holds only as far as the ledger goes back. Filters and formats are those of `sayso events`.
    """
    return answer(question, EVENTS, lambda ledger: ledger.firsts(**question.filters))


@click.command("unanswered", short_help="Events that a side has not answered.")
@asking_options(EVENTS, EVENT_FILTERS)
def unanswered_command(question: Question) -> int:
    """Show events that a side is said to have met with silence ("did not comment") and has not answered since.

    Silence is no admission. Filters and formats are those of `sayso events`.
    """
    return answer(question, EVENTS, lambda ledger: ledger.unanswered(**question.filters))
