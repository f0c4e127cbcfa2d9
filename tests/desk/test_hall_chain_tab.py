"""Tab goes through the registration form in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.desk.passports import FAMILY
from tests.desk.registration_room import RegistrarsDesk, desk_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RegistrarsDesk]:
    with desk_in(tmp_path / "cache") as opened:
        yield opened


def test_tab_leads_from_the_chips_to_what_is_noted_of_a_need_and_on(desk: RegistrarsDesk) -> None:
    desk.press("F8")
    desk.type("Amira")
    desk.press("Alt+2", "7", "8")
    needs = desk.view.form.needs
    first, second = needs.note("psychosocial"), needs.note("interpreter")
    assert first is not None
    assert second is not None
    for _ in range(30):
        if desk.focus() is first.line:
            break
        desk.press("Tab")
    assert desk.focus() is first.line
    desk.press("Tab")
    assert desk.focus() is second.line
    desk.press("Tab")
    onward = desk.view.form.sections["onward"]
    assert onward.isAncestorOf(desk.focus())


@pytest.mark.parametrize("papers", [True, False])
def test_tab_goes_through_the_fields_as_they_stand(desk: RegistrarsDesk, papers: bool) -> None:
    if papers:
        desk.scan(FAMILY[0])
    else:
        desk.press("F8")
        desk.type("Amira")
    desk.press("Alt+0", "Tab")
    places: list[int] = []
    seen = []
    while desk.view.form.isAncestorOf(here := desk.focus()):
        assert here not in seen
        seen.append(here)
        places.append(here.mapTo(desk.view.form, QPoint(0, here.height() // 2)).y() // 12)
        desk.press("Tab")
    assert places == sorted(places)
    assert any(desk.view.form.fields.all["sex"].isAncestorOf(each) for each in seen)
    assert len(seen) >= 14
