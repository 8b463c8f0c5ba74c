"""Train the reader: pages as numbers in, weights out.

    python training/fit.py PAGES.jsonl ENCODER.safetensors OUT.pt [--epochs N] [--seed N] [--share F] [--all] [--small]

Runs with PyTorch and safetensors alone. Seeded; two runs on one machine and version give the same weights.
"""

import argparse
import json
import math
import random
import sys
import time
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as nnf
from batches import Batch, windows
from net import Net
from safetensors.torch import load_file
from torch import Tensor

TAG_LOSS = {
    "source": 1.0,
    "cue": 1.0,
    "bare": 0.5,
    "trigger": 2.0,
    "actor": 0.7,
    "place": 0.7,
    "time": 0.4,
    "count": 0.6,
}
CHOICE_LOSS = {
    "type": 3.0,
    "act": 1.5,
    "polarity": 0.5,
    "reality": 0.7,
    "first": 0.3,
    "relation": 0.5,
    "when": 0.7,
    "sector": 0.5,
    "kind": 0.5,
}
LINK_LOSS = {
    "source": 1.0,
    "inside": 0.15,
    "begin": 0.5,
    "end": 0.5,
    "agent": 0.5,
    "target": 0.5,
    "place": 0.7,
    "time": 0.5,
    "count": 0.5,
    "voice": 0.7,
    "refer": 0.7,
}
SOFTMAX = ("begin", "end")
TUTOR_LOSS = 0.5
POSITIVE = torch.tensor(2.0)  # links are rare: a missed one weighs double


def loss_of(net: Net, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """The sum of all losses, and its parts for the log."""
    head = batch.head
    x = net.drop(net.encoder(batch.ids, batch.traits, batch.hints, batch.mask))
    tags, choices, rows, columns = net.heads(x)
    tags, choices, rows, columns = tags.float(), choices.float(), rows.float(), columns.float()
    parts: dict[str, Tensor] = {}
    for k, name in enumerate(head["layers"]):
        if not (batch.tags[:, :, k] >= 0).any():
            continue  # drills alone, which do not mark it
        weight = torch.tensor([1.0, 2.0, 1.5]) if name in ("cue", "trigger") else torch.tensor([1.0, 1.5, 1.0])
        parts["tag " + name] = (
            TAG_LOSS[name]
            * 4
            * nnf.cross_entropy(tags[:, :, k].reshape(-1, 3), batch.tags[:, :, k].reshape(-1), weight)
        )
    at = 0
    for name, (_, values) in head["choices"].items():
        told = batch.told[name]
        if told:
            i, p, v = (torch.tensor(x) for x in zip(*told))
            parts["choose " + name] = CHOICE_LOSS[name] * nnf.cross_entropy(
                choices[i, p, at : at + len(values)], v, label_smoothing=0.03
            )
        at += len(values)
    for name, layer in net.tutors.items():
        scores = layer(x).float().flatten(0, 1)
        parts["tutor " + name] = TUTOR_LOSS * nnf.cross_entropy(
            scores, batch.tutors[name.removeprefix("of_")].flatten()
        )
    if batch.rows:
        parts |= link_losses(net, batch, rows, columns)
    return sum(parts.values(), torch.zeros(())), {k: float(v.detach()) for k, v in parts.items()}


def link_losses(net: Net, batch: Batch, rows: Tensor, columns: Tensor) -> dict[str, Tensor]:
    """Losses of the links: of begin and end over all pieces, of the others for every piece by itself."""
    head = batch.head
    i, p, kinds = (torch.tensor(x) for x in zip(*batch.rows))
    scores = net.score(rows[i, p], columns[i], p)
    wanted = torch.zeros_like(scores)
    if batch.links:
        r, k, c = (torch.tensor(x) for x in zip(*batch.links))
        wanted[r, k, c] = 1
    live = batch.mask[i].clone()
    seen = live[:, None, :].repeat(1, scores.shape[1], 1)
    for r, name, c in batch.masked:
        seen[r, head["links"].index(name), c] = 0
    seen = torch.maximum(seen, wanted)
    parts = {}
    for k, name in enumerate(head["links"]):
        mine = taught(batch, kinds, k)
        if not mine.any():
            continue
        s, w, m = scores[mine, k], wanted[mine, k], seen[mine, k]
        if name in SOFTMAX:
            has = w.sum(-1) > 0
            if has.any():
                s = s.masked_fill(m == 0, -1e4)[has]
                parts["link " + name] = LINK_LOSS[name] * nnf.cross_entropy(s, w[has].argmax(-1))
        else:
            each = nnf.binary_cross_entropy_with_logits(s, w, reduction="none", pos_weight=POSITIVE) * m
            parts["link " + name] = LINK_LOSS[name] * each.sum() / max(1, len(s))
    return parts


def taught(batch: Batch, kinds: Tensor, link: int) -> Tensor:
    """Which rows a link runs from and is taught by."""
    mine = kinds == kind_of(link)
    mine[batch.untaught[batch.head["links"][link]]] = False
    return mine


def kind_of(link: int) -> int:
    """The kind of the rows that a link runs from: the first four from anchors, the last one from actors."""
    return 0 if link < 4 else 1 if link < 10 else 2


def train(args: argparse.Namespace) -> None:
    """Fit, with a line an epoch, and write the weights."""
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    with Path(args.pages).open(encoding="utf-8") as lines:
        head = json.loads(next(lines))
        pages = [json.loads(line) for line in lines]
    train_pages = [p for p in pages if args.all or p["split"] == "train"]
    held = [p for p in pages if p["split"] == "dev"] if not args.all else []
    rng.shuffle(train_pages)
    train_pages = train_pages[: max(1, round(len(train_pages) * args.share))]
    if args.small:
        train_pages, held = train_pages[:24], held[:8]
    net = Net(head, args.dropout)
    if args.start:  # go on from weights that were trained before
        net.load_state_dict(torch.load(args.start, weights_only=True)["net"])
    else:
        net.encoder.load(load_file(args.encoder))
    net.encoder.words.weight.requires_grad = False
    new = {n: p for n, p in net.named_parameters() if not n.startswith("encoder.") or ".hints." in n}
    fast, slow = list(new.values()), [p for n, p in net.named_parameters() if n not in new and p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "lr": args.lr}, {"params": fast, "lr": args.lr * 5}], weight_decay=0.01
    )
    per_epoch = math.ceil(sum(len(windows(p, None)) for p in train_pages) * 1.1 / args.batch)
    steps = per_epoch * args.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.06 * steps + 1)) * max(0.02, 1 - s / steps)
    )
    print(f"{len(train_pages)} pages, {sum(len(p['ids']) for p in train_pages)} pieces, {steps} steps", flush=True)
    began = time.time()
    for epoch in range(args.epochs):
        net.train()
        chosen = [w for p in train_pages for w in windows(p, rng)]
        rng.shuffle(chosen)
        chosen.sort(key=lambda w: (w[4] - w[1]) // 32)
        batches = [chosen[k : k + args.batch] for k in range(0, len(chosen), args.batch)]
        rng.shuffle(batches)
        total = 0.0
        for each in batches:
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not args.exact):
                loss, _ = loss_of(net, Batch(each, head, rng))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        line = f"epoch {epoch + 1}: loss {total / len(batches):.3f}"
        if held and (epoch % 2 == 1 or epoch == args.epochs - 1):
            line += "; dev " + " ".join(f"{k} {v:.3f}" for k, v in figures(net, held, head).items())
        print(f"{line}; {time.time() - began:.0f} s", flush=True)
        torch.save({"net": net.state_dict(), "head": head}, args.out)


