"""The trained reader: an encoder finds what is said, what happened and who takes part; rules read numbers and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sayso.language.load import load_model
from sayso.language.parse import Parse, parse_pages, sentences, span_of
from sayso.language.tense import Tenses
from sayso.mentions.actors import find_actors
from sayso.mentions.counts import find_counts
from sayso.mentions.times import find_times
from sayso.mentions.toponyms import find_toponyms
from sayso.model import Page, Reading
from sayso.reader.compose import Composer
from sayso.reader.decode import said, spans
from sayso.reader.encoder import Encoder
from sayso.reader.grammar import Grammar
from sayso.reader.hints import hints
from sayso.reader.pieces import cut, open_tokenizer
from sayso.reader.quoted import fit_to_marks

if TYPE_CHECKING:
    from spacy.language import Language

    from sayso.grounding.gazetteer import Gazetteer
    from sayso.settings import Settings

# What is added to the chances of a span in a layer. Triggers are many here: the composer takes those whose type is
# likely too.
BIAS: Final = {"trigger": 1.5, "cue": 0.3, "source": 0.3}


class TrainedReader:
    """Reads with the encoder of a trained file and a spaCy pipeline for sentences, names and antecedents."""

    def __init__(self, nlp: Language, gazetteer: Gazetteer, encoder: Encoder, tokenizer: Path) -> None:
        self._nlp = nlp
        self._gazetteer = gazetteer
        self._encoder = encoder
        self._tokenizer = open_tokenizer(tokenizer)

    @classmethod
    def load(cls, settings: Settings, gazetteer: Gazetteer, folder: Path) -> TrainedReader:
        """The reader of a folder with its two files. Raises SaysoError where it cannot be loaded."""
        return cls(
            load_model(settings.model), gazetteer, Encoder.open(folder / "reader.onnx"), folder / "tokenizer.json"
        )

    @property
    def notes(self) -> tuple[str, ...]:
        return ()

    def read(self, pages: Iterable[Page]) -> Iterator[Reading]:
        for parse in parse_pages(pages, self._nlp):
            yield self._reading(parse)

    def _reading(self, parse: Parse) -> Reading:
        page = parse.page
        times = find_times(page.text, page.day, Tenses(parse).at)
        pieces = cut(page, self._tokenizer, hints(page, times, self._gazetteer))
        scores = self._encoder.scores(pieces)
        found = spans(scores, BIAS)
        grammar = Grammar(parse)
        composer = Composer(
            text=page.text,
            pieces=pieces,
            scores=scores,
            found=found,
            sayings=fit_to_marks(page, pieces.spans, said(scores, found)),
            sentences=tuple(span_of(s) for s in sentences(parse.doc)),
            toponyms=find_toponyms(parse, self._gazetteer),
            times=times,
            mention=grammar.mention,
            is_listed=grammar.is_listed,
        )
        counts = find_counts(parse)
        return Reading(
            page=page,
            sentences=tuple(composer.sentences),
            attributions=composer.attributions(),
            toponyms=tuple(composer.toponyms),
            actors=find_actors(parse),
            times=tuple(composer.times),
            counts=counts,
            drafts=grammar.completed(composer.drafts(), times, counts),
        )
