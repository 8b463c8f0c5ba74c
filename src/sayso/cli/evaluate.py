"""`sayso evaluate`: how right the claims are."""

from pathlib import Path
from typing import Any

import click

from sayso.cli.reading import reader_options
from sayso.settings import Settings


@click.command("evaluate", short_help="Compare claims with a gold standard.")
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--claims",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="Score the claims of FILE (JSON Lines of `sayso read`) instead of reading the reports now.",
)
@click.option("--per-report", is_flag=True, help="Show every report, not only the whole.")
@click.option("--split", metavar="NAME", help="Only the stories of this part, by GOLD/splits.json: train, dev, test.")
@reader_options
def evaluate_command(gold: Path, claims: Path | None, per_report: bool, split: str | None, **reader: str | None) -> int:
    """Compare claims with a gold standard and print the figures, 0 to 1.

    GOLD is a folder with reports.jsonl and gold/ID.json for each report, or a folder of such folders, like corpus/.

    found is precision, recall and F1 of claims that stand in the right sentence and have the right type. voice, act,
    polarity, reality, place, time, counts and territory are shares of those found that are right in it. whole is the F1
    of claims found with voice, act, polarity and place all right.
    """
    return evaluate(gold, claims, split, per_report=per_report, settings=Settings.from_environment(**reader))


def evaluate(gold: Path, claims: Path | None, split: str | None = None, *, per_report: bool, settings: Settings) -> int:
    """Print a row for every report that is wanted and one for the whole."""
    from sayso.cli.screen import progress
    from sayso.cli.tables import answer
    from sayso.evaluate import run
    from sayso.evaluate.claims import Score, total
    from sayso.evaluate.gold import read_gold, read_split

    stories = read_gold(gold) if split is None else read_split(gold, split)
    if claims is None:
        with progress() as tick:
            tick("reading the reports", None)
            scores = run.evaluate(stories, settings)
    else:
        scores = run.evaluate_claims(stories, run.read_claim_lines(claims))

    def row(name: str, score: Score) -> dict[str, Any]:
        return {"report": name, "gold": score.gold, "claims": score.claims} | score.figures()

    rows = [row(name, score) for name, score in scores.items()] if per_report else []
    whole = total(scores.values())
    answer([*rows, row(f"all {whole.reports}", whole)])
    return 0
