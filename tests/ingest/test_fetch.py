"""Addresses, without a network."""

import httpx
import pytest

from sayso.ingest import Defaults, Fetcher, Limits, Problem, read_reports
from sayso.model import Report

FEED = """<rss version="2.0"><channel><title>Wire</title>
<item><title>t</title><pubDate>Sun, 08 Jun 2025 10:00:00 GMT</pubDate>
<description>Shells fell on the port.</description></item></channel></rss>"""


def site(request: httpx.Request) -> httpx.Response:
    answers = {
        "/robots.txt": (200, {}, "User-agent: *\nDisallow: /private"),
        "/feed": (200, {"content-type": "application/rss+xml; charset=utf-8"}, FEED),
        "/vague": (200, {"content-type": "text/xml"}, FEED),
        "/moved": (301, {"location": "/feed"}, ""),
        "/to-private": (302, {"location": "/private/feed"}, ""),
        "/private/feed": (200, {"content-type": "application/rss+xml"}, FEED),
        "/loop": (302, {"location": "/loop"}, ""),
        "/file": (302, {"location": "file:///etc/passwd"}, ""),
        "/gone": (404, {}, "no"),
        "/big": (200, {"content-type": "text/plain"}, "x" * 5000),
        "/pdf": (200, {"content-type": "application/pdf"}, "%PDF-1.4"),
        "/zip": (200, {"content-type": "application/x-thing"}, "words"),
        "/text": (200, {"content-type": "text/plain; charset=windows-1252"}, ""),
        "/empty": (200, {"content-type": "text/html"}, ""),
    }
    assert request.headers["user-agent"].startswith("Sayso/")
    if request.url.host == "slow.example":
        raise httpx.ReadTimeout("slow", request=request)
    if request.url.host == "down.example" and request.url.path == "/robots.txt":
        return httpx.Response(503)
    if request.url.host == "free.example" and request.url.path == "/robots.txt":
        return httpx.Response(404)
    status, headers, body = answers[request.url.path]
    content = "Café bombed, d’après l’armée.".encode("cp1252") if request.url.path == "/text" else body.encode()
    return httpx.Response(status, headers=headers, content=content)


def get(*urls: str, limits: Limits | None = None) -> tuple[list[Report], list[Problem]]:
    problems: list[Problem] = []
    fetcher = Fetcher(httpx.Client(transport=httpx.MockTransport(site)))
    return list(read_reports(urls, Defaults(), problems.append, limits=limits, fetcher=fetcher)), problems


@pytest.mark.parametrize("path", ["feed", "vague", "moved"])
@pytest.mark.parametrize("host", ["wire.example", "free.example"])
def test_read(host: str, path: str) -> None:
    reports, problems = get(f"https://{host}/{path}")
    assert [r.text for r in reports] == ["Shells fell on the port."]
    assert not problems


def test_named_charset_is_used() -> None:
    reports, _ = get("http://wire.example/text")
    assert reports[0].text == "Café bombed, d’après l’armée."


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("https://wire.example/private/feed", "robots.txt"),
        ("https://wire.example/to-private", "robots.txt"),
        ("https://down.example/feed", "robots.txt"),
        ("https://wire.example/loop", "more than 5 times"),
        ("https://wire.example/file", "no http(s) address"),
        ("https://wire.example/gone", "status 404"),
        ("https://wire.example/pdf", "PDF"),
        ("https://wire.example/zip", "application/x-thing"),
        ("https://wire.example/empty", "is empty"),
        ("https://slow.example/feed", "cannot be fetched (ReadTimeout)"),
        ("http://[bad/feed", "cannot be"),
    ],
)
def test_one_line_and_the_batch_goes_on(url: str, message: str) -> None:
    reports, problems = get(url, "https://wire.example/feed")
    assert len(reports) == 1
    assert [message in p.message for p in problems] == [True]


def test_size_limit() -> None:
    reports, problems = get("https://wire.example/big", limits=Limits(download=1000))
    assert not reports
    assert "larger than" in problems[0].message
