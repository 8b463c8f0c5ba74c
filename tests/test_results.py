"""What the library gives back are sequences that turn into tables."""

import pytest
from invented_claims import claim
from invented_events import event

import sayso
from sayso.output.event_table import COLUMNS as EVENT_COLUMNS
from sayso.output.table import COLUMNS as CLAIM_COLUMNS
from sayso.results import Claims, Events, Records


@pytest.mark.parametrize(
    ("records", "columns"),
    [
        (Claims([claim(), claim(id="c-2")], ["a line"]), CLAIM_COLUMNS),
        (Events([event(), event(id="e-2")], ["a line"]), EVENT_COLUMNS),
    ],
)
def test_they_are_sequences_and_tables(records: Records[object], columns: dict[str, str]) -> None:
    assert (len(records), len(records[:1]), type(records[1:])) == (2, 1, type(records))
    assert records[1:].problems == ("a line",)
    assert records.to_arrow().schema.names == list(columns)
    frame = records.to_pandas()
    assert list(frame.id) == [record.id for record in records]  # type: ignore[attr-defined]
    assert (frame.start >= "2025-06-06").all()


def test_the_ledger_is_there_by_name() -> None:
    from sayso.desk import Ledger, open_ledger

    assert (sayso.Ledger, sayso.open_ledger) == (Ledger, open_ledger)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        sayso.nothing  # noqa: B018
