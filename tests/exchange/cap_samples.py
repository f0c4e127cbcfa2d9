"""Small alerts of our own making, after the habits of the senders that are out there."""

from __future__ import annotations

from collections.abc import Sequence

from kcr2desk.exchange.alerts import AlertBatch, AlertReport, read_alerts

CAP12 = "urn:oasis:names:tc:emergency:cap:1.2"
CAP11 = "urn:oasis:names:tc:emergency:cap:1.1"

HEAD = {
    "identifier": "2.49.0.1.528.0.20261018.1",
    "sender": "meteo@example.nl",
    "sent": "2026-10-18T10:15:00+02:00",
    "status": "Actual",
    "msgType": "Alert",
    "scope": "Public",
}

INFO = """<info>
  <language>nl-NL</language><category>Met</category><event>Storm</event>
  <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
  <onset>2026-10-18T18:00:00+02:00</onset><expires>2026-10-19T06:00:00+02:00</expires>
  <senderName>Voorbeeldinstituut</senderName><headline>Zware storm aan de kust</headline>
  <description>Windstoten tot 120 km/u.</description><instruction>Blijf binnen.</instruction>
  <web>https://example.nl/storm</web>
  <area><areaDesc>Zeeland</areaDesc>
    <polygon>51.2,3.3 51.8,3.3 51.8,4.2 51.2,3.3</polygon><circle>51.5,3.6 25.5</circle>
    <geocode><valueName>EMMA_ID</valueName><value>NL012</value></geocode>
  </area>
</info>"""


def cap(*parts: str, ns: str = CAP12, without: Sequence[str] = (), **head: str) -> str:
    """An alert with the usual head, changed where `head` says so, and `parts` behind it."""
    fields = {name: text for name, text in (HEAD | head).items() if name not in without}
    lines = "\n".join(f"<{name}>{text}</{name}>" for name, text in fields.items())
    body = "\n".join(parts)
    return f'<alert xmlns="{ns}">\n{lines}\n{body}\n</alert>'


def read(text: str | bytes, file: str = "storm.cap") -> AlertBatch:
    return read_alerts(text.encode() if isinstance(text, str) else text, file)


def only(text: str | bytes) -> AlertReport:
    """The single report in a file that has no problems."""
    batch = read(text)
    assert batch.problems == ()
    (report,) = batch.alerts
    return report


def codes(report: AlertReport) -> list[str]:
    return [remark.code for remark in report.remarks]