@torch.no_grad()
def figures(net: Net, pages: list[Any], head: dict[str, Any]) -> dict[str, float]:
    """Quick figures on held-out pages: F1 of the spans of each layer (greedy), accuracy of choices, F1 of links."""
    net.eval()
    hits: dict[str, list[int]] = {}
    chosen = [w for p in pages for w in windows(p, None)]
    for k in range(0, len(chosen), 32):
        batch = Batch(chosen[k : k + 32], head, None)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, choices, rows, columns = (x.float() for x in net(batch.ids, batch.traits, batch.hints, batch.mask))
        best = tags.argmax(-1)
        for n, name in enumerate(head["layers"]):
            gold, mine = ((t == 1) & (batch.tags[:, :, n] != -100) for t in (batch.tags[:, :, n], best[:, :, n]))
            add(hits, name, int((gold & mine).sum()), int(gold.sum()), int(mine.sum()))
        at = 0
        for name, (_, values) in head["choices"].items():
            if batch.told[name]:
                i, p, v = (torch.tensor(x) for x in zip(*batch.told[name]))
                right = int((choices[i, p, at : at + len(values)].argmax(-1) == v).sum())
                add(hits, name, right, len(v), len(v))
            at += len(values)
        if batch.rows:
            i, p, kinds = (torch.tensor(x) for x in zip(*batch.rows))
            scores = net.score(rows[i, p], columns[i], p)
            wanted = torch.zeros_like(scores, dtype=torch.bool)
            if batch.links:
                r, c, q = (torch.tensor(x) for x in zip(*batch.links))
                wanted[r, c, q] = True
            for n, name in enumerate(head["links"]):
                mine = taught(batch, kinds, n)
                guess = (
                    (scores[mine, n] > 0)
                    if name not in SOFTMAX
                    else nnf.one_hot(scores[mine, n].argmax(-1), scores.shape[-1]).bool()
                )
                gold = wanted[mine, n]
                add(hits, ">" + name, int((guess & gold).sum()), int(gold.sum()), int(guess.sum()))
    return {k: 2 * a / max(1, b + c) for k, (a, b, c) in hits.items()}


def add(hits: dict[str, list[int]], name: str, *counts: int) -> None:
    """Add right, gold and guessed to a figure."""
    hits[name] = [x + y for x, y in zip(hits.get(name, [0, 0, 0]), counts)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages"), parser.add_argument("encoder"), parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=14), parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lr", type=float, default=2e-4), parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--dropout", type=float, default=0.1), parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--all", action="store_true"), parser.add_argument("--small", action="store_true")
    parser.add_argument("--start", help="go on from these weights")
    parser.add_argument("--exact", action="store_true", help="no bfloat16")
    train(parser.parse_args(sys.argv[1:]))
