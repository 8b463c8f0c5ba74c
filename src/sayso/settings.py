"""What a run can be told, read once and passed down."""

import os
from pathlib import Path

import msgspec

from sayso.errors import SaysoError

DEFAULT_READER = "rules"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`reader` is `rules`, `llm`, or the folder of a trained reader; `model` is a spaCy pipeline's name or
    folder (None: the default one); `llm_url` and `llm_model` are the address of a server with a large language model
    and the model's name there; `cache` is where the gazetteer is built and answers of that server are kept."""

    reader: str = DEFAULT_READER
    model: str | None = None
    llm_url: str | None = None
    llm_model: str = "default"
    cache: Path

    @classmethod
    def from_environment(
        cls,
        model: str | None = None,
        reader: str | None = None,
        llm_url: str | None = None,
        llm_model: str | None = None,
    ) -> "Settings":
        """Settings from SAYSO_READER, SAYSO_MODEL, SAYSO_LLM_URL, SAYSO_LLM_MODEL and SAYSO_CACHE; an argument goes
        before its variable.

        Raises SaysoError where no folder is named and there is no home folder.
        """
        return cls(
            reader=reader or os.environ.get("SAYSO_READER") or DEFAULT_READER,
            model=model or os.environ.get("SAYSO_MODEL") or None,
            llm_url=llm_url or os.environ.get("SAYSO_LLM_URL") or None,
            llm_model=llm_model or os.environ.get("SAYSO_LLM_MODEL") or "default",
            cache=_cache(),
        )


def _cache() -> Path:
    if cache := os.environ.get("SAYSO_CACHE"):
        return Path(cache)
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "sayso"
    try:
        return Path.home() / ".cache" / "sayso"
    except RuntimeError as error:
        raise SaysoError("There is no home folder to keep the gazetteer in.", "Set SAYSO_CACHE to a folder.") from error
