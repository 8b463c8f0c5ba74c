"""Seasons, decades, centuries, years before Christ, feasts: "the summer of 1941", "the late 1980s", "490 BC", "Christmas"."""

import re
from datetime import date, timedelta

from sayso.mentions.times.calendar import SEASONS, as_day, coarsen, day_value, days_of, make_day, year_of
from sayso.mentions.times.rule import Found, Reader, Rule, mod_of, rule
from sayso.mentions.times.words import MONTHS, ORDINALS, SEASON_CODES, clean, number_of


def _season_of(m: re.Match[str], reader: Reader) -> Found | None:
    code, (mod, _) = SEASON_CODES[m["season"].lower()], mod_of(m["edge"])
    if m["year"]:
        return Found("DATE", f"{m['year']}-{code}", mod)
    value = coarsen(reader.here if "this" in m["that"].lower() else reader.there, "year")
    return Found("DATE", f"{value or 'XXXX'}-{code}", mod)


def _season(m: re.Match[str], reader: Reader) -> Found | None:
    """A bare season: in a narrative that of the year told, in news the nearest one on the side that the tense tells."""
    code, (mod, _) = SEASON_CODES[m["season"].lower()], mod_of(m["edge"])
    if _not_a_season(m):
        return None
    here = as_day(reader.here)
    if reader.narrative or here is None:
        year = coarsen(reader.told, "year")
        return Found("DATE", f"{year or 'XXXX'}-{code}", mod)
    tense = reader.tense_at(m.start())
    year_number = here.year - (code == "WI" and here.month <= 2)
    begun = here.month >= SEASONS[code] or code == "WI" and here.month <= 2
    covered = days_of(f"{year_number:04d}-{code}")
    if tense == "past" and not begun:
        year_number -= 1
    elif tense == "future" and covered and covered[1] < here:
        year_number += 1
    return Found("DATE", f"{year_number:04d}-{code}", mod)


# "fall" is a season after these words only, and not where somebody or something falls
_FALL_BEFORE = re.compile(r"\b(?:this|last|next|in the|by|early|late|since|until|the summer and)\s\Z", re.I)
_FALL_AFTER = re.compile(r"\s(?:of|back|to|in|down|from|into|out|apart|under|off|behind|short|through|up)\b")
_SPRING_BEFORE = re.compile(r"\b(?:Arab|Prague|Syrian|Damascus|hot|to|will|would|could|Palm|Silver|Colorado)\s\Z", re.I)


def _not_a_season(m: re.Match[str]) -> bool:
    word, start = m["season"].lower(), m.start("season")
    before = m.string[max(0, start - 16) : start]
    if word == "fall":
        return not _FALL_BEFORE.search(before) or _FALL_AFTER.match(m.string, m.end()) is not None
    return word == "spring" and _SPRING_BEFORE.search(before) is not None


def _decade(m: re.Match[str], _: Reader) -> Found | None:
    digits = m["digits"]
    mod, _half = mod_of(m["edge"])
    if len(digits) == 4:
        value = digits[:3] if digits.endswith("0") and not (digits.endswith("00") and int(digits[:2]) < 20) else digits[:2]
    else:
        value = "19" + digits[0] if int(digits) >= 20 else "20" + digits[0]
    return Found("DATE", value, mod)


_DECADES = {w: n for n, w in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}


def _decade_word(m: re.Match[str], _: Reader) -> Found | None:
    return Found("DATE", f"19{_DECADES[m['decade'].lower()]}", mod_of(m["edge"])[0])


def _century(m: re.Match[str], _: Reader) -> Found | None:
    words = m["nth"].lower()
    number = int(words[:-2]) if words[0].isdigit() else ORDINALS.get(words.replace(" ", "-"), 0)
    if not 0 < number <= 21:
        return None
    era = m["era"] or ""
    if era.replace(".", "").upper() in ("BC", "BCE"):
        return Found("DATE", f"BC{number - 1:02d}", mod_of(m["edge"])[0])
    return Found("DATE", f"{number - 1:02d}", mod_of(m["edge"])[0])


def _before_christ(m: re.Match[str], _: Reader) -> Found | None:
    value, edge = f"BC{int(m['number']):04d}", m["edge"]
    if m["tens"]:
        return Found("DATE", value[:5], mod_of(edge)[0])
    if m["season"]:
        value += f"-{SEASON_CODES[m['season'].lower()]}"
    elif m["month"]:
        value += f"-{MONTHS[clean(m['month'])]:02d}"
    return Found("DATE", value, mod_of(edge)[0])


def _bare_before_christ(m: re.Match[str], reader: Reader) -> Found | None:
    shared = re.match(r"[-–](\d{3}) BC", m.string[m.end() : m.end() + 8])
    if not shared and not (reader.told and reader.told.startswith("BC")):
        return None
    return Found("DATE", f"BC{int(m['it']):04d}")


def _anno_domini(m: re.Match[str], _: Reader) -> Found | None:
    return Found("DATE", f"{int(m['before'] or m['after']):04d}")


def _spoken_year(m: re.Match[str], _: Reader) -> Found | None:
    """ "nineteen ninety-six"."""
    high, low = number_of(m["high"]), number_of(m["low"])
    return Found("DATE", f"{int(high or 0) * 100 + int(low or 0)}")


def _spoken_2000(m: re.Match[str], _: Reader) -> Found | None:
    """ "the year two thousand", "the year two thousand and eight"."""
    rest = number_of(m["rest"]) if m["rest"] else 0
    return Found("DATE", str(2000 + int(rest or 0)))


