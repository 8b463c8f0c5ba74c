"""Which reports share text: candidates by key, then the exact containment.

The work for one report does not grow with the number of reports that are known: a key is kept for the first `PER_KEY`
reports that have it, and of the candidates at most `MOST_CANDIDATES` are compared, those with most keys in common
first. The furniture of an outlet, which stands on thousands of pages, thus finds the same few pages again and again; a
text with that many reprints is still found, by its first ones.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sayso.copies.keys import keys
from sayso.copies.shingles import SHARE, Shingles, containment, shingles
from sayso.model import PER_KEY, CopyPair, Report

MOST_CANDIDATES = 200  # that one report is compared with


class KeyIndex:
    """An inverted index in memory, for batches and tests."""

    def __init__(self) -> None:
        self._reports: dict[int, list[str]] = {}

    def add(self, report: str, keys: Iterable[int]) -> None:
        """Keep the keys of a report."""
        for key in keys:
            known = self._reports.setdefault(key, [])
            if len(known) < PER_KEY:
                known.append(report)

    def candidates(self, keys: Iterable[int]) -> tuple[str, ...]:
        """The reports to compare with one that has these keys: those with most keys in common first, then by id."""
        common = Counter(report for key in keys for report in self._reports.get(key, ()))
        return tuple(sorted(common, key=lambda report: (-common[report], report))[:MOST_CANDIDATES])


def pairs_with(report: str, own: Shingles, candidates: Mapping[str, Shingles]) -> tuple[CopyPair, ...]:
    """The pairs that a report makes with candidates, in the order of their ids."""
    found = []
    for other in sorted(candidates):
        share = containment(own, candidates[other])
        if other != report and share >= SHARE:
            a, b = sorted((report, other))
            found.append(CopyPair(a=a, b=b, containment=round(share, 4)))
    return tuple(found)


def copy_pairs(reports: Iterable[Report]) -> Iterator[CopyPair]:
    """All pairs among reports, whose ids differ. Keeps 8 bytes a word of each; the order of reports changes nothing
    but the order of pairs, unless a text has more than `PER_KEY` copies."""
    index, known = KeyIndex(), dict[str, Shingles]()
    for report in reports:
        own, own_keys = shingles(report.text), keys(report.text)
        yield from pairs_with(report.id, own, {other: known[other] for other in index.candidates(own_keys)})
        index.add(report.id, own_keys)
        known[report.id] = own
