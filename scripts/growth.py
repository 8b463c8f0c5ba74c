"""How a ledger grows: fills one with invented claims, and prints how long adding and asking take as a Markdown table.

Nothing is read: reports of ten claims each are drawn at random, the same in every run, over 3,000 places of 60 regions
in three countries, 900 days and 40 voices. One report in ten is a reprint, one claim in twenty a denial.

    python scripts/growth.py FOLDER [CLAIMS...]
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate, batched
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from sayso.ledger.base import Store, Writer
from sayso.ledger.open import open_store
from sayso.model import (
    ActorFilter,
    Box,
    Claim,
    CopyPair,
    EventPlace,
    EventRow,
    Holder,
    Holding,
    Member,
    PlaceFilter,
    PlaceMention,
    Query,
    Report,
    Sector,
    Span,
    Status,
    Territory,
    Voice,
    When,
    Words,
    content_id,
    run_of,
)  # fmt: skip

SIZES = ("10000", "100000", "1000000")
BATCH = 200  # reports in a transaction
RUN = run_of("growth", "none")
DAYS = [date(2023, 1, 1) + timedelta(days=n) for n in range(900)]
COUNTRIES = {"UA": "UKR", "RU": "RUS", "MD": "MDA"}
REGIONS = [f"{country}-{n:02}" for country, many in (("UA", 36), ("RU", 18), ("MD", 6)) for n in range(many)]
TYPES = {
    "shelling": 20, "drone_strike": 18, "missile_strike": 8, "clash": 12, "advance": 9, "capture": 5, "control": 6,
    "withdrawal": 1, "talks": 8, "statement": 8, "sanction": 3, "aid": 2,
}  # fmt: skip
GROUND = ("advance", "capture", "control", "withdrawal")
SECTORS: tuple[Sector, ...] = ("GOV", "MIL", "COP", "CVL")
WORLD = Random(1)
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
WORDS = ["".join(WORLD.choices(SYLLABLES, k=WORLD.randint(1, 4))) for _ in range(20_000)]
WEIGHTS = list(accumulate(1 / (n + 10) for n in range(20_000)))  # Zipf's law


def place(n: int) -> PlaceMention:
    """An invented place."""
    region, lat, lon = WORLD.choice(REGIONS), WORLD.uniform(44, 53), WORLD.uniform(22, 42)
    return PlaceMention(
        start=0, end=5, text=f"Place {n}", id=f"sayso:{n}", name=f"Place {n}", level="settlement", country=region[:2],
        admin1=region, lat=lat, lon=lon, uncertainty_km=3.0, confidence=0.9,
    )  # fmt: skip


def voice(n: int) -> Voice:
    """An invented voice, every other one with a name."""
    country, sector = WORLD.choice(list(COUNTRIES.values())), WORLD.choice(SECTORS)
    name, id_ = f"Speaker {n}" if n % 2 else None, f"{country}/{sector}"
    return Voice(start=0, end=2, text="He", country=country, sector=sector, name=name, id=id_, cue=None, level=0)


PLACES, VOICES = [place(n) for n in range(3_000)], [voice(n) for n in range(40)]


def report_of(n: int, reports: int) -> tuple[Report, list[Claim], list[int]]:
    """A report with its claims and keys of copies. Every tenth is the one before it, under another name."""
    dice = Random(n - 1 if n % 10 == 9 else n)
    text, keys = " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=200)), [dice.getrandbits(62) for _ in range(35)]
    day = DAYS[n * len(DAYS) // reports]
    report = Report(id=f"r-{n}", text=text, title="Growth", published=day, outlet=f"Outlet {n % 50}")
    return report, [claim_of(dice, report, day, at) for at in range(10)], keys


def claim_of(dice: Random, report: Report, day: date, at: int) -> Claim:
    """An invented claim."""
    type_, sentence = dice.choices(list(TYPES), list(TYPES.values()))[0], report.text[at * 90 : at * 90 + 120]
    start = day - timedelta(days=dice.choice((0, 0, 1, 1, 2, 3, 400)))
    holder = Holder(country=dice.choice(("UKR", "RUS")), sector="MIL")
    return Claim(
        id=content_id("c", report.id, at), report=report.id, part="text", type=type_, polarity="affirmed",
        sentence=Words(start=0, end=120, text=sentence), trigger=Words(start=0, end=5, text=sentence[:5]),
        act="deny" if dice.random() < 0.05 else "assert", reality="actual", first=dice.random() < 0.01,
        quote="indirect", content=(Span(10, 100),), voices=(dice.choice(VOICES),) if dice.random() < 0.8 else (),
        agents=(dice.choice(VOICES),), targets=(), places=(dice.choice(PLACES),), counts=(), confidence=0.8,
        time=When(text=None, start=start, end=start, edtf=start.isoformat()), how={"type": "drawn", "places": "drawn"},
        territory=Territory(holder=holder, relation="controls", place=0) if type_ in GROUND else None,
        published=day.isoformat(), outlet=report.outlet,
    )  # fmt: skip


def member_of(claim: Claim) -> Member:
    """The member of a claim at its place."""
    block = f"{claim.places[0].country}|{claim.places[0].admin1}|{claim.type}"
    return Member(claim=claim.id, place=0, block=block, order=f"{claim.published}|014|{claim.id}|0")


def holdings_of(claims: list[Claim]) -> Iterator[Holding]:
    """What claims say of ground."""
    for claim in claims:
        if claim.territory is not None and claim.time is not None:
            p = claim.places[0]
            yield Holding(
                claim=claim.id, voice=claim.voices[0].id if claim.voices else "press", name=None, act=claim.act,
                place=EventPlace(
                    name=p.name, level=p.level, country=p.country, admin1=p.admin1, lat=p.lat, lon=p.lon, id=p.id
                ),
                holder=claim.territory.holder, relation="controls", denied=claim.act == "deny",
                start=claim.time.start, end=None, published=date.fromisoformat(str(claim.published)),
            )  # fmt: skip


def fill(store: Store, claims: int) -> float:
    """Add claims with all that is derived from them but events; gives the seconds that the store took."""
    seconds = 0.0
    for numbers in batched(range(claims // 10), BATCH):
        drawn = [(n, *report_of(n, claims // 10)) for n in numbers]
        derived = [([member_of(claim) for claim in found], list(holdings_of(found))) for _, _, found, _ in drawn]
        began = perf_counter()
        with store.writer() as writer:
            for (n, report, found, keys), (members, ground) in zip(drawn, derived, strict=True):
                writer.add(report, found, RUN)
                writer.put_members([claim.id for claim in found], members)
                writer.put_holdings([claim.id for claim in found], ground)
                copies = [CopyPair(a=f"r-{n - 1}", b=report.id, containment=1.0)] if n % 10 == 9 else []
                writer.put_copies(report.id, keys, copies)
        seconds += perf_counter() - began
    return seconds


def link(store: Store) -> None:
    """Events of about three claims."""
    for blocks in batched(store.view().stale(), 10):
        with store.writer() as writer:
            for block in blocks:
                link_block(store, writer, block)


def link_block(store: Store, writer: Writer, block: str) -> None:
    """Claims of a block that tell of the same two days are an event."""
    events: dict[tuple[str, int | None], str] = {}
    rows: dict[int, EventRow] = {}
    for folded in store.view().block(block):
        claim, order = folded.claim, folded.member.order
        days = claim.time.start.toordinal() // 2 if claim.time is not None else 0
        status: Status = "disputed" if claim.act == "deny" else "claimed"
        row = EventRow(id=content_id("e", claim.id), block=block, order=order, status=status, first=claim.first)
        events[folded.member.claim, folded.member.place] = rows.setdefault(days, row).id
    writer.put_events(block, "", events, rows.values())


def box(dice: Random) -> PlaceFilter:
    """A box at most five degrees wide."""
    west, south = dice.uniform(22, 41), dice.uniform(44, 52)
    return PlaceFilter(box=Box(west=west, south=south, east=west + dice.uniform(0, 5), north=south + 1))


def days(dice: Random) -> dict[str, date]:
    """A stretch of at most two months."""
    since = dice.choice(DAYS)
    return {"since": since, "until": since + timedelta(days=dice.randrange(60))}


def actor(dice: Random) -> ActorFilter:
    """A country, and perhaps a sector or a name."""
    one = dice.choice(VOICES)
    return ActorFilter(
        country=one.country, sector=dice.choice((None, one.sector)), name=dice.choice((None, None, one.name))
    )


FILTERS: dict[str, Callable[[Random], dict[str, Any]]] = {
    "nothing": lambda dice: {},
    "place": lambda dice: {"place": PlaceFilter(ids=(f"sayso:{dice.randrange(3_000)}",))},
    "region": lambda dice: {"place": PlaceFilter(regions=(dice.choice(REGIONS),))},
    "country": lambda dice: {"place": PlaceFilter(countries=(dice.choice(list(COUNTRIES)),))},
    "box": lambda dice: {"place": box(dice)},
    "type": lambda dice: {"types": tuple(dice.sample(list(TYPES), dice.randint(1, 3)))},
    "by": lambda dice: {"by": actor(dice)},
    "about": lambda dice: {"about": actor(dice)},
    "since": lambda dice: {"since": dice.choice(DAYS)},
    "until": lambda dice: {"until": dice.choice(DAYS)},
    "days": days,
    "text": lambda dice: {"text": " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=dice.randint(1, 2)))},
    "report": lambda dice: {"report": f"r-{dice.randrange(1_000)}"},
}
MIXED = ("region type", "region type by days", "box text", "country text by", "about days", "type until", "by since")


def p95(work: Callable[[Random], object], times: int = 60) -> float:
    """Milliseconds that 19 askings in 20 stay below."""
    dice, taken = Random(7), []
    for _ in range(times):
        began = perf_counter()
        work(dice)
        taken.append(1000 * (perf_counter() - began))
    return sorted(taken)[int(0.95 * times) - 1]


def measure(store: Store) -> Iterator[tuple[str, float]]:
    """What is asked, half of the times as known on a day, and the milliseconds it takes."""
    view = store.view()
    for names in (*FILTERS, *MIXED):

        def ask(dice: Random, kind: str, names: str = names) -> list[object]:
            parts = {key: part for name in names.split() for key, part in FILTERS[name](dice).items()}
            return list(getattr(store.view(dice.choice((None, dice.choice(DAYS)))), kind)(Query(**parts, limit=50)))

        for kind in ("claims", "events"):
            yield f"{kind}: {names}", p95(lambda dice, ask=ask, kind=kind: ask(dice, kind))  # type: ignore[misc]
    events = list(view.events(Query(limit=2_000)))
    yield "an event", p95(lambda dice: view.event(dice.choice(events)))
    country = PlaceFilter(countries=("UA",))
    yield "ground of a country", p95(lambda dice: list(view.holdings(country, at=dice.choice(DAYS))), 20)
    yield "a block", p95(lambda dice: view.block(f"{(region := dice.choice(REGIONS))[:2]}|{region}|shelling"), 20)
    yield "what is stale", p95(lambda dice: view.stale())
    yield "reports that share keys", p95(lambda dice: view.sharing(report_of(dice.randrange(1_000), 1_000)[2]))


def main(folder: str, *sizes: str) -> None:
    """Print the table."""
    table = defaultdict[str, list[float]](list)
    for size in map(int, sizes or SIZES):
        path = Path(folder) / f"growth-{size}.sqlite"
        made = not path.exists()
        store = open_store(path, create=True)
        if made:
            table["to add a thousand claims"].append(1e6 * fill(store, size) / size)
            began = perf_counter()
            link(store)
            table["to keep their events"].append(1e6 * (perf_counter() - began) / size)
        for name, taken in measure(store):
            table[name].append(taken)
        store.close()
    print("| ms |", *(f"{int(size):,} |" for size in sizes or SIZES), "last to first |")
    print("| --- |", *("---: |" for _ in (*(sizes or SIZES), "")))
    for name, row in table.items():
        print(f"| {name} |", *(f"{taken:.1f} |" for taken in row), f"{row[-1] / max(row[0], 0.01):.1f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
