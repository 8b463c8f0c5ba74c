"""Finds statements of ground in a ledger file."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sayso.ledger.database import Database
from sayso.ledger.facts import outermost, subject
from sayso.ledger.match import PRESS
from sayso.ledger.rows import holding_from, said_from
from sayso.ledger.wanted import Sql, marks, seen
from sayso.model import ActorFilter, Holding, PlaceFilter

STANDS = "EXISTS (SELECT 1 FROM claim x WHERE x.name = h.claim AND {})"
ORDER = "h.begins {0}, h.published {0}, h.id {0}"


def statements(
    db: Database, known: date | None, place: PlaceFilter | None, by: ActorFilter | None, at: date | None
) -> Iterable[Holding]:
    """The statements in order; with a day the first and the last on every ground by then."""
    tests = [test for test in (_lies(place), _stated(by)) if test is not None]
    where = " AND ".join(sql for sql, _ in tests) or "1"
    values = tuple(value for _, given in tests for value in given)
    stands, day = seen(known)
    if at is None:
        source = f"ground g CROSS JOIN holding h ON h.ground = g.num WHERE {where} AND {STANDS.format(stands)}"
        values = (*values, *day)
    else:
        one = (
            "(SELECT h.num FROM holding h WHERE h.ground = g.num AND h.begins <= ?"
            f" AND {STANDS.format(stands)} ORDER BY {ORDER} LIMIT 1)"
        )
        ends = " UNION ".join(f"SELECT {one.format(way)} AS num FROM ground g WHERE {where}" for way in ("", "DESC"))
        source = f"({ends}) e CROSS JOIN holding h ON h.num = e.num CROSS JOIN ground g ON g.num = h.ground"
        values = 2 * (at.isoformat(), *day, *values)
    order = f"g.place, g.voice, g.name, {ORDER.format('')}, h.num"
    rows = db.all(f"SELECT h.ground, g.body, h.id, h.body FROM {source} ORDER BY {order}", values)
    common: dict[int, Holding] = {}
    found = [_holding(common, *row) for row in rows]
    kinds = {(*subject(each), each.holder, each.relation, each.denied) for each in common.values()}
    # Where what is told of a place has changed, one ground is kept as several.
    return found if at is None or len(kinds) == len(common) else outermost(found, at)


def _holding(common: dict[int, Holding], ground: int, body: bytes, claim: str, said: bytes) -> Holding:
    each = common.get(ground)
    if each is None:
        each = common[ground] = holding_from(body)
    act, start, end, published = said_from(said)
    return Holding(
        claim=claim, place=each.place, voice=each.voice, name=each.name, holder=each.holder, relation=each.relation,
        act=act, denied=each.denied, start=start, end=end, published=published,
    )  # fmt: skip


def _lies(place: PlaceFilter | None) -> Sql | None:
    if place is None:
        return None
    tests, values = ["0"], list[Any]()
    for column, wanted in (("id", place.ids), ("country", place.countries), ("admin1", place.regions)):
        tests.append(f"g.{column} IN ({marks(wanted)})")
        values += wanted
    if (box := place.box) is not None:
        join = "AND" if box.west <= box.east else "OR"
        tests.append(f"(g.lat BETWEEN ? AND ? AND (g.lon >= ? {join} g.lon <= ?))")
        values += (box.south, box.north, box.west, box.east)
    return f"({' OR '.join(tests)})", tuple(values)


def _stated(who: ActorFilter | None) -> Sql | None:
    if who is None:
        return None
    if who.sector == PRESS:
        return f"g.voice = '{PRESS}' AND {int(who.country is None and who.name is None)}", ()
    tests, values = [f"g.voice <> '{PRESS}'"], []
    for test, wanted in (
        ("substr(g.voice, 1, instr(g.voice, '/') - 1) = ?", who.country),
        ("substr(g.voice, instr(g.voice, '/') + 1) = ?", who.sector),
        ("g.name = ?", who.name),
    ):
        if wanted is not None:
            tests.append(test)
            values.append(wanted)
    return " AND ".join(tests), tuple(values)
