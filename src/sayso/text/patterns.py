"""The table of furniture, read from furniture.yaml once and made into few expressions."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

import msgspec
import yaml

from sayso.model import BlockKind, Record

type Where = Literal["whole", "line", "has", "start", "end"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?"
DAY = rf"(?i:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH})"
DATE = rf"(?i:{DAY},? (?:19|20)\d\d|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d)"
CLOCK = (
    r"(?i:\d{1,2}[:.h]\d{2}(?::\d\d)? ?(?:[ap]\.?m\.?)?(?: ?(?:gmt|utc|est|edt|et|ct|cet|ist|bst|eest|msk)\b)?"
    r"(?: ?[+-]\d+)?)"
)
WORD = "[A-ZÀ-Þ][\\w.’'-]*"
NAME = rf"{WORD}(?: {WORD}){{0,3}}"
MACROS = {"DATE": DATE, "CLOCK": CLOCK, "WEEKDAY": WEEKDAY, "NAME": NAME, "WORD": WORD}
SENTENCE_END = re.compile(r"[a-z\d)”\"][.!?][”\"]? (?=[A-Z“\"])")
LINE_MOST = 220  # characters of a line that a pattern may take as a whole, unless it says otherwise
WHOLE_MOST = 600


class Entry(Record, frozen=True, kw_only=True):
    """One row of the table; see the head of furniture.yaml."""

    kind: BlockKind
    where: Where
    pattern: str
    examples: tuple[str, ...]
    most: int = LINE_MOST
    sentences: int | None = None
    case: bool = False


@cache
def load(name: str) -> Any:
    """A data file of this folder."""
    text = resources.files(__name__.rpartition(".")[0]).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@cache
def names(key: str) -> frozenset[str]:
    """A list of names in places.yaml ("cities", "agencies", "not_places")."""
    return frozenset(" ".join(name.split()) for name in load("places")[key].split(","))


@cache
def agency_pattern() -> str:
    """An alternative of all agencies, longest first."""
    return "|".join(re.escape(n).replace("\\ ", " ") for n in sorted(names("agencies"), key=len, reverse=True))


@cache
def entries() -> tuple[Entry, ...]:
    """The table."""
    return tuple(msgspec.convert(load("furniture"), list[Entry]))


@lru_cache(maxsize=4096)  # menus and credits come again and again
def kind_of_line(words: str) -> BlockKind | None:
    """What a whole line is, by its visible words; None for one that is to be read or looked into."""
    sentences = len(SENTENCE_END.findall(words)) + 1
    for entry, expression in _line_expressions():
        if len(words) > (WHOLE_MOST if entry.where == "whole" else entry.most):
            continue
        if entry.sentences is not None and sentences > entry.sentences:
            continue
        if expression.search(words) if entry.where == "has" else expression.fullmatch(words):
            return entry.kind
    return None


def cuts(words: str, where: Where) -> Iterator[tuple[BlockKind, int, int]]:
    """The stretches at the start or the end of `words` that are to be cut off."""
    for kind, expression in _cut_expressions(where):
        match = expression.match(words) if where == "start" else expression.search(words)
        if match and match.end() > match.start():
            yield kind, match.start(), match.end()


@cache
def _line_expressions() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    return tuple((e, _compiled(e, e.pattern)) for e in entries() if e.where in ("whole", "line", "has"))


@cache
def _cut_expressions(where: Where) -> tuple[tuple[BlockKind, re.Pattern[str]], ...]:
    return tuple(
        (e.kind, _compiled(e, e.pattern if where == "start" else rf"(?:{e.pattern})\s*$"))
        for e in entries()
        if e.where == where
    )


def _compiled(entry: Entry, pattern: str) -> re.Pattern[str]:
    for name, value in {**MACROS, "AGENCY": agency_pattern()}.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return re.compile(pattern.replace(" ", r"\s"), 0 if entry.case else re.IGNORECASE)
