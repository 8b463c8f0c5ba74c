"""What makes a report's version, and which order claims, events and statements of ground come in."""

from collections.abc import Iterable, Sequence
from datetime import date

from sayso.errors import SaysoError
from sayso.model import Claim, Holding, Report
from sayso.model.holding import Said

NEVER = date.max.isoformat()  # unknown days come last


def same_version(a: Report, b: Report) -> bool:
    """Are the two one version? Its address and language are no part of it."""
    return (a.text, a.title, a.outlet, a.published) == (b.text, b.title, b.outlet, b.published)


def check(report: Report, claims: Sequence[Claim]) -> None:
    """Raises SaysoError where a claim is not of the report, or of another day."""
    day = report.published.isoformat() if report.published is not None else None
    for claim in claims:
        if claim.report != report.id or claim.published != day:
            raise SaysoError(
                f"Claim {claim.id} is of report {claim.report}, published {claim.published}, not of {report.id}, {day}."
            )


def claim_order(claim: Claim) -> tuple[str, str]:
    """By day of publication, then id."""
    return claim.published or NEVER, claim.id


def begins(holding: Holding) -> date | None:
    """The day from which a statement of ground counts."""
    return holding.start or holding.published


def subject(holding: Holding) -> tuple[str, str, str]:
    """The place that a statement is about, and whose it is."""
    return holding.place.id or holding.place.name or "", holding.voice, holding.name or ""


def holding_order(holding: Holding) -> tuple[str, str, str, date, date, str]:
    """By place, voice, name, beginning, publication and claim."""
    return *subject(holding), begins(holding) or date.max, holding.published or date.max, holding.claim


def lasting[T](told: Iterable[tuple[object, Said, T]]) -> list[T]:
    """Of statements of ground in their order, each with its subject and core, those that matter at the end: of what
    nothing later has ended the first and the last, in that order by subject."""
    found: list[T] = []
    now: object = None
    runs: dict[tuple[str, bool], tuple[Said, list[T]]] = {}
    for subject_, said, each in told:
        if subject_ != now:
            found += (one for _, run in runs.values() for one in run)
            now, runs = subject_, {}
        going = runs.get(said.track)
        if going is None or going[0] != said:
            for track in [track for track, (before, _) in runs.items() if said.ends(before)]:
                del runs[track]
            going = runs.setdefault(said.track, (said, []))
        going[1][1:] = [each]
    found += (one for _, run in runs.values() for one in run)
    return found
