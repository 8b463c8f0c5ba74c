"""Did you mean ...?"""

from collections.abc import Iterable

CLOSE = 60  # rapidfuzz ratio, 0 to 100: low, since a suggestion that is wrong costs nothing
LISTED = 40  # names; more than these help nobody


def hint(name: str, known: Iterable[str], what: str) -> str:
    """The closest known name as a question, by the whole name before a part of it; where none is close, all of them or
    the first ones (`what` says what they are)."""
    from rapidfuzz import fuzz, process, utils

    known = list(known)
    for scorer in (fuzz.ratio, fuzz.WRatio):
        close = process.extractOne(name, known, scorer=scorer, processor=utils.default_process, score_cutoff=CLOSE)
        if close:
            return f"Did you mean {close[0]!r}?"
    more = f" and {len(known) - LISTED} more" if len(known) > LISTED else ""
    return f"{what}: {', '.join(known[:LISTED])}{more}."
