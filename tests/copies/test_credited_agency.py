import pytest

from sayso.copies import credited
from sayso.model import Report
from sayso.text import lay_out

TOLD = "Two drones hit a depot near the river port on Sunday, and the fire burnt until noon, the governor said."


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"(Reuters) - {TOLD}", "Reuters"),
        (f"MOSCOW (AP) - {TOLD}", "AP"),
        (f"{TOLD} (Reuters)", "Reuters"),
        (f"{TOLD}\n- TASS", "TASS"),
        (f"{TOLD}\nAFP contributed to this report.", "AFP"),
        (f"By Reuters\n{TOLD}", "Reuters"),
        (f"By Jane Doe, Associated Press\n{TOLD}", "AP"),
        (f"By Jane Doe\n{TOLD}", None),
        (f"By Jane Doe, Associated Press\nKYIV (AFP) - {TOLD}", "AFP"),  # the dateline comes first
        (f"{TOLD}\nReuters (@Reuters) July 6, 2025\n{TOLD}", None),  # a post that the page shows
        (f"{TOLD} A witness told Reuters that he had heard the drones.", None),
        (TOLD, None),
        ("", None),
    ],
)
def test_credits(text: str, agency: str | None) -> None:
    assert credited(lay_out(Report(id="r", text=text))) == agency
