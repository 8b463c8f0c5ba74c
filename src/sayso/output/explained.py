"""One claim field by field: the answer, the words, how sure, and why."""

from collections.abc import Iterator
from typing import BinaryIO

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from sayso.model import Claim, Report
from sayso.output import phrases
from sayso.output.safe import one_line
from sayso.output.terminal import console

type Row = tuple[str, str, str]  # field, answer, words

REASONS = {"voice": "attribution", "place": "places"}  # field -> its key among the reasons


def write_explained(claim: Claim, report: Report, out: BinaryIO) -> None:
    """The sentence with its report, then a row a field."""
    with console(out) as screen:
        head = f"{claim.published or 'no day'} · {claim.outlet or 'no outlet'} · {report.id} · {claim.id}"
        screen.print(Text(one_line(head), style="bold"))
        screen.print(Text(one_line(claim.sentence.text)))
        screen.print(Text(f"wholly right with a probability of {claim.confidence:.2f}"))
        table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
        for name in ("Field", "Answer", "Words", "Sure", "Why"):
            table.add_column(name, overflow="fold")
        for field, answer, words in _rows(claim):
            sure = claim.sure.get(field)
            why = claim.how.get(REASONS.get(field, field), "")
            table.add_row(
                Text(field), Text(answer), Text(one_line(words)), Text("" if sure is None else f"{sure:.2f}"), Text(why)
            )
        screen.print(table)


def _rows(claim: Claim) -> Iterator[Row]:
    cues = [v.cue.text for v in claim.voices if v.cue]
    yield "voice", phrases.voices(claim), ", ".join(cues)
    yield "type", claim.type, claim.trigger.text
    yield "act", claim.act, ""
    yield "polarity", claim.polarity, ""
    yield "reality", claim.reality, ""
    yield "agents", ", ".join(a.id for a in claim.agents), ", ".join(a.text for a in claim.agents)
    yield "targets", ", ".join(a.id for a in claim.targets), ", ".join(a.text for a in claim.targets)
    yield "place", ", ".join(map(phrases.place, claim.places)), ", ".join(p.text for p in claim.places)
    yield "time", phrases.days(claim.time), (claim.time.text or "") if claim.time else ""
    yield "counts", ", ".join(map(phrases.count, claim.counts)), ", ".join(c.text for c in claim.counts)
    yield "territory", phrases.territory(claim), ""
