"""How claims of a type come together: `vocabulary/kinds.yaml` as records."""

from functools import cache
from typing import Literal

from sayso.model import Claim, Record
from sayso.vocabulary import load


class Kind(Record, frozen=True, kw_only=True):
    """What the vocabulary says of a type; see the file for the meaning of the fields."""

    family: str | None
    close: frozenset[str]
    days: int
    answered: int
    gains: Literal["holder", "agent"] | None


@cache
def kind(type_: str) -> Kind:
    """The kind of a type."""
    entry = load("kinds")[type_]
    return Kind(**(entry | {"close": frozenset(entry["close"])}))


@cache
def family_of(family: str) -> tuple[str, ...]:
    """The types of a family."""
    return tuple(name for name, entry in load("kinds").items() if entry["family"] == family)


TELLING = ("assert", "confirm", "accuse", "deny", "no_response")


def tells_of_a_happening(claim: Claim) -> bool:
    """Can the claim be part of an event? What is demanded, threatened, promised, predicted, planned or merely possible
    has not happened; a silence is part of the event that it is about, unless it is that of an outlet which could not
    verify it."""
    if claim.act == "no_response":
        return any(voice.sector != "MED" for voice in claim.voices)
    return claim.act in TELLING and claim.reality == "actual" and kind(claim.type).family is not None
