"""What a person says of claims and links: rows of their own, which the fold obeys."""

from datetime import date
from typing import Literal

from sayso.model.ids import content_id
from sayso.model.record import Record

type VerdictKind = Literal["same", "different", "wrong", "rejected", "note", "undo"]


class Verdict(Record, frozen=True, kw_only=True):
    """A person's word on a claim, or on two.

    `same` and `different` say of `claim` and `other` whether they tell of one event; `wrong` that the field `field` of
    `claim` is misread (its right value may stand in `value`, a JSON text); `rejected` that it is no claim at all;
    `note` only adds words; `undo` takes the verdict whose id is `other` back. Later rows win over earlier ones.
    """

    id: str
    kind: VerdictKind
    claim: str | None
    other: str | None = None
    field: str | None = None
    value: str | None = None
    author: str
    day: date
    reason: str


def verdict_of(
    kind: VerdictKind,
    claim: str | None = None,
    other: str | None = None,
    *,
    author: str,
    day: date,
    reason: str = "",
    field: str | None = None,
    value: str | None = None,
) -> Verdict:
    """A verdict with its id from content; of two claims the smaller id comes first, since the order tells nothing."""
    if kind in ("same", "different") and claim is not None and other is not None:
        claim, other = sorted((claim, other))
    key = content_id("v", kind, claim, other, field, value, author, day, reason)
    return Verdict(
        id=key, kind=kind, claim=claim, other=other, field=field, value=value, author=author, day=day, reason=reason
    )
