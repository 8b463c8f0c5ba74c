"""What a run can be told, read once and passed down."""

import os
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`model` is a spaCy pipeline's name or folder (None: the default one); `cache` is where the gazetteer is built."""

    model: str | None = None
    cache: Path

    @classmethod
    def from_environment(cls, model: str | None = None) -> "Settings":
        """Settings from SAYSO_MODEL and SAYSO_CACHE; an argument goes before its variable."""
        cache = os.environ.get("SAYSO_CACHE")
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        return cls(model=model or os.environ.get("SAYSO_MODEL") or None, cache=Path(cache) if cache else base / "sayso")
