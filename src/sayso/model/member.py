"""A claim at one of its places, and the event that it belongs to: what the fold works on."""

from datetime import date

from sayso.model.claim import Claim
from sayso.model.event import Status
from sayso.model.record import Record


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
    """A member together with its claim."""

    member: Member
    claim: Claim


class EventRow(Record, frozen=True, kw_only=True):
    """What a ledger keeps of a folded event to find it by: derived, and made anew whenever its block is."""

    id: str
    block: str
    status: Status
    first: bool
    start: date | None
    end: date | None
