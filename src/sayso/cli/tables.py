"""Small tables on a terminal, JSON elsewhere: for commands that answer questions."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from sayso.output.formats import STDOUT, opened


def answer(rows: Sequence[dict[str, Any]], title: str = "") -> None:
    """Print rows: a table where a person looks, one JSON document where a program does."""
    if sys.stdout is None or not sys.stdout.isatty():
        with opened(STDOUT) as out:
            out.write(json.dumps(list(rows), ensure_ascii=False, indent=1, default=str).encode() + b"\n")
        return
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    columns = list(dict.fromkeys(name for row in rows for name in row))
    table = Table(*columns, title=title or None, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(in_words(row.get(name))) for name in columns))
    Console().print(table)


def in_words(value: Any) -> str:
    """A value in a cell: lists with commas, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(in_words, value))
    if isinstance(value, dict):
        return "; ".join(f"{k}: {in_words(v)}" for k, v in value.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)
