from datetime import date

import pytest

from sayso.model import Page, Report
from sayso.text import lay_out
from sayso.text.dateline import day_of_dateline

BODY = "Troops have taken two villages in the east, the defence ministry said, as fighting went on for a third day."
PUBLISHED = date(2025, 7, 10)


def page(text: str) -> Page:
    return lay_out(Report(id="r", text=text, published=PUBLISHED))[0]


@pytest.mark.parametrize(
    ("dateline", "place", "day", "agency"),
    [
        ("MOSCOW, July 7 (Reuters) - ", "MOSCOW", date(2025, 7, 7), "Reuters"),
        ("KYIV (AFP) — ", "KYIV", None, "AFP"),
        ("GENEVA (Reuters) -", "GENEVA", None, "Reuters"),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("Islamabad: ", "Islamabad", None, None),
        ("BEIRUT | ", "BEIRUT", None, None),
        ("GENEVA/KHARTOUM, 3 May - ", "GENEVA", date(2025, 5, 3), None),
        ("Geneva, 12 June 2025 – ", "Geneva", date(2025, 6, 12), None),
        ("PORT SUDAN, Sudan — ", "PORT SUDAN", None, None),
        ("PORT SUDAN, 03 July 2025 – ", "PORT SUDAN", date(2025, 7, 3), None),
        ("MILLTOWN, Mich., Oct. 4 (UPI) — ", "MILLTOWN", None, "UPI"),
        ("EL-FASHER, Sudan (AP) — ", "EL-FASHER", None, "AP"),
        ("N'DJAMENA (AFP) - ", "N'DJAMENA", None, "AFP"),
        ("WAU, SOUTH SUDAN — ", "WAU", None, None),
        ("Khartoum, July 1, 2025 (SUNA) - ", "Khartoum", date(2025, 7, 1), "SUNA"),
        ("Khartoum (Agenzia Fides) - ", "Khartoum", None, "Agenzia Fides"),
        ("Dubai, United Arab Emirates (CNN)- ", "Dubai", None, "CNN"),
        ("MOSCOW, January 20. /TASS/. ", "MOSCOW", date(2025, 1, 20), "TASS"),
        ("Kyiv. July 1. INTERFAX-UKRAINE – ", "Kyiv", date(2025, 7, 1), "Interfax-Ukraine"),
        ("DAMASCUS, SANA- ", "DAMASCUS", None, "SANA"),
        ("Nairobi – ", "Nairobi", None, None),
        ("(250702) -- ADRE, July 2, 2025 (Xinhua) -- ", "ADRE", date(2025, 7, 2), "Xinhua"),
        ("Tuesday, 01 July 2025 (AP) — ", None, date(2025, 7, 1), "AP"),
        ("July 4 (Reuters) - ", None, date(2025, 7, 4), "Reuters"),
        ("(CNN) - ", None, None, "CNN"),
        ("CNN — ", None, None, "CNN"),
        ("ABOARD AIR FORCE ONE (Reuters) - ", None, None, "Reuters"),
        ("**KYIV (AP) —** ", "KYIV", None, "AP"),
    ],
)
def test_dateline(dateline: str, place: str | None, day: date | None, agency: str | None) -> None:
    found = page(dateline + BODY)
    assert (found.dateline_place and found.dateline_place.of(found.text)) == place
    assert (found.dateline_day, found.agency) == (day, agency)
    assert [b.kind for b in found.blocks] == ["dateline", "prose"]
    assert found.blocks[1].span.of(found.text) == BODY


@pytest.mark.parametrize(
    "start",
    [
        "NATO - ", "ISW – ", "UN: ", "Putin — ", "LIVE UPDATES — ", "Zelensky: ", "RUSSIA-UKRAINE: ",
        "Mehmet Arslan — ", "Rapid Support Forces (RSF) - ", "In Kharkiv – ", "THE ANTI-",
    ],
)  # fmt: skip
def test_no_dateline(start: str) -> None:
    found = page(start + BODY)
    assert found.dateline_place is None
    assert start.strip() in "".join(b.span.of(found.text) for b in found.read_blocks)


def test_dash_of_an_insertion() -> None:
    found = page(
        "Kyiv – The old capital of the north, as its people call it – was hit by forty drones on Sunday night."
    )
    assert found.dateline_place is None


def test_dateline_on_its_own_line() -> None:
    found = page(f"BRUSSELS, December 2 (Xinhua) --\n\n{BODY}")
    assert [b.kind for b in found.blocks] == ["dateline", "prose"]
    assert found.agency == "Xinhua"


def test_behind_byline_and_headline() -> None:
    found = page(f"By Jane Doe NEW DELHI/BEIJING, June 26 (Reuters) - {BODY}")
    assert [b.kind for b in found.blocks] == ["byline", "dateline", "prose"]
    found = page(f"Two villages lost in the east. ATLANTA - {BODY}")
    assert [b.kind for b in found.blocks] == ["heading", "dateline", "prose"]


@pytest.mark.parametrize(
    ("words", "published", "day"),
    [
        ("July 7", date(2025, 7, 8), date(2025, 7, 7)),
        ("Dec. 31", date(2025, 1, 2), date(2024, 12, 31)),
        ("1 January", date(2024, 12, 31), date(2025, 1, 1)),
        ("Feb 29", date(2025, 3, 1), None),
        ("7 July 2019", None, date(2019, 7, 7)),
        ("July 7", None, None),
    ],
)
def test_year_of_a_dateline(words: str, published: date | None, day: date | None) -> None:
    assert day_of_dateline(words, published) == day
