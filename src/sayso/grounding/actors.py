"""Words -> Actor: the sector from the head noun or office, the country from names, demonyms and capitals beside it.

"the head of Ukraine's National Security and Defence Council" is read as a head ("head"), what stands before it, what
follows after a preposition ("of ...") and appositions after commas. A head such as "spokesman" takes its sector from
the body or group named with it; where no country is named, that of the scene serves for national bodies.
"""

from __future__ import annotations

from sayso.grounding.actor_judge import Judge, Role, Scene
from sayso.grounding.actor_phrase import Phrase
from sayso.mentions.actor_lexicon import Lexicon, lexicon, tokenise
from sayso.model import Actor, ActorMention, Mention, Span

__all__ = ["ActorGrounder", "Role", "Scene", "actor_mention"]

NOWHERE = Scene()
OWNED = ("its ", "their ", "his ", "her ", "our ", "my ")


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

    def of(self, mention: Mention, text: str, role: Role, scene: Scene) -> Actor:
        """Who is meant by a mention in `text`: by what its words stand for, where that is known and tells more, else by
        the words."""
        words = mention.span.of(text)
        if mention.antecedent is None:
            return self.ground(words, role, scene)
        owned = words.lower().startswith(OWNED)
        full = self.ground(mention.antecedent.of(text), "voice" if owned else role, scene)
        if owned:
            return self.ground(words, role, scene, owner=full)
        return full if full.sector != "UNK" else self.ground(words, role, scene)


def actor_mention(text: str, span: Span, actor: Actor) -> ActorMention:
    """The words at `span` of `text`, which stand for `actor`."""
    return ActorMention(
        start=span.start, end=span.end, text=span.of(text),
        country=actor.country, sector=actor.sector, name=actor.name, id=actor.id,
    )  # fmt: skip
