"""Claims as a flat table: one row a claim, the same columns in CSV, Parquet, Arrow and pandas.

The columns that most questions need are plain: the innermost voice, the first agent, target and place, the days, the
dead and wounded. Everything else of a claim stands whole, as JSON text, in the columns of `NESTED`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from sayso.model import ActorMention, Claim, CountMention
from sayso.output.safe import writable

if TYPE_CHECKING:
    import pyarrow as pa

# Column -> Arrow type. Names and order are stable: add at the end, never rename or drop.
COLUMNS: dict[str, str] = {
    "id": "string",
    "report": "string",
    "published": "date32",
    "outlet": "string",
    "part": "string",
    "type": "string",
    "act": "string",
    "polarity": "string",
    "reality": "string",
    "first": "bool",
    "quote": "string",
    "voice": "string",
    "voice_id": "string",
    "voice_country": "string",
    "voice_sector": "string",
    "voice_name": "string",
    "cue": "string",
    "voice_count": "int32",
    "agent": "string",
    "agent_id": "string",
    "agent_name": "string",
    "target": "string",
    "target_id": "string",
    "target_name": "string",
    "place": "string",
    "place_id": "string",
    "place_name": "string",
    "place_level": "string",
    "place_relation": "string",
    "country": "string",
    "admin1": "string",
    "lat": "float64",
    "lon": "float64",
    "uncertainty_km": "float64",
    "start": "date32",
    "end": "date32",
    "edtf": "string",
    "time_text": "string",
    "killed_low": "int64",
    "killed_high": "int64",
    "wounded_low": "int64",
    "wounded_high": "int64",
    "territory_relation": "string",
    "holder_country": "string",
    "holder_sector": "string",
    "confidence": "float64",
    "trigger": "string",
    "trigger_start": "int64",
    "trigger_end": "int64",
    "sentence": "string",
    "sentence_start": "int64",
    "sentence_end": "int64",
    "content": "string",
    "voices": "string",
    "agents": "string",
    "targets": "string",
    "places": "string",
    "counts": "string",
    "how": "string",
}
NESTED = ("content", "voices", "agents", "targets", "places", "counts", "how")


def row(claim: Claim) -> dict[str, Any]:
    """The row of a claim, its nested columns as lists and dictionaries."""
    voice = claim.voices[-1] if claim.voices else None
    agent = claim.agents[0] if claim.agents else None
    target = claim.targets[0] if claim.targets else None
    place = claim.places[0] if claim.places else None
    time, territory = claim.time, claim.territory
    return {
        "id": claim.id,
        "report": claim.report,
        "published": date.fromisoformat(claim.published) if claim.published else None,
        "outlet": claim.outlet,
        "part": claim.part,
        "type": claim.type,
        "act": claim.act,
        "polarity": claim.polarity,
        "reality": claim.reality,
        "first": claim.first,
        "quote": claim.quote,
        "voice": voice and voice.text,
        "voice_id": voice and voice.id,
        "voice_country": voice and voice.country,
        "voice_sector": voice and voice.sector,
        "voice_name": voice and voice.name,
        "cue": voice.cue.text if voice and voice.cue else None,
        "voice_count": len(claim.voices),
        **_actor("agent", agent),
        **_actor("target", target),
        "place": place and place.text,
        "place_id": place and place.id,
        "place_name": place and place.name,
        "place_level": place and place.level,
        "place_relation": place and place.relation,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "uncertainty_km": place and place.uncertainty_km,
        "start": time and time.start,
        "end": time and time.end,
        "edtf": time and time.edtf,
        "time_text": time and time.text,
        **_toll("killed", claim.counts),
        **_toll("wounded", claim.counts),
        "territory_relation": territory and territory.relation,
        "holder_country": territory and territory.holder.country,
        "holder_sector": territory and territory.holder.sector,
        "confidence": claim.confidence,
        "trigger": claim.trigger.text,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "sentence": claim.sentence.text,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        **{name: msgspec.to_builtins(getattr(claim, name)) for name in NESTED},
    }


def flat_row(claim: Claim) -> dict[str, Any]:
    """The row of a claim with nested columns as JSON text and without characters that UTF-8 cannot hold."""
    values = row(claim)
    for name in NESTED:
        values[name] = json.dumps(values[name], ensure_ascii=False, separators=(",", ":"))
    return {name: writable(value) if isinstance(value, str) else value for name, value in values.items()}


def claims_table(claims: Iterable[Claim]) -> pa.Table:
    """The claims as an Arrow table with the columns of `COLUMNS`, also where there are no claims."""
    return arrow_table(map(flat_row, claims), COLUMNS)


def arrow_table(rows: Iterable[dict[str, Any]], columns: dict[str, str]) -> pa.Table:
    """Rows as an Arrow table of these columns (name -> Arrow type)."""
    import pyarrow as pa

    kinds = {"bool": pa.bool_(), "date32": pa.date32()}
    schema = pa.schema([(name, kinds.get(kind) or pa.type_for_alias(kind)) for name, kind in columns.items()])
    return pa.Table.from_pylist(list(rows), schema=schema)


def _actor(column: str, actor: ActorMention | None) -> dict[str, str | None]:
    return {
        column: actor.text if actor else None,
        f"{column}_id": actor.id if actor else None,
        f"{column}_name": actor.name if actor else None,
    }


def _toll(what: str, counts: tuple[CountMention, ...]) -> dict[str, int | None]:
    """The first count of a kind: the total comes before the sub-counts ("20 killed, among them 11 children")."""
    first = next((c for c in counts if c.what == what), None)
    return {f"{what}_low": first.low if first else None, f"{what}_high": first.high if first else None}
