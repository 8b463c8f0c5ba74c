"""The rows of a ledger in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from sayso.ledger.base import Row
from sayso.model import (
    Claim,
    CopyPair,
    EventRow,
    Holding,
    Member,
    Report,
    Run,
    Verdict,
)

type At = tuple[str, int | None]
"""A claim and the index of one of its places."""


@dataclass(frozen=True)
class Version:
    """A version of a report as the last run read it."""

    report: Report
    run: str
    claims: Mapping[str, Claim]

    @property
    def day(self) -> date:
        """Versions without a day count as the oldest."""
        return self.report.published or date.min


@dataclass
class Kept:
    """All rows. The values are never changed in place, so a copy of the containers keeps a state."""

    rows: list[Row] = field(default_factory=list)
    runs: dict[str, Run] = field(default_factory=dict)
    versions: dict[str, tuple[Version, ...]] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    members: dict[At, Member] = field(default_factory=dict)
    events: dict[str, EventRow] = field(default_factory=dict)
    made_by: dict[None, str] = field(default_factory=dict)
    stale: dict[str, str] = field(default_factory=dict)
    holdings: dict[str, tuple[Holding, ...]] = field(default_factory=dict)
    keys: dict[str, frozenset[int]] = field(default_factory=dict)
    pairs: dict[tuple[str, str], CopyPair] = field(default_factory=dict)

    def copy(self) -> "Kept":
        """The same rows in containers of their own."""
        return Kept(**{each.name: getattr(self, each.name).copy() for each in fields(self)})

    def claims(self) -> dict[str, Claim]:
        """The claims of all versions; of claims that several versions have the last."""
        return {
            id_: claim
            for versions in self.versions.values()
            for version in sorted(versions, key=lambda v: v.day)
            for id_, claim in version.claims.items()
        }
