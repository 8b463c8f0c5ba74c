"""How a happening is put: polarity, reality, whether it is said to be a first, and what that makes of the act."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.attribution.cues import cues
from sayso.events import syntax
from sayso.model import Act, Polarity, Reality
from sayso.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

# Acts by which something becomes wanted, announced or feared: it has not happened.
NOT_YET: frozenset[Act] = frozenset({"demand", "refuse", "threaten", "promise"})
# What is tied so closely to the word above it that a "not" up there bears on it.
BOUND = {"xcomp", "dobj", "attr", "acomp", "ccomp", "pobj", "prep", "nsubjpass", "nsubj"}

FORESEEING = {
    "likely",
    "unlikely",
    "expect",
    "predict",
    "forecast",
    "risk",
    "threat",
    "danger",
    "probably",
    "loom",
    "looming",
}
# Verbs that weigh a claim, and where their judgement stands.
WEIGHING = {"be", "prove", "call", "describe", "label", "term", "brand", "correspond", "have", "invent"}
JUDGEMENT = {"acomp", "attr", "oprd", "xcomp", "ccomp", "prep", "dobj"}
# Clauses that merely add to what somebody says: the guideline takes them as the report's own word.
ASIDE = {"amid", "as", "despite", "after", "before", "following", "while", "since", "during"}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("modality")[name])


def _path(token: Token, until: frozenset[int]) -> list[Token]:
    """The word and what governs it, up to the head of the content (word numbers `until` lie outside of it)."""
    path = []
    for step in syntax.path_up(token):
        if step.i in until:
            break
        path.append(step)
        if step.dep_ in {"advcl", "relcl", "ROOT", "parataxis"} or (step.dep_ == "conj" and _has_own_subject(step)):
            break
    return path


def _has_own_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _auxiliaries(token: Token) -> set[str]:
    found = {c.lower_ for c in token.children if c.dep_ in {"aux", "auxpass"}}
    if token.dep_ == "conj" and not found and token.head.pos_ in {"VERB", "AUX"} and not _has_own_subject(token):
        return _auxiliaries(token.head)
    return found


def reality(token: Token, outside: frozenset[int] = frozenset()) -> Reality:
    """`planned`, `possible` or `actual`, by the auxiliaries and the words that the happening depends on."""
    path = _path(token, outside)
    for step in path:
        helpers = _auxiliaries(step)
        if helpers & (_words("planned_auxiliaries") | _words("demand_auxiliaries")):
            return "planned"
        if helpers & _words("possible_auxiliaries"):
            return "possible"
        if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in step.children):
            return "possible"
    for step, above in pairwise(path):
        depends = step.dep_ in {"xcomp", "ccomp", "pobj", "dobj", "acl", "pcomp", "prep", "relcl", "nsubjpass"}
        infinitive = step.dep_ in {"xcomp", "acl", "advcl"} and _is_infinitive(step)
        if above.lemma_.lower() in _words("planned") and (infinitive or (depends and step.dep_ != "nsubjpass")):
            return "planned"
        if above.lemma_.lower() in _words("possible") and depends:
            return "possible"
    last = path[-1] if path else token
    if last.dep_ in {"acl", "advcl", "relcl"} and _is_infinitive(last):
        return "planned"
    for child in token.children:
        if child.dep_ in {"amod", "advmod", "compound"}:
            if child.lower_ in {"possible", "potential", "suspected", "alleged", "possibly", "likely"}:
                return "possible"
            if child.lower_ in {"planned", "upcoming", "proposed", "future", "imminent", "looming"}:
                return "planned"
    return "actual"


def _is_infinitive(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children)


def polarity(token: Token, outside: frozenset[int] = frozenset()) -> Polarity:
    """`negated` where a "not", "never" or "no" bears on the happening, or a verb of failing governs it."""
    count = 0
    path = _path(token, outside)
    for at, step in enumerate(path):
        if at and path[at - 1].dep_ not in BOUND:
            break
        negatives = [
            c for c in step.children if c.lower_ in _words("negative") and c.dep_ in {"neg", "det", "preconj", "advmod"}
        ]
        if not at:  # "there are no troops"
            negatives += [c for t in syntax.existing(step) for c in t.children if c.dep_ == "det" and c.lower_ == "no"]
        count += bool(negatives) and not _not_only(negatives[0])
        if step.pos_ == "ADP" and step.lower_ == "without":
            count += 1
        if at and step.lemma_.lower() in _words("failing") and path[at - 1].dep_ in {"xcomp", "pcomp", "prep"}:
            count += 1
        if step.dep_ in {"ccomp"} and at:
            break
    count += _is_set_apart(syntax.clause_of(token))
    return "negated" if count % 2 else "affirmed"


def _is_set_apart(clause: Token) -> bool:
    """Is it a relative clause of what something is said not to be ("X is not one of the regions that Y claims")?"""
    if clause.dep_ != "relcl":
        return False
    above = clause.head
    while above.dep_ in {"pobj", "prep", "attr"} and above.head != above:
        above = above.head
    return above.lemma_ == "be" and any(c.dep_ == "neg" for c in above.children)


def _not_only(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.lower_ in {"only", "just", "least"}


def firsts(sentence: Tokens) -> list[Token]:
    """The words of a sentence that say of a happening that it is the first of its kind ("for the first time")."""
    found = []
    for word in sentence:
        after = sentence.doc[word.i + 1 : word.i + 4].text.lower()
        first = word.lower_ == "first" and (
            after.startswith(("time", "such", "of its kind", "ever", "known", "direct", "sign", "confirmed", "since"))
        )
        if first or (word.lower_ == "never" and "before" in after) or word.lower_ == "unprecedented":
            found.append(word)
    return found


def ahead(token: Token, outside: frozenset[int] = frozenset()) -> bool:
    """Is the happening put as one to come, by an auxiliary ("will", "could") or a word such as "likely"?"""
    helpers = _words("planned_auxiliaries") | _words("possible_auxiliaries")
    for step in _path(token, outside):
        if _auxiliaries(step) & helpers or step.lemma_.lower() in FORESEEING:
            return True
        if any(c.lower_ in FORESEEING and c.dep_ in {"acomp", "advmod", "amod"} for c in step.children):
            return True
    return False


def demanded(token: Token) -> bool:
    """Does the happening stand under "must" or "should", or is it an order ("stop the war")?"""
    return any(_auxiliaries(step) & _words("demand_auxiliaries") for step in _path(token, frozenset()))


def is_untrue(said: Token) -> bool:
    """Does the sentence say of a claim or report that it is not so ("reports of a raid were false")?"""
    judged = said.head if said.dep_ in {"nsubj", "nsubjpass", "dobj"} else None
    if judged is None or judged.lemma_.lower() not in WEIGHING:
        return False
    words = [t for c in judged.children if c.i > said.i and c.dep_ in JUDGEMENT for t in c.subtree]
    negated = any(c.dep_ == "neg" for c in judged.children) or any(t.lower_ == "no" for t in words)
    lemmas = {t.lemma_.lower() for t in (*words, judged)}
    return bool(lemmas & cues().lists["truth"] - {"be"}) if negated else bool(lemmas & cues().lists["untrue"])


def is_aside(token: Token, outside: frozenset[int]) -> bool:
    """Does the happening stand in an aside to what is said: a relative clause after a comma, or, after a demand or a
    refusal, in a phrase such as "amid heavy fighting"?"""
    for step in syntax.path_up(token):
        if step.i in outside:
            return False
        if step.dep_ == "relcl" and any(c.lower_ in {"which", "where", "who", "whom", "whose"} for c in step.subtree):
            start = min(step.subtree, key=lambda t: t.i)
            if start.i > 0 and start.nbor(-1).text in {",", "-", "--", "–", "—"}:
                return True
    return False


def is_adjunct(token: Token, outside: frozenset[int]) -> bool:
    """Does the happening stand in a phrase of circumstance ("amid heavy fighting", "after the attack")?"""
    for step in syntax.path_up(token):
        if step.i in outside:
            return False
        if (step.dep_ == "mark" or (step.dep_ == "prep" and step.lower_ != "as")) and step.lower_ in ASIDE:
            return True
        told = any(c.dep_ == "mark" and c.lower_ == "that" for c in step.children)  # "a claim by X that ..."
        if step.dep_ == "advcl" or (step.dep_ == "relcl" and not told):
            return True
    return False


def act_of(said: Act, *, own: bool, under_demand: bool, to_come: bool) -> Act:
    """The act of the voice, made finer by how the happening is put: a bare "said" of what must be done is a demand, of
    what the speaker will do a promise, of what will or may happen a prediction."""
    if said != "assert":
        return said
    if under_demand:
        return "demand"
    if to_come:
        return "promise" if own else "predict"
    return "assert"
