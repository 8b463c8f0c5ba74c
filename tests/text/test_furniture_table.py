"""Every row of the table catches its own examples, and no row catches what is told as news."""

import pytest

from sayso.text.patterns import Entry, cuts, entries, kind_of_line

CASES = [(entry, example) for entry in entries() for example in entry.examples]


@pytest.mark.parametrize(("entry", "example"), CASES, ids=[example[:40] for _, example in CASES])
def test_example(entry: Entry, example: str) -> None:
    if entry.where in ("start", "end"):
        assert entry.kind in [kind for kind, _, _ in cuts(example, entry.where)]
    else:
        assert kind_of_line(example) == entry.kind


def test_every_row_has_an_example() -> None:
    assert all(entry.examples for entry in entries())


NEWS = [
    "Share prices fell after the strike on the terminal.",
    "Images from the scene showed two burning lorries and a crater.",
    "Video by the ministry shows the column leaving the town.",
    "Photos of the dead were shown to relatives on Friday.",
    "He said Kyiv was pushed to accept Russian terms.",
    "Thank you for your courage, the president told the soldiers.",
    "Sources: two commanders killed in raid on camp",
    "Register of the missing grows to 900 names, the Red Cross said.",
    "Related parties to the talks met in Doha on Monday.",
    "Invited guests left the hall when the sirens went off.",
    "By Friday the army had lost the airfield.",
    "By noon, three villages were cut off, officials said.",
    "In Kherson, Reuters reporters heard shelling.",
    "Support for the rebels is drying up, diplomats say.",
    "Follow-up strikes hit the same depot an hour later.",
    "Read the letter, he told the court, and you will see who gave the order.",
    "The AP reported 12 dead.",
    "Login details of officers were stolen, the security service said.",
    "More than 40 people were wounded.",
    "Advertising for the army has doubled since spring.",
    "The report said cookies laced with poison were sent to pilots.",
    "Contact was lost with the crew, the navy said.",
    "Live ammunition was used against the marchers.",
    "Updated figures put the toll at 31, the hospital said.",
    "Watch towers along the border were hit by drones.",
    "File cabinets were carried out of the burning ministry.",
    "Source of the fire was a drone, the governor said.",
    "A child was shot through a window.",
    "The army said in a document.The ministry denied it.",
    "Donated blood ran out within a day, doctors said.",
]


@pytest.mark.parametrize("line", NEWS)
def test_news_is_no_furniture(line: str) -> None:
    assert kind_of_line(line) is None
    assert not list(cuts(line, "start"))
    assert not list(cuts(line, "end"))
