"""The reader that asks a large language model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sayso.errors import SaysoError
from sayso.mentions.times import find_times
from sayso.model import Page, Reading, Span, Toponym
from sayso.reader.guest.ask import Server
from sayso.reader.guest.checked import Check
from sayso.reader.guest.form import request
from sayso.text.sentences import find_sentences

if TYPE_CHECKING:
    from sayso.settings import Settings

AT_ONCE: Final = 6000  # characters of a page in one question


class GuestReader:
    """Reads with a server that the user runs. `cost` and `dropped` tell what the run has cost and what of the answers
    did not stand in the reports."""

    def __init__(self, server: Server, model: str) -> None:
        self._server = server
        self._model = model
        self.dropped: Counter[str] = Counter()

    @classmethod
    def load(cls, settings: Settings) -> GuestReader:
        """The reader of the server that the settings name. Raises SaysoError where they name none."""
        if not settings.llm_url:
            raise SaysoError("The reader `llm` needs a server.", "Give --llm-url, e.g. http://127.0.0.1:8080/v1.")
        return cls(Server(settings.llm_url, settings.cache), settings.llm_model)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to tell at the end of a run, a line each."""
        lines = [f"language model: {self._server.cost}"]
        if self.dropped:
            lines.append("dropped: " + ", ".join(f"{n} {what}" for what, n in self.dropped.most_common()))
        return tuple(lines)

    def read(self, pages: Iterable[Page]) -> Iterator[Reading]:
        for page in pages:
            yield self._reading(page)

    def _reading(self, page: Page) -> Reading:
        sentences = find_sentences(page)
        times = find_times(page.text, page.day)
        check = Check(page.text, sentences, times)
        drafts, places = [], set[Span]()
        for part in parts(sentences):
            answer = self._server.answer(request(page, part.of(page.text), self._model))
            found, named = check.drafts(answer, part)
            drafts += found
            places |= named
        self.dropped += check.dropped
        return Reading(
            page=page,
            sentences=sentences,
            toponyms=tuple(Toponym(span=s) for s in sorted(places)),
            times=times,
            counts=tuple(dict.fromkeys(c for d in drafts for c in d.counts)),
            drafts=tuple(sorted(drafts, key=lambda d: d.trigger)),
        )


def parts(sentences: Iterable[Span]) -> list[Span]:
    """Runs of sentences of at most so many characters, for one question each."""
    found: list[Span] = []
    for sentence in sentences:
        if found and sentence.end - found[-1].start <= AT_ONCE:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
    return found
