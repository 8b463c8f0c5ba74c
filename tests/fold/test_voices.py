import pytest
from factory import SIDES, c

from sayso.fold.voices import day_of, speakers
from sayso.model import Claim


def words(claim: Claim) -> str:
    """`RUS/MIL`, `!UKR/GOV` for one whose word is that it is not so."""
    return ", ".join(f"{'!' if s.denies else ''}{s.voice}" for s in speakers(claim, SIDES, "UA"))


@pytest.mark.parametrize(
    ("by", "act", "polarity", "said"),
    [
        ("", "assert", "affirmed", "press"),
        ("", "assert", "negated", "!press"),
        ("", "deny", "affirmed", "!press"),
        ("", "deny", "negated", "press"),
        ("RUS/MIL", "assert", "affirmed", "RUS/MIL"),
        ("RUS/MIL", "confirm", "affirmed", "RUS/MIL"),
        ("RUS/MIL", "deny", "affirmed", "!RUS/MIL"),
        ("RUS/MIL", "assert", "negated", "!RUS/MIL"),
        ("RUS/MIL", "deny", "negated", "RUS/MIL"),
        ("RUS/MIL, RUS/GOV", "assert", "affirmed", "RUS/MIL, RUS/GOV"),
        # an outlet that quotes somebody carries it
        ("FRA/MED > RUS/MIL", "assert", "affirmed", "RUS/MIL"),
        ("FRA/MED > DEU/MED > RUS/MIL", "assert", "affirmed", "RUS/MIL"),
        ("FRA/MED > RUS/MIL", "deny", "affirmed", "!RUS/MIL"),
        ("FRA/MED", "assert", "affirmed", "FRA/MED"),
        ("FRA/MED > DEU/MED", "assert", "affirmed", "DEU/MED"),
        # of two that stand one in the other the inner one speaks
        ("UKR/GOV > UKR/MIL", "assert", "affirmed", "UKR/MIL"),
        ("UKR/GOV > UKR/NGO", "assert", "affirmed", "UKR/NGO"),
        # "Kyiv rejected Moscow's statement": both speak
        ("UKR/GOV > RUS/GOV", "deny", "affirmed", "!UKR/GOV, RUS/GOV"),
        ("UKR/GOV > RUS/GOV", "deny", "negated", "UKR/GOV, !RUS/GOV"),
        ("FRA/MED > UKR/GOV > RUS/GOV", "deny", "affirmed", "!UKR/GOV, RUS/GOV"),
    ],
)
def test_whose_word_it_is(by: str, act: str, polarity: str, said: str) -> None:
    assert words(c(by=by, act=act, polarity=polarity)) == said


def test_a_voice_speaks_once() -> None:
    assert words(c(by="RUS/MIL, RUS/MIL")) == "RUS/MIL"
    assert words(c(by="RUS/MIL=One, RUS/MIL=Other")) == "RUS/MIL, RUS/MIL"


def test_the_press_speaks_in_the_outlets_name_and_for_no_side() -> None:
    (press,) = speakers(c(outlet="The Other Post"), SIDES, "UA")
    assert (press.name, press.side, press.principal) == ("The Other Post", None, False)


def test_sides_are_those_of_the_place_and_the_day() -> None:
    def side(day: str | None, where: str | None = "UA") -> str | None:
        (one,) = speakers(c(by="USA/GOV", day=None, published=day), SIDES, where)
        return one.side

    assert (side("2025-01-19"), side("2025-01-20")) == ("Ukraine", "USA")
    assert side("2016-06-08", "SY") == "Kurdish-led forces and coalition"


def test_allies_are_no_principals() -> None:
    (ally,) = speakers(c(by="GBR/GOV"), SIDES, "UA")
    assert ally.side == "Ukraine" and not ally.principal


def test_the_day_of_a_claim() -> None:
    day = day_of(c(published="2025-06-08"))
    assert day is not None and day.isoformat() == "2025-06-08"
    assert day_of(c(day=None, published=None)) is None
