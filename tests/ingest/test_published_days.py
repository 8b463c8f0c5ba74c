from datetime import UTC, date, datetime

import pytest

from sayso.ingest.days import day_of


@pytest.mark.parametrize(
    "written",
    [
        "2022-01-29",
        "2022-01-29T04:30:00Z",
        "2022-01-29T23:30:00+03:00",
        "2022-01-29 04:30:00",
        "20220129T043000Z",
        "20220129",
        20220129,
        "Sat, 29 Jan 2022 04:30:00 GMT",
        "29 Jan 2022 04:30:00 +0200",
        "January 29, 2022",
        "Jan 29, 2022",
        "29 January 2022",
        "Saturday, January 29, 2022",
        "January 29, 2022, 4:30 pm",
        "29.01.2022",
        "2022/01/29",
        date(2022, 1, 29),
        datetime(2022, 1, 29, 23, tzinfo=UTC),
    ],
)
def test_read(written: object) -> None:
    assert day_of(written) == date(2022, 1, 29)


@pytest.mark.parametrize(
    "written", ["yesterday", "", "03/04/2022", "2022-13-01", "0001-01-01", True, 3.5, ["2022-01-29"], "9" * 5000]
)
def test_left_unread(written: object) -> None:
    assert day_of(written) is None
