"""The walk of `sayso review`: one link after the other, a letter each."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from sayso.cli.screen import tell
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.desk import Ledger
    from sayso.model import Verdict
    from sayso.output.doubts import Link

KEYS = (
    "s same, d different, r reject A (rb: B), w wrong field of A (wb: B), n note on A (nb: B), u undo, k skip, q quit"
)
LATER = ("k", "skip")


class Make(Protocol):
    """Makes a verdict of today by the person at the terminal."""

    def __call__(self, kind: Any, claim: str | None, other: str | None = None, /, **more: Any) -> Verdict: ...


def walk_links(ledger: Ledger, links: Sequence[Link], make: Make) -> int:
    """Show the links and keep a verdict for each answer at once, until they or the input end."""
    given: list[tuple[int, Verdict]] = []
    at = 0
    while at < len(links):
        if _is_settled(links[at], given):
            at += 1
            continue
        _show(links[at], f"{at + 1} of {len(links)}")
        key = _ask(f"{KEYS}\n> ")
        if key is None or key in ("q", "quit"):
            break
        try:
            at = _obey(key.strip().lower(), at, ledger, links[at], make, given)
        except SaysoError as error:
            tell(str(error))
    tell(f"{len(given)} {'verdict' if len(given) == 1 else 'verdicts'} kept.")
    return 0


def _obey(key: str, at: int, ledger: Ledger, link: Link, make: Make, given: list[tuple[int, Verdict]]) -> int:
    """Do what a key says; gives the number of the link to show next. Raises SaysoError where a verdict cannot be."""
    if key in LATER:
        return at + 1
    if key == "u":
        if not given:
            raise SaysoError("Nothing was judged in this walk.", "For an older verdict: `sayso review --undo ID`.")
        back, last = given[-1]
        _keep(ledger, make("undo", None, last.id))
        given.pop()
        return back
    verdict = _verdict(key, link, make)
    if verdict is None:
        raise SaysoError(f"{key!r} is none of the keys.")
    _keep(ledger, verdict)
    given.append((at, verdict))
    return at if verdict.kind == "note" else at + 1


def _verdict(key: str, link: Link, make: Make) -> Verdict | None:
    """The verdict that a key stands for, None where it stands for none."""
    claim = link.other if key.endswith("b") else link.claim
    match key.removesuffix("b").removesuffix("a") if len(key) == 2 else key:
        case "s":
            return make("same", link.claim.id, link.other.id, reason=_words("Why? "))
        case "d":
            return make("different", link.claim.id, link.other.id, reason=_words("Why? "))
        case "r":
            return make("rejected", claim.id, reason=_words("Why? "))
        case "n":
            return make("note", claim.id, reason=_words("Note: "))
        case "w":
            field = _words("Which field? ")
            value = _words("Its right value as JSON (nothing where there is none): ") or None
            return make("wrong", claim.id, field=field, value=value, reason=_words("Why? "))
        case _:
            return None


def _keep(ledger: Ledger, verdict: Verdict) -> None:
    for line in ledger.judge(verdict):
        tell(line)


def _is_settled(link: Link, given: Sequence[tuple[int, Verdict]]) -> bool:
    """Was one of the claims rejected in this walk, or the pair judged, which may stand in two events?"""
    rejected = {verdict.claim for _, verdict in given if verdict.kind == "rejected"}
    judged = [{verdict.claim, verdict.other} for _, verdict in given if verdict.kind in ("same", "different")]
    pair = {link.claim.id, link.other.id}
    return bool(pair & rejected) or pair in judged


def _show(link: Link, head: str) -> None:
    from sayso.output.doubts import write_link
    from sayso.output.formats import STDOUT, opened

    with opened(STDOUT) as out:
        write_link(link, head, out)


def _words(prompt: str) -> str:
    return _ask(prompt) or ""


def _ask(prompt: str) -> str | None:
    """The line that is answered, None at the end of the input."""
    if sys.stdin is None:
        return None
    print(prompt, end="", flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else None
