"""What a run can be told, read once and passed down."""

import os
from pathlib import Path

import msgspec

from sayso.errors import SaysoError


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`model` is a spaCy pipeline's name or folder (None: the default one); `cache` is where the gazetteer is built."""

    model: str | None = None
    cache: Path

    @classmethod
    def from_environment(cls, model: str | None = None) -> "Settings":
        """Settings from SAYSO_MODEL and SAYSO_CACHE; an argument goes before its variable.

        Raises SaysoError where no folder is named and there is no home folder.
        """
        return cls(model=model or os.environ.get("SAYSO_MODEL") or None, cache=_cache())


def _cache() -> Path:
    if cache := os.environ.get("SAYSO_CACHE"):
        return Path(cache)
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "sayso"
    try:
        return Path.home() / ".cache" / "sayso"
    except RuntimeError as error:
        raise SaysoError("There is no home folder to keep the gazetteer in.", "Set SAYSO_CACHE to a folder.") from error
