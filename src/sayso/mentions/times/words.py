"""The words that times are made of, as pieces of regular expressions, and what they mean as numbers."""

import re

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
    "morning": "MO", "noon": "T12:00", "midday": "T12:00", "lunchtime": "MI", "afternoon": "AF", "evening": "EV",
    "night": "NI", "nighttime": "NI", "night-time": "NI", "midnight": "T24:00", "dawn": "MO", "daybreak": "MO",
    "sunrise": "MO", "dusk": "EV", "sunset": "EV", "nightfall": "NI", "daytime": "DT",
}  # fmt: skip
SEASON_CODES = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
                "winter": "WI", "wintertime": "WI"}  # fmt: skip
UNITS = ("second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "quarter", "season",
         "year", "decade", "century", "morning", "evening", "afternoon", "summer", "winter", "spring")  # fmt: skip
LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q",
           "year": "Y"}  # fmt: skip

_SMALL = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}  # fmt: skip
_TENS = {w: n * 10 for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
_BIG = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
ORDINALS = {w: n for n, w in enumerate(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth "
    "twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
    start=1)}  # fmt: skip


def _any(words: object) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


# Names are written with a capital or all in capitals; "may" and "march" in small letters are other words.
def _names(words: object) -> str:
    return _any([form for w in words for form in (w.capitalize(), w.upper())])  # type: ignore[attr-defined]


_full_months = [w for w in MONTHS if len(w) > 4 or w in ("may", "june", "july")]
_short_months = [w for w in MONTHS if w not in _full_months]
_NUMBER_WORD = f"(?:{_any([*_SMALL, *_TENS])})"

PIECES = {
    "month": rf"(?:{_names(_full_months)}|(?:{_names(_short_months)})\b\.?)",
    "weekday": rf"(?:{_names([w for w in WEEKDAYS if w.endswith('day')])})",
    "shortday": rf"(?:{_names([w for w in WEEKDAYS if not w.endswith('day')])})\b\.?",
    "dayn": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\s?%)",
    "ordinal": rf"(?i:{_any(ORDINALS)})",
    "year": r"(?:1\d{3}|20\d\d)(?!\d|[.,:]\d|\s?%)",
    "part": r"(?i:(?:early[\s-]|late[\s-]|mid-?)?(?:morning|afternoon|evening|night(?:-?time)?))",
    "point": r"(?i:dawn|daybreak|sunrise|dusk|sunset|nightfall|midnight|midday|noon)",
    "season": r"(?i:spring(?:time)?|summer(?:time)?|autumn|fall|winter(?:time)?)",
    "unit": r"(?i:second|minute|hour|day|week|fortnight|month|quarter|year|decade)",
    "bigday": r"(?i:day|week|month|year)",
    "bigunit": r"(?i:week|fortnight|month|quarter|year|decade|century)",
    "number": rf"(?i:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s\d/\d)?|(?:a\s)?(?:hundred|thousand)|{_NUMBER_WORD}"
    rf"(?:[\s-]{_NUMBER_WORD})?(?:\s(?:hundred|thousand))?(?:\sand\sa\shalf)?|an?|half\san?|one\sand\sa\shalf)",
    "vague": r"(?i:(?:an?\s)?(?:few|couple(?:\sof)?)(?:\smore)?|several|many|some|numerous|a\snumber\sof|countless"
    r"|(?:dozens|scores|hundreds|thousands|tens)\sof)",
    "zone": r"(?i:GMT|UTC|Z|EST|EDT|CET|CEST|EET|EEST|MSK|IST|BST|PST|PDT|CST|CDT|PT|ET|KST|JST|local\stime|Moscow\stime|Kyiv\stime|Kiev\stime"
    r"|Eastern(?:\stime)?|Pacific(?:\stime)?|Central(?:\stime)?)",
    "adjective": r"(?!(?:of|the|to|in|a|an|and|or|at|on|per|each|every|last|this|that|next|by|for|from|with|as|is|was|were"
    r"|are|had|has|have|these|those|past|same|some|one|two|three|four|five|six|seven|eight|nine|ten|few|couple|several|dozen|hundred|thousand|more\sthan|first|second|third|half|mid|late|early|every|any|no|years?|days?|hours?|"
    r"minutes?|weeks?|months?|seconds?|decades?|when|before|after|following|previous|coming|preceding)\b)[a-z]{3,14}",
    "about": r"(?i:about|around|approximately|roughly|some|nearly|almost|just|only|barely|exactly|precisely"
    r"|over|under|well\sover|just\s(?:over|under)|(?:no\s)?(?:more|less|fewer|longer)\sthan|at\s(?:least|most)|up\sto|as\s(?:many|few|"
    r"little|long)\sas)",
    "thatyear": r"(?i:(?:of\s)?(?:that|the\ssame|this|last|next|(?:the\s)?(?:previous|following|current|next))\syear)",
    "edge": r"(?i:(?:the\s)?(?:very\s)?(?:beginning|start|onset|end|close|middle|(?:first|second|last|latter)\shalf"
    r"|(?:early|latter|first|last|later)\spart)\sof|(?:very\s)?(?:early|late)(?:\sin)?|mid|middle|as\s(?:early|late|recently)\sas)",
}


_WORD = re.compile(r"[a-z]+|\d[\d,.]*(?:\s\d/\d)?")


def number_of(words: str) -> float | None:
    """The number that words or digits stand for, "a" being one; None for vague amounts ("several", "a few")."""
    words = words.lower().replace("-", " ")
    words = " ".join(words.split())
    if words in ("a couple", "a couple of", "couple", "couple of", "a couple more"):
        return 2
    if words.startswith("half a"):
        return 0.5
    total = part = 0.0
    known = False
    for token in _WORD.findall(words):
        if token[0].isdigit():
            whole, _, fraction = token.partition(" ")
            part += float(whole.replace(",", "").rstrip(".") or 0)
            if fraction:
                above, below = fraction.split("/")
                part += int(above) / int(below) if int(below) else 0
        elif token in ("a", "an"):
            part += 0.0
        elif token == "half":
            part += 0.5
        elif token in _SMALL or token in _TENS:
            part += _SMALL.get(token) or _TENS.get(token, 0)
        elif token in _BIG:
            total, part = total + (part or 1) * _BIG[token], 0.0
        elif token not in ("and", "more"):
            return None
        known = True
    if not known:
        return None
    return total + part if total + part else 1.0 if words in ("a", "an") else 0.0


def clean(word: str) -> str:
    """A name as the tables above spell it."""
    return word.lower().rstrip(".")


def day_number(word: str) -> int | None:
    """`8`, `8th`, `eighth` as 8."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(re.sub(r"\s+", "-", word.lower()))


def part_code(words: str) -> str:
    """The TIMEX3 suffix of a part of the day: `TNI` for "night" and "late-night", `T12:00` for noon."""
    words = words.lower()
    code = PARTS.get(words) or PARTS[re.sub(r"^(?:early|late|mid)[\s-]*", "", words)]
    return code if code.startswith("T") else f"T{code}"
