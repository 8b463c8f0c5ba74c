"""Who asserts, denies, concedes, and who has not answered."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from sayso.fold.facet import Facet
from sayso.fold.kinds import kind
from sayso.fold.voices import Speaker
from sayso.model import Record, Side, Silence, Stance


class Word(Record, frozen=True, kw_only=True):
    """One voice in one claim of an event, and its stance there."""

    facet: Facet
    speaker: Speaker
    stance: Stance


def gainer(facets: Sequence[Facet]) -> str | None:
    """The side whose gain the event is: what most claims say, None where it is nobody's."""
    return doer([facet for facet in facets if kind(facet.claim.type).gains is not None])


def doer(facets: Sequence[Facet]) -> str | None:
    """The side that does it, by most claims."""
    votes = Counter(f.party for f in facets if f.party is not None and f.claim.act != "no_response")
    return max(sorted(votes), key=lambda side: votes[side], default=None)


def words(facets: Sequence[Facet]) -> tuple[Word, ...]:
    """The words of all voices of an event, in order of publication.

    A denial is a denial; so is a claim that the ground is another's than the event says. A side concedes where it says
    what harms it and another voice says too, or what it confirms: the gain of its enemy, or by `confirm` a deed of its
    own.
    """
    gain, deed = gainer(facets), doer(facets)
    spoken = [(f, speaker) for f in facets if f.claim.act != "no_response" for speaker in f.speakers]
    denying = [speaker.denies != _is_contrary(facet, gain) for facet, speaker in spoken]
    asserted = {speaker.camp for (_, speaker), denies in zip(spoken, denying, strict=True) if not denies}
    found = []
    for (facet, speaker), denies in zip(spoken, denying, strict=True):
        stance: Stance = "denies" if denies else "asserts"
        if not denies and _concedes(facet, speaker, gain, deed):
            stance = "concedes" if asserted - {speaker.camp} or facet.claim.act == "confirm" else "asserts"
        found.append(Word(facet=facet, speaker=speaker, stance=stance))
    return tuple(found)


def _is_contrary(facet: Facet, gain: str | None) -> bool:
    """Does the claim, as it is put, contradict the event: another side holds the ground, or its gainer does not?"""
    territory = facet.claim.territory
    if gain is None or territory is None:
        return False
    if facet.claim.type == "control" and facet.party is not None and territory.relation == "controls":
        return facet.party != gain
    return facet.loser == gain


def _concedes(facet: Facet, speaker: Speaker, gain: str | None, deed: str | None) -> bool:
    if speaker.side is None or not speaker.principal:
        return False
    if gain is not None:
        return speaker.side != gain and facet.party == gain
    return facet.claim.act == "confirm" and speaker.side == deed


def sides_of(said: Sequence[Word]) -> tuple[Side, ...]:
    """The words by voice and stance, the first ones first."""
    groups: dict[tuple[str, str | None, str], list[Word]] = {}
    for word in said:
        groups.setdefault((word.speaker.voice, word.speaker.name, word.stance), []).append(word)
    found = [_side(group) for group in groups.values()]
    return tuple(sorted(found, key=lambda s: (s.first or date.max, s.voice, s.name or "", s.stance)))


def _side(group: Sequence[Word]) -> Side:
    speaker = group[0].speaker
    days = [word.facet.published for word in group if word.facet.published is not None]
    return Side(
        voice=speaker.voice,
        country=speaker.country,
        stance=group[0].stance,
        first=min(days, default=None),
        last=max(days, default=None),
        claims=tuple(dict.fromkeys(word.facet.claim.id for word in group)),
        name=speaker.name,
        side=speaker.side,
    )


def silences_of(facets: Sequence[Facet], said: Sequence[Word]) -> tuple[Silence, ...]:
    """The voices of sides that are said not to have answered, where no voice of the side has answered since. An agency
    that could not verify a report is on no side."""
    spoken: dict[str, date] = {}
    for word in said:
        if word.speaker.side is not None and word.facet.published is not None:
            spoken[word.speaker.side] = max(spoken.get(word.speaker.side, date.min), word.facet.published)
    groups: dict[tuple[str, str | None], list[tuple[Facet, Speaker]]] = {}
    for facet in facets:
        if facet.claim.act == "no_response":
            for speaker in facet.speakers:
                if speaker.side is not None and not _answered(facet, speaker, spoken):
                    groups.setdefault((speaker.voice, speaker.name), []).append((facet, speaker))
    return tuple(
        Silence(
            voice=voice,
            country=group[0][1].country,
            name=name,
            day=max((f.published for f, _ in group if f.published is not None), default=None),
            claims=tuple(dict.fromkeys(f.claim.id for f, _ in group)),
            side=group[0][1].side,
        )
        for (voice, name), group in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or ""))
    )


def _answered(facet: Facet, speaker: Speaker, spoken: dict[str, date]) -> bool:
    last = spoken.get(speaker.side or "")
    return last is not None and (facet.published is None or last >= facet.published)
