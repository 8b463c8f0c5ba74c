"""A guest's words are taken only where they stand in the report."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from sayso.errors import SaysoError
from sayso.model import Report
from sayso.reader.guest import GuestReader
from sayso.reader.guest.ask import Server
from sayso.reader.guest.reader import parts
from sayso.text import lay_out
from sayso.text.sentences import find_sentences

TEXT = "The army said on Sunday that rebels had shelled Kharkiv, killing two people. It denied losses."
RIGHT: dict[str, Any] = {
    "sentence": "The army said on Sunday that rebels had shelled Kharkiv, killing two people.",
    "trigger": "shelled", "type": "shelling", "act": "assert", "polarity": "affirmed", "reality": "actual",
    "voices": [{"text": "The army", "cue": "said", "stands_for": None}], "agents": ["rebels"], "targets": ["people"],
    "places": ["Kharkiv"], "time": "Sunday", "today": False, "counts": [{"text": "two", "what": "killed"}],
    "relation": "none", "first": False,
}  # fmt: skip


def reader(tmp_path: Path, answer: object, asked: list[Any] | None = None, status: int = 200) -> GuestReader:
    def reply(request: httpx.Request) -> httpx.Response:
        if asked is not None:
            asked.append(json.loads(request.content))
        content = answer if isinstance(answer, str) else json.dumps(answer)
        usage = {"prompt_tokens": 100, "completion_tokens": 20}
        return httpx.Response(status, json={"choices": [{"message": {"content": content}}], "usage": usage})

    client = httpx.Client(transport=httpx.MockTransport(reply))
    return GuestReader(Server("http://127.0.0.1:1/v1", tmp_path, client), "m")


def pages() -> Any:
    return lay_out(Report(id="r", text=TEXT, published=date(2025, 6, 9)))


def test_words_become_spans(tmp_path: Path) -> None:
    (reading,) = reader(tmp_path, {"claims": [RIGHT]}).read(pages())
    (draft,) = reading.drafts
    assert draft.trigger.of(TEXT) == "shelled"
    assert [v.mention.span.of(TEXT) for v in draft.voices] == ["The army"]
    assert [p.of(TEXT) for p in draft.places] == ["Kharkiv"]
    assert [t.of(TEXT) for t in draft.times] == ["Sunday"]
    assert [(c.what, c.low, c.high) for c in draft.counts] == [("killed", 2, 2)]


@pytest.mark.parametrize(
    ("change", "kept", "dropped"),
    [
        ({"trigger": "bombed"}, 0, "claims whose sentence or trigger is not in the report"),
        ({"type": "battle"}, 0, "claims with unknown values"),
        ({"places": ["Lviv"]}, 1, "places that are not in the report"),
        ({"voices": [{"text": "The navy", "cue": None, "stands_for": None}]}, 1, "voices that are not in the report"),
        ({"first": "perhaps"}, 0, "claims of another form"),
    ],
)
def test_what_does_not_stand_there_is_dropped(tmp_path: Path, change: dict[str, Any], kept: int, dropped: str) -> None:
    guest = reader(tmp_path, {"claims": [RIGHT | change]})
    (reading,) = guest.read(pages())
    assert len(reading.drafts) == kept
    assert guest.dropped == {dropped: 1}
    assert dropped in guest.notes[1]


@pytest.mark.parametrize("answer", ["I cannot help with that.", '{"claims": 3}', "[]", '```json\n{"claims": []}\n```'])
def test_an_answer_of_another_form_gives_nothing(tmp_path: Path, answer: str) -> None:
    (reading,) = reader(tmp_path, answer).read(pages())
    assert reading.drafts == ()


def test_the_same_question_is_asked_once(tmp_path: Path) -> None:
    asked: list[Any] = []
    for _ in range(2):
        guest = reader(tmp_path, {"claims": [RIGHT]}, asked)
        list(guest.read(pages()))
    assert len(asked) == 1
    assert "Published: 2025-06-09" in asked[0]["messages"][1]["content"]
    assert "1 answers from the cache" in guest.notes[0]


def test_a_refusal_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="answered 401"):
        list(reader(tmp_path, "no", status=401).read(pages()))


def test_no_server_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="no address"):
        Server("localhost", tmp_path)


def test_long_pages_are_asked_in_parts() -> None:
    text = " ".join(f"The army said that {n} people were hurt." for n in range(1000))
    (page,) = lay_out(Report(id="r", text=text))
    found = parts(find_sentences(page))
    assert len(found) > 5
    assert all(a.end <= b.start for a, b in pairwise(found))
