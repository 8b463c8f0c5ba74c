"""Ukrainian names in Latin letters: the official romanization, and the Russian forms that older news uses."""

import re
from itertools import pairwise

# Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010.
OFFICIAL = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z", "и": "y",
    "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ю": "iu",
    "я": "ia", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
AT_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
# The Russian form of an ending or root, then the letters as Russian reads them.
RUSSIAN_PARTS = (
    (r"івка\b", "овка"), (r"([лннцчшщжр])ївка\b", r"\1евка"), (r"їівка\b", "еевка"), (r"ївка\b", "евка"),
    (r"івське\b", "овское"), (r"ське\b", "ское"), (r"цьке\b", "цкое"), (r"ський\b", "ский"), (r"цький\b", "цкий"),
    (r"ове\b", "ово"), (r"еве\b", "ево"), (r"єве\b", "ево"), (r"[иі]не\b", "ино"), (r"не\b", "ное"), (r"е\b", "ое"),
    (r"ів\b", "ов"), (r"їв\b", "ев"), (r"\bолекс", "алекс"), (r"\bмико", "нико"),
    (r"\bнов[аi]\b", "новая"), (r"\bвелик[аi]\b", "большая"), (r"\bмал[аi]\b", "малая"),
)  # fmt: skip
RUSSIAN = {**OFFICIAL, "г": "g", "и": "i", "є": "e", "ї": "i", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya"}
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def romanize(name: str) -> str:
    """The official romanization: "Згурівка" -> "Zghurivka", "Роботине" -> "Robotyne"."""
    return WORD.sub(lambda m: _word(m[0]), name)


def russian_form(name: str) -> str:
    """The name as Russian-language sources give it, where endings tell it: "Роботине" -> "Robotino"."""
    changed = name.lower()
    for pattern, with_ in RUSSIAN_PARTS:
        changed = re.sub(pattern, with_, changed)
    return " ".join(w.capitalize() for w in "".join(RUSSIAN.get(c, c) for c in changed).split())


def _word(word: str) -> str:
    lower = word.lower()
    letters = [AT_START[lower[0]] if lower[0] in AT_START else OFFICIAL.get(lower[0], lower[0])]
    for before, letter in pairwise(lower):
        letters.append("gh" if before + letter == "зг" else OFFICIAL.get(letter, letter))
    latin = "".join(letters)
    return latin[:1].upper() + latin[1:] if word[0].isupper() else latin
