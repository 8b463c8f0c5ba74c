"""What the rules of this package share: a rule, what it finds, and the state of the text while it is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sayso.mentions.times.calendar import Days, Mod, day_value, grain_of
from sayso.mentions.times.words import PIECES, part_code
from sayso.model.when import TimexType

type Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class Found:
    """A time as a rule reads it. `days` stands where the value alone does not tell them ("the last three years");
    `told` is False for times that later ones do not refer back to."""

    type: TimexType
    value: str | None
    mod: Mod | None = None
    days: Days | None = None
    told: bool = True


@dataclass(slots=True)
class Reader:
    """The text and where its reading has come to; the only thing here that changes.

    `told` is the value of the last time on the calendar. In a narrative it is what relative times refer to; in news
    that is the day of publication, and only "the following day" and its like refer to what was told.
    """

    text: str
    day: date | None
    narrative: bool
    tense_at: Callable[[int], Tense | None]
    told: str | None = field(default=None)

    @property
    def here(self) -> str | None:
        """What "last year" counts from."""
        if self.narrative:
            return self.told
        return day_value(self.day) if self.day else None

    @property
    def there(self) -> str | None:
        """What "the year before" counts from."""
        return self.told or self.here

    @property
    def now(self) -> date | None:
        """The day of publication; None in a narrative, whose day says nothing about its times."""
        return None if self.narrative else self.day

    def see(self, found: Found, start: int) -> None:
        """Takes note of the time at `start` as the last one told, unless it is an aside."""
        value, grain = found.value, grain_of(found.value)
        if not found.told or found.type not in ("DATE", "TIME") or grain in (None, "decade", "century"):
            return
        if self.told and value and (self.told.startswith(value) or self._is_aside(value, start)):
            return
        self.told = value

    def _is_aside(self, value: str, start: int) -> bool:
        """Plans for a later year, and a bare year within a sentence of a story that is told day by day."""
        told = self.told or ""
        if not self.narrative:
            return False
        if value[:4] > told[:4] and self.tense_at(start) == "future":
            return True
        if grain_of(value) != "year" or grain_of(told) != "day":
            return False
        return _SENTENCE_START.search(self.text, max(0, start - 30), start) is None


_SENTENCE_START = re.compile(r"(?:\A|[.!?;:]|\n)\s*[\"“‘(]?(?:[A-Z]\w*\s)?(?:the\s)?\Z")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the triggers that must all stand near it, and what its match means (None: no time after all).

    The group `it`, where a pattern has one, is the span; the rest of the match is context.
    """

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Reader], Found | None]

    def span(self, match: re.Match[str]) -> tuple[int, int]:
        return match.span("it") if "it" in self.pattern.groupindex and match["it"] else match.span()


def rule(triggers: str, template: str, read: Callable[[re.Match[str], Reader], Found | None]) -> Rule:
    """A rule from a template: `{month}` is a named group of that piece of `PIECES`, `{month:}` the piece without a
    name, a space is any white space within a paragraph. A match begins where a word begins."""
    pattern = _SPACE.sub(_space, re.sub(r"\{([a-z]+)(:?)\}", _piece, template))
    return Rule(frozenset(triggers.split()), re.compile(rf"(?<!\w)(?:{pattern})"), read)


# A space in a lookbehind or in brackets has a fixed width.
_SPACE = re.compile(r"\(\?<[!=][^()]*\)|\[[^\]]*\]| ")


def _space(match: re.Match[str]) -> str:
    return r"\s{1,3}" if match[0] == " " else match[0].replace(" ", r"\s")


def _piece(match: re.Match[str]) -> str:
    name, bare = match[1], match[2]
    return f"(?:{PIECES[name]})" if bare else f"(?P<{name}>{PIECES[name]})"


def unknown(value: str | None, fallback: str) -> str:
    """TIMEX3 writes X for the digits that are not known."""
    return value if value is not None else fallback


_MODS: tuple[tuple[Mod, frozenset[str]], ...] = (
    ("START", frozenset({"early", "beginning", "start", "onset", "first"})),
    ("END", frozenset({"late", "end", "close", "latter", "last"})),
    ("MID", frozenset({"mid", "middle"})),
)


def mod_of(words: str | None) -> Mod | None:
    """The modifier that "early", "the end of", "the second half of" stand for; None for "later", "about"."""
    tokens = set((words or "").lower().replace("-", " ").split())
    if "as" in tokens:  # "as early as 2002" is no early 2002
        return None
    if "half" in tokens:
        return "FIRST_HALF" if "first" in tokens else "SECOND_HALF"
    return next((mod for mod, names in _MODS if names & tokens), None)


def narrowed(value: str, words: str | None, told: bool = True) -> Found:
    """A date with the modifier that the words before it give; half a year has a value of its own."""
    mod = mod_of(words)
    if mod in ("FIRST_HALF", "SECOND_HALF") and grain_of(value) == "year":
        return Found("DATE", f"{value}-{'H1' if mod == 'FIRST_HALF' else 'H2'}", told=told)
    return Found("DATE", value, mod, told=told)


def with_part(value: str | None, part: str | None, mod_words: str | None = None) -> Found:
    """A day, or with a part of it ("night", "dawn", "early hours") a time of that day."""
    value, mod = unknown(value, "XXXX-XX-XX"), mod_of(mod_words)
    if not part:
        return Found("DATE", value, mod)
    code = ("TNI" if "late" in part.lower() else "TMO") if part.lower().endswith("hours") else part_code(part)
    return Found("TIME", f"{value}{code}", mod)
