"""Texts that open with a day, and texts that do not."""

from datetime import date

import pytest

from sayso.mentions.times import find_times
from sayso.mentions.times.opening import opening_day

CASES = [
    ("3 March 2016 Rebels left the town on Tuesday.", date(2016, 3, 3)),
    ("Thursday 03 March 2016 Rebels left.", date(2016, 3, 3)),
    ("Mar 3, 2016 - Rebels left.", date(2016, 3, 3)),
    ("Last updated at Mar 032016 Rebels left.", date(2016, 3, 3)),
    ("03.03.2016 Rebels left.", date(2016, 3, 3)),
    ("2016-03-03 Rebels left.", date(2016, 3, 3)),
    ("31.02.2016 Rebels left.", None),
    ("3/4/2016 Rebels left.", None),
    ("Rebels left on 3 March 2016.", None),
    ("12 soldiers died on 3 March 2016.", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_opening_day(text: str, expected: date | None) -> None:
    assert opening_day(text) == expected


def test_relative_days_count_from_it() -> None:
    assert find_times(CASES[0][0], None)[-1].first == date(2016, 3, 1)
