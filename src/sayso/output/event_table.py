"""Events as a flat table: one row an event, the same columns in CSV, Parquet, Arrow and pandas.

Plain columns hold what most questions need: status, days, the most precise place, whose word it is (names or actor ids
with "; " between them), the dead and wounded, whether a stated first holds. Everything else of an event stands whole,
as JSON text, in the columns of `NESTED`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.model import Event, EventToll
from sayso.output.safe import writable
from sayso.output.table import arrow_table

if TYPE_CHECKING:
    import pyarrow as pa

# Column -> Arrow type. Names and order are stable: add at the end, never rename or drop.
COLUMNS: dict[str, str] = {
    "id": "string",
    "type": "string",
    "status": "string",
    "start": "date32",
    "end": "date32",
    "place": "string",
    "place_id": "string",
    "place_level": "string",
    "country": "string",
    "admin1": "string",
    "lat": "float64",
    "lon": "float64",
    "uncertainty_km": "float64",
    "agent": "string",
    "target": "string",
    "asserted_by": "string",
    "denied_by": "string",
    "conceded_by": "string",
    "unanswered_by": "string",
    "killed_low": "int64",
    "killed_best": "int64",
    "killed_high": "int64",
    "wounded_low": "int64",
    "wounded_best": "int64",
    "wounded_high": "int64",
    "first_stated": "bool",
    "first_holds": "bool",
    "report_count": "int64",
    "independent_reports": "int64",
    "claim_count": "int64",
    "why": "string",
    "types": "string",
    "places": "string",
    "agents": "string",
    "targets": "string",
    "sides": "string",
    "silent": "string",
    "counts": "string",
    "reports": "string",
    "claims": "string",
    "earlier": "string",
}
WHOLE = ("types", "places", "agents", "targets", "sides", "silent", "counts", "reports", "claims")  # fields as they are
NESTED = (*WHOLE, "earlier")
STANCES = {"asserts": "asserted_by", "denies": "denied_by", "concedes": "conceded_by"}


def row(event: Event) -> dict[str, Any]:
    """The row of an event, its nested columns as lists and dictionaries."""
    place = event.places[0] if event.places else None
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status,
        "start": event.start,
        "end": event.end,
        "place": place and place.name,
        "place_id": place and place.id,
        "place_level": place and place.level,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "uncertainty_km": place and place.uncertainty_km,
        "agent": event.agents[0] if event.agents else None,
        "target": event.targets[0] if event.targets else None,
        **{column: _voices(event, stance) for stance, column in STANCES.items()},
        "unanswered_by": _joined(silence.name or silence.voice for silence in event.silent),
        **_toll("killed", event.counts),
        **_toll("wounded", event.counts),
        "first_stated": event.first.stated,
        "first_holds": event.first.holds,
        "report_count": len(event.reports),
        "independent_reports": event.independent_reports,
        "claim_count": len(event.claims),
        "why": event.why,
        **{name: msgspec.to_builtins(getattr(event, name)) for name in WHOLE},
        "earlier": list(event.first.earlier),
    }


def flat_row(event: Event) -> dict[str, Any]:
    """The row of an event with nested columns as JSON text and without characters that UTF-8 cannot hold."""
    values = row(event)
    for name in NESTED:
        values[name] = json.dumps(values[name], ensure_ascii=False, separators=(",", ":"))
    return {name: writable(value) if isinstance(value, str) else value for name, value in values.items()}


def events_table(events: Iterable[Event]) -> pa.Table:
    """The events as an Arrow table with the columns of `COLUMNS`, also where there are no events."""
    return arrow_table(map(flat_row, events), COLUMNS)


def _voices(event: Event, stance: str) -> str | None:
    return _joined(side.name or side.voice for side in event.sides if side.stance == stance)


def _joined(names: Iterable[str]) -> str | None:
    """Names with "; " between them, each once; None where there is none."""
    return "; ".join(dict.fromkeys(names)) or None


def _toll(what: str, counts: tuple[EventToll, ...]) -> dict[str, int | None]:
    toll = next((each for each in counts if each.what == what), None)
    return {f"{what}_{part}": getattr(toll, part) if toll else None for part in ("low", "best", "high")}
