"""Is a report about armed conflict at all?"""

import re
from functools import cache

from sayso.model import Report
from sayso.vocabulary import load

WORD = re.compile(r"[A-Za-z][A-Za-z-]+")
ENOUGH = 3  # different words of the list: one or two also stand in reports on accidents, sport and markets


def is_about_conflict(report: Report) -> bool:
    """Do title and text hold at least three different words of `conflict.yaml`?"""
    return len(_marks(report)) >= ENOUGH


def _marks(report: Report) -> set[str]:
    found: set[str] = set()
    for match in WORD.finditer(f"{report.title or ''}\n{report.text}"):
        word = match.group().lower()
        stem = next((w for w in (word, word.removesuffix("s"), word.removesuffix("es")) if w in _list()), None)
        if stem:
            found.add(stem)
            if len(found) >= ENOUGH:
                break
    return found


@cache
def _list() -> frozenset[str]:
    return frozenset(load("conflict"))
