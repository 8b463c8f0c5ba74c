"""Each row: a claim, the claims of an event, and what the signal finds."""

import pytest
from factory import c, facets, place, profile, silence, took
from msgspec.structs import replace

from sayso.fold.facet import Facet, Profile
from sayso.fold.signals import ENOUGH, FAR, SAME_EVENT, Signal, reasons, score
from sayso.model import Claim

SIGNALS = {signal.name: signal for signal in SAME_EVENT}
RUS, UKR = took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", day="2025-06-20")
DENIED = took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-20")


def near(name: str, relation: str, km: float) -> Claim:
    """A claim near a place, which lies within so many kilometres."""
    return c(at=[replace(place(name, relation), uncertainty_km=km)])


ROWS: list[tuple[str, Claim, tuple[Claim, ...], float | None]] = [
    ("same place", c(at="Kolovets"), (c(at="Kolovets"),), 1.0),
    ("same place", c(at="Zarichka"), (c(at="Kolovets"),), 0.7),
    ("same place", c(at="Kolovets Wood"), (c(at="Kolovets"),), 0.7),
    ("same place", c(at="Lypka"), (c(at="Kolovets"),), FAR),
    ("same place", near("Lypka", "near", 100.0), (c(at="Kolovets"),), 0.7),
    ("same place", near("Lypka", "in", 100.0), (c(at="Kolovets"),), FAR),
    ("same place", c(at="Kolovets District"), (c(at="Kolovets"),), 0.6),
    ("same place", c(at="Far District"), (c(at="Kolovets"),), FAR),
    ("same place", c(at="Kolovets District"), (c(at="Far District"),), FAR),
    ("same place", c(at="Dnipropetrovsk Oblast"), (c(at="Kolovets"),), -0.1),
    ("same place", c(at="Dnipropetrovsk Oblast"), (c(at="Dnipropetrovsk Oblast"),), 1.0),
    ("same place", c(at="Dnipropetrovsk Oblast"), (c(at="Donetsk Oblast"),), FAR),
    ("same place", c(at="Ukraine"), (c(at="Ukraine"),), 1.0),
    ("same place", c(at="Ukraine"), (c(at="Kolovets"),), FAR),
    ("same place", c(at="Nowhere"), (c(at="Nowhere"),), 1.0),
    ("same place", c(at="Nowhere"), (c(at="Kolovets"),), FAR),
    ("days agree", c(day="2025-06-08"), (c(day="2025-06-08"),), 1.0),
    ("days agree", c(day=None), (c(day="2025-06-08"),), 0.6),
    ("days agree", c(day="2025-06-02/2025-06-08"), (c(day="2025-06-08"),), 1.0),
    ("days agree", c(day="2025-06-01/2025-06-09"), (c(day="2025-06-08"),), -0.25),
    ("days agree", c(day="2025-06-01/2025-06-30"), (c(day="2025-06-01/2025-06-30"),), 0.5),
    ("days agree", c(day="2025-06-01/2025-06-30"), (c(day="2025-06-01/2025-06-29"),), -0.25),
    ("days agree", c(day=None, published=None), (c(day="2025-06-08"),), -0.25),
    ("days agree", c(day="2025-06-09"), (c(day="2025-06-08"),), FAR),
    ("days agree", c("clash", day="2025-06-09"), (c("clash", day="2025-06-08"),), 0.25),
    ("days agree", c("clash", day="2025-06-10"), (c("capture", day="2025-06-08"),), 0.25),
    ("days agree", c("capture", day="2025-06-11"), (c("capture", day="2025-06-08"),), FAR),
    ("days agree", DENIED, (RUS,), -0.012),
    ("days agree", UKR, (RUS,), FAR),
    ("days agree", took("RUS/MIL", "UKR/MIL", "confirm", day="2025-09-08"), (RUS,), -0.092),
    ("days agree", took("RUS/MIL", "UKR/MIL", "confirm", day="2025-10-07"), (RUS,), FAR),
    ("days agree", took("RUS/MIL", "RUS/MIL", "deny", day="2025-06-20"), (RUS,), FAR),
    ("same kind", c("shelling"), (c("shelling"),), 1.0),
    ("same kind", c("shelling"), (c("attack"), c("shelling")), 1.0),
    ("same kind", c("attack"), (c("shelling"),), 0.5),
    ("same kind", c("interception"), (c("air_strike"),), 0.5),
    ("same kind", c("air_strike"), (c("interception"),), 0.5),
    ("same kind", c("bombing"), (c("air_strike"),), -0.5),
    ("same party", c(agents="RUS/MIL"), (c(agents="RUS/GOV"),), 0.5),
    ("same party", c(agents="UKR/MIL"), (c(agents="RUS/MIL"),), -2.5),
    ("same party", c(agents="UKR/MIL", act="deny"), (c(agents="RUS/MIL"),), None),
    ("same party", c(), (c(agents="RUS/MIL"),), None),
    ("same party", c(agents="RUS/MIL"), (c(),), None),
    ("same party", c("control", holder="UKR/MIL", by="UKR/MIL"), (RUS,), None),
    ("same side says so", c(by="RUS/GOV"), (c(by="RUS/MIL"),), 1.0),
    ("same side says so", c(by="BLR/GOV"), (c(by="RUS/MIL"),), 1.0),
    ("same side says so", c(by="UKR/GOV"), (c(by="RUS/MIL"),), None),
    ("same side says so", c(by="RUS/GOV", act="deny"), (c(by="RUS/MIL"),), None),
    ("same side says so", c(), (c(),), None),
    ("same toll", c(killed=3), (c(killed=3),), 1.0),
    ("same toll", c(killed=1), (c(killed=1),), 0.3),
    ("same toll", c(killed=3), (c(killed=4),), None),
    ("same toll", c(killed=3), (c(killed=30),), -1.0),
    ("same toll", c(killed=3), (c(killed=30), c(killed=3)), 1.0),
    ("same toll", c(killed=1), (c(killed=4),), None),
    ("same toll", c(killed=3), (c(),), None),
    ("same toll", c(killed=(5, None)), (c(killed=5),), 1.0),
    ("same toll", c(killed=(5, None)), (c(killed=(5, None)),), 1.0),
    ("same toll", c(killed=(24, 99)), (c(killed=(24, 99)),), 1.0),
    ("answers", DENIED, (RUS,), 1.0),
    ("answers", UKR, (RUS,), 1.0),
    ("answers", UKR, (took("RUS/MIL"),), 1.0),
    ("answers", took("RUS/MIL", "RUS/MIL", "deny"), (RUS,), None),
    ("answers", RUS, (RUS,), None),
    ("answers", RUS, (DENIED,), 1.0),
    ("answers", RUS, (DENIED, took("RUS/MIL", "GBR/GOV")), None),
    ("answers", c("control", "UKR/MIL", holder="UKR/MIL"), (RUS,), 1.0),
    ("answers", c("shelling", "RUS/MIL", "deny"), (c("shelling", "UKR/MIL"),), 1.0),
    ("takes back", UKR, (RUS, DENIED), 1.0),
    ("takes back", UKR, (RUS,), None),
    ("takes back", UKR, (DENIED,), None),
    ("takes back", DENIED, (RUS, DENIED), None),
    ("same words", c(words="So it was."), (c(words="So it was.", by="RUS/MIL"),), 1.0),
    ("same words", c(words="So it was."), (c(words="So it was not."),), None),
    ("same report", c(report="r-1"), (c(report="r-1", by="RUS/MIL"),), 1.0),
    ("same report", c(report="r-1"), (c(report="r-2"),), None),
]


