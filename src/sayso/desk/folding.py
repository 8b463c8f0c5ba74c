"""Folding: the blocks of a ledger with new members are linked, and what is found is kept until it changes again."""

from collections.abc import Iterator, Sequence
from itertools import batched

import msgspec

from sayso.fold.event import event_of
from sayso.fold.link import link
from sayso.fold.sides import Sides
from sayso.fold.verdicts import Rulings
from sayso.ledger.base import Store, View, Writer
from sayso.model import EventRow, Folded

BLOCKS = 50  # folded in one transaction: what was folded stays folded, should the rest not be


def refold(store: Store, sides: Sides, ruled: Rulings) -> int:
    """Fold all stale blocks; gives their number. Folding again changes nothing."""
    view = store.view()
    stale = view.stale()
    for some in batched(stale.items(), BLOCKS):
        with store.writer() as writer:
            for block, since in some:
                _fold(view, writer, block, since, sides, ruled)
    return len(stale)


def _fold(view: View, writer: Writer, block: str, since: str, sides: Sides, ruled: Rulings) -> None:
    whole = view.block(block)
    members = tuple(mended(whole, ruled))
    events = link(members, sides, ruled.judged, since)
    new = [folded for folded in whole if folded.member.order >= since]
    changed = {_event(folded, events) for folded in new} | {folded.member.event for folded in new} - {None}
    rows = _rows(
        block, [f for f in members if (event := _event(f, events)) is not None and event in changed], events, sides
    )
    writer.put_events(block, since, events, rows)


def mended(members: tuple[Folded, ...], ruled: Rulings) -> Iterator[Folded]:
    """The members with their claims as verdicts leave them."""
    for folded in members:
        claim = ruled.mend(folded.claim)
        if claim is not None and (folded.member.place is None or folded.member.place < len(claim.places)):
            yield folded if claim is folded.claim else msgspec.structs.replace(folded, claim=claim)


type Events = dict[tuple[str, int | None], str]


def _event(folded: Folded, events: Events) -> str | None:
    return events.get((folded.member.claim, folded.member.place))


def _rows(block: str, members: Sequence[Folded], events: Events, sides: Sides) -> Iterator[EventRow]:
    groups: dict[str, list[Folded]] = {}
    for folded in members:
        groups.setdefault(str(_event(folded, events)), []).append(folded)
    for name, group in groups.items():
        standing = [folded for folded in group if folded.standing] or group  # what was known once is found as it was
        event = event_of(name, standing, sides, {})
        order = min(folded.member.order for folded in group)
        first = any(folded.claim.first for folded in group)
        yield EventRow(id=name, block=block, order=order, status=event.status, first=first)
