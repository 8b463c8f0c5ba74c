"""JSON Lines: one report a line, with `text` and, where known, `id`, `published`, `outlet`, `title`, `url`, `language`.

A JSON array of such objects is read too, and a single object over several lines.
"""

import json
from collections.abc import Iterator

from sayso.errors import SaysoError
from sayso.ingest.base import Document, Entry, Fault
from sayso.ingest.decode import decode, mark_of

FIELDS = ("id", "title", "published", "outlet", "url", "language")


class JsonLines:
    """One JSON object a line, or one array of objects: a report each."""

    name = "JSON Lines"
    suffixes = (".jsonl", ".ndjson", ".json")
    media_types = ("application/json", "application/jsonl", "application/x-ndjson", "application/jsonlines")

    def knows(self, head: bytes) -> bool:
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
            (b'{"', b"{}", b"[{", b"{\n", b"{\r", b"{ ", b"[\n", b"[ ")
        )

    def read(self, document: Document) -> Iterator[Entry | Fault]:
        head = document.head()
        if mark_of(head) in ("utf-16", "utf-32"):
            text = decode(document.whole())
            yield from _numbered(enumerate(text.split("\n"), start=1))
        elif head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"[") or _opens_over_lines(head):
            yield from _one_value(decode(document.whole()))
        else:
            yield from _numbered(_lines(document))


def entry_of(row: object, where: str) -> Entry | Fault:
    """The entry that an object with our field names holds."""
    if not isinstance(row, dict):
        return Fault("is no object with a 'text'.", where)
    if not isinstance(row.get("text"), str):
        return Fault("has no 'text'.", where, f"Its fields are: {', '.join(map(str, list(row)[:8]))}." if row else "")
    return Entry(text=row["text"], where=where, **{name: row.get(name) for name in FIELDS})


def _opens_over_lines(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].strip() == b"{"


def _lines(document: Document) -> Iterator[tuple[int, str | Fault]]:
    number, most = 0, document.limits.line
    while line := document.stream.readline(most + 1):
        number += 1
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = document.stream.readline(most)
            yield number, Fault(f"is longer than {most >> 20} MB.")
            continue
        try:
            yield number, decode(line)
        except SaysoError as error:
            yield number, Fault(error.message, hint=error.hint)


def _numbered(lines: Iterator[tuple[int, str | Fault]] | enumerate[str]) -> Iterator[Entry | Fault]:
    for number, line in lines:
        where = f"line {number}"
        if isinstance(line, Fault):
            yield Fault(line.message, where, line.hint)
        elif line.strip("\ufeff \t\r\n"):
            try:
                row = json.loads(line.strip("\ufeff \t\r\n"))
            except (ValueError, RecursionError) as error:
                yield Fault(f"is not valid JSON ({_reason(error)}).", where)
            else:
                yield entry_of(row, where)


def _one_value(text: str) -> Iterator[Entry | Fault]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SaysoError(f"is not valid JSON ({_reason(error)}).", "Put one report on each line.") from error
    if isinstance(value, dict):
        yield entry_of(value, "")
        return
    for number, row in enumerate(value, start=1):
        yield entry_of(row, f"item {number}")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at column {error.colno}"
    return "too deep or too large"
