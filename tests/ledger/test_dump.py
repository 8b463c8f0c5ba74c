"""A ledger goes through its dump without loss."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_ledger import LATER_RUN, RUN, c, r

from sayso.errors import SaysoError
from sayso.ledger.base import Store
from sayso.ledger.dump import Loaded, dump, load, parse
from sayso.ledger.memory import MemoryStore
from sayso.ledger.open import open_store
from sayso.model import Claim, Report, Run, Verdict, verdict_of

HEADER = b'{"schema":"sayso/ledger/1"}\n'


def loaded(store: Store, lines: Iterable[bytes]) -> dict[str, int]:
    with store.writer() as writer:
        return load(lines, writer.add, writer.judge)


def filled(store: Store, rows: Iterable[Loaded]) -> Store:
    with store.writer() as writer:
        for row in rows:
            writer.judge(row) if isinstance(row, Verdict) else writer.add(*row)
    return store


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
verdicts = st.builds(
    verdict_of, st.sampled_from(["note", "rejected", "same"]), texts, texts, author=texts, day=st.dates(), reason=texts
)


@st.composite
def readings(draw: st.DrawFn) -> tuple[Report, tuple[Claim, ...], Run]:
    id_, day = draw(st.sampled_from(["r-1", "r-2"])), draw(st.sampled_from([None, "2025-06-01"]))
    report = r(id_, day, text=draw(texts), title=draw(st.none() | texts), url=draw(st.none() | texts))
    numbers = draw(st.lists(st.floats(allow_nan=False, allow_infinity=False), max_size=2))
    claims = [c(f"c-{n}", id_, day, confidence=n, how={"type": draw(texts)}) for n in numbers]
    return report, tuple(claims), draw(st.sampled_from([RUN, LATER_RUN]))


@settings(max_examples=40, deadline=None)
@given(st.lists(readings() | verdicts, max_size=8))
def test_round_trip(rows: list[Loaded]) -> None:
    first = filled(MemoryStore(), rows)
    lines = list(dump(first.view()))
    assert all(line.count(b"\n") == 1 for line in lines)
    with TemporaryDirectory() as folder:
        for store in (MemoryStore(), open_store(Path(folder) / "ledger.sqlite", create=True)):
            loaded(store, lines)
            assert list(store.view().rows()) == list(first.view().rows())
            assert list(dump(store.view())) == lines
            store.close()


def test_what_loading_says() -> None:
    note = verdict_of("note", "c-1", author="A", day=date(2025, 6, 1))
    rows: list[Loaded] = [
        (r(), (c("c-1"),), RUN),
        (r(text="Other."), (), RUN),
        (r(), (), LATER_RUN),
        (r("r-2"), (), RUN),
        note,
    ]
    lines = list(dump(filled(MemoryStore(), rows).view()))
    store = MemoryStore()
    assert loaded(store, lines) == {"new": 2, "version": 1, "reading": 1, "verdicts": 1}
    assert loaded(store, [*lines[:3], *lines]) == {"reading": 2, "known": 3}
    assert loaded(MemoryStore(), [HEADER]) == {}


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "empty"),
        ([b"\x00\xff\n"], "Line 1 of the dump is broken"),
        ([b'{"run":{"id":"run-1","version":"1","model":"m","settings":""}}\n'], "Line 1 .* schema"),
        ([b'{"schema":"sayso/ledger/2"}\n'], "Line 1 .* schema is sayso/ledger/2"),
        ([HEADER, b'{"verdict":{"id":"v-1","kind":"no'], "Line 2 .* truncated"),
        ([HEADER, b'{"verdict":{"id":"v-1","kind":"maybe"}}\n'], r"Line 2 .*\$\.verdict"),
        ([HEADER, b'{"claim":{}}\n'], "Line 2 .* unknown field `claim`"),
        ([HEADER, b'{"report":{"id":"r-1","text":"One."},"by":"run-9"}\n'], "Line 2 .* run run-9"),
        ([HEADER, b'{"report":{"id":"r-1","text":"\xff"},"by":"run-9"}\n'], "Line 2 .* UTF-8"),
        ([HEADER, b"\n"], "Line 2 of the dump is broken"),
    ],
)  # fmt: skip
def test_a_broken_line_is_named(lines: list[bytes], message: str) -> None:
    with pytest.raises(SaysoError, match=message):
        list(parse(lines))
