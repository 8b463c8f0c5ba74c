"""By what a claim was read: the version of Sayso, the language model and the settings."""

from sayso.model.ids import content_id
from sayso.model.record import Record


class Run(Record, frozen=True, kw_only=True):
    """One way of reading. Its id is made of the other fields, so runs with the same makings are the same run."""

    id: str
    version: str
    model: str
    settings: str


def run_of(version: str, model: str, settings: str = "") -> Run:
    """The run of a version, a model (name and hash) and settings (JSON text)."""
    return Run(id=content_id("run", version, model, settings), version=version, model=model, settings=settings)