@pytest.mark.parametrize(("signal", "claim", "event", "value"), ROWS, ids=[f"{n} {r[0]}" for n, r in enumerate(ROWS)])
def test_what_a_signal_finds(signal: str, claim: Claim, event: tuple[Claim, ...], value: float | None) -> None:
    found = SIGNALS[signal].compare(facets(claim)[0], profile(*event))
    assert (found[0] if found else None) == pytest.approx(value)
    if found:
        assert len(found[1]) > 5 and "None" not in found[1] and not found[1].endswith(".")


def test_each_signal_has_rows_that_speak_and_rows_that_do_not() -> None:
    assert {row[0] for row in ROWS} == SIGNALS.keys()
    assert {row[0] for row in ROWS if row[3] is None} >= SIGNALS.keys() - {"same place", "days agree", "same kind"}


@pytest.mark.parametrize("signal", SAME_EVENT, ids=lambda signal: signal.name)
def test_each_signal_says_what_it_is(signal: Signal) -> None:
    assert signal.compare.__doc__ and signal.compare.__doc__.strip().endswith(".") and signal.weight > 0


def test_open_ranges_that_overlap_are_not_far() -> None:
    found = SIGNALS["same toll"].compare(facets(c(killed=(None, 100)))[0], profile(c(killed=(5, None))))
    assert found is None or found[0] >= 0


def test_the_place_of_an_answer_without_one_says_nothing() -> None:
    taken = took("RUS/MIL", "RUS/MIL", report="r-1")
    denied = next(f for f in facets(taken, c("capture", "UKR/MIL", "deny", at="", report="r-1")) if f.place is None)
    assert SIGNALS["same place"].compare(denied, profile(taken)) is None
    assert SIGNALS["answers"].compare(denied, profile(taken)) == (1.0, "it answers a claim of the same report")


def sums(claim: Claim, *event: Claim) -> tuple[Facet, Profile]:
    return facets(claim)[0], profile(*event)


def test_the_score_is_the_sum_of_the_reasons() -> None:
    facet, event = sums(c(by="RUS/MIL", killed=3), c(by="RUS/GOV", killed=3))
    found = reasons(facet, event)
    assert [reason.signal for reason in found] == [
        "same place", "days agree", "same kind", "same side says so", "same toll"
    ]  # fmt: skip
    assert score(facet, event) == sum(reason.counts for reason in found) == 3 + 2 + 1 + 0.75 + 1.5 > ENOUGH


def test_of_places_far_apart_nothing_else_counts() -> None:
    assert score(*sums(c(at="Lypka", words="The same."), c(words="The same."))) == FAR


def test_a_silence_is_no_word() -> None:
    assert facets(silence("UKR/GOV")) == ()
