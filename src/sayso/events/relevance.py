"""Is a report about armed conflict at all?"""

import re
from functools import cache

from sayso.model import Report
from sayso.vocabulary import load

WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
# How many different words of the list a report of so many words must hold: in a long one, two also stand in passing.
ENOUGH = ((60, 1), (150, 2))
MOST = 3


def is_about_conflict(report: Report) -> bool:
    """Do title and text hold enough words of `conflict.yaml`: one in a brief note, three in a long text?"""
    words = [m.group().lower() for m in WORD.finditer(f"{report.title or ''}\n{report.text}")]
    enough = next((n for length, n in ENOUGH if len(words) < length), MOST)
    marks: set[str] = set()
    for word in words:
        marks.update(w for w in (word, word.removesuffix("s"), word.removesuffix("es")) if w in _list())
        if len(marks) >= enough:
            return True
    return False


@cache
def _list() -> frozenset[str]:
    return frozenset(load("conflict"))
