"""Pairs of copies as clusters: what is one text in many outlets.

Containment is not transitive: a report may quote two agency texts, and many pages share a speech. Following pairs from
report to report would join hundreds of reports that have nothing in common, so clusters are joined by average link
(Sokal and Michener 1958): always the two clusters whose reports share most, on average over all their pairs, as long as
that is `JOINED` or more. A pair that is not given counts as nothing shared.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush

from sayso.model import Copies, Copy, CopyPair, Report

JOINED = 0.2  # mean containment; anything from 0.16 to 0.23 gives the same F1 on agency texts of one week
CREDITED = 0.25  # of the reports of a cluster have to credit the agency that is named as its own


def clusters(pairs: Iterable[CopyPair], days: Mapping[str, date | None]) -> tuple[tuple[str, ...], ...]:
    """Clusters of two and more of the reports in `days`, which holds their days of publication.

    Reports stand in order of publication (unknown days last), then id; the first one names the cluster, and clusters
    stand in the order of their first reports. Pairs with a report that is not in `days` are left out, so that `days` of
    the reports known on a day gives the clusters of that day. The order of pairs does not matter.
    """

    def order(report: str) -> tuple[bool, date, str]:
        day = days[report]
        return day is None, day or date.max, report

    links = {(p.a, p.b): p.containment for p in pairs if p.a in days and p.b in days}
    found = (tuple(sorted(members, key=order)) for members in _joined(links))
    return tuple(sorted(found, key=lambda members: order(members[0])))


def copies(
    pairs: Iterable[CopyPair], reports: Mapping[str, Report], agencies: Mapping[str, str | None] | None = None
) -> tuple[Copies, ...]:
    """The clusters of `reports` (by id) as records. `agencies` holds what reports credit (see `credited`): the agency
    that most of a cluster credit is the cluster's, if a quarter of them do; of two the one that is credited first."""
    pairs, agencies = tuple(pairs), agencies or {}
    shares = {(p.a, p.b): p.containment for p in pairs}
    found = []
    for members in clusters(pairs, {key: report.published for key, report in reports.items()}):
        first, *others = members
        of_first = {first: 1.0} | {m: shares.get((min(m, first), max(m, first))) for m in others}
        rows = tuple(
            Copy(report=m, published=reports[m].published, outlet=reports[m].outlet, containment=of_first[m])
            for m in members
        )
        found.append(Copies(cluster=first, agency=_most([agencies.get(m) for m in members]), reports=rows))
    return tuple(found)


def _most(named: Sequence[str | None]) -> str | None:
    names = [name for name in named if name]
    most = max(names, key=names.count, default=None)
    return most if most and names.count(most) >= CREDITED * len(named) else None


def _joined(links: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Average link over links; clusters are numbers, and a cluster that was joined into another has no members."""
    members = [[report] for report in sorted({report for pair in links for report in pair})]
    number = {report: at for at, (report,) in enumerate(members)}
    sums: list[defaultdict[int, float]] = [defaultdict(float) for _ in members]  # of containments, by cluster
    queue: list[tuple[float, int, int]] = []
    for (a, b), share in sorted(links.items()):
        one, other = number[a], number[b]
        sums[one][other] = sums[other][one] = share
        queue.append((-share, one, other))
    heapify(queue)
    while queue:
        mean, one, other = heappop(queue)
        if -mean < JOINED or not members[one] or not members[other]:
            continue
        new = len(members)
        members.append(members[one] + members[other])
        members[one] = members[other] = []
        sums.append(defaultdict(float))
        for old in (one, other):
            for near, total in sums[old].items():
                if members[near]:
                    sums[new][near] += total
            sums[old].clear()
        for near, total in sums[new].items():
            sums[near][new] = total
            heappush(queue, (-total / (len(members[new]) * len(members[near])), near, new))
    return [group for group in members if len(group) > 1]
