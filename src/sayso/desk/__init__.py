"""The desk: takes reports into a ledger, and answers questions from it.

from sayso.desk import open_ledger
with open_ledger("war.sayso", create=True) as ledger:
    ledger.add(reports)
    ledger.events(place="UA-12", status="disputed")
"""

from sayso.desk.ledger import Ledger, open_ledger

__all__ = ["Ledger", "open_ledger"]
