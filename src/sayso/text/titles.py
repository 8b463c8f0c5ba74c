"""Is a line the title again? Compared by letters and digits alone, with and without the name of the outlet."""

import re

OUTLET = re.compile(r"\s+[-–—|·»:]+\s+[^|]{2,60}$")
SITE = re.compile(r"\s*[|–—·»-]\s.{2,100}$")  # the outlet and its section behind the title
MARGIN = 40  # characters by which a title in the text may be longer than the title given, for its punctuation
LONGEST = 400  # characters of a title
SHORTEST = 12  # letters and digits; a shorter title ("News") says nothing


def key_of(words: str) -> str:
    """Letters and digits of `words`, in lower case."""
    return "".join(filter(str.isalnum, words.casefold()))


def keys_of(title: str | None) -> frozenset[str]:
    """The keys by which a title is known: whole, and without the parts behind a dash or a bar, one by one."""
    keys, words = set(), (title or "").strip()[:LONGEST]
    while words:
        key = key_of(words)
        if len(key) >= SHORTEST:
            keys.add(key)
        shorter = OUTLET.sub("", words)
        if shorter == words:
            break
        words = shorter if len(shorter.split()) > 2 else ""
    return frozenset(keys)


def heading_at(text: str, start: int, end: int, title: str) -> int | None:
    """Where the title ends that the stretch begins with, with its full stop; None where it begins otherwise.

    Only where more text follows: a line that is the title alone is known by its key.
    """
    for key in sorted(keys_of(title), key=len, reverse=True):
        at, left = start, len(key)
        most = min(end, start + 2 * len(title) + MARGIN)
        while at < most and left:
            folded = key_of(text[at])
            if folded and not key[len(key) - left :].startswith(folded):
                break
            left -= len(folded)
            at += 1
        if left or at >= end or text[at].isalnum():
            continue
        if SITE.match(text, at, end):
            return end
        stop = re.compile(r"[.!?”\"’')\]]*(?=\s)").match(text, at, end)
        to = stop.end() if stop else at
        following = text[to:end].lstrip()
        if following and not following[0].islower():
            return to
    return None
