"""The corpus as numbers: one line of JSON a page, for `fit.py`.

    python training/prepare.py CORPUS TOKENIZER OUT.jsonl [--small]

Runs with Sayso itself, not with PyTorch. The pages are laid out and cut into pieces as they are when reports are read,
and the gold standard is laid over the pieces. Spans become (first piece, behind the last). `--small`
takes one report and one drill in twenty.
"""

import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from drills import Drill, items, parse
from tutors import Tutors

from sayso.grounding.gazetteer import open_gazetteer
from sayso.mentions.times import find_times
from sayso.model import Page, Report
from sayso.reader.hints import HINTS, hints
from sayso.reader.labels import CHOICES, LAYERS, LINKS
from sayso.reader.pieces import Pieces, cut, open_tokenizer
from sayso.reader.rules import RuleReader
from sayso.settings import Settings
from sayso.text import lay_out

Piece = tuple[int, int]
SMALL = 20
SHORT = re.compile(
    r"(?:he|she|it|they|we|i|his|her|its|their|our|who|which|him|them|us)\b"
    r"|(?:the|both) \w+(?: \w+)?$|(?:mr|ms|mrs|gen) ",
    re.IGNORECASE,
)


class Over:
    """Where stretches of a text lie in the pieces of its page."""

    def __init__(self, pieces: Pieces) -> None:
        self._starts = [s.start for s in pieces.spans]
        self._ends = [s.end for s in pieces.spans]

    def __call__(self, start: int, end: int) -> Piece | None:
        """The pieces that a stretch touches, None where it touches none."""
        a, b = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return (a, b) if a < b else None


class Labels:
    """What a page teaches: spans of layers, values of single pieces, and rows of links."""

    def __init__(self, pieces: Pieces) -> None:
        self.over = Over(pieces)
        self.layers: dict[str, set[Piece]] = {name: set() for name in LAYERS}
        self.rows: list[dict[str, Any]] = []
        self._pieces = pieces
        self._told: dict[str, dict[int, int]] = {name: {} for name in CHOICES}

    def tell(self, pieces: Iterable[int], **values: str) -> None:
        """Tell these values of some pieces: all pieces of a trigger, the first one of an actor or a count."""
        for name, value in values.items():
            self._told[name] |= dict.fromkeys(pieces, CHOICES[name][1].index(value))

    def trigger(self, start: int, end: int) -> Piece | None:
        """The pieces of a further trigger; None for a second claim of one trigger: the first one is learnt."""
        at = self.over(start, end)
        if at is None or any(t[0] == at[0] for t in self.layers["trigger"]):
            return None
        self.layers["trigger"].add(at)
        return at

    def page(self, report: str, split: str, untaught: Sequence[str] = ()) -> dict[str, Any]:
        """All of it as numbers. `untaught` are the layers and links that the page says nothing of."""
        return {
            "report": report, "split": split, "ids": self._pieces.ids, "traits": self._pieces.traits,
            "hints": self._pieces.hints, "layers": {name: sorted(spans) for name, spans in self.layers.items()},
            "rows": self.rows, "told": {name: sorted(values.items()) for name, values in self._told.items()},
            "untaught": untaught,
        }  # fmt: skip


def page_of(page: Page, pieces: Pieces, gold: dict[str, Any], split: str) -> dict[str, Any]:
    """One page as numbers."""
    labels = Labels(pieces)
    over = labels.over
    for each in gold["attributions"]:
        labels.rows += anchor(each, over, labels.layers)
    places = [(over(p["start"], p["end"]), (p["name"], p["lat"])) for p in gold["places"]]
    for name, mentions in (("place", gold["places"]), ("time", gold["times"]), ("count", gold["counts"])):
        labels.layers[name] |= {p for m in mentions if (p := over(m["start"], m["end"]))}
    for actor in gold["actors"]:
        if at := over(actor["start"], actor["end"]):
            labels.layers["actor"].add(at)
            labels.tell(at[:1], sector=actor["sector"])
    labels.rows += references(gold["actors"], over)
    for count in gold["counts"]:
        if at := over(count["start"], count["end"]):
            labels.tell(at[:1], kind=count["what"])
    day = page.report.published.isoformat() if page.report.published else ""
    for record in gold["records"]:
        at = labels.trigger(*record["spans"]["trigger"])
        if at is None:
            continue
        relation = record["territory"]["relation"] if record["territory"] else "none"
        labels.tell(
            range(*at), type=record["type"], act=record["act"], polarity=record["polarity"],
            reality=record["reality"], first="yes" if record["first"] else "no", relation=relation,
            when=when(record, day),
        )  # fmt: skip
        labels.rows.append(trigger(record, at, over, places))
    return labels.page(page.report.id, split)


