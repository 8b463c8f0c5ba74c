"""Run the trained encoder over a page: windows in, one set of scores a piece out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from sayso.errors import SaysoError
from sayso.reader.hints import HINTS
from sayso.reader.labels import CHOICES, LAYERS, LINKS
from sayso.reader.pieces import Pieces

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

type Floats = NDArray[np.float32]

# A window stands for its core; what is seen around it is there for context alone. The same numbers as in training.
BEFORE: Final = 48
CORE: Final = 190
AFTER: Final = 16
STOP: Final = 1012  # a full stop; a core ends behind one, if it stands among its last pieces
SLACK: Final = 50
CLS: Final = 101
SEP: Final = 102
NEAR: Final = 24


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of the n pieces of a page.

    `tags` (n, layers, 3) and `choices` (name -> (n, values)) are log probabilities. `rows` and `columns` (n, links, d)
    are the two sides of every link; see `links`.
    """

    tags: Floats
    choices: dict[str, Floats]
    rows: Floats
    columns: Floats
    near: Floats
    base: Floats

    def links(self, at: int, start: int, end: int) -> Floats:
        """The scores (links, end - start) of all links from piece `at` to the pieces `start` up to `end`; above 0 is
        more likely than not."""
        far = _bucket(np.arange(start, end) - at)
        products = np.einsum("ld,nld->ln", self.rows[at], self.columns[start:end])
        return products + self.near[:, far] + self.base[:, None]  # type: ignore[no-any-return]


class Encoder:
    """A trained file, opened once."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session
        notes = session.get_modelmeta().custom_metadata_map
        if json.loads(notes.get("labels", "null")) != labels():
            raise SaysoError(
                "The reader's file was trained for other labels.",
                "Train it anew with `make train`, or reinstall Sayso.",
            )
        self._near = np.array(json.loads(notes["near"]), dtype=np.float32)
        self._base = np.array(json.loads(notes["base"]), dtype=np.float32)

    @classmethod
    def open(cls, path: Path) -> Encoder:
        """The encoder of a file. Raises SaysoError where it is no ONNX model or has other labels."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own for every way to be broken
            raise SaysoError(
                f"{str(path)!r} is no model that can be opened.", "Train it anew with `make train`, or reinstall Sayso."
            ) from error
        return cls(session)

    def scores(self, pieces: Pieces) -> Scores:
        """The scores of all pieces of a page, in time linear in their number."""
        n = len(pieces.ids)
        cuts = [0]
        while cuts[-1] < n:
            cuts.append(behind_stop(pieces.ids, cuts[-1], cuts[-1] + CORE))
        parts = [self._window(pieces, a, z) for a, z in pairwise(cuts)] or [self._window(pieces, 0, 0)]
        tags, choices, rows, columns = (np.concatenate(part) for part in zip(*parts, strict=True))
        named, at = {}, 0
        for name, (_, values) in CHOICES.items():
            named[name] = log_softmax(choices[:, at : at + len(values)])
            at += len(values)
        return Scores(log_softmax(tags), named, rows, columns, self._near, self._base)

    def _window(self, pieces: Pieces, start: int, end: int) -> list[Floats]:
        """The outputs of the pieces `start` up to `end`, read with their surroundings."""
        a, z = max(0, start - BEFORE), min(len(pieces.ids), end + AFTER)
        ids = np.array([[CLS, *pieces.ids[a:z], SEP]], dtype=np.int64)
        traits = np.array([[0, *pieces.traits[a:z], 0]], dtype=np.int64)
        mask = np.ones(ids.shape, dtype=np.float32)
        hints = np.zeros((*ids.shape, len(HINTS)), dtype=np.float32)
        for at, known in enumerate(pieces.hints[a:z], start=1):
            hints[0, at, list(known)] = 1
        outputs = self._session.run(None, {"ids": ids, "traits": traits, "hints": hints, "mask": mask})
        return [output[0, 1 + start - a : 1 + end - a] for output in outputs]


def behind_stop(ids: Sequence[int], start: int, end: int) -> int:
    """Where a core that begins at `start` and holds at most the pieces up to `end` ends."""
    if end >= len(ids):
        return len(ids)
    return next((i + 1 for i in range(end - 1, max(start, end - SLACK), -1) if ids[i] == STOP), end)


def labels() -> list[object]:
    """What a trained file must tell apart, as JSON has it."""
    return [list(LAYERS), list(LINKS), [[name, list(values)] for name, (_, values) in CHOICES.items()], list(HINTS)]


def log_softmax(scores: Floats) -> Floats:
    """Scores as log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))


def _bucket(far: NDArray[np.int64]) -> NDArray[np.int64]:
    """Distances in pieces as buckets, exact up to 8 and logarithmic beyond; as in training."""
    size = np.abs(far)
    log = 8 + (np.log2(np.maximum(size, 8) / 8) * 3).astype(np.int64)
    return np.sign(far) * np.where(size <= 8, size, np.minimum(log, NEAR)) + NEAR
