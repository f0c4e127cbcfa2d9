"""Scenes of handing over, of wristbands, and of lists on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.desk.parts.paper_view import PagesView
from kcr2desk.desk.repatriation.band_card import BandCard
from kcr2desk.desk.repatriation.export_card import ExportCard
from kcr2desk.desk.repatriation.hand_over_card import HandOverCard
from tests.desk.hand_over_room import HallRoom
from tests.scenes import Stage, scene


def hall(role: str = "lead") -> HallRoom:
    """A hall with a family, a minor alone and a few others who came off one aircraft."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return HallRoom(Path(tempfile.mkdtemp()), app, role)


def people(room: HallRoom) -> dict[str, str]:
    """Ids by a word for each of them."""
    home = {"street": "Breestraat 12", "postcode": "2311 CS", "city": "Leiden", "country": "NLD"}
    dutch = frozenset({"NLD"})
    head, partner, child = room.family(
        {"spoken_name": "Willeke de Bruijn", "family_name": "Bruijn", "prefix": "de",
         "given_names": "Willeke Liselotte", "birth_date": "1965-03-10", "sex": "F",
         "nationalities": dutch, "phone": "+31 6 12345678", "relation": "head", **home},
        {"spoken_name": "Karim Haddad", "birth_date": "1963", "nationalities": frozenset({"LBN"}),
         "ground": "partner", "relation": "partner", "sex": "M"},
        {"spoken_name": "Noor Haddad", "birth_date": "2014-09-01", "nationalities": dutch,
         "relation": "child", "sex": "F"},
        title="De Bruijn",
    )  # fmt: skip
    alone = room.person(
        spoken_name="Sami Khalil", birth_date="2011-02", minor_alone=True, sex="M",
        nationalities=frozenset({"SYR"}), guardian_name="tante Rima, Bergen op Zoom",
    )  # fmt: skip
    belgian = room.person(
        spoken_name="Lotte Peeters", nationalities=frozenset({"BEL"}), ground="eu", country="BEL"
    )
    bergen = room.person(spoken_name="Jan Smit", nationalities=dutch, city="Bergen", country="NLD")
    room.add("personneed", "", about=child, need="dietary", note="noten")
    room.add("personneed", "", about=partner, need="medication", medical_note="insuline")
    room.settle()
    return {"head": head, "partner": partner, "child": child, "alone": alone, "belgian": belgian,
            "bergen": bergen}  # fmt: skip


def over(make: Callable[[HallRoom, dict[str, str]], QWidget], **more: Any) -> QWidget:
    """A card as it lies over the panel."""
    room = hall(**more)
    card = make(room, people(room))
    card.room = room  # type: ignore[attr-defined]
    return card


@scene("repatriation-bands")
def bands(stage: Stage) -> QWidget:
    def make(room: HallRoom, who: dict[str, str]) -> QWidget:
        card = BandCard(room.hall, [who["head"], who["partner"], who["child"]])
        stage.later(lambda: card.show_printers(["Zebra HC100", "Brother QL-820"]))
        return card

    return over(make)


@scene("repatriation-bands-a4")
def bands_on_paper(stage: Stage) -> QWidget:
    def make(room: HallRoom, who: dict[str, str]) -> QWidget:
        card = BandCard(room.hall, [who["head"]])
        card.whom.set_value("arrival")
        card.kind.set_value("sheet")
        card.names.setChecked(True)
        return card

    return over(make)


def handing(who: str, *, then: str = "") -> Callable[[Stage], QWidget]:
    """A scene of the card for one of `people`; `then` is a key that is pressed."""

    def made(stage: Stage) -> QWidget:
        def make(room: HallRoom, ids: dict[str, str]) -> QWidget:
            card = HandOverCard(room.hall, [ids[who]])
            stage.later(card.focus_first)
            if then:
                card.taker.setText("B. de Wit")
                stage.later(lambda: room.press(card, then))
            return card

        return over(make)

    return made


scene("repatriation-hand-over")(handing("head"))
scene("repatriation-hand-over-alone")(handing("alone"))
scene("repatriation-hand-over-embassy")(handing("belgian"))
scene("repatriation-hand-over-ambiguous")(handing("bergen"))
scene("repatriation-hand-over-done")(handing("head", then="Ctrl+Return"))


@scene("repatriation-export")
def export(stage: Stage) -> QWidget:
    def make(room: HallRoom, ids: dict[str, str]) -> QWidget:
        card = ExportCard(room.hall, list(ids.values()))
        card.receiver.set_choice("municipality")
        card.reason.setText("Overdracht aan de gemeenten")
        card.refresh()
        stage.later(card.focus_first)
        return card

    return over(make)


@scene("repatriation-export-need")
def export_need(stage: Stage) -> QWidget:
    def make(room: HallRoom, ids: dict[str, str]) -> QWidget:
        card = ExportCard(room.hall)
        card.receiver.set_choice("municipality")
        card.focus_first()
        stage.later(lambda: room.press(card, "n"))
        return card

    return over(make)


@scene("repatriation-receipt")
def receipt_on_paper(stage: Stage) -> QWidget:
    def make(room: HallRoom, ids: dict[str, str]) -> QWidget:
        card = HandOverCard(room.hall, [ids["head"], ids["partner"], ids["child"]])
        card.taker.setText("B. de Wit, gemeente Leiden")
        view = PagesView()

        def press() -> None:
            card.hand_over()
            room.settle()
            view.show_pages(card.paper(), 800)

        stage.later(press)
        view.card = card  # type: ignore[attr-defined]
        return view

    return over(make)
