"""Annotate reports of the corpus by hand: short notes in, the gold standard out.

    python scripts/notes.py number RAW.txt [ID ...]        print reports with their sentences numbered
    python scripts/notes.py compile RAW.txt NOTES.txt STORY_FOLDER   write reports.jsonl and gold/ID.json
    python scripts/notes.py check RAW.txt NOTES.txt        only say what is wrong

RAW.txt holds reports: a line `=== id | YYYY-MM-DD | outlet`, a line `# title`, then the text. NOTES.txt holds one
section a report, headed `@id`:

    P words | canonical name | level | code | lat lon    a place; every mention of the words in the report is one
    T words | value                                      a time (ISO, as in TIMEX3) that no claim has; every mention
    #4                                                   what follows stands in sentence 4
    S1 source | cue | content                            an attribution; content is `first words ... last words`,
                                                         pieces of it joined by ` + `
    C trigger | type | flags and fields                  a claim

A source is `words:CCC/SEC`, or several joined by ` & `, or `^S1` where it is that of S1 and has no words here; `-`
where nobody is named. A cue may be `-`. Flags of a claim: an act, `neg`, `planned`, `possible`, `first`. Fields: `ag=`
and `tg=` (`words:CCC/SEC`), `at=` (words of a P line, or `the village=words of a P line`), `on=` (`words>day`,
`words>day..day` or `>day`), `n=` (`kind low high words`, `-` for an open end), `terr=` (`CCC/SEC relation`), `by=`
(`S1`, `S1>S2`, `-`, or `words:CCC/SEC~cue`). Several values are joined by `; `, and `^` repeats those of the claim
before. Without `by=` the voices of a claim are those attributions whose content holds its trigger, the widest first.
`words@2` is the second place where the words stand in the sentence.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from check_corpus import ACTS, COUNTS, LEVELS, ON_LAND, RELATIONS, SECTORS, TYPES

ABBREVIATIONS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Sen|Rep|Gov|Rev|Hon|St|No|Nos|vs|etc|Jan|Feb|Mar"
    r"|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|Fr|Shri|Smt|Msgr)|\b[A-Z](?:\.[A-Z])*|\ba\.m|\bp\.m|\bi\.e|\be\.g)\.$"
)
BREAK = re.compile(r"\n+|(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9“\"])")
FLAGS = {"neg", "planned", "possible", "first"}
Span = tuple[int, int]


class FaultError(Exception):
    """One line of the notes cannot be understood."""


@dataclass
class Says:
    """One attribution of the notes."""

    sources: list[dict[str, Any]]
    cue: Span | None
    content: list[Span]


@dataclass
class Section:
    """The notes of one report, and what has been made of them."""

    report: dict[str, Any]
    sentences: list[Span]
    here: Span = (0, 0)
    places: dict[str, dict[str, Any]] = field(default_factory=dict)
    times: dict[str, str] = field(default_factory=dict)
    says: dict[str, Says] = field(default_factory=dict)
    claims: list[dict[str, Any]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return str(self.report["text"])


def sentences(text: str) -> list[Span]:
    """The sentences of a text as offsets, lines and paragraphs apart."""
    cuts, start = [], 0
    for mark in BREAK.finditer(text):
        before = text[start : mark.start()].rstrip("\"”’')]")
        if "\n" not in mark.group() and ABBREVIATIONS.search(before):
            continue
        cuts.append((start, mark.start() + len(mark.group().rstrip())))
        start = mark.end()
    cuts.append((start, len(text)))
    stripped = [(a + len(text[a:b]) - len(text[a:b].lstrip()), a + len(text[a:b].rstrip())) for a, b in cuts]
    return [(a, b) for a, b in stripped if b > a]


def raw_reports(path: Path) -> Iterator[dict[str, Any]]:
    """The reports of a RAW file."""
    for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        head, title, text = part.split("\n", 2)
        identity, day, outlet = (x.strip() for x in head.split("|", 2))
        if not title.startswith("#"):
            raise SystemExit(f"{path}: {identity} has no line `# title`")
        yield {"id": identity, "published": day, "outlet": outlet, "title": title[1:].strip(), "text": text.strip()}


def positions(words: str, text: str) -> list[int]:
    """Where `words` stand in `text` as whole words."""
    if not words:
        return []
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    return [m.start() for m in re.finditer(before + re.escape(words) + after, text)]


def find(section: Section, words: str, *, anchor: int | None = None) -> Span:
    """The span of `words` in the current sentence, or else before it, or else after it, nearest to `anchor`.

    Raises:
        FaultError: they stand nowhere in the report.
    """
    words, _, nth = words.partition("@") if re.search(r"@\d+$", words) else (words, "", "")
    a, b = section.here
    inside = [p + a for p in positions(words, section.text[a:b])]
    if nth:
        if len(inside) < int(nth):
            raise FaultError(f"{words!r} does not stand {nth} times in the sentence")
        at = inside[int(nth) - 1]
    elif inside:
        at = inside[0] if anchor is None else min(inside, key=lambda p: abs(p - anchor))
    else:
        everywhere = positions(words, section.text)
        if not everywhere:
            raise FaultError(f"{words!r} does not stand in the report as whole words")
        at = max((p for p in everywhere if p < a), default=everywhere[0])
    return (at, at + len(words))


def actor(section: Section, value: str, anchor: int | None = None) -> dict[str, Any]:
    """`words:CCC/SEC` or `words:CCC/SEC:Name`."""
    found = re.fullmatch(r"(.+?):([A-Z]{3}|-)/([A-Z]{3})(?::(.+))?", value.strip())
    if not found:
        raise FaultError(f"{value!r} is not `words:CCC/SEC`")
    words, country, sector, name = found.groups()
    if sector not in SECTORS:
        raise FaultError(f"no sector {sector}")
    span = find(section, words, anchor=anchor)
    country = None if country == "-" or sector == "IGO" else country
    return {"text": section.text[slice(*span)], "country": country, "sector": sector, "name": name, "span": span}


def content(section: Section, value: str) -> list[Span]:
    """`first words ... last words + next piece`."""
    pieces, at = [], section.here[0]
    for piece in value.split(" + "):
        first, dots, last = (
            (x.strip() for x in re.split(r"(\s*\.\.\. |\s+\.\.\.\s*)", piece.strip(), maxsplit=1))
            if (" ..." in piece or "... " in piece)
            else (piece.strip(), "", "")
        )
        start = section.text.find(first, at)
        if start < 0:
            raise FaultError(f"content begins with {first!r}, which does not stand in or after the sentence")
        end = start + len(first)
        if dots and last:
            stop = section.text.find(last, end)
            if stop < 0:
                raise FaultError(f"content ends with {last!r}, which does not stand after {first!r}")
            end = stop + len(last)
        pieces.append((start, end))
        at = end
    return pieces


def attribution(section: Section, name: str, parts: list[str]) -> None:
    """One S line."""
    if len(parts) != 3:
        raise FaultError("an attribution is `S1 source | cue | content`")
    source, cue, said = parts
    if source.startswith("^"):
        if source[1:] not in section.says:
            raise FaultError(f"no attribution {source[1:]} before this")
        sources = [{**s, "span": None} for s in section.says[source[1:]].sources]
    else:
        anchor = None if cue == "-" else find(section, cue)[0]
        sources = [] if source == "-" else [actor(section, s, anchor) for s in source.split(" & ")]
    pieces = content(section, said)
    near = sources[0]["span"][1] if sources and sources[0]["span"] else pieces[0][0]
    section.says[name] = Says(sources, None if cue == "-" else find(section, cue, anchor=near), pieces)


def place(section: Section, value: str, anchor: int) -> dict[str, Any]:
    """One value of `at=`."""
    words, _, known = value.partition("=")
    entry = section.places.get((known or words).strip())
    if entry is None:
        raise FaultError(f"no P line for {(known or words).strip()!r}")
    span = find(section, words.strip(), anchor=anchor)
    return {**entry, "text": section.text[slice(*span)], "span": span}


def day_range(section: Section, value: str, anchor: int) -> dict[str, Any]:
    """One value of `on=`."""
    words, _, days = value.rpartition(">")
    start, _, end = days.strip().partition("..")
    if not all(re.fullmatch(r"\d{4}-\d\d-\d\d", d) for d in (start, end or start)):
        raise FaultError(f"{value!r} is not `words>YYYY-MM-DD` or `words>day..day`")
    span = find(section, words.strip(), anchor=anchor) if words.strip() else None
    return {"text": section.text[slice(*span)] if span else None, "start": start, "end": end or start, "span": span}


def count(section: Section, value: str, anchor: int) -> dict[str, Any]:
    """One value of `n=`."""
    found = re.fullmatch(r"(\w+) (-|[\d.]+) (-|[\d.]+) (.+)", value.strip())
    if not found or found[1] not in COUNTS:
        raise FaultError(f"{value!r} is not `kind low high words`")
    if found[2] == found[3] == "-":
        raise FaultError(f"{value!r} tells no number")
    low, high = (None if x == "-" else float(x) if "." in x else int(x) for x in found.group(2, 3))
    span = find(section, found[4], anchor=anchor)
    return {"what": found[1], "low": low, "high": high, "text": section.text[slice(*span)], "span": span}


def by_voices(section: Section, value: str, trigger: Span) -> list[dict[str, Any]]:
    """The voices of a claim, outermost first."""
    if value == "-":
        return []
    if value:
        voices = []
        for step in value.split(">"):
            step = step.strip()
            if step in section.says:
                voices += with_cue(section.says[step])
            else:
                who, _, cue = step.partition("~")
                voices.append({**actor(section, who, trigger[0]), "cue": find(section, cue) if cue else None})
        return voices
    inside = [s for s in section.says.values() if any(a <= trigger[0] < b for a, b in s.content)]
    inside.sort(key=lambda s: (s.content[0][0] - s.content[-1][1], s.content[0][0]))
    return [v for s in inside for v in with_cue(s)]


def with_cue(says: Says) -> list[dict[str, Any]]:
    """The sources of an attribution as voices."""
    return [{**s, "cue": says.cue} for s in says.sources]


def claim(section: Section, parts: list[str]) -> None:
    """One C line."""
    trigger, kind = find(section, parts[0]), parts[1] if len(parts) > 1 else ""
    a, b = section.here
    if not a <= trigger[0] < b:
        raise FaultError(f"trigger {parts[0]!r} does not stand in the sentence")
    if kind not in TYPES:
        raise FaultError(f"no type {kind!r}")
    flags = {f for p in parts[2:] if "=" not in p for f in p.split()}
    if flags - ACTS - FLAGS:
        raise FaultError(f"no flag {sorted(flags - ACTS - FLAGS)}")
    fields: dict[str, str] = {}
    for part in parts[2:]:
        if "=" in part:
            key, _, value = part.partition("=")
            if key not in {"ag", "tg", "at", "on", "n", "terr", "by"}:
                raise FaultError(f"no field {key!r}")
            fields[key] = value.strip()
    before = section.claims[-1] if section.claims else None
    makers = {"ag": actor, "tg": actor, "at": place, "n": count}
    names = {"ag": "agents", "tg": "targets", "at": "places", "n": "counts"}
    record: dict[str, Any] = {
        "sentence": (a, b), "trigger": trigger, "type": kind,
        "act": next(iter(flags & ACTS), "assert"),
        "polarity": "negated" if "neg" in flags else "affirmed",
        "reality": next(iter(flags & {"planned", "possible"}), "actual"),
        "voices": by_voices(section, fields.get("by", ""), trigger),
    }  # fmt: skip
    for key, name in names.items():
        value = fields.get(key, "")
        if value == "^" and before:
            record[name] = before[name]
        else:
            record[name] = [makers[key](section, v.strip(), trigger[0]) for v in value.split("; ") if v.strip()]
    when = fields.get("on", "")
    record["time"] = (
        before["time"] if when == "^" and before else day_range(section, when, trigger[0]) if when else None
    )
    record["territory"] = territory(kind, fields.get("terr", ""), record["places"])
    record["first"] = "first" in flags
    section.claims.append(settled(record, str(section.report["published"])))


def settled(record: dict[str, Any], published: str) -> dict[str, Any]:
    """What follows from the conventions: the report's own word asserts, what is demanded or threatened lies ahead, a
    denied proposition stands as it would be asserted, and what has happened lies not after publication."""
    if not record["voices"]:
        record["act"] = "assert"
    if record["act"] in ("demand", "threaten") and record["reality"] == "actual":
        record["reality"] = "planned"
    if record["act"] == "deny":
        record["polarity"] = "affirmed"
    if record["act"] == "no_response":
        record["type"], record["territory"] = "statement", None
    if record["time"] and record["reality"] == "actual" and record["time"]["start"] > published:
        record["time"] = None
    return record


def territory(kind: str, value: str, places: list[Any]) -> dict[str, Any] | None:
    """One value of `terr=`."""
    if not value:
        if kind in ON_LAND:
            raise FaultError(f"a claim of type {kind} needs terr=CCC/SEC relation")
        return None
    found = re.fullmatch(r"(?:([A-Z]{3}|-)/([A-Z]{3})|-) (\w+)", value)
    if not found or found[3] not in RELATIONS:
        raise FaultError(f"{value!r} is not `CCC/SEC relation`")
    if kind not in ON_LAND:
        raise FaultError(f"a claim of type {kind} has no territory")
    holder = {"country": None if found[1] in ("-", None) else found[1], "sector": found[2] or "UNK"}
    return {"holder": holder, "relation": found[3], "place": 0 if places else None}


def line(section: Section, text: str) -> None:
    """Take one line of the notes.

    Raises:
        FaultError: it cannot be understood.
    """
    head, _, rest = text.partition(" ")
    parts = [p.strip() for p in rest.split(" | ")]
    if head.startswith("#"):
        number = int(head[1:])
        if not 1 <= number <= len(section.sentences):
            raise FaultError(f"no sentence {number}")
        section.here = section.sentences[number - 1]
    elif head == "P":
        if len(parts) != 5 or parts[2] not in LEVELS or not re.fullmatch(r"-|[A-Z]{2}(-[A-Z0-9]{1,3})?", parts[3]):
            raise FaultError("a place is `P words | canonical | level | code | lat lon`")
        if not positions(parts[0], section.text):
            raise FaultError(f"{parts[0]!r} does not stand in the report")
        lat, lon = (float(x) for x in parts[4].replace(",", " ").split())
        country = None if parts[3] == "-" else parts[3][:2]
        admin1 = parts[3] if "-" in parts[3][1:] else None
        section.places[parts[0]] = {
            "text": parts[0], "name": parts[1], "level": parts[2], "country": country, "admin1": admin1, "lat": lat,
            "lon": lon,
        }  # fmt: skip
    elif head == "T":
        if len(parts) != 2 or not positions(parts[0], section.text):
            raise FaultError("a time is `T words | value`, and its words stand in the report")
        section.times[parts[0]] = parts[1]
    elif re.fullmatch(r"S\d+", head):
        attribution(section, head, parts)
    elif head == "C":
        claim(section, parts)
    else:
        raise FaultError("a line begins with P, T, #number, S1 or C")


def gold(section: Section) -> dict[str, Any]:
    """The gold standard of one report: records, with offsets beside them, and the mentions."""
    text = section.text
    taken: list[Span] = []
    places = []
    for words in sorted(section.places, key=len, reverse=True):
        for at in positions(words, text):
            span = (at, at + len(words))
            if not any(span[0] < b and a < span[1] for a, b in taken):
                taken.append(span)
                places.append({"start": span[0], "end": span[1], **section.places[words]})
    records = [record(section, c) for c in sorted(section.claims, key=lambda c: c["sentence"])]
    actors: dict[Span, dict[str, Any]] = {}
    times: dict[Span, dict[str, Any]] = {
        (p, p + len(w)): {"start": p, "end": p + len(w), "text": w, "value": v}
        for w, v in section.times.items()
        for p in positions(w, text)
    }
    numbers: dict[Span, dict[str, Any]] = {}
    everyone = [a for c in section.claims for a in (*c["voices"], *c["agents"], *c["targets"])]
    for a in [*everyone, *(s for says in section.says.values() for s in says.sources)]:
        if a["span"]:
            actors[a["span"]] = {
                **piece(a["span"]),
                "text": text[slice(*a["span"])],
                "country": a["country"],
                "sector": a["sector"],
            }
    for c in section.claims:
        for n in c["counts"]:
            numbers[n["span"]] = {**piece(n["span"]), **{k: v for k, v in n.items() if k != "span"}}
        if c["time"] and c["time"]["span"]:
            value = c["time"]["start"] + ("" if c["time"]["start"] == c["time"]["end"] else "/" + c["time"]["end"])
            times.setdefault(c["time"]["span"], {**piece(c["time"]["span"]), "text": c["time"]["text"], "value": value})
    return {
        "id": section.report["id"],
        "records": records,
        "attributions": [
            {
                "source": [piece(s["span"]) for s in says.sources if s["span"]],
                "cue": [piece(says.cue)] if says.cue else [],
                "content": [piece(p) for p in says.content],
                "voices": [{"country": s["country"], "sector": s["sector"]} for s in says.sources],
            }
            for says in section.says.values()
        ],
        "places": sorted(places, key=lambda p: p["start"]),
        "times": [times[k] for k in sorted(times)],
        "actors": [actors[k] for k in sorted(actors)],
        "counts": [numbers[k] for k in sorted(numbers)],
    }


def piece(span: Span) -> dict[str, int]:
    """A span as a record."""
    return {"start": span[0], "end": span[1]}


def record(section: Section, c: dict[str, Any]) -> dict[str, Any]:
    """One claim in the form of the corpus, its offsets under `spans`."""
    text = section.text
    plain = {
        name: [{k: v for k, v in x.items() if k not in ("span", "name")} for x in c[name]]
        for name in ("agents", "targets")
    }
    voices = [
        {"text": text[slice(*v["span"])] if v["span"] else v["text"], "country": v["country"], "sector": v["sector"],
         "name": v["name"], "cue": text[slice(*v["cue"])] if v["cue"] else None}
        for v in c["voices"]
    ]  # fmt: skip
    return {
        "sentence": text[slice(*c["sentence"])], "trigger": text[slice(*c["trigger"])], "type": c["type"],
        "act": c["act"], "polarity": c["polarity"], "reality": c["reality"], "voices": voices, **plain,
        "places": [{k: v for k, v in p.items() if k != "span"} for p in c["places"]],
        "time": {k: v for k, v in c["time"].items() if k != "span"} if c["time"] else None,
        "counts": [{k: v for k, v in n.items() if k != "span"} for n in c["counts"]],
        "territory": c["territory"], "first": c["first"],
        "spans": {
            "sentence": c["sentence"], "trigger": c["trigger"], "time": c["time"]["span"] if c["time"] else None,
            "cues": [v["cue"] for v in c["voices"]],
            **{n: [x["span"] for x in c[n]] for n in ("voices", "agents", "targets", "places", "counts")},
        },
    }  # fmt: skip


def read_notes(path: Path, reports: dict[str, dict[str, Any]]) -> tuple[dict[str, Section], list[str]]:
    """All sections of a file of notes, and its faults."""
    done: dict[str, Section] = {}
    faults: list[str] = []
    section: Section | None = None
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = text.strip()
        if not text:
            continue
        try:
            if text.startswith("@"):
                identity = text[1:].strip()
                if identity not in reports:
                    section = None
                    raise FaultError(f"no report {identity}")
                section = done[identity] = Section(reports[identity], sentences(reports[identity]["text"]))
            elif section is not None:
                line(section, text)
        except (FaultError, ValueError) as fault:
            faults.append(f"{path.name}:{number}: {fault}   [{text[:100]}]")
    return done, faults


def main() -> None:
    """The command line."""
    match sys.argv[1:]:
        case ["number", raw, *only]:
            for r in raw_reports(Path(raw)):
                if not only or r["id"] in only:
                    print(f"\n@{r['id']}   published {r['published']}, {r['outlet']}: {r['title']}")
                    for n, (a, b) in enumerate(sentences(r["text"]), 1):
                        print(("\n" if r["text"][:a].endswith("\n\n") else "") + f"#{n} {r['text'][a:b]}")
        case ["check" | "compile" as what, raw, notes, *rest]:
            reports = {r["id"]: r for r in raw_reports(Path(raw))}
            done, faults = read_notes(Path(notes), reports)
            print(*faults, sep="\n")
            print(
                f"{len(done)} of {len(reports)} reports, {sum(len(s.claims) for s in done.values())} claims,"
                f" {len(faults)} faults"
            )
            missing = [i for i in reports if i not in done]
            if missing:
                print("without notes:", *missing)
            if what == "compile":
                write(Path(rest[0]), [reports[i] for i in reports if i in done], done)
            sys.exit(1 if faults else 0)
        case _:
            raise SystemExit(__doc__)


def write(folder: Path, reports: list[dict[str, Any]], done: dict[str, Section]) -> None:
    """The story's files."""
    (folder / "gold").mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(r, ensure_ascii=False) for r in reports]
    (folder / "reports.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for r in reports:
        (folder / "gold" / f"{r['id']}.json").write_text(dumped(gold(done[r["id"]])), encoding="utf-8")


def dumped(content: dict[str, Any]) -> str:
    """JSON with a line for every record and every mention, so that changes show as what they are."""
    parts = []
    for key, value in content.items():
        if isinstance(value, list):
            rows = ",\n  ".join(json.dumps(each, ensure_ascii=False) for each in value)
            parts.append(f'"{key}": [\n  {rows}\n ]' if rows else f'"{key}": []')
        else:
            parts.append(f'"{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n " + ",\n ".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
