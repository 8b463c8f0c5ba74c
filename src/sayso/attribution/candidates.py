"""Noun phrases of a page as candidates for what a pronoun or a short form stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.words import dateline, is_date, subject_of
from sayso.language.parse import span_of
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

type Kind = Literal["person", "group", "people", "thing"]
type Gender = Literal["m", "f"]

ACTING = ("nsubj", "nsubjpass")
GROUP_LABELS = frozenset(("ORG", "GPE", "NORP"))
TIME_LABELS = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun phrase. `words` are its content words in lower case, `speaks` where it is the subject of a reporting
    verb or stands after "according to", `joined` where others are joined to it ("Ahmed and Ali")."""

    head: int
    span: Span
    words: frozenset[str]
    lemma: str
    sentence: int
    kind: Kind
    plural: bool
    joined: bool
    gender: Gender | None
    acts: bool
    speaks: bool
    named: bool


def candidates(doc: Doc) -> list[Candidate]:
    """All noun phrases of a page but pronouns, in reading order; names in the genitive and names of bodies before
    a noun ("the Fatah commander") are phrases of their own."""
    sentence_of = {t.i: n for n, s in enumerate(doc.sents) for t in s}
    heads = {chunk.root.i: chunk.root for chunk in doc.noun_chunks}
    heads |= {t.i: t for t in doc if t.dep_ in ("poss", "conj") and t.pos_ in ("PROPN", "NOUN")}
    heads |= {t.i: t for t in doc if t.dep_ == "compound" and t.ent_type_ == "ORG" and t.head.ent_type_ != "ORG"}
    nouns = [
        head
        for _, head in sorted(heads.items())
        if head.pos_ not in ("PRON", "DET")
        and head.tag_ not in ("WP", "WDT", "PRP")
        and head.ent_type_ not in TIME_LABELS
    ]
    found = [_candidate(doc, head, sentence_of[head.i]) for head in nouns]
    people = {doc[c.head].text for c in found if c.kind == "person" and doc[c.head].pos_ == "PROPN"}
    return [replace(c, kind="person") if doc[c.head].text in people else c for c in found]


def phrase(head: Token) -> tuple[int, int]:
    """The noun phrase around a head, from its determiner to its last title, name or prepositional phrase, without
    relative clauses, conjuncts and commas: first token and end."""
    start = min(
        (c.left_edge.i for c in head.children if c.i < head.i and c.dep_ not in ("conj", "cc", "punct", "preconj")),
        default=head.i,
    )
    start = max((i + 1 for i in dateline(head)), default=start)
    end = head.i + 1
    for child in head.children:
        if (
            child.i > head.i
            and child.dep_ == "prep"
            and child.lower_ in ("of", "for", "in", "from", "on")
            and child.i == end
        ):
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and not is_date(inner):
                end = phrase(inner)[1]
        elif child.i == end and child.dep_ in ("nummod", "compound"):
            end = child.i + 1
    return start, end


def words_of(doc: Doc, start: int, end: int) -> frozenset[str]:
    """The content words of a phrase, lower case."""
    return frozenset(
        t.lower_ for t in doc[start:end]
        if t.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "VERB") and t.lower_ not in cues().lists["titles"]
    )  # fmt: skip


def _candidate(doc: Doc, head: Token, sentence: int) -> Candidate:
    start, end = phrase(head)
    full = max(end, _apposition_end(head, end))
    kind, speaks = kind_of(head), _speaks(head)
    names = [t for t in doc[start:end] if t.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or t.pos_ == "PROPN"]
    return Candidate(
        head=head.i,
        span=Span(span_of(doc[start]).start, span_of(doc[full - 1]).end),
        words=words_of(doc, start, end),
        lemma=head.lemma_.lower(),
        sentence=sentence,
        kind=kind,
        plural=is_plural(head),
        joined=any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in head.children),
        gender=gender_of(doc[start:full]),
        acts=head.dep_ in ACTING or speaks,
        speaks=speaks,
        named=bool(names),
    )


def _apposition_end(head: Token, end: int) -> int:
    """Where an apposition to a person ends: "Ahmed Ali, the group's spokesman". Others need none."""
    if head.ent_type_ != "PERSON":
        return end
    apposition = next((c for c in head.children if c.dep_ == "appos" and c.i > head.i), None)
    return phrase(apposition)[1] if apposition is not None else end


def kind_of(head: Token) -> Kind:
    """Whether a noun is a person, a body or group that acts, people, or anything else."""
    lemma = head.lemma_.lower()
    if head.ent_type_ == "PERSON":
        return "person"
    if head.ent_type_ in GROUP_LABELS and lemma not in cues().parties["person"]:
        return "group"
    for kind in ("person", "group", "people"):
        if lemma in cues().parties[kind]:
            return "people" if kind == "person" and is_plural(head) else kind
    return "thing"


def is_plural(head: Token) -> bool:
    """Whether a noun is plural by its form and no name of one body."""
    return head.tag_ in ("NNS", "NNPS") and head.ent_type_ not in ("GPE", "ORG")


def gender_of(words: Iterable[Token]) -> Gender | None:
    """Male or female where a title or noun says so."""
    for token in words:
        if token.lower_.rstrip(".") in cues().lists["male"]:
            return "m"
        if token.lower_.rstrip(".") in cues().lists["female"]:
            return "f"
    return None


def _speaks(head: Token) -> bool:
    if head.dep_ in ("nsubj", "nsubjpass") and lemma_of(head.head) in cues().saying:
        return True
    above = head.head
    plain = cues().lists["plain"]
    if head.left_edge.i == above.i + 1 and lemma_of(above) in plain and subject_of(above) is None:
        return True
    return head.dep_ == "pobj" and (above.dep_ == "agent" or above.head.lower_ == "according")
