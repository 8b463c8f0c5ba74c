"""What is said: the content of a verb cue, by where the cue takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.cues import cues, lemma_of
from sayso.attribution.words import (
    ADJUNCTS,
    CLAUSE_EDGE,
    OBJECTS,
    agent_of,
    between,
    is_bare,
    subject_of,
    tree,
    verb_group,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CHARGE_PREPOSITIONS = frozenset(("of", "for", "on", "as", "over", "with", "to", "in"))


def content_of(
    verb: Token, tail: tuple[Token, ...], takes: str, passive: bool, source: frozenset[int]
) -> frozenset[int]:
    """The tokens of what a verb puts in its speaker's mouth, empty where it puts nothing. `tail` are the other words of
    the cue, `takes` is what `cues.yaml` says that it takes, `source` names the speaker."""
    children = [c for c in verb.children if c not in tail]
    objects = [c for c in children if c.dep_ in OBJECTS and c.i > verb.i]
    if tail:
        objects = [c for c in tail[-1].children if c.dep_ in ("pobj", "pcomp")] or objects
    infinitives = [c for c in children if c.dep_ in ("xcomp", "advcl") and c.i > verb.i and _has_to(c)]
    if passive and tail and agent_of(verb) is None and takes != "order":
        return frozenset()
    if takes == "object" and not objects:
        objects = _as_false(children)
    suffering = next((c for c in children if c.dep_ == "nsubjpass"), None) if passive else None
    if suffering is None and passive and verb.dep_ == "acl" and takes == "charge" and agent_of(verb) is not None:
        return (tree(verb.head, verb) | frozenset().union(*(tree(c) for c in _charges(children, verb)))) - source
    if suffering is not None and suffering.lower_ in ("it", "there"):
        suffering = None
    if not objects and suffering is None and takes in ("object", "charge") and (gap := _gap(verb)):
        return gap | frozenset[int]().union(*(tree(p) for p in _charges(children, verb)))
    match takes:
        case "order":
            ordered = [c for c in children if c.dep_ == "ccomp" and _has_to(c) and subject_of(c) is not None]
            if ordered:
                return _right(verb, ordered[0])
            who = [suffering] if suffering is not None else objects
            return (
                frozenset[int]().union(*map(tree, who), *map(tree, infinitives)) if who and infinitives else frozenset()
            )
        case "to":
            if suffering is not None and infinitives:
                return tree(suffering) | tree(infinitives[0])
            return _right(verb, infinitives[0]) if infinitives and not passive else frozenset()
        case "clause" | "tell":
            return _clause(verb, children, passive, suffering, source, takes)
        case "small":
            return _small(children, objects, suffering)
        case "charge":
            who = [suffering] if suffering is not None else objects
            charges = _charges(children, verb)
            return frozenset[int]().union(*map(tree, who), *map(tree, charges)) if who else frozenset()
        case _:
            who = [suffering] if suffering is not None else objects
            extra = [c for c in children if c.dep_ == "oprd"]
            if any(w.lemma_.lower() in cues().lists["plans"] for w in who):
                extra += infinitives
            return frozenset[int]().union(*map(tree, who), *map(tree, extra)) if who else frozenset()


def _as_false(children: list[Token]) -> list[Token]:
    """ "rejected as false a claim that": the claim, which the parse hangs on "as"."""
    for child in children:
        if (
            child.dep_ == "prep"
            and child.lower_ == "as"
            and child.i + 1 < len(child.doc)
            and child.nbor(1).pos_ == "ADJ"
        ):
            return [c for c in child.children if c.dep_ == "pobj" and c.left_edge.i > child.i + 1]
    return []


def parenthetical(verb: Token, source: frozenset[int]) -> frozenset[int]:
    """The sentence around "..., he said, ...": all of it but the naming of the speaker. Empty where the saying is not
    set off by commas, or where what follows is no part of what is said."""
    frame = source | verb_group(verb)
    for child in verb.children:
        if child.dep_ in (*ADJUNCTS, *OBJECTS) and child.left_edge.i == max(frame) + 1:
            frame |= tree(child)
    start, end, sentence = min(frame), max(frame) + 1, verb.sent
    if len(frame) != end - start or start < sentence.start + 2 or end + 2 >= sentence.end:
        return frozenset()
    doc = verb.doc
    after = next(t for t in doc[end + 1 : sentence.end + 1])
    if doc[start - 1].text != "," or doc[end].text != "," or after.tag_ in ("VBG", "WP", "WDT", "WRB", "VBN"):
        return frozenset()
    if after.lower_ in ("as", "while", "though", "although", "when", "after", "according") or after.is_quote:
        return frozenset()
    return between(sentence.start, sentence.end) - frame


def _charges(children: list[Token], verb: Token) -> list[Token]:
    return [c for c in children if c.dep_ in ("prep", "advcl") and c.lower_ in CHARGE_PREPOSITIONS and c.i > verb.i]


def _gap(verb: Token) -> frozenset[int]:
    """The noun that a relative clause takes its object from: "an accusation that Kyiv has denied"."""
    if verb.dep_ not in ("relcl", "acl") or subject_of(verb) is None or subject_of(verb) in _relatives(verb):
        return frozenset()
    noun = verb.head
    return tree(noun, verb) | frozenset(t.i for t in _relatives(verb))


def _relatives(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.tag_ in ("WDT", "WP")]


def _has_to(verb: Token) -> bool:
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _clause(
    verb: Token,
    children: list[Token],
    passive: bool,
    suffering: Token | None,
    source: frozenset[int],
    takes: str,
) -> frozenset[int]:
    clauses = [c for c in children if c.dep_ == "ccomp"]
    right = [c for c in clauses if c.i > verb.i]
    left = [c for c in clauses if c.i < verb.i]
    if right and (source or not left):
        gap = (
            _gap(verb)
            if subject_of(right[0]) is None or any(t in _relatives(verb) for t in right[0].subtree)
            else frozenset()
        )
        return _right(verb, right[0]) | gap
    if left:
        return _left(verb, left[0], source)
    if (that := _that_clause(verb)) is not None:
        return tree(that)
    if passive and suffering is not None and takes != "tell":
        complement = [c for c in children if c.dep_ in ("xcomp", "oprd") and c.i > verb.i]
        said = bool(complement) and lemma_of(verb) in cues().lists["hearsay"]
        return tree(suffering) | tree(complement[0]) if said else frozenset()
    if verb.dep_ == "parataxis" or (verb.dep_ in ("advcl", "dep") and _set_off(verb) and subject_of(verb) is not None):
        return tree(verb.head) - tree(verb)
    complement = [c for c in children if c.dep_ == "xcomp" and c.i > verb.i and c.pos_ in ("VERB", "AUX", "ADJ")]
    if complement and not _has_to(complement[0]) and lemma_of(verb) in cues().lists["bare"]:
        return tree(complement[0])
    return frozenset()


def _that_clause(verb: Token) -> Token | None:
    """A clause with "that" which the parse hung on a noun between: "declared before the war that ...", "conceded for
    the first time that ..."."""
    for token in verb.subtree:
        if (
            token.i > verb.i
            and token.lower_ == "that"
            and (token.dep_ == "mark" or (token.dep_ == "advmod" and token.head.head.lemma_ == "time"))
            and token.head.dep_ in ("acl", "relcl", "advcl")
        ):
            noun = token.head.head
            if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in cues().nouns:
                continue  # "a claim by rebels that ...": what the claim says
            without = any(t.lower_ == "without" for t in noun.ancestors if t.i > verb.i)
            if without or (noun.pos_ != "VERB" and noun.lemma_.lower() not in cues().nouns and noun.dep_ == "pobj"):
                return token.head
    return None