def anchor(each: dict[str, Any], over: Over, layers: dict[str, set[Piece]]) -> list[dict[str, Any]]:
    """The row of one attribution: from its cue, or from its first piece where it has none."""
    contents = [p for c in each["content"] if (p := over(c["start"], c["end"]))]
    sources = [p for s in each["source"] if (p := over(s["start"], s["end"]))]
    cues = [p for c in each["cue"] if (p := over(c["start"], c["end"]))]
    layers["source"] |= set(sources)
    layers["cue"] |= set(cues)
    if not contents:
        return []
    if not cues:
        layers["bare"].add((contents[0][0], contents[0][0] + 1))
    inside = sorted({i for a, b in contents for i in range(a, b)})
    links = {"source": [s[0] for s in sources], "inside": inside, "begin": [inside[0]], "end": [inside[-1]]}
    return [{"at": cues[0][0] if cues else inside[0], "kind": "anchor", "links": links, "masked": []}]


def references(actors: list[dict[str, Any]], over: Over) -> list[dict[str, Any]]:
    """A row for each pronoun and short form: the last fuller mention of the same country and sector before it. Other
    mentions of these are neither right nor wrong."""
    rows = []
    seen: list[tuple[Piece, tuple[Any, Any], bool]] = []  # where, who, full
    for each in sorted(actors, key=lambda a: a["start"]):
        at = over(each["start"], each["end"])
        if at is None:
            continue
        who, short = (each["country"], each["sector"]), bool(SHORT.match(each["text"]))
        if short:
            same = [p for p, other, _ in seen if other == who]
            full = [p for p, other, is_full in seen if other == who and is_full]
            links = {"refer": [full[-1][0]] if full else []}
            rows.append({"at": at[0], "kind": "actor", "links": links, "masked": [p[0] for p in same]})
        seen.append((at, who, not short))
    return rows


def trigger(record: dict[str, Any], at: Piece, over: Over, places: list[Any]) -> dict[str, Any]:
    """The row of one claim: its roles. Other mentions of its places are neither right nor wrong."""
    spans = record["spans"]
    links: dict[str, list[int]] = {}
    for name, role in (("agent", "agents"), ("target", "targets"), ("count", "counts")):
        links[name] = [p[0] for s in spans[role] if s and (p := over(*s))]
    links["time"] = [p[0]] if spans["time"] and (p := over(*spans["time"])) else []
    links["voice"] = []
    if record["voices"] and not record.get("inside", False) and spans["voices"][-1]:
        voice = over(*spans["voices"][-1])
        links["voice"] = [voice[0]] if voice else []
    links["place"], masked = [], []
    for place, span in zip(record["places"], spans["places"], strict=True):
        same = [p for p, key in places if p and key == (place["name"], place["lat"])]
        here = over(*span) if span else None
        if here not in same:
            here = max((p for p in same if p[0] <= at[0]), default=here)
        if here:
            links["place"].append(here[0])
            masked += [p[0] for p in same if p != here]
    return {"at": at[0], "kind": "trigger", "links": links, "masked": masked}


def when(record: dict[str, Any], day: str) -> str:
    """How the text tells the time of a claim."""
    if record["time"] is None:
        return "untold"
    if record["time"]["text"]:
        return "named"
    return "today" if record["time"]["end"] == day else "story"


UNTAUGHT = ("actor", "time", "count", "agent", "target", "refer")  # what drills do not mark


