"""Finds statements of ground in a ledger file."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sayso.ledger.database import Database
from sayso.ledger.facts import lasting
from sayso.ledger.rows import holding_from, said_from
from sayso.ledger.wanted import Sql, marks, seen
from sayso.model import PRESS, ActorFilter, Holding, PlaceFilter
from sayso.model.holding import Said

ORDER = "g.place, g.voice, g.name, h.begins, h.published, h.id, h.num"
SOME = 500  # numbers in one statement


def statements(
    db: Database, known: date | None, place: PlaceFilter | None, by: ActorFilter | None, at: date | None
) -> Iterable[Holding]:
    """The statements in order; with a day those that nothing has ended by then, the first and the last of each."""
    tests = [test for test in (_lies(place), _stated(by), _stands(db, known)) if test is not None]
    if at is not None:
        tests.append(("h.begins <= ?", (at.isoformat(),)))
    where = " AND ".join(sql for sql, _ in tests) or "1"
    values = tuple(value for _, given in tests for value in given)
    source = f"ground g CROSS JOIN holding h ON h.ground = g.num WHERE {where}"
    if at is None:
        rows = db.all(f"SELECT h.ground, g.body, h.id, h.body FROM {source} ORDER BY {ORDER}", values)
    else:
        rows = _lasting(db, db.all(f"SELECT h.ground, h.num FROM {source} ORDER BY {ORDER}", values))
    common: dict[int, Holding] = {}
    return [_holding(common, *row) for row in rows]


def _lasting(db: Database, ordered: Sequence[tuple[int, int]]) -> list[Any]:
    """The rows of those that matter at the end, in their order; what they say is read of no others."""
    grounds = {num: ((*who,), Said(holder, relation, bool(denied))) for num, *who, holder, relation, denied in _by_num(
        db, "SELECT num, place, voice, name, holder, relation, denied FROM ground", {ground for ground, _ in ordered}
    )}  # fmt: skip
    kept = set(lasting((*grounds[ground], num) for ground, num in ordered))
    whole = "SELECT h.num, h.ground, g.body, h.id, h.body FROM holding h JOIN ground g ON g.num = h.ground"
    bodies = {num: rest for num, *rest in _by_num(db, whole, kept, "h.num")}
    return [bodies[num] for _, num in ordered if num in kept]


def _by_num(db: Database, select: str, wanted: set[int], num: str = "num") -> Iterator[Any]:
    nums = sorted(wanted)
    for at in range(0, len(nums), SOME):
        some = nums[at : at + SOME]
        yield from db.all(f"{select} WHERE {num} IN ({marks(some)})", some)


def _stands(db: Database, known: date | None) -> Sql | None:
    """Does its claim stand in the view? While no claim was ever superseded, its day tells all."""
    if db.value("SELECT 1 FROM claim WHERE until IS NOT NULL LIMIT 1") is None:
        return None if known is None else ("h.published <= ?", (known.isoformat(),))
    stands, day = seen(known)
    return f"EXISTS (SELECT 1 FROM claim x WHERE x.name = h.claim AND {stands})", day


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
