"""The report form with its own keys: typing, taking, judging, times."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt

from kcr2desk.desk import shortcuts, theme
from kcr2desk.desk.kit.chips import CHIP_HEIGHT
from kcr2desk.desk.parts import moments
from kcr2desk.desk.parts.form_parts import ChipStrip
from tests.desk.form_room import CONTROL, NOTE

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- typing and taking ---------------------------------------------------------------------------


def test_a_note_is_typed_taken_by_tab_and_saved_by_one_key(enter) -> None:
    room = enter()
    room.type(NOTE)
    for _ in range(7):
        room.key(Key.Key_Tab)
    assert room.value("text") == NOTE  # taking never changes the text
    room.key(Key.Key_Return, CONTROL)
    (report,) = room.saved
    values = room.cache.records[report]
    assert values["title"] == NOTE
    assert (values["region"], values["municipality"], values["place"]) == (
        "VR06", "GM0200", "Hoog Buurlo",
    )  # fmt: skip
    assert (values["caller"], values["callback"]) == ("Jansen", "06 12345678")
    assert values["quantities"] == ["2 platoon"]
    assert values["discipline"] == "fire"
    assert values["channel"] == "phone"
    assert values["received_at"] == round(room.now.timestamp() * 1000)


@pytest.mark.parametrize(("high", "lines"), [(560, 2), (690, 3), (900, 3)])
def test_more_chips_are_in_sight_where_there_is_room(enter, high: int, lines: int) -> None:
    room = enter()
    room.window.resize(580, high)
    room.type(f"{NOTE}. Vuur sinds 13:50, GRIP 2.")
    (strip,) = room.form.findChildren(ChipStrip)
    assert strip.height() == lines * (CHIP_HEIGHT + theme.XS) - theme.XS
    assert strip.verticalScrollBar().maximum() == 0 or lines == 2


def test_nothing_is_taken_silently(enter) -> None:
    room = enter()
    room.type(NOTE)
    room.key(Key.Key_Return, CONTROL)
    values = room.cache.records[room.saved[0]]
    assert (values["region"], values["caller"], values["quantities"]) == ("", "", [])


def test_backspace_gives_back_until_something_is_typed(enter) -> None:
    room = enter()
    room.type("VNOG Jansen 06-12345678")
    room.key(Key.Key_Tab)
    room.key(Key.Key_Tab)
    assert (room.value("region"), room.value("caller")) == ("VR06", "Jansen")
    room.key(Key.Key_Backspace)
    assert (room.value("region"), room.value("caller")) == ("VR06", "")
    room.key(Key.Key_Backspace)
    assert room.value("region") == ""
    room.key(Key.Key_Backspace)
    assert room.value("text") == "VNOG Jansen 06-1234567"
    room.key(Key.Key_Tab)
    room.type("8")
    room.key(Key.Key_Backspace)
    assert (room.value("region"), room.value("text")) == ("VR06", "VNOG Jansen 06-1234567")


def test_shift_tab_steps_over_and_a_click_still_takes(enter) -> None:
    room = enter()
    room.type("VNOG Jansen 06-12345678")
    room.key(Key.Key_Backtab)
    room.key(Key.Key_Tab)
    assert (room.value("region"), room.value("caller")) == ("", "Jansen")
    room.form.ui.offers.clicked.emit("region VR06")
    assert room.value("region") == "VR06"
    room.form.ui.offers.clicked.emit("region VR06")
    assert room.value("region") == ""


def test_without_an_offer_tab_goes_on_and_ctrl_tab_always_does(enter) -> None:
    room = enter()
    room.type("geen plaats")
    room.key(Key.Key_Tab)
    assert room.window.focusWidget() is not room.form.ui.text
    room.form.focus_first()
    room.type(" VNOG")
    room.key(Key.Key_Tab, CONTROL)
    assert room.window.focusWidget() is room.form.ui.title
    assert room.value("region") == ""


def test_the_title_follows_the_first_words_until_it_is_written(enter) -> None:
    room = enter()
    room.type("Brand heide. Rook over de weg")
    assert room.form.ui.title.text() == "Brand heide"
    room.form.ui.title.setFocus()
    room.form.ui.title.selectAll()
    room.type("Heidebrand N344")
    room.form.focus_first()
    room.type(" en de A1")
    assert room.form.ui.title.text() == "Heidebrand N344"
    room.form.ui.title.setFocus()
    room.form.ui.title.selectAll()
    room.key(Key.Key_Delete)
    room.form.focus_first()
    room.type("!")
    assert room.form.ui.title.text() == "Brand heide"


def test_emoji_hard_spaces_and_right_to_left_stay_as_typed(enter) -> None:
    text = "🔥🔥 brand in Apeldoorn, مرحبا met harde spatie"
    room = enter()
    room.form.ui.text.set_note(text, len(text))
    room.settle()
    room.key(Key.Key_Tab)
    room.key(Key.Key_Tab)
    assert room.value("municipality") == "GM0200"
    assert room.value("text") == text
    assert room.form.typed().cursor == len(text)
    marked = [s.cursor.selectedText() for s in room.form.ui.text.extraSelections()]
    assert marked[:2] == ["brand", "Apeldoorn"]


def test_one_key_judges_while_typing_and_the_same_again_takes_it_back(enter) -> None:
    room = enter()
    room.type("Rook")
    for key, digit in ((Key.Key_F2, "1"), (Key.Key_F4, "5"), (Key.Key_F3, "6")):
        room.key(key)
        assert room.value("credibility") == digit
    assert room.form.ui.judged.value() == "unconfirmed"
    room.key(Key.Key_F3)
    assert (room.value("credibility"), room.form.ui.judged.value()) == ("6", "")
    assert room.value("text") == "Rook"


def test_methane_is_one_key_and_ctrl_z_takes_it_out(enter) -> None:
    room = enter()
    room.type("Meldkamer")
    room.key(Key.Key_F8)
    room.type("nee")
    room.key(Key.Key_F8)
    room.type("N344")
    text = room.value("text")
    assert text.startswith("Meldkamer\n\n")
    assert text.splitlines()[2].endswith(": nee")
    assert text.splitlines()[3].endswith(": N344")
    for _ in range(3):
        room.form.ui.text.undo()
    assert room.form.ui.text.note() == "Meldkamer"


def test_letters_typed_in_the_form_do_not_reach_the_panel_below(enter) -> None:
    room = enter()
    reached: list[str] = []
    for key in ("N", "S", "Ctrl+Return", "Esc"):
        shortcuts.command(room.window, key, partial(reached.append, key))
    room.type("Rook")
    room.form.ui.urgent.setFocus()
    room.key(Key.Key_N)
    room.key(Key.Key_S)
    room.key(Key.Key_Return, CONTROL)
    room.key(Key.Key_Escape)
    assert reached == []
    assert len(room.saved) == 1
    assert room.closed == 1


# --- times ---------------------------------------------------------------------------------------


def test_times_are_typed_as_they_are_said(enter) -> None:
    room = enter()
    room.type("Rook")
    room.form.fold.open("times")
    room.form.ui.occurred_at.setFocus()
    room.type("-10")
    room.form.ui.observed_at.setFocus()
    room.type("gisteren 23:10")
    occurred = moments.read_moment("-10", room.now)
    assert occurred is not None
    assert room.value("occurred_at") == round(occurred.timestamp() * 1000)
    assert room.form.ui.occurred_at.field.text() == "13:55"  # in an hour -10 means something else
    room.key(Key.Key_Return, CONTROL)
    assert room.cache.records[room.saved[0]]["observed_at"] is not None


def test_a_time_that_cannot_be_read_hinders_saving_and_says_where(enter) -> None:
    room = enter()
    room.type("Rook")
    room.form.fold.open("times")
    room.form.ui.observed_at.setFocus()
    room.type("half twee")
    room.form.fold.open("")
    room.key(Key.Key_Return, CONTROL)
    assert room.saved == []
    assert room.form.fold.page() == "times"
    assert "half twee" in room.form.ui.message.text()
    assert room.window.focusWidget() is room.form.ui.observed_at.field


def test_only_a_title_is_required(enter) -> None:
    room = enter()
    room.key(Key.Key_Return, CONTROL)
    assert room.saved == []
    assert room.form.ui.message.text()
    room.type("x")
    room.key(Key.Key_Return, CONTROL)
    assert len(room.saved) == 1
