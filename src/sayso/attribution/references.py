"""What pronouns and short forms stand for, by agreement and salience within one page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.attribution.candidates import ACTING, Candidate, Kind, candidates, kind_of, phrase, words_of
from sayso.attribution.cues import cues, lemma_of
from sayso.language.parse import Parse, span_of
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FAR = 6  # sentences: a pronoun does not reach farther back
CHAIN = 5  # steps from a pronoun to the fullest name
HE, SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
ACRONYM = re.compile(r"\(\s*[\"“'‘]?([A-Z][A-Za-z&-]{1,9})[\"”'’]?\s*\)")


class References:
    """The antecedents of one page. Candidates are looked up on first use."""

    def __init__(self, parse: Parse) -> None:
        self._doc = parse.doc
        self._text = parse.page.text

    @cached_property
    def _candidates(self) -> list[Candidate]:
        return candidates(self._doc)

    @cached_property
    def _by_lemma(self) -> dict[str, list[Candidate]]:
        found: dict[str, list[Candidate]] = defaultdict(list)
        for candidate in self._candidates:
            found[candidate.lemma].append(candidate)
        return found

    @cached_property
    def _by_initials(self) -> dict[str, Candidate]:
        """The first phrase with each initials."""
        return {_initials(c.span.of(self._text)): c for c in reversed(self._candidates)}

    @cached_property
    def _sentence_of(self) -> dict[int, int]:
        return {t.i: n for n, s in enumerate(self._doc.sents) for t in s}

    @cached_property
    def _acronyms(self) -> dict[str, Candidate]:
        """ "Rapid Support Forces (RSF)": the short form and the phrase before its bracket, the one with these initials
        if there is one."""
        found: dict[str, Candidate] = {}
        for match in ACRONYM.finditer(self._text):
            at, short = match.start(), match.group(1).upper()
            before = [c for c in self._candidates if c.span.start < at and -1 <= at - c.span.end <= 2]
            if before:
                spelled = [c for c in before if _initials(c.span.of(self._text)) == short]
                within = [c for c in before if short in _initials(c.span.of(self._text))]
                found.setdefault(match.group(1), (spelled or within[-1:] or before)[0])
        return found

    @cached_property
    def _resolved(self) -> dict[int, Candidate]:
        """What each pronoun stands for, by token. A pronoun that is resolved is itself a mention for those after it."""
        resolved: dict[int, Candidate] = {}
        mentions: list[Candidate] = []
        known = {c.head: c for c in self._candidates}
        for token in self._doc:
            if token.i in known:
                mentions.append(known[token.i])
            elif token.lower_ in HE | SHE | IT | THEY and not (token.lower_ in IT and _expletive(token)):
                found = self._best(token, mentions)
                if found is not None:
                    here = self._sentence_of[token.i]
                    acts, speaks = token.dep_ in ACTING, _is_speaker(token)
                    resolved[token.i] = replace(found, head=token.i, sentence=here, acts=acts, speaks=speaks)
                    mentions.append(resolved[token.i])
        return resolved

    def antecedent(self, span: Span) -> Span | None:
        """The fullest earlier name of what `span` names; None where it is a full name or nothing earlier fits."""
        found: Span | None = None
        at = span
        for _ in range(CHAIN):
            step = self._step(at)
            if step is None or step == at:
                break
            found = at = step
        return found if found is not None and found != span else None

    def _step(self, span: Span) -> Span | None:
        words = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is None:
            return None
        head = words.root
        if head.lower_ in RELATIVE and head.tag_ in ("WP", "WDT", "WP$", "IN", "DT"):
            return self._relative(head)
        if head.lower_ in HE | SHE | IT | THEY:
            return self._pronoun(head)
        if head.pos_ in ("PRON", "DET", "VERB", "AUX") or _tells_its_name(head, words):
            return None
        return self._short_form(head)

    def _relative(self, pronoun: Token) -> Span | None:
        clause = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
        if clause is None:
            return None
        start, end = phrase(clause.head)
        return Span(span_of(self._doc[start]).start, span_of(self._doc[end - 1]).end)

    # ---- pronouns

    def _pronoun(self, pronoun: Token) -> Span | None:
        found = self._resolved.get(pronoun.i)
        return found.span if found is not None else None

    def _best(self, pronoun: Token, mentions: list[Candidate]) -> Candidate | None:
        """The most salient mention that agrees, not too far back and not around the pronoun."""
        here = self._sentence_of[pronoun.i]
        above = {t.i for t in pronoun.ancestors}
        givers = {g.i for t in pronoun.ancestors if t.lemma_.lower() in cues().nouns for g in givers_of(t)}
        near = takewhile(lambda c: here - c.sentence <= FAR, reversed(mentions))
        speaks = _is_speaker(pronoun)
        fits = [c for c in near if c.head not in above and _agrees(c, pronoun.lower_, speaks)]
        return max(fits, key=lambda c: (c.head in givers, _salience(c, here, speaks), c.head), default=None)

    # ---- short forms

    def _short_form(self, head: Token) -> Span | None:
        start, end = phrase(head)
        words = words_of(self._doc, start, end)
        acronym = self._acronyms.get(head.text)
        if acronym is not None and acronym.head < head.i and not acronym.span.holds(span_of(head)):
            return acronym.span
        definite = any(c.lower_ in DEFINITE and c.dep_ == "det" for c in head.children)
        proper = head.pos_ == "PROPN" or head.ent_type_ in ("PERSON", "ORG")
        if not words or not (definite or proper) or head.ent_type_ in ("GPE", "NORP", "LOC"):
            return None
        lemma = head.lemma_.lower()
        if definite and head.tag_ == "NN" and lemma in cues().lists["documents"]:
            author = self._author(head, lemma)
            if author is not None:
                return author
        named = (c for c in self._by_lemma.get(lemma, ()) if c.head < start and (c.named or not proper))
        longer = [c for c in named if words < c.words]
        if longer:
            if proper:
                return max(longer, key=lambda c: (len(c.words), -c.head)).span
            return longer[-1].span
        if proper and head.text.isupper() and len(head.text) > 1:
            spelled = self._by_initials.get(head.text)
            return spelled.span if spelled is not None and spelled.head < start else None
        unnamed = not any(_named(t) for t in self._doc[start:end])
        return self._by_class(head, start) if definite and not proper and unnamed else None

    def _by_class(self, head: Token, start: int) -> Span | None:
        """ "the group" for the last body named, "the minister" for the last person with that office."""
        lemma = head.lemma_.lower()
        here = self._sentence_of[head.i]
        first = bisect_left(self._candidates, here - FAR, key=lambda c: c.sentence)
        near = [c for c in takewhile(lambda c: c.head < start, self._candidates[first:]) if c.named]
        parties = cues().parties
        if lemma in parties["person"]:
            titled = [
                c
                for c in near
                if c.kind == "person" and re.search(rf"\b{re.escape(lemma)}\b", c.span.of(self._text), re.I)
            ]
            return titled[-1].span if titled else None
        if lemma in parties["body_of_a_name"]:
            bodies = [c for c in near if c.kind == "group" and _named(self._doc[c.head])]
            fits = [c for c in bodies if self._doc[c.head].ent_type_ != "GPE"]
        elif lemma in parties["place_of_a_name"]:
            fits = [c for c in near if self._doc[c.head].ent_type_ == "GPE"]
        else:
            return None
        return max(fits, key=lambda c: (_salience(c, here, False), c.head)).span if fits else None

    def _author(self, document: Token, lemma: str) -> Span | None:
        """Who gave out "the statement": the subject beside the last one mentioned."""
        for token in reversed(self._doc[: document.i]):
            if token.lemma_.lower() != lemma:
                continue
            owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)
            verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
            if owner is None and verb is not None:
                owner = next((c for c in verb.children if c.dep_ == "nsubj" and c.i != token.i), None)
            if owner is not None and kind_of(owner) != "thing":
                start, end = phrase(owner)
                return Span(span_of(self._doc[start]).start, span_of(self._doc[end - 1]).end)
        return None


def _agrees(c: Candidate, word: str, speaks: bool) -> bool:
    if word in HE | SHE:
        return c.kind == "person" and not c.plural and c.gender != ("f" if word in HE else "m")
    if word in THEY:
        return c.plural or c.joined or c.kind == "people"
    if speaks and c.lemma in cues().lists["documents"]:
        return not c.plural
    kinds: tuple[Kind, ...] = ("group",) if speaks else ("group", "thing")
    return c.kind in kinds and not c.plural


def _salience(c: Candidate, here: int, speaks: bool) -> float:
    """Subjects and speakers before others, near before far, names and parties before things."""
    score = -1.0 * (here - c.sentence)
    score += 1.2 * c.acts + (1.4 if speaks else 0.8) * c.speaks + 0.3 * c.named
    return score + 0.8 * (c.kind != "thing")


def _is_speaker(pronoun: Token) -> bool:
    return pronoun.dep_ == "nsubj" and lemma_of(pronoun.head) in cues().saying


def _expletive(pronoun: Token) -> bool:
    """ "it was reported that", "it is unclear whether"."""
    verb = pronoun.head
    if pronoun.dep_ == "expl":
        return True
    if pronoun.dep_ == "nsubjpass" and any(c.dep_ == "ccomp" for c in verb.children):
        return True
    return (
        verb.lemma_ == "be"
        and any(c.dep_ in ("ccomp", "advcl", "xcomp") for c in verb.children)
        and any(c.dep_ == "acomp" for c in verb.children)
    )


def _named(token: Token) -> bool:
    """Whether a token names somebody itself; in "the London-based watchdog" none does."""
    based = token.i + 2 < len(token.doc) and token.nbor(2).lower_ == "based"
    return (token.pos_ == "PROPN" or token.ent_type_ in ("ORG", "GPE", "NORP", "PERSON")) and not based


def givers_of(noun: Token) -> list[Token]:
    """Whose claim, statement or report a noun tells of: "Moscow's claim", "a statement by Moscow"."""
    after = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from", "of")]
    return [c for word in (noun, *after) for c in word.children if c.dep_ in ("poss", "pobj")]


def _tells_its_name(head: Token, words: Tokens) -> bool:
    """Whether a name in apposition stands with a common noun: "the monitoring group X", "the minister, Y"."""
    if head.pos_ == "PROPN" or head.ent_type_:
        return False
    beside = (t for t in words if t.i > head.i and ((t.dep_ == "appos" and t.head == head) or t.i == head.i + 1))
    return any(_named(t) for t in beside)


def _initials(name: str) -> str:
    """The initials of the content words of a name, upper case."""
    small = ("of", "the", "The", "for", "and", "in", "on")
    return "".join(w[0] for w in re.findall(r"\w+", name) if w not in small).upper()
