"""Find the words that name places.

Named-entity recognition proposes (GPE, LOC, FAC, NORP), the gazetteer confirms what it missed or took for a person or
an organisation, and a few patterns of English decide: "in X", "X, Ohio", "X County", "the village of X".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.language.parse import Parse
from sayso.mentions.toponym_evidence import PLACES, Evidence
from sayso.mentions.toponym_relations import relation_of
from sayso.mentions.toponym_spans import Names, exact_span, fitted, pieces
from sayso.model import PlaceKind, Span, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

MAYBE_PLACES = frozenset({"FAC", "PERSON", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "DATE"})


def find_toponyms(parse: Parse, gazetteer: Names) -> tuple[Toponym, ...]:
    """The toponyms of a page in reading order, without overlap.

    Spans leave out "the", "'s" and lower-case words for a kind ("region"); "Rapides Parish" is one mention, "Paris,
    Texas" two. `kind` is "demonym" for words such as "Russian", `relation` what the words around say.
    """
    doc = parse.doc
    found: dict[Span, PlaceKind] = {}
    taken: set[int] = set()

    def keep(tokens: Tokens, kind: PlaceKind) -> None:
        if len(tokens) and taken.isdisjoint(range(tokens.start, tokens.end)):
            found[exact_span(tokens, gazetteer)] = kind
            taken.update(range(tokens.start, tokens.end))

    def is_listed(tokens: Tokens) -> bool:
        """A known name in a list right after a place: "Donetsk, Kherson and Zaporizhzhia"."""
        i = tokens.start - 1
        while i > 0 and doc[i].lower_ in (",", "and", "or"):
            i -= 1
        return i < tokens.start - 1 and i in taken and evidence.is_known(tokens) and len(tokens.text) > 3

    dateline = parse.page.dateline_place
    evidence = Evidence.of(doc, gazetteer, dateline.of(parse.page.text) if dateline else "")
    for entity in doc.ents:
        if entity.label_ in PLACES:
            for piece in pieces(entity):
                name = fitted(piece, gazetteer)
                if gazetteer.find(name.text):
                    if not evidence.is_doubtful(name):
                        keep(name, "place")
                elif not gazetteer.demonym(name.text) and evidence.is_named_as_place(name):
                    keep(name, "place")
    for tokens in _demonyms(doc, taken, gazetteer):
        name = fitted(tokens, gazetteer)
        if len(name) > len(tokens):
            keep(name, "place")
        keep(tokens, "demonym")
    for entity in doc.ents:
        for piece in pieces(entity):
            if entity.label_ == "ORG":
                for part in evidence.in_body(piece):
                    keep(part, "place")
            maybe = entity.label_ in MAYBE_PLACES and (evidence.is_place(piece) or is_listed(piece))
            if maybe or evidence.is_said_to_be_place(piece):
                keep(piece, "place")
    for tokens in _unseen_names(doc, taken):
        whole = is_listed(tokens) or evidence.is_said_to_be_place(tokens)
        for part in [tokens] if whole else evidence.in_body(tokens):
            keep(part, "place")
    if dateline:
        found[dateline] = "place"
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
    """Words of peoples, the longest first ("South Korean" before "Korean"); not languages nor "African Americans"."""
    found: list[Tokens] = []
    end = 0
    for first in doc:
        if first.i < end or not first.text[:1].isupper() or first.lower_ == "the":
            continue
        for length in (3, 2, 1):
            tokens = doc[first.i : first.i + length]
            if len(tokens) == length and _may_be_demonym(tokens, taken) and gazetteer.demonym(tokens.text):
                found.append(tokens)
                end = tokens.end
                break
    return found


def _may_be_demonym(tokens: Tokens, taken: set[int]) -> bool:
    if not tokens[-1].text[:1].isupper():
        return False
    before = tokens.doc[max(0, tokens.start - 2) : tokens.start].text.lower()
    if tokens[0].ent_type_ == "LANGUAGE" or before.endswith(("native", "african", "african-", "asian", "asian-")):
        return False
    return taken.isdisjoint(range(tokens.start, tokens.end))
