"""Which verdicts are in force, and which a new one contradicts."""

from collections import deque
from collections.abc import Iterable, Sequence

from sayso.model import Verdict

type Subject = tuple[str | None, ...]

PAIRED = ("same", "different")


def in_force(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts that hold, in their order: those not undone (by an undo that is not undone itself), and of those on
    the same pair, or on the same field of a claim, only the last."""
    every = tuple(verdicts)
    undone: set[str] = set()
    for verdict in _undos_first_undone(every):
        if verdict.id not in undone and verdict.other is not None:
            undone.add(verdict.other)
    standing = [verdict for verdict in every if verdict.kind != "undo" and verdict.id not in undone]
    last = {_subject(verdict): verdict for verdict in standing}
    return tuple(verdict for verdict in standing if last[_subject(verdict)] is verdict)


def _undos_first_undone(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The undos, each after those that undo it. An undo names an id made of what it undoes, so none can go round."""
    undos = {verdict.id: verdict for verdict in verdicts if verdict.kind == "undo"}

    def depth(verdict: Verdict) -> int:
        target = undos.get(verdict.other or "")
        return 0 if target is None else 1 + depth(target)

    return sorted(undos.values(), key=depth, reverse=True)


def _subject(verdict: Verdict) -> Subject:
    """What a verdict is about: of two about the same only one can hold."""
    if verdict.kind in PAIRED:
        return ("pair", verdict.claim, verdict.other)
    if verdict.kind == "wrong":
        return ("field", verdict.claim, verdict.field)
    return (verdict.kind, verdict.claim) if verdict.kind == "rejected" else (verdict.kind, verdict.id)


def clashes(before: Sequence[Verdict], verdict: Verdict) -> tuple[Verdict, ...]:
    """Of verdicts in force those that a new one contradicts: another word on the same pair or field, and what follows
    from the same being the same. A claim that is called different from one that it was tied to by several verdicts
    contradicts all of those; two claims called the same, all that tell their likes apart."""
    if verdict.kind == "wrong":
        return tuple(old for old in before if _subject(old) == _subject(verdict) and old.value != verdict.value)
    if verdict.kind == "different":
        return _path(before, verdict.claim, verdict.other)
    if verdict.kind == "same":
        one, other = _likes(before, verdict.claim), _likes(before, verdict.other)
        return tuple(
            old
            for old in before
            if old.kind == "different"
            and ((old.claim in one and old.other in other) or (old.claim in other and old.other in one))
        )
    return ()


def _ties(before: Iterable[Verdict]) -> dict[str | None, list[tuple[str | None, Verdict]]]:
    """Claim -> the claims that it is said to be the same as, each with the verdict."""
    ties: dict[str | None, list[tuple[str | None, Verdict]]] = {}
    for old in before:
        if old.kind == "same":
            ties.setdefault(old.claim, []).append((old.other, old))
            ties.setdefault(old.other, []).append((old.claim, old))
    return ties


def _likes(before: Iterable[Verdict], claim: str | None) -> set[str | None]:
    """A claim and all that verdicts make the same as it."""
    ties, found, open_ = _ties(before), {claim}, [claim]
    while open_:
        new = {other for other, _ in ties.get(open_.pop(), ())} - found
        found |= new
        open_ += new
    return found


def _path(before: Iterable[Verdict], claim: str | None, other: str | None) -> tuple[Verdict, ...]:
    """The fewest verdicts that make two claims the same; none where nothing does."""
    ties = _ties(before)
    paths: dict[str | None, tuple[Verdict, ...]] = {claim: ()}
    open_ = deque([claim])
    while open_ and other not in paths:
        here = open_.popleft()
        for there, verdict in ties.get(here, ()):
            if there not in paths:
                paths[there] = (*paths[here], verdict)
                open_.append(there)
    return paths.get(other, ())
