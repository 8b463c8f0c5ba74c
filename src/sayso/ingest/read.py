"""Sources -> reports, with one line for everything that could not be read."""

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from sayso.errors import SaysoError
from sayso.ingest.base import Defaults, Document, Entry, Fault, Limits, Problem
from sayso.ingest.days import day_of
from sayso.ingest.fetch import Fetcher
from sayso.ingest.registry import reader_for
from sayso.ingest.sources import names_in, open_document
from sayso.model import Report, content_id, report_id

NO_DAY = frozenset(("", "unknown", "none", "null", "nan", "nat", "n/a", "-"))  # a day that is told to be missing
SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_reports(
    sources: Iterable[str],
    defaults: Defaults,
    on_problem: Callable[[Problem], None],
    *,
    limits: Limits | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Report]:
    """The reports of all sources, one after the other, as they are read.

    A source is a file, a folder (every file in it with a known suffix), an http(s) address, or "-" for standard input.
    Nothing is raised for a source that cannot be read: `on_problem` gets one line and the batch goes on.

    Texts are not changed, so offsets are code points of the text as it was given; only lone surrogates, which no file
    can hold, become U+FFFD one for one. A report whose id was given out before is left out where it is the same
    report, and read under an id from its content where it is another one; both are told.
    """
    run = _Run(defaults, on_problem, limits or Limits(), fetcher or Fetcher())
    try:
        for source in sources:
            yield from run.source(source)
    finally:
        if fetcher is None:
            run.fetcher.close()


class _Run:
    """One call of `read_reports`: what it was told, and the ids that it gave out."""

    def __init__(
        self, defaults: Defaults, on_problem: Callable[[Problem], None], limits: Limits, fetcher: Fetcher
    ) -> None:
        self.defaults = defaults
        self.on_problem = on_problem
        self.limits = limits
        self.fetcher = fetcher
        self._contents: dict[str, str] = {}  # id -> id from content

    def tell(self, source: str, message: str, hint: str = "") -> None:
        self.on_problem(Problem(source=_one_line(source), message=_one_line(message), hint=_one_line(hint)))

    def source(self, source: str) -> Iterator[Report]:
        try:
            for name in names_in(source):
                yield from self._document(name)
        except (SaysoError, OSError) as error:
            self._tell_error(source, error)

    def _document(self, name: str) -> Iterator[Report]:
        undated = read = found = 0
        try:
            document = open_document(name, self.fetcher, self.limits)
            with document.stream:
                for item in reader_for(document).read(document):
                    found += 1
                    report = self._report(document, item)
                    if report:
                        read += 1
                        undated += report.published is None and not _has_day(item)
                        yield report
            if not found:
                self.tell(name, "holds no report.")
        except Exception as error:  # a parser may fail in any way on a broken file, and the batch goes on
            self._tell_error(name, error)
        if undated:
            which = "The report has" if read == 1 else f"{undated} of {read} reports have"
            self.tell(
                name,
                f"{which} no day of publication: relative days stay open unless a dateline gives one.",
                "Give it with the report, or a default.",
            )

    def _report(self, document: Document, item: Entry | Fault) -> Report | None:
        name = f"{document.name}, {item.where}" if item.where else document.name
        if isinstance(item, Fault):
            self.tell(name, item.message, item.hint)
            return None
        text = _words(item.text)
        if text is None or not text.strip():
            self.tell(name, "has no text.")
            return None
        if len(text) > self.limits.text:
            self.tell(name, f"is a text of more than {self.limits.text:,} characters.", "Split it into reports.")
            return None
        published = self.defaults.published
        if _has_day(item):
            published = day_of(item.published)
            if published is None:
                self.tell(name, f"has a day of publication that cannot be read: {str(item.published)[:40]!r}.")
        title, outlet = _words(item.title), _words(item.outlet) or self.defaults.outlet
        content = report_id(text, title, published, outlet)
        url = _words(item.url)
        given = self._free_id(name, _words(item.id) or self._id_of(url, content), content)
        if given is None:
            return None
        return Report(
            id=given,
            text=text,
            title=title,
            published=published,
            outlet=outlet,
            url=url,
            language=_words(item.language),
        )

    def _id_of(self, url: str | None, content: str) -> str:
        """The id of a report that came without one: that of its address, so that a changed text is a later version of
        it, else of its content. A home page's, and one that several texts of a run have, is no report's own."""
        parts = urlsplit(url or "")
        if url is None or not (parts.path.strip("/") or parts.query):
            return content
        wanted = content_id("r", url)
        return content if self._contents.get(wanted, content) != content else wanted

    def _free_id(self, name: str, wanted: str, content: str) -> str | None:
        """The id to give out; None where the same report was read before."""
        if wanted in self._contents and self._contents[wanted] != content:
            self.tell(name, f"has the id {wanted!r} of another report and is read as {content!r}.")
            wanted = content
        if wanted in self._contents:
            self.tell(name, f"was read before as {wanted!r} and is left out.")
            return None
        self._contents[wanted] = content
        return wanted

    def _tell_error(self, source: str, error: Exception) -> None:
        if isinstance(error, SaysoError):
            self.tell(source, error.message, error.hint)
        elif isinstance(error, OSError):
            self.tell(source, f"cannot be read ({error.strerror or type(error).__name__}).")
        else:
            self.tell(source, f"cannot be read ({type(error).__name__}).")


def _has_day(item: Entry | Fault) -> bool:
    return isinstance(item, Entry) and str(item.published or "").strip().lower() not in NO_DAY


def _words(value: object) -> str | None:
    """A field as text; None where it is empty. Lone surrogates are replaced one for one, so that offsets stay."""
    if value is None or value == "":
        return None
    return SURROGATE.sub("\ufffd", value if isinstance(value, str) else str(value))


def _one_line(words: str) -> str:
    return " ".join(words.split())
