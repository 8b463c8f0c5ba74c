"""What people said of claims and pairs, as the fold obeys it."""

from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from sayso.fold.link import Judged
from sayso.model import Claim, Record, Verdict

# A field that is misread, without its right value, is as good as unread.
UNREAD: dict[str, object] = {
    "places": (), "time": None, "counts": (), "voices": (), "agents": (), "targets": (), "territory": None,
    "first": False,
}  # fmt: skip
FIELDS = (*UNREAD, "type", "act", "polarity", "reality")


class Rulings(Record, frozen=True, kw_only=True):
    """Verdicts in force: claims that are none, fields that are wrong (with the verdict), and pairs."""

    rejected: frozenset[str] = frozenset()
    wrong: Mapping[str, tuple[Verdict, ...]] = {}
    judged: Judged = Judged()

    def mend(self, claim: Claim) -> Claim | None:
        """The claim as it stands after all verdicts on it; None where it was rejected or nothing is left of it."""
        if claim.id in self.rejected:
            return None
        for ruling in self.wrong.get(claim.id, ()):
            field = str(ruling.field)
            if ruling.value is not None:
                changed = msgspec.to_builtins(claim) | {field: msgspec.json.decode(ruling.value)}
                claim = msgspec.convert(changed, Claim)
            elif field in UNREAD:
                claim = msgspec.structs.replace(claim, **{field: UNREAD[field]})
            else:
                return None  # without its type or act a claim says nothing
        return _without_lost_place(claim)


def _without_lost_place(claim: Claim) -> Claim:
    """The claim, its ground without a place where the place that it meant is none of the claim's any more."""
    ground = claim.territory
    if ground is None or ground.place is None or ground.place < len(claim.places):
        return claim
    return msgspec.structs.replace(claim, territory=msgspec.structs.replace(ground, place=None))


def rulings(in_force: Iterable[Verdict]) -> Rulings:
    """The rulings that verdicts in force make. What is the same as the same is the same, save where somebody said that
    two of them are different."""
    rejected, wrong = set(), dict[str, list[Verdict]]()
    same: list[tuple[str, str]] = []
    different: list[tuple[str, str]] = []
    for each in in_force:
        if each.kind == "rejected" and each.claim:
            rejected.add(each.claim)
        elif each.kind == "wrong" and each.claim:
            wrong.setdefault(each.claim, []).append(each)
        elif each.kind in ("same", "different") and each.claim and each.other:
            (same if each.kind == "same" else different).append((each.claim, each.other))
    apart = {frozenset(pair) for pair in different}
    together = [
        pair for group in _groups(same) for pair in combinations(sorted(group), 2) if frozenset(pair) not in apart
    ]
    return Rulings(
        rejected=frozenset(rejected),
        wrong={claim: tuple(each) for claim, each in wrong.items()},
        judged=Judged(same=_both_ways(together), different=_both_ways(different)),
    )


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for a, b in pairs:
        table.setdefault(a, set()).add(b)
        table.setdefault(b, set()).add(a)
    return {claim: frozenset(others) for claim, others in table.items()}


def _groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    groups: list[set[str]] = []
    for pair in pairs:
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if not group & set(pair)]
        groups.append(set(pair).union(*touching))
    return groups
