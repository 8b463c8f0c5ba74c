"""Claims that name no happening of a type of their own: what somebody says, demands or leaves unanswered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.events import stance, syntax
from sayso.events.lexicon import match
from sayso.events.voices import chains_over, voices_of
from sayso.language.parse import Parse, span_of
from sayso.model import Attribution, Draft, Span, VoiceWords

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def silences(parse: Parse, sentence: Tokens, said: Sequence[Attribution]) -> Iterator[Draft]:
    """One claim for each party that gave no response in this sentence."""
    span = span_of(sentence)
    for a in said:
        if a.act != "no_response" or not a.cue or not span.holds(a.cue[0]):
            continue
        yield Draft(
            sentence=span,
            trigger=a.cue[-1],
            type="statement",
            act="no_response",
            voices=voices_of([a]),
            how={"type": "nothing was said", "attribution": f"“{a.cue[0].of(parse.page.text)}” marks silence"},
        )


def statements(parse: Parse, sentence: Tokens, said: Sequence[Attribution], taken: Sequence[Span]) -> Iterator[Draft]:
    """One claim for each stretch of the sentence that a voice says and in which no happening was found."""
    span = span_of(sentence)
    used = list(taken)
    for a in sorted(said, key=lambda a: sum(map(len, a.content))):
        if a.act == "no_response" or not a.speakers or _asks_for_cover(a, parse.page.text):
            continue
        pieces = [piece for piece in (_common(span, p) for p in a.content) if piece is not None]
        head = _head(parse, pieces) if pieces else None
        if (
            head is None
            or (a.quote == "direct" and _says_little(head))
            or _told(parse, head, [t for t in used if any(piece.holds(t) for piece in pieces)])
        ):
            continue
        draft = _statement(parse, sentence, head, a, said)
        used.append(draft.trigger)
        yield draft
    yield from _further_demands(parse, sentence, said, used)


def _asks_for_cover(a: Attribution, text: str) -> bool:
    """Does somebody merely ask to stay unnamed ("who asked not to be named")?"""
    said = " ".join(piece.of(text) for piece in a.content).lower()
    return a.act == "demand" and any(word in said for word in ("be named", "be identified", "anonym", "be quoted"))


def _further_demands(
    parse: Parse, sentence: Tokens, said: Sequence[Attribution], used: Sequence[Span]
) -> Iterator[Draft]:
    """What is demanded beside something else: "demanded that they withdraw, disarm and give up the claim"."""
    for a in said:
        if a.act != "demand":
            continue
        for verb in (t for t in sentence if t.dep_ == "conj" and t.pos_ == "VERB"):
            span = span_of(verb)
            inside = any(piece.holds(span) for piece in a.content)
            tree = Span(min(t.idx for t in verb.subtree), max(t.idx + len(t) for t in verb.subtree))
            if inside and not any(tree.holds(t) for t in used):
                yield _statement(parse, sentence, verb, a, said)


def _says_little(head: Token) -> bool:
    """Is a quotation no more than "it was over" or "he is a fighter": a pronoun and "be", and nobody named?"""
    subjects = syntax.subjects(head)
    if head.lemma_ != "be" or not subjects or any(t.pos_ not in {"PRON", "DET"} for t in subjects):
        return False
    return not any(t.ent_type_ in {"GPE", "ORG", "NORP", "PERSON", "LOC"} for t in head.subtree)


def _told(parse: Parse, head: Token, happenings: Sequence[Span]) -> bool:
    """Do the happenings found in a stretch tell what is said in it? Not where they stand in its subject
    alone ("the operation was needed")."""
    for span in happenings:
        words = parse.doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is None or head in words:
            return True
        path = []
        for step in syntax.path_up(words.root):
            if step == head:
                break
            path.append(step)
        if not path or path[-1].head != head or path[-1].dep_ not in {"nsubj", "nsubjpass"}:
            return True
        if stance.is_untrue(path[-1]) or match(head):
            return True  # "reports of a raid were false": the raid is denied; "the toll rose": one happening
    return False


def _common(a: Span, b: Span) -> Span | None:
    start, end = max(a.start, b.start), min(a.end, b.end)
    return Span(start, end) if start < end else None


def _head(parse: Parse, pieces: Sequence[Span]) -> Token | None:
    """The word that the rest of a stretch hangs on, a verb or noun before others; None where too little is said."""
    best: Token | None = None
    words = 0
    for piece in pieces:
        tokens = parse.doc.char_span(piece.start, piece.end, alignment_mode="contract")
        if tokens is None:
            continue
        words += sum(t.is_alpha for t in tokens)
        if best is None:
            best = tokens.root
    return best if words >= 2 else None


def _statement(parse: Parse, sentence: Tokens, head: Token, a: Attribution, said: Sequence[Attribution]) -> Draft:
    chain = next((c for c in chains_over(span_of(head), said) if a in c), [a])
    over = [o for o in chain if o.act != "no_response"]
    voices: tuple[VoiceWords, ...] = voices_of(over or [a])
    how = stance.reality(head)
    own = any(t.lower_ in {"we", "i"} for t in syntax.subjects(head))
    act = stance.act_of(a.act, own=own, under_demand=stance.demanded(head), to_come=stance.ahead(head))
    return Draft(
        sentence=span_of(sentence),
        trigger=span_of(head),
        type="statement",
        act=act,
        polarity=stance.polarity(head),
        reality="planned" if act in stance.NOT_YET else how,
        quote=a.quote,
        content=a.content,
        voices=voices,
        how={"type": "a proposition of a named voice that names no other type"},
    )
