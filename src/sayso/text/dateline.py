"""The line before the first sentence that says from where, on which day and by which agency a report comes."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from sayso.model import Span
from sayso.text.patterns import DAY, WEEKDAY, agency_pattern, load, names

FAR = 170  # characters from the start of a line within which a dateline ends
BACK = timedelta(days=183)  # a day without a year that is longer ago may be of any year
AHEAD = timedelta(days=2)  # a dateline may be this much later than the day of publication (time zones, wrong clocks)
LONG = 90  # a line that begins with a weak dateline must be this long: shorter ones are headlines ("Kyiv: talks go on")
EARLY = 4  # lines of a text among which a weak dateline may stand
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

DASH = r"(?:[-–—―‒]{1,3})"
CAPS = r"(?:(?:[Aa]l|[Ee]l|AL|EL|ad|as|an|ar|az)-)?[A-ZÀ-Þ](?:[A-ZÀ-Þ'’]|[.](?=[A-ZÀ-Þ ,/-])|-(?=[A-ZÀ-Þ]))+"
PROPER = r"(?:(?:[Aa]l|[Ee]l|ad|as|an|ar|az)-)?[A-ZÀ-Þ][\w'’.-]*\w(?:-[A-Z]\w+)?"
PLACES = (
    rf"(?:(?P<caps>{CAPS}(?: {CAPS}){{0,3}})|(?P<proper>{PROPER}(?: (?:{PROPER}|es|al|de|of)){{0,3}}?))"
    rf"(?:\s?/\s?{PROPER}(?: {PROPER}){{0,2}}| and {CAPS}){{0,2}}"
)
REGION = rf"(?:, ?(?!{DAY}|{WEEKDAY}\b)[A-ZÀ-Þ][\w'’.-]*(?: (?:of|the|and|&|[A-ZÀ-Þ][\w'’.-]*)){{0,4}}){{0,2}}?"
END = rf"(?P<end> ?{DASH}(?=\s|[“\"'‘*_A-ZÀ-Þ]|$)| ?:(?= )| \|(?= )|(?<=/)\.?)"
NEXT = rf"[*_]{{0,3}}\s*(?={DASH}?\s?[“\"'‘«*_\[(]{{0,3}}(?:[A-ZÀ-Þ\d$€£]|al-|el-|$))"


def _agency(n: int) -> str:
    known = agency_pattern()
    return (
        rf"(?:\((?P<agency{n}>[A-ZČ][\w.&/’' -]{{1,40}})\)|/(?P<slash{n}>{known})/|(?P<bare{n}>(?:{known})(?![\w/])))"
    )


def _when(n: int) -> str:
    return rf"(?:{WEEKDAY},? )?(?P<day{n}>{DAY}(?:,? (?:19|20)\d\d)?)"


@cache
def _expression() -> re.Pattern[str]:
    """PLACE[/PLACE][, REGION][, DAY] [(AGENCY)] - ..., DAY (AGENCY) - ..., (AGENCY) - ..."""
    placed = rf"{PLACES}{REGION}\)?(?:[,.]? (?:\({_when(0)}\)|{_when(1)}))?(?:[,.]? ?{_agency(1)})?"
    agencies = rf"{_when(2)},? {_agency(2)}|{_agency(3)}"
    return re.compile(rf"(?:\(\d{{6}}\) ?{DASH} ?)?[“\"*_]{{0,2}}(?:{agencies}|[“\"(]?{placed}){END}{NEXT}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says. Spans are offsets of the text that was looked at; `day` is the words for the day."""

    span: Span
    place: Span | None
    day: str | None
    agency: str | None


def find_dateline(text: str, start: int, end: int, number: int) -> Dateline | None:
    """The dateline at the very start of a line; `number` counts the lines of the text that were read before it.

    Blanks are single spaces in most datelines; a line with other blanks inside of its dateline is left as it is.
    """
    head = text[start : min(end, start + FAR)]
    match = _expression().match(head)
    if not match:
        return None
    group = match.groupdict()
    place = group["caps"] or group["proper"]
    if place and (place.startswith("ABOARD") or re.fullmatch(WEEKDAY, place, re.IGNORECASE)):
        place = None
    agency = next((group[k] for k in group if k.startswith(("agency", "slash", "bare")) and group[k]), None)
    day = next((group[k] for k in group if k.startswith("day") and group[k]), None)
    if not _is_dateline(match, place, agency, day, end - start, number):
        return None
    where = match.span("caps" if group["caps"] else "proper") if place else None
    return Dateline(
        Span(start, start + len(match[0].rstrip())),
        Span(start + where[0], start + where[1]) if where else None,
        day,
        agency_name(agency) if agency else None,
    )


def find_later_dateline(text: str, start: int, end: int) -> Dateline | None:
    """A strong dateline (capitals and an agency, or capitals after a full stop) behind a headline or a byline."""
    head = text[start : min(end, start + 2 * FAR)]
    for match in re.finditer(rf"(?<=[\w.!?”\"’)]\s)(?={CAPS})", head):
        if match.start() > FAR:
            return None
        found = find_dateline(text, start + match.start(), end, EARLY)
        if found and found.place and (found.agency or head[: match.start()].rstrip().endswith((".", "!", "?"))):
            return found
    return None


def agency_name(words: str) -> str:
    """The name by which an agency is kept."""
    return str(load("places")["agency_names"].get(words, words))


def day_of_dateline(words: str, published: date | None) -> date | None:
    """The day that a dateline's words name; without a year the last such day up to publication, in half a year."""
    month = next((n for n, m in enumerate(MONTHS, 1) if re.search(rf"\b{m}", words.lower())), None)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", words)
    year = re.search(r"\b(?:19|20)\d\d\b", words)
    if not month or not day:
        return None
    years = [int(year[0])] if year else [published.year + 1, published.year, published.year - 1] if published else []
    for candidate in years:
        try:
            found = date(candidate, month, int(day[1]))
        except ValueError:
            continue
        if year or (published and -BACK <= found - published <= AHEAD):
            return found
    return None


def _is_dateline(
    match: re.Match[str], place: str | None, agency: str | None, day: str | None, length: int, number: int
) -> bool:
    dashed = match["end"].strip() not in (":", "|")
    known = agency is not None and agency in names("agencies")
    if not place:
        return known or (agency is not None and day is not None)
    if place.rstrip(".") in names("not_places") or place.startswith("By "):
        return False
    city = _city(place)
    if match["caps"]:
        word = len(re.sub(r"[^A-ZÀ-Þ]", "", place)) > 2 and bool(re.search("[AEIOUYÀ-Þ]", place))
        spaced = match["end"] != match["end"].lstrip() or bool(re.match(r"\s", match.string[match.end("end") :]))
        plain = dashed and spaced and not place.startswith("THE ") and (bool(agency) or bool(day) or length >= LONG)
        return word and (city or known or plain)
    if known or (city and (agency or day)):
        return True
    if day and dashed and len(place.split()) <= 3:
        return number < EARLY
    return city and number < EARLY and length >= LONG and not _goes_on(match)


def _city(place: str) -> bool:
    return place in names("cities") or place.title() in names("cities") or place.upper() in _upper_cities()


@cache
def _upper_cities() -> frozenset[str]:
    return frozenset(city.upper() for city in names("cities"))


def _goes_on(match: re.Match[str]) -> bool:
    """Is what looks like the dash of a dateline the first of a pair around an insertion?"""
    dash = match["end"].strip()
    return dash not in (":", "|") and dash in match.string[match.end() : match.end() + FAR].split(". ")[0]
