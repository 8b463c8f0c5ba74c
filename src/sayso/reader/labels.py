"""What the trained reader tells apart: its layers of spans, its links and its choices, in the order of its outputs.

The order is part of a trained file; it is checked when a file is loaded.
"""

from typing import Final

# Layers: spans of pieces, each tagged O, B, I on its own, so that spans of different layers may overlap. A bare
# quotation has no cue: its first piece is tagged as an anchor of its own.
LAYERS: Final = ("source", "cue", "bare", "trigger", "actor", "place", "time", "count")
TAGS: Final = ("O", "B", "I")

# Links run from a row (an anchor of an attribution, a trigger, an actor) to the first piece of a span, but for
# `inside`, which holds for every piece of a content.
ANCHOR_LINKS: Final = ("source", "inside", "begin", "end")
TRIGGER_LINKS: Final = ("agent", "target", "place", "time", "count", "voice")
ACTOR_LINKS: Final = ("refer",)  # from a pronoun or a short form to the mention that it stands for
LINKS: Final = ANCHOR_LINKS + TRIGGER_LINKS + ACTOR_LINKS

# Choices: what is told of the first piece of a span, and of which layer.
TYPES: Final = (
    "clash", "advance", "capture", "control", "withdrawal", "sovereignty", "shelling", "air_strike", "bombing",
    "attack", "interception", "casualties", "destruction", "displacement", "detention", "exchange", "talks",
    "ceasefire", "agreement", "aid", "sanction", "mobilization", "protest", "humanitarian", "statement",
)  # fmt: skip
ON_LAND: Final = frozenset({"advance", "capture", "withdrawal", "sovereignty", "control"})  # these have a territory
ACTS: Final = (
    "assert", "confirm", "deny", "demand", "refuse", "accuse", "threaten", "promise", "predict", "no_response",
)  # fmt: skip
SECTORS: Final = ("GOV", "MIL", "COP", "REB", "CVL", "MED", "NGO", "IGO", "EXP", "BUS", "OPP", "UNK")
KINDS: Final = (
    "killed", "wounded", "missing", "captured", "displaced", "detained", "launched", "intercepted", "population",
    "area_km2", "other",
)  # fmt: skip
RELATIONS: Final = ("none", "claims", "annexed", "controls", "contests", "entered", "near", "lost", "not_controls")
# When: at a time that is named, on no day that is told, as the report is published, or when the story was last.
WHEN: Final = ("named", "untold", "today", "story")

CHOICES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "type": ("trigger", TYPES),
    "act": ("trigger", ACTS),
    "polarity": ("trigger", ("affirmed", "negated")),
    "reality": ("trigger", ("actual", "planned", "possible")),
    "first": ("trigger", ("no", "yes")),
    "relation": ("trigger", RELATIONS),
    "when": ("trigger", WHEN),
    "sector": ("actor", SECTORS),
    "kind": ("count", KINDS),
}
