"""`sayso claims`: the claims of a ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import click

from sayso.cli.asking import CLAIM_FILTERS, Question, answer, asking_options
from sayso.output.formats import CLAIMS

if TYPE_CHECKING:
    from sayso.desk import Ledger
    from sayso.model import Annotation, Claim, Report

BY_REPORT = ("table", "html")  # formats that show each report once, with all of its claims


@click.command("claims", short_help="Claims of a ledger.")
@asking_options(CLAIMS, CLAIM_FILTERS)
def claims_command(question: Question) -> int:
    """Show the claims of a ledger by day of publication: whose word, what, where, when, how many.

    The formats are those of `sayso read`. All filters must hold. Claims are as verdicts leave them (`sayso review`).
    """
    return answer(question, CLAIMS, lambda ledger: ledger.claims(**question.filters), _reads)


@dataclass(frozen=True, slots=True)
class Kept:
    """Claims of one report in the ledger, as writers take them. The report is fetched where a format shows it."""

    ledger: Ledger
    name: str
    claims: tuple[Claim, ...]

    @property
    def report(self) -> Report:
        """The report in the version that counts."""
        return self.ledger.report(self.name)

    @property
    def annotation(self) -> Annotation:
        """Ledgers keep no mentions."""
        from sayso.model import Annotation

        return Annotation(report=self.name, attributions=(), places=(), times=(), actors=(), counts=())


def _reads(form: str, ledger: Ledger, claims: Sequence[Claim]) -> Iterator[Kept]:
    """The claims with their reports: in their own order, or for people by report and as they stand in it."""
    if form in BY_REPORT:
        rank: dict[str, int] = {}
        for claim in claims:
            rank.setdefault(claim.report, len(rank))
        claims = sorted(claims, key=lambda c: (rank[c.report], c.part != "title", c.trigger.start, c.trigger.end, c.id))
    for report, group in groupby(claims, key=lambda claim: claim.report):
        yield Kept(ledger, report, tuple(group))
