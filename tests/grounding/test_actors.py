"""Words -> country and sector."""

from datetime import date

import pytest

from sayso.grounding.actors import ActorGrounder, Role, Scene, actor_mention
from sayso.model import Actor, Span

UKRAINE = Scene(country="UKR", story=("UKR", "RUS"))
SYRIA = Scene(country="SYR", story=("SYR",))
SUDAN = Scene(country="SDN", story=("SDN", "SSD"))
PAKISTAN = Scene(country="PAK", story=("PAK", "IND"))
GAZA = Scene(country="PSE", story=("PSE", "ISR"))
NOWHERE = Scene()


@pytest.fixture(scope="module")
def grounder() -> ActorGrounder:
    return ActorGrounder()


VOICES: list[tuple[str, Scene, str]] = [
    # countries, capitals, governments
    ("Moscow", UKRAINE, "RUS/GOV"),
    ("the Kremlin", UKRAINE, "RUS/GOV"),
    ("New Delhi", PAKISTAN, "IND/GOV"),
    ("Washington", NOWHERE, "USA/GOV"),
    ("the U.S.", NOWHERE, "USA/GOV"),
    ("the UK", NOWHERE, "GBR/GOV"),
    ("the White House", NOWHERE, "USA/GOV"),
    ("Downing Street", NOWHERE, "GBR/GOV"),
    ("the Sudanese government", SUDAN, "SDN/GOV"),
    ("Israel's government", GAZA, "ISR/GOV"),
    # bodies
    ("Russia's defence ministry", UKRAINE, "RUS/MIL"),
    ("the Ministry of Defense of Ukraine", UKRAINE, "UKR/MIL"),
    ("the Turkish defence ministry", SYRIA, "TUR/MIL"),
    ("the general staff of Ukraine's armed forces", UKRAINE, "UKR/MIL"),
    ("Ukraine's air force", UKRAINE, "UKR/MIL"),
    ("the military", UKRAINE, "UKR/MIL"),
    ("the Pentagon", NOWHERE, "USA/MIL"),
    ("the Israeli army", GAZA, "ISR/MIL"),
    ("the IDF", GAZA, "ISR/MIL"),
    ("the army", GAZA, "ISR/MIL"),
    ("Pakistan's foreign ministry", PAKISTAN, "PAK/GOV"),
    ("India's Ministry of External Affairs", PAKISTAN, "IND/GOV"),
    ("the health ministry", GAZA, "PSE/GOV"),
    ("the Hamas-run health ministry in Gaza", GAZA, "PSE/GOV"),
    ("Kharkiv's regional prosecutor's office", UKRAINE, "UKR/COP"),
    ("the State Emergency Service", UKRAINE, "UKR/COP"),
    ("local police", PAKISTAN, "PAK/COP"),
    ("the U.S. Embassy in Kyiv", UKRAINE, "USA/GOV"),
    ("South Korea's Joint Chiefs of Staff", NOWHERE, "KOR/MIL"),
    # offices and people
    ("a White House spokesman", NOWHERE, "USA/GOV"),
    ("a police spokesperson", SUDAN, "SDN/COP"),
    ("an Israeli military official", GAZA, "ISR/MIL"),
    ("U.S. defense officials", NOWHERE, "USA/MIL"),
    ("Mr Modi", PAKISTAN, "IND/GOV"),
    ("President Volodymyr Zelensky", UKRAINE, "UKR/GOV"),
    ("Ukrainian commander-in-chief Oleksandr Syrskyi", UKRAINE, "UKR/MIL"),
    ("Oleksiy Danilov, the head of Ukraine's National Security and Defense Council", UKRAINE, "UKR/GOV"),
    ("Anna Kovalenko, a spokeswoman for the State Border Guard Service", UKRAINE, "UKR/GOV"),
    ("Col. Ahmed Nur", SUDAN, "SDN/MIL"),
    ("Sumy governor Petro Bondar", UKRAINE, "UKR/GOV"),
    ("the mayor of Mykolaiv", UKRAINE, "UKR/GOV"),
    ("local Ukrainian officials", UKRAINE, "UKR/GOV"),
    ("officials in Islamabad", PAKISTAN, "PAK/GOV"),
    ("one of the officials", UKRAINE, "UKR/GOV"),
    ("Russian-installed authorities in Donetsk", UKRAINE, "RUS/GOV"),
    ("Western officials", UKRAINE, "-/GOV"),
    ("former President Donald Trump", NOWHERE, "USA/OPP"),
    # armed groups
    ("a senior Hamas official", GAZA, "PSE/REB"),
    ("Hezbollah", NOWHERE, "LBN/REB"),
    ("the Islamic State group", SYRIA, "-/REB"),
    ("a spokesman for the M23 rebels", NOWHERE, "COD/REB"),
    ("Sudan's paramilitary Rapid Support Forces (RSF)", SUDAN, "SDN/REB"),
    ("RSF adviser Hamid Osman", SUDAN, "SDN/REB"),
    ("Houthi military spokesman Yahya Saree", NOWHERE, "YEM/REB"),
    ("separatist leaders", UKRAINE, "UKR/REB"),
    ("the Arakan Army", NOWHERE, "MMR/REB"),
    ("Pakistani Taliban", PAKISTAN, "PAK/REB"),
    ("the Taliban", NOWHERE, "AFG/GOV"),
    ("the US-led coalition", SYRIA, "USA/MIL"),
    # organisations
    ("the UN", SUDAN, "-/IGO"),
    ("the U.N. refugee agency", SUDAN, "-/IGO"),
    ("UN spokesman Stéphane Dujarric", SUDAN, "-/IGO"),
    ("a NATO official", UKRAINE, "-/IGO"),
    ("European Union foreign policy chief Josep Borrell", UKRAINE, "-/IGO"),
    ("the International Committee of the Red Cross", SUDAN, "-/IGO"),
    ("UN humanitarians", SUDAN, "-/IGO"),
    ("the Britain-based Syrian Observatory for Human Rights", SYRIA, "GBR/NGO"),
    ("the White Helmets", SYRIA, "SYR/NGO"),
    ("the Institute for the Study of War", UKRAINE, "USA/NGO"),
    ("DeepState", UKRAINE, "UKR/NGO"),
    ("Doctors Without Borders", SUDAN, "-/NGO"),
    ("an aid group", SUDAN, "-/NGO"),
    # media, experts, firms, people of no office
    ("state news agency SANA", SYRIA, "SYR/MED"),
    ("Reuters", NOWHERE, "GBR/MED"),
    ("an AFP correspondent", SYRIA, "FRA/MED"),
    ("Indian media", PAKISTAN, "IND/MED"),
    ("state television", SYRIA, "SYR/MED"),
    ("military analysts", UKRAINE, "-/EXP"),
    ("residents", SUDAN, "SDN/CVL"),
    ("a witness", SYRIA, "SYR/CVL"),
    ("two residents of Omdurman", SUDAN, "SDN/CVL"),
    ("the opposition", SYRIA, "SYR/OPP"),
    ("two sources familiar with the matter", NOWHERE, "-/UNK"),
    ("a security source", SYRIA, "SYR/UNK"),
    ("reports", UKRAINE, "-/UNK"),
    ("Ukrenergo", UKRAINE, "UKR/BUS"),
    ("Lake Herald News", NOWHERE, "-/MED"),
    ("the Awdal Liberation Front", Scene(country="SOM"), "SOM/REB"),
    ("two people briefed on the talks", SUDAN, "-/UNK"),
    ("a diplomat in Nairobi", SUDAN, "-/GOV"),
    ("the defence ministry's intelligence branch", SYRIA, "SYR/MIL"),
    ("the RSF's deputy leader", SUDAN, "SDN/REB"),
    ("the official spokesman of the Turkish defence ministry", SYRIA, "TUR/MIL"),
    ("the National Unity Government", Scene(country="MMR"), "MMR/OPP"),
]