def _easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    w = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + w - 7 * ((a + 11 * h + 22 * w) // 451) + 114, 31)
    return date(year, month, day + 1)


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


_FIXED = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, 1), "new year's": (1, 1),
    "valentine's day": (2, 14), "halloween": (10, 31), "may day": (5, 1), "victory day": (5, 9),
    "armistice day": (11, 11), "remembrance day": (11, 11), "veterans day": (11, 11), "bastille day": (7, 14),
    "april fools' day": (4, 1), "all saints' day": (11, 1), "international women's day": (3, 8), "epiphany": (1, 6),
    "orthodox christmas": (1, 7),
}  # fmt: skip


def _feast_day(name: str, year: int) -> date | None:
    if name in _FIXED:
        return make_day(year, *_FIXED[name])
    if name.startswith("thanksgiving"):
        return _nth(year, 11, 3, 4)
    if name == "labor day":
        return _nth(year, 9, 0, 1)
    if name == "memorial day":
        return _nth(year, 6, 0, 1) - timedelta(days=7)
    shift = {"good friday": -2, "easter": 0, "easter sunday": 0, "easter monday": 1, "palm sunday": -7}.get(name)
    return _easter(year) + timedelta(days=shift) if shift is not None else None


def _feast(m: re.Match[str], reader: Reader) -> Found | None:
    name = " ".join(m["feast"].lower().replace("’", "'").split())
    year = int(m["year"]) if m["year"] else None
    if year is None and reader.now is None:
        year = year_of(reader.told)
    if year is None and reader.now is not None:
        now = reader.now
        days = [d for y in (now.year - 1, now.year, now.year + 1) if (d := _feast_day(name, y))]
        which = (m["which"] or "").lower()
        if which == "last":
            days = [d for d in days if d < now][-1:]
        elif which == "next":
            days = [d for d in days if d > now][:1]
        best = min(days, key=lambda d: abs((d - now).days), default=None)
        year = best.year if best else None
    day = _feast_day(name, year) if year else None
    return Found("DATE", day_value(day) if day else "XXXX-XX-XX")


_ERA = r"(?:BCE?|B\.C\.(?:E\.)?)"
_FEASTS = "|".join(
    sorted(
        [re.escape(w.title()).replace("'S", "['’]s").replace("'", "['’]").replace("['’]['’]", "['’]") for w in _FIXED]
        + ["Thanksgiving(?: Day)?", "Labor Day", "Memorial Day", "Good Friday", "Easter(?: Sunday| Monday)?", "Palm Sunday"],
        key=len,
        reverse=True,
    )
)

RULES: tuple[Rule, ...] = (
    rule("unit", r"(?:\b{edge}[ -])?(?:\bthe )?\b{season}(?:(?: of)?,? {year}\b| (?:of )?(?P<that>(?:that|the same|this) year)\b)", _season_of),
    rule("unit", r"(?:\b{edge}[ -])?(?:\bthe )?\b{season}\b(?!['’])", _season),
    rule("digits", r"(?:\b{edge}[ -])?(?:\bthe )?(?<!\w)(?P<digits>(?:1\d|20)\d0)['’]?s\b", _decade),
    rule("digits", r"(?:\bthe )?\b(?P<edge>early|late|mid)[ -](?P<digits>(?:1\d|20)\d0)['’]?s\b", _decade),
    rule("digits", r"(?:\b{edge} )?(?:\bthe )?(?:(?P<early>early|late|mid)[ -])?['’](?P<digits>\d0)s\b", _decade),
    rule("word", rf"(?:\bthe )(?:\b(?P<edge>early|late|mid)[ -])?\b(?P<decade>(?i:{'|'.join(_DECADES)}))\b", _decade_word),
    rule("unit", rf"(?:\bthe )?(?:\b(?P<edge>early|late|mid)[ -])?\b(?P<nth>\d\d?(?:st|nd|rd|th)|{{ordinal:}})[ -](?i:century)\b(?: (?P<era>{_ERA}))?", _century),
    rule("digits", rf"(?:\b{{edge}} )?(?:\bca?\. )?(?:(?:\bthe )?(?:{{season}} of |{{month}} ))?(?:\bthe )?(?<![\w,.])(?P<number>\d{{1,4}})(?P<tens>s)? {_ERA}(?!\w)", _before_christ),
    rule("digits", r"(?:\b(?:[Ii]n|[Bb]y|[Uu]ntil|[Ss]ince|[Oo]f|[Ff]rom)|\()\s?(?P<it>\d{3})(?=[,.;:)]|[-–]\d|\s(?:and|by|with|to|the|when|in|at|[A-Z]))(?!,\d)", _bare_before_christ),
    rule("digits", r"\b(?:AD|A\.D\.) (?P<before>\d{1,4})\b|(?<![\d,.])\b(?P<after>\d{1,4}) (?:AD|A\.D\.|CE)(?!\w)", _anno_domini),
    rule("word", r"\b(?:the year )?(?P<high>(?i:seventeen|eighteen|nineteen|twenty)) (?P<low>(?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen))(?! (?:people|men|hours|percent|years|days|minutes|hundred|thousand|million))\b", _spoken_year),
    rule("word", r"\b(?i:the year two thousand)(?: and)?(?: (?P<rest>(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty)))?\b", _spoken_2000),
    rule("word", rf"\b(?:(?P<which>(?i:last|next|this)) )?(?P<feast>{_FEASTS})\b(?! (?:tree|cards?|gifts?|dinner|party|carol|Islands?|present)\b)(?:,? {{year}}\b)?", _feast),
)  # fmt: skip
