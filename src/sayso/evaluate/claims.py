"""The figures of the claim benchmark.

A claim matches a gold record where both stand in the same sentence (the two overlap by at least half of the shorter)
and have the same type; one to one, the pairs that agree best first. Then

- found: precision, recall and F1 of the matching;
- voice, act, polarity, reality, place, time, counts, territory: the share of the matched that agree in it;
- whole: F1 of the claims that match and agree in voice, act, polarity and place.

Only positions are compared, not `part`: gold annotates texts, so a claim of a title counts as one too many.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import add

from sayso.evaluate.compared import Compared, same_place
from sayso.model import Span

FIELDS: dict[str, Callable[[Compared, Compared], bool]] = {
    "voice": lambda g, p: g.voice == p.voice,
    "act": lambda g, p: g.act == p.act,
    "polarity": lambda g, p: g.polarity == p.polarity,
    "reality": lambda g, p: g.reality == p.reality,
    "place": lambda g, p: same_place(g.place, p.place),
    "time": lambda g, p: g.days == p.days,
    "counts": lambda g, p: g.counts == p.counts,
    "territory": lambda g, p: g.territory == p.territory,
}
WHOLE = ("voice", "act", "polarity", "place")
TRIGGER_WEIGHT = 3  # a shared trigger tells more about the right pair than any one field


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over any number of reports; scores of parts add up to the score of the whole."""

    reports: int = 0
    gold: int = 0
    claims: int = 0
    matched: int = 0
    whole: int = 0
    right: tuple[int, ...] = (0,) * len(FIELDS)

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.reports + other.reports,
            self.gold + other.gold,
            self.claims + other.claims,
            self.matched + other.matched,
            self.whole + other.whole,
            tuple(map(add, self.right, other.right)),
        )

    def figures(self) -> dict[str, float]:
        """Figure -> value, 0 to 1: those of the module's description, found as three."""
        fields = {name: _ratio(n, self.matched) for name, n in zip(FIELDS, self.right, strict=True)}
        return {
            "found P": _ratio(self.matched, self.claims),
            "found R": _ratio(self.matched, self.gold),
            "found F1": f1(self.matched, self.gold, self.claims),
            **fields,
            "whole F1": f1(self.whole, self.gold, self.claims),
        }


def score(gold: Sequence[Compared], claims: Sequence[Compared]) -> Score:
    """The score of one report."""
    pairs = match(gold, claims)
    agree = [{name: same(g, p) for name, same in FIELDS.items()} for g, p in pairs]
    return Score(
        reports=1,
        gold=len(gold),
        claims=len(claims),
        matched=len(pairs),
        whole=sum(all(fields[name] for name in WHOLE) for fields in agree),
        right=tuple(sum(fields[name] for fields in agree) for name in FIELDS),
    )


def score_reports(gold: Mapping[str, Sequence[Compared]], claims: Mapping[str, Sequence[Compared]]) -> dict[str, Score]:
    """Report id -> score, for the reports that have gold."""
    return {report: score(records, claims.get(report, ())) for report, records in gold.items()}


def total(scores: Iterable[Score]) -> Score:
    """The scores of several reports as one."""
    return sum(scores, start=Score())


def match(gold: Sequence[Compared], claims: Sequence[Compared]) -> list[tuple[Compared, Compared]]:
    """Gold records and claims as pairs, one to one, greedily by how much a pair agrees; in reading order where two
    pairs agree alike."""
    possible = [
        (-agreement(g, p), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(claims)
        if g.type == p.type and same_sentence(g.sentence, p.sentence)
    ]
    taken_gold, taken_claims = set[int](), set[int]()
    pairs = []
    for _, i, j in sorted(possible):
        if i not in taken_gold and j not in taken_claims:
            taken_gold.add(i)
            taken_claims.add(j)
            pairs.append((gold[i], claims[j]))
    return pairs


def agreement(g: Compared, p: Compared) -> int:
    """How well a claim fits a gold record of its sentence and type."""
    return TRIGGER_WEIGHT * g.trigger.touches(p.trigger) + sum(FIELDS[name](g, p) for name in WHOLE)


def same_sentence(a: Span, b: Span) -> bool:
    """Do they overlap by at least half of the shorter one?"""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared > 0 and 2 * shared >= min(len(a), len(b))


def f1(right: int, gold: int, found: int) -> float:
    """The harmonic mean of precision and recall, 0 where there is nothing."""
    return _ratio(2 * right, gold + found)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
