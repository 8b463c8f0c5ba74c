"""Time expressions of English news: what kind, which value (TIMEX3), which days."""

from sayso.mentions.times.find import find_times

__all__ = ["find_times"]
