"""Find the words that name places.

Named-entity recognition proposes (GPE, LOC, FAC, NORP), the gazetteer confirms what it missed or took for a person or an
organisation, and a few patterns of English decide: "in X", "X, Ohio", "X County", "the village of X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.language.parse import Parse
from sayso.mentions.toponym_evidence import PLACES, Evidence, Names
from sayso.mentions.toponym_relations import relation_of
from sayso.mentions.toponym_spans import pieces
from sayso.model import PlaceKind, Span, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

MAYBE_PLACES = frozenset({"FAC", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def find_toponyms(parse: Parse, gazetteer: Names) -> tuple[Toponym, ...]:
    """The toponyms of a page in reading order, without overlap.

    Spans leave out "the", "'s" and lower-case words for a kind ("region"); "Rapides Parish" is one mention, "Paris,
    Texas" two. `kind` is "demonym" for words such as "Russian", `relation` what the words around say.
    """
    doc = parse.doc
    found: dict[Span, PlaceKind] = {}
    taken: set[int] = set()

    def keep(tokens: Tokens, kind: PlaceKind) -> None:
        if len(tokens) and not taken.intersection(range(tokens.start, tokens.end)):
            found[Span(tokens.start_char, tokens.end_char)] = kind
            taken.update(range(tokens.start, tokens.end))

    evidence = Evidence.of(doc, gazetteer)
    for entity in doc.ents:
        if entity.label_ in PLACES:
            for piece in pieces(entity):
                if gazetteer.find(piece.text):
                    keep(piece, "place")
                elif gazetteer.demonym(piece.text):
                    keep(piece, "demonym")
                elif evidence.is_named_as_place(piece):
                    keep(piece, "place")
    for tokens in _demonyms(doc, taken, gazetteer):
        keep(tokens, "demonym")
    for entity in doc.ents:
        if entity.label_ == "ORG":
            for piece in pieces(entity):
                for part in evidence.in_body(piece):
                    keep(part, "place")
        elif entity.label_ in MAYBE_PLACES:
            for piece in pieces(entity):
                if evidence.is_place(piece):
                    keep(piece, "place")
    for tokens in _unseen_names(doc, taken):
        if evidence.is_place(tokens):
            keep(tokens, "place")
    toponyms = (Toponym(span=s, kind=k, relation=relation_of(s, parse.page.text)) for s, k in found.items())
    return tuple(sorted(toponyms, key=lambda t: t.span))


def _unseen_names(doc: Doc, taken: set[int]) -> list[Tokens]:
    """Runs of capitalised words that lie in no entity."""
    runs: list[Tokens] = []
    start = None
    for token in [*doc, None]:
        free = token is not None and token.i not in taken and not token.ent_type_
        if free and token is not None and token.pos_ == "PROPN" and token.text[:1].isupper():
            start = token.i if start is None else start
        elif start is not None:
            runs.append(doc[start : token.i if token is not None else len(doc)])
            start = None
    return runs


def _demonyms(doc: Doc, taken: set[int], gazetteer: Names) -> list[Tokens]:
    """Words of peoples, the longest first ("South Korean" before "Korean")."""
    found: list[Tokens] = []
    i = 0
    while i < len(doc):
        for length in (3, 2, 1):
            tokens = doc[i : i + length]
            if len(tokens) == length and tokens.text[:1].isupper() and taken.isdisjoint(range(i, i + length)):
                if tokens[-1].text[:1].isupper() and gazetteer.demonym(tokens.text):
                    found.append(tokens)
                    i += length - 1
                    break
        i += 1
    return found
