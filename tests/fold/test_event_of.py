from datetime import date

from factory import SIDES, c, event, events, facets, members, silence, took

from sayso.fold.event import event_of, joined
from sayso.fold.link import event_id
from sayso.model import EventPlace, FirstTime


def test_an_event_of_one_claim() -> None:
    told = event(c(by="UKR/GOV", agents="RUS/MIL", targets="UKR/CVL", killed=2, report="r-1", id_="c-1"))
    assert (told.type, told.types, told.start, told.end) == (
        "shelling",
        ("shelling",),
        date(2025, 6, 8),
        date(2025, 6, 8),
    )
    assert told.places == (
        EventPlace(name="Kolovets", level="settlement", country="UA", admin1="UA-12", lat=48.0, lon=36.0,
                   id="sayso:kolovets", uncertainty_km=3.0),
    )  # fmt: skip
    assert (told.agents, told.targets, told.status) == (("RUS/MIL",), ("UKR/CVL",), "claimed")
    assert (told.claims, told.reports, told.independent_reports) == (("c-1",), ("r-1",), 1)
    assert told.first == FirstTime(stated=False, holds=None) and told.silent == ()
    assert told.why == "1 claim tells of shelling at Kolovets on 8 June 2025."


def test_the_type_is_that_of_most_claims() -> None:
    told = event(c("attack"), c("shelling"), c("shelling", by="UKR/GOV", day=None))
    assert told.type == "shelling" and set(told.types) == {"attack", "shelling"}
    assert "attack" in told.why and "shelling" in told.why and told.why.startswith("3 claims tell")


def test_an_event_is_named_after_the_claim_that_founds_it() -> None:
    first = c(published="2025-06-09")
    told = event(c(by="UKR/GOV", published="2025-06-10"), first)
    assert told.id == event_id(facets(first)[0]) != event(c(at="Lypka")).id


def test_days_are_those_that_the_claims_agree_on() -> None:
    told = event(c(day="2025-06-05/2025-06-08"), c(day=None, published="2025-06-08"), c(by="UKR/GOV", day="2025-06-08"))
    assert (told.start, told.end) == (date(2025, 6, 8), date(2025, 6, 8))


def test_places_stand_from_the_most_precise_on() -> None:
    told = event(
        c(at="Dnipropetrovsk Oblast", killed=4),
        c(at="Kolovets District", killed=4, by="UKR/MIL"),
        c(killed=4, by="UKR/GOV"),
    )
    assert [place.name for place in told.places] == ["Kolovets", "Kolovets District", "Dnipropetrovsk Oblast"]
    assert "at Kolovets" in told.why


def test_an_answer_of_later_is_told() -> None:
    told = event(took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-20"))
    assert told.why == "2 claims tell of capture at Kolovets on 8 June 2025; answered up to 2025-06-20."
    assert (told.start, told.end) == (date(2025, 6, 8), date(2025, 6, 8))


def test_reprints_count_once() -> None:
    claims = [c(report=f"r-{n}", outlet=f"Outlet {n}") for n in range(4)]
    assert event(*claims).independent_reports == 4
    told = event(*claims, copies={"r-0": "r-0", "r-2": "r-0", "r-1": "r-1"})
    assert told.independent_reports == 3 and len(told.reports) == 4


def test_actors_stand_by_how_often_they_are_named() -> None:
    claims = (c(agents="RUS/MIL"), c(agents="RUS/GOV, RUS/MIL"), c(agents="BLR/GOV", by="UKR/GOV"))
    assert event(*claims).agents == ("RUS/MIL", "BLR/GOV", "RUS/GOV")


def test_two_villages_are_two_events_that_share_a_claim() -> None:
    both = took("RUS/MIL", "RUS/MIL", at="Kolovets, Lypka")
    one, other = events(both)
    assert one.claims == other.claims == (both.id,) and one.id != other.id
    assert {place.name for place in (*one.places, *other.places)} == {"Kolovets", "Lypka"}


def test_a_silence_joins_and_changes_nothing_else() -> None:
    taken = took("RUS/MIL", "RUS/MIL", report="r-1")
    told = event(taken, silence("UKR/MIL", report="r-1", published="2025-06-08"))
    assert told.types == ("capture",) and len(told.claims) == 2 and told.places == event(taken).places


def test_the_members_that_joined_have_reasons() -> None:
    story = members(took("RUS/MIL", "RUS/MIL"), took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-20"))
    ((folded, reasons),) = joined(story, SIDES)
    assert folded.claim.act == "deny"
    assert [reason.signal for reason in reasons] == ["same place", "days agree", "same kind", "same party", "answers"]
    assert joined(story[:1], SIDES) == ()


def test_the_order_of_members_changes_nothing() -> None:
    story = members(
        took("RUS/MIL", "RUS/MIL", killed=2), took("RUS/MIL", "UKR/MIL", "deny", day="2025-06-20"), took("RUS/MIL")
    )
    assert event_of("e-1", story, SIDES, {}) == event_of("e-1", story[::-1], SIDES, {})
