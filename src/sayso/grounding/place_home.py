"""Where an outlet is at home, by its name and its domain."""

import re

from sayso.grounding.gazetteer import Entry, Gazetteer

LEAST_TOWN = 5_000  # people of a town that has a paper of its own
LONGEST = 40  # letters of an outlet's name that are looked at
PAPER = re.compile(
    "(?:the|my|this|is|in|on|of|and|at|go|online|inside|daily|weekly|evening|morning|sunday|local|star|sun|news|papers?"
    "|newspapers?|times?|herald|post|press|register|tribune|telegram|telegraph|journal|gazette|chronicle|dispatch|courier"
    "|advocate|sentinel|review|reporter?|recorder|record|leader|ledger|enquirer|inquirer|examiner|observer|independent"
    "|citizen|beacon|mirror|mail|express|standard|free|bee|globe|union|republic|today|live|voice|world|state|echo"
    "|mercury|argus|monitor|messenger|pilot|call|eagle|argonaut|democrat|republican|banner|bulletin|guardian|tv|radio"
    "|broadcasting|agency|television|network|media|service|international|national|pi)*"
)
# The second level of domain names and what their country is.
DOMAINS = {
    "uk": "GB", "ca": "CA", "au": "AU", "ie": "IE", "nz": "NZ", "in": "IN", "pk": "PK", "za": "ZA", "ua": "UA",
    "ru": "RU", "il": "IL", "ng": "NG", "ke": "KE", "sd": "SD", "sy": "SY", "tr": "TR", "pl": "PL", "ph": "PH",
    "lb": "LB", "eg": "EG", "ge": "GE", "iq": "IQ", "ir": "IR", "ps": "PS", "ye": "YE", "bd": "BD", "lk": "LK",
    "np": "NP", "mm": "MM", "md": "MD",
}  # fmt: skip


def country_of(outlet: str) -> str | None:
    """The country of the domain's top level, ISO 3166-1 alpha-2: "x.co.uk" is GB; None for .com and the like."""
    _, dot, last = outlet.lower().rstrip("/").rpartition(".")
    return DOMAINS.get(last) if dot else None


def home_of(outlet: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Places that an outlet's name holds, the longest name first found: "Kyiv Independent", "theparisgazette.com".

    A paper with a domain in .com whose name is that of several towns is mostly American, and mostly of a small town.
    """
    host = re.sub(r"^www\.|\.(?:com|net|org|co)?(?:\.[a-z]{2})?$", "", outlet.lower())
    letters = re.sub(r"[^a-z]", "", host)[:LONGEST]
    for place in _places_in(letters):
        known = tuple(
            e for e in gazetteer.find(place) if e.main and (e.level != "settlement" or e.population > LEAST_TOWN)
        )
        if place == letters:
            known = tuple(e for e in known if e.level == "settlement")
        if known:
            american = tuple(e for e in known if e.country == "US" and e.level == "settlement")
            return american if outlet.lower().endswith((".com", ".net")) and american else known[:6]
    return ()


def _places_in(letters: str) -> list[str]:
    """What is left of an outlet's name, with blanks gone, without the words that papers are called by."""
    starts = [i for i in range(len(letters)) if PAPER.fullmatch(letters[:i])]
    ends = [i for i in range(len(letters) + 1) if PAPER.fullmatch(letters[i:])]
    return sorted((letters[i:j] for i in starts for j in ends if j - i > 3), key=len)
