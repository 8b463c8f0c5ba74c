"""A text as the set of its word 5-grams (shingles: Broder 1997, "On the resemblance and containment of documents").

Words are runs of letters and digits in lower case; in scripts that put no blanks between words every sign is a word.
Shingles are kept as 64-bit hashes, the same on every machine and in every run.
"""

import re
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

type Shingles = NDArray[np.uint64]
"""A set of shingles, sorted."""

SIZE = 5  # words of a shingle
SHARE = 0.3  # two reports are a pair of copies from this containment on
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Myanmar, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # kana, Chinese characters
)
WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
STEP = np.uint64(0x9E3779B97F4A7C15)


def shingles(text: str) -> Shingles:
    """The shingles of a text. A text of fewer than five words has none: so few words are no copy of anything."""
    return np.unique(grams(text))


def containment(a: Shingles, b: Shingles) -> float:
    """The share of the shingles of the text with fewer of them that the other has too, 0 to 1; 0 where one has none."""
    fewer = min(len(a), len(b))
    return len(np.intersect1d(a, b, assume_unique=True)) / fewer if fewer else 0.0


def grams(text: str) -> NDArray[np.uint64]:
    """The hash of every word 5-gram, in the order of the text."""
    words = WORD.findall(text.lower())
    if len(words) < SIZE:
        return np.empty(0, dtype=np.uint64)
    hashes = {word: _hash(word) for word in set(words)}
    row = np.fromiter((hashes[word] for word in words), dtype=np.uint64, count=len(words))
    size = len(words) - SIZE + 1
    total = np.zeros(size, dtype=np.uint64)
    for at in range(SIZE):
        total = _mixed(total + STEP) + row[at : at + size]
    return _mixed(total)


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every bit of the result depends on every bit given: the finish of SplitMix64 (Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
