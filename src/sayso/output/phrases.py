"""The parts of a claim in a few words for people. Every text of a report comes out safe to show and on one line."""

from sayso.model import ActorMention, Claim, CountMention, PlaceMention, When
from sayso.output.safe import one_line

OWN_WORD = "the report itself"
RELATION_WORDS = {"in": "", "near": "near ", "border": "border of ", "part": "part of "}


def what(claim: Claim) -> str:
    """`air strike (hit)`, with what makes it less than a plain assertion: `not: capture`, `planned`, `possible`."""
    kind = claim.type.replace("_", " ")
    negated = "not: " if claim.polarity == "negated" else ""
    reality = "" if claim.reality == "actual" else f", {claim.reality}"
    first = ", first time" if claim.first else ""
    trigger = one_line(claim.trigger.text)
    word = "" if trigger.lower() == kind else f" ({trigger})"
    return f"{negated}{kind}{reality}{first}{word}"


def voices(claim: Claim) -> str:
    """Whose word it is, innermost first, since that is who vouches: `Moscow [RUS/GOV], as told by the UN [-/IGO]`."""
    if not claim.voices:
        return OWN_WORD
    levels: dict[int, list[str]] = {}
    for v in claim.voices:
        levels.setdefault(v.level, []).append(actor(v))
    return ", as told by ".join(" and ".join(levels[level]) for level in sorted(levels, reverse=True))


def actor(a: ActorMention) -> str:
    """`it [RUS/MIL]`: the words and who is meant."""
    return f"{one_line(a.text)} [{a.id}]"


def place(p: PlaceMention) -> str:
    """`near Robotyne (UA-23)`; a name that was not found in the gazetteer ends in `?`."""
    if p.id is None:
        return f"{RELATION_WORDS[p.relation]}{one_line(p.text)} ?"
    where = p.admin1 or p.country
    inside = f" ({where})" if where else ""
    return f"{RELATION_WORDS[p.relation]}{one_line(p.name or p.text)}{inside}"


def days(time: When | None) -> str:
    """`2025-06-08`, or `2025-06-01 to 2025-06-08`; empty where the claim names none."""
    if time is None:
        return ""
    return time.start.isoformat() if time.start == time.end else f"{time.start} to {time.end}"


def count(c: CountMention) -> str:
    """`3 killed`, `at least 5 wounded`, `24 to 99 killed`."""
    noun = {"area_km2": "km²", "other": "counted"}.get(c.what, c.what)
    if c.low is not None and c.low == c.high:
        return f"{c.low:,} {noun}"
    if c.high is None:
        return f"at least {c.low:,} {noun}" if c.low is not None else f"{one_line(c.text)} {noun}"
    return f"up to {c.high:,} {noun}" if c.low is None else f"{c.low:,} to {c.high:,} {noun}"


def territory(claim: Claim) -> str:
    """`RUS/MIL entered Robotyne (UA-23)`."""
    t = claim.territory
    if t is None:
        return ""
    holder = f"{t.holder.country or '-'}/{t.holder.sector}"
    where = place(claim.places[t.place]) if t.place is not None and t.place < len(claim.places) else "an unnamed place"
    return f"{holder} {t.relation.replace('_', ' ')} {where}"


def in_number(n: int, noun: str) -> str:
    """`1 claim`, `2 claims`."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