FORCES: list[tuple[str, Scene, str]] = [
    ("Russia", UKRAINE, "RUS/MIL"),
    ("Moscow", UKRAINE, "RUS/MIL"),
    ("Moscow's troops", UKRAINE, "RUS/MIL"),
    ("Russian", UKRAINE, "RUS/MIL"),
    ("Ukrainian drones", UKRAINE, "UKR/MIL"),
    ("Syrian government forces", SYRIA, "SYR/MIL"),
    ("regime warplanes", SYRIA, "SYR/MIL"),
    ("Kremlin-backed separatists", UKRAINE, "UKR/REB"),
    ("rebel forces", SYRIA, "SYR/REB"),
    ("opposition fighters", SYRIA, "SYR/REB"),
    ("Hamas fighters", GAZA, "PSE/REB"),
    ("militants affiliated with Islamic State", SYRIA, "-/REB"),
    ("UN peacekeepers", SUDAN, "-/IGO"),
    ("Israeli settlers", GAZA, "ISR/CVL"),
    ("unidentified gunmen", PAKISTAN, "-/REB"),
    ("Hamas gunmen", GAZA, "PSE/REB"),
    ("Russian assault groups", UKRAINE, "RUS/MIL"),
    ("the occupiers", UKRAINE, "RUS/MIL"),
    ("security forces", PAKISTAN, "PAK/MIL"),
    ("the junta", Scene(country="MMR"), "MMR/MIL"),
]

