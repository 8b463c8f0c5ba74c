"""Times of invented news and history sentences: span, type, value, days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.mentions.times import find_times
from sayso.model.when import TimeMention

SUNDAY = date(2025, 6, 8)
WEDNESDAY = date(2025, 6, 11)


def one(text: str, day: date | None = SUNDAY) -> TimeMention:
    (mention,) = find_times(text, day)
    return mention


# sentence, words, type, value, edtf of the days (None: not on the calendar); published on Sunday 8 June 2025
NEWS = [
    # dates
    ("The depot burned on 3 June.", "3 June", "DATE", "2025-06-03", "2025-06-03"),
    ("The depot burned on June 3rd.", "June 3rd", "DATE", "2025-06-03", "2025-06-03"),
    ("The pact of March 4, 2019 holds.", "March 4, 2019", "DATE", "2019-03-04", "2019-03-04"),
    ("The pact of Monday, 4 March 2019 holds.", "Monday, 4 March 2019", "DATE", "2019-03-04", "2019-03-04"),
    ("Report of 05.06.2025 on losses.", "05.06.2025", "DATE", "2025-06-05", "2025-06-05"),
    ("Report of 2025-06-05 on losses.", "2025-06-05", "DATE", "2025-06-05", "2025-06-05"),
    ("Report of 06/05/2025 on losses.", "06/05/2025", "DATE", "2025-06-05", "2025-06-05"),
    ("Report of 25/05/2025 on losses.", "25/05/2025", "DATE", "2025-05-25", "2025-05-25"),
    ("They met on Dec. 20.", "Dec. 20", "DATE", "2024-12-20", "2024-12-20"),
    ("They will meet on Dec. 20.", "Dec. 20", "DATE", "2025-12-20", "2025-12-20"),
    ("Families of the October 7 attack wait.", "the October 7", "DATE", "2023-10-07", "2023-10-07"),
    ("Saturdays strike killed two.", "Saturdays", "DATE", "2025-06-07", "2025-06-07"),  # a lost apostrophe
    # months
    ("Shelling grew by late May.", "late May", "DATE", "2025-05", "2025-05-21/2025-05-31"),
    ("It fell in the first half of May.", "the first half of May", "DATE", "2025-05", "2025-05-01/2025-05-15"),
    ("The town fell in November.", "November", "DATE", "2024-11", "2024-11"),
    ("Elections will be held in November.", "November", "DATE", "2025-11", "2025-11"),
    ("The rains last through September.", "September", "DATE", "2025-09", "2025-09"),
    ("Fighting began last April.", "last April", "DATE", "2025-04", "2025-04"),
    ("In March this year the pier sank.", "March this year", "DATE", "2025-03", "2025-03"),
    ("Troops arrived in May 2021.", "May 2021", "DATE", "2021-05", "2021-05"),
    # years
    ("The region was annexed in 2014.", "2014", "DATE", "2014", "2014"),
    ("Tanks crossed in late 2024.", "late 2024", "DATE", "2024", "2024-10/2024-12"),
    ("Tanks crossed in early 2024.", "early 2024", "DATE", "2024", "2024-01/2024-03"),
    ("Tanks crossed in mid-2024.", "mid-2024", "DATE", "2024", "2024-05/2024-08"),
    ("Output fell in the second half of 2024.", "the second half of 2024", "DATE", "2024-H2", "2024-07/2024-12"),
    ("It should end by the end of the year.", "the end of the year", "DATE", "2025", "2025-10/2025-12"),
    # weekdays
    ("Rockets hit the port on Sunday.", "Sunday", "DATE", "2025-06-08", "2025-06-08"),
    ("Rockets hit the port on Tuesday.", "Tuesday", "DATE", "2025-06-03", "2025-06-03"),
    ("Talks will resume on Tuesday.", "Tuesday", "DATE", "2025-06-10", "2025-06-10"),
    ("Tuesday's strike would not go unanswered.", "Tuesday", "DATE", "2025-06-03", "2025-06-03"),
    ("Rockets fell late on Friday.", "late on Friday", "DATE", "2025-06-06", "2025-06-06"),
    ("Rockets fell on Saturday night.", "Saturday night", "TIME", "2025-06-07TNI", "2025-06-07"),
    ("It began in the early hours of Friday.", "the early hours of Friday", "TIME", "2025-06-06TMO", "2025-06-06"),
    ("The pair met last Monday.", "last Monday", "DATE", "2025-06-02", "2025-06-02"),
    ("The pair met on Tuesday last week.", "Tuesday last week", "DATE", "2025-05-27", "2025-05-27"),
    ("Clashes broke out over the weekend.", "the weekend", "DATE", "2025-W23-WE", "2025-06-07/2025-06-08"),
    # the day and its neighbours
    ("He spoke yesterday evening.", "yesterday evening", "TIME", "2025-06-07TEV", "2025-06-07"),
    ("He left the day before yesterday.", "the day before yesterday", "DATE", "2025-06-06", "2025-06-06"),
    ("Drones came overnight.", "overnight", "TIME", "2025-06-08TNI", "2025-06-07/2025-06-08"),
    ("Drones came last night.", "last night", "TIME", "2025-06-07TNI", "2025-06-07"),
    ("Drones came at dawn.", "dawn", "TIME", "2025-06-08TMO", "2025-06-08"),
    # units
    ("The bridge fell last week.", "last week", "DATE", "2025-W23", "2025-06-02/2025-06-08"),
    ("The bridge reopens next week.", "next week", "DATE", "2025-W24", "2025-06-09/2025-06-15"),
    ("The bridge fell earlier this month.", "earlier this month", "DATE", "2025-06", "2025-06"),
    ("Aid stopped last year.", "last year", "DATE", "2024", "2024"),
    ("The crops failed last summer.", "last summer", "DATE", "2024-SU", "2024-06/2024-08"),
    # counted
    ("He fled three days ago.", "three days ago", "DATE", "2025-06-05", "2025-06-05"),
    ("He fled about five months ago.", "about five months ago", "DATE", "2025-01", "2025-01"),
    ("He fled two decades ago.", "two decades ago", "DATE", "2005", "2005"),
    ("Years ago he fled.", "Years ago", "DATE", "PAST_REF", None),
    ("In the past 24 hours the line held.", "the past 24 hours", "DURATION", "PT24H", "2025-06-07/2025-06-08"),
    ("It held for the last three years.", "the last three years", "DURATION", "P3Y", "2022-06-08/2025-06-08"),
    ("Attacks rose in recent weeks.", "recent weeks", "DURATION", "PXW", "2025-05-11/2025-06-08"),
    # how long
    ("The siege lasted six weeks.", "six weeks", "DURATION", "P6W", None),
    ("The siege lasted more than a decade.", "more than a decade", "DURATION", "P10Y", None),
    ("The siege lasted a year and a half.", "a year and a half", "DURATION", "P1Y6M", None),
    ("A 30-day truce was offered.", "30-day", "DURATION", "P30D", None),
    ("The two-hour battle ended.", "two-hour", "DURATION", "PT2H", None),
    ("They hid for weeks.", "weeks", "DURATION", "PXW", None),
    ("Two bloody weeks followed.", "Two bloody weeks", "DURATION", "P2W", None),
    ("They struck a day after the raid.", "a day", "DURATION", "P1D", None),
    # again and again
    ("Every Friday they march.", "Every Friday", "SET", "XXXX-WXX-5", None),
    ("Mortars fall daily.", "daily", "SET", "P1D", None),
    ("They fire 900 shells a day.", "a day", "SET", "P1D", None),
    ("They meet on Thursdays.", "Thursdays", "SET", "XXXX-WXX-4", None),
    # hours
    ("The siren rang at 1945 GMT.", "1945 GMT", "TIME", "2025-06-08T19:45", "2025-06-08"),
    ("The siren rang at 7:15 p.m. on Friday.", "7:15 p.m. on Friday", "TIME", "2025-06-06T19:15", "2025-06-06"),
    ("The siren rang around 3 am.", "around 3 am", "TIME", "2025-06-08T03:00", "2025-06-08"),
    ("The siren rang at 0730 hours.", "0730 hours", "TIME", "2025-06-08T07:30", "2025-06-08"),
    ("It began on the night of 2 June.", "the night of 2 June", "TIME", "2025-06-02TNI", "2025-06-02"),
    # periods
    ("He was born in the 1980s.", "the 1980s", "DATE", "198", "1980/1989"),
    ("He was born in the late 1980s.", "the late 1980s", "DATE", "198", "1987/1989"),
    ("A fort of the 19th century.", "the 19th century", "DATE", "18", "1800/1899"),
    ("The fort fell in the summer of 1942.", "the summer of 1942", "DATE", "1942-SU", "1942-06/1942-08"),
    ("It fell in the summer of last year.", "the summer of last year", "DATE", "2024-SU", "2024-06/2024-08"),
    ("The fort fell in 490 BC.", "490 BC", "DATE", "BC0490", None),
    ("Guns were silent on Easter Monday.", "Easter Monday", "DATE", "2025-04-21", "2025-04-21"),
    ("Guns were silent during Ramadan.", "Ramadan", "DATE", "2025-03-01", "2025-03-01/2025-03-30"),
    ("Output fell in Q1 2024.", "Q1 2024", "DATE", "2024-Q1", "2024-01/2024-03"),
    ("Output fell in the first quarter of 2024.", "the first quarter of 2024", "DATE", "2024-Q1", "2024-01/2024-03"),
    # no place on the calendar
    ("The army is now in the suburbs.", "now", "DATE", "PRESENT_REF", None),
    ("The two sides recently met.", "recently", "DATE", "PAST_REF", None),
    # since: up to the day of publication
    ("Since February 2022 they have fought.", "February 2022", "DATE", "2022-02", "2022-02-01/2025-06-08"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "value", "edtf"), NEWS)
def test_news(text: str, words: str, kind: str, value: str, edtf: str | None) -> None:
    mention = one(text)
    assert (mention.text, mention.type, mention.value, mention.edtf) == (words, kind, value, edtf)
    assert (mention.first is None) == (edtf is None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "The March for Life drew crowds.",
        "Theresa May resigned.",
        "Jan Horak, the envoy, spoke.",
        "A second strike hit the same house.",
        "Some 2000 people fled and 1,900 shells fell.",
        "1800 Ukrainian troops stood there.",
        "Resolution 1701 was quoted.",
        "See https://example.org/2025/06/07/today.html for more.",
        "They will meet some day.",
        "The Sun and The Sunday Times reported it.",
        "USA Today reported it.",
        "The Good Friday Agreement holds.",
        "A 34-year-old teacher, 45 years old, died.",
        "Prices fall in the village and springs run dry.",
        "They paid $2000 for it.",
        "About three-quarters of the town lies in ruins.",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert [m.text for m in find_times(text, SUNDAY)] == []


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They fought from June 2 to 5.", ["June 2", "5"], ["2025-06-02/2025-06-05", "2025-06-05"]),
        ("They fought on 2-5 June.", ["2", "5 June"], ["2025-06-02/2025-06-05", "2025-06-05"]),
        ("Between 2 and 5 June they fought.", ["2", "5 June"], ["2025-06-02/2025-06-05", "2025-06-05"]),
        ("They met on 2 and 5 June.", ["2", "5 June"], ["2025-06-02", "2025-06-05"]),
        ("Between May and July 2024 it rained.", ["May", "July 2024"], ["2024-05/2024-07", "2024-07"]),
        ("The war of 1998-2000 ended.", ["1998", "2000"], ["1998/2000", "2000"]),
        ("The war of 1939-45 ended.", ["1939", "45"], ["1939/1945", "1945"]),
    ],
)
def test_a_range_is_two_times_and_the_first_covers_it(text: str, words: list[str], edtf: list[str]) -> None:
    mentions = find_times(text, SUNDAY)
    assert [m.text for m in mentions] == words
    assert [m.edtf for m in mentions] == edtf


def test_the_day_told_is_what_later_days_refer_to() -> None:
    text = (
        "On 25 May 2023 the army left. The following day looters came. Three days later it was back. That year it won."
    )
    assert [m.value for m in find_times(text, SUNDAY)] == ["2023-05-25", "2023-05-26", "2023-05-29", "2023"]


def test_beside_the_time_told() -> None:
    text = "In May 2023 the army left. The month before, it had won."
    assert [m.value for m in find_times(text, SUNDAY)] == ["2023-05", "2023-04"]


def test_last_week_is_the_week_before_except_on_its_last_day() -> None:
    assert one("The bridge fell last week.", WEDNESDAY).edtf == "2025-06-02/2025-06-08"
    assert one("The bridge fell last week.", date(2025, 6, 7)).edtf == "2025-05-26/2025-06-01"


def test_without_a_day_of_publication_relative_times_stay_open() -> None:
    values = {m.text: (m.value, m.first) for m in find_times("Yesterday, on Monday, last week and in June 2020.", None)}
    assert values == {
        "Yesterday": ("XXXX-XX-XX", None),
        "Monday": ("XXXX-XX-XX", None),
        "last week": ("XXXX-WXX", None),
        "June 2020": ("2020-06", date(2020, 6, 1)),
    }


def test_the_caller_can_tell_the_tense() -> None:
    text = "Rockets on Tuesday."
    assert find_times(text, SUNDAY, lambda _: "future")[0].value == "2025-06-10"
    assert find_times(text, SUNDAY, lambda _: "past")[0].value == "2025-06-03"


HISTORY = (
    "War broke out in 1755. In early 1756 the fleet sailed. On 3 March 1756 it landed, and in May the fort fell. "
    "The following day the town burned. In August of that year a truce was signed. It failed in 1757. On 4 June 1757 "
    "the army crossed the river; two days later it won. By 1758 the coast was lost. In December 1758 envoys met, and "
    "in January they agreed. Peace came in 1759. In 1760 the last ship left."
)


def test_a_narrative_goes_on_from_the_day_told() -> None:
    values = [m.value for m in find_times(HISTORY, date(2025, 6, 8))]
    assert values == [
        "1755", "1756", "1756-03-03", "1756-05", "XXXX-XX-XX", "1756-08", "1757", "1757-06-04", "1757-06-06", "1758",
        "1758-12", "1759-01", "1759", "1760",
    ]  # fmt: skip


def test_news_with_some_history_stays_news() -> None:
    text = (
        "The region was annexed in 1992 and 1994. Last year it rebelled. Shells fell on Tuesday. In May a truce failed."
    )
    assert [m.value for m in find_times(text, SUNDAY)][2:] == ["2024", "2025-06-03", "2025-05"]


PIECES = [
    "June 8", "8", "9 June", "2025", "1945 GMT", "last", "the past", "three", "days", "ago", "later", "Monday", "night",
    "overnight", "early", "late", "mid-", "the", "of", "in", "to", "-", ",", ".", "a", "half", "year", "quarter", "31",
    "February", "30", "every", "BC", "0", "99:99", "1/2", "century", "summer", "next", "\n\n", "'", "’90s", "00/00/00",
    "Eid al-Fitr", "Ramadan 9999", "hundred", "thousand", "99999999999999", "0000-00-00", "\ud800", "\u200f", "12th",
]  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map(" ".join)),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_mentions_in_order_without_overlap(text: str, day: date | None) -> None:
    end = 0
    for mention in find_times(text, day):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert (mention.first is None) == (mention.last is None) == (mention.edtf is None)
        if mention.first and mention.last:
            assert mention.first <= mention.last
        end = mention.end
