"""`sayso ref` shows every vocabulary file, whatever its shape."""

import json
from typing import Any, get_args

import pytest

from sayso.cli.main import main
from sayso.cli.ref import rows_of, topics, words_of
from sayso.model import Act, Sector
from sayso.vocabulary import load


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ({"a": {"means": "x"}, "b": {"means": "y"}}, [{"name": "a", "means": "x"}, {"name": "b", "means": "y"}]),
        ({"a": ["x", "y"]}, [{"name": "a", "words": ["x", "y"]}]),
        ({"a": [{"k": 1}, {"k": 2}]}, [{"name": "a", "k": 1}, {"name": "a", "k": 2}]),
        ({"a": "x y"}, [{"a": "x y"}]),
        ([{"k": 1}], [{"k": 1}]),
        (["x"], [{"words": ["x"]}]),
    ],
)
def test_rows_of(content: Any, rows: list[dict[str, Any]]) -> None:
    assert list(rows_of(content)) == rows


def test_words_of() -> None:
    assert {"deny", "rule_out", "to x", "takes"} <= words_of({"words": "deny rule_out", "takes": [{"takes": "to X"}]})


def test_every_topic_has_rows_and_says_what_it_holds() -> None:
    assert {"types", "acts", "sectors", "cues", "triggers", "weapons"} <= topics().keys()
    for topic, about in topics().items():
        assert list(rows_of(load(topic))), topic
        assert len(about) > 10, topic


@pytest.mark.parametrize(("topic", "values"), [("acts", Act), ("sectors", Sector)])
def test_every_value_of_the_model_is_told(topic: str, values: Any) -> None:
    assert [row["name"] for row in rows_of(load(topic))] == list(get_args(values.__value__))


def test_a_topic_is_json_when_piped(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ref", "types", "Capture"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["name"], row["plover"]) == ("capture", "ASSAULT")


def test_the_topics_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ref"]) == 0
    assert {row["topic"] for row in json.loads(capsys.readouterr().out)} == set(topics())
