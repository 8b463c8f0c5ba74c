"""Which formats there are, and where output goes."""

import importlib
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from sayso.errors import SaysoError
from sayso.output.base import Writer

# Format -> module and function; a module is imported when its format is used, since some are slow to import.
CLAIMS = {
    "table": ("terminal", "write_table"),
    "jsonl": ("lines", "write_claims"),
    "csv": ("tabular", "write_csv"),
    "parquet": ("tabular", "write_parquet"),
    "geojson": ("geojson", "write_geojson"),
    "html": ("html_page", "write_html"),
}
MENTIONS = {
    "table": ("terminal", "write_mentions_table"),
    "jsonl": ("lines", "write_annotations"),
    "csv": ("tabular", "write_mentions_csv"),
}
EVENTS = {
    "table": ("event_screen", "write_events"),
    "jsonl": ("lines", "write_records"),
    "csv": ("event_files", "write_csv"),
    "parquet": ("event_files", "write_parquet"),
    "geojson": ("event_files", "write_geojson"),
}
STORY = {
    "text": ("story", "write_stories"),
    "jsonl": ("lines", "write_records"),
}
STANDS = {
    "table": ("territory_screen", "write_stands"),
    "jsonl": ("lines", "write_records"),
    "csv": ("territory_files", "write_stands_csv"),
    "geojson": ("territory_files", "write_geojson"),
}
REGIONS = {
    "table": ("territory_screen", "write_regions"),
    "jsonl": ("territory_files", "write_regions"),
    "csv": ("territory_files", "write_regions_csv"),
    "geojson": ("territory_files", "write_regions_geojson"),
}
COPIES = {
    "table": ("copies", "write_table"),
    "jsonl": ("copies", "write_lines"),
    "csv": ("copies", "write_csv"),
}
PAIRS = {
    "table": ("copies", "write_pairs_table"),
    "jsonl": ("lines", "write_records"),
    "csv": ("copies", "write_pairs_csv"),
}
SUFFIXES = {".ndjson": "jsonl", ".json": "jsonl", ".htm": "html", ".pq": "parquet"}
FILE_ONLY = ("parquet",)
STDOUT = "-"


def writer(name: str, formats: dict[str, tuple[str, str]]) -> Writer[Any]:
    """The writer of a format. Raises SaysoError where there is none of that name."""
    if name not in formats:
        raise SaysoError(f"There is no format {name!r}.", _hint(formats))
    module, function = formats[name]
    return cast(Writer[Any], getattr(importlib.import_module(f"sayso.output.{module}"), function))


def format_for(target: str, given: str | None, formats: dict[str, tuple[str, str]]) -> str:
    """The format for an output: the one that is given, else by the suffix of the file; for the standard output the
    first one, which is for people, on a terminal and JSON Lines elsewhere. Raises SaysoError where none fits."""
    for_people = next(iter(formats))
    if target == STDOUT:
        name = given or (for_people if sys.stdout and sys.stdout.isatty() else "jsonl")
        if name in FILE_ONLY:
            raise SaysoError(f"{name} needs a file.", f"Add `-o FILE.{name}`.")
        return name
    if given:
        return given
    suffix = Path(target).suffix.lower()
    name = for_people if suffix == ".txt" else SUFFIXES.get(suffix, suffix.removeprefix("."))
    if name not in formats:
        raise SaysoError(f"No format goes with the file name {target!r}.", _hint(formats))
    return name


@contextmanager
def opened(target: str) -> Iterator[BinaryIO]:
    """A stream to write to: the standard output for `-`, else a file that appears whole or not at all.

    Raises SaysoError where the file cannot be written.
    """
    if target == STDOUT:
        with _standard_output() as stream:
            yield stream
        return
    path = Path(target).absolute()
    try:
        if path.exists() and not path.is_file():  # a device or a pipe
            with path.open("wb") as stream:
                yield stream
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            try:
                yield cast(BinaryIO, file)
            except BaseException:
                Path(file.name).unlink(missing_ok=True)
                raise
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(path)
    except OSError as error:
        if error.filename is not None and Path(error.filename).parent != path.parent:
            raise  # not about this file
        raise SaysoError(f"{target!r} cannot be written: {error.strerror or error}.") from error


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    if sys.stdout is None:  # closed by who started us
        raise SaysoError("The standard output is closed.", "Name a file with -o.")
    sys.stdout.flush()
    try:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is not None:
            raise  # not about this stream
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left would fail again at the exit
        raise SaysoError(f"The standard output cannot be written: {error.strerror or error}.") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _hint(formats: dict[str, tuple[str, str]]) -> str:
    return f"Formats: {', '.join(formats)}."
