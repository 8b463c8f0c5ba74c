"""The version of Sayso, which runs and dumps name."""

VERSION = "0.1.0"
