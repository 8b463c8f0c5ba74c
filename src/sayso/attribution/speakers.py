"""The single voices of a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.references import References
from sayso.attribution.words import Saying, pieces, tree
from sayso.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


FIRST_PERSON = frozenset(("i", "we"))


def speakers(doc: Doc, saying: Saying, references: References, outer: Saying | None = None) -> tuple[Mention, ...]:
    """The conjuncts of the source, each with what it stands for. "I" and "we" stand for who speaks the quotation
    around them, the source of `outer`."""
    source = saying.source
    whole = pieces(doc, source)
    if not whole:
        return ()
    if outer is not None and any(doc[i].lower_ in FIRST_PERSON for i in source):
        speaking = speakers(doc, outer, references)
        return (Mention(span=whole[0], antecedent=speaking[0].antecedent or speaking[0].span if speaking else None),)
    head = next((doc[i] for i in sorted(source) if doc[i].head.i not in source or doc[i].head == doc[i]), None)
    found: list[Mention] = []
    if head is None:
        return ()
    for voice in _conjuncts(head, source):
        own = (tree(voice, *[c for c in voice.children if c.dep_ == "conj"]) & source) - {
            c.i for c in voice.children if c.dep_ in ("cc", "punct", "preconj", "case") or c.lower_ == "both"
        }
        found += [Mention(span=s, antecedent=references.antecedent(s)) for s in pieces(doc, own)[:1]]
    return tuple(found) or (Mention(span=whole[0], antecedent=references.antecedent(whole[0])),)


def _conjuncts(head: Token, source: frozenset[int]) -> list[Token]:
    found = [head]
    for noun in found:
        found += [
            c
            for c in noun.children
            if c.dep_ == "conj" and c.i in source and c.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        ]
    return found
