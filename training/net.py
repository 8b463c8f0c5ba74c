"""The network: a BERT encoder, and linear heads over each piece. Plain PyTorch, so that nothing else is needed.

What ships has the encoder of Devlin et al., "BERT" (2019), in the six-layer size of Wang et al., "MiniLM" (2020); its
teacher that of Song et al., "MPNet" (2020).
"""

import math
from typing import Any, NamedTuple

import torch
import torch.nn.functional as nnf
from torch import Tensor, nn

TRAITS = 20  # case, quotation, first of its block: see sayso.reader.pieces
LINK = 48  # width of the two sides of a link
NEAR = 24  # buckets of distance on either side


class Size(NamedTuple):
    """What an encoder is made of."""

    width: int
    layers: int
    heads: int
    places: int  # positions that it has vectors for, and
    first: int  # the first one that is used
    words: int
    shift: int  # numbers of pieces are those of BERT's vocabulary, plus this
    special: dict[int, int]  # but for these
    eps: float
    relative: int  # buckets of a bias by distance, shared by all layers; 0 for none


MINILM = Size(384, 6, 12, 512, 0, 30522, 0, {}, 1e-12, 0)
MPNET = Size(768, 12, 12, 514, 2, 30527, 4, {101: 0, 102: 2, 103: 30526}, 1e-5, 32)
SIZES = {"minilm": MINILM, "mpnet": MPNET}


class Block(nn.Module):
    """One layer of the encoder."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        width, inner = size.width, 4 * size.width
        self.heads = size.heads
        self.drop = nn.Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.mix = nn.Linear(width, width)
        self.mixed = nn.LayerNorm(width, eps=size.eps)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.out = nn.LayerNorm(width, eps=size.eps)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, n, width = x.shape
        q, k, v = (f(x).view(b, n, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) / math.sqrt(width // self.heads) + bias
        seen = (scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, width)
        x = self.mixed(x + self.drop(self.mix(seen)))
        return self.out(x + self.drop(self.down(nnf.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces with traits -> a vector a piece. Traits stand where BERT has the number of the sentence."""

    def __init__(self, size: Size, traits: int, hints: int, dropout: float) -> None:
        super().__init__()
        self.size = size
        self.words, self.places, self.traits = (nn.Embedding(n, size.width) for n in (size.words, size.places, traits))
        self.hints = nn.Linear(hints, size.width, bias=False)
        nn.init.normal_(self.hints.weight, std=0.02)
        self.norm = nn.LayerNorm(size.width, eps=size.eps)
        self.blocks = nn.ModuleList(Block(size, dropout) for _ in range(size.layers))
        if size.relative:
            self.far = nn.Embedding(size.relative, size.heads)

    def forward(self, ids: Tensor, traits: Tensor, hints: Tensor, mask: Tensor) -> Tensor:
        at = torch.arange(ids.shape[1], device=ids.device)
        words = self.words(ids if not self.size.shift else self.own(ids))
        x = self.norm(words + self.places(at + self.size.first) + self.traits(traits) + self.hints(hints))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if self.size.relative:
            bias = bias + self.far(far_bucket(at[None] - at[:, None], self.size.relative)).permute(2, 0, 1)[None]
        for block in self.blocks:
            x = block(x, bias)
        return x

    def own(self, ids: Tensor) -> Tensor:
        """Numbers of pieces in this encoder's own vocabulary."""
        own = ids + self.size.shift
        for number, mine in self.size.special.items():
            own = torch.where(ids == number, mine, own)
        return own

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take the weights of a published encoder of this size."""
        self.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        self.places.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        copy(self.norm, weights, "embeddings.LayerNorm")
        if self.size.relative:
            nn.init.zeros_(self.traits.weight)
            self.far.weight.data.copy_(weights["encoder.relative_attention_bias.weight"])
            names = ["attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm"]
        else:
            first = weights["embeddings.token_type_embeddings.weight"][:1]
            self.traits.weight.data.copy_(first.repeat(self.traits.num_embeddings, 1))
            names = ["self.query", "self.key", "self.value", "output.dense", "output.LayerNorm"]
        names = [f"attention.{name}" for name in names] + ["intermediate.dense", "output.dense", "output.LayerNorm"]
        for n, b in enumerate(self.blocks):
            for mine, name in zip((b.query, b.key, b.value, b.mix, b.mixed, b.up, b.down, b.out), names):
                copy(mine, weights, f"encoder.layer.{n}.{name}")


def copy(layer: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Weight and bias of one layer."""
    layer.weight.data.copy_(weights[name + ".weight"])
    layer.bias.data.copy_(weights[name + ".bias"])


class Net(nn.Module):
    """Encoder and heads. Gives for each piece: tags (layers x 3), choices (all in a row), and for each link the vector
    of a row and of a column; a link's score is their product, plus `near` by distance."""

    def __init__(self, head: dict[str, Any], size: Size = MINILM, dropout: float = 0.1) -> None:
        super().__init__()
        layers, links = len(head["layers"]), len(head["links"])
        choices = [len(values) for _, values in head["choices"].values()]
        width = size.width
        self.encoder = Encoder(size, TRAITS, len(head["hints"]), dropout)
        self.links = links
        self.tags = nn.Linear(width, layers * 3)
        self.choose = nn.Linear(width, sum(choices))
        self.rows, self.columns = nn.Linear(width, links * LINK), nn.Linear(width, links * LINK)
        self.tutors = nn.ModuleDict(
            {f"of_{name}": nn.Linear(width, len(values)) for name, values in head["tutors"].items()}
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


def far_bucket(far: Tensor, buckets: int) -> Tensor:
    """Distances as buckets of a relative bias: half of them for either side, exact when near (Raffel et al. 2020)."""
    half = buckets // 2
    exact, size = half // 2, far.abs()
    log = exact + (torch.log(size.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)).long()
    return torch.where(size < exact, size, log.clamp(max=half - 1)) + half * (far > 0)
