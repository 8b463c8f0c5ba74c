"""What a guest is asked, and the form of its answer (a JSON schema)."""

import json
from typing import Any, Final

from sayso.model import Page
from sayso.reader.labels import ACTS, KINDS, RELATIONS, TYPES

VERSION: Final = 1  # counts up with every change of the question: answers are kept by it

QUESTION: Final = """\
You annotate news about armed conflict. A claim is one proposition of the report about the conflict, together with \
whose word it is. Go through the report sentence by sentence and give every claim: happenings in the report's own \
voice, and all that voices say about the conflict. Population figures, geography, weather and biography are no \
claims. Where a report is not about armed conflict, give none.

All words must be copied character by character from the report. For each claim:
- sentence: the sentence it stands in; trigger: the shortest words in it that name the happening.
- type: what happens (statement: any other proposition of a named voice). act: what the innermost voice does with \
it; the report's own word is assert; a denial of P is P's type with act deny. polarity: negated where the \
proposition itself is negative. reality: planned for the future, the demanded, the threatened; possible for could, \
may, if.
- voices: who stands behind it, outermost first, each with the cue word and, for a pronoun or a short form, the \
full words elsewhere in the report that it stands for (stands_for, else null). Empty for the report's own word. \
The audience ("told AFP") is no voice.
- agents: who did it; targets: to whom. places: names of places where it holds, most precise first, from this \
sentence or those before it. time: the words that say when, or null; today: whether it holds on the day of \
publication though no words say so.
- counts: numbers that belong to it, with what they count. relation: for advance, capture, withdrawal, sovereignty \
and control how the agent stands to the place, else none. first: whether the text says that it is the first time."""


def _list_of(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object", "properties": properties, "required": list(properties), "additionalProperties": False,
    }  # fmt: skip


def _one_of(values: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(values)}


WORDS: Final = {"type": "string"}
MAYBE: Final = {"type": ["string", "null"]}
CLAIM: Final = _record({
    "sentence": WORDS,
    "trigger": WORDS,
    "type": _one_of(TYPES),
    "act": _one_of(ACTS),
    "polarity": _one_of(("affirmed", "negated")),
    "reality": _one_of(("actual", "planned", "possible")),
    "voices": _list_of(_record({"text": WORDS, "cue": MAYBE, "stands_for": MAYBE})),
    "agents": _list_of(WORDS),
    "targets": _list_of(WORDS),
    "places": _list_of(WORDS),
    "time": MAYBE,
    "today": {"type": "boolean"},
    "counts": _list_of(_record({"text": WORDS, "what": _one_of(KINDS)})),
    "relation": _one_of(RELATIONS),
    "first": {"type": "boolean"},
})  # fmt: skip
SCHEMA: Final = _record({"claims": _list_of(CLAIM)})


def request(page: Page, words: str, model: str) -> dict[str, Any]:
    """The body of a request to an OpenAI-compatible server for some words of a page."""
    day = page.day.isoformat() if page.day else "unknown"
    asked = f"{QUESTION}\n\nAnswer with one JSON object by this schema, nothing else:\n{json.dumps(SCHEMA)}"
    report = f"Published: {day}\nOutlet: {page.report.outlet or 'unknown'}\nTitle: {page.report.title or ''}\n\n{words}"
    return {
        "model": model,
        "temperature": 0,
        "messages": [{"role": "system", "content": asked}, {"role": "user", "content": report}],
        "response_format": {
            "type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA},
        },
    }  # fmt: skip
