"""Which of the places, times and numbers of a sentence belong to which of its happenings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sayso.events import syntax
from sayso.events.asides import aside_of
from sayso.events.scenes import is_country
from sayso.events.triggers import ATTACKS, Trigger
from sayso.model import CountMention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# What a number may count, by the type of the happening that it can belong to.
HURT = frozenset({"killed", "wounded", "missing"})
COUNTED: dict[str, frozenset[str]] = {
    "casualties": HURT,
    "displacement": frozenset({"displaced"}),
    "detention": frozenset({"detained", "captured", "missing"}),
    "exchange": frozenset({"captured", "detained", "other"}),
    "interception": frozenset({"intercepted", "launched"}),
    "capture": frozenset({"captured", "area_km2", "other"}),
    "advance": frozenset({"area_km2", "other"}),
    "control": frozenset({"area_km2", "other"}),
    **{attack: HURT | {"launched", "intercepted"} for attack in ATTACKS},
}


def head_of(doc: Doc, span: Span) -> Token | None:
    """The main word of a stretch of the page, None where it holds none."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words.root if words is not None and len(words) else None


def first_of(doc: Doc, span: Span) -> Token | None:
    """The first word of a stretch of the page, None where it holds none."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words[0] if words is not None and len(words) else None


def nearest(
    word: Token, triggers: Sequence[Trigger], fits: Callable[[Trigger], bool] = lambda _: True
) -> list[Trigger]:
    """The happenings that a word belongs to: those of its own clause before others, the nearest in the tree; happenings
    joined by "and" share what stands before both."""
    ranked = [(_farness(word, t), t) for t in triggers if fits(t)]
    if not ranked:
        return []
    least = min(rank for rank, _ in ranked)
    return [t for rank, t in ranked if rank == least or (rank[0] == least[0] and _joined(word, t, ranked, least))]


def taken_by(words: Sequence[Token], triggers: Sequence[Trigger], far: int = 5) -> list[Trigger]:
    """The happenings that some words belong to, not farther than `far` arcs away."""
    near = [t for t in triggers if any(syntax.distance(w, t.token) <= far for w in words)]
    return [t for w in words for t in nearest(w, near, lambda t, w=w: aside_of(t.token) == aside_of(w))[:1]]  # type: ignore[misc]


def _farness(word: Token, trigger: Trigger) -> tuple[int, int]:
    """(0 in the subtree of the happening, 1 in the same clause, 2 elsewhere; arcs between them)."""
    if any(step.i == trigger.token.i for step in syntax.path_up(word)):
        return 0, syntax.distance(word, trigger.token)
    same = syntax.clause_of(word) == syntax.clause_of(trigger.token)
    return (1 if same else 2), syntax.distance(word, trigger.token)


def _joined(
    word: Token, trigger: Trigger, ranked: list[tuple[tuple[int, int], Trigger]], least: tuple[int, int]
) -> bool:
    best = next(t for rank, t in ranked if rank == least)
    return trigger.token in best.token.conjuncts and word.i < min(trigger.token.i, best.token.i)


def counts_of(doc: Doc, triggers: Sequence[Trigger], counts: Sequence[CountMention]) -> dict[int, list[CountMention]]:
    """The numbers of a sentence by the word number of the happening that they belong to. A number that fits no
    happening by its kind goes to the nearest one where it counts something else, and nowhere where it counts the dead.
    """
    given: dict[int, list[CountMention]] = {t.token.i: [] for t in triggers}
    for count in counts:
        word = head_of(doc, count.span)
        if word is None or count.what == "population":
            continue
        takers = nearest(word, triggers, lambda t, what=count.what: what in COUNTED.get(t.type, frozenset()))  # type: ignore[misc]
        if not takers and count.what not in HURT:
            takers = [t for t in nearest(word, triggers) if _farness(word, t)[1] <= 4]
        for trigger in takers[:1]:
            given[trigger.token.i].append(count)
    return given


def places_of(
    doc: Doc, triggers: Sequence[Trigger], places: Sequence[Span], barred: frozenset[int]
) -> dict[int, list[Span]]:
    """The places of a sentence by the word number of the happening that holds there. A happening without a place of its
    own takes that of the clause above it, or the nearest of the sentence; none of another aside. Words `barred` belong
    to who speaks."""
    given: dict[int, list[Span]] = {t.token.i: [] for t in triggers}
    asides = {t.token.i: aside_of(t.token) for t in triggers}
    loose: list[tuple[Span, Token]] = []
    for place in places:
        word = head_of(doc, place)
        if word is None or word.i in barred:
            continue
        aside = aside_of(word)
        takers = nearest(word, [t for t in triggers if asides[t.token.i] == aside])
        for trigger in takers:
            given[trigger.token.i].append(place)
        loose.append((place, word))
    for trigger in triggers:
        beside = [t for t in triggers if asides[t.token.i] == asides[trigger.token.i]]
        near = [(p, w) for p, w in loose if aside_of(w) == asides[trigger.token.i]]
        if asides[trigger.token.i] is not None:  # years away from what happened beside it, but mostly in one country
            near = near or [(p, w) for p, w in loose if is_country(p.of(doc.text))]
        if not given[trigger.token.i] and near:
            below = [p for p, w in near if _reaches(w, trigger.token)]
            given[trigger.token.i] = (
                below or _inherited(trigger, beside, given) or _nearest_place(doc, trigger, [p for p, _ in near])
            )
    return given


def bears_on(time: Token, happening: Token) -> bool:
    """Can the time with this main word be that of a happening: is it told in the same clause, in one above it, or in
    one that adds to it? Not in a clause about something else ("... the town, which fell on Friday")."""
    own, told = syntax.clause_of(happening), syntax.clause_of(time)
    if told in syntax.path_up(own):
        return True
    for step in syntax.path_up(told):
        if step == own:
            return True
        if step.dep_ == "relcl" or (step.dep_ == "conj" and syntax.own_subject(step)):
            return False
    return True


def _reaches(place: Token, happening: Token) -> bool:
    """Does a place stand below a happening, and not with a verb joined to it that has words of its own between
    ("crossed the border and took X"; but "shelled and bombed X")?"""
    for step in syntax.path_up(place):
        if step == happening:
            return True
        if step.dep_ == "conj" and step.head == happening and step.i - happening.i > 2 and happening.pos_ == "VERB":
            return False
    return False


def _inherited(trigger: Trigger, triggers: Sequence[Trigger], given: dict[int, list[Span]]) -> list[Span]:
    above = {t.token.i for t in triggers if t is not trigger}
    for step in syntax.path_up(trigger.token):
        if step.i in above and given[step.i]:
            return list(given[step.i])
    return []


def _nearest_place(doc: Doc, trigger: Trigger, places: Sequence[Span]) -> list[Span]:
    """The place nearest in the text, before the happening rather than after it."""

    def farness(place: Span) -> int:
        word = head_of(doc, place)
        gap = trigger.token.i - (word.i if word is not None else 0)
        return gap if gap > 0 else -gap + 4

    return [min(places, key=farness)]
