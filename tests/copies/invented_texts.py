"""Texts without end for the tests of copies: made-up words in made-up sentences."""

import random

SYLLABLES = (
    "ar",
    "be",
    "cho",
    "dun",
    "el",
    "fi",
    "gra",
    "ho",
    "im",
    "ka",
    "lo",
    "mer",
    "no",
    "pa",
    "ri",
    "sto",
    "ul",
    "ve",
)


def text(seed: int, words: int = 300) -> str:
    """A text of so many words, the same for the same seed."""
    chance = random.Random(seed)
    made = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(words)]
    return " ".join(f"{word}." if at % 14 == 13 else word for at, word in enumerate(made))


def part(whole: str, start: float, end: float) -> str:
    """The words of a text between two shares of its length."""
    words = whole.split()
    return " ".join(words[int(start * len(words)) : int(end * len(words))])
