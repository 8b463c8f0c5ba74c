"""Write src/sayso/vocabulary/forms.yaml: the inflected forms of all verbs, nouns and adjectives of the vocabulary.

python scripts/forms.py      (with lemminflect installed, which nothing else needs)
"""

from pathlib import Path

import yaml
from lemminflect import getAllInflections

from sayso.reader.hints import lemmas

TARGET = Path(__file__).resolve().parents[1] / "src/sayso/vocabulary/forms.yaml"
NOTE = "# Lemma: its inflected forms, written by scripts/forms.py with lemminflect. Do not edit by hand.\n"


def main() -> None:
    """Write the file."""
    forms = {}
    for lemma in sorted(lemmas()):
        found = {form.lower() for many in getAllInflections(lemma).values() for form in many} - {lemma}
        if found:
            forms[lemma] = sorted(found)
    TARGET.write_text(NOTE + yaml.safe_dump(forms, default_flow_style=None, width=120), encoding="utf-8")
    print(len(forms), "lemmas")


if __name__ == "__main__":
    main()
