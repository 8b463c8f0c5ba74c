"""The reader by plain rules over a dependency parse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.attribution.attribute import attribute
from sayso.attribution.references import References
from sayso.events.extract import Found, extract
from sayso.events.relevance import is_about_conflict
from sayso.language.load import load_model
from sayso.language.parse import Parse, parse_pages, sentences, span_of
from sayso.language.tense import Tenses
from sayso.mentions.actors import find_actors
from sayso.mentions.counts import find_counts
from sayso.mentions.times import find_times
from sayso.mentions.toponyms import find_toponyms
from sayso.model import Page, Reading

if TYPE_CHECKING:
    from spacy.language import Language

    from sayso.grounding.gazetteer import Gazetteer
    from sayso.settings import Settings


class RuleReader:
    """Reads with a spaCy pipeline; the names of the gazetteer help to tell places from people."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self._nlp = nlp
        self._gazetteer = gazetteer

    @classmethod
    def load(cls, settings: Settings, gazetteer: Gazetteer) -> RuleReader:
        """The reader with the pipeline that the settings name. Raises SaysoError where it cannot be loaded."""
        return cls(load_model(settings.model), gazetteer)

    @property
    def notes(self) -> tuple[str, ...]:
        return ()

    def read(self, pages: Iterable[Page]) -> Iterator[Reading]:
        for parse in parse_pages(pages, self._nlp):
            yield self._reading(parse)

    def _reading(self, parse: Parse) -> Reading:
        page = parse.page
        references = References(parse)
        found = Found(
            attributions=attribute(parse, references),
            toponyms=find_toponyms(parse, self._gazetteer),
            times=find_times(page.text, page.day, Tenses(parse).at),
            counts=find_counts(parse),
        )
        return Reading(
            page=page,
            sentences=tuple(span_of(s) for s in sentences(parse.doc)),
            attributions=tuple(found.attributions),
            toponyms=tuple(found.toponyms),
            actors=find_actors(parse),
            times=tuple(found.times),
            counts=tuple(found.counts),
            drafts=extract(parse, found, references) if is_about_conflict(page.report) else (),
        )
