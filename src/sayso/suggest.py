"""Did you mean ...?"""

from collections.abc import Iterable

CLOSE = 60  # rapidfuzz ratio, 0 to 100: low, since a suggestion that is wrong costs nothing


def hint(name: str, known: Iterable[str], what: str) -> str:
    """The closest known name as a question; where none is close, all of them (`what` says what they are)."""
    from rapidfuzz import process, utils

    known = list(known)
    close = process.extractOne(name, known, processor=utils.default_process, score_cutoff=CLOSE)
    return f"Did you mean {close[0]!r}?" if close else f"{what}: {', '.join(known)}."
