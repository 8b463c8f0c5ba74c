"""Read a gold standard's reports with Sayso and score what comes out."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from sayso.errors import SaysoError
from sayso.evaluate.claims import Score, score_reports
from sayso.evaluate.compared import Compared, compared
from sayso.evaluate.gold import Story
from sayso.model import Claim
from sayso.settings import Settings


def evaluate(stories: Iterable[Story], settings: Settings) -> dict[str, Score]:
    """`STORY/REPORT` -> score of what the pipeline finds."""
    from sayso.pipeline import read_claims

    scores: dict[str, Score] = {}
    for story in stories:
        reports = [r for r in story.reports if r.id in story.gold]
        found = {read.report.id: read.claims for read in read_claims(reports, settings)}
        scores |= _scored(story, found)
    return scores


def evaluate_claims(stories: Iterable[Story], claims: Iterable[Claim]) -> dict[str, Score]:
    """`STORY/REPORT` -> score of claims that are there already."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.report, []).append(claim)
    scores: dict[str, Score] = {}
    for story in stories:
        scores |= _scored(story, found)
    return scores


def read_claim_lines(path: Path) -> list[Claim]:
    """The claims of a JSON Lines file. Raises SaysoError where a line is none."""
    decoder = msgspec.json.Decoder(Claim)
    claims = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            claims.append(decoder.decode(line))
        except msgspec.DecodeError as error:
            raise SaysoError(f"{path}, line {number}: {error}.", "It must be output of `sayso read`.") from error
    return claims


def _scored(story: Story, found: Mapping[str, Sequence[Claim]]) -> dict[str, Score]:
    ours: dict[str, list[Compared]] = {report: [compared(c) for c in claims] for report, claims in found.items()}
    return {f"{story.name}/{report}": s for report, s in score_reports(story.gold, ours).items()}
