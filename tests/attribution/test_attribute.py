"""Sentences in, who says what out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.attribution import attribute
from sayso.language.parse import Parse
from sayso.model import Attribution, Span

type Parser = Callable[[str], Parse]


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(s.of(text) for s in spans)


def rows(parse: Parse) -> list[tuple[str, str, str]]:
    text = parse.page.text
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in attribute(parse)]


def only(parse: Parse) -> Attribution:
    (found,) = attribute(parse)
    return found


TABLE = Path(__file__).with_name("sayings.txt")


def table() -> list[tuple[str, list[str]]]:
    """The sentences of `sayings.txt` with the lines that are expected of them."""
    cases: list[tuple[str, list[str]]] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            cases[-1][1].append(line.strip())
        elif line and not line.startswith("#"):
            cases.append((line, []))
    return cases


@pytest.mark.parametrize(("text", "expected"), table(), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_table(parsed: Parser, text: str, expected: list[str]) -> None:
    found = [
        f"{a.act} {a.quote} | {words(text, a.source)} | {words(text, a.cue)} | {words(text, a.content)}".strip()
        for a in attribute(parsed(text))
    ]
    assert found == expected


def test_denial_of_a_claim(parsed: Parser) -> None:
    acts = [a.act for a in attribute(parsed("The ministry rejected as false a claim that its jets had hit a school."))]
    assert acts[0] == "deny"


CITING = [
    "Reuters quoting US officials said two jets were lost.",
    "The air force said, citing partners, that nine drones were intercepted.",
    "A power station was hit, local agencies reported, citing the ministry.",
]


@pytest.mark.parametrize("text", CITING)
def test_cited_voice_nests_in_the_citing_one(parsed: Parser, text: str) -> None:
    found = attribute(parsed(text))
    outer = next(a for a in found if words(text, a.cue) in ("said", "reported"))
    inner = next(
        a for a in found if a.content and words(text, a.source) in ("US officials", "partners", "the ministry")
    )
    for piece in (*inner.source, *inner.cue, *inner.content):
        assert any(p.holds(piece) for p in outer.content)


def test_outer_content_holds_reported_denial(parsed: Parser) -> None:
    text = "The agency reported that the army denied the attack."
    outer, inner = attribute(parsed(text))
    assert words(text, outer.source) == "The agency"
    assert inner.act == "deny"
    assert outer.content[0].holds(inner.source[0])


def test_conjuncts_are_speakers_of_their_own(parsed: Parser) -> None:
    text = "Witnesses and two police officers said the bus was hit by a drone."
    assert [m.span.of(text) for m in only(parsed(text)).speakers] == ["Witnesses", "two police officers"]


def test_audience_is_no_speaker(parsed: Parser) -> None:
    text = "The chief told Reuters that the fire was out."
    assert [m.span.of(text) for m in only(parsed(text)).speakers] == ["The chief"]


def test_open_quotation_goes_on_in_the_next_paragraph(parsed: Parser) -> None:
    text = "“The sea is calm,” the captain said. “We sail at noon.\n“Nobody will stay behind.”"
    found = only(parsed(text))
    assert words(text, found.content) == "“The sea is calm,” … “We sail at noon.\n“Nobody will stay behind.”"


def test_bare_quotation_has_the_last_speaker(parsed: Parser) -> None:
    text = '"We are leaving," the captain said.\n"The sea is calm and the ship is ready to sail before noon."'
    bare = attribute(parsed(text))[1]
    assert (words(text, bare.source), bare.cue, bare.quote) == ("the captain", (), "direct")


def test_quotation_before_another_speaker_stays_with_the_first(parsed: Parser) -> None:
    text = '"We are leaving," the captain said. "The sea is calm."\nThe harbour master said the storm was near.'
    assert rows(parsed(text)) == [
        ("the captain", "said", '"We are leaving," … "The sea is calm."'),
        ("The harbour master", "said", "the storm was near"),
    ]


def test_we_in_a_quotation_is_its_speaker(parsed: Parser) -> None:
    text = "“We reject the charge,” the minister said."
    denial = next(a for a in attribute(parsed(text)) if a.act == "deny")
    antecedent = denial.speakers[0].antecedent
    assert antecedent is not None
    assert antecedent.of(text) == "the minister"


def test_doubt_within_a_quotation_is_not_read(parsed: Parser) -> None:
    text = "“I think the road is open and I hope it stays so,” the mayor said."
    assert [words(text, a.source) for a in attribute(parsed(text))] == ["the mayor"]


def test_offsets_stay_true_after_blanked_text(parsed: Parser) -> None:
    text = "Read more: all our maps\n\nThe mayor said the bridge was gone."
    assert ("The mayor", "said", "the bridge was gone") in rows(parsed(text))
