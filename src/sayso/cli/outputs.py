"""Where the output of a command goes, and in which formats."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from sayso.output.formats import STDOUT, format_for, writer

if TYPE_CHECKING:
    from sayso.output.base import Writer

type Formats = dict[str, tuple[str, str]]


def output_options(formats: Formats) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """`--format` and `-o`, which a command gets as `given` and `outputs`."""
    for_people = next(iter(formats))
    given = click.option(
        "--format",
        "given",
        metavar="FORMAT",
        help=f"One of: {', '.join(formats)}. Default: by the file name; else {for_people} on a terminal, jsonl "
        "elsewhere.",
    )
    outputs = click.option(
        "-o",
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Write to FILE (- is the standard output). Repeat it for several formats in one run.",
    )
    return lambda command: given(outputs(command))


def formats_of(outputs: Sequence[str], given: str | None, formats: Formats) -> list[tuple[str, str]]:
    """Each output with the format that it gets. `--format` is for the only output; of several it is for the standard
    output, and files go by their names. Raises SaysoError where no format fits."""
    return [
        (target, format_for(target, given if len(outputs) == 1 or target == STDOUT else None, formats))
        for target in outputs
    ]


def writers_for(outputs: Sequence[str], given: str | None, formats: Formats) -> list[tuple[str, Writer[Any]]]:
    """Each output with the writer of its format. Raises SaysoError where there is none."""
    return [(target, writer(name, formats)) for target, name in formats_of(outputs, given, formats)]
