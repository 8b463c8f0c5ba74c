"""The words of the field as data: event types, acts, sectors, cues, triggers. YAML files, read once.

`load("types")` gives the file's content; a file that is not there is an error of ours, not of a user.
"""

from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def load(name: str) -> Any:
    """The content of `NAME.yaml` in this folder (`NAME` may hold a slash)."""
    text = resources.files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
