"""Text of strangers, made safe to show. Data formats keep it as it is; screens and pages get this."""

import re

REPLACEMENT = "\ufffd"
# Invisible characters that reorder what stands around them (Unicode UAX #9: embeddings, overrides, isolates), with
# which a text can show other words than it holds; control characters, which can drive a terminal; and lone surrogates,
# which cannot be written at all. Line feed and tab stay.
UNSAFE = re.compile("[\u202a-\u202e\u2066-\u2069\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
SURROGATE = re.compile("[\ud800-\udfff]")


def shown(text: str) -> str:
    """The text with every unsafe character as U+FFFD, one for one, so that offsets stay true."""
    return UNSAFE.sub(REPLACEMENT, text)


def writable(text: str) -> str:
    """The text with lone surrogates as U+FFFD: what UTF-8 can hold."""
    return SURROGATE.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text, safe to show, on one line."""
    return " ".join(shown(text).split())
