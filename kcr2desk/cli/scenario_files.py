"""The files of the worked scenario: alerts and mail as they come in from elsewhere. All made up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from kcr2desk.cli.scenario import at_the_time
from kcr2desk.core.places import AMSTERDAM

METEO = "waarschuwing@meteo.example"
WATER = "meldpunt@waterschap.example"
_CAP = "urn:oasis:names:tc:emergency:cap:1.2"


@dataclass(frozen=True, slots=True)
class Came:
    """A file that came in `minutes` before now, brought in by the account `by`, who then makes it
    `about` (fields of the report; `incident` is a key of the scenario)."""

    minutes: int
    by: str
    name: str
    data: bytes
    about: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Alert:
    """An alert of ours; `refers` names alerts before it, by identifier and minutes."""

    minutes: int
    identifier: str
    sender: str
    sender_name: str
    kind: str
    event: str
    headline: str
    text: str
    area: str
    polygon: str
    severity: str = "Severe"
    colour: str = ""
    instruction: str = ""
    status: str = "Actual"
    category: str = "Met"
    refers: tuple[tuple[str, int], ...] = ()
    incident: str = ""
    region: str = ""
    discipline: str = "general"
    dealt_with: bool = False


_VELUWE = "52.05,5.55 52.35,5.70 52.42,6.05 52.15,6.15 52.00,5.85 52.05,5.55"
_GEUL = "50.83,5.72 50.90,5.72 50.90,5.92 50.83,5.92 50.83,5.72"

ALERTS: tuple[_Alert, ...] = (
    _Alert(
        205, "2.49.0.1.528.9.demo.wind.1", METEO, "Meteodienst (voorbeeld)", "Alert",
        "Windstoten", "Code geel: windstoten tot 75 km/u in het binnenland",
        "In de loop van de middag draait de wind van zuidoost naar zuid en neemt toe. Bij buien"
        " windstoten tot 75 km/u.", "Gelderland, Overijssel, Utrecht", _VELUWE, "Moderate", "geel",
        "Houd rekening met afgewaaide takken.", incident="veluwe", dealt_with=True,
    ),
    _Alert(
        62, "2.49.0.1.528.9.demo.wind.2", METEO, "Meteodienst (voorbeeld)", "Update",
        "Zware windstoten", "Code oranje: zware windstoten tot 95 km/u, vanaf 15:00",
        "De draaiing komt eerder en gaat met zwaardere windstoten. Voor natuurbrandbestrijding:"
        " het vuurfront kan binnen een kwartier van richting veranderen.",
        "Gelderland, Overijssel", _VELUWE, "Severe", "oranje",
        "Pas de inzet in natuurgebied aan op een snel draaiende wind.",
        refers=(("2.49.0.1.528.9.demo.wind.1", 205),), incident="veluwe",
    ),
    _Alert(
        176, "WSL-demo-0714-1", WATER, "Waterschap (voorbeeld)", "Alert", "Hoogwater",
        "Geul: overstroming mogelijk in Valkenburg", "Verwachte piek 17,40 m boven NAP tussen 16:00"
        " en 18:00. Kelders langs de Geul kunnen onderlopen.", "Valkenburg aan de Geul", _GEUL,
        "Severe", "oranje", "Haal spullen van waarde uit kelders.", category="Geo",
        incident="limburg", region="VR24", discipline="water", dealt_with=True,
    ),
    _Alert(
        36, "WSL-demo-0714-2", WATER, "Waterschap (voorbeeld)", "Cancel", "Hoogwater",
        "Geul: waarschuwing voor Valkenburg ingetrokken", "De stijging vlakt af; de piek blijft"
        " onder 17,20 m.", "Valkenburg aan de Geul", _GEUL, "Minor", category="Geo",
        refers=(("WSL-demo-0714-1", 176),), incident="limburg", region="VR24", discipline="water",
    ),
    _Alert(
        90, "2.49.0.1.528.9.demo.oefening.1", METEO, "Meteodienst (voorbeeld)", "Alert",
        "Zware storm", "OEFENING code rood: zeer zware storm in het Waddengebied",
        "Dit bericht hoort bij een oefening.", "Waddeneilanden",
        "53.0,4.7 53.5,5.0 53.5,6.4 53.2,6.4 53.0,4.7", "Extreme", "rood", status="Exercise",
    ),
)  # fmt: skip


def files(now: datetime) -> tuple[Came, ...]:
    """All files of the scenario whose last minute is `now`, oldest first."""
    came = [
        Came(a.minutes, "bakker", f"{a.identifier}.cap", _cap(a, now), _about(a)) for a in ALERTS
    ]
    came += _mails(now)
    return tuple(sorted(came, key=lambda one: -one.minutes))


def _about(alert: _Alert) -> dict[str, str]:
    """What an officer makes of an alert; one of an exercise is left alone."""
    if alert.status != "Actual":
        return {}
    about = {"incident": alert.incident, "region": alert.region, "discipline": alert.discipline}
    if alert.dealt_with:
        about |= {"status": "processed", "owner": "bakker", "acknowledged_by": "bakker"}
    return about | {"reliability": "A", "credibility": "2"}


def _cap(alert: _Alert, now: datetime) -> bytes:
    refers = " ".join(
        f"{alert.sender},{identifier},{_time(now, minutes)}" for identifier, minutes in alert.refers
    )
    level = f"4; {alert.colour}" if alert.colour else ""
    parts = [
        f'<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="{_CAP}">',
        f"  <identifier>{alert.identifier}</identifier>",
        f"  <sender>{alert.sender}</sender>",
        f"  <sent>{_time(now, alert.minutes)}</sent>",
        f"  <status>{alert.status}</status>",
        f"  <msgType>{alert.kind}</msgType>",
        "  <scope>Public</scope>",
        f"  <references>{refers}</references>" if refers else "",
        "  <info>",
        "    <language>nl-NL</language>",
        f"    <category>{alert.category}</category>",
        f"    <event>{alert.event}</event>",
        "    <responseType>Prepare</responseType>",
        "    <urgency>Expected</urgency>",
        f"    <severity>{alert.severity}</severity>",
        "    <certainty>Likely</certainty>",
        f"    <onset>{_time(now, alert.minutes - 45)}</onset>",
        f"    <expires>{_time(now, alert.minutes - 480)}</expires>",
        f"    <senderName>{alert.sender_name}</senderName>",
        f"    <headline>{at_the_time(alert.headline, now)}</headline>",
        f"    <description>{at_the_time(alert.text, now)}</description>",
        f"    <instruction>{alert.instruction}</instruction>" if alert.instruction else "",
        "    <parameter><valueName>awareness_level</valueName>"
        f"<value>{level}</value></parameter>" if level else "",
        "    <area>",
        f"      <areaDesc>{alert.area}</areaDesc>",
        f"      <polygon>{alert.polygon}</polygon>",
        "    </area>",
        "  </info>",
        "</alert>",
    ]  # fmt: skip
    return "\n".join(part for part in parts if part).encode()


def _time(now: datetime, minutes: int) -> str:
    moment = (now - timedelta(minutes=minutes)).astimezone(AMSTERDAM)
    return moment.replace(microsecond=0).isoformat()


def _mails(now: datetime) -> list[Came]:
    """A mail of the grid operator with a plan of the grid, and its answer an hour later."""

    def mail(minutes: int, subject: str, text: Sequence[str], **more: str) -> EmailMessage:
        made = EmailMessage()
        made["From"] = "Landelijk bedrijfsvoeringscentrum <lbc@netbeheer.example>"
        made["To"] = "KCR2 <piket@kcr2.example>"
        made["Subject"] = subject
        made["Date"] = format_datetime((now - timedelta(minutes=minutes)).astimezone(AMSTERDAM))
        for name, value in more.items():
            made[name.replace("_", "-")] = value
        made.set_content(at_the_time("\n".join(text), now) + "\n")
        return made

    first = mail(
        141, "Net Apeldoorn-Ede: wat er gebeurt als wij afschakelen",
        ["Collega's,", "",
         "Bij afschakelen van de 150 kV-lijn Apeldoorn-Ede blijft iedereen van stroom"
         " voorzien zolang de lijn Apeldoorn-Hattem staat. Valt ook die weg, dan zitten 41.000"
         " aansluitingen zonder stroom, waaronder twee ziekenhuizen.", "",
         "In de bijlage de netkaart en de volgorde van herstel.", "", "Met vriendelijke groet,",
         "Landelijk bedrijfsvoeringscentrum"],
        Message_ID="<net-1@netbeheer.example>",
    )  # fmt: skip
    first.add_attachment(
        small_pdf(["Net Apeldoorn-Ede", "Lijn 150 kV: Apeldoorn - Ede",
                   "Herstel: 1 Gelre ziekenhuis, 2 Vitens Hoenderloo, 3 centrum Apeldoorn"]),
        maintype="application", subtype="pdf", filename="netkaart Apeldoorn-Ede.pdf",
    )  # fmt: skip
    first.add_attachment(
        "volgorde;aansluiting;vermogen MW\n1;Gelre ziekenhuizen;4,2\n2;Vitens Hoenderloo;1,1\n"
        "3;Apeldoorn centrum;18,0\n", subtype="csv", filename="herstelvolgorde.csv",
    )  # fmt: skip
    answer = mail(
        52, "RE: Net Apeldoorn-Ede: wat er gebeurt als wij afschakelen",
        ["Aanvulling: de lijn Apeldoorn-Hattem is gecontroleerd en staat. Besluit over afschakelen"
         " valt om 13:30."],
        Message_ID="<net-2@netbeheer.example>", In_Reply_To="<net-1@netbeheer.example>",
        References="<net-1@netbeheer.example>",
    )  # fmt: skip
    grid = {
        "incident": "veluwe", "region": "VR06", "discipline": "infrastructure", "owner": "jansen",
        "status": "in_progress", "reliability": "A", "credibility": "1",
    }  # fmt: skip
    return [
        Came(141, "jansen", "Net Apeldoorn-Ede.eml", first.as_bytes(), grid),
        Came(52, "jansen", "RE Net Apeldoorn-Ede.eml", answer.as_bytes()),
    ]


def small_pdf(lines: Sequence[str]) -> bytes:
    """A PDF of one page with a few lines of text: a real file, for something to attach."""
    shown = "".join(f"({line}) Tj 0 -24 Td " for line in map(_escaped, lines))
    content = f"BT /F1 16 Tf 60 760 Td {shown}ET".encode("latin-1")
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    made = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n"
        b"%%%%EOF\n" % (size, table, size, len(made))
    )


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "()\\" else c for c in text)