PARTIES: list[tuple[str, Scene, str]] = [
    ("Ukraine", UKRAINE, "UKR/GOV"),
    ("five civilians", UKRAINE, "UKR/CVL"),
    ("at least three", UKRAINE, "UKR/CVL"),
    ("six others", SUDAN, "SDN/CVL"),
    ("dozens of villagers", SUDAN, "SDN/CVL"),
    ("rescue workers", UKRAINE, "UKR/COP"),
    ("an apartment block", UKRAINE, "UKR/CVL"),
    ("military positions", SYRIA, "SYR/MIL"),
    ("a Hezbollah stronghold", SYRIA, "LBN/REB"),
    ("a journalist with Al Jazeera", GAZA, "-/MED"),
    ("an aid convoy", SUDAN, "-/IGO"),
    ("an oil depot", UKRAINE, "UKR/BUS"),
    ("Indian soldiers", PAKISTAN, "IND/MIL"),
    ("members of the security forces", PAKISTAN, "PAK/MIL"),
    ("Russian", UKRAINE, "RUS/MIL"),
    ("Palestinians", GAZA, "PSE/CVL"),
    ("doctors at the Turkish hospital", SYRIA, "SYR/CVL"),
    ("a separatist court", UKRAINE, "UKR/REB"),
    ("it", UKRAINE, "-/UNK"),
    ("", UKRAINE, "-/UNK"),
    (",", UKRAINE, "-/UNK"),
]

CASES = [
    *[(words, "voice", scene, actor) for words, scene, actor in VOICES],
    *[(words, "force", scene, actor) for words, scene, actor in FORCES],
    *[(words, "party", scene, actor) for words, scene, actor in PARTIES],
]


@pytest.mark.parametrize(("words", "role", "scene", "actor"), CASES)
def test_ground(words: str, role: Role, scene: Scene, actor: str, grounder: ActorGrounder) -> None:
    assert grounder.ground(words, role, scene).id == actor


def test_the_day_tells_who_governs(grounder: ActorGrounder) -> None:
    before = grounder.ground("the Taliban", "voice", Scene(day=date(2015, 5, 1)))
    after = grounder.ground("the Taliban", "voice", Scene(day=date(2023, 5, 1)))
    assert (before.sector, after.sector) == ("REB", "GOV")


@pytest.mark.parametrize(
    ("words", "role", "owner", "actor"),
    [
        ("its spokesman", "voice", Actor(country="SDN", sector="REB"), "SDN/REB"),
        ("its forces", "force", Actor(country="RUS", sector="GOV"), "RUS/MIL"),
        ("their fighters", "force", Actor(country="LBN", sector="REB"), "LBN/REB"),
        ("its defence ministry", "voice", Actor(country="RUS", sector="GOV"), "RUS/MIL"),
        ("their families", "party", Actor(country="ISR", sector="MIL"), "ISR/CVL"),
        ("the spokesman", "voice", Actor(country="SDN", sector="REB"), "UKR/GOV"),
    ],
)
def test_possessives_follow_their_owner(
    words: str, role: Role, owner: Actor, actor: str, grounder: ActorGrounder
) -> None:
    assert grounder.ground(words, role, UKRAINE, owner).id == actor


def test_names(grounder: ActorGrounder) -> None:
    assert grounder.ground("Mr Lavrov", "voice").name == "Sergei Lavrov"
    assert grounder.ground("the Polish foreign ministry", "voice").name == "Ministry of Foreign Affairs of Poland"
    assert grounder.ground("residents", "voice").name is None


def test_namesakes_need_the_story(grounder: ActorGrounder) -> None:
    assert grounder.ground("Sharif", "voice", Scene(story=("PAK",))).country == "PAK"


def test_mention() -> None:
    mention = actor_mention("Yes, Kyiv said.", Span(5, 9), Actor(country="UKR", sector="GOV"))
    assert (mention.text, mention.id) == ("Kyiv", "UKR/GOV")
