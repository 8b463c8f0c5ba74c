"""HTML: the article of a page, by trafilatura (Barbaresi 2021) in its fast mode, with what the page says of itself."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Entry, Fault
from sayso.ingest.decode import decode

PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
LANGUAGE = re.compile(r"<html[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3})", re.IGNORECASE)
BREAKS = frozenset(
    ("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul")
)  # fmt: skip
LETTERS = 40  # a page with fewer holds a menu or a notice, not an article
UNREAD = frozenset(("script", "style", "template", "noscript", "iframe", "svg"))


class Html:
    """A web page: its article is one report."""

    name = "HTML"
    suffixes = (".html", ".htm", ".xhtml")
    media_types = ("text/html", "application/xhtml+xml")

    def knows(self, head: bytes) -> bool:
        return bool(PAGE.search(head[:2048].replace(b"\0", b"")))

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        data = document.stream.read(document.limits.download + 1)
        if len(data) > document.limits.download:
            raise SaysoError(f"is a page of more than {document.limits.download >> 20} MB.")
        yield article(data, document.charset, document.url)


def article(data: bytes, charset: str | None = None, url: str | None = None, where: str = "") -> Entry | Fault:
    """The article of a page, or the fault that it holds none."""
    from trafilatura import bare_extraction

    text = decode(data, charset or _declared(data))
    if not text.strip():
        return Fault("is empty.", where)
    try:
        page = bare_extraction(
            text,
            url=url,
            fast=True,
            with_metadata=True,
            include_comments=False,
            # the extensive search takes any day on the page for the day of publication: better none
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception as error:  # the parser may fail in many ways on broken markup
        raise SaysoError(f"is no readable HTML ({type(error).__name__}).") from error
    if page is None or isinstance(page, dict) or sum(map(str.isalpha, page.text or "")) < LETTERS:
        return Fault("holds no article.", where)
    language = LANGUAGE.search(text[:4096])
    return Entry(
        text=page.text,
        where=where,
        title=page.title,
        published=page.date,
        outlet=page.sitename or host_of(url),
        url=url or page.url,
        language=language[1].lower() if language else None,
    )


def text_of(markup: str) -> str:
    """The words of an HTML fragment, one line a block."""
    words = _Words()
    words.feed(markup)
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def host_of(url: str | None) -> str | None:
    """The host of an address, without "www."."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self._unread += 1
        elif tag in BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in BREAKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self.pieces.append(data.replace("\n", " "))


def _declared(data: bytes) -> str | None:
    found = re.search(rb"<meta[^>]+charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", data[:4096], re.IGNORECASE)
    return found[1].decode("ascii") if found else None
