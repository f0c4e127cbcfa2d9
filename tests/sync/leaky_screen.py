"""A registrar at a screen, as a process of its own: a passport is scanned, somebody is found by
name, a list is taken out and bands are made, and something in the program fails meanwhile.

python -m tests.sync.leaky_screen FOLDER OUT
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from kcr2desk.core.failures import keep_texts_out
from kcr2desk.desk import troubles
from kcr2desk.desk.repatriation.export_card import FORMATS, ExportCard
from kcr2desk.desk.settings_file import NAME as SETTINGS
from kcr2desk.desk.settings_file import FileSettings, config_folder
from tests.desk.hand_over_room import open_hall
from tests.desk.passports import passport
from tests.desk.registration_room import desk_in
from tests.sync.fence import BSN, FAMILY, NAME, PASSPORT, PHONE


def register(app: QApplication, folder: Path) -> None:
    with desk_in(folder, bsn_ground="Wabb") as desk:
        desk.scan(passport(PASSPORT, FAMILY.upper(), NAME.upper(), "790412", "F"))
        for name, value in (("phone", PHONE), ("bsn", BSN)):
            desk.view.desk.say(name, value)
        desk.settle()
        QTimer.singleShot(0, lambda: _fails(desk.value("document_number")))
        QApplication.processEvents()
        desk.press("Ctrl+Return")
        desk.scan(passport(PASSPORT, FAMILY.upper(), NAME.upper(), "790412", "F"))
        desk.type(NAME[:5])
        desk.scan(("P<NLDX" + PASSPORT + "<<BROKEN", PASSPORT))
        app.clipboard().setText(PASSPORT)


def take_out(app: QApplication, folder: Path, out: Path) -> None:
    with open_hall(folder, app) as room:
        room.hall.settings.set("repatriation/people/order", "name")
        person = room.person(
            spoken_name=NAME, family_name=FAMILY, document_number=PASSPORT, phone=PHONE,
        )  # fmt: skip
        card = room.show(ExportCard(room.hall, [person]))
        card.receiver.set_choice("municipality")
        card.receiver.chosen.emit("municipality")
        card.reason.setText("inzet")
        for name in FORMATS:
            file = out / f"lijst.{name}"
            QFileDialog.getSaveFileName = staticmethod(lambda *_, f=file: (str(f), ""))  # type: ignore[method-assign]
            card.format.set_value(name)
            room.press(card, "Ctrl+Return")
            room.settle()
        troubles.sentence(ValueError(f"{NAME} {PASSPORT}"))


def _fails(number: object) -> None:
    raise ValueError(f"{number} {NAME} {FAMILY} {PHONE} {BSN}")


if __name__ == "__main__":
    keep_texts_out()
    logging.basicConfig(level=logging.DEBUG)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("KCR2 Desk")
    place, out = Path(sys.argv[1]), Path(sys.argv[2])
    settings = FileSettings(config_folder() / SETTINGS)
    settings.set("window/panel", "repatriation")
    register(app, place / "one")
    take_out(app, place / "two", out)
    settings.save()
    print("done")  # noqa: T201
