"""When are two spellings the same name? Keys that leave out case, accents, hyphens, apostrophes and dots."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        "&": " and ",
    }
)
APOSTROPHES = re.compile("['’‘ʼʻ`´′ʹʿʾ\u02be\u02bf]")
INITIALS = re.compile(r"\b(?:\w\.){2,}")
GAPS = re.compile(r"[\W_]+")
# Words that are written out or cut short at will.
SHORT = {"saint": "st", "mount": "mt", "fort": "ft", "sainte": "ste"}
ARTICLES = frozenset(
    ["al", "el", "ad", "adh", "ar", "as", "ash", "at", "ath", "az", "an", "ed", "er", "es", "esh", "et", "ez", "en"]
)
ARABIC = frozenset(
    [
        "SY",
        "IQ",
        "JO",
        "LB",
        "PS",
        "IL",
        "YE",
        "SA",
        "SD",
        "EG",
        "LY",
        "DZ",
        "TN",
        "MA",
        "KW",
        "AE",
        "OM",
        "QA",
        "BH",
        "TD",
        "SO",
        "DJ",
        "MR",
        "EH",
    ]
)
LATIN = re.compile(r"[A-ZÀ-ÞĀ-ſƏȘȚḀ-ỿʻʼ‘’'][^\u0370-\u1dff\u2c00-\uffff\d(),;:/]*")
CODE = re.compile(r"[A-Z]{2,4}")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """The key of a name; names with equal keys are the same name. "" for a name without a letter."""
    plain = name.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain.translate(LETTERS))
        plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    plain = APOSTROPHES.sub("", plain)
    if "." in plain:
        plain = INITIALS.sub(lambda m: m[0].replace(".", ""), plain)
    words = GAPS.sub(" ", plain.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(SHORT.get(w, w) for w in words)


def is_written_in_news(alternate: str) -> bool:
    """Whether an alternate name of GeoNames can stand in English text: Latin letters, no code, no raw transcript."""
    return len(alternate) > 2 and LATIN.fullmatch(alternate) is not None and CODE.fullmatch(alternate) is None


def arabic_variants(name_key: str, country: str | None) -> Iterator[str]:
    """Other keys of an Arabic name: the article left out or unassimilated, a final h left out."""
    if country not in ARABIC:
        return
    first, _, rest = name_key.partition(" ")
    bare = rest if first in ARTICLES and rest else name_key
    stems = {bare, bare[:-1] if bare.endswith("ah") and len(bare) > 4 else bare}
    for stem in stems:
        if len(stem) > 3:
            yield stem
        if bare != name_key:
            yield f"al {stem}"
            yield f"el {stem}"
