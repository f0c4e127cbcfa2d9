"""The same person registered at two desks without a line becomes a proposal at both on return."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from kcr2desk.core.repatriation.links import End, same
from kcr2desk.core.repatriation.people import PersonLink, link_id
from kcr2desk.hub.running import RunningHub
from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal
from tests.sync.hall import add_hall, opened, register, synced

ANNA = {"birth_date": "1984-02-29", "document_number": "NX8R2F4K1", "phone": "0612345678"}


@pytest.fixture
def hub(hub: RunningHub) -> RunningHub:
    add_hall(hub)
    return hub


def soon(what: Callable[[], bool]) -> float:
    """Wait until something is so; returns after how many seconds it was."""
    began = time.monotonic()
    while not what():
        assert time.monotonic() - began < 15
        time.sleep(0.05)
    return time.monotonic() - began


def test_two_desks_that_registered_one_person_offline_are_asked_about_it(desks: Desks, dsn: str):
    lead, anna = desks.open("hal", "hal"), desks.open("anna", "anna")
    synced(lead, anna)
    stream = opened(lead, anna="registrar")
    synced(anna)
    one = register(lead, stream, "Anna de Wit", family_name="Wit", given_names="Anna", **ANNA)
    told = {**ANNA, "birth_date": "1984-29-02", "phone": "+31 6 1234 5678"}
    other = register(anna, stream, "Ana Dewit", family_name="Dewit", given_names="Ana", **told)
    twin = {"given_names": "Bram", "birth_date": "1984-02-29"}
    register(anna, stream, "Bram de Wit", family_name="Wit", **twin)
    synced(lead, anna)
    link = link_id(one, other)

    def is_there() -> bool:
        synced(lead, anna)
        return all(desk.get("personlink", link) is not None for desk in (lead, anna))

    soon(is_there)
    found = anna.get("personlink", link)
    assert isinstance(found, PersonLink)
    assert found.verdict == "proposed"
    assert "document" in found.reasons
    assert found.by == "hub"
    assert [each.id for each in lead.all("personlink", stream=stream)] == [link]
    kept = {each.id: each.family_name for each in anna.all("person", stream=stream)}  # type: ignore[attr-defined]
    assert (kept[one], kept[other]) == ("Wit", "Dewit")  # both sources stay as they are
    change = same(End(one, "person"), End(other, "person"), found, "hal")
    assert change is not None
    lead.cache.save(stream, [change])
    lead.edit("person", one, city="Epe")
    synced(lead, anna)
    time.sleep(1.5)  # a look of the hub goes by
    synced(lead, anna)
    found = anna.get("personlink", link)
    assert isinstance(found, PersonLink)
    assert found.verdict == "same"
    assert_equal(dsn, lead, anna, stream=stream)
