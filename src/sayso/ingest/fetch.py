"""Polite requests: who asks is said, robots.txt is kept, size and time have limits."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from sayso.errors import SaysoError

if TYPE_CHECKING:
    import httpx

AGENT = "Sayso"  # the name that a robots.txt would use
SECONDS = 20.0  # for each step of a request
DEADLINE = 60.0  # seconds for a whole answer, however slowly it drips
REDIRECTS = 5
ROBOTS_BYTES = 512 << 10  # as much of a robots.txt as RFC 9309 asks for
FEW = 400


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request brought: `url` is the address that answered in the end."""

    url: str
    body: bytes
    media_type: str | None
    charset: str | None


@cache
def user_agent() -> str:
    """Who asks: name, version and, where the package names one, the project's address."""
    try:
        about = metadata.metadata("sayso")
    except metadata.PackageNotFoundError:
        return f"{AGENT} (reader of conflict news)"
    home = next((u.split(",", 1)[-1].strip() for u in about.get_all("Project-URL") or ()), None)
    return f"{AGENT}/{about['Version']} (reader of conflict news{f'; +{home}' if home else ''})"


def is_address(source: str) -> bool:
    """Is a source something to fetch, and no file?"""
    return source.lower().startswith(("http://", "https://"))


class Fetcher:
    """Gets pages. One for a run: it remembers what each host allows. `client` is for tests and proxies."""

    def __init__(self, client: httpx.Client | None = None) -> None:
        self._client = client
        self._own = client is None
        self._rules: dict[str, RobotFileParser] = {}

    def close(self) -> None:
        """Close the connections that this object opened itself."""
        if self._own and self._client is not None:
            self._client.close()
            self._client = None

    def get(self, url: str, limit: int) -> Answer:
        """The page at `url`. Raises SaysoError with one line where it cannot be had."""
        for _ in range(REDIRECTS + 1):
            if not is_address(url):
                raise SaysoError(f"leads to {url[:80]!r}, which is no http(s) address.")
            if not self._allowed(url):
                raise SaysoError(
                    "may not be fetched: robots.txt of its host forbids it.", "Save the page and give the file."
                )
            status, location, answer = self._request(url, limit)
            if location is None:
                if status >= FEW:
                    raise SaysoError(f"answers with status {status}.")
                return answer
            url = urljoin(url, location)
        raise SaysoError(f"redirects more than {REDIRECTS} times.")

    def _request(self, url: str, limit: int) -> tuple[int, str | None, Answer]:
        import httpx

        began = time.monotonic()
        body = bytearray()
        try:
            with self._opened().stream(
                "GET", url, headers={"user-agent": user_agent()}, follow_redirects=False
            ) as reply:
                location = reply.headers.get("location") if reply.is_redirect else None
                if location is None:
                    for chunk in reply.iter_bytes():
                        body += chunk
                        if len(body) > limit:
                            raise SaysoError(f"is larger than {limit >> 20} MB.")
                        if time.monotonic() - began > DEADLINE:
                            raise SaysoError(f"did not arrive within {DEADLINE:.0f} seconds.")
                kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower() or None
                return reply.status_code, location, Answer(url, bytes(body), kind, reply.charset_encoding)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise SaysoError(
                f"cannot be fetched ({type(error).__name__}).", "Check the address and the network."
            ) from error

    def _allowed(self, url: str) -> bool:
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read_rules(host)
        return self._rules[host].can_fetch(AGENT, url)

    def _read_rules(self, host: str) -> RobotFileParser:
        """The rules of a host as RFC 9309 has it: none where there is no file, all forbidden where it fails."""
        url = f"{host}/robots.txt"
        rules = RobotFileParser(url)
        for _ in range(REDIRECTS + 1):
            status, location, answer = self._request(url, ROBOTS_BYTES)
            if location is None:
                break
            url = urljoin(url, location)
        if location is not None or status >= 500:
            rules.disallow_all = True  # type: ignore[attr-defined]
        elif status >= FEW:
            rules.allow_all = True  # type: ignore[attr-defined]
        else:
            rules.parse(answer.body.decode("utf-8", "replace").splitlines())
        return rules

    def _opened(self) -> httpx.Client:
        if self._client is None:
            import httpx

            self._client = httpx.Client(timeout=SECONDS)
        return self._client
