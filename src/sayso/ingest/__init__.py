"""Bytes -> reports: files, folders, addresses and standard input, in the formats that news comes in."""

from sayso.ingest.base import Defaults, Limits, Problem
from sayso.ingest.fetch import Fetcher
from sayso.ingest.read import read_reports

__all__ = ["Defaults", "Fetcher", "Limits", "Problem", "read_reports"]
