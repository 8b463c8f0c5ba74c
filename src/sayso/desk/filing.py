"""Filing: a report that was read goes into the ledger with all that can be derived from it at once."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from sayso.copies import KEYS_VERSION, MOST_CANDIDATES, Shingles, keys, pairs_with, shingles
from sayso.fold import FOLD_VERSION
from sayso.fold.members import members_of
from sayso.fold.sides import Sides
from sayso.fold.territory import holdings_of
from sayso.fold.verdicts import Rulings, rulings
from sayso.ledger.base import Added, View, Writer
from sayso.ledger.verdicts import in_force
from sayso.model import Claim, Member, Record, Report, Run


class Filing(Record, frozen=True, kw_only=True):
    """A report on its way into the ledger. `claims` is None where it is left out, `problems` tell a person why; `known`
    where the ledger has it and it was not read."""

    report: Report
    claims: Sequence[Claim] | None
    run: Run
    problems: tuple[str, ...] = ()
    known: bool = False


def rulings_of(view: View) -> Rulings:
    """The rulings of a ledger's verdicts."""
    return rulings(in_force(view.verdicts()))


def file_report(view: View, writer: Writer, filing: Filing, sides: Sides, ruled: Rulings) -> Added | None:
    """Add a report with its claims, and what is derived from them: members, holdings, pairs of copies."""
    if filing.claims is None:
        return None
    if filing.known:
        return "known"
    added = writer.add(filing.report, filing.claims, filing.run)
    if added != "known":
        derive(view, writer, filing.claims, sides, ruled)
        _copies(view, writer, filing.report)
    return added


def derive(view: View, writer: Writer, claims: Sequence[Claim], sides: Sides, ruled: Rulings) -> None:
    """Put the members and holdings of one report's claims, as they stand after all verdicts."""
    ids = [claim.id for claim in claims]
    standing = [mended for claim in claims if (mended := ruled.mend(claim)) is not None]
    writer.put_members(ids, _moved(view, members_of(standing), ruled))
    writer.put_holdings(ids, holdings_of(standing, sides))


def made_by(sides: Sides) -> str:
    """By what a ledger's derived rows are made now."""
    return f"fold {FOLD_VERSION}, copies {KEYS_VERSION}, {sides.mark}"


def derive_all(view: View, writer: Writer, sides: Sides, ruled: Rulings) -> None:
    """Derive everything anew, from the facts alone."""
    for report in view.reports():
        _copies(view, writer, report)
    for row in view.rows():
        if isinstance(row, tuple):
            derive(view, writer, row[2], sides, ruled)
    writer.make_stale()
    writer.make_by(made_by(sides))


def _moved(view: View, members: Sequence[Member], ruled: Rulings) -> Iterator[Member]:
    """The members, those of claims that a person said to be the same all in one block: that of the first of them. What
    answers a claim goes with it."""
    blocks: dict[str, str] = {}
    for claim in {member.claim for member in members} & ruled.judged.same.keys():
        likes = view.claims_of((claim, *ruled.judged.same[claim])).values()
        alike = [
            member for like in likes if (mended := ruled.mend(like)) is not None for member in members_of((mended,))
        ]
        if alike:
            blocks[claim] = min(alike, key=lambda member: member.order).block
    for member in members:
        answered = blocks.get(member.answers or "") if member.place is None else None
        block = blocks.get(member.claim) or answered
        yield member if block is None else msgspec.structs.replace(member, block=block)


def _copies(view: View, writer: Writer, report: Report) -> None:
    """Look for reports that share text: of those that share most keys the texts are compared."""
    current = view.report(report.id) or report  # an older version that comes late changes nothing
    signs = keys(current.text)
    candidates = [other for other in view.sharing(signs) if other != report.id][:MOST_CANDIDATES]
    texts = {other: _shingles(found.text) for other in candidates if (found := view.report(other)) is not None}
    writer.put_copies(report.id, signs, pairs_with(report.id, _shingles(current.text), texts))


@lru_cache(maxsize=4096)  # a text that is reprinted meets many others on its day
def _shingles(text: str) -> Shingles:
    return shingles(text)
