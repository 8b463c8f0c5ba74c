"""Ids from content: the same material gives the same id on every machine and in every run."""

import hashlib
from datetime import date

SEPARATOR = "\x1f"  # the ASCII unit separator, which no field holds


def content_id(prefix: str, *fields: object) -> str:
    """`prefix` and 20 hexadecimal digits (80 bits) of the SHA-256 over the fields, None as empty."""
    joined = SEPARATOR.join("" if f is None else str(f) for f in fields)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"


def report_id(text: str, title: str | None, published: date | None, outlet: str | None) -> str:
    """The id of a report that came without one."""
    return content_id("r", outlet, published, title, text)
