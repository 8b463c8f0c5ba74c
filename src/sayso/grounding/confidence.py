"""How likely a claim is to be wholly right: type, voice, act, polarity and place.

A logistic regression over few readable features. Its weights, in `vocabulary/confidence.yaml`, are fitted on the
project's own corpus by `scripts/calibrate.py`, which also states how well they are calibrated on stories left out.
"""

import math
from functools import cache

from sayso.model import Claim
from sayso.vocabulary import load


def features(claim: Claim, in_sentence: int) -> dict[str, float]:
    """The features of a claim by name; `in_sentence` is how many claims stand in its sentence."""
    found = {
        "bias": 1.0,
        f"type:{claim.type}": 1.0,
        f"act:{claim.act}": 1.0,
        f"quote:{claim.quote}": 1.0,
        f"reality:{claim.reality}": 1.0,
        "negated": float(claim.polarity == "negated"),
        "crowd": math.log(in_sentence),
        "length": math.log(max(1, len(claim.sentence.text)) / 150),
    }
    if claim.voices:
        voice = claim.voices[-1]
        found["nested"] = float(len({v.level for v in claim.voices}) > 1)
        found["voice unknown"] = float(voice.sector == "UNK")
        found["voice without country"] = float(voice.country is None and voice.sector != "IGO")
        found["voice without cue"] = float(voice.cue is None)
    if claim.places:
        place = claim.places[0]
        found["place"] = 1.0
        found["place confidence"] = place.confidence
        found["place told before"] = float(not claim.sentence.span.holds(place.span))
        found["country alone"] = float(place.level == "country")
    return {name: value for name, value in found.items() if value}


def confidence(claim: Claim, in_sentence: int) -> float:
    """The probability, to two digits, that the claim is wholly right."""
    weights = _weights()
    score = sum(weights.get(name, 0.0) * value for name, value in features(claim, in_sentence).items())
    return round(1 / (1 + math.exp(-score)), 2)


@cache
def _weights() -> dict[str, float]:
    return {str(name): float(weight) for name, weight in load("confidence").items()}
