"""The worked scenario of the demo: a heath fire on the Veluwe on a dry day, and what else comes in.

Made up for this project; places and organisations are real, events and people are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """A report of the scenario, `minutes` before now. `incident` is a key of INCIDENTS or ""."""

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
}  # fmt: skip

REPORTS: tuple[Told, ...] = (
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
         callback="+31 6 1234 5678"),
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
         "lcms", "A1", "processed", "jansen", audience=("government", "regions", "partners")),
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
         acknowledged=True, audience=("government",)),
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
         callback="+31 6 3456 7890"),
    Told(27, "Radio Kootwijk: zendmast niet bedreigd", "Natte strook van 40 meter gelegd rond gebouw A.",
         "OvD brandweer VNOG", "veluwe", "fire", "VR06", "GM0200", "Radio Kootwijk", grade="A1"),
    Told(22, "Dijk bij Bunde vertoont kwel, inspectie onderweg", "", "Waterschap Limburg", "limburg",
         "water", "VR24", "GM0938", "Bunde", grade="B3"),
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
         urgent=True, caller="De Boer", callback="+31 6 4567 8901"),
)  # fmt: skip


def fields_of(
    told: Told, incident: str, now: datetime, people: Mapping[str, str]
) -> dict[str, Any]:
    """The fields of a report record, for a scenario whose last minute is `now`.

    `people` maps owners of the scenario to account names.
    """
    received = now - timedelta(minutes=told.minutes)
    return {
        "title": told.title,
        "text": told.text,
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
