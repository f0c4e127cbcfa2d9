"""From a report to the return of the last platoon, by the keys, with a real hub in between."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import psycopg
import pytest
import requests
from openpyxl import load_workbook
from psycopg import sql
from psycopg.conninfo import make_conninfo
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from kcr2desk.__main__ import main
from kcr2desk.core.account import accounts
from kcr2desk.desk import vault
from kcr2desk.desk.app import utc_now
from kcr2desk.desk.bijstand.account_page import AccountPage
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.ask import AskCard
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.follow import FollowCard
from kcr2desk.desk.bijstand.import_card import ImportCard
from kcr2desk.desk.bijstand.inventory import InventoryCard
from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.bijstand.state_body import state_sheet
from kcr2desk.desk.bijstand.state_page import StatePage
from kcr2desk.desk.kit import ElidedLabel
from kcr2desk.desk.over import AttentionCard
from kcr2desk.hub.running import RunningHub
from tests.desk.bijstand_room import BijstandRoom, Officer, cut, open_hub, whole


@pytest.fixture(scope="module")
def running(
    tmp_path_factory: pytest.TempPathFactory, postgres_server: str, template: str
) -> Iterator[RunningHub]:
    """One hub for all of these: each test asks for something else, of others."""
    folder = tmp_path_factory.mktemp("chain")
    name = f"chain_{folder.name}_{template}"
    quoted = sql.Identifier(name)
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                quoted, sql.Identifier(template)
            )
        )
    with open_hub(folder, make_conninfo(postgres_server, dbname=name)) as made:
        yield made
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(quoted))


@pytest.fixture
def room(running: RunningHub, tmp_path: Path, qapp: QApplication) -> Iterator[BijstandRoom]:
    made = BijstandRoom(tmp_path, running, qapp)
    yield made
    made.end()


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen screen raises no window; the lists of choices ask for it."""

ANSWER = 4
"""The column of the card of answers that says what was answered."""


def at_row(officer: Officer, owner: str) -> AnswersCard:
    """Go to an owner's row on the card of answers, by the arrows; answers may come in meanwhile,
    and then the rows are put in another order."""
    card = officer.card(AnswersCard)
    officer.tab_to(card.table)
    for _ in range(3):
        officer.press("Ctrl+Home")
        for _row in card.model.rows:
            if card.row is not None and card.row.inquiry.owner == owner:
                return card
            officer.press("Down")
    raise AssertionError(f"{owner} is not reached")


def cells(card: AnswersCard) -> str:
    """All that the table of answers says."""
    model = card.model
    return "\n".join(
        " | ".join(model.cell(row, column).text for column in range(len(model.columns)))
        for row in range(model.rowCount())
    )


def make_request(officer: Officer, note: str, title: str) -> str:
    """N, the quick note, a title, Ctrl+Enter, Esc; returns the request."""
    officer.press("N")
    form = officer.card(RequestForm)
    officer.type(note)
    officer.press("Return")
    officer.tab_to(form.ui.title)
    officer.press("Ctrl+A")
    officer.type(title)
    saved: list[str] = []
    form.saved.connect(saved.append)
    officer.press("Ctrl+Return")
    officer.until(lambda: saved or form.ui.message.text())
    assert saved, form.ui.message.text()
    officer.press("Esc")
    return saved[0]


def words_of(widget: QWidget) -> str:
    """What stands in the labels of a part of the screen."""
    labels: list[QLabel | ElidedLabel] = [
        *widget.findChildren(QLabel),
        *widget.findChildren(ElidedLabel),
    ]
    return "\n".join(x.text() for x in labels if x.isVisibleTo(widget))


def fill_sheet(file: Path, **values: str | int) -> None:
    """Fill in the answer sheet as a region does, and save it."""
    book = load_workbook(file)
    for place, value in values.items():
        book["KCR2"][place] = value
    book.save(file)


