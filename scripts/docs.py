"""Write docs/commands.md from the live --help of every command; with --check, tell whether it is up to date."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from sayso.cli.main import sayso

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"
WIDTH = 100
OPENING = """# Commands

Made from `--help` by `make docs`; do not edit.

Exit status: 0, or 2 where something can be mended (one line on the standard error says what), or 130 after Ctrl-C.
"""


def helps(command: click.Command, path: str, parent: click.Context | None = None) -> Iterator[tuple[str, str]]:
    """The path and the help of a command and of all below it."""
    context = click.Context(
        command,
        info_name=path.rsplit(" ", 1)[-1],
        parent=parent,
        terminal_width=WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield path, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from helps(below, f"{path} {name}", context)


def page() -> str:
    """The whole page."""
    parts = [OPENING, *(f"## {path}\n\n```text\n{text}\n```\n" for path, text in helps(sayso, "sayso"))]
    return "\n".join(parts)


def main() -> int:
    """Write the page, or with --check compare: 1 where it differs."""
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page():
        print("docs/commands.md differs from --help. Run `make docs`.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
