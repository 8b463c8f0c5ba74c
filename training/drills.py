"""Drills: short invented texts with their speech, places and claims marked in the text itself.

    python training/drills.py FILE...        says what is wrong in a file, and counts

A file holds items, apart by an empty line; the lines of an item are its paragraphs. The marks:

    <s1>the ministry</s1> <q1>said</q1> <c1>its troops [took|capture controls @Orikhiv] <p>Orikhiv</p></c1>

`s`, `q`, `c` with a number are the source, the cue and the content of one attribution, `p` is the name of a place, and
`[words|type ...]` is the trigger of a claim with its type and, in any order, an act, `neg`, `planned`, `possible`,
`first`, a relation to land, `by=1` (the source whose word it is, where it stands in no content) and, last, `@` with the
places where it holds, as they are written in the item, apart by `;`. What is not said is as in most claims: assert,
affirmed, actual, no place. Times, counts and actors are not marked.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import msgspec

from sayso.reader.labels import ACTS, ON_LAND, RELATIONS, TYPES

MARK: Final = re.compile(r"<(/?)(?:([sqc])(\d+)|(p))>|\[([^\[\]|]*)\|([^\[\]|]*)\]")

Stretch = tuple[int, int]


class Mark(msgspec.Struct, frozen=True):
    """A claim of a drill: where its trigger stands, and what is told of it."""

    at: Stretch
    type: str
    act: str = "assert"
    polarity: str = "affirmed"
    reality: str = "actual"
    first: bool = False
    relation: str = "none"
    by: int | None = None
    places: tuple[Stretch, ...] = ()


class Drill(msgspec.Struct, frozen=True):
    """One item: its text and what is marked in it; `said` has a number's sources, cues and contents."""

    text: str
    said: dict[int, dict[str, list[Stretch]]]
    places: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


def parse(item: str) -> Drill:
    """Read one item. Raises ValueError with the fault."""
    text, last = "", 0
    stack: list[tuple[str, int]] = []
    said: dict[int, dict[str, list[Stretch]]] = {}
    places: list[Stretch] = []
    bare: list[tuple[Stretch, str]] = []
    for mark in MARK.finditer(item):
        text += item[last : mark.start()]
        last = mark.end()
        closing, role, number, place, words, told = mark.groups()
        if words is not None:
            bare.append(((len(text), len(text) + len(words)), told))
            text += words
            continue
        name = place or role + number
        if not closing:
            stack.append((name, len(text)))
            continue
        if not stack or stack[-1][0] != name:
            raise ValueError(f"</{name}> closes nothing: marks must be nested")
        at = (stack.pop()[1], len(text))
        if place:
            places.append(at)
        else:
            said.setdefault(int(number), {"s": [], "q": [], "c": []})[role].append(at)
    text += item[last:]
    if stack:
        raise ValueError(f"<{stack[-1][0]}> is not closed")
    if left := re.search(r"[<>|\[\]]", text):
        raise ValueError(f"a stray {left.group()} after {text[max(0, left.start() - 30) : left.start()]!r}")
    for number, parts in said.items():
        if parts["q"] and not parts["c"]:
            raise ValueError(f"attribution {number} has a cue but no content")
    return Drill(text, said, tuple(places), tuple(claim(at, told, text, places, said) for at, told in bare))


def claim(at: Stretch, told: str, text: str, places: list[Stretch], said: dict[int, dict[str, list[Stretch]]]) -> Mark:
    """One claim from the words behind its bar."""
    head, _, where = told.partition("@")
    kind, *flags = head.split() or [""]
    if kind not in TYPES:
        raise ValueError(f"{text[slice(*at)]!r}: {kind!r} is no type")
    values: dict[str, object] = {}
    for flag in flags:
        if flag in ACTS:
            values["act"] = flag
        elif flag in RELATIONS:
            values["relation"] = flag
        elif flag in ("planned", "possible"):
            values["reality"] = flag
        elif flag == "neg":
            values["polarity"] = "negated"
        elif flag == "first":
            values["first"] = True
        elif flag.startswith("by=") and flag[3:].isdigit() and said.get(int(flag[3:]), {}).get("s"):
            values["by"] = int(flag[3:])
        else:
            raise ValueError(f"{text[slice(*at)]!r}: cannot read {flag!r}")
    if (kind in ON_LAND) != ("relation" in values):
        raise ValueError(f"{text[slice(*at)]!r}: {kind} {'needs a' if kind in ON_LAND else 'has no'} relation")
    found = []
    for name in filter(None, (w.strip() for w in where.split(";"))):
        same = [p for p in places if text[slice(*p)] == name]
        if not same:
            raise ValueError(f"{text[slice(*at)]!r}: no <p>{name}</p> in the item")
        found.append(min(same, key=lambda p: (p[0] > at[0], abs(p[0] - at[0]))))
    return msgspec.convert({"at": at, "type": kind, **values, "places": tuple(found)}, Mark)


def items(path: Path) -> list[tuple[int, str]]:
    """The items of a file, each with the number of its first line."""
    found: list[tuple[int, str]] = []
    block: list[str] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], start=1):
        if line.strip():
            block.append(line.strip())
        elif block:
            found.append((number - len(block), "\n".join(block)))
            block = []
    return found


def main() -> int:
    """Check files; 1 where something is wrong."""
    wrong, words, sayings, types = 0, 0, 0, Counter[str]()
    count = 0
    for name in sys.argv[1:]:
        for line, item in items(Path(name)):
            try:
                drill = parse(item)
            except ValueError as fault:
                wrong += 1
                print(f"{name}:{line}: {fault}")
                continue
            count += 1
            words += len(drill.text.split())
            sayings += len(drill.said)
            types.update(m.type for m in drill.marks)
    claims = sum(types.values())
    print(f"{count} items, {words} words, {sayings} attributions, {claims} claims, {wrong} items wrong")
    print(f"a claim in {words / max(1, claims):.0f} words; " + ", ".join(f"{t} {n}" for t, n in types.most_common()))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
