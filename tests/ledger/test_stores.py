"""What every store does."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from invented_ledger import DAY, LATER_RUN, RUN, c, e, h, ids, linked, m, pair, put, r, write

from sayso.errors import SaysoError
from sayso.ledger.base import Store
from sayso.ledger.open import open_store
from sayso.model import PER_KEY, ActorFilter, Box, Claim, PlaceFilter, Query, verdict_of

JUNE = [date(2025, 6, day) for day in range(1, 31)]
FILTERED: tuple[Claim, ...] = (
    c("c-1", on=("2025-06-01", "2025-06-03"), text="Two died in Kolovets.", type="shelling"),
    c("c-2", at=("Dachne", "Kursk"), by=("RUS/GOV=Kremlin", "UKR/MIL"), type="capture", act="deny", holder="RUS/MIL"),
    c("c-3", at=("Suva", "Russian"), by=(), agents=("UKR/MIL",), targets=("RUS/CVL=Mayor",), text="Ждем. Élan's end!"),
    c("c-4", at=("Apia", "Nowhere"), by=("-/IGO=UN",), on=("2025-08-01", "2025-08-09"), type="talks"),
)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened = open_store(":memory:" if request.param == "memory" else str(tmp_path / "ledger.sqlite"), create=True)
    yield opened
    opened.close()


def seen(store: Store, **query: Any) -> list[str]:
    """The claims seen by a view without a day, and by those of the first nine days of June."""
    return [ids(store.view(day), **query) for day in (None, *JUNE[:9])]


@dataclass(frozen=True)
class Case:
    """A query, and what it finds of the claims above."""

    found: str
    query: Query


CASES = (
    Case("1 2 3 4", Query()),
    Case("2 4", Query(types=("capture", "talks"))),
    Case("2", Query(acts=("deny",))),
    Case("1 2", Query(place=PlaceFilter(countries=("UA",)))),
    Case("2", Query(place=PlaceFilter(countries=("RU",)))),  # "Russian" names no place
    Case("1 2", Query(place=PlaceFilter(regions=("UA-12",)))),
    Case("1 4", Query(place=PlaceFilter(ids=("geonames:1", "geonames:5")))),
    Case("1 2 4", Query(place=PlaceFilter(ids=("geonames:5",), regions=("UA-12",)))),
    Case("", Query(place=PlaceFilter())),
    Case("2", Query(place=PlaceFilter(box=Box(west=36.5, south=40, east=40, north=50)))),
    Case("1", Query(place=PlaceFilter(box=Box(west=36.0, south=48.5, east=36.0, north=48.5)))),
    Case("3 4", Query(place=PlaceFilter(box=Box(west=170, south=-30, east=-160, north=0)))),
    Case("", Query(place=PlaceFilter(box=Box(west=-160, south=-30, east=170, north=0)))),
    Case("1 2", Query(by=ActorFilter(country="UKR"))),
    Case("1", Query(by=ActorFilter(country="UKR", sector="GOV"))),
    Case("1 2", Query(by=ActorFilter(sector="GOV"))),
    Case("2", Query(by=ActorFilter(name="Kremlin"))),
    Case("", Query(by=ActorFilter(country="UKR", name="Kremlin"))),
    Case("4", Query(by=ActorFilter(sector="IGO"))),
    Case("3", Query(by=ActorFilter(sector="press"))),
    Case("", Query(by=ActorFilter(country="RUS", sector="press"))),
    Case("2 3", Query(about=ActorFilter(country="RUS"))),
    Case("2 3", Query(about=ActorFilter(sector="MIL"))),
    Case("2", Query(about=ActorFilter(country="RUS", sector="MIL"))),
    Case("3", Query(about=ActorFilter(name="Mayor"))),
    Case("", Query(about=ActorFilter(sector="press"))),
    Case("2 3 4", Query(since=date(2025, 6, 4))),
    Case("1", Query(until=date(2025, 6, 2))),
    Case("1 2 3", Query(since=date(2025, 6, 2), until=date(2025, 6, 30))),
    Case("4", Query(since=date(2025, 8, 9), until=date(2025, 8, 9))),
    Case("1 2 4", Query(text="kolovets")),
    Case("1", Query(text="DIED two")),
    Case("", Query(text="died friday")),
    Case("3", Query(text="elan ждем")),
    Case("3", Query(text='élan"s (')),
    Case("", Query(text='"élan NOT')),
    Case("1 2 3 4", Query(text=" *:^ ")),
    Case("1 2 3 4", Query(report="r-1")),
    Case("", Query(report="r-2")),
    Case("1", Query(place=PlaceFilter(regions=("UA-12",)), acts=("assert",), text="died", since=JUNE[2])),
    Case("1 2", Query(limit=2)),
    Case("3 4", Query(limit=2, after="c-2")),
    Case("4", Query(types=("talks",), after="c-1")),
    Case("", Query(limit=0)),
)  # fmt: skip


def id_of(case: Case) -> str:
    """What the query asks for, in short."""
    return ",".join(f"{name}={value}" for name in case.query.__struct_fields__ if (value := getattr(case.query, name)))


@pytest.mark.parametrize("case", CASES, ids=id_of)
def test_claims_that_a_query_asks_for(store: Store, case: Case) -> None:
    put(store, r(), FILTERED)
    assert [claim.id for claim in store.view().claims(case.query)] == [f"c-{n}" for n in case.found.split()]


@pytest.mark.parametrize("case", [case for case in CASES if case.query.limit is None], ids=id_of)
def test_events_of_which_a_claim_fits(store: Store, case: Case) -> None:
    put(store, r(), FILTERED)
    with store.writer() as writer:
        at = [(claim, n) for claim in FILTERED for n in range(len(claim.places) or 1)]
        writer.put_members([claim.id for claim in FILTERED], [m(claim, place=n) for claim, n in at])
        named = linked(*((claim.id, n, claim.id) for claim, n in at))
        writer.put_events("UA|UA-12|strike", "", named, [e(claim.id) for claim in FILTERED])
    assert list(store.view().events(case.query)) == [f"c-{n}" for n in case.found.split()]


def test_claims_come_by_day_then_id(store: Store) -> None:
    put(store, r("r-0", None), [c("c-0", "r-0", None), c("a", "r-0", None), c("x", "r-0", None)])
    put(store, r("r-2", "2025-06-08"), [c("c-ab9", "r-2", "2025-06-08"), c("c-ab1", "r-2", "2025-06-08")])
    put(store, r("r-1"), [c("c-zz"), c("c-ab92"), c("d"), c("c-"), c("B"), c("c-ü")])
    assert ids(store.view()) == "B c- c-ab92 c-zz c-ü d c-ab1 c-ab9 a c-0 x"
    assert ids(store.view(), after="c-zz", limit=2) == "c-ü d"
    with pytest.raises(SaysoError, match="c-9"):
        ids(store.view(), after="c-9")


def test_what_adding_says(store: Store) -> None:
    assert put(store, r(), [c("c-1")]) == "new"
    assert put(store, r(), [c("c-1")]) == "known"
    assert put(store, r(url="https://example.org"), []) == "known"
    assert put(store, r(text="Other."), [c("c-2")]) == "version"
    assert put(store, r(), [c("c-3")], LATER_RUN) == "reading"
    assert put(store, r(), [c("c-3")], LATER_RUN) == "known"
    assert put(store, r("r-2", None)) == "new"
    view = store.view()
    assert view.has(r()) and view.has(r(), LATER_RUN) and not view.has(r(), RUN)
    assert view.has(r(text="Other."), RUN) and not view.has(r(title="A title"))
    assert store.view(JUNE[6]).has(r()) and not store.view(JUNE[5]).has(r()) and not store.view(JUNE[6]).has(r("r-2"))
    assert view.runs() == (RUN, LATER_RUN)


@pytest.mark.parametrize("changes", [{"report": "r-2"}, {"day": "2025-06-08"}, {"day": None}])
def test_claims_of_other_reports_are_refused(store: Store, changes: dict[str, Any]) -> None:
    with pytest.raises(SaysoError, match="c-1 is of report"):
        put(store, r(), [c("c-1", **changes)])
    assert list(store.view().rows()) == []


def test_a_later_version_ends_what_it_does_not_hold(store: Store) -> None:
    put(store, r(day="2025-06-02"), [c("c-1", day="2025-06-02")])
    put(store, r(day="2025-06-05"), [c("c-2", day="2025-06-05")])
    assert seen(store) == ["c-2", "", "c-1", "c-1", "c-1", *["c-2"] * 5]
    assert store.view(JUNE[2]).report("r-1") == r(day="2025-06-02")
    assert store.view().report("r-1") == r(day="2025-06-05")


def test_versions_count_by_day_not_by_arrival(store: Store) -> None:
    put(store, r(day="2025-06-05"), [c("c-2", day="2025-06-05")])
    put(store, r(day="2025-06-02"), [c("c-1", day="2025-06-02")])
    put(store, r(day=None), [c("c-0", day=None)])
    assert seen(store) == ["c-2", "", "c-1", "c-1", "c-1", *["c-2"] * 5]


def test_of_one_day_the_version_added_later_counts(store: Store) -> None:
    put(store, r(), [c("c-1"), c("c-2")])
    put(store, r(text="Mended."), [c("c-2", outlet="Other"), c("c-3")])
    assert ids(store.view()) == ids(store.view(JUNE[6])) == "c-2 c-3"
    assert store.view().claims_of(["c-1", "c-2"]) == {"c-2": c("c-2", outlet="Other")}
    put(store, r(), [c("c-1"), c("c-2")])  # known
    assert ids(store.view()) == "c-2 c-3"


def test_a_new_reading_takes_the_place_of_the_last_in_every_view(store: Store) -> None:
    put(store, r(), [c("c-1"), c("c-2", type="talks")])
    put(store, r(), [c("c-2", type="capture"), c("c-3")], LATER_RUN)
    assert ids(store.view()) == ids(store.view(JUNE[8])) == "c-2 c-3"
    assert ids(store.view(), types=("capture",)) == "c-2" and ids(store.view(), types=("talks",)) == ""
    assert [f.claim for f in store.view().block("UA|UA-12|strike")] == [c("c-2", type="capture"), c("c-3")]


def test_reports_without_a_day_are_seen_without_a_day(store: Store) -> None:
    put(store, r("r-0", None), [c("c-0", "r-0", None)])
    assert seen(store) == ["c-0", *[""] * 9]
    assert store.view(JUNE[29]).report("r-0") is None and store.view().report("r-0") == r("r-0", None)


def test_reports_come_by_day_then_id(store: Store) -> None:
    for report in (r("r-9"), r("r-1", None), r("r-3", "2025-06-01"), r("r-2")):
        put(store, report)
    assert [report.id for report in store.view().reports()] == ["r-3", "r-2", "r-9", "r-1"]
    assert [report.id for report in store.view(JUNE[3]).reports()] == ["r-3"]


def test_rows_are_the_facts_in_order(store: Store) -> None:
    verdict = verdict_of("note", "c-1", author="A", day=JUNE[0], reason="So it is.")
    put(store, r(), [c("c-1")])
    with store.writer() as writer:
        assert writer.judge(verdict)
        assert not writer.judge(verdict)
    put(store, r(), [c("c-1"), c("c-1")], LATER_RUN)
    rows = [RUN, (r(), RUN.id, (c("c-1"),)), verdict, LATER_RUN, (r(), LATER_RUN.id, (c("c-1"), c("c-1")))]
    assert list(store.view().rows()) == rows
    assert store.view().verdicts() == (verdict,)


def test_what_fails_is_undone(store: Store) -> None:
    put(store, r(), [c("c-1")])
    with pytest.raises(KeyError), store.writer() as writer:
        write(writer, r("r-2"), [c("c-2", "r-2", at=("Suva",), by=("FRA/GOV",))])
        writer.put_copies("r-2", [1], [pair("r-1", "r-2")])
        raise KeyError
    view = store.view()
    assert ids(view) == "c-1" and view.sharing([1]) == () and len(list(view.places())) == 1
    put(store, r("r-2"), [c("c-2", "r-2", at=("Suva",), by=("FRA/GOV",))])
    assert ids(view, place=PlaceFilter(ids=("geonames:4",))) == ids(view, by=ActorFilter(country="FRA")) == "c-2"


def test_one_writes_at_a_time(store: Store) -> None:
    with store.writer(), pytest.raises(SaysoError, match="another writer"), store.writer():
        pass
    put(store, r(), [c("c-1")])
    assert ids(store.view()) == "c-1"


def test_places_and_actors_once(store: Store) -> None:
    put(store, r("r-0", "2025-06-09"), [c("c-9", "r-0", "2025-06-09", at=("Dachne",), by=("RUS/GOV",))])
    put(store, r(), FILTERED)
    known = ["geonames:1", "geonames:3", "geonames:4", "geonames:5", "katottg:2"]
    assert [place.id for place in store.view().places()] == known
    assert list(store.view().actors()) == [
        ("-/IGO", "UN"), ("RUS/CVL", "Mayor"), ("RUS/GOV", None), ("RUS/GOV", "Kremlin"), ("UKR/GOV", None),
        ("UKR/MIL", None),
    ]  # fmt: skip
    assert ("RUS/GOV", None) not in store.view(JUNE[7]).actors() and list(store.view(JUNE[0]).places()) == []


def test_members_and_their_events(store: Store) -> None:
    one, two, late = c("c-1", at=("Kolovets", "Dachne")), c("c-2"), c("c-3", "r-2", "2025-06-09")
    put(store, r(), [one, two])
    put(store, r("r-2", "2025-06-09"), [late])
    block = "UA|UA-12|strike"
    with store.writer() as writer:
        writer.put_members(["c-1"], [m(one), m(one, place=1)])
        assert store.view().stale() == {block: ""}
        events = linked(("c-1", 0, "e-1"), ("c-1", 1, "e-2"), ("c-2", 0, "e-1"), ("c-3", 0, "e-1"))
        writer.put_events(block, "", events, [e("e-1", status="disputed"), e("e-2", order=f"{DAY}|c-1|1", first=True)])
    view, early = store.view(), store.view(JUNE[6])
    assert view.stale() == {}
    assert [f.claim.id for f in view.event("e-1")] == ["c-1", "c-2", "c-3"]
    assert [f.claim.id for f in early.event("e-1")] == ["c-1", "c-2"]
    assert store.view(JUNE[5]).event("e-1") == () and view.event("e-9") == ()
    assert view.events_of(["c-1", "c-3", "c-9"]) == {"c-1": ("e-1", "e-2"), "c-3": ("e-1",)}
    assert early.events_of(["c-3"]) == {}
    assert [(f.member.claim, f.member.place, f.member.event) for f in view.block(block)] == [
        ("c-1", 0, "e-1"), ("c-1", 1, "e-2"), ("c-2", 0, "e-1"), ("c-3", 0, "e-1")
    ]  # fmt: skip
    assert list(view.events(Query())) == ["e-2", "e-1"] and list(view.events(Query(first=True))) == ["e-2"]
    assert list(view.events(Query(after="e-2"))) == ["e-1"] and list(view.events(Query(limit=1))) == ["e-2"]
    assert list(view.events(Query(status=("disputed",)))) == ["e-1"]
    assert list(early.events(Query(status=("disputed",)))) == ["e-2", "e-1"]
    assert list(store.view(JUNE[5]).events(Query())) == []
    with pytest.raises(SaysoError, match="e-9"):
        list(view.events(Query(after="e-9")))


def test_events_are_put_from_an_order_on(store: Store) -> None:
    claims = [c("c-1"), c("c-2"), c("c-3")]
    put(store, r(), claims)
    block = "UA|UA-12|strike"
    with store.writer() as writer:
        writer.put_events(
            block, "", linked(*((f"c-{n}", 0, f"e-{n}") for n in (1, 2, 3))), [e("e-1"), e("e-2"), e("e-3")]
        )
        writer.put_members(["c-2"], [m(claims[1])])
        writer.put_events(block, "2025-06-07|c-2|0", linked(("c-2", 0, "e-1")), [e("e-1", first=True)])
    view = store.view()
    assert list(view.events(Query())) == ["e-1"] and list(view.events(Query(first=True))) == ["e-1"]
    assert view.events_of(["c-1", "c-2", "c-3"]) == {"c-1": ("e-1",), "c-2": ("e-1",)}


def test_what_makes_a_block_stale(store: Store) -> None:
    claims = [c("c-1"), c("c-2"), c("c-3", type="talks")]
    put(store, r(), claims)
    with store.writer() as writer:
        for block in store.view().stale():
            writer.put_events(block, "", {}, ())
        assert store.view().stale() == {}
        writer.put_members(["c-3"], [m(claims[2], "UA|UA-12|talks")])
    assert store.view().stale() == {"UA|UA-12|strike": "", "UA|UA-12|talks": "2025-06-07|c-3|0"}
    with store.writer() as writer:
        writer.make_stale(["UA|UA-12|strike", "nothing"])
        assert store.view().stale()["UA|UA-12|strike"] == ""
        writer.put_events("UA|UA-12|strike", "", {}, ())
        writer.put_events("UA|UA-12|talks", "", {}, ())
        writer.make_stale()
        assert len(store.view().stale()) == 2
        writer.put_events("UA|UA-12|strike", "", {}, ())
        writer.put_events("UA|UA-12|talks", "", {}, ())
        writer.add(r(), claims[:1], LATER_RUN)  # c-2 and c-3 are gone
    assert store.view().stale() == {"UA|UA-12|strike": "", "UA|UA-12|talks": ""}


def test_by_what_it_was_made(store: Store) -> None:
    assert store.view().made_by() is None
    for rules in ("1", "2"):
        with store.writer() as writer:
            writer.make_by(rules)
    with pytest.raises(KeyError), store.writer() as writer:
        writer.make_by("3")
        raise KeyError
    assert store.view().made_by() == "2"


def test_statements_of_ground(store: Store) -> None:
    claims = [c(f"c-{n}", "r-1") for n in range(6)]
    put(store, r(), claims)
    held = [
        h(claims[0], start="2025-06-01"), h(claims[1], start="2025-06-03"), h(claims[2], start="2025-06-05"),
        h(claims[3], denied=True), h(claims[4], "Kursk", "UKR/MIL=Staff"), h(claims[5], "Dachne", "press"),
    ]  # fmt: skip
    with store.writer() as writer:
        writer.put_holdings([claim.id for claim in claims], held)
        writer.put_holdings(["c-0"], [held[0]])

    def found(**query: Any) -> str:
        return " ".join(holding.claim for holding in store.view(query.pop("day", None)).holdings(**query))

    assert next(store.view().holdings()) == held[4]
    assert found() == "c-4 c-0 c-1 c-2 c-3 c-5"
    assert found(at=JUNE[29]) == "c-4 c-3 c-5" and found(at=JUNE[3]) == "c-0 c-1" and found(at=JUNE[0]) == "c-0"
    assert found(day=JUNE[5]) == "" and found(day=JUNE[6]) == found()
    assert found(place=PlaceFilter(countries=("UA",))) == "c-0 c-1 c-2 c-3 c-5"
    assert found(place=PlaceFilter(box=Box(west=36, south=51, east=37, north=52))) == "c-4"
    assert found(place=PlaceFilter(regions=("RU-KRS",)), at=JUNE[29]) == "c-4" and found(place=PlaceFilter()) == ""
    assert found(by=ActorFilter(country="UKR")) == found(by=ActorFilter(name="Staff")) == "c-4"
    assert found(by=ActorFilter(sector="press")) == "c-5"
    with store.writer() as writer:
        writer.put_holdings(["c-0", "c-1"], [held[1]])
    assert found(by=ActorFilter(country="RUS"), at=JUNE[29]) == "c-3"


def test_copies(store: Store) -> None:
    for n in range(4):
        put(store, r(f"r-{n}", f"2025-06-0{n + 1}"))
    with store.writer() as writer:
        writer.put_copies("r-0", [1, 2, -(2**63)], [])
        writer.put_copies("r-1", [2, 3], [pair("r-0", "r-1")])
        writer.put_copies("r-2", [1, 2, 3], [pair("r-1", "r-2"), pair("r-0", "r-2")])
    view = store.view()
    assert view.sharing([1, 2]) == ("r-0", "r-2", "r-1") and view.sharing([-(2**63), 9]) == ("r-0",)
    assert list(view.pairs(["r-0"])) == [pair("r-0", "r-1"), pair("r-0", "r-2")]
    assert list(store.view(JUNE[1]).pairs(["r-0", "r-1"])) == [pair("r-0", "r-1")]
    with store.writer() as writer:
        writer.put_copies("r-1", [5], [])
    assert view.sharing([2, 3, 5]) == ("r-2", "r-0", "r-1")
    assert list(view.pairs(["r-1"])) == [] and len(list(view.pairs(["r-2"]))) == 1


def test_a_key_is_kept_for_the_first_reports_alone(store: Store) -> None:
    with store.writer() as writer:
        for n in range(PER_KEY + 5):
            writer.put_copies(f"r-{n:04}", [7], [])
    assert store.view().sharing([7]) == tuple(f"r-{n:04}" for n in range(PER_KEY))


def test_a_view_knows_its_day(store: Store) -> None:
    assert store.view().as_known is None and store.view(JUNE[0]).as_known == JUNE[0]
    assert JUNE[6].isoformat() == DAY
