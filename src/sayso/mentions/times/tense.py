"""The tense around a time, from the words alone: a cheap stand-in where nobody parsed the text."""

import re
from collections.abc import Callable

from sayso.mentions.times.rule import Tense

# modal verbs, "to be", plans; with the verb that follows, so that "will be held" is not read as "held"
_FUTURE = (
    r"(?:(?:will|shall|won['’]t|would|'ll|’ll|going to|due to|set to|about to|plans? to|planned to|planning to"
    r"|expects? to|expected to|scheduled (?:to|for)|slated (?:to|for)|hopes? to|intends? to|agreed to|vow(?:s|ed) to"
    r"|is to|are to|supposed to|designed to|(?:planned|scheduled|planning|plans|schedule|set) (?:an?|the|for)|to be|may"
    r"|might|could|should|must)(?: (?:not|also|be|have|been|then|soon|only|likely|probably|reportedly))*(?: [a-z]+)?"
    r"|upcoming|until)"
)
_PAST = (
    r"(?:was|were|had|did|said|told|took|came|went|left|fell|rose|began|broke|brought|built|bought|caught|chose|drew"
    r"|drove|felt|fled|flew|fought|found|gave|got|grew|heard|held|hit|kept|knew|laid|led|lost|made|meant|met|paid|put"
    r"|quit|ran|sank|saw|sent|shot|shook|spoke|stood|stole|struck|swore|thought|threw|won|withdrew|wrote|set|cut|shut"
    r"|became|blew|dealt|forgot|forgave|hung|overthrew|sought|spent|split|taught|wore|wounded|[a-z]{2,}(?<!e)ed)"
)
_PRESENT = r"(?:is|are|has|have|says?|do|does|remains?|continues?|am)"
_VERB = re.compile(
    rf"\b(?:(?P<future>{_FUTURE})|(?P<past>(?:have|has) (?:been )?{_PAST}|{_PAST})|(?P<present>{_PRESENT}))\b"
)
_BOUNDARY = re.compile(r"[.!?;]\s+(?=[\"'“‘A-Z])|\n\s*\n|;")


def tense_from_words(text: str) -> Callable[[int], Tense | None]:
    """A function that gives the tense of the nearest verb before an offset in its sentence, else of the next one.

    A verb is recognised by its ending or from a list; modal verbs and "to be" point to the future.
    """

    def tense_at(offset: int) -> Tense | None:
        start = max(0, offset - 160)
        breaks = [m.end() for m in _BOUNDARY.finditer(text, start, offset + 1)]
        before = text[breaks[-1] if breaks else start : offset]
        verbs = list(_VERB.finditer(before))
        last = verbs[-1] if verbs else None
        if last is None:
            after = text[offset : offset + 160]
            end = _BOUNDARY.search(after)
            last = _VERB.search(after[: end.start()] if end else after)
        return last.lastgroup if last else None  # type: ignore[return-value]

    return tense_at
