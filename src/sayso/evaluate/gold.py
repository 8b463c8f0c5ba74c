"""Read a gold standard: reports, and for each the claims that a careful reader found in it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sayso.errors import SaysoError
from sayso.evaluate.compared import Compared, Place
from sayso.model import Report, Span


class Story(msgspec.Struct, frozen=True):
    """Reports that belong together, and the gold claims of each by report id. A report that nobody annotated has no
    entry and is not scored."""

    name: str
    reports: tuple[Report, ...]
    gold: dict[str, tuple[Compared, ...]]


class GoldActor(msgspec.Struct, frozen=True):
    """Who: a country (ISO 3166-1 alpha-3) and a sector."""

    country: str | None
    sector: str


class GoldTime(msgspec.Struct, frozen=True):
    """The first and the last day."""

    start: str
    end: str


class GoldCount(msgspec.Struct, frozen=True):
    """A number as a range; null where it is open."""

    what: str
    low: float | None
    high: float | None


class GoldTerritory(msgspec.Struct, frozen=True):
    """How a holder stands to a place."""

    relation: str
    holder: GoldActor | None = None


class GoldRecord(msgspec.Struct, frozen=True):
    """A gold record; keys that no figure needs are passed over."""

    sentence: str
    trigger: str
    type: str
    act: str
    polarity: str
    reality: str
    voices: tuple[GoldActor, ...]
    places: tuple[Place, ...]
    time: GoldTime | None
    counts: tuple[GoldCount, ...]
    territory: GoldTerritory | None = None


class GoldFile(msgspec.Struct, frozen=True):
    """The gold standard of one report."""

    id: str
    records: tuple[GoldRecord, ...]


def read_gold(folder: Path) -> tuple[Story, ...]:
    """The stories of a folder: either it holds `reports.jsonl` and `gold/`, or its folders do.

    Raises SaysoError where nothing of the kind is there, or a gold file does not fit its report.
    """
    folders = (
        [folder] if (folder / "reports.jsonl").is_file() else sorted(p.parent for p in folder.glob("*/reports.jsonl"))
    )
    stories = tuple(_story(f) for f in folders)
    if not any(story.gold for story in stories):
        raise SaysoError(
            f"{str(folder)!r} holds no gold standard.",
            "It needs reports.jsonl and gold/ID.json for each report, or folders with those.",
        )
    return stories


def read_split(folder: Path, split: str) -> tuple[Story, ...]:
    """The stories of one part of a gold standard, as its `splits.json` ({"dev": [story, ...], ...}) has it;
    stories that stand in no part are `train`.

    Raises SaysoError where there is no such part.
    """
    try:
        splits: Any = json.loads((folder / "splits.json").read_bytes())
    except (OSError, ValueError) as error:
        raise SaysoError(f"{str(folder)!r} has no parts: {error}.", "A file splits.json tells them.") from error
    if split not in (*splits, "train"):
        raise SaysoError(f"There is no part {split!r}.", f"Parts are {', '.join((*splits, 'train'))}.")
    elsewhere = {story for name, stories in splits.items() if name != split for story in stories}
    named = splits.get(split)
    return tuple(s for s in read_gold(folder) if (s.name in named if named is not None else s.name not in elsewhere))


def _story(folder: Path) -> Story:
    reports = tuple(_reports(folder / "reports.jsonl"))
    gold = {}
    for report in reports:
        path = folder / "gold" / f"{report.id}.json"
        if path.is_file():
            gold[report.id] = _compared(path, report)
    return Story(folder.name, reports, gold)


def _reports(path: Path) -> Iterator[Report]:
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            try:
                yield msgspec.convert(json.loads(line), Report, strict=False)
            except (ValueError, msgspec.ValidationError) as error:
                raise SaysoError(f"{path}, line {number}: {error}.") from error


def _compared(path: Path, report: Report) -> tuple[Compared, ...]:
    try:
        content: Any = json.loads(path.read_bytes())
        gold = msgspec.convert(content, GoldFile)
    except (ValueError, msgspec.ValidationError) as error:
        raise SaysoError(f"{path}: {error}.") from error
    found = []
    position = 0
    for record in gold.records:
        start = report.text.find(record.sentence, position)
        if start < 0:  # records need not stand in reading order
            start = report.text.find(record.sentence)
        if start < 0:
            raise SaysoError(f"{path}: the sentence {record.sentence[:60]!r} is not in the report.")
        position = start
        found.append(_record(record, start, report.text))
    return tuple(found)


def _record(record: GoldRecord, start: int, text: str) -> Compared:
    trigger = text.find(record.trigger, start)
    voice, territory = record.voices[-1] if record.voices else None, record.territory
    return Compared(
        sentence=Span(start, start + len(record.sentence)),
        trigger=Span(trigger, trigger + len(record.trigger)),
        type=record.type,
        act=record.act,
        polarity=record.polarity,
        reality=record.reality,
        voice=(voice.country, voice.sector) if voice else None,
        place=record.places[0] if record.places else None,
        days=(record.time.start, record.time.end) if record.time else None,
        counts=frozenset((c.what, c.low, c.high) for c in record.counts),
        territory=(territory.relation, territory.holder.country if territory.holder else None) if territory else None,
    )
