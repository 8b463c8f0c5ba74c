"""RSS and Atom: one report an entry, from what the feed itself carries. Links are not followed."""

import io
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Entry, Fault
from sayso.ingest.html import host_of, text_of

FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


class Feed:
    """The entries of a feed, one report each."""

    name = "RSS or Atom"
    suffixes = (".rss", ".atom", ".xml", ".rdf")
    media_types = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")

    def knows(self, head: bytes) -> bool:
        return bool(FEED.search(head.replace(b"\0", b"")))

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        data = document.whole()
        # No feed needs entities of its own. They are how XML reads other files and how it swells: none is resolved.
        if ENTITY.search(data.replace(b"\0", b"")):
            raise SaysoError("declares XML entities, which are never resolved.", "Remove its <!ENTITY ...> lines.")
        import feedparser

        headers = {"content-location": document.url} if document.url else {}
        feed = feedparser.parse(io.BytesIO(data), response_headers=headers)
        if not feed.version and not feed.entries:
            raise SaysoError("is XML, but no RSS or Atom feed.")
        if not feed.entries:
            raise SaysoError("is a feed without entries.")
        outlet = feed.feed.get("title") or host_of(document.url)
        language = (feed.feed.get("language") or "")[:2].lower() or None
        for number, item in enumerate(feed.entries, start=1):
            yield _entry(item, f"entry {number}", outlet, language)


def _entry(item: Any, where: str, outlet: str | None, language: str | None) -> Entry | Fault:
    contents = [*item.get("content", ()), *([item["summary_detail"]] if item.get("summary_detail") else ())]
    texts = [_words(content) for content in contents]
    text = max(texts, key=len, default="")  # the full content where there is one, else the summary
    if not text:
        return Fault("has no text.", where)
    source = item.get("source") or {}
    title = item.get("title_detail")
    return Entry(
        text=text,
        where=where,
        title=" ".join(_words(title).split()) if title else None,
        published=item.get("published") or item.get("updated"),
        outlet=source.get("title") or outlet,
        url=item.get("link"),
        language=language,
    )


def _words(content: Any) -> str:
    value = content.get("value") or ""
    return value if content.get("type") == "text/plain" and "<" not in value else text_of(value)
