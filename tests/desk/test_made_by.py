"""What a ledger derived by other rules, or with other sides, is derived anew."""

from pathlib import Path

from desks import keep
from factory import c

from sayso.desk import Ledger, open_ledger

OTHERS = """
- conflict: Invented
  where: [UA]
  sides:
    Together: [{member: UKR}, {member: RUS}]
"""


def status(ledger: Ledger) -> list[str]:
    return [event.status for event in ledger.events(status=("claimed", "corroborated"))]


def test_other_sides_make_other_statuses_and_back(tmp_path: Path) -> None:
    path, sides = tmp_path / "a.ledger", tmp_path / "sides.yaml"
    sides.write_text(OTHERS, encoding="utf-8")
    with open_ledger(path, create=True) as ledger:
        keep(ledger, c("shelling", "UKR/GOV", report="r-1"), c("shelling", "RUS/GOV", report="r-2"))
        assert status(ledger) == ["corroborated"]
        made = ledger._store.view().made_by()
    with open_ledger(path, sides=sides) as ledger:
        assert status(ledger) == ["claimed"] and ledger._store.view().made_by() != made
    with open_ledger(path) as ledger:
        assert status(ledger) == ["corroborated"] and ledger._store.view().made_by() == made
