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
from pathlib import Path
from typing import Any

from note_lines import FaultError, Section, Span, line, positions, sentences


def raw_reports(path: Path) -> Iterator[dict[str, Any]]:
    """The reports of a RAW file."""
    for part in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
        head, title, text = part.split("\n", 2)
        identity, day, outlet = (x.strip() for x in head.split("|", 2))
        if not title.startswith("#"):
            raise SystemExit(f"{path}: {identity} has no line `# title`")
        yield {"id": identity, "published": day, "outlet": outlet, "title": title[1:].strip(), "text": text.strip()}


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
