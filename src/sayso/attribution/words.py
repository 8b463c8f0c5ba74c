"""Sets of tokens as spans of the page: how the rules of this folder pass what they found to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.language.parse import span_of
from sayso.model import Act, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

OBJECTS = ("dobj", "dative", "obj")
ADJUNCTS = ("npadvmod", "advmod", "prep", "dative", "agent", "prt", "aux", "auxpass", "neg", "intj", "tmod")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CLAUSE_EDGE = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "…", "...", "•", "|"})


@dataclass(slots=True)
class Saying:
    """An attribution in the making: token indices. `frame` is all that belongs to the naming of the speaker and not to
    the content (subject, verb, day, audience); `anchor` is the token of the cue that is looked at for quotations;
    `inner` marks a voice that another one cites, whose content is the other's, `closing` a speaker named
    at the end of a sentence for all of it."""

    anchor: int
    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    frame: frozenset[int]
    act: Act = "assert"
    spoken: bool = True
    attitude: bool = False
    inner: bool = False
    closing: bool = False
    quoted: set[int] = field(default_factory=set)


def tree(token: Token, *without: Token) -> frozenset[int]:
    """The indices of a token's subtree, less the subtrees of `without`."""
    cut = {t.i for w in without for t in w.subtree}
    return frozenset(t.i for t in token.subtree if t.i not in cut)


def between(start: int, end: int) -> frozenset[int]:
    """All indices from `start` up to, not including, `end`."""
    return frozenset(range(start, end))


def pieces(doc: Doc, indices: Iterable[int], bridge: frozenset[int] = frozenset()) -> tuple[Span, ...]:
    """The spans that a set of tokens covers, in reading order, without punctuation other than quotation marks and
    brackets at their ends. Gaps of punctuation and blanks alone are closed unless they are in `bridge`."""
    runs: list[list[int]] = []
    for i in sorted(set(indices)):
        if runs and all(_light(doc[j]) and j not in bridge for j in range(runs[-1][-1] + 1, i)):
            runs[-1].append(i)
        else:
            runs.append([i])
    spans = []
    for run in runs:
        while run and (doc[run[0]].is_space or doc[run[0]].text in CLAUSE_EDGE):
            run.pop(0)
        while run and (doc[run[-1]].is_space or doc[run[-1]].text in CLAUSE_EDGE):
            run.pop()
        if any(_wordy(doc[i]) for i in run):
            spans.append(Span(span_of(doc[run[0]]).start, span_of(doc[run[-1]]).end))
    return tuple(spans)


def _light(token: Token) -> bool:
    return token.is_space or token.is_punct


def _wordy(token: Token) -> bool:
    return any(c.isalnum() for c in token.text)


def subject_of(verb: Token) -> Token | None:
    """The verb's own subject, not that of a verb above it."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS]
    behind = [c for c in found if 0 < c.left_edge.i - verb.i < 2]  # "..., said the captain" beside a mistaken one
    return next(iter(behind or found), None)


def is_passive(verb: Token) -> bool:
    """Whether a verb stands in the passive."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    active = any(c.dep_ in ("aux", "ccomp") for c in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not active


def agent_of(verb: Token) -> Token | None:
    """The noun behind the "by" of a passive."""
    for by in verb.children:
        if by.dep_ == "agent" or (by.lower_ == "by" and by.dep_ == "prep"):
            return next((c for c in by.children if c.dep_ in ("pobj", "pcomp")), None)
    return None


def verb_group(verb: Token) -> frozenset[int]:
    """A verb with its auxiliaries, negation, particle and the adverbs among them: "has repeatedly ruled out"."""
    group = {verb.i} | {c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "prt")}
    adverbs = {c.i for c in verb.children if c.dep_ in ("advmod", "neg") and c.i < verb.i and not any(c.children)}
    start = min(i for i in group)
    while start - 1 in adverbs:
        start -= 1
    return frozenset(group | {i for i in adverbs if i >= start})


def dateline(noun: Token) -> frozenset[int]:
    """What stands before a dash at the start of a paragraph is no part of the speaker: "MOSCOW - Russia said"."""
    left = noun.left_edge.i
    dash = next((t.i for t in noun.doc[left : noun.i] if t.text in ("-", "–", "—", "--") and t.whitespace_), None)
    return frozenset(range(left, dash + 1)) if dash is not None and noun.doc[left].is_sent_start else frozenset()


def is_date(noun: Token) -> bool:
    """Whether a noun or number names a time: names of years are often taken for something else."""
    return noun.ent_type_ in ("DATE", "TIME") or (noun.text.isdigit() and len(noun.text) == 4)


def is_bare(verb: Token) -> bool:
    """Whether a verb stands in its base form without a subject or an auxiliary of its own. Taggers also call it a
    present tense, which cannot be joined to a past one under one subject."""
    alone = not any(c.dep_ in (*SUBJECTS, "aux", "auxpass") for c in verb.children)
    return alone and verb.tag_ in ("VB", "VBP") and verb.lower_ == verb.lemma_.lower()
