"""Numbers that belong to a happening: the dead, the displaced, the drones."""

from typing import Literal

from sayso.model.span import Words

type CountKind = Literal[
    "killed",
    "wounded",
    "missing",
    "captured",
    "displaced",
    "detained",
    "launched",
    "intercepted",
    "population",
    "area_km2",
    "other",
]


class CountMention(Words, frozen=True, kw_only=True):
    """A number with what it counts, as a closed range. `low` or `high` is None where the text leaves that side open:
    "at least 5" is 5 to None, "up to 100" is None to 100."""

    what: CountKind
    low: int | None
    high: int | None
