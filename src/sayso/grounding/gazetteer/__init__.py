"""The gazetteer: names of places, what they can stand for, and where those are.

One SQLite file, built on first use from packages that are installed with Sayso and from the data files in this folder;
docs/gazetteer.md says what it holds.
"""

from sayso.grounding.gazetteer.build import build_gazetteer
from sayso.grounding.gazetteer.entry import Entry, Match
from sayso.grounding.gazetteer.lookup import Gazetteer, open_gazetteer
from sayso.grounding.gazetteer.outline import Outline

__all__ = ["Entry", "Gazetteer", "Match", "Outline", "build_gazetteer", "open_gazetteer"]
