"""The command `sayso`: its commands, and how a run ends."""

import importlib
import sys
from collections.abc import Sequence

import click

from sayso.cli.screen import tell
from sayso.errors import SaysoError

INTERRUPTED = 130  # what shells report for a command that Ctrl-C ended
# Command -> module and function. A module is imported when its command runs or its help is shown.
COMMANDS = {
    "read": ("read", "read_command"),
    "annotate": ("annotate", "annotate_command"),
    "add": ("add", "add_command"),
    "events": ("events", "events_command"),
    "event": ("event", "event_command"),
    "claims": ("claims", "claims_command"),
    "explain": ("explain", "explain_command"),
    "disputes": ("events", "disputes_command"),
    "firsts": ("events", "firsts_command"),
    "unanswered": ("events", "unanswered_command"),
    "territory": ("territory", "territory_command"),
    "copies": ("copies", "copies_command"),
    "review": ("review", "review_command"),
    "dump": ("dump", "dump_command"),
    "load": ("load", "load_command"),
    "ref": ("ref", "ref_command"),
    "gazetteer": ("gazetteer", "gazetteer_command"),
    "evaluate": ("evaluate", "evaluate_command"),
}


class Commands(click.Group):
    """A group that imports a command only when it is wanted and suggests one for a mistyped name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"sayso.cli.{module}"), function)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from sayso.suggest import hint

            raise SaysoError(f"There is no command {args[0]!r}.", hint(args[0], COMMANDS, "Commands"))
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="sayso", message="%(prog)s %(version)s")
def sayso() -> None:
    """Conflict news in, evidence out: who says what happened, where, when, and on which words."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit status: 0, or 2 where the user can mend something, or 130 after Ctrl-C."""
    try:
        status = sayso.main(arguments, prog_name="sayso", standalone_mode=False)
    except SaysoError as error:
        tell(str(error))
        return error.status
    except click.ClickException as error:
        tell(f"{error.format_message()} {_where_help_is(error)}")
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return 1
    except OSError as error:  # whatever a stage did not foresee
        tell(f"{error}.")
        return 2
    except SystemExit as error:  # click ends like this where the reader of the output has gone
        return int(error.code or 0)
    return status if isinstance(status, int) else 0


def _where_help_is(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"See `{context.command_path} --help`." if context else ""


if __name__ == "__main__":
    sys.exit(main())
