"""Whatever is written in whatever order, the stores answer alike."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_ledger import LATER_RUN, RUN, c, e, h, m, pair, r
from msgspec.structs import replace

from sayso.ledger.base import Store, View, Writer
from sayso.ledger.open import open_store
from sayso.model import ActorFilter, Box, PlaceFilter, Query, verdict_of

type Step = Callable[[Writer], object]

REPORTS = ("r-1", "r-2", "r-3")
DAYS = (None, "2025-06-01", "2025-06-03", "2025-07-09")
BLOCKS = ("A", "B")
KNOWN = (None, date(2025, 6, 1), date(2025, 6, 2), date(2025, 7, 9))
ACTORS = ("UKR/GOV", "RUS/GOV=Kremlin", "RUS/MIL", "-/IGO=UN")
PLACES = ("Kolovets", "Dachne", "Kursk", "Suva", "Apia", "Russian", "Nowhere")
TEXTS = ("Two died.", "Élan, said 2 of them: died", "нікого-нікого", "...", "the village of Dachne was taken")
SPANS = (None, ("2025-06-01", "2025-06-03"), ("2025-05-01", "2025-05-02"), ("2014-03-01", "2026-01-01"))

some = st.sampled_from


def several(these: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(some(these), max_size=2, unique=True).map(lambda picked: tuple(picked))


boxes = st.builds(
    Box, west=some([-175.0, 30.0, 36.5, 170.0]), east=some([-170.0, 36.0, 40.0, 179.0]),
    south=some([-20.0, 47.0, 48.5]), north=some([-10.0, 48.5, 60.0]),
)  # fmt: skip
places = st.builds(
    PlaceFilter, ids=several(("geonames:1", "katottg:2", "none")), countries=several(("UA", "RU", "FJ")),
    regions=several(("UA-12", "RU-KRS")), box=st.none() | boxes,
)  # fmt: skip
actors = st.builds(
    ActorFilter, country=some([None, "UKR", "RUS"]), sector=some([None, "GOV", "MIL", "IGO", "press"]),
    name=some([None, "Kremlin", "UN"]),
)  # fmt: skip
days = some([None, *(date(2025, month, day) for month in (5, 6, 7) for day in (1, 2, 3))])
queries = st.builds(
    Query, place=st.none() | places, types=several(("shelling", "talks", "capture")), acts=several(("assert", "deny")),
    by=st.none() | actors, about=st.none() | actors, since=days, until=days,
    text=some([None, None, "died", "elan died", "нікого", "?", "dachne"]), report=some([None, None, "r-1"]),
    status=several(("claimed", "disputed")), first=some([False, False, True]), limit=some([None, 1, 3]),
)  # fmt: skip


@st.composite
def additions(draw: st.DrawFn) -> Step:
    report, day = draw(some(REPORTS)), draw(some(DAYS))
    names = draw(st.lists(some("abc"), max_size=3))
    claims = [
        c(
            f"c-{report}-{day}-{name}", report, day, at=draw(several(PLACES)), by=draw(several(ACTORS)),
            agents=draw(several(ACTORS)), holder=draw(some([None, "RUS/MIL"])), on=draw(some(SPANS)),
            text=draw(some(TEXTS)), type=draw(some(["shelling", "talks", "capture"])),
            act=draw(some(["assert", "deny"])),
        )
        for name in names
    ]  # fmt: skip
    whole = r(report, day, text=draw(some(["One.", "Two."])), url=draw(some([None, "https://example.org"])))
    run, blocks = draw(some([RUN, LATER_RUN])), [draw(some(BLOCKS)) for _ in claims]
    ground = [
        h(claim, draw(some(PLACES)), draw(some((*ACTORS, "press"))), denied=draw(st.booleans())) for claim in claims
    ]

    def step(writer: Writer) -> object:
        added = writer.add(whole, claims, run)
        if added != "known":
            writer.put_members([each.id for each in claims], [m(*each) for each in zip(claims, blocks, strict=True)])
            writer.put_holdings([each.id for each in claims], ground)
        return added

    return step


@st.composite
def foldings(draw: st.DrawFn) -> Step:
    """As a fold would: every member of a block gets one of a few events, named and dated by its claims."""
    block, modulus, since = draw(some(BLOCKS)), draw(st.integers(1, 3)), draw(some(["", "2025-06-02"]))

    def step(writer: Writer) -> None:
        members = [folded.member for folded in VIEWED[writer].view().block(block)]
        events = {
            (each.claim, each.place): f"e-{block}-{len(each.claim) % modulus}" if each.order >= since else each.event
            for each in members
        }
        founded: dict[str, str] = {}  # the order of the first member
        for each in members:
            if (event := events[each.claim, each.place]) is not None:
                founded.setdefault(event, each.order)
        rows = [
            e(event, block=block, order=order, first=modulus == 1, status=("claimed", "disputed")[len(order) % 2])
            for event, order in founded.items()
        ]
        linked = {at: event for at, event in events.items() if event is not None}
        writer.put_events(block, since, linked, rows)

    return step


@st.composite
def others(draw: st.DrawFn) -> Step:
    a, b = draw(st.permutations(REPORTS))[:2]
    keys = draw(st.lists(st.integers(-3, 3), max_size=4))
    blocks = draw(st.none() | several(BLOCKS))
    verdict = verdict_of("note", draw(some(["c-1", "c-2"])), author="A", day=date(2025, 6, 1))
    steps: tuple[Step, ...] = (
        lambda writer: writer.put_copies(a, keys, [pair(a, b)]),
        lambda writer: writer.make_stale(blocks),
        lambda writer: writer.make_by(a),
        lambda writer: writer.judge(verdict),
    )
    return draw(some(steps))


VIEWED: dict[Writer, Store] = {}


def run(store: Store, writings: Sequence[Sequence[Step]]) -> list[object]:
    said: list[object] = []
    for steps in writings:
        with store.writer() as writer:
            VIEWED[writer] = store
            said += [step(writer) for step in steps]
            del VIEWED[writer]
    return said


def paged(view: View, query: Query) -> list[Any]:
    """Page after page, one row each."""
    after: Any = None
    found: list[Any] = []
    while page := [claim.id for claim in view.claims(replace(query, limit=1, after=after))]:
        found += page
        after = page[0]
    after = None
    while events := list(view.events(replace(query, limit=1, after=after))):
        found += events
        after = events[0]
    return found


def answers(store: Store, asked: Sequence[Query]) -> list[Any]:
    whole = store.view()
    found: list[Any] = [
        whole.made_by(),
        list(whole.rows()),
        whole.verdicts(),
        whole.runs(),
        whole.stale(),
        whole.sharing(range(-3, 4)),
    ]
    found += [whole.block(block) for block in BLOCKS]
    for day in KNOWN:
        view = store.view(day)
        claims = [claim.id for claim in view.claims(Query())]
        events = list(view.events(Query()))
        found += [view.counts(), claims, events, list(view.reports()), list(view.places()), list(view.actors())]
        found += [view.events_of(claims), [view.event(event) for event in events], view.claims_of(claims)]
        found += [list(view.holdings(at=at)) for at in KNOWN] + [list(view.pairs(REPORTS))]
        for query in asked:
            found += [[claim.id for claim in view.claims(query)], list(view.events(query)), paged(view, query)]
            found += [list(view.holdings(query.place, query.by, query.until))]
    return found


@settings(max_examples=60, deadline=None)
@given(
    writings=st.lists(st.lists(additions() | additions() | foldings() | others(), max_size=4), min_size=1, max_size=4),
    asked=st.lists(queries, min_size=3, max_size=8),
)
def test_stores_answer_alike(writings: list[list[Step]], asked: list[Query]) -> None:
    with TemporaryDirectory() as folder:
        memory, file = open_store(":memory:"), open_store(str(Path(folder) / "ledger.sqlite"), create=True)
        assert run(memory, writings) == run(file, writings)
        for one, other in zip(answers(memory, asked), answers(file, asked), strict=True):
            assert one == other
        file.close()
