"""Claims that only point to what was told before: "the army denied it", "this is a lie, the mayor said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.attribution.cues import cues
from sayso.events import stance
from sayso.events.voices import chains_over, voices_of
from sayso.language.parse import Parse, span_of
from sayso.model import Act, Attribution, Draft, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

FAR = 3  # sentences: what is denied was told no farther back
EMPTY = {"DET", "ADJ", "ADV", "PART", "AUX", "ADP", "CCONJ", "NUM", "PROPN", "INTJ"}
CHARGES = {"accusation", "charge", "allegation", "blame", "responsibility", "role", "involvement", "part"}


def reaches_back(a: Attribution, sentence: Span) -> bool:
    """Is an attribution of a later sentence, which only points to what this one tells?"""
    return a.act in {"deny", "confirm", "refuse"} and bool(a.cue) and a.cue[0].start >= sentence.end


def echoes(
    parse: Parse, sentence: Tokens, said: Sequence[Attribution], told: Sequence[Draft]
) -> Iterator[tuple[Attribution, Draft]]:
    """For each attribution of a sentence that says no more of what was told before than that it is so or is not so: the
    claim that it means, with this voice and act. `told` are the claims of the sentences before, in reading order."""
    span = span_of(sentence)
    for a in said:
        if not a.cue or not span.holds(a.cue[0]) or not a.speakers:
            continue
        words = _words(parse, a, sentence)
        meant = _meant(parse, a, words, told) if _only_points(words) else None
        act = _act(a, words, meant) if meant is not None else None
        if meant is None or act is None:
            continue
        head = next((w for w in words if w.pos_ == "NOUN"), words[0])
        chain = next((c for c in chains_over(span_of(head), said) if a in c), [a])
        yield (
            a,
            msgspec.structs.replace(
                meant,
                sentence=span,
                trigger=span_of(head),
                act=act,
                voices=voices_of(chain[: chain.index(a) + 1]),
                quote=a.quote,
                content=a.content,
                counts=(),
                first=False,
                how={"type": f"“{head.text}” stands for the {meant.type} told of before"},
            ),
        )


def _words(parse: Parse, a: Attribution, sentence: Tokens) -> list[Token]:
    """The words of what is said within the sentence, in reading order."""
    apart = [*a.source, *a.cue]
    found = []
    for token in sentence:
        span = span_of(token)
        inside = any(piece.holds(span) for piece in a.content) and not any(piece.holds(span) for piece in apart)
        if inside and (token.is_alpha or token.lower_ == "n't"):
            found.append(token)
    return found


def _only_points(words: Sequence[Token]) -> bool:
    """Do the words name what was said and at most what it is worth ("this is untrue")?"""
    lists = cues().lists
    full = [w for w in words if w.pos_ not in EMPTY or w.lower_ in lists["summing"]]
    named = [
        w for w in full if w.lower_ in lists["summing"] or w.lemma_.lower() in lists["said_things"] | lists["blame"]
    ]
    rest = [w for w in full if w not in named and w.lemma_.lower() not in lists["untrue"] | lists["truth"]]
    return bool(named) and not rest and len(words) < 12


def _act(a: Attribution, words: Sequence[Token], meant: Draft) -> Act | None:
    """What the voice does with the claim that it means; None where it only mentions it."""
    lists = cues().lists
    if a.act == "refuse":
        settled = meant.reality == "actual" and meant.act not in stance.NOT_YET
        return "deny" if settled else "refuse"
    if a.act in {"deny", "confirm"}:
        return a.act
    negated = any(w.dep_ == "neg" or w.lower_ in {"no", "not", "neither"} for w in words)
    if any(w.lemma_.lower() in lists["untrue"] for w in words):
        return None if negated else "deny"
    if any(w.lemma_.lower() in lists["truth"] and w.lower_ != "be" for w in words):
        return "deny" if negated else "confirm"
    return None


def _meant(parse: Parse, a: Attribution, words: Sequence[Token], told: Sequence[Draft]) -> Draft | None:
    """The claim of somebody else that is meant: of the nearest sentence that tells any, first what somebody is charged
    with where a charge is named, then what has a voice, then what stands first."""
    here = words[0].i
    own = {s.antecedent or s.span for s in a.speakers}
    charged = any(w.lemma_.lower() in CHARGES for w in words)

    def fits(draft: Draft) -> bool:
        voice = draft.voices[-1].mention if draft.voices else None
        return (
            draft.type != "statement"
            and draft.act not in {"deny", "no_response"}
            and (voice is None or (voice.antecedent or voice.span) not in own)
        )

    near = [d for d in told if fits(d) and _sentences_between(parse, d, here) <= FAR]
    if not near:
        return None
    beside = [d for d in near if d.sentence == near[-1].sentence]
    return min(beside, key=lambda d: (charged and d.act != "accuse", not d.voices))


def _sentences_between(parse: Parse, draft: Draft, here: int) -> int:
    words = parse.doc.char_span(draft.sentence.start, draft.sentence.end, alignment_mode="expand")
    return FAR + 1 if words is None else sum(1 for t in parse.doc[words.end : here + 1] if t.is_sent_start)
