"""Scenes of a report in full and of what needs a decision, on a real cache and a hub in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.core.access import Actor
from kcr2desk.core.changes import Change, Code, How
from kcr2desk.core.records import wire_values
from kcr2desk.desk import kit, theme
from kcr2desk.desk.attention.view import AttentionView
from kcr2desk.desk.reports.detail import ReportDetail
from kcr2desk.desk.work import StoreWork, Task, When
from kcr2desk.exchange.intake import changes, take_in
from kcr2desk.store.cache import Cache
from kcr2desk.store.identity import Identity
from tests.desk.small_hub import HandClock, SmallHub, identity, noon, open_cache
from tests.scenes import Stage, scene


class AtOnce(StoreWork):
    """Work without a thread: answers before `ask` returns, so that a picture is always the same."""

    def __init__(self) -> None:
        QObject.__init__(self)

    def ask(self, call, answer, *, owner, topic="", when=When.NOW, failed=None) -> Task:
        return self._at_once(call, answer, failed)

    def do(self, call, answer=None, *, owner=None, topic="", failed=None) -> Task:
        return self._at_once(call, answer, failed)

    def _at_once(self, call: Any, answer: Any, failed: Any) -> Task:
        try:
            result = call()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            if answer is not None:
                answer(result)
        return Task(call, answer, failed, None, "", When.NOW)


class Room:
    """A cache, a hub, somebody signed in; kept as long as the widget that shows it."""

    def __init__(self, me: Identity | None = None) -> None:
        self.me = me or identity()
        self.clock: HandClock = noon()
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.cache: Cache = open_cache(Path(self._folder.name), self.clock, self.me)
        actors = {self.me.account: Actor(self.me.account, self.me.role, self.me.organisation)}
        self.hub = SmallHub(self.clock, **actors)
        self.work = AtOnce()

    def before(self, minutes: float) -> datetime:
        return self.clock.at - timedelta(minutes=minutes)

    def at(self, minutes: float, do: Callable[[], Any]) -> Any:
        """Do something so many minutes ago."""
        now = self.clock.at
        self.clock.at = self.before(minutes)
        try:
            return do()
        finally:
            self.clock.at = now

    def detail(self, report: str, search: str = "") -> ReportDetail:
        made = ReportDetail(self.cache, self.work, self.clock.now, self.me)
        made.room = self  # type: ignore[attr-defined]
        made.show_report(report, search)
        return made

    def attention(self) -> AttentionView:
        made = AttentionView(self.cache, self.work, self.clock.now, self.me)
        made.room = self  # type: ignore[attr-defined]
        return made


def page(content: QWidget, width: int = 0) -> QWidget:
    """What is looked at on the ground of the window, at the right as in the panel."""
    host = QWidget()
    host.setProperty("ground", "ground")
    row = QHBoxLayout(host)
    row.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
    if width:
        content.setFixedWidth(width)
        row.addStretch(1)
    row.addWidget(content)
    return host


def phone(room: Room, **more: Any) -> str:
    """A report that somebody took by phone."""
    fields: dict[str, Any] = {
        "number": "M-2026-07-0142",
        "title": "VNOG vraagt 2 pelotons natuurbrandbestrijding, Hoog Buurlo",
        "text": "Brandfront 300 meter, loopt noordwest richting Radio Kootwijk. Vier"
        " tankautospuiten ter plaatse, water via de A1. VNOG vraagt twee pelotons"
        " natuurbrandbestrijding en een handcrew, opkomst vóór 16:00 bij knooppunt"
        " Beekbergen.\n\nWind draait naar verwachting rond 17:00 naar het westen.",
        "informant": "Meldkamer Oost-Nederland",
        "channel": "phone",
        "caller": "M. Jansen, CaCo",
        "callback": "06 1234 5678",
        "occurred_at": room.before(45),
        "received_at": room.before(41),
        "entered_at": room.before(39),
        "reliability": "B",
        "credibility": "2",
        "discipline": "fire",
        "region": "VR06",
        "municipality": "GM0200",
        "place": "Hoog Buurlo",
        "quantities": frozenset({"2 platoon"}),
        "urgent": True,
        **more,
    }
    return str(room.at(39, lambda: room.hub.report("smit", **fields)))


def incident(room: Room, title: str = "Natuurbrand Veluwe") -> str:
    made = room.hub.new_id()
    values = wire_values("incident", {"title": title, "number": "I-2026-07-0009"})
    room.hub.write("smit", [Change("incident", made, How.NEW, values)])
    return made


def cap(room: Room, data: str, name: str = "knmi.cap") -> tuple[str, ...]:
    """Bring an alert in by somebody else's hand."""
    taken = take_in(data.encode(), name, now=room.clock.now())
    assert not taken.problems, taken.problems
    for item in taken.items:
        for file in item.files:
            room.cache.put_file(item.stream, file.data)
        room.hub.write("smit", changes(item), stream=item.stream)
    return tuple(item.id for item in taken.items)


