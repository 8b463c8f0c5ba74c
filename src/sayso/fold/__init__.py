"""The fold: claims become events, and events, tolls and territory are computed from them, again and again.

Everything here is a plain function of records: the same claims give the same picture, in whatever order they came.
"""

FOLD_VERSION = 1
"""Raised whenever members, events or holdings of the same claims would differ: ledgers then derive theirs anew."""
