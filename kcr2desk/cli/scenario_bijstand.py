"""Bijstand in the worked scenario: who has what, who asks for what, and what came of it.

Made up, like the rest of the scenario: numbers, names and promises are not those of any region.
Times are minutes before the end of the scenario; negative ones are still to come.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NORMS: Mapping[str, tuple[int, int]] = {
    "fire_platoon": (2, 5), "fire_basic": (2, 4), "wildfire_platoon": (0, 2), "ibgs": (1, 2),
    "logistics": (1, 2), "rescue_platoon": (0, 1), "water_transport": (1, 3), "water_small": (0, 3),
    "command_unit": (1, 2), "drone_team": (0, 2), "info_team": (1, 2), "ggb_vehicle": (1, 2),
    "aid_bus": (1, 1), "ambulance": (6, 24), "ghor_officer": (1, 3), "psychosocial_team": (0, 1),
    "care_team": (1, 3), "shelter_places": (80, 400), "transport_bus": (0, 6),
    "comms_team": (1, 2), "pump": (0, 4),
}  # fmt: skip
"""What a region has of a type: between the least and the most."""

NO_BOATS = ("VR05", "VR22", "VR07")
"""Regions without boats of the rescue fleet in this scenario; the others have four."""

PARTNERS: Mapping[str, Mapping[str, int]] = {
    "NRK": {"aid_bus": 9, "psychosocial_team": 3, "shelter_places": 600},
    "RWS": {"pump": 8},
    "WS-UNIE": {"pump": 22},
    "DEF": {"transport_bus": 12, "shelter_places": 900, "drone_team": 4},
    **{
        code: {"me_platoon": 1, "me_section": 4, "mounted": 1, "water_police": 1}
        for code in ("POL-NN", "POL-ON", "POL-MN", "POL-NH", "POL-AM", "POL-DH", "POL-RT",
                     "POL-ZB", "POL-OB", "POL-LB")
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit known by its name."""

    key: str
    owner: str
    resource: str
    name: str
    call_sign: str
    home: str
    notice: int
    state: str = "ready"


