"""The words that times are made of: what they mean as numbers, and as pieces of the patterns (`PIECES`)."""

import re
from collections.abc import Iterable

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat",
         "sunday sun")
    )
    for name in names.split()
}  # fmt: skip
PARTS = {
    "morning": "TMO", "noon": "T12:00", "midday": "T12:00", "afternoon": "TAF", "evening": "TEV", "night": "TNI",
    "nighttime": "TNI", "midnight": "T24:00", "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "dusk": "TEV",
    "sunset": "TEV", "nightfall": "TNI", "daytime": "TDT",
}  # fmt: skip
SEASON_CODES = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
                "winter": "WI", "wintertime": "WI"}  # fmt: skip

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_BIG = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "twenty-second": 22,
    "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
    "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _names(words: Iterable[str]) -> str:
    """Names with a capital or all in capitals: "may" and "march" in small letters are other words."""
    return _any(form for word in words for form in (word.capitalize(), word.upper()))


_FULL_MONTHS = [w for w in MONTHS if len(w) > 4 or w in ("may", "june", "july")]
_SHORT_MONTHS = [w for w in MONTHS if w not in _FULL_MONTHS]
_NUMBER_WORD = f"(?:{_any([*_SMALL, *_TENS])})"

PIECES: dict[str, str] = {
    "month": rf"(?:{_names(_FULL_MONTHS)}|(?:{_names(_SHORT_MONTHS)})\b\.?)",
    "weekday": rf"(?:{_names(w for w in WEEKDAYS if w.endswith('day'))})",
    "anyday": rf"(?:{_names(WEEKDAYS)})\b\.?",
    "dayn": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\s?%)",
    "ordinal": rf"(?i:{_any(ORDINALS)})",
    "year": r"(?:1\d{3}|20\d\d)(?!\d|[.,:]\d|\s?%)",
    "part": r"(?i:(?:early[\s-]|late[\s-]|mid[\s-]?)?(?:morning|afternoon|evening|night(?:-?time)?))",
    "point": r"(?i:dawn|daybreak|sunrise|dusk|sunset|nightfall|midnight|midday|noon)",
    "season": r"(?i:spring(?:time)?|summer(?:time)?|autumn|fall|winter(?:time)?)",
    "unit": r"(?i:week|fortnight|month|quarter|year|decade|century)",
    "bigday": r"(?i:day|week|month|year)",
    "units": r"(?i:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century"
    r"|centuries)",
    "plural": r"(?i:minutes|hours|days|weeks|months|years|decades|centuries)",
    "number": rf"(?i:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s\d/\d)?|(?:a\s)?(?:hundred|thousand)|{_NUMBER_WORD}"
    rf"(?:[\s-]{_NUMBER_WORD})?(?:\s(?:hundred|thousand))?(?:\sand\sa\shalf)?|an?|half\san?|one\sand\sa\shalf)",
    "vague": r"(?i:(?:an?\s)?(?:few|couple(?:\sof)?)(?:\smore)?|several|many|some|numerous|a\snumber\sof|countless"
    r"|(?:dozens|scores|hundreds|thousands|tens)\sof)",
    "about": r"(?i:about|around|approximately|roughly|some|nearly|almost|just(?:\s(?:over|under))?|only|barely|exactly"
    r"|precisely|(?:well\s)?over|under|(?:no\s)?(?:more|less|fewer|longer)\sthan|at\s(?:least|most)|up\sto"
    r"|as\s(?:many|few|little|long)\sas)",
    # "two bloody weeks": any word that is none of these
    "adjective": r"(?!(?:of|the|to|in|a|an|and|or|at|on|per|each|every|last|this|that|next|by|for|from|with|as|is|was"
    r"|were|are|had|has|have|these|those|past|same|some|one|two|three|four|five|six|seven|eight|nine|ten|few|couple"
    r"|several|dozen|hundred|thousand|first|second|third|half|mid|late|early|any|no|years?|days?|hours?|minutes?"
    r"|weeks?|months?|seconds?|decades?|when|before|after|following|previous|coming|preceding)\b)[a-z]{3,14}",
    "edge": r"(?i:(?:the\s)?(?:very\s)?(?:beginning|start|onset|end|close|middle|(?:first|second|last|latter)\shalf"
    r"|(?:early|latter|first|last|later)\spart)\sof|(?:very\s)?(?:early|late)(?:\sin)?|mid|middle"
    r"|as\s(?:early|late|recently)\sas)",
    "early": r"(?i:(?:very\s)?early|late|later|earlier)",
    "thatyear": r"(?i:(?:of\s)?(?:that|the\ssame|this|last|next|(?:the\s)?(?:previous|following|current|next))\syear)",
    "zone": r"(?i:GMT|UTC|Z|EST|EDT|CET|CEST|EET|EEST|MSK|IST|BST|PST|PDT|CST|CDT|PT|ET|KST|JST|(?:local|Moscow|Kyiv"
    r"|Kiev|Beirut|Damascus|Baghdad|Tehran|Israeli?|Gaza)\stime|(?:Eastern|Pacific|Central)(?:\stime)?)",
    "era": r"(?:BCE?|B\.C\.(?:E\.)?)",
}

_WORD = re.compile(r"[a-z]+|\d[\d,.]*(?:\s\d/\d)?")


def number_of(words: str) -> float | None:
    """The number that words or digits stand for, "a" being one; None for vague amounts ("several", "a few")."""
    words = " ".join(words.lower().replace("-", " ").split())
    if "couple" in words:
        return 2
    if words.startswith("half a"):
        return 0.5
    total = part = 0.0
    for token in _WORD.findall(words):
        if token[0].isdigit():
            part += _digits(token)
        elif token == "half":
            part += 0.5
        elif token in _SMALL or token in _TENS:
            part += _SMALL.get(token) or _TENS.get(token, 0)
        elif token in _BIG:
            total, part = total + (part or 1) * _BIG[token], 0.0
        elif token not in ("a", "an", "and", "more"):
            return None
    return total + part or (1.0 if words in ("a", "an") else 0.0)


def _digits(token: str) -> float:
    whole, _, fraction = token.partition(" ")
    above, _, below = fraction.partition("/")
    rest = int(above) / int(below) if fraction and int(below) else 0.0
    digits = whole.replace(",", "").rstrip(".")
    return (float(digits) if digits.count(".") <= 1 and len(digits) < 12 else 0.0) + rest


def clean(name: str) -> str:
    """A name as the tables above spell it."""
    return name.lower().rstrip(".")


def day_number(word: str) -> int | None:
    """`8`, `8th`, `eighth` as 8."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(re.sub(r"\s+", "-", word.lower()))


def unit_of(word: str) -> str:
    """The singular of a unit of time."""
    word = word.lower()
    return "century" if word == "centuries" else word.removesuffix("s")


def part_code(words: str) -> str:
    """The TIMEX3 suffix of a part of the day: `TNI` for "night" and "late-night", `T12:00` for noon."""
    words = words.lower().replace("night-time", "nighttime")
    return PARTS.get(words) or PARTS[re.sub(r"^(?:early|late|mid)[\s-]*", "", words)]
