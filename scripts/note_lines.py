"""The lines of an annotator's notes, understood one by one. `notes.py` tells their form."""

import re
from dataclasses import dataclass, field
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
