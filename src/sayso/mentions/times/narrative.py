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
MIN_YEARS = 8  # fewer explicit years than this are the background of a news report


def is_narrative(text: str, day: date | None) -> bool:
    """True where a text gives at least `MIN_YEARS` years, four of five of them over and half of them over for more
    than a year, and hardly any words that point at the writer's own day (one for five years at most)."""
    years = [m["year"] for m in _YEAR.finditer(text)]
    if len(years) < MIN_YEARS or len(_DEICTIC.findall(text)) * 5 > len(years):
        return False
    ages = [day.year - int(year) if day and year else 1000 for year in years]
    return sum(age > 0 for age in ages) * 5 >= len(years) * 4 and sum(age > 1 for age in ages) * 2 >= len(years)
