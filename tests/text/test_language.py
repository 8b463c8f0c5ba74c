import pytest

from sayso.model import Report
from sayso.text.language import check_language, language_of

ENGLISH = "Two drones hit a depot near the river port on Sunday, the regional governor said in a statement on Monday."
OTHERS = {
    "German": "Zwei Drohnen trafen am Sonntag ein Lager am Flusshafen, teilte der Gouverneur der Region am Montag mit.",
    "Ukrainian": "Два безпілотники влучили в неділю у склад поблизу річкового порту, повідомив голова області.",
    "Arabic": "أصابت طائرتان مسيرتان مستودعا قرب الميناء النهري يوم الأحد، بحسب ما قال حاكم المنطقة في بيان له.",
    "French": "Deux drones ont frappé dimanche un dépôt près du port fluvial, a déclaré le gouverneur de la région.",
}


def report(text: str, language: str | None = None) -> Report:
    return Report(id="r-1", text=text, language=language)


def test_english_is_read() -> None:
    assert check_language(report(ENGLISH)) is None
    assert check_language(report(ENGLISH, "de")) is None


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages_are_named(name: str) -> None:
    problem = check_language(report(OTHERS[name], "en"))
    assert problem is not None
    assert name in problem.message


def test_a_short_text_is_believed() -> None:
    assert language_of("Kyiv fell.") is None
    assert check_language(report("Kyiv fell.")) is None
    assert check_language(report("Kyjiw fiel.", "de-AT")) is not None
