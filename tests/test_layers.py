"""Imports go one way: a folder imports what stands above it in the order of the flow."""

import ast
from collections.abc import Iterator
from pathlib import Path

import sayso

ROOT = Path(sayso.__file__).parent
BASE = ("errors", "settings", "suggest", "version", "model", "vocabulary")
FLOW = (
    "ingest", "text", "language", "mentions", "attribution", "events", "reader", "grounding", "pipeline", "copies",
    "ledger", "fold", "output", "results", "desk", "evaluate", "cli",
)  # fmt: skip
# The rule reader asks the gazetteer whether a name can be a place; it gets the object and imports its type alone.
EXCEPTIONS = {("reader", "grounding")}
# The stages that come after reading know nothing of the library that reads.
WITHOUT_SPACY = (
    "model",
    "vocabulary",
    "ingest",
    "text",
    "grounding",
    "pipeline",
    "copies",
    "ledger",
    "fold",
    "results",
    "output",
    "desk",
    "evaluate",
    "cli",
)


def imports() -> Iterator[tuple[str, str]]:
    """(folder or module, imported module) for every import in the package."""
    for path in ROOT.rglob("*.py"):
        layer = path.relative_to(ROOT).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield layer, node.module
            elif isinstance(node, ast.Import):
                yield from ((layer, name.name) for name in node.names)


def test_imports_follow_the_flow() -> None:
    rank = dict.fromkeys(BASE, 0) | {layer: at for at, layer in enumerate(FLOW, start=1)}
    wrong = set()
    for layer, module in imports():
        parts = module.split(".")
        if parts[0] != "sayso" or layer not in rank or len(parts) < 2:
            continue
        other = parts[1]
        if other != layer and rank[other] >= rank[layer] and other not in BASE and (layer, other) not in EXCEPTIONS:
            wrong.add((layer, module))
    assert not wrong


def test_model_imports_nothing_of_ours() -> None:
    assert not {m for layer, m in imports() if layer == "model" and m.startswith("sayso.") and ".model" not in m}


def test_only_the_reading_stages_know_the_parser() -> None:
    assert not {(layer, m) for layer, m in imports() if m.split(".")[0] == "spacy" and layer in WITHOUT_SPACY}
