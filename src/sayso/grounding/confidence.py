"""How likely a claim is to be wholly right: type, voice, act, polarity and place.

A logistic regression over few readable features. Its weights, in `vocabulary/confidence.yaml`, are fitted on the
project's own corpus by `scripts/calibrate.py`, which also states how well they are calibrated on stories left out.
"""

import math
from collections.abc import Mapping
from functools import cache
from typing import Final

from sayso.model import Claim
from sayso.vocabulary import load

FLOOR: Final = 1e-3  # probabilities nearer to 0 and 1 than this are the same


def features(claim: Claim, in_sentence: int, scores: Mapping[str, float]) -> dict[str, float]:
    """The features of a claim by name; `in_sentence` is how many claims stand in its sentence, `scores` what the reader
    holds of its own decisions (as log odds)."""
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
    for name, p in scores.items():
        found[f"score:{name}"] = math.log(max(p, FLOOR) / max(1 - p, FLOOR))
    return {name: value for name, value in found.items() if value}


def confidences(claim: Claim, in_sentence: int, scores: Mapping[str, float]) -> dict[str, float]:
    """How likely the whole claim (`whole`) and its single fields are right, to two digits. Claims whose
    reader gives scores have weights apart from those that rules have read."""
    found = features(claim, in_sentence, scores)
    return {
        field: round(1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in found.items()))), 2)
        for field, weights in _weights("scored" if scores else "rules").items()
    }


@cache
def _weights(reader: str) -> dict[str, dict[str, float]]:
    return {
        str(field): {str(name): float(weight) for name, weight in weights.items()}
        for field, weights in load("confidence").get(reader, {}).items()
    }