UNITS = (
    NamedUnit("handcrew-1", "VR05", "handcrew", "Handcrew Overijssel", "05-9210", "Enschede", 60),
    NamedUnit("handcrew-2", "VR21", "handcrew", "Handcrew Zuid", "21-9210", "'s-Hertogenbosch", 90),
    NamedUnit("chinook", "DEF", "fire_bucket", "Chinook D-661", "GRIZZLY 1", "Gilze-Rijen", 240),
    NamedUnit("cougar", "DEF", "fire_bucket", "Cougar S-440", "GRIZZLY 2", "Gilze-Rijen", 240,
              "limited"),
    NamedUnit("sth-1", "VR13", "sth_post", "STH Amsterdam", "13-9560", "Amsterdam", 45),
    NamedUnit("sth-2", "VR17", "sth_post", "STH Rotterdam", "17-9560", "Rotterdam", 45),
    NamedUnit("sth-3", "VR23", "sth_post", "STH Limburg", "23-9560", "Roermond", 45),
    NamedUnit("sth-4", "VR03", "sth_post", "STH Drenthe", "03-9560", "Assen", 45),
    NamedUnit("sth-5", "VR08", "sth_post", "STH Gelderland", "08-9560", "Nijmegen", 45, "out"),
    NamedUnit("hcp-1", "VR24", "hcp_pump", "HCP Zuid-Limburg", "24-9770", "Maastricht", 120),
    NamedUnit("hcp-2", "VR19", "hcp_pump", "HCP Zeeland", "19-9770", "Goes", 120),
    NamedUnit("genie-1", "DEF", "engineers", "11 Pantsergeniebataljon", "", "Wezep", 720),
    NamedUnit("genie-2", "DEF", "engineers", "41 Pantsergeniebataljon", "", "Oirschot", 720),
    NamedUnit("brug", "DEF", "emergency_bridge", "Noodbrug Genie", "", "Wezep", 1440),
    NamedUnit("eod", "DEF", "eod", "EOD Soesterberg", "", "Soesterberg", 120),
    NamedUnit("knrm-1", "KNRM", "lifeboat", "Valentijn", "", "Stellendam", 15),
    NamedUnit("knrm-2", "KNRM", "lifeboat", "Jeanine Parqui", "", "Hoek van Holland", 15),
    NamedUnit("usar", "USAR", "usar", "USAR.NL", "", "Zoetermeer", 600),
    NamedUnit("mmt-1", "LNAZ", "mmt", "Lifeliner 1", "", "Amsterdam", 5),
    NamedUnit("mmt-2", "LNAZ", "mmt", "Lifeliner 3", "", "Volkel", 5),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """A line of a request. `until` in minutes (negative: to come)."""

    key: str
    resource: str
    quantity: int
    least: int = 0
    alternatives: tuple[str, ...] = ()
    task: str = ""
    start: int = 0
    until: int = -480


@dataclass(frozen=True, slots=True)
class Asks:
    """A request for bijstand."""

    key: str
    minutes: int
    incident: str
    region: str
    title: str
    priority: str
    lines: tuple[Wanted, ...]
    authority: str
    description: str
    task: str
    report_to: str
    municipalities: tuple[str, ...] = ()
    form: str = "follows"
    forms_from: tuple[str, ...] = ()
    judgement: str = ""
    talk_group: str = ""
    report: str = ""


REQUESTS = (
    Asks(
        "veluwe", 172, "veluwe", "VR06", "Natuurbrand Veluwe: pelotons, handcrew en blushelikopter",
        "1",
        (
            Wanted("pel", "wildfire_platoon", 4, 2, ("fire_platoon",), "Flankaanval oostzijde",
                   150, -420),
            Wanted("hand", "handcrew", 2, 1, (), "Nablussen in het veld", 120, -420),
            Wanted("heli", "fire_bucket", 2, 1, (), "Kop van het vuur", 90, -240),
            Wanted("wts", "water_transport", 3, 2, ("water_small",), "Water naar de Hoog Buurloseweg",
                   120, -420),
        ),
        "Voorzitter Veiligheidsregio Noord- en Oost-Gelderland",
        "Heidebrand bij Hoog Buurlo, 60 hectare, wind aanwakkerend uit het zuidwesten.",
        "Brand stoppen voor de A1 en de bebouwing van Hoenderloo.",
        "UGS Stroe, Wolweg 100", ("GM0200", "GM0203"), "partly", ("GM0200",), "agreed",
        "BRW-VR06-OPS-1",
    ),
    Asks(
        "limburg", 128, "limburg", "VR24", "Hoogwater Geul: boten, pompen en opvang", "2",
        (
            Wanted("boot", "rescue_boat", 8, 4, (), "Bewoners uit de binnenstad van Valkenburg",
                   100, -720),
            Wanted("pomp", "pump", 12, 6, (), "Kelders ziekenhuis en drukriool", 60, -1440),
            Wanted("bed", "shelter_places", 600, 400, (), "Opvang voor de nacht", 0, -1440),
        ),
        "Voorzitter Veiligheidsregio Zuid-Limburg",
        "De Geul stijgt sneller dan verwacht; Valkenburg wordt deels ontruimd.",
        "Bewoners in veiligheid en het ziekenhuis droog houden.",
        "UGS Nuth, Thermiekstraat", ("GM0994",), "follows", (), "", "BVZ-VR24-1",
    ),
    Asks(
        "stroom", 44, "stroom", "VR10", "Stroomstoring Alkmaar: noodstroom en zorgvervoer", "3",
        (
            Wanted("amb", "ambulance", 4, 2, (), "Overplaatsing uit twee verpleeghuizen", 0, -360),
        ),
        "Burgemeester van Alkmaar", "Twee verpleeghuizen draaien op hun laatste noodstroom.",
        "Overplaatsen van 38 bewoners.", "Verpleeghuis Westerhout, Alkmaar", ("GM0361",),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answered:
    """What one owner was asked and said. `answer` "" is silence; `commit` says what followed."""

    line: str
    owner: str
    asked: int
    answered: int
    answer: str
    offered: int = 0
    reason: str = ""
    how: str = "phone"
    commit: str = ""
    unit: str = ""
    commander: str = ""
    moved: int = 0
    until: int = -420


ANSWERS = (
    Answered("pel", "VR05", 164, 150, "part", 1, "", "phone", "on_site", "", "J. Nijhof", 138),
    Answered("pel", "VR04", 164, 141, "part", 1, "", "link", "en_route", "", "A. Prins", 32),
    Answered("pel", "VR07", 164, 147, "no", 0, "Eigen natuurbrandrisico, restdekking nodig"),
    Answered("pel", "VR03", 164, 118, "provisional", 1, "", "link", "promised"),
    Answered("pel", "VR02", 58, 0, ""),
    Answered("hand", "VR05", 160, 149, "part", 1, "", "phone", "on_site", "handcrew-1",
             "B. ter Horst", 110),
    Answered("hand", "VR21", 160, 133, "part", 1, "", "mail", "en_route", "handcrew-2",
             "P. van Gestel", 25),
    Answered("heli", "DEF", 158, 126, "part", 1, "", "phone", "en_route", "chinook", "DOC", 18, -240),
    Answered("wts", "VR07", 152, 140, "part", 1, "", "phone", "on_site", "", "R. Smeets", 96),
    Answered("wts", "VR25", 152, 122, "part", 1, "", "sheet", "en_route", "", "K. Bouma", 40),
    Answered("boot", "VR23", 120, 112, "part", 4, "", "phone", "on_site", "", "T. Peeters", 60, -700),
    Answered("boot", "VR22", 120, 104, "no", 0, "Geen boten"),
    Answered("boot", "VR21", 120, 92, "part", 2, "", "link", "en_route", "", "M. Timmers", 22, -700),
    Answered("pomp", "WS-UNIE", 118, 84, "part", 8, "", "mail", "promised", "", "", 0, -1400),
    Answered("pomp", "RWS", 118, 0, ""),
    Answered("bed", "NRK", 60, 41, "provisional", 300, "", "phone", "promised", "", "", 0, -1400),
)  # fmt: skip

NEIGHBOURLY = (
    ("VR16", "VR15", "ambulance", 2, 96, -120),
    ("VR18", "VR17", "fire_platoon", 1, 70, -60),
)
"""Burenhulp that regions arranged among themselves: from, to, what, how many, since, until."""
