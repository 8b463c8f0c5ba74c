"""Is a text history or news? In history the day of publication says nothing about the times told."""

import re
from datetime import date

_YEAR = re.compile(
    r"\b(?:(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|of|[Ff]rom|[Ee]arly|[Ll]ate|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|\d,)\s(?P<year>1\d{3}|20\d\d)|(?P<bc>\d{2,3})\s(?:BC|BCE|B\.C\.))\b(?!,\d)"
)
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|(?:last|this|next) (?:week|month|year|night|morning|weekend)"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|ago)\b"
)
MIN_YEARS = 6  # fewer explicit years than this are background in a news report


def is_narrative(text: str, day: date | None) -> bool:
    """True where a text gives at least `MIN_YEARS` years, at least four of five before the year of publication, and
    hardly any words that point at the writer's own day (one for five years at most)."""
    years = list(_YEAR.finditer(text))
    if len(years) < MIN_YEARS:
        return False
    past = sum(1 for m in years if m["bc"] or day is None or int(m["year"]) < day.year)
    return past * 5 >= len(years) * 4 and len(_DEICTIC.findall(text)) * 5 <= len(years)
