"""The network: a BERT encoder, and linear heads over each piece. Plain PyTorch, so that nothing else is needed.

The encoder is that of Devlin et al., "BERT" (2019), in the six-layer size of Wang et al., "MiniLM" (2020).
"""

import math
from typing import Any

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

WIDTH, LAYERS, HEADS, INNER, PLACES, WORDS = 384, 6, 12, 1536, 512, 30522
TRAITS = 20  # case, quotation, first of its block: see sayso.reader.pieces
LINK = 48  # width of the two sides of a link
NEAR = 24  # buckets of distance on either side


class Block(nn.Module):
    """One layer of the encoder."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.drop = nn.Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mixed = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.out = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, _ = x.shape
        q, k, v = (f(x).view(b, n, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, WIDTH)
        x = self.mixed(x + self.drop(self.mix(seen)))
        return self.out(x + self.drop(self.down(nnf.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces with traits -> a vector a piece. Traits stand where BERT has the number of the sentence."""

    def __init__(self, traits: int, hints: int, dropout: float) -> None:
        super().__init__()
        self.words, self.places, self.traits = (
            nn.Embedding(WORDS, WIDTH),
            nn.Embedding(PLACES, WIDTH),
            nn.Embedding(traits, WIDTH),
        )
        self.hints = nn.Linear(hints, WIDTH, bias=False)
        nn.init.normal_(self.hints.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, traits: Tensor, hints: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.places(at) + self.traits(traits) + self.hints(hints))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for block in self.blocks:
            x = block(x, bias)
        return x

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of a published BERT of this size."""
        self.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        self.places.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        self.traits.weight.data.copy_(
            weights["embeddings.token_type_embeddings.weight"][:1].repeat(self.traits.num_embeddings, 1)
        )
        copy(self.norm, weights, "embeddings.LayerNorm")
        for n, block in enumerate(self.blocks):
            at = f"encoder.layer.{n}."
            for mine, theirs in (
                (block.query, "attention.self.query"), (block.key, "attention.self.key"),
                (block.value, "attention.self.value"), (block.mix, "attention.output.dense"),
                (block.mixed, "attention.output.LayerNorm"), (block.up, "intermediate.dense"),
                (block.down, "output.dense"), (block.out, "output.LayerNorm"),
            ):  # fmt: skip
                copy(mine, weights, at + theirs)


def copy(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Weight and bias of one layer."""
    layer.weight.data.copy_(weights[name + ".weight"])
    layer.bias.data.copy_(weights[name + ".bias"])


class Net(nn.Module):
    """Encoder and heads. Gives for each piece: tags (layers x 3), choices (all in a row), and for each link the vector
    of a row and of a column; a link's score is their product, plus `near` by distance."""

    def __init__(self, head: dict[str, Any], dropout: float = 0.1) -> None:
        super().__init__()
        layers, links = len(head["layers"]), len(head["links"])
        choices = [len(values) for _, values in head["choices"].values()]
        self.encoder = Encoder(TRAITS, len(head["hints"]), dropout)
        self.links = links
        self.tags = nn.Linear(WIDTH, layers * 3)
        self.choose = nn.Linear(WIDTH, sum(choices))
        self.rows, self.columns = nn.Linear(WIDTH, links * LINK), nn.Linear(WIDTH, links * LINK)
        self.tutors = nn.ModuleDict(
            {f"of_{name}": nn.Linear(WIDTH, len(values)) for name, values in head["tutors"].items()}
        )
        self.near = nn.Parameter(torch.zeros(links, 2 * NEAR + 1))
        self.base = nn.Parameter(torch.full((links,), -4.0))
        self.drop = nn.Dropout(dropout)

    def forward(
        self, ids: Tensor, traits: Tensor, hints: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        return self.heads(self.drop(self.encoder(ids, traits, hints, mask)))

    def heads(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The outputs for the vectors of all pieces."""
        b, n, _ = x.shape
        rows = self.rows(x).view(b, n, self.links, LINK) / math.sqrt(LINK)
        return self.tags(x).view(b, n, -1, 3), self.choose(x), rows, self.columns(x).view(b, n, self.links, LINK)

    def score(self, rows: Tensor, columns: Tensor, at: Tensor) -> Tensor:
        """Scores of all links of some rows: rows (r, links, d), columns (r, n, links, d), at (r,) -> (r, links, n)."""
        n = columns.shape[1]
        far = torch.arange(n, device=at.device)[None] - at[:, None]
        return (
            torch.einsum("rld,rnld->rln", rows, columns)
            + self.near[:, bucket(far)].transpose(0, 1)
            + self.base[None, :, None]
        )


def bucket(far: Tensor) -> Tensor:
    """Distances in pieces as buckets, exact up to 8 and logarithmic beyond."""
    size = far.abs()
    log = 8 + (torch.log2(size.clamp(min=8).float() / 8) * 3).long()
    return torch.sign(far) * torch.where(size <= 8, size, log.clamp(max=NEAR)) + NEAR
