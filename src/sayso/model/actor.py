"""Actors: states, forces, groups, bodies and people, as country and sector (PLOVER, CAMEO)."""

from typing import Literal

from sayso.model.record import Record
from sayso.model.span import Words

PRESS = "press"
"""The voice of an outlet's own words, which is no actor."""

type Sector = Literal["GOV", "MIL", "COP", "REB", "CVL", "MED", "NGO", "IGO", "EXP", "BUS", "OPP", "UNK"]


class Actor(Record, frozen=True, kw_only=True):
    """Who is meant. `country` is ISO 3166-1 alpha-3, None for international bodies and where the text does not tell;
    `name` the canonical name of a known body, group or person."""

    country: str | None = None
    sector: Sector = "UNK"
    name: str | None = None

    @property
    def id(self) -> str:
        """`RUS/GOV`; `-/IGO` without a country."""
        return f"{self.country or '-'}/{self.sector}"


class ActorMention(Words, frozen=True, kw_only=True):
    """Words of the report that name an actor."""

    country: str | None
    sector: Sector
    name: str | None
    id: str


class Voice(ActorMention, frozen=True, kw_only=True):
    """An actor whose word a claim is. Voices that speak together share a `level`; one that is quoted by another has
    the next one, outermost 0. `cue` is None where a quotation stands bare."""

    cue: Words | None
    level: int
