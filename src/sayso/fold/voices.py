"""Whose word a claim is, in the fold: who stands behind it, who only passes it on."""

from datetime import date

from sayso.fold.sides import Sides
from sayso.model import PRESS, Claim, Record

CARRIES = "MED"  # a news outlet that quotes somebody is no witness of its own


class Speaker(Record, frozen=True, kw_only=True):
    """A voice of a claim. `denies` where its word is that it is not so; `side` None for outlets and monitors."""

    voice: str
    name: str | None
    country: str | None
    sector: str
    denies: bool
    side: str | None
    principal: bool

    @property
    def camp(self) -> str:
        """Whose word it is in the end: that of its side, or where it has none, its own."""
        return self.side or f"{self.voice} {self.name or ''}"


def speakers(claim: Claim, sides: Sides, where: str | None) -> tuple[Speaker, ...]:
    """Those whose word the claim is. An outlet that quotes another voice carries it. Of a denial the outer voice
    denies what the inner one asserts ("Kyiv rejected Moscow's statement that ..."); otherwise the innermost speaks."""
    day = day_of(claim)
    negative = claim.polarity == "negated" and not _negative_already(claim)
    voices = list(claim.voices)
    levels = sorted({voice.level for voice in voices})
    while len(levels) > 1 and all(v.sector == CARRIES for v in voices if v.level == levels[0]):
        voices = [v for v in voices if v.level != levels[0]]
        levels = levels[1:]
    if not levels:
        denies = (claim.act == "deny") != negative
        return (
            Speaker(
                voice=PRESS, name=claim.outlet, country=None, sector="MED", denies=denies, side=None, principal=False
            ),
        )
    found = []
    for voice in voices:
        if claim.act == "deny":
            denies = (voice.level == levels[0]) != negative
        elif voice.level != levels[-1]:
            continue
        else:
            denies = negative
        who = (voice.country, voice.sector, voice.name, where, day)
        found.append(
            Speaker(
                voice=voice.id,
                name=voice.name,
                country=voice.country,
                sector=voice.sector,
                denies=denies,
                side=sides.side(*who),
                principal=sides.is_principal(*who),
            )
        )
    return tuple(dict.fromkeys(found))


def _negative_already(claim: Claim) -> bool:
    """Does the relation itself say that the ground is not held? The polarity of "does not hold it" says no more."""
    return claim.territory is not None and claim.territory.relation == "not_controls"


def day_of(claim: Claim) -> date | None:
    """The day on which the claim's report was published."""
    return date.fromisoformat(claim.published) if claim.published else None
