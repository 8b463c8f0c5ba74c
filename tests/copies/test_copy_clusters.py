from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.copies import clusters, copies
from sayso.model import CopyPair, Report

JUNE = [date(2025, 6, day) for day in range(1, 31)]


def pair(names: str, containment: float = 1.0) -> CopyPair:
    a, b = sorted(names)
    return CopyPair(a=a, b=b, containment=containment)


def all_of(names: str, containment: float = 1.0) -> list[CopyPair]:
    return [pair(a + b, containment) for a in names for b in names if a < b]


def days(names: str) -> dict[str, date | None]:
    return dict(zip(names, JUNE, strict=False))


def joined(pairs: list[CopyPair], order: str) -> list[str]:
    return ["".join(members) for members in clusters(pairs, days(order))]


def test_copies_of_one_text_are_a_cluster_in_order_of_publication() -> None:
    assert joined(all_of("abc"), "cabx") == ["cab"]
    assert joined([], "ab") == []


def test_the_first_report_names_the_cluster_unknown_days_last_then_by_id() -> None:
    assert clusters(all_of("abcd"), {"a": None, "b": JUNE[3], "c": JUNE[3], "d": JUNE[2]}) == (("d", "b", "c", "a"),)


def test_a_report_that_quotes_two_texts_joins_them_not() -> None:
    assert joined([*all_of("abcd"), *all_of("wxyz"), pair("aw", 0.5)], "abcdwxyz") == ["abcd", "wxyz"]
    assert joined([*all_of("abcd", 0.9), *all_of("wxyz"), pair("dw", 0.4), pair("dx", 0.4)], "abcdwxyz") == [
        "abcd",
        "wxyz",
    ]


def test_chains_are_cut() -> None:
    chain = [pair(a + b, 0.35) for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    assert max(map(len, joined(chain, "abcdefghi"))) <= 3


def test_a_missing_pair_among_many_does_no_harm() -> None:
    assert joined([p for p in all_of("abcde") if (p.a, p.b) != ("b", "d")], "abcde") == ["abcde"]


def test_as_known_on_a_day() -> None:
    pairs = all_of("abc")
    assert clusters(pairs, {"a": JUNE[4], "b": JUNE[2], "c": JUNE[9]}) == (("b", "a", "c"),)
    assert clusters(pairs, {"a": JUNE[4], "b": JUNE[2]}) == (("b", "a"),)
    assert clusters(pairs, {"a": JUNE[4]}) == ()


@given(
    st.lists(st.tuples(st.sets(st.sampled_from("abcdefgh"), min_size=2, max_size=2), st.floats(0.3, 1)), max_size=20),
)
def test_clusters_are_the_same_in_any_order_and_share_no_report(found: list[tuple[set[str], float]]) -> None:
    pairs = list({(p.a, p.b): p for p in (pair("".join(names), share) for names, share in found)}.values())
    known = days("hgfedcba")
    made = clusters(pairs, known)
    members = [report for cluster in made for report in cluster]
    assert len(members) == len(set(members))
    assert all(len(cluster) > 1 for cluster in made)
    assert clusters(pairs[::-1], dict(sorted(known.items()))) == made


def test_four_hundred_copies_of_one_text() -> None:
    names = [f"r{at:03}" for at in range(400)]
    pairs = [CopyPair(a=a, b=b, containment=0.9) for at, a in enumerate(names) for b in names[at + 1 :]]
    assert clusters(pairs, dict.fromkeys(names)) == (tuple(names),)


def test_as_records() -> None:
    reports = {
        key: Report(id=key, text="", published=day, outlet=outlet)
        for key, day, outlet in (
            ("a", JUNE[2], "Ardun Post"),
            ("b", JUNE[1], "Wire"),
            ("c", None, None),
            ("d", JUNE[1], "X"),
        )
    }
    pairs = [pair("ab", 0.8), pair("ac", 0.5)]
    (made,) = copies(pairs, reports, {"a": "Reuters", "b": None, "d": "AP"})
    assert (made.schema, made.cluster, made.agency) == ("sayso/copies/1", "b", "Reuters")
    assert [(c.report, c.published, c.outlet, c.containment) for c in made.reports] == [
        ("b", JUNE[1], "Wire", 1.0),
        ("a", JUNE[2], "Ardun Post", 0.8),
        ("c", None, None, None),  # no pair with the first
    ]
    assert copies(pairs, reports)[0].agency is None


def test_the_agency_that_most_credit_if_enough_do() -> None:
    reports = {key: Report(id=key, text="", published=day) for key, day in days("abcde").items()}

    def agency(**named: str) -> str | None:
        return copies(all_of("abcde"), reports, named)[0].agency

    assert agency(a="AFP", b="AP", d="AP") == "AP"
    assert agency(c="AP", b="AFP", e="AFP", d="AP") == "AFP"
    assert agency(c="AP") is None