def alert(
    identifier: str = "2.49.0.0.528.0.NL.260714120000.1",
    *,
    sent: str = "2026-07-14T13:40:00+02:00",
    status: str = "Actual",
    kind: str = "Alert",
    references: str = "",
    level: str = "oranje",
    note: str = "",
) -> str:
    """A warning for wind over the north-east, in two languages, as a weather service sends it."""
    ring = "53.48,6.86 53.25,7.21 52.84,7.09 52.63,6.76 52.82,6.12 53.20,6.17 53.48,6.86"
    area = f"""<area><areaDesc>Groningen en Drenthe</areaDesc><polygon>{ring}</polygon>
      <geocode><valueName>EMMA_ID</valueName><value>NL001</value></geocode></area>
      <area><areaDesc>Waddenzee bij Schiermonnikoog</areaDesc>
      <circle>53.48,6.16 14</circle></area>"""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">
  <identifier>{identifier}</identifier><sender>urn:oid:2.49.0.0.528.0</sender>
  <sent>{sent}</sent><status>{status}</status><msgType>{kind}</msgType><scope>Public</scope>
  {f"<note>{note}</note>" if note else ""}
  {f"<references>{references}</references>" if references else ""}
  <info><language>nl-NL</language><category>Met</category><event>Zware windstoten</event>
    <responseType>Prepare</responseType><responseType>Avoid</responseType>
    <urgency>Expected</urgency><severity>Severe</severity><certainty>Likely</certainty>
    <onset>2026-07-14T16:00:00+02:00</onset><expires>2026-07-14T22:00:00+02:00</expires>
    <senderName>KNMI</senderName>
    <headline>Code {level}: zware windstoten in het noordoosten</headline>
    <description>Vanaf 16:00 uur zware windstoten van 100 tot 110 km/uur uit het zuidwesten, aan
de Wadden tot 120 km/uur. Het verkeer en activiteiten buiten ondervinden grote hinder; bomen en
takken kunnen omwaaien.</description>
    <instruction>Ga niet onnodig de weg op. Haal losse voorwerpen binnen. Volg het verkeer en de
berichten van uw veiligheidsregio.</instruction>
    <web>https://www.knmi.nl/waarschuwingen</web><contact>meteo@knmi.example</contact>
    <parameter><valueName>awareness_level</valueName><value>3; orange; Severe</value></parameter>
    <parameter><valueName>awareness_type</valueName><value>1; Wind</value></parameter>{area}</info>
  <info><language>en-GB</language><category>Met</category><event>Severe wind gusts</event>
    <responseType>Prepare</responseType><urgency>Expected</urgency><severity>Severe</severity>
    <certainty>Likely</certainty><onset>2026-07-14T16:00:00+02:00</onset>
    <expires>2026-07-14T22:00:00+02:00</expires><senderName>KNMI</senderName>
    <headline>Code orange: severe gusts in the north-east</headline>
    <description>From 16:00 severe gusts of 100 to 110 km/h from the south-west.</description>
    <instruction>Do not travel without need.</instruction>{area}</info>
</alert>"""


MAIL = """From: Omgevingsdienst <meldkamer@odra.example>
To: KCR2 <meldingen@kcr2.example>
Subject: {subject}
Date: {date}
Message-ID: <{name}@odra.example>
{reply}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="grens"

--grens
Content-Type: text/plain; charset=utf-8

{text}

