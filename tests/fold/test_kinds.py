import pytest
from factory import c, silence

from sayso.fold.kinds import family_of, kind, tells_of_a_happening
from sayso.vocabulary import load


def test_every_type_has_a_kind() -> None:
    assert load("kinds").keys() == set(load("types"))


@pytest.mark.parametrize("name", load("kinds"))
def test_what_is_close_is_of_one_family(name: str) -> None:
    assert {kind(other).family for other in kind(name).close} <= {kind(name).family}
    assert name not in kind(name).close


def test_families_share_out_the_types() -> None:
    families = {kind(name).family for name in load("kinds")} - {None}
    shared = [name for family in families for name in family_of(str(family))]
    assert sorted([*shared, "statement"]) == sorted(load("kinds"))
    assert set(family_of("ground")) == {"clash", "advance", "capture", "control", "withdrawal"}


@pytest.mark.parametrize(
    ("claim", "tells"),
    [
        (c(), True),
        (c(act="deny"), True),
        (c(act="confirm"), True),
        (c(act="accuse"), True),
        (c(polarity="negated"), True),
        (c("statement"), False),
        (silence("UKR/GOV"), True),
        (c(act="demand"), False),
        (c(act="threaten"), False),
        (c(reality="planned"), False),
        (c(reality="possible"), False),
        (silence("UKR/GOV", reality="possible"), True),
        (silence("GBR/MED"), False),
        (silence("GBR/MED > UKR/GOV"), True),
        (silence(""), False),
    ],
    ids=lambda value: "" if isinstance(value, bool) else f"{value.type} {value.act} {value.reality}",
)
def test_what_tells_of_a_happening(claim: object, tells: bool) -> None:
    assert tells_of_a_happening(claim) is tells  # type: ignore[arg-type]
