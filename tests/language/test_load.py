"""The right model, or one clear line."""

from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.language import load


def test_missing_pipeline_names_the_command() -> None:
    with pytest.raises(SaysoError, match="python -m spacy download no_such_pipeline"):
        load.load_model("no_such_pipeline")


def test_other_language_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("de").to_disk(tmp_path / "de")
    with pytest.raises(SaysoError, match="language 'de'"):
        load.load_model(str(tmp_path / "de"))


def test_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "en")
    with pytest.raises(SaysoError, match="has no lemmatizer, ner, parser"):
        load.load_model(str(tmp_path / "en"))


def test_altered_default_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(load.DEFAULT_SHA256, "meta.json", "0" * 64)
    with pytest.raises(SaysoError, match=r"not en_core_web_md 3\.8\.0 \(meta\.json differ"):
        load.load_model.__wrapped__()
