"""`sayso gazetteer`: build it, ask it."""

from typing import Any

import click


@click.group("gazetteer", short_help="Build the gazetteer, look places up.")
def gazetteer_command() -> None:
    """Places: build the gazetteer, look a name up, tell what it is made of.

    It is built on first use, in seconds and without network, from packages that are installed with Sayso. It lies in
    the folder of SAYSO_CACHE, by default the user's cache.
    """


@gazetteer_command.command("build", short_help="Build the gazetteer now.")
def build_command() -> int:
    """Build the gazetteer now, where it is missing or made of other versions."""
    return build()


@gazetteer_command.command("find", short_help="All that a name can stand for.")
@click.argument("name")
def find_command(name: str) -> int:
    """All that NAME can stand for, the likeliest first; the closest known name where there is none."""
    return find(name)


@gazetteer_command.command("info", short_help="Where the gazetteer lies, what it is made of.")
def info_command() -> int:
    """Where the gazetteer lies and what it is made of."""
    return info()


def build() -> int:
    """Build, showing how far it is."""
    from sayso.cli.screen import tell

    _open()
    tell(f"The gazetteer is at {_path()}.")
    return 0


def find(name: str) -> int:
    """Print the entries of a name. Raises SaysoError where there is none."""
    from sayso.cli.tables import answer
    from sayso.errors import SaysoError

    gazetteer = _open()
    entries = gazetteer.find(name)
    if not entries:
        close = gazetteer.fuzzy(name)
        raise SaysoError(f"No place is called {name!r}.", f"Did you mean {close.entries[0].name!r}?" if close else "")
    keys = ("id", "name", "level", "country", "admin1", "lat", "lon", "population", "uncertainty_km")
    answer([{key: getattr(entry, key) for key in keys} for entry in entries])
    return 0


def info() -> int:
    """Print path, size and origin; builds nothing."""
    from sayso.cli.tables import answer
    from sayso.grounding.gazetteer.build import built_from, fingerprint

    path = _path()
    built = built_from(path)
    state = "not built yet" if built is None else "current" if built == fingerprint() else "of other versions"
    size = round(path.stat().st_size / 1e6, 1) if path.is_file() else None
    answer([{"path": str(path), "state": state, "megabytes": size, "made of": built}])
    return 0


def _path() -> Any:
    from sayso.grounding.gazetteer.lookup import FILE
    from sayso.settings import Settings

    return Settings.from_environment().cache / FILE


def _open() -> Any:
    from sayso.cli.screen import progress
    from sayso.grounding.gazetteer import open_gazetteer
    from sayso.settings import Settings

    with progress() as tick:
        return open_gazetteer(Settings.from_environment(), lambda what, share: tick(f"building: {what}", share))
