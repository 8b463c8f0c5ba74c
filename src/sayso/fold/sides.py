"""Sides of conflicts: which voices belong together, on a day, at a place."""

from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Any

import msgspec
import yaml

from sayso.errors import SaysoError
from sayso.model import Record, content_id
from sayso.vocabulary import load

# Sectors that speak for the side of their country; all others (media, monitors, civilians) are nobody's side.
SPEAKS_FOR_COUNTRY = ("GOV", "MIL", "COP", "UNK")
ARMED_OR_OPPOSED = ("REB", "OPP")


class Membership(Record, frozen=True, kw_only=True):
    """`member` belongs to `side` of a conflict that is fought `where` (countries, alpha-2), from `since` to `until`."""

    conflict: str
    side: str
    member: str
    principal: bool
    where: tuple[str, ...]
    since: date
    until: date


class Sides:
    """The table of sides. Without an entry a state is its own side, and an armed group too."""

    def __init__(self, memberships: tuple[Membership, ...]) -> None:
        self.memberships = memberships
        self.side = lru_cache(maxsize=65536)(self._side)

    @cached_property
    def mark(self) -> str:
        """Tells tables apart: the hash of what is in this one."""
        return content_id("sides", *(msgspec.json.encode(entry).decode() for entry in self.memberships))

    @cached_property
    def _by_member(self) -> dict[str, tuple[Membership, ...]]:
        table: dict[str, tuple[Membership, ...]] = {}
        for each in self.memberships:
            table[each.member] = (*table.get(each.member, ()), each)
        return table

    def membership(
        self, country: str | None, sector: str, name: str | None, where: str | None, day: date | None
    ) -> Membership | None:
        """The first membership that fits, of the name before the country with sector before the country alone."""
        members = [name, f"{country}/{sector}"] + ([country] if sector in SPEAKS_FOR_COUNTRY else [])
        return next(
            (
                entry
                for member in members
                for entry in self._by_member.get(member or "", ())
                if (where is None or where in entry.where) and (day is None or entry.since <= day <= entry.until)
            ),
            None,
        )

    def _side(
        self, country: str | None, sector: str, name: str | None, where: str | None, day: date | None
    ) -> str | None:
        """The side of an actor at a place (country, alpha-2) on a day; None for whoever belongs to none."""
        found = self.membership(country, sector, name, where, day)
        if found is not None:
            return found.side
        if sector in ARMED_OR_OPPOSED:
            return name or f"{country or '-'}/{sector}"
        return country if sector in SPEAKS_FOR_COUNTRY else None

    def is_principal(
        self, country: str | None, sector: str, name: str | None, where: str | None, day: date | None
    ) -> bool:
        """Does the actor speak for its side itself, not as an ally?"""
        found = self.membership(country, sector, name, where, day)
        return found.principal if found is not None else True


def read_sides(path: Path | None = None) -> Sides:
    """The table of sides, of a file or else the one that comes with Sayso.

    Raises SaysoError where the file cannot be read or an entry lacks what it needs.
    """
    return _bundled() if path is None else Sides(tuple(_memberships(_content(path), str(path))))


@lru_cache(maxsize=1)
def _bundled() -> Sides:
    return Sides(tuple(_memberships(load("sides"), "sides")))


def _content(path: Path) -> Any:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SaysoError(f"{path} cannot be read: {error.strerror}.", "SAYSO_SIDES names the file of sides.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SaysoError(f"{path} is no YAML: {' '.join(str(error).split())}.") from error


class _Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    member: Annotated[str, msgspec.Meta(min_length=1)]
    since: date | None = None
    until: date | None = None


class _Conflict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    conflict: str
    where: list[str]
    sides: dict[str, list[_Member]]
    since: date | None = None
    until: date | None = None


def _memberships(content: Any, name: str) -> list[Membership]:
    try:
        conflicts = msgspec.convert(content, list[_Conflict])
    except msgspec.ValidationError as error:
        raise SaysoError(
            f"{name} is no table of sides: {error}.",
            "Each conflict needs `conflict`, `where` and `sides`, each member `member`; days are 2022-02-24. See"
            " `sayso ref sides`.",
        ) from error
    return [
        Membership(
            conflict=conflict.conflict,
            side=side,
            member=entry.member,
            principal=at == 0,
            where=tuple(conflict.where),
            since=entry.since or conflict.since or date.min,
            until=entry.until or conflict.until or date.max,
        )
        for conflict in conflicts
        for side, entries in conflict.sides.items()
        for at, entry in enumerate(entries)
    ]
