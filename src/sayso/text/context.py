"""What a line is, seen with the lines around it: menus, lists of other stories, headings."""

import re

from sayso.model import BlockKind
from sayso.text.lines import Line
from sayso.text.patterns import kind_of_line

MENU_RUN = 5  # so many short items in a row are a menu
ITEM_WORDS = 6
ITEM_LENGTH = 48
FEW = 2  # words of an item that begins with a small letter: longer ones are pieces of broken sentences
HEADING_LENGTH = 130
HEADING_WORDS = 18
SHOUT_WORDS = 5
SHOUT_LETTERS = 0.85  # share of capitals among the letters of a line in capitals
PROSE_LENGTH = 130  # a line this long, or one that ends a sentence, is prose
LINK_SHARE = 0.85
TEASER = 60  # characters of a line that is a link by the list of links; shorter ones may be links inside of sentences
STOP = re.compile(r"[.!?…:;,][”\"’')\]]*$|[.!?][”\"]? ?\(\w[\w /]{1,20}\)$")
YEARS = re.compile(r"(?:1[5-9]|20)\d\d(?: ?[-–—/] ?(?:\d\d|(?:1[5-9]|20)\d\d))?")  # over a part of a chronicle
OPENER = re.compile(
    r"(?:also read|read (?:more|next|also)|related(?: \w+)?|more (?:from|on|stories|news|like)\b.{0,50}"
    r"|most (?:read|popular|viewed)|recommended(?: \w+){0,2}|you (?:may|might) also like|trending(?: \w+){0,2}"
    r"|(?:latest|top|other|trending|popular|similar) (?:news|stories|articles|posts|headlines)(?: .{0,30})?"
    r"|in other news|editor[’']?s picks?|comments?|links|tags|topics|keywords|latest|popular(?: from .{1,40})?"
    r"|latest in .{1,30}|more in .{1,30}|up next|see also)\W*",
    re.IGNORECASE,
)


def kinds_in_context(lines: list[Line]) -> list[BlockKind | None]:
    """The kind of each line; None is a paragraph of prose."""
    kinds: list[BlockKind | None] = [_alone(line) for line in lines]
    _links(lines, kinds)
    _menus(lines, kinds)
    _other_stories(lines, kinds)
    _shouts(lines, kinds)
    return [_heading(line) if kind is None else kind for line, kind in zip(lines, kinds, strict=True)]


def is_prose(line: Line) -> bool:
    """Does the line hold a sentence, as far as its form tells?"""
    return len(line.words) >= PROSE_LENGTH or bool(STOP.search(line.words))


def _alone(line: Line) -> BlockKind | None:
    if YEARS.fullmatch(line.words):
        return "heading"
    if not any(map(str.isalpha, line.words)):
        return "furniture"
    return kind_of_line(line.words)


def _links(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """A line that is a link and nothing else leads away; one alone may be a linked headline of this report."""
    listed = {line.words for line in lines if line.bullet and line.linked >= LINK_SHARE}
    for number, line in enumerate(lines):
        if kinds[number] is None and len(line.words) >= TEASER and line.words in listed:
            kinds[number] = "furniture"  # the page's own list of links says that it leads away
        if kinds[number] is None and line.linked >= LINK_SHARE and not line.level:
            beside = [lines[n] for n in (number - 1, number + 1) if 0 <= n < len(lines)]
            if line.bullet or any(other.linked >= LINK_SHARE for other in beside):
                kinds[number] = "furniture"


def _menus(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and (kinds[end] not in (None, "heading") or _is_item(lines[end])):
            end += 1
        open_items = [n for n in range(start, end) if kinds[n] is None]
        if end - start >= MENU_RUN and len(open_items) > 0:
            # the last item before prose may be its heading
            last = open_items[-1]
            spared = last if last == end - 1 and end < len(lines) and len(lines[last].words.split()) > 2 else None
            for number in open_items:
                if number != spared:
                    kinds[number] = "furniture"
        start = end + 1


def _is_item(line: Line) -> bool:
    words = line.words
    return (
        len(words) <= ITEM_LENGTH
        and len(words.split()) <= ITEM_WORDS
        and (not words[:1].islower() or len(words.split()) <= FEW)
        and not STOP.search(words)
        and not line.level
    )


def _other_stories(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """What stands under "Related articles" up to the next prose are other stories' headlines."""
    under = False
    for number, line in enumerate(lines):
        if kinds[number] == "furniture" and OPENER.fullmatch(line.words):
            under = True
        elif kinds[number] is None:
            if is_prose(line):
                under = False
            elif under:
                kinds[number] = "furniture"


def _shouts(lines: list[Line], kinds: list[BlockKind | None]) -> None:
    """A line in capitals in the middle of a text in small letters is a link to another story."""
    letters = [c for line in lines for c in line.words[:400] if c.isalpha()]
    if not letters or sum(map(str.isupper, letters)) > len(letters) / 2:
        return
    told = 0
    for number, line in enumerate(lines):
        if kinds[number] is not None:
            continue
        if (
            told > 0
            and not (line.level or line.bullet or line.words[0].isdigit())
            and len(line.words.split()) >= SHOUT_WORDS
            and is_shout(line.words)
        ):
            kinds[number] = "furniture"
        told += is_prose(line)


def is_shout(words: str) -> bool:
    """Are nearly all letters capitals?"""
    letters = [c for c in words if c.isalpha()]
    return len(letters) > 12 and sum(map(str.isupper, letters)) >= SHOUT_LETTERS * len(letters)


def _heading(line: Line) -> BlockKind | None:
    words = line.words
    if line.level:
        return "heading"
    short = len(words) <= HEADING_LENGTH and len(words.split()) <= HEADING_WORDS
    return "heading" if short and not STOP.search(words) else None
