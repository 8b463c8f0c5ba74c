"""Answers: what a view of the ledger, asked with a query, adds up to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from heapq import merge
from itertools import islice
from typing import Literal

import msgspec

from sayso.copies import clusters, copies, credited
from sayso.desk.folding import mended
from sayso.errors import SaysoError
from sayso.fold.event import event_of, joined
from sayso.fold.facet import facet_of
from sayso.fold.sides import Sides
from sayso.fold.signals import Reason
from sayso.fold.stance import words
from sayso.fold.verdicts import Rulings
from sayso.fold.voices import day_of
from sayso.ledger.base import View
from sayso.ledger.facts import claim_order
from sayso.ledger.match import fits
from sayso.model import Claim, Copies, CopyPair, Event, Folded, Holding, Query, Record, Report, Stance
from sayso.text import lay_out

LOOKED_AT = 5000  # events, when doubtful links are looked for
SHORTEST = 4  # characters of the beginning of an id


class Entry(Record, frozen=True, kw_only=True):
    """One claim of an event's story: what the voice does with it, in which report, and why it belongs here. `copy_of`
    is the report that this one reprints, where it does."""

    claim: Claim
    stance: Stance | Literal["silent"]
    report: Report | None
    copy_of: str | None
    reasons: tuple[Reason, ...]


class Page(Record, frozen=True, kw_only=True):
    """An event and its claims in order of publication."""

    event: Event
    entries: tuple[Entry, ...]

    @property
    def id(self) -> str:
        return self.event.id


class Doubt(Record, frozen=True, kw_only=True):
    """A link between two claims of an event that hardly reached what is enough. `counts` is the sum of the reasons."""

    event: str
    claim: Claim
    other: Claim
    counts: float
    reasons: tuple[Reason, ...]


class Asked:
    """A view, a query, and how to judge: everything an answer depends on."""

    def __init__(self, view: View, query: Query, sides: Sides, ruled: Rulings) -> None:
        self._view = view
        self._query = query
        self._sides = sides
        self._ruled = ruled

    def claims(self) -> Iterator[Claim]:
        """The claims, as verdicts leave them; rejected ones are left out."""
        sure = (claim for claim in self._standing() if claim.confidence >= self._query.min_confidence)
        yield from islice(sure, self._query.limit)

    def claim(self, name: str) -> Claim:
        """The claim of this id, as verdicts leave it. Raises SaysoError where there is none, or it was rejected."""
        found = self._view.claims_of({name}).get(name)
        standing = self._ruled.mend(found) if found is not None else None
        if standing is None:
            raise SaysoError(f"There is no claim {name!r}.", "`sayso claims --format jsonl` gives them with their ids.")
        return standing

    def _standing(self) -> Iterator[Claim]:
        """All claims that fit as they stand: those that a verdict made fit come in where they belong."""
        found = self._view.claims(self._with(limit=None))
        wrong = self._view.claims_of(self._ruled.wrong).values() if self._query.after is None else ()
        plain = (claim for claim in found if claim.id not in self._ruled.wrong and claim.id not in self._ruled.rejected)
        changed = [each for claim in wrong if (each := self._ruled.mend(claim)) is not None and fits(each, self._query)]
        yield from merge(plain, sorted(changed, key=claim_order), key=claim_order)

    def events(self, fits: Callable[[Event], bool] = lambda _: True, *, also: Query | None = None) -> Iterator[Event]:
        """The events, the latest first, that also fit. The limit counts those that do."""
        query = msgspec.structs.replace(also or self._query, limit=None)
        left = self._query.limit
        for name in self._view.events(query):
            if left == 0:
                return
            event = self.event(name)
            if event is None or (query.status and event.status not in query.status) or not fits(event):
                continue
            left = None if left is None else left - 1
            yield event

    def disputes(self) -> Iterator[Event]:
        """Events in which somebody denies what another asserts."""
        query = self._query if self._query.status else self._with(status=("disputed", "conceded"))
        return self.events(lambda e: any(side.stance == "denies" for side in e.sides), also=query)

    def firsts(self) -> Iterator[Event]:
        """Events that a report states as a first."""
        return self.events(lambda event: event.first.stated, also=self._with(first=True))

    def unanswered(self) -> Iterator[Event]:
        """Events that a side is said to have met with silence, and nobody of it has answered since."""
        narrowed = any((self._query.place, self._query.types, self._query.about, self._query.text, self._query.report))
        query = self._query if narrowed else self._with(acts=("no_response",))  # the silence itself may lie elsewhere
        return self.events(lambda e: bool(e.silent) and e.status not in ("disputed", "conceded"), also=query)

    def _with(self, **changes: object) -> Query:
        return msgspec.structs.replace(self._query, **changes)

    def event(self, name: str) -> Event | None:
        """The event of this id as the view sees it, None where it does not."""
        members = self._members(name)
        return self._folded(name, members, self._copied(members)) if members else None

    def _folded(self, name: str, members: tuple[Folded, ...], copied: Mapping[str, str]) -> Event:
        return event_of(name, members, self._sides, copied, self._earlier)

    def page(self, name: str) -> Page:
        """The story of an event, by its id or the beginning of it."""
        whole = self._whole(name)
        members = self._members(whole)
        if not members:
            raise SaysoError(f"There is no event {name!r}.", "`sayso events` lists them with their ids.")
        why = {id(folded): reasons for folded, reasons in joined(members, self._sides)}
        copied = self._copied(members)
        stances = self._stances(members)
        entries = (
            Entry(
                claim=folded.claim,
                stance=stances.get(folded.claim.id, "silent"),
                report=self._view.report(folded.claim.report),
                copy_of=original if (original := copied.get(folded.claim.report)) != folded.claim.report else None,
                reasons=why.get(id(folded), ()),
            )
            for folded in members
        )
        return Page(event=self._folded(whole, members, copied), entries=tuple(entries))

    def _stances(self, members: tuple[Folded, ...]) -> dict[str, Stance]:
        said = words([facet_of(folded, self._sides) for folded in members])
        return {word.facet.claim.id: word.stance for word in reversed(said)}

    def _whole(self, name: str) -> str:
        if self._view.event(name) or len(name) < SHORTEST:
            return name
        found = [event for event in self._view.events(Query()) if event.startswith(name)]
        if len(found) > 1:
            raise SaysoError(f"{name!r} begins the ids of {len(found)} events.", "Give more of it.")
        return found[0] if found else name

    def _members(self, name: str) -> tuple[Folded, ...]:
        return tuple(mended(self._view.event(name), self._ruled))

    def _copied(self, members: Iterable[Folded]) -> dict[str, str]:
        """Report -> the report that its text stands for, among the reports of an event."""
        reports = {folded.claim.report for folded in members}
        if len(reports) < 2:
            return {}
        days = {folded.claim.report: day_of(folded.claim) for folded in members}
        found = clusters(self._view.pairs(reports), days)
        return {report: cluster[0] for cluster in found for report in cluster}

    def _earlier(self, query: Query) -> Iterable[Claim]:
        claims = (self._ruled.mend(claim) for claim in self._view.claims(query))
        return [claim for claim in claims if claim is not None]

    def doubtful(self, limit: int) -> list[Doubt]:
        """The links that count least. Only those of the latest events are looked at, `LOOKED_AT` of them."""
        found = []
        judged = self._ruled.judged.same
        for name in islice(self._view.events(Query()), LOOKED_AT):
            members = self._members(name)
            for folded, reasons in joined(members, self._sides) if len(members) > 1 else ():
                claim, founder = folded.claim, members[0].claim
                if claim.act != "no_response" and claim.id != founder.id and founder.id not in judged.get(claim.id, ()):
                    counts = sum(reason.counts for reason in reasons)
                    found.append(Doubt(event=name, claim=claim, other=founder, counts=counts, reasons=reasons))
        return sorted(found, key=lambda doubt: (doubt.counts, doubt.claim.id))[:limit]

    def holdings(self, at: date | None) -> Iterator[Holding]:
        """What is said about ground, rejected claims left out."""
        found = self._view.holdings(self._query.place, self._query.by, at)
        return (holding for holding in found if holding.claim not in self._ruled.rejected)

    def copies(self) -> tuple[Copies, ...]:
        """The groups of reports that share a text, among the reports that the query's claims come from."""
        reports = self._reports()
        agencies = {name: credited(lay_out(report)) for name, report in reports.items()}
        return copies(self._pairs(reports), reports, agencies)

    def pairs(self) -> tuple[CopyPair, ...]:
        """The pairs of copies among those reports."""
        return self._pairs(self._reports())

    def _pairs(self, reports: Mapping[str, Report]) -> tuple[CopyPair, ...]:
        return tuple(pair for pair in self._view.pairs(reports) if pair.a in reports and pair.b in reports)

    def _reports(self) -> dict[str, Report]:
        plain = msgspec.structs.replace(self._query, limit=None) == Query()
        wanted = None if plain else {claim.report for claim in self._view.claims(self._query)}
        return {r.id: r for r in self._view.reports() if wanted is None or r.id in wanted}
