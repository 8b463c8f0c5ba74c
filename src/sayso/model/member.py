"""A claim at one of its places, and the event that it belongs to: what the fold works on."""

from sayso.model.claim import Claim
from sayso.model.event import Status
from sayso.model.record import Record

UNDATED = "9999-99-99"
"""Stands for an unknown day in an order: it sorts after all days."""


class Member(Record, frozen=True, kw_only=True):
    """One claim at one place. A claim of two villages taken has two members, and may belong to two events.

    `place` is an index into the claim's places, None where it has none of its own. `block` is the part of the ledger
    that it can have its event in; members of different blocks never share one. `order` sorts the members of a block as
    the fold takes them: by day of publication, then by what is more telling. `answers` is the earlier claim of the same
    report that a denial or a silence without a place of its own answers. `event` is derived, None until folded.
    """

    claim: str
    place: int | None
    block: str
    order: str
    answers: str | None = None
    event: str | None = None


class Folded(Record, frozen=True, kw_only=True):
    """A member together with its claim. `standing` is false where a later version of its report, or a later reading of
    it, no longer holds the claim."""

    member: Member
    claim: Claim
    standing: bool = True


class EventRow(Record, frozen=True, kw_only=True):
    """What a ledger keeps of a folded event to find it by: derived, and made anew whenever its block is. `order` is
    that of the member that founded it; `first` is true where a claim of it states a first."""

    id: str
    block: str
    order: str
    status: Status
    first: bool
