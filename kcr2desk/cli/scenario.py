"""The worked scenario of the demo: a heath fire on the Veluwe on a dry day, and what else comes in.

Made up for this project; places and organisations are real, events and people are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kcr2desk.core.places import AMSTERDAM


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the scenario, `minutes` before now. `incident` is a key of INCIDENTS or "".

    `owner` is how colleagues name who deals with it, see PEOPLE. `by` is the account that wrote it
    down where that is not an officer of KCR2. `key` names it to what happens later.
    """

    minutes: int
    title: str
    text: str
    informant: str
    incident: str = ""
    discipline: str = "fire"
    region: str = ""
    municipality: str = ""
    place: str = ""
    channel: str = "phone"
    grade: str = "F6"
    status: str = "new"
    owner: str = ""
    caller: str = ""
    callback: str = ""
    urgent: bool = False
    acknowledged: bool = False
    audience: tuple[str, ...] = ()
    by: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account. `called` is how the scenario names an owner."""

    account: str
    shown: str
    role: str
    region: str = ""
    called: str = ""


PEOPLE: tuple[Person, ...] = (
    Person("devries", "J. de Vries", "duty_officer", called="de Vries"),
    Person("jansen", "M. Jansen", "duty_officer", called="jansen"),
    Person("bakker", "S. Bakker", "duty_officer", called="Bakker"),
    Person("vnog", "R. Hendriks (VNOG)", "region_officer", region="VR06"),
    Person("ncc", "T. Smit (NCC)", "liaison"),
    Person("mulder", "K. Mulder", "hall_lead"),
    Person("visser", "A. Visser", "registrar"),
    Person("elamrani", "N. el Amrani (GHOR)", "registrar"),
)

INCIDENTS: Mapping[str, Mapping[str, str]] = {
    "veluwe": {
        "title": "Natuurbrand Veluwe", "region": "VR06", "discipline": "fire", "grip": "4",
    },
    "limburg": {
        "title": "Hoogwater Geul", "region": "VR24", "discipline": "water", "grip": "2",
    },
    "stroom": {
        "title": "Stroomstoring Alkmaar", "region": "VR10", "discipline": "infrastructure",
        "grip": "1",
    },
    "gas": {
        "title": "Gaslek Venlo", "region": "VR23", "discipline": "fire", "grip": "1",
        "status": "closed",
    },
}  # fmt: skip

REPORTS: tuple[Told, ...] = (
    Told(6180, "Gaslek bij werkzaamheden, 60 woningen ontruimd",
         "Aannemer raakte hoofdleiding in de Straelseweg. Enexis is ter plaatse. Opvang in buurthuis.",
         "Meldkamer Limburg", "gas", "fire", "VR23", "GM0983", "Straelseweg", grade="A1",
         status="closed", owner="Bakker", audience=("government",)),
    Told(6020, "Gaslek gedicht, bewoners naar huis", "Laatste woningen vrijgegeven om 16:40.",
         "Meldkamer Limburg", "gas", "fire", "VR23", "GM0983", "Straelseweg", grade="A1",
         status="closed", owner="Bakker", audience=("government",)),
    Told(3010, "Defensie: munitie gevonden op strand Texel, ruiming morgen", "",
         "Kustwacht", "", "defence", "VR10", "GM0448", "De Koog", "mail", "A2", "closed", "jansen"),
    Told(1580, "Natuurbrandrisico fase 2 in negen regio's",
         "Landelijk beeld van het NIPV: fase 2 in Gelderland, Overijssel, Utrecht, Drenthe en "
         "Noord-Brabant. Verkenningsvluchten vanaf 11:00.", "Landelijk informatiecentrum natuurbranden",
         "", "fire", "", "", "", "mail", "A1", "processed", "jansen", audience=("regions",)),
    Told(322, "Rook boven Hoog Buurlo gemeld door wandelaar",
         "Wandelaar ziet rookpluim ten westen van Hoog Buurlo. Wind uit het zuidoosten, kracht 4.",
         "Meldkamer Oost-Nederland", "veluwe", "fire", "VR06", "GM0200", "Hoog Buurlo",
         grade="C3", status="closed", owner="jansen"),
    Told(301, "Natuurbrand bevestigd: 2 ha heide, uitbreiding naar noordwest",
         "Eerste officier ter plaatse bevestigt. Twee hectare heide, vuurfront circa 300 meter, "
         "loopt richting Radio Kootwijk. Vier tankautospuiten ter plaatse, opschaling naar peloton.",
         "OvD brandweer VNOG", "veluwe", "fire", "VR06", "GM0200", "Radio Kootwijk",
         grade="A1", status="processed", owner="jansen", audience=("government", "regions")),
    Told(288, "GRIP 2 afgekondigd door VNOG", "Reden: mogelijke ontruiming camping De Berkenhorst.",
         "Meldkamer Oost-Nederland", "veluwe", "general", "VR06", "GM0200", "",
         "lcms", "A1", "processed", "jansen", audience=("government",)),
    Told(274, "VNOG vraagt of pelotons uit buurregio's beschikbaar zijn",
         "Informatieve vraag, nog geen verzoek: kunnen Twente, IJsselland en Gelderland-Midden elk een "
         "basispeloton natuurbrand leveren binnen 90 minuten?", "Leider ROT VNOG",
         "veluwe", "fire", "VR06", "", "", grade="A2", status="processed", owner="de Vries",
         caller="Wouters", callback="+31 55 548 3000"),
    Told(251, "Camping De Berkenhorst wordt ontruimd, 340 gasten",
         "Ontruiming is om 10:40 begonnen. Gasten gaan met eigen vervoer naar sporthal Mheenpark. "
         "Twaalf mensen zijn minder mobiel; bevolkingszorg vraagt om rolstoelvervoer.",
         "OvD bevolkingszorg", "veluwe", "care", "VR06", "GM0200", "Berkenhorst",
         grade="A2", status="in_progress", owner="de Vries", caller="Smit",
         callback="+31 6 1234 5678", key="camping"),
    Told(240, "Rook trekt over de A1 tussen Stroe en Kootwijk, zicht onder 100 meter",
         "Rijkswaterstaat heeft de rijbaan naar Amsterdam afgesloten bij knooppunt Beekbergen. "
         "Omleiding via de N344.", "Rijkswaterstaat verkeerscentrale", "veluwe",
         "infrastructure", "VR06", "GM0203", "A1 Kootwijk", "mail", "A1", "processed", "jansen"),
    Told(226, "Dorp Kootwijk ingesloten volgens bericht op sociale media",
         "Meermaals gedeeld bericht dat Kootwijk niet meer te bereiken is. Geen bevestiging van de "
         "meldkamer; weg via Kootwijkerbroek is open volgens politie.", "Omgevingsanalyse NCC",
         "veluwe", "communication", "VR06", "GM0203", "Kootwijk", "mail", "E5", "processed", "jansen"),
    Told(214, "Defensie: twee Chinooks met fire bucket mogelijk vanaf 13:00",
         "Voorwaarschuwing gegeven. Formeel verzoek via KCR2 nodig. Waterpunt: zandafgraving Kootwijk.",
         "Defensie Operatie Centrum", "veluwe", "defence", "VR06", "", "",
         grade="A2", status="in_progress", owner="de Vries"),
    Told(190, "Handcrew Overijssel onderweg met 18 mensen", "Aankomst uitgangsstelling 12:15.",
         "Meldkamer Oost-Nederland", "veluwe", "fire", "VR05", "", "Uitgangsstelling Harskamp",
         grade="A1", status="processed", owner="jansen"),
    Told(171, "Twee brandweermensen onwel door hitte", "Eén naar Gelre ziekenhuizen Apeldoorn, "
         "één ter plaatse behandeld. Aflossing wordt dringend.", "OvD-G", "veluwe", "medical",
         "VR06", "GM0200", "Hoog Buurlo", grade="B2", status="in_progress", owner="jansen"),
    Told(158, "Hoogspanningslijn Apeldoorn-Ede mogelijk uit bedrijf",
         "TenneT overweegt afschakelen wegens rook. Gevolg: geen, zolang de tweede lijn staat. "
         "Beslissing om 12:30.", "TenneT landelijk bedrijfsvoeringscentrum", "veluwe",
         "infrastructure", "VR06", "GM0200", "", "mail", "A2", "in_progress", "de Vries"),
    Told(149, "GRIP 4 afgekondigd, voorzitter veiligheidsregio heeft leiding", "",
         "Meldkamer Oost-Nederland", "veluwe", "general", "VR06", "GM0200", "",
         "lcms", "A1", "processed", "jansen", audience=("government", "regions", "partners"),
         by="vnog", key="grip4"),
    Told(133, "Geul bij Valkenburg stijgt 30 cm per uur", "Peil 16,80 m boven NAP om 11:50. Verwachting "
         "van het waterschap: piek tussen 16:00 en 18:00.", "Waterschap Limburg", "limburg", "water",
         "VR24", "GM0994", "Valkenburg", "mail", "A2", "in_progress", "Bakker"),
    Told(127, "VRZL vraagt hogecapaciteitspompen", "Twee pompen, ten minste 10 m3 per minuut elk, voor "
         "de tunnel bij Maastricht Noord. Eigen middelen staan in Meerssen.", "Leider ROT Zuid-Limburg",
         "limburg", "water", "VR24", "GM0935", "Maastricht", grade="A2", status="new",
         caller="Hermans", callback="+31 88 450 7450"),
    Told(118, "Verpleeghuis De Veluwse Hof vraagt wat te doen",
         "Ruikt rook, 64 bewoners, van wie 20 bedlegerig. Ramen zijn dicht.", "Zorglocatie zelf",
         "veluwe", "medical", "VR06", "GM0203", "Stroe", grade="C2", status="in_progress",
         owner="jansen", caller="Van Dijk", callback="+31 6 2345 6789"),
    Told(104, "Stroomstoring in Alkmaar en Bergen, 38.000 aansluitingen",
         "Oorzaak: brand in onderstation. Herstel niet voor 16:00. Noodstroom ziekenhuis draait.",
         "Liander", "stroom", "infrastructure", "VR10", "GM0361", "Alkmaar", "mail", "A1",
         "in_progress", "Bakker", audience=("government",)),
    Told(96, "C2000 in Alkmaar op noodaccu, nog drie uur", "Mast Alkmaar-Zuid draait op accu. Aggregaat is "
         "besteld, komt uit Utrecht.", "Melddienstencentrum politie", "stroom", "police", "VR10",
         "GM0361", "Alkmaar", grade="A2", status="new", urgent=True, acknowledged=True),
    Told(88, "Reddingsbrigade staat klaar in Meerssen met vier boten", "Acht schippers, twaalf opstappers.",
         "Nationale Reddingsvloot", "limburg", "water", "VR24", "GM0938", "Meerssen",
         grade="A1", status="processed", owner="Bakker"),
    Told(77, "Kinderopvang Kootwijkerbroek gesloten, 24 kinderen naar ouders", "",
         "Gemeente Barneveld", "veluwe", "care", "VR07", "GM0203", "Kootwijkerbroek", "mail", "A2"),
    Told(69, "Brand heeft de Asselse Heide bereikt, front nu 2,5 km",
         "Drone-beeld van 12:55. Oostflank onder controle, noordwestflank niet. Officier verwacht dat de "
         "brand bij draaiende wind om 15:00 de Aardhuisweg bereikt.", "Informatiemanager ROT VNOG",
         "veluwe", "fire", "VR06", "GM0200", "Asselse Heide", "lcms", "A2", urgent=True,
         acknowledged=True, audience=("government",), by="vnog", key="front"),
    Told(58, "Zweedse media melden dat Nederland om blusvliegtuigen vraagt",
         "Niet waar: er is geen verzoek gedaan bij het ERCC. Voorlichting gevraagd te reageren.",
         "Omgevingsanalyse NCC", "veluwe", "international", "", "", "", "mail", "D5",
         "processed", "jansen"),
    Told(47, "Waterdruk valt weg in Hoenderloo", "Brandkranen geven minder dan 200 liter per minuut. "
         "Vitens onderzoekt een breuk; watertransport nodig.", "Commandant van dienst", "veluwe",
         "fire", "VR06", "GM0200", "Hoenderloo", grade="B2"),
    Told(41, "Vraag DCC IenW: gevolgen voor spoor Amersfoort-Apeldoorn?",
         "ProRail heeft snelheid beperkt tot 40 km/u. Verwachting gevraagd voor de avondspits.",
         "DCC Infrastructuur en Waterstaat", "veluwe", "infrastructure", "VR06", "", "", "mail",
         "A3", audience=("government",)),
    Told(33, "Vermist: drie scouts op het terrein van Hoog Buurlo",
         "Leiding van scoutinggroep uit Ermelo mist drie jongens van 12 en 13 jaar, laatst gezien om 11:30 "
         "bij de schaapskooi. Politie zet helikopter in.", "Meldkamer politie Oost", "veluwe",
         "police", "VR06", "GM0200", "Hoog Buurlo", grade="B2", urgent=True, caller="Mulder",
         callback="+31 6 3456 7890", key="scouts"),
    Told(27, "Radio Kootwijk: zendmast niet bedreigd", "Natte strook van 40 meter gelegd rond gebouw A.",
         "OvD brandweer VNOG", "veluwe", "fire", "VR06", "GM0200", "Radio Kootwijk", grade="A1",
         by="vnog"),
    Told(22, "Dijk bij Bunde vertoont kwel, inspectie onderweg", "", "Waterschap Limburg", "limburg",
         "water", "VR24", "GM0938", "Bunde", grade="B3", key="dijk"),
    Told(17, "Tanken en eten voor 120 brandweermensen nodig vanaf 17:00",
         "Twee pelotons blijven de nacht. Graag levering op uitgangsstelling Harskamp.",
         "Hoofd ondersteuning VNOG", "veluwe", "care", "VR06", "", "Harskamp", grade="A2"),
    Told(12, "Duitse brandweer Noordrijn-Westfalen biedt twee pelotons aan",
         "Aanbod kwam bij VR Twente binnen, buiten het nationale loket om. Twente vraagt hoe te antwoorden.",
         "Meldkamer Twente", "veluwe", "international", "VR05", "", "", grade="B2"),
    Told(8, "Rook in Apeldoorn-West, veel bellers bij 112", "Advies: ramen en deuren dicht. NL-Alert in "
         "voorbereiding, tekst ter afstemming bij VNOG.", "Meldkamer Oost-Nederland", "veluwe",
         "communication", "VR06", "GM0200", "Apeldoorn-West", grade="A1"),
    Told(4, "Wind draait naar zuid, vlagen tot 60 km/u", "Waarschuwing KNMI regionaal, geldig tot 19:00.",
         "KNMI calamiteitendesk", "veluwe", "general", "VR06", "", "", "mail", "A2"),
    Told(1, "Aardhuisweg: brand overgeslagen, ploeg trekt zich terug",
         "Alle eenheden terug naar de natte strook. Geen gewonden. Nieuwe stoplijn is de N344.",
         "OvD brandweer VNOG", "veluwe", "fire", "VR06", "GM0200", "Aardhuisweg", grade="B2",
         urgent=True, caller="De Boer", callback="+31 6 4567 8901", key="terug"),
)  # fmt: skip

LATER: tuple[Told, ...] = (
    Told(0, "Scouts gevonden, alle drie ongedeerd",
         "Gevonden door ruiters bij de Echoput. Ouders zijn ingelicht, politie brengt hen naar Ermelo.",
         "Meldkamer politie Oost", "veluwe", "police", "VR06", "GM0200", "Echoput", grade="A1"),
    Told(0, "N344 wordt nieuwe stoplijn, weg dicht voor verkeer", "Afsluiting tussen Hoog Soeren en "
         "Kootwijk. Rijkswaterstaat past omleiding A1 aan.", "OvD politie", "veluwe", "police", "VR06",
         "GM0200", "N344"),
    Told(0, "TenneT schakelt 150 kV-lijn Apeldoorn-Ede uit", "Geen uitval bij klanten. Duur onbekend.",
         "TenneT landelijk bedrijfsvoeringscentrum", "veluwe", "infrastructure", "VR06", "GM0200", "",
         "mail", "A1"),
    Told(0, "Peil Geul bij Valkenburg 17,10 m, stijging vlakt af", "", "Waterschap Limburg", "limburg",
         "water", "VR24", "GM0994", "Valkenburg", "mail", "A2"),
    Told(0, "Twee Chinooks vertrokken van Gilze-Rijen", "Eerste lossing verwacht over 35 minuten.",
         "Defensie Operatie Centrum", "veluwe", "defence", "VR06", "", "Gilze-Rijen", grade="A1"),
    Told(0, "NL-Alert Apeldoorn-West verzonden", "Tekst: sluit ramen en deuren, zet ventilatie uit.",
         "Meldkamer Oost-Nederland", "veluwe", "communication", "VR06", "GM0200", "Apeldoorn-West",
         "lcms", "A1", by="vnog"),
    Told(0, "Stroom in Bergen terug, Alkmaar volgt om 17:00", "Nog 21.000 aansluitingen zonder stroom.",
         "Liander", "stroom", "infrastructure", "VR10", "GM0373", "Bergen", "mail", "A1"),
    Told(0, "Extra aflossing nodig: 40 mensen voor de nacht", "Voorkeur: pelotons uit Utrecht en Flevoland.",
         "Leider ROT VNOG", "veluwe", "fire", "VR06", "", "Harskamp", grade="A2"),
)  # fmt: skip
"""What comes in while the demo runs, one after the other."""


PLAYS_AT = (14, 5)
"""The time in the Netherlands at which the sentences of the scenario are written."""


def at_the_time(text: str, now: datetime) -> str:
    """A sentence with its clock times moved along, for a scenario whose last minute is `now`."""
    local = now.astimezone(AMSTERDAM)
    moved = (local.hour - PLAYS_AT[0]) * 60 + local.minute - PLAYS_AT[1]

    def clock(found: re.Match[str]) -> str:
        minutes = int(found[1]) * 60 + int(found[2]) + round(moved / 5) * 5
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"

    return re.sub(r"\b([01]\d|2[0-3]):([0-5]\d)\b", clock, text)


def fields_of(
    told: Told, incident: str, now: datetime, people: Mapping[str, str]
) -> dict[str, Any]:
    """The fields of a report record, for a scenario whose last minute is `now`.

    `people` maps owners of the scenario to account names.
    """
    received = now - timedelta(minutes=told.minutes)
    return {
        "title": at_the_time(told.title, now),
        "text": at_the_time(told.text, now),
        "informant": told.informant,
        "discipline": told.discipline,
        "region": told.region,
        "municipality": told.municipality,
        "place": told.place,
        "channel": told.channel,
        "reliability": told.grade[0],
        "credibility": told.grade[1],
        "status": told.status,
        "owner": people.get(told.owner, ""),
        "caller": told.caller,
        "callback": told.callback,
        "urgent": told.urgent,
        "acknowledged_by": people.get("jansen", "") if told.acknowledged else "",
        "audience": frozenset(told.audience),
        "incident": incident,
        "occurred_at": received - timedelta(minutes=6),
        "received_at": received,
        "entered_at": received + timedelta(minutes=1),
    }
