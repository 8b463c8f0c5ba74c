"""How an event stands: reported, claimed, disputed, corroborated, conceded."""

from collections.abc import Sequence

from sayso.fold.stance import Word
from sayso.model import PRESS, Status

UNKNOWN = "-/UNK"


def status_of(said: Sequence[Word]) -> Status:
    """The status, the strongest first. `conceded`: the side that it harms has said so too, whatever it said before;
    `disputed`: another side denies it, or denies what nobody is known to have said; `corroborated`: two or more
    independent voices that do not share a side say so; `claimed`: one side, or one voice, says so; `reported`: only
    outlets' own words."""
    if any(word.stance == "concedes" for word in said):
        return "conceded"
    independent = {_independent(word) for word in said if word.stance == "asserts"} - {None}
    denying = {_independent(word) for word in said if word.stance == "denies"} - {None}
    if denying and (denying - independent or len(independent) > 1):
        return "disputed"
    if len(independent) > 1:
        return "corroborated"
    return "claimed" if independent else "reported"


def _independent(word: Word) -> str | None:
    """What makes a voice independent: its side, or where it has none, itself. An outlet's own words are no voice, and
    of somebody unknown nobody can say whose side he is on."""
    speaker = word.speaker
    if speaker.voice in (PRESS, UNKNOWN) and speaker.side is None and (speaker.voice == PRESS or speaker.name is None):
        return None
    return speaker.camp
