"""Verdicts of people: checked before they are kept, and told what they overrule."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from sayso.errors import SaysoError
from sayso.fold.verdicts import FIELDS
from sayso.ledger.base import View
from sayso.ledger.verdicts import clashes, in_force
from sayso.model import Claim, Query, Verdict
from sayso.suggest import hint
from sayso.vocabulary import load


def check_verdict(view: View, verdict: Verdict) -> tuple[str, ...]:
    """Lines on the verdicts in force that this one contradicts; it wins over them.

    Raises SaysoError where it is about claims or verdicts that are not there, or about no field of a claim, or gives a
    value that the field cannot have.
    """
    if verdict.kind == "undo":
        if verdict.other not in {each.id for each in view.verdicts()}:
            raise SaysoError(f"There is no verdict {verdict.other!r} to undo.", "`sayso review --list` shows them.")
        return ()
    needed = [verdict.claim, verdict.other] if verdict.kind in ("same", "different") else [verdict.claim]
    known = view.claims_of(claim for claim in needed if claim is not None)
    for claim in needed:
        if claim is None or claim not in known:
            raise SaysoError(f"The ledger has no claim {claim!r}.", "`sayso claims` lists them with their ids.")
    if verdict.kind in ("same", "different") and verdict.claim == verdict.other:
        raise SaysoError("A claim is the same as itself.", "Name two claims.")
    if verdict.kind == "wrong":
        _check_field(known[str(verdict.claim)], verdict)
    before = in_force(view.verdicts())
    return tuple(
        f"{verdict.id} of {verdict.author} overrules {old.id} of {old.author}, {old.day.isoformat()} ({old.kind})."
        for old in clashes(before, verdict)
    )


def _check_field(claim: Claim, verdict: Verdict) -> None:
    if verdict.field not in FIELDS:
        raise SaysoError(
            f"Claims have no field {verdict.field!r} to judge.", hint(str(verdict.field), FIELDS, "Fields")
        )
    if verdict.value is not None:
        try:
            changed = msgspec.to_builtins(claim) | {verdict.field: msgspec.json.decode(verdict.value)}
            msgspec.convert(changed, Claim)
        except (msgspec.MsgspecError, UnicodeEncodeError) as error:
            raise SaysoError(
                f"{verdict.value!r} is no value of {verdict.field}: {error}.", "Write it as JSON."
            ) from error
        if changed["type"] not in load("types"):
            raise SaysoError(f"There is no type {changed['type']!r}.", hint(changed["type"], load("types"), "Types"))


def involved(
    view: View, verdict: Verdict, likes: Iterable[Mapping[str, frozenset[str]]]
) -> Iterator[tuple[Claim, ...]]:
    """The claims of each report that a verdict touches, all of a report together. `likes` are the claims that are said
    to be the same, before the verdict and after it: they move together."""
    if verdict.kind == "undo":
        undone = next((each for each in view.verdicts() if each.id == verdict.other), None)
        if undone is not None:
            yield from involved(view, undone, likes)
        return
    ids = {claim for claim in (verdict.claim, verdict.other) if claim is not None}
    ids |= {like for same in likes for claim in tuple(ids) for like in same.get(claim, ())}
    if verdict.kind != "note":
        for report in sorted({claim.report for claim in view.claims_of(ids).values()}):
            yield tuple(view.claims(Query(report=report)))
