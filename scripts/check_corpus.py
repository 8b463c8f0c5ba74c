"""Check the open corpus: every report, every claim, and the words that they point at.

    python scripts/check_corpus.py [FOLDER] [--readme]

Plain Python. Prints a table of what is there; then one line a fault and exit status 1, if there are faults. With
--readme, also writes the table into the README of the corpus, between its two marks.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

TYPES_FILE = Path(__file__).parents[1] / "src" / "sayso" / "vocabulary" / "types.yaml"
TYPES = set(re.findall(r"(?m)^(\w+):", TYPES_FILE.read_text(encoding="utf-8")))
ACTS = {
    "assert", "confirm", "deny", "demand", "refuse", "accuse", "threaten", "promise", "predict", "no_response",
}  # fmt: skip
POLARITIES, REALITIES = {"affirmed", "negated"}, {"actual", "planned", "possible"}
SECTORS = {"GOV", "MIL", "COP", "REB", "CVL", "MED", "NGO", "IGO", "EXP", "BUS", "OPP", "UNK"}
LEVELS = {"country", "admin1", "admin2", "settlement", "area"}
RELATIONS = {"claims", "annexed", "controls", "contests", "entered", "near", "lost", "not_controls"}
COUNTS = {
    "killed", "wounded", "missing", "captured", "displaced", "detained", "launched", "intercepted", "population",
    "area_km2", "other",
}  # fmt: skip
ON_LAND = {"advance", "capture", "withdrawal", "sovereignty", "control"}  # these have a territory

REPORT_KEYS = {"id", "published", "outlet", "title", "text"}
LAYERS = ("attributions", "places", "times", "actors", "counts")
GOLD_KEYS = {"id", "records", *LAYERS}
NO_MENTIONS: dict[str, list[dict[str, Any]]] = {layer: [] for layer in LAYERS}
RECORD_KEYS = {
    "sentence", "trigger", "type", "act", "polarity", "reality", "voices", "agents", "targets", "places", "time",
    "counts", "territory", "first", "spans",
}  # fmt: skip
ACTOR_KEYS = {"text", "country", "sector"}
VOICE_KEYS = ACTOR_KEYS | {"name", "cue"}
PLACE_KEYS = {"text", "name", "level", "country", "admin1", "lat", "lon"}

OPENING_MARK, CLOSING_MARK = "<!-- counts: written by check_corpus.py -->", "<!-- end of counts -->"
NEAR_DEGREES, NEAR_REGION = 0.15, 2.5  # how far apart two records may put one town, one district or region


@dataclass
class Story:
    """One folder of the corpus: its reports, and the records of each by the report's id."""

    name: str
    reports: list[dict[str, Any]] = field(default_factory=list)
    gold: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    mentions: dict[str, dict[str, list[dict[str, Any]]]] = field(default_factory=dict)

    @property
    def records(self) -> list[dict[str, Any]]:
        return [r for report in self.reports for r in self.gold.get(report["id"], [])]


def load(folder: Path) -> tuple[list[Story], list[str]]:
    """All stories below `folder`, and what is wrong with the files themselves."""
    stories, faults = [], []
    for path in sorted(folder.glob("*/reports.jsonl")):
        story = Story(path.parent.name)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            report = json.loads(line)
            if set(report) != REPORT_KEYS:
                faults.append(f"{path}:{number}: keys are {sorted(report)}")
            else:
                story.reports.append(report)
        for gold in sorted((path.parent / "gold").glob("*.json")):
            content = json.loads(gold.read_text(encoding="utf-8"))
            if set(content) != GOLD_KEYS or content["id"] != gold.stem:
                faults.append(f"{gold}: the keys must be {', '.join(sorted(GOLD_KEYS))}, and id the file's name")
            else:
                story.gold[content["id"]] = content["records"]
                story.mentions[content["id"]] = {layer: content[layer] for layer in LAYERS}
        alone = {r["id"] for r in story.reports} ^ set(story.gold)
        faults += [f"{story.name}: {i} has a report or a gold file, but not both" for i in sorted(alone)]
        stories.append(story)
    return stories, faults if stories else [f"{folder}: no story in it"]


