"""Bytes -> text. UTF-8 goes first, because it is nearly never mistaken; everything else is detected."""

import codecs

from sayso.errors import SaysoError

# UTF-32 before UTF-16: the little-endian marks begin alike.
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
BINARY = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"BM", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"SQLite format 3", "a SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "an RTF document"),
)
SHORT_MAGIC = 3  # marks shorter than this also begin ordinary words ("BM", "MZ"): they need a NUL byte as well


def mark_of(data: bytes) -> str | None:
    """The encoding that a byte order mark names."""
    return next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)


def binary_kind(head: bytes) -> str | None:
    """What kind of binary file begins so ("an image"); None where it looks like text."""
    if mark_of(head):
        return None
    nul = b"\0" in head
    for magic, kind in BINARY:
        if head.startswith(magic) and (nul or len(magic) >= SHORT_MAGIC):
            return kind
    return "a binary file" if nul else None


def decode(data: bytes, charset: str | None = None) -> str:
    """The text of `data`, nothing changed; a byte order mark is no part of it.

    `charset` is what the sender named; it is tried after UTF-8. Raises SaysoError where no encoding fits.
    """
    mark = mark_of(data)
    for encoding in filter(None, (mark, "utf-8", charset)):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise SaysoError("is in no known text encoding.", "Save it as UTF-8.")
    return data.decode(best.encoding)