def drill_page(name: str, drill: Drill, pieces: Pieces) -> dict[str, Any]:
    """One drill as numbers."""
    labels = Labels(pieces)
    over = labels.over
    for parts in drill.said.values():
        source, cue, content = ([{"start": a, "end": b} for a, b in parts[role]] for role in "sqc")
        made = anchor({"source": source, "cue": cue, "content": content}, over, labels.layers)
        labels.rows += [{**row, "untaught": [] if parts["s"] else ["source"]} for row in made]
    named = {p: drill.text[slice(*at)] for at in drill.places if (p := over(*at))}
    labels.layers["place"] |= set(named)
    for mark in drill.marks:
        at = labels.trigger(*mark.at)
        if at is None:
            continue
        labels.tell(
            range(*at), type=mark.type, act=mark.act, polarity=mark.polarity, reality=mark.reality,
            first="yes" if mark.first else "no", relation=mark.relation,
        )  # fmt: skip
        here = [p for place in mark.places if (p := over(*place))]
        same = [p[0] for p in named if p not in here and named[p] in {named[h] for h in here}]
        within = [(sum(b - a for a, b in parts["c"]), n) for n, parts in drill.said.items()
                  if any(a <= mark.at[0] < b for a, b in parts["c"])]  # fmt: skip
        speaking = mark.by or min(within, default=(0, 0))[1]
        source = drill.said.get(speaking, {"s": []})["s"]
        voice = [p[0] for s in source[:1] if (p := over(*s))]
        links = {"place": [p[0] for p in here], "voice": voice}
        untaught = ["voice"] if speaking and not source else []  # "..., but conceded": who does is understood
        labels.rows.append({"at": at[0], "kind": "trigger", "links": links, "masked": same, "untaught": untaught})
    return labels.page(name, "train", UNTAUGHT)


def split_of(story: str, splits: dict[str, list[str]]) -> str:
    """The split of a story."""
    return next((name for name, stories in splits.items() if story in stories), "train")


def reports_of(corpus: Path) -> Iterator[tuple[str, Report, dict[str, Any]]]:
    """The reports of the corpus, each with its story and its gold standard."""
    for path in sorted(corpus.glob("*/reports.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            report = msgspec.convert(json.loads(line), Report, strict=False)
            gold = (path.parent / "gold" / f"{report.id}.json").read_text(encoding="utf-8")
            yield path.parent.name, report, json.loads(gold)


def main() -> None:
    """The command line."""
    corpus, tokenizer, out = (Path(a) for a in sys.argv[1:4])
    step = SMALL if "--small" in sys.argv else 1
    drills = [(f"{p.stem}:{at}", parse(item)) for p in sorted(corpus.glob("drills/*.txt")) for at, item in items(p)]
    splits = json.loads((corpus / "splits.json").read_text(encoding="utf-8"))
    cutter, gazetteer = open_tokenizer(tokenizer), open_gazetteer(Settings.from_environment())
    tutors = Tutors(RuleReader.load(Settings.from_environment(), gazetteer))
    pages = []

    def laid_out(report: Report) -> Iterator[tuple[Page, Pieces]]:
        for page in lay_out(report):
            if page.part == "text":
                yield page, cut(page, cutter, hints(page, find_times(page.text, page.day), gazetteer))

    for story, report, gold in islice(reports_of(corpus), 0, None, step):
        for page, pieces in laid_out(report):
            made = page_of(page, pieces, gold, split_of(story, splits))
            pages.append({**made, "tutors": tutors(page, pieces)})
    for name, drill in drills[::step]:
        for page, pieces in laid_out(Report(id=name, text=drill.text)):
            pages.append({**drill_page(name, drill, pieces), "tutors": tutors(page, pieces)})
    head = {"layers": LAYERS, "links": LINKS, "choices": CHOICES, "hints": HINTS, "tutors": tutors.names}
    with out.open("w", encoding="utf-8") as lines:
        for row in (head, *pages):
            print(json.dumps(row), file=lines)


if __name__ == "__main__":
    main()