def drop(widget: QWidget, file: Path) -> None:
    """Drag a file over a part of the screen and let it go, as the window system tells it."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    window = widget.window().windowHandle()
    at = widget.mapTo(widget.window(), QPoint(widget.width() // 2, widget.height() // 4))
    how = Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(at, *how))
    QApplication.sendEvent(window, QDropEvent(QPointF(at), *how))


def test_from_a_report_to_the_return_of_what_was_lent(
    room: BijstandRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for region in ("VR04", "VR05", "VR07"):
        room.stock(region, "fire_platoon", 1)
    others = room.others
    fields = {"owner": "VR04", "source": "VR04", "resource": "handcrew", "name": "Handcrew Zwolle",
              "call_sign": "HC-1", "people": 20, "state": "ready"}  # fmt: skip
    unit = others.save("unit", **fields)
    report = others.save(
        "report", title="Natuurbrand Hoog Buurlo breidt uit", text="Heide, veel wind",
        region="VR06", source="VR06",
    )  # fmt: skip
    room.sent()
    jansen = room.desk("jansen")
    # a report becomes a request
    jansen.press("Ctrl+1")
    jansen.until(lambda: any(line.id == report for line in jansen.reports.list.model.lines))
    for _ in range(20):
        if jansen.reports.list.read is not None and jansen.reports.list.read.id == report:
            break
        jansen.press("J")
    jansen.press("R")
    form = jansen.card(RequestForm)
    assert form.typed().values["report"] == report
    jansen.type("3 pel bb 1 handcrew tot 22:00 Hoog Buurlo, Bos 06-12345678")
    jansen.press("Return")
    wanted = [(x.values["resource"], x.values["quantity"]) for x in form.ui.lines.lines()]
    assert wanted == [("fire_platoon", 3), ("handcrew", 1)]
    jansen.press("Ctrl+Return")
    jansen.until(lambda: jansen.book.all("assistancerequest"))
    jansen.press("Esc")
    assert jansen.panel.cards.open() is None
    (request,) = (r.id for r in jansen.book.requests if r.report == report)
    jansen.confirmed()
    jansen.to_request(request)
    asked = jansen.asked(request)
    assert (asked.report, asked.region, asked.number[:2]) == (report, "VR06", "B-")
    assert asked.callback == "+31612345678"
    _platoons, handcrew = jansen.book.lines(request)
    verdicts = [view for view in jansen.panel.column.view.gate.views if view.isVisible()]
    assert verdicts
    assert "art. 51" in words_of(jansen.panel.column.view.gate)
    # three regions are asked for platoons
    jansen.press("U")
    ask = jansen.card(AskCard)
    for owner in ("VR04", "VR05", "VR07"):
        assert owner in ask.chosen
    jansen.press("Ctrl+Return")
    card = jansen.card(AnswersCard)
    jansen.until(lambda: len(jansen.book.inquiries(request=request)) == 3)
    jansen.confirmed()
    # one answers through the link
    at_row(jansen, "VR04")
    jansen.press("Alt+K")
    jansen.until(lambda: "http" in QApplication.clipboard().text())
    url = QApplication.clipboard().text().split()[-1]
    row = card.row
    assert row is not None
    fields = {"do": "send", "name": "K. de Boer", "role": "OvD"}
    for line in jansen.book.answers(row.inquiry.id):
        fields |= {f"{line.id}.answer": "yes" if line.resource == "fire_platoon" else "no",
                   f"{line.id}.reason": "zelf nodig"}  # fmt: skip
    assert "ontvangen" in requests.post(url, data=fields).text
    jansen.until_it_is("inquiry", row.inquiry.id, "answered")
    # one by phone
    at_row(jansen, "VR05")
    jansen.press("Y")
    jansen.type("P. Smit")
    jansen.press("Return")
    # one by spreadsheet
    card = at_row(jansen, "VR07")
    file = tmp_path / "antwoord.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    jansen.press("Alt+S")
    jansen.until(file.exists)
    fill_sheet(file, C9="Deel / Part", D9=1, F9="meer kan niet", B11="T. Kok", B12="Actiecentrum")
    drop(card, file)
    jansen.until(lambda: card.preview.isVisible() and card.told.buttons()[0].hasFocus())
    jansen.press("Space")
    jansen.until(lambda: jansen.book.inquiries(request=request, owner="VR07")[0].answered_by)
    jansen.settle()
    said = {o: at_row(jansen, o).model.cell(card.table.currentIndex().row(), ANSWER)
            for o in ("VR04", "VR05", "VR07")}  # fmt: skip
    assert [(c.text, [s for s, _ in c.signs]) for c in said.values()] == [
        ("yes", ["link"]), ("yes", []), ("part 1", ["file"]),
    ]  # fmt: skip
    assert "P. Smit" in said["VR05"].tip
    # two are taken over
    for owner in ("VR04", "VR05"):
        at_row(jansen, owner)
        jansen.press("Alt+T")
        jansen.until(partial(jansen.book.commitments, request=request, owner=owner))
    jansen.confirmed()
    assert not jansen.session.cache.attention().refusals
    first, second = jansen.given(request)
    assert {first.word, second.word} == {"owner"}
    assert first.number
    jansen.press("Esc")
    # one unit by name
    jansen.to_request(request)
    jansen.press("T")
    commit = jansen.card(CommitCard)
    jansen.pick(commit.owner, "IJsselland")
    jansen.pick(commit.unit, "Zwolle")
    assert commit.quantity.value() == 1
    jansen.press("Ctrl+Return")
    jansen.until(lambda: len(jansen.given(request)) == 3)
    follow = jansen.card(FollowCard)
    jansen.confirmed()
    third = follow.commitment
    assert third is not None
    assert (third.unit, third.line) == (unit, handcrew.id)
    assert jansen.book.fill(handcrew.id).missing == 0
    # followed by one key each
    for key, status in (("1", "en_route"), ("2", "on_site")):
        jansen.press(key)
        jansen.until_it_is("commitment", third.id, status)
    jansen.press("R")
    relief = jansen.card(CommitCard)
    jansen.pick(relief.owner, "Twente")
    jansen.tab_to(relief.word)
    jansen.press("R")
    jansen.tab_to(relief.authority)
    jansen.type("M. Bos")
    jansen.pick(relief.how, "Phone")
    jansen.press("Ctrl+Return")
    jansen.until(lambda: len(jansen.given(request)) == 4)
    jansen.until(lambda: follow.inner is None)
    (fourth,) = jansen.book.commitments(request=request, resource="handcrew", owner="VR05")
    assert fourth.relieves == third.id
    for key, status in (("3", "relieved"), ("4", "released"), ("5", "returned")):
        jansen.press(key)
        jansen.until_it_is("commitment", third.id, status)
    jansen.confirmed()
    jansen.press("Esc")
    # timeline, board, request, state of bijstand and account go with it
    rows = jansen.panel.timeline._model.rows
    for number in (first.number, second.number, third.number):
        assert any(number in str(row) for row in rows), number
    cell = jansen.cell("VR04", "fire_platoon")
    assert (cell.available, cell.promised_now, cell.free) == (3, 3, 0)
    assert jansen.book.stage(request)
    state = state_sheet(jansen.book, utc_now(), made_by="jansen")
    assert "Hoog Buurlo" in state.body
    assert "VRIJ" in state.body
    account = accounts(jansen.book, utc_now() - timedelta(days=1), utc_now() + timedelta(days=1))
    assert account["VR04"].types["handcrew"].given == 1
    assert account["VR06"].types["handcrew"].wanted == 1
    jansen.press("Ctrl+P")
    jansen.card(StatePage)
    jansen.press("Esc", "Ctrl+Shift+U")
    jansen.card(AccountPage)
    jansen.press("Esc")


# -- two desks without a line


def promise(officer: Officer, line: str, owner: str, unit: str = "") -> None:
    """T on the line that is chosen, who gives it, and save."""
    officer.panel.column.show_line(line)
    officer.press("Ctrl+R", "T")
    card = officer.card(CommitCard)
    officer.pick(card.owner, owner)
    if unit:
        officer.pick(card.unit, unit)
    officer.press("Ctrl+Return")
    officer.card(FollowCard)
    officer.press("Esc")


def test_who_comes_back_second_is_told_who_was_first_and_takes_another(room: BijstandRoom) -> None:
    others = room.others
    unit = {"owner": "VR20", "source": "VR20", "resource": "usar", "state": "ready"}
    first = others.save("unit", **unit, name="USAR Breda", call_sign="U-20")
    others.save("unit", **unit, name="USAR Roosendaal", call_sign="U-21")
    asked = others.save(
        "assistancerequest", source="KCR2", audience={"VR21"}, title="Instorting parkeergarage",
        region="VR21", status="submitted",
    )  # fmt: skip
    about = {"about": asked, "about_type": "assistancerequest"}
    lines = [
        others.save("requestline", **about, resource="usar", quantity=1, order=0),
        others.save("requestline", **about, resource="care_team", quantity=1, order=1),
    ]
    room.sent()
    room.stock("VR20", "care_team", 1)
    room.stock("VR19", "care_team", 2)
    room.sent()
    wires = [room.line(), room.line()]
    officers = [room.desk(n, url=w.url) for n, w in zip(("jansen", "devries"), wires, strict=True)]
    for officer, wire in zip(officers, wires, strict=True):
        officer.until(partial(officer.book.line, lines[1]))
        officer.until(partial(officer.book.capacity, "VR19", "care_team"))
        wire.fault = cut
    for officer in officers:
        officer.sit_down()
        promise(officer, lines[0], "Midden- en West-Brabant", "Breda")
        promise(officer, lines[1], "Midden- en West-Brabant")
    quick, late = officers
    for officer, wire in zip(officers, wires, strict=True):
        wire.fault = whole
        officer.sit_down()
        officer.confirmed()
    assert not quick.session.cache.attention().refusals
    assert len(late.session.cache.attention().refusals) == 2
    late.press("Ctrl+Shift+A")
    card = late.desk.window.findChild(AttentionCard)
    assert card is not None
    refused = card.view.refused
    late.until(refused.lost.isVisible)
    told = words_of(refused)
    for said in ("1 × Urban search and rescue", "Instorting parkeergarage", "USAR Breda has",
                 "Free then at the same owner: USAR Roosendaal"):  # fmt: skip
        assert said in told, told
    late.press("Down")
    late.until(lambda: "Care team" in words_of(refused))
    told = words_of(refused)
    for said in ("Midden- en West-Brabant has 1; others hold 1 then, 1 wanted.",
                 "Ask instead: Zeeland (2 free"):  # fmt: skip
        assert said in told, told
    assert "not here" not in told
    # the one is given up, and Zeeland gives the other
    for left in (1, 0):
        while len(card.view.items()) > left + 1:
            QTest.qWait(5)
        late.press("Delete")
        late.type("VR20 heeft het niet meer")
        late.press("Return")
        late.until_refused(left)
    late.press("Esc")
    promise(late, lines[1], "Zeeland")
    late.confirmed()
    assert not late.session.cache.attention().refusals
    held = sorted((c.owner, c.resource, c.unit) for c in late.given(asked))
    assert [c[:2] for c in held] == [("VR19", "care_team"), ("VR20", "care_team"), ("VR20", "usar")]
    assert held[-1][2] == first


# -- a region at its own desk


def test_a_region_works_on_what_is_its_own_and_raises_its_number_by_its_word(
    room: BijstandRoom,
) -> None:
    room.stock("VR06", "ggb_vehicle", 1)
    room.stock("VR08", "ggb_vehicle", 1)
    others = room.others
    asked = others.save(
        "assistancerequest", source="KCR2", audience={"VR13"}, title="Kettingbotsing A2",
        region="VR13", status="submitted",
    )  # fmt: skip
    line = others.save("requestline", about=asked, about_type="assistancerequest",
                       resource="ggb_vehicle", quantity=3)  # fmt: skip
    question = others.save(
        "inquiry", owner="VR06", source="VR06", kind="request", request=asked, title="Twee GGB?",
        status="asked", deadline=utc_now() + timedelta(minutes=9), asked_at=utc_now(),
    )  # fmt: skip
    others.save("inquiryline", about=question, line=line, resource="ggb_vehicle", quantity=3)
    room.sent()
    vnog = room.desk("vnog")
    vnog.until(lambda: vnog.book.get("inquiry", question) is not None)
    # the board: the own row can be typed in, another is locked
    board = vnog.panel.board
    vnog.press("Ctrl+B")
    board.choose("VR06", "ggb_vehicle")
    vnog.press("2")
    assert board.edit.isVisible()
    vnog.type("/2")
    vnog.press("Return")
    vnog.until(lambda: vnog.available("VR06", "ggb_vehicle") == 2)
    board.choose("VR08", "ggb_vehicle")
    vnog.press("5")
    assert not board.edit.isVisible()
    assert "Only" in words_of(board.foot)
    # the inquiry is answered on the own desk
    vnog.press("F4")
    card = at_row(vnog, "VR06")
    vnog.press("P")
    vnog.type("2")
    vnog.tab_to(card.editor.by)
    vnog.type("K. de Vries")
    vnog.press("Return")
    vnog.until_it_is("inquiry", question, "answered")
    assert not card.remind_action.isEnabled()
    vnog.press("Esc")
    # a request of the own region, which it does not judge
    request = make_request(vnog, "2 aid bus tot 22:00, Bos 06-12345678", "Storm in Zutphen")
    made = vnog.asked(request)
    assert (made.source, made.region) == ("VR06", "VR06")
    vnog.to_request(request)
    keys = vnog.panel.column.keys
    assert not keys.named("judge").isEnabled()
    assert "duty officer" in keys.named("judge").toolTip()
    assert not keys.named("ask").isEnabled()
    vnog.press("Ctrl+R", "O")
    assert vnog.panel.cards.open() is None
    # promised above the number by the own word: the number rises
    others.edit("assistancerequest", asked, audience={"VR13", "VR06"})
    others.sync(timeout=20)
    vnog.until(lambda: vnog.book.line(line) is not None)
    vnog.panel.column.show_line(line)
    vnog.press("Ctrl+R", "T")
    commit = vnog.card(CommitCard)
    assert (commit.owner.choice(), commit.word.value()) == ("VR06", "owner")
    assert commit.quantity.value() == 3
    vnog.press("Ctrl+Return")
    vnog.until(lambda: vnog.book.commitments(line=line))
    vnog.confirmed()
    assert not vnog.session.cache.attention().refusals
    others.sync(timeout=20)
    (number,) = others.cache.all("capacity", owner="VR06", resource="ggb_vehicle")
    assert getattr(number, "available", None) == 3


def test_the_government_reads_and_may_ask_but_no_more(room: BijstandRoom) -> None:
    bakker = room.desk("bakker")
    request = make_request(bakker, "2 pel bb Zutphen, Bos 06-12345678", "Hulp via het rijk")
    assert bakker.asked(request).source == "government"
    bakker.to_request(request)
    keys = bakker.panel.column.keys
    for name in ("ask", "commit", "judge", "propose", "neighbour"):
        assert not keys.named(name).isEnabled(), name
        assert keys.named(name).toolTip()
    board = bakker.panel.board
    bakker.press("Ctrl+B")
    bakker.press("3")
    assert not board.edit.isVisible()
    bakker.confirmed()
    assert not bakker.session.cache.attention().refusals


# -- drafts, borders, numbers


def test_a_desk_that_is_killed_keeps_what_was_half_typed(room: BijstandRoom) -> None:
    session = room.sign_in("jansen", "killed")
    account, keyring = session.account, room.computer("killed").keyring
    session.close()
    assert keyring is not None
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.desk.half_typed", str(room.folder), account.secret],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(keyring.kept))
    child.stdin.close()
    assert child.stdout.readline().strip() == "typed"
    child.kill()
    child.wait()
    child.stdout.close()
    jansen = room.again(account, "killed")
    unfinished = jansen.panel.cards.unfinished
    jansen.until(unfinished.isVisible)
    for _ in range(80):
        if unfinished.buttons()[0].hasFocus():
            break
        jansen.press("Tab")
    assert unfinished.buttons()[0].hasFocus()
    jansen.press("Space")
    form = jansen.card(RequestForm)
    assert [x.values["quantity"] for x in form.ui.lines.lines()] == [7]
    assert form.ui.note.text() == "en nog iets"


def test_borders_that_are_imported_reach_the_map_by_themselves(
    room: BijstandRoom, tmp_path: Path, shared_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jansen = room.desk("jansen")
    jansen.press("Ctrl+M")
    keeper = room.sign_in("beheer", "keeper")
    keeper.close()
    computer = room.computer("keeper")
    monkeypatch.setattr(vault, "system_secrets", lambda: computer.keyring)
    file = shared_data / "veiligheidsregios_2023.geojson"
    arguments = ["import", "boundaries", str(file), "--yes", "--data", str(computer.folder)]
    assert main(arguments) == 0
    jansen.until(lambda: len(jansen.book.boundaries) >= 25, 20)
    jansen.until(lambda: len(jansen.panel.map.canvas._shapes) >= 25, 20)


def test_numbers_are_pasted_and_brought_in_and_put_back(
    room: BijstandRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for region in ("VR09", "VR10"):
        room.stock(region, "comms_team", 1, total=9)
    room.sent()
    jansen = room.desk("jansen")

    def held() -> list[int | None]:
        return [jansen.available(owner, "comms_team") for owner in ("VR09", "VR10")]

    jansen.press("Ctrl+B")
    QApplication.clipboard().setText("Regio\tCommunicatieteam\nVR09\t4\nVR10\t5\n")
    jansen.press("Ctrl+V")
    card = jansen.card(ImportCard)
    jansen.until(card.take_action.isEnabled)
    jansen.press("Ctrl+Return")
    jansen.until(lambda: held() == [4, 5])
    (undo,) = card.told.buttons()
    jansen.tab_to(undo)
    jansen.press("Space")
    jansen.until(lambda: held() == [1, 1])
    jansen.press("Esc")
    file = tmp_path / "getallen.csv"
    file.write_text("Regio;Communicatieteam\nVR09;6\nVR10;7\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    jansen.press("Ctrl+B", "Ctrl+Shift+O", "Ctrl+O")
    card = jansen.card(ImportCard)
    jansen.until(card.take_action.isEnabled)
    jansen.press("Ctrl+Return")
    jansen.until(lambda: held() == [6, 7])
    jansen.press("Esc")
    jansen.confirmed()
    assert not jansen.session.cache.attention().refusals


def test_an_inventory_makes_the_board_fresh(room: BijstandRoom) -> None:
    room.stock("VR22", "logistics", 3, checked_at=utc_now() - timedelta(days=9))
    room.sent()
    jansen = room.desk("jansen")
    board = jansen.panel.board
    jansen.press("Ctrl+B")
    board.choose("VR22", "logistics")
    assert jansen.cell("VR22", "logistics").sign == "old"
    jansen.press("I")
    jansen.card(InventoryCard)
    jansen.press("Alt+R", "Ctrl+Return")
    card = at_row(jansen, "VR22")
    jansen.tab_to(card.editor.available)
    jansen.type("2")
    jansen.tab_to(card.editor.by)
    jansen.type("H. Jonker")
    jansen.press("Return")
    jansen.until(lambda: jansen.available("VR22", "logistics") == 2)
    jansen.press("Esc")
    cell = jansen.cell("VR22", "logistics")
    assert cell.age_minutes == 0
    assert cell.sign != "old"
    jansen.confirmed()
    assert not jansen.session.cache.attention().refusals
