"""Which agency a report credits: "(Reuters)", "MOSCOW (AP) -", "By Jane Doe, Associated Press"."""

import re
from collections.abc import Iterable

from sayso.model import Page
from sayso.text.dateline import agency_name
from sayso.text.patterns import agency_pattern


def credited(pages: Iterable[Page]) -> str | None:
    """The agency that a report credits in its dateline or credits, else in a byline; None where it names none."""
    pages = tuple(pages)
    bylines = (block.span.of(page.text) for page in pages for block in page.blocks if block.kind == "byline")
    return next(filter(None, (page.agency for page in pages)), None) or next(filter(None, map(_named, bylines)), None)


def _named(byline: str) -> str | None:
    """The agency in a byline; those with an @ belong to posts that a page shows."""
    found = re.search(rf"\b(?:{agency_pattern()})\b", byline)
    return agency_name(found[0]) if found and "@" not in byline else None