--grens
Content-Type: image/jpeg; name="foto-hoog-buurlo.jpg"
Content-Disposition: attachment; filename="foto-hoog-buurlo.jpg"
Content-Transfer-Encoding: base64

{photo}
--grens--
"""


def mail(room: Room, name: str, subject: str, text: str, minutes: int, reply: str = "") -> str:
    """Bring a mail in."""
    sent = room.before(minutes).strftime("%a, %d %b %Y %H:%M:%S +0000")
    data = MAIL.format(
        subject=subject, date=sent, name=name, text=text, photo="/9j/4AAQ" * 4000,
        reply=f"In-Reply-To: <{reply}@odra.example>\n" if reply else "",
    )  # fmt: skip
    return str(room.at(minutes, lambda: cap(room, data, f"{name}.eml"))[0])


def settled_history(room: Room, report: str, fire: str) -> None:
    """Three people deal with a report, one after the other."""
    hub = room.hub
    room.at(38, lambda: hub.edit("smit", "report", report, {"incident": ["", fire]}))
    room.at(
        33,
        lambda: hub.edit(
            "devries", "report", report,
            {"status": ["new", "in_progress"], "owner": ["", "devries"]},
        ),
    )  # fmt: skip
    was = str(hub._state.records["report", report].values["text"])
    now = was.replace("Vier tankautospuiten", "Zes tankautospuiten") + "\nDefensie is gebeld."
    room.at(21, lambda: hub.edit("devries", "report", report, {"text": [was, now]}))
    room.at(12, lambda: hub.edit("smit", "report", report, {"acknowledged_by": ["", "smit"]}))
    hub.sync(room.cache)


@scene("detail-phone")
def by_phone(stage: Stage) -> QWidget:
    room = Room()
    fire = room.at(60, lambda: incident(room))
    report = phone(room)
    settled_history(room, report, fire)
    return page(room.detail(report))


@scene("detail-new")
def fresh(stage: Stage) -> QWidget:
    room = Room()
    report = phone(room, quantities=frozenset(), reliability="F", credibility="6")
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-island")
def island(stage: Stage) -> QWidget:
    room = Room()
    report = phone(
        room, number="M-2026-07-0150", urgent=False, region="BQ-BO", municipality="",
        place="Rincon", title="Drinkwater Bonaire: druk valt weg in Rincon en Antriol",
        text="WEB Bonaire: druk valt weg sinds 07:30 lokale tijd.", discipline="water",
        informant="OLB Bonaire", quantities=frozenset(), source="BQ-BO",
        audience=frozenset({"regions", "government"}),
    )  # fmt: skip
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-search")
def search(stage: Stage) -> QWidget:
    room = Room()
    line = "Regel {n}: brandweer meldt uitbreiding naar noordwest, 🔥 مرحبا بالعالم, 2 pelotons."
    text = "\n".join(line.format(n=n) for n in range(1, 2400))
    report = phone(room, text=text[:199_000], channel="form", caller="", callback="")
    room.hub.sync(room.cache)
    return page(room.detail(report, "brand noordw"))


@scene("detail-reader")
def reader(stage: Stage) -> QWidget:
    made = search(stage)
    detail = made.findChild(ReportDetail)
    assert detail is not None
    stage.later(detail._read_all)
    for _ in range(40):
        stage.later(lambda: None)
    return made


@scene("detail-rtl")
def rtl(stage: Stage) -> QWidget:
    room = Room()
    text = (
        "تم إجلاء 120 شخصًا من المخيم إلى مركز الاستقبال في زفوله.\n"
        "Vertaling: 120 personen zijn uit het kamp geëvacueerd naar de opvang in Zwolle.\n"
        "הודעה קצרה · 👨‍👩‍👧‍👦🇳🇱🔥"
    )
    report = phone(room, text=text, title="إجلاء: opvang Zwolle 🚌", urgent=False)
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-alert")
def with_alert(stage: Stage) -> QWidget:
    room = Room()
    report = room.at(20, lambda: cap(room, alert()))[0]
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-alert-data")
def alert_data(stage: Stage) -> QWidget:
    made = with_alert(stage)
    detail = made.findChild(ReportDetail)
    assert detail is not None
    stage.later(detail.alert.rest.click)
    stage.later(lambda: detail.area.verticalScrollBar().setValue(520))
    return made


@scene("detail-withdrawn")
def withdrawn(stage: Stage) -> QWidget:
    room = Room()
    first = alert()
    report = room.at(120, lambda: cap(room, first))[0]
    refers = "urn:oid:2.49.0.0.528.0,2.49.0.0.528.0.NL.260714120000.1,2026-07-14T13:40:00+02:00"
    update = alert("2.49.0.0.528.0.NL.260714120000.2", sent="2026-07-14T13:45:00+02:00",
                   kind="Update", references=refers, level="geel")  # fmt: skip
    cancel = alert("2.49.0.0.528.0.NL.260714120000.3", sent="2026-07-14T13:58:00+02:00",
                   kind="Cancel", references=refers, note="De wind valt mee.")  # fmt: skip
    room.at(19, lambda: cap(room, update, "knmi-2.cap"))
    room.at(6, lambda: cap(room, cancel, "knmi-3.cap"))
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-test")
def test_alert(stage: Stage) -> QWidget:
    room = Room()
    report = room.at(20, lambda: cap(room, alert(status="Test")))[0]
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-exercise")
def exercise_alert(stage: Stage) -> QWidget:
    room = Room()
    report = room.at(20, lambda: cap(room, alert(status="Exercise")))[0]
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-mail")
def mail_thread(stage: Stage) -> QWidget:
    room = Room()
    mail(room, "m1", "Rookontwikkeling Hoog Buurlo", "Metingen lopen.", 95)
    second = mail(room, "m2", "RE: Rookontwikkeling Hoog Buurlo",
                  "Eerste meetresultaten: geen verhoogde waarden in Apeldoorn-West.\n"
                  "Volgende meting om 15:00.", 52, "m1")  # fmt: skip
    mail(room, "m3", "RE: Rookontwikkeling Hoog Buurlo", "Dank, doorgezet.", 30, "m2")
    room.hub.sync(room.cache)
    for number, (name, size) in enumerate((("luchtmetingen-1400.xlsx", 2_400_000),
                                           ("plaatje.exe", 90_000))):  # fmt: skip
        fields = {"about": second, "about_type": "report", "name": name, "size": size,
                  "digest": f"{number + 1:064x}"}  # fmt: skip
        new = Change("attachment", room.hub.new_id(), How.NEW, wire_values("attachment", fields))
        room.hub.write("smit", [new])
    room.hub.pull(room.cache)
    room.cache.want_file(f"{1:064x}")
    room.cache.put_piece(f"{1:064x}", 0, b"x" * (1 << 20))
    return page(room.detail(second))


@scene("detail-history")
def opened_history(stage: Stage) -> QWidget:
    room = Room()
    fire = room.at(60, lambda: incident(room))
    report = phone(room)
    settled_history(room, report, fire)
    room.at(9, lambda: room.cache.edit("report", report, {"credibility": "1"}))
    room.at(2, lambda: room.cache.edit("report", report, {"status": "processed"}))
    detail = room.detail(report)
    stage.later(detail.history.more.click)
    stage.later(lambda: detail.area.verticalScrollBar().setValue(9_999))
    return page(detail)


def quarrel(room: Room, report: str) -> None:
    """Two people change a title and a text at the same time."""
    values = room.cache.values("report", report)
    assert values is not None
    title, text = str(values["title"]), str(values["text"])
    room.at(6, lambda: room.hub.edit("smit", "report", report, {
        "title": [title, "VNOG vraagt 3 pelotons, Radio Kootwijk"],
        "text": [text, text.replace("twee pelotons", "drie pelotons")],
    }))  # fmt: skip
    room.at(4, lambda: room.cache.edit("report", report, {
        "title": "VNOG vraagt 2 pelotons en een handcrew, Hoog Buurlo",
        "text": text + "\nVNOG belt om 15:30 terug.",
    }))  # fmt: skip
    room.hub.sync(room.cache)


@scene("detail-conflict")
def conflict(stage: Stage) -> QWidget:
    room = Room()
    report = phone(room)
    room.hub.sync(room.cache)
    quarrel(room, report)
    return page(room.detail(report))


@scene("detail-conflict-other")
def conflict_other(stage: Stage) -> QWidget:
    made = conflict(stage)
    detail = made.findChild(ReportDetail)
    assert detail is not None
    stage.later(detail.conflict_views()[0].write_other)
    return made


@scene("detail-refused")
def refused(stage: Stage) -> QWidget:
    room = Room()
    report = phone(room)
    room.hub.sync(room.cache)
    changeset = room.at(3, lambda: room.cache.edit("report", report, {"status": "closed"}))
    room.hub.verdicts[changeset] = (Code.REFUSED, "wrong_step", ("status",))
    room.hub.sync(room.cache)
    room.at(1, lambda: room.cache.edit("report", report, {"owner": "jansen"}))
    return page(room.detail(report))


@scene("detail-liaison")
def liaison(stage: Stage) -> QWidget:
    room = Room(identity("bakker", "liaison", "government"))
    report = phone(room, audience=frozenset({"government"}))
    room.hub.sync(room.cache)
    return page(room.detail(report))


@scene("detail-none")
def nothing(stage: Stage) -> QWidget:
    room = Room()
    detail = room.detail("")
    return page(detail)


@scene("detail-gone")
def gone(stage: Stage) -> QWidget:
    room = Room()
    return page(room.detail("019f5f3e-0000-7000-8000-00000000dead"))


def everything(room: Room) -> None:
    """Refusals with what waits behind them, conflicts, and one that the hub keeps for later."""
    report = phone(room)
    other = phone(room, number="M-2026-07-0151", title="Rook over A1 bij Kootwijk, verkeer staat",
                  discipline="infrastructure")  # fmt: skip
    third = phone(room, number="M-2026-07-0153", title="Ziekenhuis Gelre beperkt SEH wegens rook")
    room.hub.sync(room.cache)
    quarrel(room, report)
    hub, cache = room.hub, room.cache
    step = room.at(31, lambda: cache.edit("report", other, {"status": "closed"}))
    hub.verdicts[step] = (Code.REFUSED, "wrong_step", ("status",))
    said = room.at(12, lambda: cache.create("report", {
        "title": "Persvraag: klopt het dat defensie blushelikopters inzet?",
        "text": "De Stentor belt, wil voor 16:00 antwoord.", "callback": "055 538 8000",
        "channel": "phone", "informant": "De Stentor",
    }))  # fmt: skip
    new = next(p.id for p in cache.pending() if any(c.id == said for c in p.changes))
    hub.verdicts[new] = (Code.REFUSED, "not_allowed", ())
    hub.sync(cache)
    room.at(9, lambda: cache.edit("report", other, {"owner": "jansen", "urgent": False}))
    room.at(8, lambda: cache.edit("report", other, {"place": "Kootwijk, hmp 71,4"}))
    kept = room.at(5, lambda: cache.edit("report", third, {"status": "in_progress"}))
    hub.verdicts[kept] = (Code.QUARANTINED, "hub_failed", ())
    hub.sync(cache)


@scene("attention-all")
def attention(stage: Stage) -> QWidget:
    room = Room()
    everything(room)
    return card(room.attention())


@scene("attention-correct")
def attention_correct(stage: Stage) -> QWidget:
    room = Room()
    everything(room)
    view = room.attention()
    stage.later(view.refused.begin_correction)
    return card(view)


@scene("attention-discard")
def attention_discard(stage: Stage) -> QWidget:
    room = Room()
    everything(room)
    view = room.attention()
    view.list.setCurrentRow(1)
    stage.later(view.refused.begin_discard)
    return card(view)


@scene("attention-conflict")
def attention_conflict(stage: Stage) -> QWidget:
    room = Room()
    everything(room)
    view = room.attention()
    view.list.setCurrentRow(3)
    return card(view)


@scene("attention-none")
def attention_none(stage: Stage) -> QWidget:
    return card(Room().attention())


def card(view: AttentionView) -> QWidget:
    """As the window shows it: under a heading, in a card."""
    host = QWidget()
    host.setProperty("ground", "surface")
    column = QVBoxLayout(host)
    column.setContentsMargins(theme.L, theme.M, theme.L, theme.L)
    column.addWidget(kit.label("Wat een besluit vraagt", role="heading"))
    column.addWidget(view, 1)
    return host
