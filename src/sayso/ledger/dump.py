"""A ledger as lines of JSON (public form `sayso/ledger/1`): facts alone, in order of arrival; and back.

A line is a run (`run`), a report with the claims that a run read in it (`report`, `by`, `claims`), or a verdict
(`verdict`). The first says of what form they are (`schema`); dumps that are joined end to end are a dump.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import msgspec

from sayso.errors import SaysoError
from sayso.ledger.base import Added, View
from sayso.model import Claim, Report, Run, Verdict

SCHEMA = "sayso/ledger/1"


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A line of a dump: one of its kinds, or the header."""

    schema: str | None = None
    run: Run | None = None
    report: Report | None = None
    by: str | None = None
    claims: tuple[Claim, ...] = ()
    verdict: Verdict | None = None


type Loaded = tuple[Report, tuple[Claim, ...], Run] | Verdict
"""What a line holds for a ledger."""

ENCODER = msgspec.json.Encoder()
DECODER = msgspec.json.Decoder(Line)


def dump(view: View) -> Iterator[bytes]:
    """Every fact as a line."""
    yield ENCODER.encode(Line(schema=SCHEMA)) + b"\n"
    for row in view.rows():
        match row:
            case Run():
                line = Line(run=row)
            case Verdict():
                line = Line(verdict=row)
            case report, run, claims:
                line = Line(report=report, by=run, claims=claims)
        yield ENCODER.encode(line) + b"\n"


def load(
    lines: Iterable[bytes],
    add: Callable[[Report, tuple[Claim, ...], Run], Added],
    judge: Callable[[Verdict], bool],
) -> dict[str, int]:
    """Give what lines hold to a ledger; gives how many reports were new, versions, readings or known, and how many
    verdicts were added. Raises SaysoError where a line is broken; what came before it has been given."""
    counts: Counter[str] = Counter()
    for row in parse(lines):
        if isinstance(row, Verdict):
            counts["verdicts"] += judge(row)
        else:
            counts[add(*row)] += 1
    return dict(+counts)


def parse(lines: Iterable[bytes]) -> Iterator[Loaded]:
    """What lines hold. Raises SaysoError with the number of a line that is broken."""
    runs: dict[str, Run] = {}
    number = 0
    for number, text in enumerate(lines, start=1):
        line = _decoded(text, number)
        if number == 1 and line.schema is None:
            raise _broken(number, f"its schema, {SCHEMA}, is missing")
        if line.schema not in (None, SCHEMA):
            raise _broken(number, f"its schema is {line.schema}, not {SCHEMA}")
        if line.run is not None:
            runs[line.run.id] = line.run
        elif line.verdict is not None:
            yield line.verdict
        elif line.report is not None:
            run = runs.get(line.by or "")
            if run is None:
                raise _broken(number, f"the run {line.by} is not in a line before it")
            yield line.report, line.claims, run
    if not number:
        raise SaysoError("The dump is empty.", "`sayso dump` writes one.")


def _decoded(text: bytes, number: int) -> Line:
    try:
        return DECODER.decode(text)
    except msgspec.MsgspecError as error:
        raise _broken(number, str(error)) from error
    except UnicodeDecodeError as error:
        raise _broken(number, "it is not UTF-8") from error


def _broken(number: int, what: str) -> SaysoError:
    return SaysoError(f"Line {number} of the dump is broken: {what}.", "Dump the ledger again with `sayso dump`.")
