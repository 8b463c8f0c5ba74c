"""Say which place each toponym means: one decision for the whole report, from a table of signals.

Every name gets its candidates from the gazetteer. Signals that need no other name are added up first; then the names
explain each other for a few rounds: those that share a country or a province with, or lie near, what the report is
about gain (minimal distance coherence and the report's focus, after Leidner 2007 and Amitay et al. 2004). A name has
one sense a report, unless a container says otherwise ("Paris, Texas").
"""

from collections.abc import Sequence

from sayso.grounding.gazetteer import Entry, Gazetteer
from sayso.grounding.place_candidates import Candidates, pools_for
from sayso.grounding.place_context import Context, Name, read_names
from sayso.grounding.place_points import placed
from sayso.grounding.place_signals import FOCUS, LOCAL, Focus, Situation, is_stray
from sayso.model import Page, PlaceMention, Toponym

ROUNDS = 4
RARE_NAME = 0.7  # how sure an alternate name is


def resolve_places(page: Page, toponyms: tuple[Toponym, ...], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """One place mention a toponym, in the same order; a name that nothing in the gazetteer fits has no id."""
    context = Context.of(page, gazetteer)
    names = read_names(page.text, toponyms)
    pools = pools_for(names, gazetteer)
    chosen = _decide(names, pools, context)
    by_span = {span: (name, choice) for name, choice in zip(names, chosen, strict=True) for span in name.spans}
    mentions = []
    for toponym in toponyms:
        name, (entry, confidence) = by_span[toponym.span]
        mentions.append(placed(page.text, toponym, name, entry, confidence, gazetteer))
    return tuple(mentions)


def _decide(names: Sequence[Name], pools: Sequence[Candidates], context: Context) -> list[tuple[Entry | None, float]]:
    """For each name the best candidate and how sure that is."""
    situations = [Situation(n, p, context) for n, p in zip(names, pools, strict=True)]
    base = [[sum(s.weight * s.of(e, at) for s in LOCAL) for e in at.pool.entries] for at in situations]
    scores = base
    for _ in range(ROUNDS):
        focus = Focus.of(names, pools, scores, context)
        scores = [
            [b + sum(s.weight * s.of(e, at, focus) for s in FOCUS) for b, e in zip(row, at.pool.entries, strict=True)]
            for row, at in zip(base, situations, strict=True)
        ]
    return [_best(at, row, focus) for at, row in zip(situations, scores, strict=True)]


def _best(at: Situation, scores: Sequence[float], focus: Focus) -> tuple[Entry | None, float]:
    pool = at.pool
    if not pool.entries:
        return None, 0.0
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    best = order[0]
    margin = scores[best] - scores[order[1]] if len(order) > 1 else 3.0
    if is_stray(pool.entries[best], at, focus):
        return None, 0.0
    certainty = pool.certainty if pool.entries[best].main else pool.certainty * RARE_NAME
    confidence = certainty * (0.5 + 0.48 * min(1.0, margin / 3.0))
    return pool.entries[best], round(confidence, 2)