def _set_off(verb: Token) -> bool:
    left, right = verb.left_edge, verb.right_edge
    before = left.i == verb.sent.start or left.nbor(-1).text in CLAUSE_EDGE
    after = right.i + 1 >= verb.sent.end or right.nbor(1).text in CLAUSE_EDGE
    marked = any(c.dep_ == "mark" for c in verb.children)
    return before and after and not marked


def _right(verb: Token, clause: Token) -> frozenset[int]:
    """The content to the right of its verb, less participles that belong to the speaker ("..., adding that"), and with
    bare verbs that the parse joined to the cue: "demanded Kyiv pull back troops and give up its plans"."""
    content = tree(clause, *[t for t in clause.subtree if _belongs_to_speaker(t, verb)])
    if clause.tag_ == "VB" and verb.tag_ != "VB":
        joined = [c for c in verb.children if c.dep_ == "conj" and is_bare(c) and c.i > clause.i]
        content = content.union(*(tree(c) for c in joined))
    return content


def _belongs_to_speaker(token: Token, verb: Token) -> bool:
    if token.dep_ not in ("advcl", "acl") or token.tag_ != "VBG" or lemma_of(token) not in cues().participles:
        return False
    return (token.i > verb.i + 2 and token.left_edge.nbor(-1).text == ",") or lemma_of(token) == "add"


def _left(verb: Token, clause: Token, source: frozenset[int]) -> frozenset[int]:
    """The content to the left of its verb: all from the start of the clause up to the naming of the speaker, and what
    of the clause comes after it."""
    start = verb.left_edge.i if verb.dep_ != "ROOT" else verb.sent.start
    named = [i for i in source if i > clause.i] or [verb.i]
    frame_start = min(*named, verb.i, *verb_group(verb))
    for child in verb.children:
        if (
            child.i > clause.i
            and child.i < verb.i
            and child.dep_ in ADJUNCTS
            and child.left_edge.i > clause.right_edge.i
        ):
            frame_start = min(frame_start, child.left_edge.i)
    behind = {i for i in tree(clause) if i > verb.i}
    return frozenset(between(start, frame_start) | behind) - source


def _small(children: list[Token], objects: list[Token], suffering: Token | None) -> frozenset[int]:
    complements = [
        c for c in children if c.dep_ in ("oprd", "ccomp", "attr") or (c.dep_ == "prep" and c.lower_ == "as")
    ]
    who = [suffering] if suffering is not None else objects
    if not complements:
        return frozenset()
    return frozenset[int]().union(*map(tree, who), *map(tree, complements))
