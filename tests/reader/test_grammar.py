"""What the parse adds to what an encoder found."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from sayso.language.parse import Parse, sentences, span_of
from sayso.language.tense import Tenses
from sayso.mentions.counts import find_counts
from sayso.mentions.times import find_times
from sayso.model import Draft, Span
from sayso.reader.grammar import Grammar

type Parser = Callable[[str], Parse]


def draft(parse: Parse, trigger: str, kind: str) -> Draft:
    """A draft without anything but its trigger."""
    at = parse.page.text.index(trigger)
    sentence = next(span_of(s) for s in sentences(parse.doc) if s.start_char <= at < s.end_char)
    return Draft(sentence=sentence, trigger=Span(at, at + len(trigger)), type=kind)


def completed(parse: Parse, *triggers: tuple[str, str]) -> list[tuple[list[str], list[str]]]:
    """The words of the numbers and of the times of some drafts."""
    text, day = parse.page.text, date(2025, 6, 8)
    times = find_times(text, day, Tenses(parse).at)
    found = Grammar(parse).completed([draft(parse, *t) for t in triggers], times, find_counts(parse))
    return [([c.text for c in d.counts], [s.of(text) for s in d.times]) for d in found]


def test_numbers_go_to_what_counts_them(parsed: Parser) -> None:
    parse = parsed("Rebels shelled the town, killing three people, and 200 families fled to the hills.")
    (shelled, _), (fled, _) = completed(parse, ("shelled", "shelling"), ("fled", "displacement"))
    assert [n.split()[0] for n in shelled] == ["three"]
    assert [n.split()[0] for n in fled] == ["200"]


def test_a_claim_without_a_time_takes_that_of_its_own_clause(parsed: Parser) -> None:
    parse = parsed("Rebels shelled the town on Sunday.")
    assert completed(parse, ("shelled", "shelling"))[0][1] == ["Sunday"]


def test_a_time_of_another_clause_is_left_alone(parsed: Parser) -> None:
    parse = parsed("The mayor said on Sunday that rebels had shelled the town.")
    assert completed(parse, ("shelled", "shelling"))[0][1] == []


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("the Russian", "the Russian defence ministry"),
        ("the Russian defence ministry", "the Russian defence ministry"),
        ("Kyiv", "Kyiv"),
    ],
)
def test_a_party_is_named_whole(parsed: Parser, words: str, whole: str) -> None:
    parse = parsed("Kyiv said nothing, but the Russian defence ministry said on Sunday that it had taken the town.")
    at = parse.page.text.index(words)
    mention = Grammar(parse).mention(Span(at, at + len(words)))
    assert mention.span.of(parse.page.text) == whole


def test_a_pronoun_stands_for_who_was_named(parsed: Parser) -> None:
    parse = parsed("Mayor Ivan Petrenko came on Sunday. He said the town was quiet.")
    at = parse.page.text.index("He said")
    found = Grammar(parse).mention(Span(at, at + 2)).antecedent
    assert found is not None and "Petrenko" in found.of(parse.page.text)


def test_what_is_told_of_an_attack_holds_where_the_attack_was(parsed: Parser) -> None:
    parse = parsed("Rebels shelled Sumy on Sunday. Ten people died. The minister spoke of peace.")
    at = parse.page.text.index("Sumy")
    shelled = replace(draft(parse, "shelled", "shelling"), places=(Span(at, at + 4),))
    rest = [draft(parse, "died", "casualties"), draft(parse, "spoke", "statement")]
    found = Grammar(parse).completed([shelled, *rest], [], [])
    assert [[s.of(parse.page.text) for s in d.places] for d in found] == [["Sumy"], ["Sumy"], []]


def test_a_party_does_not_end_with_a_preposition(parsed: Parser) -> None:
    parse = parsed("Moscow in 2022 said it was annexing four regions.")
    mention = Grammar(parse).mention(Span(0, len("Moscow in")))
    assert mention.span.of(parse.page.text) == "Moscow"
