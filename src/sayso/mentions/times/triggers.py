"""The words that a time cannot do without. Each names the kinds of rule that are worth a try around it."""

import re
from collections.abc import Iterator

from sayso.mentions.times.words import MONTHS, SEASON_CODES, WEEKDAYS

REACH = 60  # characters on either side of a trigger in which its time lies

_WORDS: dict[str, str] = {
    "unit": "second seconds minute minutes hour days day nights week weeks weekend weekends fortnight fortnights month "
    "months year years decade decades centuries daylong nightlong weeklong monthlong yearlong",
    "unit century": "century",
    "unit quarter": "quarter quarters",
    "unit clock": "hours",
    "part": "morning mornings afternoon afternoons evening evenings night nighttime dawn daybreak sunrise dusk sunset "
    "nightfall midnight midday noon",
    "season": " ".join([*SEASON_CODES, "springs", "summers", "winters"]),
    "clock": "am pm a.m p.m clock hrs local",
    "clock word": "time",
    "word": "now today yesterday tomorrow tonight overnight currently presently recently recent lately nowadays past "
    "future present current moment stage seventeen eighteen nineteen twenty thousand twenties thirties forties "
    "fifties sixties seventies eighties nineties",
    "adverb": "hourly daily nightly weekly biweekly fortnightly monthly quarterly yearly annually everyday",
    # marks: these alone make no time
    "set": "every each per",
    "back": "ago earlier later before after afterward afterwards previously following hence thereafter",
    "fiscal": "fiscal",
    "half": "half",
}
_NAMES: dict[str, str] = {
    "month": " ".join(form for name in MONTHS for form in (name.capitalize(), name.upper())),
    "weekday": " ".join(
        form
        for name in WEEKDAYS
        if name.endswith("day")
        for form in (name.capitalize(), name.upper(), name.title() + "s")
    ),
    "clock": "GMT UTC EST EDT CET CEST EET EEST MSK IST BST PST PDT CST CDT ET PT KST JST",
    "era": "BC BCE AD CE B.C A.D",
    "quarter": "Q1 Q2 Q3 Q4",
    "feast": "Christmas Halloween Easter Thanksgiving Epiphany New Boxing Valentine Victory Armistice Remembrance "
    "Veterans Bastille Labor Fools Saints Women Palm Good Ramadan Eid Ashura May",
}
_MARKS = frozenset({"set", "back", "fiscal", "half"})


def _kinds() -> dict[str, frozenset[str]]:
    """Words in small letters or capitals, names as they are written; a word of both has the kinds of both."""
    pairs = [(form, kind) for kind, words in _NAMES.items() for form in words.split()]
    for kind, words in _WORDS.items():
        pairs += [(form, kind) for word in words.split() for form in {word, word.capitalize(), word.upper()}]
    kinds: dict[str, frozenset[str]] = {}
    for form, kind in pairs:
        kinds[form] = kinds.get(form, frozenset()) | frozenset(kind.split())
    return kinds


_KINDS = _kinds()
_TOKEN = re.compile(r"[ABabPp]\.[CDMcdm]\b|Q[1-4]\b|[A-Za-z]{2,}|\d[\d:./]*")
_CLOCK, _DIGITS, _DECADE = frozenset({"clock", "digits"}), frozenset({"digits"}), frozenset({"decade", "digits"})


def windows(text: str) -> Iterator[tuple[int, int, set[str]]]:
    """Stretches around the triggers, joined where they overlap, with the kinds of trigger in each."""
    start = stop = -1
    triggers: set[str] = set()
    for match in _TOKEN.finditer(text):
        token = match[0]
        kinds = _number_kinds(text, token, match.end()) if token[0].isdigit() else _KINDS.get(token)
        if not kinds:
            continue
        if match.start() - REACH > stop:
            if triggers - _MARKS:
                yield start, stop, triggers
            start, triggers = max(stop, match.start() - REACH, 0), set()
        triggers |= kinds
        stop = _word_end(text, match.end() + REACH)
    if triggers - _MARKS:
        yield start, stop, triggers


def _number_kinds(text: str, token: str, end: int) -> frozenset[str] | None:
    if ":" in token:
        return _CLOCK
    if text[end : end + 1] in ("s", "'", "’") and token.endswith("0") and len(token) in (2, 4):
        return _DECADE
    return _DIGITS if len(token) >= 3 else None


def _word_end(text: str, offset: int) -> int:
    while offset < len(text) and not text[offset].isspace() and offset % 64:
        offset += 1
    return min(offset, len(text))
