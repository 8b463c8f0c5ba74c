"""What numbers count."""

from collections.abc import Callable

import pytest

from sayso.language.parse import Parse
from sayso.mentions.counts import find_counts

type Parser = Callable[[str], Parse]

CASES = [
    # state after the number
    ("At least nine miners were killed and 14 wounded when a shell hit the pit.", "killed 9-, wounded 14"),
    ("Five dead, 18 hurt in market blast", "killed 5, wounded 18"),
    ("More than 40 villagers have died in the raid.", "killed 40-"),
    ("Some 300 people are still missing after the dam burst.", "missing 300"),
    ("Three soldiers were shot dead at a checkpoint.", "killed 3"),
    ("Around 12,000 people fled to the capital.", "displaced 12000"),
    ("Hundreds were forced to leave or flee their homes.", "displaced 200-999"),
    ("About 2,500 families were displaced by the floods.", "displaced 2500"),
    ("Nearly 9,000 people have left the district since June.", "displaced 9000"),
    ("Two million people had been driven from their homes.", "displaced 2000000"),
    ("Three guards lost their lives in the fire.", "killed 3"),
    ("Twelve people died in the camp, four of them children.", "killed 12, killed 4"),
    ("Two persons including a monk were killed.", "killed 2"),
    ("Four miners sustained injuries.", "wounded 4"),
    ("Two fishermen were abducted by gunmen on Monday.", "detained 2"),
    ("Four aid workers were taken hostage.", "detained 4"),
    # verb before the number
    ("A drone struck a bus, killing seven passengers and wounding 11 others.", "killed 7, wounded 11"),
    ("The blast killed 16 people.", "killed 16"),
    ("Police arrested 25 protesters.", "detained 25"),
    ("The fighting has displaced more than 90,000 people.", "displaced 90000-"),
    ("The assault claimed the lives of at least 30 militants.", "killed 30-"),
    ("The war has claimed more than 14,000 lives.", "killed 14000-"),
    ("The strike left 26 people dead.", "killed 26"),
    ("The army captured 19 enemy soldiers.", "captured 19"),
    ("The army captured three villages in the south.", "other 3"),
    ("The brigade lost 120 soldiers and 15 tanks.", "killed 120, other 15"),
    # nouns
    ("The death toll rose to 22 on Friday.", "killed 22"),
    ("Officials confirmed the deaths of six nurses.", "killed 6"),
    ("The death toll has climbed to 31 from 28.", "killed 31"),
    ("The country hosts 600,000 refugees.", "displaced 600000"),
    ("The hospital received 14 bodies.", "killed 14"),
    ("The town has a population of 45,000.", "population 45000"),
    ("The army suffered 300 casualties.", "other 300"),
    ("The governor put the dead at nine.", "killed 9"),
    ("A drone killed one man and wounded another.", "killed 1, wounded 1"),
    ("A man of 68 was wounded.", "wounded 1"),
    # parts and lists
    ("Twelve people were killed, among them three children.", "killed 12, killed 3"),
    ("Two officers and nine cadets were killed.", "killed 2, killed 9"),
    ("The shelling killed ten people, including two medics.", "killed 10, killed 2"),
    ("A woman was killed and two of her children were wounded.", "killed 1, wounded 2"),
    # dead and wounded together
    ("At least 30 people were killed or wounded.", "other 30-"),
    ("The bombs killed and injured dozens of worshippers.", "other 24-99"),
    # things that fly
    ("Russia launched 63 drones at the city overnight.", "launched 63"),
    ("Air defences shot down 27 drones and four cruise missiles.", "intercepted 27, intercepted 4"),
    ("Twenty rockets were fired from the valley.", "launched 20"),
    ("The ministry said 41 drones were intercepted over the region.", "intercepted 41"),
    ("Berlin will send 50 missiles to Kyiv.", "other 50"),
    ("Sappers dismantled six mines on the road.", "intercepted 6"),
    ("31 drones downed overnight, mayor says", "intercepted 31"),
    # what is given back, who only speaks
    ("The sides exchanged 146 prisoners on Sunday.", "other 146"),
    ("Two officials said that the road was closed.", ""),
    ("The camp was empty, according to two drivers.", ""),
    # areas, other things
    ("The army now holds 120 square kilometres.", "area_km2 120"),
    ("The council has pledged $40 million.", "other 40000000"),
    ("Some 5,000 troops were deployed along the river.", "other 5000"),
    ("Shells damaged 17 houses.", "other 17"),
    # nothing to count
    ("The two sides met in 2019 and again on 4 May.", ""),
    ("One of them spoke for three hours about Nord Stream 2.", ""),
    ("A man said that a woman had called him.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_counts(text: str, expected: str, parsed: Parser) -> None:
    shown = []
    for count in find_counts(parsed(text)):
        value = str(count.low) if count.low == count.high else f"{count.low or ''}-{count.high or ''}"
        shown.append(f"{count.what} {value}")
        assert text[count.start : count.end] == count.text
    assert ", ".join(shown) == expected


def test_text_is_the_phrase_with_its_bounds(parsed: Parser) -> None:
    (count,) = find_counts(parsed("Tens of thousands have been killed."))
    assert (count.text, count.low, count.high) == ("Tens of thousands", 20000, 99999)
