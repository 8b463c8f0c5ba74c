"""How a ledger file is asked: along lists in order, whatever the filter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invented_ledger import c, e, linked, put, r

from sayso.ledger.database import Database
from sayso.ledger.sqlite import SqliteStore
from sayso.model import ActorFilter, Box, PlaceFilter, Query

DAYS = [f"2025-06-{day:02}" for day in range(1, 29)]
UKRAINE, KOLOVETS = PlaceFilter(countries=("UA",)), PlaceFilter(ids=("geonames:1",))

QUERIES = (
    Query(),
    Query(place=KOLOVETS),
    Query(place=UKRAINE),
    Query(place=PlaceFilter(countries=("UA", "RU"))),
    Query(place=PlaceFilter(box=Box(west=30, south=40, east=40, north=50))),
    Query(types=("shelling",)),
    Query(types=("shelling", "talks")),
    Query(by=ActorFilter(country="UKR", sector="GOV")),
    Query(about=ActorFilter(country="UKR")),
    Query(since=date(2025, 6, 10)),
    Query(until=date(2025, 6, 3)),
    Query(text="shelling"),
    Query(types=("shelling",), place=UKRAINE, text="killed", since=date(2025, 6, 3), until=date(2025, 6, 9)),
    Query(types=("shelling",), by=ActorFilter(sector="GOV"), until=date(2025, 6, 9)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    opened = SqliteStore(Path(tmp_path_factory.mktemp("ledger")) / "ledger.sqlite", create=True)
    for day in DAYS:
        report = f"r-{day}"
        claims = [c(f"c-{day}-{n}", report, day, agents=("UKR/MIL",)) for n in range(5)]
        put(opened, r(report, day), claims)
    with opened.writer() as writer:
        members = [each.member for each in opened.view().block("UA|UA-12|strike")]
        rows = [e(f"e-{m.claim}", order=m.order) for m in members]
        writer.put_events("UA|UA-12|strike", "", linked(*((m.claim, 0, f"e-{m.claim}") for m in members)), rows)
    yield opened
    opened.close()


@pytest.mark.parametrize("known", [None, date(2025, 6, 14)])
@pytest.mark.parametrize("kind", ["claims", "events"])
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_nothing_is_sorted_and_no_table_read_whole(
    store: SqliteStore, query: Query, kind: str, known: date | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, Any]] = []
    rows = Database.rows

    def noted(db: Database, sql: str, values: Any = ()) -> Iterator[Any]:
        asked.append((sql, values))
        return rows(db, sql, values)

    monkeypatch.setattr(Database, "rows", noted)
    assert list(getattr(store.view(known), kind)(query))
    monkeypatch.undo()
    for sql, values in asked:
        plan = [row[3] for row in store._db.all(f"EXPLAIN QUERY PLAN {sql}", values)]
        assert not [step for step in plan if "TEMP B-TREE" in step or step.startswith(("SCAN f", "SCAN m", "SCAN n"))]


def test_few_rows_are_read_for_a_page(store: SqliteStore) -> None:
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    def work(query: Query) -> int:
        nonlocal steps
        steps = 0
        store._db._connection.set_progress_handler(step, 1)
        assert len(list(store.view().claims(query))) == query.limit
        store._db._connection.set_progress_handler(None, 1)
        return steps

    for query in (Query(), Query(types=("shelling",)), Query(place=UKRAINE)):
        page, whole = (work(Query(types=query.types, place=query.place, limit=n)) for n in (5, 140))
        assert page < whole / 5
