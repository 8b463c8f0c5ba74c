"""Which reader reads: the rules, a trained one, or a guest."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sayso.errors import SaysoError
from sayso.language.load import model_name

if TYPE_CHECKING:
    from sayso.grounding.gazetteer import Gazetteer
    from sayso.reader.base import Reader
    from sayso.settings import Settings

SUMS: Final = "SHA256SUMS"
FILES: Final = ("reader.onnx", "tokenizer.json")
RULES, GUEST = "rules", "llm"


def open_reader(settings: Settings, gazetteer: Gazetteer) -> Reader:
    """The reader that the settings name. Raises SaysoError where it is unknown, missing or altered: there is no falling
    back on another one in silence."""
    if settings.reader == RULES:
        from sayso.reader.rules import RuleReader

        return RuleReader.load(settings, gazetteer)
    if settings.reader == GUEST:
        from sayso.reader.guest import GuestReader

        return GuestReader.load(settings)
    from sayso.reader.trained import TrainedReader

    return TrainedReader.load(settings, gazetteer, checked_folder(settings.reader))


def reader_name(settings: Settings) -> str:
    """What the reader is called in a ledger: its files to the byte, and the pipeline that it stands on."""
    if settings.reader == RULES:
        return model_name(settings.model)
    if settings.reader == GUEST:
        return f"llm {settings.llm_model} at {settings.llm_url}"
    sums = (checked_folder(settings.reader) / SUMS).read_bytes()
    return f"trained sha256:{hashlib.sha256(sums).hexdigest()[:16]} on {model_name(settings.model)}"


def checked_folder(name: str) -> Path:
    """The folder of a trained reader, its files compared with the hashes beside them.

    Raises SaysoError where there is no such folder, or a file is missing or altered.
    """
    folder = Path(name)
    mend = "Name `rules`, `llm`, or a folder that `make train` has written."
    sums = folder / SUMS
    if not sums.is_file():
        raise SaysoError(f"There is no trained reader in {str(folder)!r}.", mend)
    pinned = {file: digest for digest, file in (line.split() for line in sums.read_text(encoding="utf-8").splitlines())}
    wrong = [f for f in FILES if not (folder / f).is_file() or _sha256(folder / f) != pinned.get(f)]
    if wrong:
        raise SaysoError(f"Files of the trained reader are missing or altered: {', '.join(wrong)}.", mend)
    return folder


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
