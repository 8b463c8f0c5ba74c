"""Numbers as ranges."""

import pytest

from sayso.mentions.numbers import find_numbers

RANGES = [
    ("7 tanks", "7", 7, 7),
    ("1,400 people", "1,400", 1400, 1400),
    ("2,10,000 voters", "2,10,000", 210000, 210000),
    ("twenty-one trucks", "twenty-one", 21, 21),
    ("two hundred and five homes", "two hundred and five", 205, 205),
    ("one thousand two hundred men", "one thousand two hundred", 1200, 1200),
    ("a dozen injured", "a dozen", 12, 12),
    ("three dozen rockets", "three dozen", 36, 36),
    ("half a million refugees", "half a million", 500000, 500000),
    ("1.5 million Syrians", "1.5 million", 1500000, 1500000),
    ("3m people", "3m", 3000000, 3000000),
    ("12 lakh litres", "12 lakh", 1200000, 1200000),
    ("dozens of shells", "dozens", 24, 99),
    ("Scores were hurt", "Scores", 40, 99),
    ("several hundred fled", "several hundred", 200, 999),
    ("hundreds of homes", "hundreds", 200, 999),
    ("thousands marched", "thousands", 2000, 9999),
    ("tens of thousands fled", "tens of thousands", 20000, 99999),
    ("hundreds of thousands fled", "hundreds of thousands", 200000, 999999),
    ("millions fled", "millions", 2000000, 9999999),
    ("at least 5 dead", "at least 5", 5, None),
    ("more than two dozen hurt", "more than two dozen", 24, None),
    ("no fewer than 40 boats", "no fewer than 40", 40, None),
    ("100+ shells", "100+", 100, None),
    ("30 or more shells", "30 or more", 30, None),
    ("up to 90 drones", "up to 90", None, 90),
    ("as many as 190,000 troops", "as many as 190,000", None, 190000),
    ("fewer than 20 villagers", "fewer than 20", None, 20),
    ("nearly 500 guns", "nearly 500", 500, 500),
    ("another 16,000 fled", "another 16,000", 16000, 16000),
    ("3,000-4,000 vehicles", "3,000-4,000", 3000, 4000),
    ("3,000 to 4,000 vehicles", "3,000 to 4,000", 3000, 4000),
    ("between 5 and 10 tanks", "between 5 and 10", 5, 10),
    ("four or five men", "four or five", 4, 5),
    ("2000 people", "2000", 2000, 2000),
    ("a quarter of a million refugees", "a quarter of a million", 250000, 250000),
]


@pytest.mark.parametrize(("text", "words", "low", "high"), RANGES)
def test_range(text: str, words: str, low: int | None, high: int | None) -> None:
    (number,) = find_numbers(text)
    assert (number.span.of(text), number.low, number.high) == (words, low, high)


UNITS = [
    ("$61bn of aid", "$61bn", 61 * 10**9, "money"),
    ("40 million euros", "40 million euros", 40 * 10**6, "money"),
    ("65 percent of the force", "65 percent", 65, "percent"),
    ("15% of it", "15%", 15, "percent"),
    ("two-thirds of the villages", "two-thirds", 67, "percent"),
    ("30km from the border", "30", 30, "length"),
    ("nine miles away", "nine", 9, "length"),
    ("55 square kilometres", "55", 55, "area"),
    ("20 sq miles", "20", 52, "area"),
    ("300 hectares", "300", 3, "area"),
    ("500 tonnes of flour", "500", 500, "measure"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), UNITS)
def test_unit(text: str, words: str, value: int, unit: str) -> None:
    (number,) = find_numbers(text)
    assert (number.span.of(text), number.low, number.unit) == (words, value, unit)


NOTHING = [
    "in 2022", "on July 7", "7 July", "between 26 and 29 June", "March 3, 2014", "at 7am", "at 10:30", "at 0600 GMT",
    "a 7-year-old girl", "a seven-year-old girl", "aged 12", "Anna, 45, said", "for three days", "a 48-hour truce",
    "a three-year war", "the 155th brigade", "155mm shells", "Su-24 jets", "T-72 tanks", "Shahed-136",
    "resolution 2254",
    "no one came", "one day", "half an hour", "COVID-19", "a nine-storey block", "34 years old", "Article 5",
]  # fmt: skip


@pytest.mark.parametrize("text", NOTHING)
def test_counts_nothing(text: str) -> None:
    assert find_numbers(text) == ()


def test_two_numbers_stay_two() -> None:
    text = "It rose from 152 to 193, with 5 and 6 in the east."
    assert [n.low for n in find_numbers(text)] == [152, 193, 5, 6]
