"""An arrival hall for the tests of sync: who works there, and what is there to be written."""

from __future__ import annotations

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub
from tests.sync.conftest import PASSWORD

HALL = {
    "hal": {"role": "hall_lead"},
    "anna": {"role": "registrar"},
    "piet": {"role": "registrar"},
    "dokter": {"role": "registrar"},
    "controle": {"role": "auditor"},
}
SAID = {
    "title": "Repatriëring Beiroet",
    "purpose": "Opvang en registratie",
    "legal_ground": "AVG art. 6 lid 1 onder e",
    "bsn_ground": "Wabb art. 10",
}


def add_hall(hub: RunningHub) -> None:
    for name, rights in HALL.items():
        hub.add_user(name, PASSWORD, **rights)


def opened(desk: Desk, **let_in: str) -> str:
    """An operation that is in the log, with these members; returns its stream."""
    stream = desk.open_operation(**SAID)
    for account, role in let_in.items():
        desk.let_in(stream, account, role)
    synced(desk)
    return stream


def synced(*desks: Desk) -> None:
    for desk in desks:
        assert desk.sync(30).ok, desk.health


def register(desk: Desk, stream: str, name: str, **fields: object) -> str:
    """Somebody at this desk; returns the person."""
    return desk.save("person", stream=stream, spoken_name=name, outcome="registered", **fields)


def left_of(desk: Desk, stream: str) -> list[tuple[str, str]]:
    """What a desk still has of a stream, whether removed or not."""
    return [
        (type_name, record.id)
        for type_name in RECORD_TYPES
        for removed in (False, True)
        for record in desk.cache.all(type_name, stream=stream, removed=removed)
    ]


def member(desk: Desk, stream: str, account: str) -> str:
    """The id of somebody's membership."""
    return next(m.id for m in desk.all("member", stream=stream) if m.account == account)  # type: ignore[attr-defined]
