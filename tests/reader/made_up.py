"""Scores as an encoder might give them, for tests that need no encoder."""

import numpy as np

from sayso.reader.encoder import NEAR, Scores
from sayso.reader.labels import CHOICES, LAYERS, LINKS


def scores(n: int, tags: dict[str, str], links: dict[str, list[tuple[int, int, float]]] | None = None) -> Scores:
    """Scores that hold `tags` (layer -> a letter a piece) for nearly certain, and links (row, column, score)."""
    logits = np.full((n, len(LAYERS), 3), -8.0, dtype=np.float32)
    logits[:, :, 0] = 0.0
    for layer, letters in tags.items():
        for i, letter in enumerate(letters):
            logits[i, LAYERS.index(layer)] = [-8.0, -8.0, -8.0]
            logits[i, LAYERS.index(layer), "OBI".index(letter)] = 0.0
    rows, columns = (np.zeros((n, len(LINKS), n), dtype=np.float32) for _ in range(2))
    columns[:] = np.eye(n)[:, None, :]
    rows[:] = -9.0
    for name, triples in (links or {}).items():
        for row, column, score in triples:
            rows[row, LINKS.index(name), column] = score
    choices = {name: np.zeros((n, len(values)), dtype=np.float32) for name, (_, values) in CHOICES.items()}
    flat = np.zeros((len(LINKS), 2 * NEAR + 1), dtype=np.float32)
    return Scores(logits, choices, rows, columns, flat, np.zeros(len(LINKS), dtype=np.float32))
