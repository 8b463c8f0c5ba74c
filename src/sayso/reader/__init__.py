"""Pages in, readings out. A reader sees no map and no list of actors: what it gives are words with their roles."""

from sayso.reader.base import Reader
from sayso.reader.choose import open_reader, reader_name
from sayso.reader.rules import RuleReader

__all__ = ["Reader", "RuleReader", "open_reader", "reader_name"]
