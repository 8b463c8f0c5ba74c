"""Large language models as guests: a server that the user runs reads, and every word of its answer is checked."""

from sayso.reader.guest.reader import GuestReader

__all__ = ["GuestReader"]
