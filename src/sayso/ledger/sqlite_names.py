"""Integer keys for content ids, terms, points and grounds."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from sayso.ledger.database import Database
from sayso.ledger.facts import subject
from sayso.ledger.rows import pack
from sayso.ledger.terms import Spot
from sayso.model import Holding

MOST_NAMES = 100_000  # that are remembered
NOT_COMMON: dict[str, Any] = {"claim": "", "act": "assert", "start": None, "end": None, "published": None}
"""What differs from statement to statement of a ground."""


class Names:
    """Gives the integer of a content id, a term, a point or a ground, a new one where it is new. Integers never change,
    so those that were looked up are remembered, until a writing fails."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._names: dict[str, int] = {}
        self._terms: dict[str, int] = {}
        self._spots: dict[Spot, int] = {}
        self._grounds: dict[Holding, int] = {}
        self._counted: dict[str, Counter[int]] = {"claims": Counter(), "events": Counter()}

    def name(self, id_: str) -> int:
        """The integer of an id."""
        found = self._names.get(id_) or self._db.run("INSERT OR IGNORE INTO name (id) VALUES (?)", (id_,))
        if not found:
            found = int(self._db.value("SELECT num FROM name WHERE id = ?", (id_,)))
        self._names[id_] = found
        return found

    def terms(self, texts: Iterable[str]) -> list[int]:
        """The integers of terms."""
        return [self._terms.get(text) or self._term(text) for text in texts]

    def _term(self, text: str) -> int:
        found = self._db.value("SELECT num FROM term WHERE text = ?", (text,))
        self._terms[text] = found = found or self._db.run("INSERT INTO term (text) VALUES (?)", (text,))
        return int(found)

    def spots(self, spots: Iterable[Spot]) -> list[int]:
        """The integers of points."""
        return [self._spots.get(spot) or self._spot(spot) for spot in spots]

    def _spot(self, spot: Spot) -> int:
        (term,), lat, lon = self.terms(spot[:1]), *spot[1:]
        found = self._db.value("SELECT num FROM spot WHERE term = ? AND lat = ? AND lon = ?", (term, lat, lon))
        if found is None:
            found = self._db.run("INSERT INTO spot (term, lat, lon) VALUES (?, ?, ?)", (term, lat, lon))
            self._db.run("INSERT INTO spot_box VALUES (?, ?, ?, ?, ?)", (found, lon, lon, lat, lat))
        self._spots[spot] = found
        return int(found)

    def ground(self, holding: Holding) -> int:
        """The integer of a ground."""
        common = replace(holding, **NOT_COMMON)
        found = self._grounds.get(common)
        if found is None:
            body, place = pack(common), holding.place
            found = self._db.value("SELECT num FROM ground WHERE body = ?", (body,))
            if found is None:
                holder = f"{holding.holder.country or '-'}/{holding.holder.sector}"
                found = self._db.run(
                    "INSERT INTO ground (place, voice, name, holder, relation, denied, id, country, admin1, lat, lon,"
                    " body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        *subject(holding), holder, holding.relation, holding.denied, place.id, place.country,
                        place.admin1, place.lat, place.lon, body,
                    ),
                )  # fmt: skip
            self._grounds[common] = found
        return found

    def count(self, kind: str, terms: Iterable[int], by: int) -> None:
        """Note how many claims or events have the terms."""
        counted = self._counted[kind]
        for term in terms:
            counted[term] += by

    def finish(self) -> None:
        """Write the counts."""
        for kind, counted in self._counted.items():
            self._db.many(
                f"UPDATE term SET {kind} = {kind} + ? WHERE num = ?", [(by, term) for term, by in counted.items() if by]
            )
            counted.clear()
        if len(self._names) > MOST_NAMES:
            self._names.clear()
