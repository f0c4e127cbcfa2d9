"""A registrar at a desk: the real view on a real encrypted cache, worked by keys that are counted.

with desk_in(tmp_path) as desk:
    desk.scan(DE_BRUIJN)
    desk.press("Return")
    assert desk.pressed == 1
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.core.changes import Change, How
from kcr2desk.core.making import making
from kcr2desk.core.records import type_name
from kcr2desk.core.repatriation.operation import Viewing, stream_of
from kcr2desk.core.repatriation.people import ManifestLine, Person, line_id
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration import RegistrationView
from kcr2desk.desk.repatriation.registration_scan import ScanLine
from kcr2desk.desk.work import StoreWork
from kcr2desk.hub.seed import seed
from kcr2desk.store.cache import Cache
from tests.desk.form_room import with_theme
from tests.desk.passports import Lines
from tests.desk.small_hub import HandClock, identity, open_cache
from tests.scenes import NOW

OPERATION = "019f5f3e-0000-7000-8000-0000000000a0"
ARRIVAL = "019f5f3e-0000-7000-8000-0000000000a1"
STREAM = stream_of(OPERATION)
ME = replace(identity("smit", "registrar"), display_name="A. Smit")

LISTED: Sequence[dict[str, Any]] = (
    {"family_name": "Bakker", "given_names": "Jan", "birth_date": "1981-05-02", "sex": "M",
     "nationality": "NLD", "seat": "12A", "party": "P1", "phone": "06 12345678",
     "street": "Kerkstraat 1", "postcode": "6711 AA", "city": "Ede"},
    {"family_name": "Bakker", "given_names": "Janneke", "birth_date": "1984-09-12", "sex": "F",
     "nationality": "NLD", "seat": "12B", "party": "P1"},
    {"family_name": "Bruijn", "prefix": "de", "given_names": "Willeke Liselotte",
     "birth_date": "1965-03-10", "sex": "F", "nationality": "NLD", "seat": "3C",
     "document_number": "SPECI2021", "document_country": "NLD", "phone": "06 87654321",
     "mail": "willeke@example.org", "city": "Delft", "ground": "dutch"},
    {"family_name": "Haddad", "given_names": "Rana", "birth_date": "1990", "sex": "F",
     "nationality": "LBN", "seat": "14D"},
)  # fmt: skip


def _fill(cache: Cache, bsn_ground: str) -> None:
    cache.save("reference", [change for change in seed() if change.type == "choice"])
    about = {"about": OPERATION}
    found = [
        making("operation", OPERATION, {
            "title": "Repatriëring Libanon", "purpose": "Opvang", "legal_ground": "AVG 6(1)(e)",
            "bsn_ground": bsn_ground, "opened_at": NOW,
        }),
        making("member", cache.new_id(), {**about, "account": "smit", "desk": "4"}),
        making("arrival", ARRIVAL, {**about, "code": "KDC 801", "origin": "Beiroet"}),
    ]  # fmt: skip
    for row, fields in enumerate(LISTED):
        known = {"about": OPERATION, "arrival": ARRIVAL, "list": "manifest", "row": row}
        record = line_id(OPERATION, "manifest", str(row))
        found.append(making("manifestline", record, {**known, "key": str(row), **fields}))
    cache.save(STREAM, found)


class RegistrarsDesk:
    """The window of one registrar."""

    def __init__(self, folder: Path, bsn_ground: str = "") -> None:
        self.clock = HandClock(NOW)
        self.cache = open_cache(folder, self.clock, ME)
        if self.cache.get("operation", OPERATION) is None:
            _fill(self.cache, bsn_ground)
        self.work = StoreWork("test")
        self.changes = Changes(self.cache)
        self.feed = OperationFeed(OPERATION, self.cache, self.work, self.changes)
        self.hall = Hall.of(self.feed, self.cache, self.work, now=self.clock.now, me=ME)
        self.failures: list[Exception] = []
        self._saved = -1
        self.work.failed.connect(self.failures.append)
        self.view = RegistrationView(self.hall)
        self.view.set_arrival(ARRIVAL)
        self.view.resize(1286, 620)
        self.view.show()
        self.view.activateWindow()
        QTest.qWaitForWindowActive(self.view, 1000)
        self.view.focus_first()
        self.settle()
        self.pressed = 0
        """Key presses beyond what a reader types."""

    # what is seen

    @property
    def party(self) -> Any:
        return self.view.desk.party

    def value(self, name: str) -> Any:
        sheet = self.view.desk.sheet
        assert sheet is not None
        return sheet.values[name]

    def persons(self) -> list[Person]:
        found = [p for p in self.cache.all("person", stream=STREAM) if isinstance(p, Person)]
        return sorted(found, key=lambda person: person.id)

    def viewings(self) -> list[Viewing]:
        return [v for v in self.cache.all("viewing") if isinstance(v, Viewing)]

    def line(self, row: int) -> ManifestLine:
        found = self.cache.get("manifestline", line_id(OPERATION, "manifest", str(row)))
        assert isinstance(found, ManifestLine)
        return found

    def told(self) -> str:
        return self.view.notices.done.text() if self.view.notices.done.isVisible() else ""

    def focus(self) -> QWidget:
        return self.view.focusWidget() or self.view

    def field_in_hand(self) -> str:
        return self.view.form.fields.name_of(self.focus())

    # what is done

    def scan(self, lines: Lines, *, sign: str = "\r") -> None:
        """A reader types a document into whatever has the focus; nobody presses a key."""
        for line in lines:
            QTest.keyClicks(self.focus(), line)
            if sign:
                QTest.keyClick(self.focus(), Qt.Key.Key_Return)
        self.settle()

    def type(self, text: str) -> None:
        """What is told by the person: data, which are not counted."""
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
        self.settle()

    def press(self, *keys: str) -> None:
        """Keys that are no data: counted."""
        for key in keys:
            pressed = QKeySequence(key)[0]  # type: ignore[index]
            QTest.keyClick(self.focus(), pressed.key(), pressed.keyboardModifiers())
            self.pressed += 1
            self.settle()

    def settle(self) -> None:
        """Until the store answered all, what is asked after a pause among it, and told the book."""
        calm = 0
        for _ in range(4000):
            QApplication.processEvents()
            busy = not self.work.idle or self.view.candidates.pending
            calm = 0 if busy else calm + 1
            if calm >= 3 and self._is_told():
                return
            if busy or calm >= 3:
                QTest.qWait(1)
        raise TimeoutError("the desk did not come to rest")

    def _is_told(self) -> bool:
        """Whether the book holds what the cache does; asked only after something was saved."""
        pending = len(self.cache.pending())
        if pending == self._saved:
            return True
        told = all(
            self.hall.book.get(kind, record.id) == record
            for kind in ("person", "personneed", "travelgroup", "manifestline", "member")
            for record in self.cache.all(kind, stream=STREAM)
        ) and all(
            self.cache.get("personneed", need.id) == need
            for person in self.hall.book.persons()
            for need in self.hall.book.needs(person.id)
        )
        if told:
            self._saved = pending
        return told

    def elsewhere(self, record: Person, **fields: Any) -> None:
        """What another desk did comes in: written past the outbox of this one's officer."""
        self.cache.edit(type_name(record), record.id, fields)

    def register_elsewhere(self, **fields: Any) -> str:
        """Somebody who was registered at another desk."""
        made = self.cache.new_id()
        told = {"outcome": "registered", "desk": "7", "arrival": ARRIVAL, "registered_at": NOW}
        change = making("person", made, {**told, **fields})
        self.cache.save(STREAM, [Change("person", made, How.NEW, change.fields)])
        self.settle()
        return made

    def close(self) -> None:
        self.settle()
        self.work.close()
        self.changes.close()
        self.view.close()
        self.view.deleteLater()
        self.feed.deleteLater()
        QApplication.processEvents()
        self.cache.close()
        assert not self.failures


@contextmanager
def desk_in(folder: Path, bsn_ground: str = "") -> Iterator[RegistrarsDesk]:
    """A desk whose cache lies in `folder`; entered again it is as after a restart."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with_theme(app)
    deaf, ScanLine.DEAF_MS = ScanLine.DEAF_MS, 0
    desk = RegistrarsDesk(folder, bsn_ground)
    try:
        yield desk
    finally:
        desk.close()
        ScanLine.DEAF_MS = deaf
