"""Pages as windows, and windows as tensors with their labels."""

import random
from typing import Any

import torch

BEFORE, CORE, AFTER = 48, 190, 16  # pieces of a window: those it stands for, and what is seen around them
STOP, SLACK = 1012, 50  # a full stop; a window ends behind one, if it stands among the last pieces of its core
CLS, SEP, MASK = 101, 102, 103
QUOTES = {1000, 1523, 1524, 1005, 1520, 1521}  # ids of quotation marks and apostrophes in the vocabulary
COMMA = 1010
UNHINTED = 0.15  # the share of pieces that lose their hints in training, as words do that no list has
KINDS = ("anchor", "trigger", "actor")
MASKED = {"anchor": "source", "trigger": "place", "actor": "refer"}  # links that have neither right nor wrong ends


def windows(page: dict[str, Any], rng: random.Random | None) -> list[tuple[dict[str, Any], int, int, int, int]]:
    """Windows of a page as (page, from, core from, core to, to), cut at random places while training."""
    n = len(page["ids"])
    at, found = 0, []
    first = rng.randint(CORE // 3, CORE) if rng else CORE
    while at < n:
        to = behind_stop(page["ids"], at, at + (first if at == 0 else CORE))
        found.append((page, max(0, at - BEFORE), at, to, min(n, to + AFTER)))
        at = to
    return found


def behind_stop(ids: list[int], start: int, end: int) -> int:
    """Where a core that begins at `start` and holds at most the pieces up to `end` ends."""
    if end >= len(ids):
        return len(ids)
    return next((i + 1 for i in range(end - 1, max(start, end - SLACK), -1) if ids[i] == STOP), end)


class Batch:
    """Windows as tensors, with their labels."""

    def __init__(self, chosen: list[Any], head: dict[str, Any], rng: random.Random | None) -> None:
        self.head = head
        kept = [keep(w, rng) for w in chosen]
        b, n = len(chosen), max(len(k) for k in kept) + 2
        self.ids, self.traits, self.mask = (
            torch.zeros(b, n, dtype=torch.long),
            torch.zeros(b, n, dtype=torch.long),
            torch.zeros(b, n),
        )
        self.hints = torch.zeros(b, n, len(head["hints"]))
        self.tags = torch.full((b, n, len(head["layers"])), -100)
        self.tutors = {name: torch.full((b, n), -100) for name in head["tutors"]}
        self.told = {name: [] for name in head["choices"]}
        self.rows: list[tuple[int, int, int]] = []  # window, piece, kind
        self.links: list[tuple[int, int, int]] = []  # row, link, column
        self.masked: list[tuple[int, str, int]] = []
        self.untaught: dict[str, list[int]] = {name: [] for name in head["links"]}  # rows that teach nothing of a link
        for i, ((page, a, c, d, _), pieces) in enumerate(zip(chosen, kept)):
            self.fill(i, page, pieces, a, c, d, rng)

    def fill(
        self, i: int, page: dict[str, Any], pieces: list[int], a: int, c: int, d: int, rng: random.Random | None
    ) -> None:
        where = {p: k + 1 for k, p in enumerate(pieces)}
        ids = [page["ids"][p] for p in pieces]
        traits = [page["traits"][p] for p in pieces]
        if rng:
            mood = rng.random()
            if mood < 0.06:  # as from a teleprinter, or typed without capitals
                case = 2 if mood < 0.04 else 0
                traits = [case * 4 + t % 4 if t // 4 in (0, 1, 2) else t for t in traits]
            ids = [MASK if rng.random() < 0.08 else x for x in ids]
        n = len(pieces)
        self.ids[i, : n + 2] = torch.tensor([CLS, *ids, SEP])
        self.traits[i, 1 : n + 1] = torch.tensor(traits)
        self.mask[i, : n + 2] = 1
        for k, p in enumerate(pieces, start=1):
            if page["hints"][p] and not (rng and rng.random() < UNHINTED):
                self.hints[i, k, page["hints"][p]] = 1
        for name, labels in page["tutors"].items():
            self.tutors[name][i, 1 : n + 1] = torch.tensor([labels[p] for p in pieces])
        core = [where[p] for p in pieces if c <= p < d]
        near = [where[p] for p in pieces if c - 24 <= p < d + 12]
        if not core:
            return
        self.tags[i, near[0] : near[-1] + 1] = 0
        for k, name in enumerate(self.head["layers"]):
            if name in page["untaught"]:
                self.tags[i, :, k] = -100
                continue
            for s, e in page["layers"][name]:
                inside = [where[p] for p in range(s, e) if p in where]
                if inside and self.tags[i, inside[0], k] != -100:
                    self.tags[i, inside[0], k] = 1 if s in where else 2
                    for p in inside[1:]:
                        if self.tags[i, p, k] != -100:
                            self.tags[i, p, k] = 2
        for name, values in page["told"].items():
            self.told[name] += [(i, where[p], v) for p, v in values if c <= p < d and p in where]
        for row in page["rows"]:
            if c <= row["at"] < d and row["at"] in where:
                r = len(self.rows)
                self.rows.append((i, where[row["at"]], KINDS.index(row["kind"])))
                for name, columns in row["links"].items():
                    k = self.head["links"].index(name)
                    self.links += [(r, k, where[p]) for p in columns if p in where]
                for name in (*page["untaught"], *row.get("untaught", ())):
                    self.untaught.get(name, []).append(r)
                self.masked += [(r, MASKED[row["kind"]], where[p]) for p in row["masked"] if p in where]


def keep(window: Any, rng: random.Random | None) -> list[int]:
    """The pieces of a window; some windows lose their quotation marks or commas, as scraped text does."""
    page, a, _, _, z = window
    pieces = list(range(a, z))
    if rng and rng.random() < 0.12:
        lost = QUOTES | ({COMMA} if rng.random() < 0.5 else set())
        pieces = [p for p in pieces if page["ids"][p] not in lost]
    return pieces
