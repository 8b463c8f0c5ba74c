"""Keys by which reports that share text find each other in an inverted index: MinHash, passage by passage.

A copy that is cut to a third, or an excerpt in a long page, has little in common with the whole of the other text (a
Jaccard index of 0.01 is usual), so that MinHash over whole texts would miss it. The text is therefore cut into passages
where its own words tell (a shingle whose hash is the least of its surroundings begins one), so that the same words are
cut in the same way wherever they stand. Passages are a dozen shingles long; each gives two keys, and a key is two
MinHash values: it takes more than a common phrase for two passages to have one in common.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from rensa import RMinHash

from sayso.copies.shingles import grams

AROUND = 6  # shingles on either side that the first one of a passage is less than
VALUES = 4  # MinHash values of a passage; two of them are a key
SEED = 1
MOST_KEYS = 4096  # of a text; only texts of more than 25,000 words have more, and then the least of them are kept
KEYS_VERSION = f"1.{RMinHash.ALGORITHM_VERSION}"
"""Keys of different versions cannot be compared: those that are kept have to be made anew."""


def keys(text: str) -> tuple[int, ...]:
    """The keys of a text, sorted: signed 64-bit numbers, about one for six words. None where it has no shingles.

    Two texts with a key in common are candidates, to be compared by `containment`.
    """
    row = grams(text)
    if not len(row):
        return ()
    values = RMinHash.digest_matrix_from_flat_token_hashes(row, _edges(row), VALUES, SEED).to_rows()
    found = np.unique(np.array(values, dtype="<u4").view("<u8"))[:MOST_KEYS]
    return tuple(sorted(found.view("<i8").tolist()))


def _edges(row: NDArray[np.uint64]) -> list[int]:
    """Where passages begin, and the end of the last one."""
    rim = np.full(AROUND, np.iinfo(np.uint64).max, dtype=np.uint64)
    least = sliding_window_view(np.concatenate([rim, row, rim]), 2 * AROUND + 1).min(axis=1)
    inner = np.flatnonzero(row == least).tolist()
    return [0, *(at for at in inner if at), len(row)]
