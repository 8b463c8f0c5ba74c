"""Join the rules of this folder: parse in, attributions out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.attribution.according import according
from sayso.attribution.candidates import kind_of
from sayso.attribution.cues import cues
from sayso.attribution.direct import Turn, give_quotations, turns
from sayso.attribution.headline import headlines
from sayso.attribution.nominal import nominal
from sayso.attribution.quotes import quotations
from sayso.attribution.references import References
from sayso.attribution.silence import silences
from sayso.attribution.speakers import FIRST_PERSON, speakers
from sayso.attribution.tolls import tolls
from sayso.attribution.verbal import verbal
from sayso.attribution.words import Saying, pieces
from sayso.language.parse import Parse, span_of
from sayso.model import Attribution, Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc


def attribute(parse: Parse, references: References | None = None) -> tuple[Attribution, ...]:
    """The attributions of a page, in the order of their cues (of their contents where no cue stands).

    `references` are those of this parse, where a caller has them already.
    """
    doc = parse.doc
    silent = silences(doc)
    taken = frozenset[int]().union(*(s.cue for s in silent))
    counted = tolls(doc, taken)
    taken = taken.union(*(s.cue for s in counted))
    spoken = verbal(doc, taken)
    taken = taken.union(*(s.cue for s in spoken))
    sayings = [*silent, *counted, *spoken, *according(doc), *nominal(doc, taken), *headlines(parse)]
    sayings.sort(key=lambda s: s.anchor)
    found = turns(doc, quotations(parse.page))
    sayings = give_quotations(doc, sayings, found, _paragraphs(parse))
    sayings = [s for s in sayings if _stands(doc, s, sayings)]
    _close(sayings)
    _nest(doc, sayings)
    _point_back(doc, sayings)
    references = references or References(parse)
    sayings.sort(key=lambda s: s.anchor)
    attributions = [_attribution(doc, s, _outer(s, sayings), found, references) for s in sayings]
    seen: dict[tuple[object, ...], Attribution] = {}
    for a in attributions:
        if a is not None and (a.content or a.act == "no_response"):
            seen.setdefault((a.source, a.cue, a.content), a)
    return tuple(seen.values())


def _paragraphs(parse: Parse) -> list[range]:
    result = []
    for block in parse.page.read_blocks:
        words = parse.doc.char_span(block.span.start, block.span.end, alignment_mode="expand")
        if words is not None:
            result.append(range(words.start, words.end))
    return result


def _outer(saying: Saying, sayings: list[Saying]) -> Saying | None:
    """The saying whose quotation this one stands in."""
    return next((s for s in sayings if s is not saying and saying.anchor in s.quoted and saying.cue), None)


def _stands(doc: Doc, saying: Saying, sayings: list[Saying]) -> bool:
    """Whether a saying is kept. Within somebody's direct speech only named parties speak, and the speaker ("we")
    where the verb does more than assert."""
    outer = _outer(saying, sayings)
    if outer is None or not saying.cue:
        return True
    source = [doc[i] for i in saying.source]
    if saying.attitude or not source:
        return False
    if any(t.lower_ in FIRST_PERSON for t in source):
        return saying.act not in ("assert", "predict", "no_response")
    return any(t.pos_ in ("NOUN", "PROPN") and kind_of(t) != "thing" for t in source)


def _point_back(doc: Doc, sayings: list[Saying]) -> None:
    """Give "denied this", "rejected the accusation" the content of the saying before it that they point to."""
    before: Saying | None = None
    summing = cues().lists["summing"] | cues().lists["said_things"]
    for saying in sorted(sayings, key=lambda s: s.anchor):
        if saying.act in ("deny", "confirm", "refuse") and before is not None and _points(doc, saying.content, summing):
            near = doc[before.anchor : saying.anchor].text.count(".") <= 1 and before.source != saying.source
            if near and before.content & saying.cue:  # "..., a claim that Kyiv denied": that is no more of the first
                before.content -= set(range(min(saying.content), doc[saying.anchor].sent.end))
            if near:
                saying.content |= before.content
        elif saying.source and saying.content and saying.act != "no_response" and not saying.attitude:
            before = saying


def _points(doc: Doc, content: frozenset[int], summing: frozenset[str]) -> bool:
    """Whether a content is no more than "this" or "the accusations"."""
    words = [doc[i] for i in sorted(content) if doc[i].is_alpha]
    if not words or len(words) > 3:
        return False
    return any(w.lower_ in summing or w.lemma_.lower() in summing for w in words if w.pos_ not in ("DET", "ADJ"))


def _close(sayings: list[Saying]) -> None:
    """Take the naming of a speaker who closes a sentence ("..., the agency reported") out of what is said before it."""
    for closing in sayings:
        if closing.closing:
            for saying in sayings:
                if saying is not closing and saying.anchor in closing.content:
                    saying.content -= closing.frame


def _nest(doc: Doc, sayings: list[Saying]) -> None:
    """Give a cited voice the content of the one that cites it, and put the citation into the outer content."""
    for inner in sayings:
        if not inner.inner:
            continue
        outer = [
            s for s in sayings
            if s is not inner and s.content and not s.inner and s.spoken
            and (inner.anchor in s.frame or inner.anchor in s.content or inner.anchor in s.source
                 or doc[s.anchor].sent == doc[inner.anchor].sent)
        ]  # fmt: skip
        if not outer:
            continue
        nearest = min(outer, key=lambda s: abs(s.anchor - inner.anchor))
        own = inner.source | inner.cue
        inner.content = nearest.content - own
        nearest.content |= own
        nearest.source -= own


def _attribution(
    doc: Doc, saying: Saying, outer: Saying | None, found: list[Turn], references: References
) -> Attribution | None:
    source = pieces(doc, saying.source)
    content = pieces(doc, saying.content, bridge=saying.frame)
    if not content and saying.act != "no_response":
        return None
    return Attribution(
        source=source,
        cue=pieces(doc, saying.cue) or _mark(doc, saying),
        content=content,
        quote=_quote(doc, saying.content, found),
        act=saying.act,
        speakers=speakers(doc, saying, references, outer),
    )


def _mark(doc: Doc, saying: Saying) -> tuple[Span, ...]:
    """A colon or dash as a cue."""
    return tuple(span_of(doc[i]) for i in sorted(saying.cue))


def _quote(doc: Doc, content: frozenset[int], found: list[Turn]) -> Quote:
    words = {i for i in content if any(c.isalnum() for c in doc[i].text)}
    quoted = frozenset[int]().union(*(t.tokens for t in found if t.tokens & words)) & words
    whole = [t for t in found if t.tokens & words and not t.tokens & words <= words]
    if not quoted or not words:
        return "indirect"
    if any(words < t.tokens and len(words) * 2 < len([i for i in t.tokens if doc[i].is_alpha]) for t in found):
        return "indirect"  # a saying within somebody's speech
    return "direct" if quoted == words and not whole else "mixed"
