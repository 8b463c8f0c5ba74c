"""Which reports are reprints of one text: pure functions of texts and pairs, which hold nothing."""

from sayso.copies.agency import credited
from sayso.copies.clusters import clusters, copies
from sayso.copies.keys import KEYS_VERSION, keys
from sayso.copies.pairs import MOST_CANDIDATES, KeyIndex, copy_pairs, pairs_with
from sayso.copies.shingles import SHARE, Shingles, containment, shingles

__all__ = [
    "KEYS_VERSION",
    "MOST_CANDIDATES",
    "SHARE",
    "KeyIndex",
    "Shingles",
    "clusters",
    "containment",
    "copies",
    "copy_pairs",
    "credited",
    "keys",
    "pairs_with",
    "shingles",
]
