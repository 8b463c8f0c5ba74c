"""Sayings that a colon or a dash marks: "Ukraine: bridge hit", "Bridge hit: ministry", "Bridge hit - official"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from sayso.attribution.cues import cues
from sayso.attribution.words import Saying, between
from sayso.language.parse import Parse

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

SHORT = 6  # words: a longer side of a colon is no name
LONG = 16  # words: the longest name with a title before a quotation
HEADLINE = 25  # words: a longer paragraph is prose
NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE"))


def headlines(parse: Parse) -> list[Saying]:
    """The sayings of headlines, of headings within a text, and of "Name: ..." at the start of any paragraph."""
    found = []
    sents = list(parse.doc.sents)
    starts = [s.start for s in sents]
    for block in parse.page.read_blocks:
        words = parse.doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
        if words is None:
            continue
        text = block.span.of(parse.page.text).strip()
        is_headline = block.kind == "heading" or (
            len(text.split()) <= HEADLINE and not re.search(r"[.!?…][\"”’']?$", text)
        )
        indices = [t.i for t in words if not t.is_space]
        if len(indices) > 3:
            saying = (
                _leading(parse.doc, indices, is_headline) or (is_headline and _trailing(parse.doc, indices)) or None
            )
            if saying is not None:
                found.append(saying)
                continue
        if not is_headline:
            inside = sents[bisect_left(starts, words.start) : bisect_left(starts, words.end)]
            found += filter(None, (_opening_name(s) or _closing_name(s) for s in inside))
    return found


def _opening_name(sentence: Tokens) -> Saying | None:
    """ "Ahmad: truce is near." as a sentence that may have been a headline."""
    indices = [t.i for t in sentence if not t.is_space]
    mark = next((n for n, i in enumerate(indices[:4]) if sentence.doc[i].text == ":"), None)
    if not mark or mark + 3 > len(indices) or any(sentence.doc[i].pos_ != "PROPN" for i in indices[:mark]):
        return None
    return _leading(sentence.doc, indices, is_headline=False)


def _closing_name(sentence: Tokens) -> Saying | None:
    """ "Truce is near: Ahmad." at the end of a sentence that may have been a headline."""
    indices = [t.i for t in sentence if not t.is_space]
    while indices and sentence.doc[indices[-1]].text in (".", "!"):
        indices.pop()
    for n in (len(indices) - 2, len(indices) - 3, len(indices) - 4):
        if n > 3 and sentence.doc[indices[n]].text == ":":
            right = indices[n + 1 :]
            if all(sentence.doc[i].pos_ == "PROPN" for i in right) or sentence.doc[right[-1]].lower_ in cues().speakers:
                return _saying(sentence.doc, right, indices[n], indices[:n])
    return None


def _leading(doc: Doc, indices: list[int], is_headline: bool) -> Saying | None:
    """ "Ministry: ..."; in prose only a name of a person or body."""
    mark = next((n for n, i in enumerate(indices[: LONG + 1]) if doc[i].text == ":"), None)
    if not mark or mark + 2 >= len(indices):
        return None
    left, right = indices[:mark], indices[mark + 1 :]
    if doc[right[0]].is_quote and any(doc[i].ent_type_ == "PERSON" for i in left):
        named = not any(doc[i].pos_ in ("VERB", "AUX") for i in left)
        return _saying(doc, left, indices[mark], right) if named else None
    if not _names_speaker(doc, left, is_headline) or any(doc[i].pos_ in ("VERB", "AUX") for i in left):
        return None
    if all(doc[i].ent_type_ in ("GPE", "LOC") for i in left) and not _says_something(doc, right):
        return None
    return _saying(doc, left, indices[mark], right)


def _trailing(doc: Doc, indices: list[int]) -> Saying | None:
    """ "...: ministry", "... - official", and "... Monitor" where the colon was lost."""
    for n in range(len(indices) - 1, max(1, len(indices) - SHORT - 2), -1):
        mark = doc[indices[n]]
        if mark.text in (":", "-", "–", "—", "--") and n + 1 < len(indices):
            right = indices[n + 1 :]
            if _names_speaker(doc, right, is_headline=True, outlets=mark.text == ":") and not any(
                doc[i].pos_ in ("VERB", "AUX") for i in right
            ):
                return _saying(doc, right, indices[n], indices[:n])
            return None
    last = doc[indices[-1]]
    if last.lower_ in cues().speakers and last.is_title and not doc[indices[-2]].is_punct:
        lower = [i for i in indices[1:-1] if doc[i].text[0].islower()]
        before = doc[indices[-2]]
        if len(lower) * 3 > len(indices) and before.pos_ in ("NOUN", "PROPN", "NUM", "ADV") and before.lower_ != "the":
            return _saying(doc, indices[-1:], None, indices[:-1])
    return None


def _saying(doc: Doc, source: list[int], mark: int | None, content: list[int]) -> Saying:
    cue = frozenset() if mark is None else frozenset({mark})
    own = frozenset(source)
    return Saying(source[0], own, cue, between(content[0], content[-1] + 1), own | cue, spoken=False)


def _names_speaker(doc: Doc, indices: list[int], is_headline: bool, outlets: bool = True) -> bool:
    """Whether a few words name somebody who can speak."""
    if not indices or len(indices) > SHORT:
        return False
    words = [doc[i] for i in indices]
    if is_headline and words[-1].lower_ in cues().speakers:
        return True
    if words[-1].lower_ in cues().speakers and words[0].is_title and len(words) > 1:
        return True
    named = [t for t in words if t.pos_ != "DET"]
    person = words[-1].ent_type_ == "PERSON"
    one = bool(named) and named[0].ent_iob_ == "B" and all(t.ent_iob_ == "I" for t in named[1:])
    return outlets and (person or (one and named[0].ent_type_ in NAMED))


def _says_something(doc: Doc, indices: list[int]) -> bool:
    """Whether the right side of "Country: ..." is somebody's word and not just what happened there."""
    first = [doc[i] for i in indices[:4]]
    if first[0].is_quote or first[0].text in "“'‘\"":
        return True
    if any(doc[i].lower_ in ("enemy", "we", "our", "ours") for i in indices):
        return True
    subjects = [doc[i] for i in indices if doc[i].dep_ in ("nsubj", "nsubjpass")]
    return bool(subjects) and (subjects[0].ent_type_ in ("GPE", "NORP", "ORG", "PERSON") or subjects[0].pos_ == "PRON")
