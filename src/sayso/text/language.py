"""Is a report English? By py3langid (a fork of langid.py, Lui and Baldwin 2012), whose model comes with the package."""

from functools import cache
from typing import Any

from sayso.ingest.base import Problem
from sayso.model import Report

LETTERS = 60  # fewer letters say too little about the language
SAMPLE = 3000  # characters from the beginning and from the middle: pages often end in a foreign menu
BEGINNING = 60  # characters of a report that is left out by which a person finds it: its id may be made of its content
SURE = 0.8  # below this confidence a report counts as English: a wrongly dropped report is the worse error

ENGLISH = frozenset(("en", "pcm"))  # Nigerian Pidgin is what short English notes from there are taken for
NAMES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ms": "Malay", "my": "Burmese", "nb": "Norwegian",
    "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "om": "Oromo", "pa": "Punjabi", "pl": "Polish", "ps": "Pashto",
    "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "so": "Somali",
    "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "ti": "Tigrinya",
    "tr": "Turkish", "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def language_of(text: str) -> tuple[str, float] | None:
    """The language (ISO 639-1) and the confidence in it (0 to 1); None where the text is too short to tell."""
    middle = max(SAMPLE, len(text) // 2)
    sample = text[:SAMPLE] + " " + text[middle : middle + SAMPLE]
    if sum(map(str.isalpha, sample)) < LETTERS:
        return None
    code, confidence = _identifier().classify(sample)
    return str(code), float(confidence)


def check_language(report: Report) -> Problem | None:
    """The line that tells why a report is left out, where it is not English; None where it is read.

    The text goes before what the report says of itself, because pages often name the language of their template.
    A text too short to tell is believed.
    """
    found = language_of(report.text)
    code = found[0] if found else (report.language or "en")[:2].lower()
    if code in ENGLISH or (found and found[1] < SURE):
        return None
    beginning = " ".join((report.title or report.text)[: 4 * BEGINNING].split())[:BEGINNING]
    return Problem(
        source=f"{report.id} ({beginning} ...)",
        message=f"is left out: its language is {NAMES.get(code, code)}, not English.",
        hint="Translate it first.",
    )


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
