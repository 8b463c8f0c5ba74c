"""How a ledger grows: fills one with invented claims, and prints how long adding and asking take as a Markdown table.

Nothing is read: reports of ten claims each are drawn at random, the same in every run, over 3,000 places of 60 regions
in the countries of three wars, 900 days and 40 voices. One report in ten is a reprint, one claim in twenty a denial,
one in seven looks back more than a year. Of ground mostly the same six voices speak. Copies, events and territory are
those that the ledger makes of them.

    python scripts/growth.py FOLDER [CLAIMS...]
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import accumulate
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from sayso.desk import Ledger, open_ledger
from sayso.desk.filing import Filing
from sayso.model import (
    Claim,
    Holder,
    PlaceMention,
    Report,
    Sector,
    Span,
    Territory,
    Voice,
    When,
    Words,
    content_id,
    run_of,
)

SIZES = ("10000", "100000", "1000000")
RUN = run_of("growth", "none")
DAYS = [date(2023, 1, 1) + timedelta(days=n) for n in range(900)]
COUNTRIES = {"UA": "UKR", "RU": "RUS", "SY": "SYR", "SD": "SDN"}
REGIONS = [
    f"{country}-{n:02}" for country, many in (("UA", 24), ("RU", 8), ("SY", 14), ("SD", 14)) for n in range(many)
]
TYPES = {
    "shelling": 20, "air_strike": 18, "attack": 8, "clash": 12, "advance": 9, "capture": 5, "control": 6,
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


def filing(n: int, reports: int) -> Filing:
    """A report with its claims. Every tenth is the one before it, under another name."""
    dice = Random(n - 1 if n % 10 == 9 else n)
    text = " ".join(dice.choices(WORDS, cum_weights=WEIGHTS, k=200))
    day = DAYS[n * len(DAYS) // reports]
    report = Report(id=f"r-{n}", text=text, title="Growth", published=day, outlet=f"Outlet {n % 50}")
    return Filing(report=report, claims=tuple(claim_of(dice, report, day, at) for at in range(10)), run=RUN)


def claim_of(dice: Random, report: Report, day: date, at: int) -> Claim:
    """An invented claim."""
    type_, sentence = dice.choices(list(TYPES), list(TYPES.values()))[0], report.text[at * 90 : at * 90 + 120]
    start = day - timedelta(days=dice.choice((0, 0, 1, 1, 2, 3, 400)))
    holder = Holder(country=dice.choice(("UKR", "RUS")), sector="MIL")
    voice = dice.choice(VOICES[:6] if type_ in GROUND and dice.random() < 0.9 else VOICES)
    return Claim(
        id=content_id("c", report.id, at), report=report.id, part="text", type=type_, polarity="affirmed",
        sentence=Words(start=0, end=120, text=sentence), trigger=Words(start=0, end=5, text=sentence[:5]),
        act="deny" if dice.random() < 0.05 else "assert", reality="actual", first=dice.random() < 0.01,
        quote="indirect", content=(Span(10, 100),), voices=(voice,) if dice.random() < 0.8 else (),
        agents=(dice.choice(VOICES),), targets=(), places=(dice.choice(PLACES),), counts=(), confidence=0.8,
        time=When(text=None, start=start, end=start, edtf=start.isoformat()), how={"type": "drawn", "places": "drawn"},
        territory=Territory(holder=holder, relation="controls", place=0) if type_ in GROUND else None,
        published=day.isoformat(), outlet=report.outlet,
    )  # fmt: skip


def box(dice: Random) -> str:
    """A box at most five degrees wide."""
    west, south = dice.uniform(22, 41), dice.uniform(44, 52)
    return f"{west:.3f},{south:.3f},{west + dice.uniform(0, 5):.3f},{south + 1:.3f}"


def days(dice: Random) -> dict[str, date]:
    """A stretch of at most two months."""
    since = dice.choice(DAYS)
    return {"since": since, "until": since + timedelta(days=dice.randrange(60))}


def actor(dice: Random) -> str:
    """A country, an actor or a name."""
    one = dice.choice(VOICES)
    return dice.choice((str(one.country), one.id, one.name or one.id))


FILTERS: dict[str, Callable[[Random], dict[str, Any]]] = {
    "nothing": lambda dice: {},
    "place": lambda dice: {"place": f"sayso:{dice.randrange(3_000)}"},
    "region": lambda dice: {"place": dice.choice(REGIONS)},
    "country": lambda dice: {"place": dice.choice(list(COUNTRIES))},
    "box": lambda dice: {"place": box(dice)},
    "type": lambda dice: {"type": tuple(dice.sample(list(TYPES), dice.randint(1, 3)))},
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


def ask(dice: Random, ledger: Ledger, kind: str, names: str) -> object:
    """The first fifty claims or events of some filters, half of the times as known on a day."""
    parts = {key: part for name in names.split() for key, part in FILTERS[name](dice).items()}
    return getattr(ledger, kind)(**parts, as_known=dice.choice((None, dice.choice(DAYS))), limit=50)


def measure(ledger: Ledger) -> Iterator[tuple[str, float]]:
    """What is asked, and the milliseconds it takes."""
    ledger.claims(limit=1)  # what is looked up once in a program
    for kind in ("claims", "events"):
        for names in (*FILTERS, *MIXED):
            yield f"{kind}: {names}", p95(partial(ask, ledger=ledger, kind=kind, names=names))
    yield "events: disputed", p95(lambda dice: ledger.disputes(limit=50), 5)
    events = [event.id for event in ledger.events(limit=500)]
    yield "an event's page", p95(lambda dice: ledger.event(dice.choice(events)))
    yield "territory of a country on a day", p95(lambda dice: ledger.territory(dice.choice(DAYS), place="UA"), 10)


def main(folder: str, *sizes: str) -> None:
    """Print the table."""
    table = defaultdict[str, list[float]](list)
    for size in map(int, sizes or SIZES):
        path = Path(folder) / f"growth-{size}.ledger"
        made = not path.exists()
        with open_ledger(path, create=True) as ledger:
            if made:
                filings = [filing(n, size // 10) for n in range(size // 10)]
                for what, work in (("added", lambda made=filings: ledger.keep(made)), ("folded", ledger.fold)):
                    began = perf_counter()
                    work()
                    table[f"claims {what} a second"].append(size / (perf_counter() - began))
            for name, taken in measure(ledger):
                table[name].append(taken)
    print("| ms, unless said otherwise |", *(f"{int(size):,} |" for size in sizes or SIZES), "last to first |")
    print("| --- |", *("---: |" for _ in (*(sizes or SIZES), "")))
    for name, row in table.items():
        print(f"| {name} |", *(f"{taken:,.1f} |" for taken in row), f"{row[-1] / max(row[0], 0.01):.1f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
