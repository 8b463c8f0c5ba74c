"""From spans and links to drafts."""

import re

import numpy as np
from made_up import scores

from sayso.model import Draft, Mention, Span, TimeMention
from sayso.reader.compose import Composer
from sayso.reader.decode import Piece, Said
from sayso.reader.labels import CHOICES, LAYERS
from sayso.reader.pieces import Pieces

TEXT = "Police said Sumy was shelled in May . We saw it , they said . Two died ."


def piece(words: str, text: str = TEXT) -> Piece:
    """The pieces, here words, of the first occurrence of some words."""
    first = len(text[: text.index(words)].split())
    return first, first + len(words.split())


def drafts(
    triggers: list[str],
    sayings: list[Said] = [],  # noqa: B006 (never changed)
    links: dict[str, list[tuple[str, str, float]]] | None = None,
    chosen: dict[tuple[str, str], str] | None = None,
    places: list[str] = [],  # noqa: B006
    times: list[str] = [],  # noqa: B006
    unsure: bool = False,
    listed: bool = True,
) -> tuple[Draft, ...]:
    """The drafts of TEXT: `links` are (trigger, words, score), `chosen` (trigger, choice) -> value."""
    spans = [Span(*m.span()) for m in re.finditer(r"\S+", TEXT)]
    rows = {name: [(piece(a)[0], piece(b)[0], s) for a, b, s in all_] for name, all_ in (links or {}).items()}
    begun = {piece(t)[0] for t in triggers}
    given = scores(len(spans), {"trigger": "".join("OB"[n in begun] for n in range(len(spans)))}, rows)
    for n in begun if unsure else ():
        given.tags[n, LAYERS.index("trigger")] = np.log([0.65, 0.34, 0.01])
    for (trigger, name), value in (chosen or {}).items():
        at = CHOICES[name][1].index(value)
        given.choices[name][piece(trigger)[0]] = np.where(np.arange(len(CHOICES[name][1])) == at, 0.0, -9.0)
    composer = Composer(
        text=TEXT,
        pieces=Pieces([0] * len(spans), spans, [0] * len(spans), [()] * len(spans)),
        scores=given,
        found={
            "trigger": [piece(t) for t in triggers], "actor": [], "source": [p for s in sayings for p in s.sources],
            "place": [piece(p) for p in places],
        },
        sayings=sayings,
        sentences=[Span(*m.span()) for m in re.finditer(r"[A-Z][^.]*\.", TEXT)],
        toponyms=[],
        times=[time(t) for t in times],
        mention=lambda span: Mention(span=span),
        is_listed=lambda span, kind: listed,
    )  # fmt: skip
    return composer.drafts()


def time(words: str) -> TimeMention:
    start = TEXT.index(words)
    return TimeMention(start=start, end=start + len(words), text=words, type="DATE", value="2025-05")


def words(spans: tuple[Span, ...]) -> list[str]:
    return [s.of(TEXT) for s in spans]


POLICE = Said(piece("said"), (piece("Police"),), (piece("Sumy was shelled in May"),), 0.9)
WE = Said(piece("saw"), (piece("We"),), (piece("it"),), 0.9)


def test_an_unlikely_trigger_needs_the_vocabulary() -> None:
    assert len(drafts(["shelled"], unsure=True)) == 1
    assert drafts(["shelled"], unsure=True, listed=False) == ()
    assert len(drafts(["shelled"], listed=False)) == 1


def test_a_claim_has_the_voice_whose_words_it_stands_in() -> None:
    (draft,) = drafts(["shelled"], [POLICE])
    assert [v.mention.span.of(TEXT) for v in draft.voices] == ["Police"]
    assert words(draft.content) == ["Sumy was shelled in May"]


def test_we_are_who_spoke_before() -> None:
    (draft,) = drafts(["it"], [POLICE, WE])
    assert [v.mention.span.of(TEXT) for v in draft.voices] == ["Police"]


def test_without_an_attribution_only_a_strong_link_gives_an_assertion_a_voice() -> None:
    assert_it = {("died", "act"): "assert"}
    for score, expected in ((1.0, []), (2.0, ["Police"])):
        (draft,) = drafts(["died"], [POLICE], {"voice": [("died", "Police", score)]}, assert_it)
        assert [v.mention.span.of(TEXT) for v in draft.voices] == expected


def test_the_best_place_of_the_sentence_stands_in_where_none_is_linked() -> None:
    for score, expected in ((0.5, ["Sumy"]), (-0.5, ["Sumy"]), (-1.5, [])):
        (draft,) = drafts(["shelled"], [], {"place": [("shelled", "Sumy", score)]}, places=["Sumy"])
        assert words(draft.places) == expected
    (later,) = drafts(["died"], [], {"place": [("died", "Sumy", -0.5)]}, places=["Sumy"])
    assert later.places == ()


def test_a_time_carries_on_with_the_story() -> None:
    chosen = {("shelled", "when"): "named", ("died", "when"): "story"}
    first, second = drafts(["shelled", "died"], [], {"time": [("shelled", "May", 2.0)]}, chosen, times=["May"])
    assert words(first.times) == words(second.times) == ["May"]


def test_words_of_one_type_beside_each_other_are_one_trigger() -> None:
    same = {("was", "type"): "shelling", ("shelled", "type"): "shelling"}
    (draft,) = drafts(["was", "shelled"], chosen=same)
    assert words((draft.trigger,)) == ["was shelled"]
    assert len(drafts(["was", "shelled"], chosen=same | {("was", "type"): "talks"})) == 2
