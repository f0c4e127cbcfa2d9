"""A made-up moment of bijstand, and a card of it in a window, driven by keys."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, Inquiry, InquiryLine, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.merge import lay_over
from kcr2desk.core.record import Record
from kcr2desk.core.records import Incident, blank_values, build, wire_values
from kcr2desk.core.reference import GateRule, ResourceType
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.facts import Attention
from kcr2desk.store.outbox import Refusal
from kcr2desk.store.work import Changed
from tests.desk.form_room import settle
from tests.scenes import NOW
from tests.scenes.form_cache import ME, FormCache

OFFICER = replace(ME, role="duty_officer")
REGION = replace(ME, role="region_officer", organisation="VR06", account="c.bakker")
LIAISON = replace(ME, role="liaison", organisation="government")
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
REQUEST, LINE = "assistancerequest", "requestline"


@cache
def types() -> tuple[ResourceType, ...]:
    """The resource types as the hub brings them in."""
    source = files("kcr2desk.hub") / "data" / "resource_types.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return tuple(
        ResourceType(
            id=f"type-{row['code']}", stream="reference", code=row["code"], order=order,
            name_nl=row["name_nl"], name_en=row["name_en"], short=row["short"],
            discipline=row["discipline"], named=row["named"] == "yes",
        )
        for order, row in enumerate(rows)
    )  # fmt: skip


def rule(code: str, **fields: Any) -> GateRule:
    known = {"authority": "voorzitter veiligheidsregio", "addressee": "minister van JenV",
             "form": "bijstandsformulier", "source_text": "NCTV"}  # fmt: skip
    return GateRule(id=code, stream="reference", code=code, **{**known, **fields})


RULES = (
    rule("wvr-51", help="fire", area="mainland", per="municipality",
         basis="Wet veiligheidsregio's, art. 51"),
    rule("politiewet", help="police", area="mainland", authority="burgemeester",
         basis="Politiewet 2012"),
    rule("bes", area="bes", authority="gezaghebber", per="region", basis="Veiligheidswet BES"),
)  # fmt: skip


def request(record: str = "r1", **fields: Any) -> AssistanceRequest:
    known = {
        "number": f"B-2026-07-{ord(record[-1]):04d}-5", "title": "4 pelotons, 2 WTS · Hoog Buurlo",
        "status": "in_treatment", "priority": "1", "region": "VR06", "incident": "incident-1",
        "municipalities": frozenset({"GM0200", "GM0203"}), "received_at": NOW - timedelta(hours=2),
        "requester": "M. Jansen", "requester_role": "officier van dienst",
        "callback": "06 12345678",
        "channel": "phone", "received_by": "J. de Vries", "grip": "2", "owner": "j.devries",
        "until_at": NOW + timedelta(hours=8), "report_to": "Hoog Buurlo", "report": "report-1",
        "task": "Flanken houden langs de N344", "forms_from": frozenset({"GM0203"}),
        "form": "partly", "audience": frozenset({"VR06"}), "talk_group": "NB-VNOG-1",
    }  # fmt: skip
    return AssistanceRequest(id=record, stream="national", **{**known, **fields})


def line(
    record: str, resource: str, quantity: int, about: str = "r1", **fields: Any
) -> RequestLine:
    return RequestLine(
        id=record, stream="national", about=about, resource=resource, quantity=quantity,
        order=int(record[-1]), **fields,
    )  # fmt: skip


def promise(record: str, owner: str, about: str, quantity: int, **fields: Any) -> Commitment:
    known = {
        "number": f"T-2026-07-{ord(record[-1]):04d}-1", "source": owner, "request": "r1",
        "line": about, "resource": "fire_platoon", "to_region": "VR06", "firmness": "definite",
        "word": "owner", "authority": "CaCo", "how": "phone",
        "until_at": NOW + timedelta(hours=8), "audience": frozenset({"VR06"}),
    }  # fmt: skip
    return Commitment(
        id=record, stream="national", owner=owner, quantity=quantity, **{**known, **fields}
    )


def asked(record: str, owner: str, **fields: Any) -> Inquiry:
    known = {
        "number": f"U-2026-07-{ord(record[-1]):04d}-2", "source": owner, "request": "r1",
        "title": "Uitvraag", "asked_at": NOW - timedelta(minutes=30), "status": "asked",
        "deadline": NOW + timedelta(minutes=12),
    }  # fmt: skip
    return Inquiry(id=record, stream="national", owner=owner, **{**known, **fields})


def answer(record: str, inquiry: str, about: str, **fields: Any) -> InquiryLine:
    known = {"resource": "fire_platoon", "quantity": 4}
    return InquiryLine(
        id=record, stream="national", about=inquiry, line=about, **{**known, **fields}
    )


def moment_records() -> list[Record]:
    """Two wildfires and a flood: a request in the middle, others around it."""
    incident = Incident(
        id="incident-1", stream="national", title="Natuurbrand Veluwe", number="I-2026-07-0001-1",
        started_at=NOW - timedelta(hours=4), grip="2",
    )  # fmt: skip
    return [
        incident, *types(), *RULES, request(),
        line("l0", "fire_platoon", 4, least=2), line("l1", "water_transport", 2),
        line("l2", "me_platoon", 1, task="Afzetting N344"),
        asked("i1", "VR07", status="answered"), asked("i2", "VR04"), asked("i3", "VR09"),
        answer("a1", "i1", "l0", answer="part", offered=2),
        answer("a2", "i2", "l0"), answer("a3", "i3", "l0"), answer("a4", "i2", "l1"),
        promise("c1", "VR07", "l0", 1, status="on_site"), promise("c2", "VR07", "l0", 1),
        request("r2", title="Handcrew en blushelikopters", priority="2", form="follows",
                forms_from=frozenset(), received_at=NOW - timedelta(hours=30), region="VR22",
                municipalities=frozenset({"GM0772"}), incident="", report="", owner="p.smit"),
        line("m0", "handcrew", 1, "r2"), line("m1", "fire_bucket", 1, "r2"),
        request("r3", title="10 pompen, dijk bij Roermond", priority="3", region="VR23",
                municipalities=frozenset({"GM0957"}), form="received", form_at=NOW,
                forms_from=frozenset({"GM0957"}), incident="", report="", status="submitted"),
        line("n0", "pump", 10, "r3"),
        request("r4", title="Noodhulp na storm", priority="2", region="BQ-SA",
                municipalities=frozenset(), forms_from=frozenset(), incident="", report="",
                form="follows", received_at=NOW - timedelta(minutes=20), owner=""),
        line("o0", "aid_bus", 2, "r4"),
        request("r5", title="VR07 → VR06: 2 Peloton", kind="neighbour", priority="3", form="",
                incident="", report="", requester=""),
        line("p0", "fire_platoon", 2, "r5"),
        promise("c5", "VR07", "p0", 2, request="r5", status="on_site"),
        request("r6", title="Tien bussen Zwolle", status="withdrawn", region="VR04", priority="3",
                status_reason="Vervoer geregeld met eigen bussen", incident="", report=""),
    ]  # fmt: skip


class RequestCache(FormCache):
    """The cache in memory, that lays edits over what it holds, and shows all to a book."""

    def __init__(self, records: Sequence[Record] = ()) -> None:
        super().__init__()
        self.saved: list[tuple[str, tuple[Change, ...]]] = []
        self.refused: tuple[Refusal, ...] = ()
        self.notes: dict[str, str | None] = {}
        self.feed = BookFeed.of(Book(records))

    def attention(self) -> Attention:
        return Attention(self.refused, ())

    def set_note(self, name: str, value: str | None) -> None:
        self.notes[name] = value

    def discard(self, changeset: str) -> None:
        self.refused = tuple(each for each in self.refused if each.id != changeset)

    def save(
        self, stream: str, changes: Sequence[Change], *, draft: str | None = None,
        corrects: str = "",
    ) -> str:  # fmt: skip
        self._may_fail()
        self.saved.append((stream, tuple(changes)))
        for change in changes:
            values = lay_over(self._held(change), change)
            assert values is not None
            if change.type == REQUEST and not values.get("number"):
                values["number"] = f"B-2026-07-{142 + len(self.saved):04d}-3"
            self.records[change.id] = {**values, "stream": stream, "type": change.type}
        if draft:
            self.kept.pop(draft, None)
        return "changeset"

    def edit(
        self, type: str, id: str, fields: Mapping[str, Any], *,
        shown: Mapping[str, Any] | None = None, draft: str | None = None,
    ) -> str | None:  # fmt: skip
        self._may_fail()
        before = self.values(type, id)
        assert before is not None, id
        now = {**before, **wire_values(type, fields)}
        self.edits.append((id, dict(fields), dict(shown or {})))
        self.records[id] = {**now, "stream": "national", "type": type}
        if draft:
            self.kept.pop(draft, None)
        return "changeset"

    def into_book(self) -> None:
        """What was saved comes into the book, as the feed brings it."""
        for id, values in self.records.items():
            if "type" in values:
                self.feed.put(self.record(str(values["type"]), id))

    def _held(self, change: Change) -> dict[str, Any] | None:
        if change.how is How.NEW:
            return None
        return self.values(change.type, change.id)

    def values(self, type: str, id: str) -> dict[str, Any] | None:
        found = self.records.get(id)
        if found is not None:
            return {n: v for n, v in found.items() if n not in ("stream", "type")}
        from kcr2desk.core.fields import to_wire
        from kcr2desk.core.records import RECORD_TYPES

        record = self.feed.book.get(type, id) if type != "report" else None
        if record is None:
            return None
        specs = RECORD_TYPES[type].fields
        return {
            **blank_values(type), **{n: to_wire(s, getattr(record, n)) for n, s in specs.items()}
        }  # fmt: skip

    def record(self, type: str, id: str) -> Any:
        """A record as it was saved."""
        values = self.values(type, id)
        assert values is not None
        return build(type, id, "national", 1, values)

    def saved_of(self, type: str) -> list[Any]:
        """The records of a type that were saved here."""
        ids = [i for i, v in self.records.items() if v.get("type") == type]
        return [self.record(type, i) for i in ids]

    def all(self, type: str, *, limit: int | None = None, **equal: Any) -> list[Any]:
        here = [r for r in self.feed.book.all(type) if r.id not in self.records]
        found = [*here, *(self.saved_of(type))]
        return [r for r in found if all(getattr(r, n) == v for n, v in equal.items())]

    def history(self, type: str, id: str) -> tuple[Any, ...]:
        return tuple(self.lines) if type == REQUEST else ()

    def draft(self, id: str) -> Any:
        return self.kept.get(id)

    def drafts(self, type: str | None = None) -> tuple[Any, ...]:
        return tuple(d for d in super().drafts() if type in (None, d.type))

    def others_change(self, type: str, id: str, **fields: Any) -> None:
        """Somebody else changed a record: the book and the store have it, and all are told."""
        record = self.record(type, id)
        changed = replace(record, **fields)
        self.records.pop(id, None)
        self.feed.put(changed)
        for callback in list(self.callbacks):
            callback(Changed(type, frozenset({id})))


class CardRoom:
    """A card in a window. `make` gets feed, cache, work, now and me; `later` moves the clock."""

    def __init__(self, make: Any, *, me: Any = OFFICER, records: Sequence[Record] | None = None,
                 size: tuple[int, int] = (600, 900), **given: Any) -> None:  # fmt: skip
        self.cache = RequestCache(moment_records() if records is None else records)
        self.feed = self.cache.feed
        self.work = StoreWork("test")
        self.now = NOW
        self.window = QWidget()
        self.window.resize(*size)
        column = QVBoxLayout(self.window)
        self.card = make(self.feed, self.cache, self.work, now=lambda: self.now, me=me, **given)
        column.addWidget(self.card)
        self.heard: dict[str, list[Any]] = {}
        for name in ("saved", "closed", "done", "openWanted", "requestChosen", "askWanted",
                     "answersWanted", "commitWanted", "proposeWanted", "followWanted", "formWanted",
                     "cardWanted", "inquiryWanted", "reportWanted", "incidentWanted",
                     "badgeChanged"):  # fmt: skip
            signal = getattr(self.card, name, None)
            if signal is not None:
                told = self.heard.setdefault(name, [])
                signal.connect(lambda *what, told=told: told.append(what))
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window, 1000)
        if hasattr(self.card, "focus_first"):
            self.card.focus_first()
        self.settle()

    def settle(self) -> None:
        """Let the thread do all it has to do, and its answers arrive."""
        settle(self.work)

    def type(self, text: str) -> None:
        """Type into what has the focus, or into the list that is open over it."""
        for letter in text:
            QTest.keyClicks(self._target(), letter)
        self.settle()

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        return self.focus() if popup is None else popup.focusWidget() or popup

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is, or in the list that is open over it."""
        QTest.keyClick(self._target(), key, held or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def focus(self) -> QWidget:
        """What has the focus within the card."""
        return self.window.focusWidget() or self.card

    def later(self, **span: float) -> datetime:
        """Let time pass."""
        self.now += timedelta(**span)
        return self.now

    def leave(self) -> None:
        self.settle()
        self.work.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
