"""From scores to legal spans and contents."""

import pytest
from made_up import scores

from sayso.reader.decode import said, spans
from sayso.reader.encoder import behind_stop
from sayso.reader.labels import LAYERS


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("OBIIO", [(1, 4)]),
        ("BIBIO", [(0, 2), (2, 4)]),
        ("BOOOB", [(0, 1), (4, 5)]),
        ("OOOOO", []),
    ],
)
def test_spans(letters: str, expected: list[tuple[int, int]]) -> None:
    assert spans(scores(5, {"source": letters}), {})["source"] == expected


def test_no_span_begins_inside() -> None:
    assert spans(scores(3, {"source": "IIO"}), {})["source"] in ([], [(0, 2)], [(1, 2)])


def test_no_pieces_no_spans() -> None:
    assert spans(scores(0, {}), {}) == {layer: [] for layer in LAYERS}


def test_a_content_has_its_source_and_leaves_out_the_cue() -> None:
    # 0 1: source, 2: cue, 3 4 5: content
    inside = [(2, i, 5.0) for i in (3, 4, 5)]
    links = {"source": [(2, 0, 4.0)], "inside": inside, "begin": [(2, 3, 5.0)], "end": [(2, 5, 5.0)]}
    given = scores(7, {"source": "BIOOOOO", "cue": "OOBOOOO"}, links)
    (one,) = said(given, spans(given, {}))
    assert (one.cue, one.sources, one.content) == ((2, 3), ((0, 2),), ((3, 6),))


def test_a_content_around_its_cue_has_two_pieces() -> None:
    # "0 1" 2: source, 3: cue, "4 5"
    inside = [(3, i, 5.0) for i in (0, 1, 4, 5)]
    links = {"source": [(3, 2, 4.0)], "inside": inside, "begin": [(3, 0, 5.0)], "end": [(3, 5, 5.0)]}
    given = scores(6, {"source": "OOBOOO", "cue": "OOOBOO"}, links)
    (one,) = said(given, spans(given, {}))
    assert one.content == ((0, 2), (4, 6))


def test_two_sources_speak_together_only_in_a_row() -> None:
    links = {
        "source": [(3, 0, 4.0), (3, 2, 3.0), (3, 8, 3.0)],
        "inside": [(3, 4, 5.0)], "begin": [(3, 4, 5.0)], "end": [(3, 4, 5.0)],
    }  # fmt: skip
    given = scores(9, {"source": "BOBOOOOOB", "cue": "OOOBOOOOO"}, links)
    (one,) = said(given, spans(given, {}))
    assert one.sources == ((0, 1), (2, 3))


@pytest.mark.parametrize(("stops", "end"), [((), 200), ((180,), 181), ((20,), 200), ((190, 199), 200)])
def test_windows_end_behind_a_full_stop(stops: tuple[int, ...], end: int) -> None:
    ids = [1012 if i in stops else 7 for i in range(400)]
    assert behind_stop(ids, 0, 200) == end
