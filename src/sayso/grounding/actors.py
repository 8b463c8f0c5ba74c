"""Words -> Actor: the sector from the head noun or office, the country from names, demonyms and capitals beside it.

"the head of Ukraine's National Security and Defence Council" is read as a head ("head"), what stands before it, what
follows after a preposition ("of ...") and appositions after commas. A head such as "spokesman" takes its sector from
the body or group named with it; where no country is named, that of the scene serves for national bodies.
"""

from __future__ import annotations

from sayso.grounding.actor_judge import Judge, Role, Scene
from sayso.grounding.actor_phrase import Phrase
from sayso.mentions.actor_lexicon import Lexicon, lexicon, tokenise
from sayso.model import Actor, ActorMention, Span

__all__ = ["ActorGrounder", "Role", "Scene", "actor_mention"]

NOWHERE = Scene()


class ActorGrounder:
    """Looks words up in the lexicon of actors. Build it once; it keeps no state between calls."""

    def __init__(self, words: Lexicon | None = None) -> None:
        self._lexicon = words or lexicon()

    def ground(self, words: str, role: Role = "party", scene: Scene = NOWHERE, owner: Actor | None = None) -> Actor:
        """Who is meant by `words`. Sector UNK and country None say that the words do not tell. `owner` is whom a
        possessive at their start stands for ("its spokesman"), None where unknown."""
        tokens = tokenise(words)
        phrase = Phrase.read(tokens, self._lexicon.match(tokens, scene.countries))
        return Judge(phrase, role, scene, owner).actor()


def actor_mention(text: str, span: Span, actor: Actor) -> ActorMention:
    """The words at `span` of `text`, which stand for `actor`."""
    return ActorMention(
        start=span.start, end=span.end, text=span.of(text),
        country=actor.country, sector=actor.sector, name=actor.name, id=actor.id,
    )  # fmt: skip