def as_day(value: object) -> date | None:
    """The day of an ISO date string, None where it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def stands(words: str | None, text: str) -> bool:
    """Whether `words` stand in `text`; None asks for nothing."""
    return words is None or (bool(words) and words in text)


def is_word(trigger: str, sentence: str) -> bool:
    """Whether `trigger` stands in `sentence` as whole words."""
    return bool(trigger) and re.search(rf"(?<!\w){re.escape(trigger)}(?!\w)", sentence) is not None


def actor_faults(what: str, actor: dict[str, Any], text: str) -> Iterator[str]:
    """Faults of one voice, agent or target."""
    if set(actor) != (VOICE_KEYS if what == "voice" else ACTOR_KEYS):
        yield f"{what} has the keys {sorted(actor)}"
        return
    if not stands(actor["text"], text):
        yield f"{what} {actor['text']!r} is not in the report"
    if actor["sector"] not in SECTORS:
        yield f"{what} {actor['text']!r}: no sector {actor['sector']!r}"
    if not re.fullmatch("[A-Z]{3}", actor["country"] or "XXX"):
        yield f"{what} {actor['text']!r}: no ISO 3166-1 alpha-3 code {actor['country']!r}"
    if actor["sector"] == "IGO" and actor["country"] is not None:
        yield f"{what} {actor['text']!r}: an international body has no country"
    if not stands(actor.get("cue"), text):
        yield f"cue {actor['cue']!r} is not in the report"


def place_faults(place: dict[str, Any], text: str) -> Iterator[str]:
    """Faults of one place."""
    if set(place) != PLACE_KEYS:
        yield f"place has the keys {sorted(place)}"
        return
    if not stands(place["text"], text):
        yield f"place {place['text']!r} is not in the report"
    if place["level"] not in LEVELS:
        yield f"place {place['text']!r}: no level {place['level']!r}"
    country, admin1 = place["country"], place["admin1"]
    if not re.fullmatch("[A-Z]{2}", country or ("--" if place["level"] != "area" else "XX")):
        yield f"place {place['text']!r}: no ISO 3166-1 alpha-2 code {country!r}"
    if admin1 is not None and not re.fullmatch(rf"{country}-[A-Z0-9]{{1,3}}", admin1):
        yield f"place {place['text']!r}: no ISO 3166-2 code of {country}: {admin1!r}"
    if place["level"] == ("country" if admin1 else "admin1"):
        yield f"place {place['text']!r}: level {place['level']} with admin1 {admin1}"
    if not (-90 <= place["lat"] <= 90 and -180 <= place["lon"] <= 180):
        yield f"place {place['text']!r}: {place['lat']}, {place['lon']} is not on Earth"


def time_faults(record: dict[str, Any], published: date, text: str) -> Iterator[str]:
    """Faults of the time: form, order, and what has happened lies not after publication."""
    time = record["time"]
    if time is None:
        return
    if set(time) != {"text", "start", "end"}:
        yield f"time has the keys {sorted(time)}"
        return
    start, end = as_day(time["start"]), as_day(time["end"])
    if start is None or end is None or start > end:
        yield f"time {time['start']} to {time['end']} is no range of days"
    elif record["reality"] == "actual" and start > published:
        yield f"time {time['start']} of what has happened lies after publication"
    if not stands(time["text"], text):
        yield f"time {time['text']!r} is not in the report"


def count_faults(count: dict[str, Any], text: str) -> Iterator[str]:
    """Faults of one number."""
    if set(count) != {"what", "low", "high", "text"}:
        yield f"count has the keys {sorted(count)}"
        return
    low, high = count["low"], count["high"]
    if count["what"] not in COUNTS:
        yield f"no kind of count {count['what']!r}"
    if not stands(count["text"], text):
        yield f"count {count['text']!r} is not in the report"
    bounds = [n for n in (low, high) if n is not None]
    if not bounds or any(type(n) not in (int, float) for n in bounds) or bounds != sorted(bounds):
        yield f"count {count['text']!r}: {low} to {high}"


def territory_faults(record: dict[str, Any]) -> Iterator[str]:
    """Faults of the territory: only, and always, for the types that speak of ground."""
    territory = record["territory"]
    if (territory is not None) != (record["type"] in ON_LAND):
        yield f"{record['type']} {'with' if territory else 'without'} a territory"
    if territory is None:
        return
    if set(territory) != {"holder", "relation", "place"} or set(territory["holder"] or ()) != {"country", "sector"}:
        yield f"territory is {territory}"
        return
    if territory["relation"] not in RELATIONS:
        yield f"no relation {territory['relation']!r}"
    if territory["holder"]["sector"] not in SECTORS:
        yield f"holder has the sector {territory['holder']['sector']!r}"
    place = territory["place"]
    if place not in (range(len(record["places"])) if record["places"] else (None,)):
        yield f"territory points at place {place} of {len(record['places'])}"


def record_faults(record: dict[str, Any], published: date, text: str) -> Iterator[str]:
    """Everything that is wrong with one record."""
    if set(record) != RECORD_KEYS:
        yield f"keys are {sorted(record)}"
        return
    if not stands(record["sentence"], text):
        yield "the sentence is not in the report"
    if not is_word(record["trigger"], record["sentence"]):
        yield "the trigger is not in the sentence as whole words"
    if record["type"] not in TYPES:
        yield f"no type {record['type']!r}"
    if record["act"] not in ACTS:
        yield f"no act {record['act']!r}"
    if record["polarity"] not in POLARITIES or record["reality"] not in REALITIES or type(record["first"]) is not bool:
        yield f"polarity {record['polarity']!r}, reality {record['reality']!r}, first {record['first']!r}"
    if record["act"] != "assert" and not record["voices"]:
        yield f"act {record['act']} without a voice"
    if record["act"] == "deny" and record["polarity"] == "negated":
        yield "a denial keeps the polarity of what is denied as it would be asserted"
    if record["act"] == "no_response" and record["type"] != "statement":
        yield "no_response is of the type statement"
    if record["act"] in ("demand", "threaten") and record["reality"] == "actual":
        yield f"what is asked for by {record['act']} has not happened"
    for what, key in (("voice", "voices"), ("agent", "agents"), ("target", "targets")):
        for actor in record[key]:
            yield from actor_faults(what, actor, text)
    for place in record["places"]:
        yield from place_faults(place, text)
    yield from time_faults(record, published, text)
    for count in record["counts"]:
        yield from count_faults(count, text)
    yield from territory_faults(record)
    yield from span_faults(record, text)


def span_faults(record: dict[str, Any], text: str) -> Iterator[str]:
    """The offsets of a record against its words. A voice that has no words of its own here has no offsets."""
    spans = record["spans"]
    pairs = [(spans["sentence"], record["sentence"]), (spans["trigger"], record["trigger"])]
    for name in ("voices", "agents", "targets", "places", "counts"):
        if len(spans[name]) != len(record[name]):
            yield f"{len(spans[name])} offsets for {len(record[name])} {name}"
        pairs += [(span, each["text"]) for span, each in zip(spans[name], record[name], strict=False)]
    pairs += [(span, voice["cue"]) for span, voice in zip(spans["cues"], record["voices"], strict=False)]
    pairs += [(spans["time"], record["time"]["text"])] if record["time"] else []
    for span, words in pairs:
        if span is not None and text[slice(*span)] != words:
            yield f"{words!r} does not stand at {span}"


def mention_faults(mentions: dict[str, list[dict[str, Any]]], text: str) -> Iterator[str]:
    """The offsets of the mentions of one report."""
    for layer in ("places", "times", "actors", "counts"):
        for each in mentions[layer]:
            if text[each["start"] : each["end"]] != each["text"]:
                yield f"{layer}: {each['text']!r} does not stand at {each['start']}"
    for each in mentions["attributions"]:
        pieces = [piece for key in ("source", "cue", "content") for piece in each[key]]
        if not each["content"] or any(not 0 <= p["start"] < p["end"] <= len(text) for p in pieces):
            yield f"attribution {each} lies outside of the text, or has no content"


def story_faults(story: Story) -> Iterator[str]:
    """Everything that is wrong with the reports and records of one story."""
    seen: dict[tuple[str, str, str, str], dict[str, Any]] = {}
    for report in story.reports:
        i, text, published = report["id"], report["text"], as_day(report["published"])
        if not all(isinstance(report[k], str) and report[k].strip() for k in REPORT_KEYS):
            yield f"{i}: a field is empty"
        if published is None:
            yield f"{i}: published {report['published']!r} is no day"
            continue
        yield from (f"{i}: {fault}" for fault in mention_faults(story.mentions.get(i, NO_MENTIONS), text))
        position = 0  # records stand in reading order
        for record in story.gold.get(i, []):
            where = f"{i}: {str(record.get('trigger'))!r} in {str(record.get('sentence'))[:50]!r}"
            yield from (f"{where}: {fault}" for fault in record_faults(record, published, text))
            at = text.find(record.get("sentence", ""), position)
            position = max(at, position)
            if at < 0:
                yield f"{where}: out of reading order"
            for place in (p for p in record.get("places", []) if set(p) == PLACE_KEYS):
                if place["level"] == "area":
                    continue  # a front or a river has no one point
                first = seen.setdefault((place["name"], place["level"], place["country"], place["admin1"]), place)
                apart = max(abs(place[k] - first[k]) for k in ("lat", "lon"))
                if apart > (NEAR_DEGREES if place["level"] == "settlement" else NEAR_REGION):
                    yield f"{where}: {place['name']} lies elsewhere in another record"


def faults_in(stories: list[Story]) -> list[str]:
    """Everything that is wrong with the stories, one line each."""
    ids = Counter(r["id"] for s in stories for r in s.reports)
    twice = [f"{i}: {n} reports have this id" for i, n in ids.items() if n > 1]
    return twice + [f"{s.name}/{fault}" for s in stories for fault in story_faults(s)]


def table(stories: list[Story]) -> str:
    """What the corpus holds, as Markdown."""

    def row(name: str, part: list[Story]) -> str:
        reports = [r for s in part for r in s.reports]
        records = [r for s in part for r in s.records]
        words = sum(len(r["text"].split()) for r in reports)
        cues = {v["cue"].lower() for r in records for v in r["voices"] if v["cue"]}
        tokens = [re.findall(r"\w+", r["text"].lower()) for r in reports]
        grams = [tuple(t[i : i + 5]) for t in tokens for i in range(len(t) - 4)]
        share = len(set(grams)) / max(1, len(grams))
        return f"| {name} | {len(reports)} | {words:,} | {len(records):,} | {len(cues)} | {share:.3f} |"

    records = [r for s in stories for r in s.records]
    lines = [
        "| story | reports | words | claims | distinct cues | share of distinct 5-grams |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *(row(s.name, [s]) for s in stories),
        row("all", stories),
    ]
    for key in ("type", "act"):
        tally = Counter(r[key] for r in records).most_common()
        lines += ["", f"Claims by {key}: {', '.join(f'{name} {n}' for name, n in tally)}."]
    return "\n".join(lines)


def with_table(readme: str, counts: str) -> str:
    """`readme` with the table between its marks replaced."""
    return f"{readme.split(OPENING_MARK)[0]}{OPENING_MARK}\n{counts}\n{CLOSING_MARK}{readme.split(CLOSING_MARK)[1]}"


def main(arguments: list[str]) -> int:
    """Print the counts and all faults of a corpus: 1 where there is a fault."""
    folder = Path(next((a for a in arguments if not a.startswith("-")), "corpus"))
    stories, faults = load(folder)
    print(counts := table(stories))
    if "--readme" in arguments:
        readme = folder / "README.md"
        readme.write_text(with_table(readme.read_text(encoding="utf-8"), counts), encoding="utf-8")
    faults += faults_in(stories)
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
