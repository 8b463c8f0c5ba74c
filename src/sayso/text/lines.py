"""A text as lines, and each line as what a reader sees of it: words without the marks of markdown and markup."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Span

# every character that ends a line somewhere: LF, CR, VT, FF, FS-RS, NEL, line and paragraph separator
LINE = re.compile("[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
EDGE = " \t\xa0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\xad"
EDGES = re.compile(f"[{EDGE}]*")
BLANK = re.compile(rf"[\s{EDGE}]+")
MARKS = frozenset("[]*_#>`|<\\•")

TARGET = r"[^\s()<>]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,300}|<[^<>\s]{0,1000}>)?"  # the address of a link
MARKUP = re.compile(
    rf"""
      !\[[^\[\]]{{0,300}}\]\({TARGET}\)                     # a picture
    | \[\[?[ivxlcdm\d]{{1,8}}\]?\]\({TARGET}\)              # the number of a footnote
    | \[(?=[^\[\]]{{0,400}}\]\([^\s)])                      # a link: before its words,
    | (?<=[^\[])\]\({TARGET}(?:\ "[^"]{{0,200}}")?\)        # and behind them
    | \[(?:\d{{1,3}}|[ivxlcdm]{{1,8}})\]                    # a bare footnote number
    | <https?://[^\s<>]{{1,1000}}>
    | </?(?:p|br|b|i|em|strong|u|a|span|div|ul|li|ol|h[1-6]|blockquote)\b[^<>]{{0,300}}>
    | \*\*\*?|__|`{{1,3}}
    | (?<![^\W_])_(?=[^\s_])|(?<=[^\s_])_(?![^\W_])         # _stressed_
    | (?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])
    """,
    re.VERBOSE,
)
LEADS = re.compile(
    rf"(?:[{EDGE}]|\#{{1,6}}(?=[{EDGE}]|\w)|>|\|(?!\|)|[*+•▪◦‣●■–—-](?=[{EDGE}])|\d{{1,2}}[.)](?=[{EDGE}]+\*\*))*"
)
LINK = re.compile(rf"\[([^\[\]]{{0,400}})\]\({TARGET}\)")
LIST = re.compile(rf"[{EDGE}]*(?:[-–—*+•>#|]|\d{{1,2}}[.)])")
WRAPPED_LINES, WRAPPED_WIDTH, NARROWEST = 5, 100, 50  # lines and characters of a text that was wrapped
BROKEN = 30  # characters of a line that a sentence may go on from
PLAIN_LINK = re.compile(r"(?:https?://|www\.|t\.me/)[^\s<>)\]]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `span` is its core, without the marks and blanks at both ends; `marks` are those inside of it.

    `words` are what a reader sees, runs of blanks as one space. `level` counts the leading #, `bullet` tells a list's
    item, `linked` is the share of the words that are links.
    """

    span: Span
    words: str
    marks: tuple[Span, ...] = ()
    level: int = 0
    bullet: bool = False
    linked: float = 0.0


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text that hold anything but blanks; lines that were broken inside of a sentence are one."""
    for start, end in _ranges(text):
        line = _line(text, start, end)
        if line:
            yield line


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    spans = [(m.start(), m.end()) for m in LINE.finditer(text)]
    wrapped = _is_wrapped(text, spans)
    start, end = spans[0] if spans else (0, 0)
    for (_, before), (after, last) in pairwise(spans):
        next_line = after - before <= len("\r\n") and text[before:after] in ("\n", "\r\n", "\r")
        if next_line and (wrapped or _broken(text, start, before, after)) and not LIST.match(text, after, last):
            end = last
            continue
        yield start, end
        start, end = after, last
    if spans:
        yield start, end


def _is_wrapped(text: str, spans: list[tuple[int, int]]) -> bool:
    """Was the text broken into lines of one width, as in mail and in old wire copy?"""
    if any(end - start > 2 * WRAPPED_WIDTH for start, end in spans):
        return False
    lines = [line for start, end in spans if (line := text[start:end].strip())]
    widest = max(map(len, lines), default=0)
    if len(lines) < WRAPPED_LINES or not NARROWEST <= widest <= WRAPPED_WIDTH:
        return False
    full = sum(len(line) >= 0.7 * widest for line in lines)
    ended = sum(line.endswith((".", "!", "?", "”", '"')) for line in lines)
    return full >= 0.6 * len(lines) and ended <= 0.5 * len(lines)


def _broken(text: str, start: int, end: int, after: int) -> bool:
    """Does a sentence go on in the next line, as where a scraper made a line of every link?"""
    before = text[start:end].rstrip()
    return len(before) >= BROKEN and (before[-1].islower() or before[-1] == ",") and text[after].islower()


def markup_spans(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The stretches between `start` and `end` that are marks of markdown or HTML and no words of the text."""
    if MARKS.isdisjoint(text[start:end]):
        return ()
    return tuple(Span(m.start(), m.end()) for m in MARKUP.finditer(text, start, end))


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without blanks, zero-width and direction marks at its ends."""
    left = EDGES.match(text, start, end)
    start = left.end() if left else start
    while end > start and EDGES.fullmatch(text[end - 1]):
        end -= 1
    return Span(start, end)


def seen(text: str, start: int, end: int, marks: tuple[Span, ...]) -> str:
    """What a reader sees of a stretch."""
    pieces, at = [], start
    for mark in marks:
        if mark.end > start and mark.start < end:
            pieces.append(text[at : max(at, mark.start)])
            at = max(at, mark.end)
    pieces.append(text[at:end])
    return BLANK.sub(" ", "".join(pieces)).strip()


def _line(text: str, start: int, end: int) -> Line | None:
    whole = trimmed(text, start, end)
    if not whole:
        return None
    if MARKS.isdisjoint(text[whole.start : whole.end]) and text[whole.start] not in "-–—+▪◦‣●■":
        return Line(whole, BLANK.sub(" ", whole.of(text)))
    leads = LEADS.match(text, whole.start, whole.end)
    lead = leads[0] if leads else ""
    marks = markup_spans(text, whole.start + len(lead), whole.end)
    core = _without_edge_marks(text, whole.start + len(lead), whole.end, marks)
    if not core:
        return Line(whole, "")
    words = seen(text, core.start, core.end, marks)
    links = sum(len(m[1]) for m in LINK.finditer(text, whole.start, whole.end))
    links += sum(len(m[0]) for m in PLAIN_LINK.finditer(words))
    return Line(
        core,
        words,
        tuple(m for m in marks if core.holds(m)),
        level=lead.count("#"),
        bullet=any(c in lead for c in "*+•▪◦‣●■-–—"),
        linked=min(1.0, links / max(1, len(words))),
    )


def _without_edge_marks(text: str, start: int, end: int, marks: tuple[Span, ...]) -> Span:
    before = None
    left, right = list(marks), list(reversed(marks))
    while before != (start, end):
        before = (start, end)
        start, end = (span := trimmed(text, start, end)).start, span.end
        while left and left[0].start <= start:
            start = max(start, left.pop(0).end)
        while right and right[0].end >= end and right[0].start >= start:
            end = min(end, right.pop(0).start)
        if start >= end:
            return Span(start, start)
    return Span(start, end)
