"""What goes to the standard error: lines for a person, and a progress line where it is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

type Tick = Callable[[str, float | None], None]
"""Takes what is being done and the share that is done, None where nobody can tell."""


def tell(message: str) -> None:
    """One line for the person: never a stack trace, never control characters of a stranger's text."""
    from sayso.output.safe import one_line

    if sys.stderr is None:  # closed by who started us
        return
    click.echo(f"sayso: {one_line(message)}", err=True)


@contextmanager
def progress(*, quiet: bool = False) -> Iterator[Tick]:
    """A line that moves while something takes long; nothing at all where the standard error is no terminal."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _what, _share: None
        return
    with _bar() as bar:
        task = bar.add_task("", total=None)
        yield lambda what, share: bar.update(
            task, description=what, total=None if share is None else 1.0, completed=share or 0.0
        )


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
