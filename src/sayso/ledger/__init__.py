"""The ledger: reports, claims and verdicts, kept for good. `base.py` says what every ledger can do."""
