"""A request on the real, encrypted store: one changeset, a number, a draft that is there again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.book import Book, records_of
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.neighbour import NeighbourCard
from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.work import StoreWork
from kcr2desk.signing import new_key
from kcr2desk.store.cache import Cache
from tests.desk.form_room import settle, with_theme
from tests.desk.request_room import OFFICER, types
from tests.scenes import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = bytes(range(32))


def open_cache(folder: Path) -> Cache:
    cache = Cache.open(folder, KEY, clock=lambda: round(NOW.timestamp() * 1000), reserve_bytes=4096)
    if cache.identity is None:
        cache.set_identity(replace(OFFICER, device_key=new_key()))
    return cache


@pytest.fixture
def on(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """A form or card on a real cache; opened anew it is as after a restart of the desk."""
    with_theme(qapp)
    held: list[Any] = []

    def close() -> None:
        card, cache, work = held.pop()
        settle(work)
        work.close()
        card.close()
        card.deleteLater()
        QApplication.processEvents()
        cache.close()

    def make(kind: Any, **given: Any) -> Any:
        if held:
            close()
        cache, work = open_cache(tmp_path / "cache"), StoreWork("test")
        if given.pop("take_up", False):
            (given["draft"],) = cache.drafts("assistancerequest")
        feed = BookFeed.of(Book(types()))
        card = kind(feed, cache, work, now=lambda: NOW, me=OFFICER, **given)
        card.show()
        held.append((card, cache, work))
        settle(work)
        return card, cache, work

    yield make
    if held:
        close()


def test_a_request_and_its_lines_are_one_changeset_with_a_number(on: Any) -> None:
    form, cache, work = on(RequestForm)
    QTest.keyClicks(form.ui.note, "VNOG 4 pel bb, 2 wts tot 22:00 Hoog Buurlo")
    form.read_note()
    settle(work)
    assert len(cache.drafts("assistancerequest")) == 1
    form.save()
    settle(work)
    (pending,) = cache.pending()
    assert [change.type for change in pending.changes] == [
        "assistancerequest", "requestline", "requestline",
    ]  # fmt: skip
    book = records_of(cache.all)
    (request,) = book.requests
    assert request.number.startswith("B-2026-")
    assert form.ui.saved.number() == request.number
    assert [line.quantity for line in book.lines(request.id)] == [4, 2]
    assert cache.drafts("assistancerequest") == ()


def test_what_was_typed_is_there_after_a_restart(on: Any) -> None:
    form, _, work = on(RequestForm)
    QTest.keyClicks(form.ui.note, "2 wts Ede")
    form.read_note()
    QTest.keyClicks(form.ui.note, "en nog")
    settle(work)
    typed = form.typed()
    again, cache, work = on(RequestForm, take_up=True)
    assert again.typed().kept() == typed.kept()
    again.ui.note.clear()
    again.save()
    settle(work)
    assert cache.drafts("assistancerequest") == ()
    assert len(cache.pending()) == 1


def test_burenhulp_is_in_the_store_whole_and_takes_from_the_board(on: Any) -> None:
    card, cache, work = on(NeighbourCard)
    QTest.keyClicks(card.note, "VR07 gaf 2 pelotons aan VR06 tot 22:00")
    card.record()
    settle(work)
    assert len(cache.pending()) == 1
    book = records_of(cache.all)
    assert [hold.quantity for hold in book.holds("VR07", "fire_platoon")] == [2]
    (request,) = book.requests
    assert (request.kind, book.stage(request.id)) == ("neighbour", "promised")
