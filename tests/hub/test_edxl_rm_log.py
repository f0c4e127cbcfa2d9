"""What EDXL-RM messages bring, by the rules of the hub: as one changeset each, twice, and over."""

from __future__ import annotations

import pytest

from kcr2desk.core.changes import Code
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from tests.exchange.rm_world import World, element, message
from tests.exchange.test_edxl_rm_chain import REQUEST, TWO, release, status
from tests.hub.log_desk import LogDesk, open_log

ANSWER = message(
    "ResponseToRequestResource", "ans-1", element("a1", answers=("line-1", "Accept")),
    before="req-1",
)  # fmt: skip
CHAIN = (
    REQUEST,
    ANSWER,
    TWO,
    status("s-1", "2026-07-03T09:00:00Z", word="Returned"),  # three steps at once
    release("rel-2", "TW-200"),
)


@pytest.fixture
def log(database: Database) -> HubLog:
    return open_log(database)


@pytest.mark.parametrize("order", [CHAIN, (TWO, ANSWER, REQUEST, *CHAIN[3:])])
def test_the_hub_takes_the_chain_in_either_order(log: HubLog, order: tuple[str, ...]) -> None:
    desk, world = LogDesk(log), World()
    for data in order:
        brought = world.take(data)
        assert brought.changes
        outcome = desk.does(*brought.changes)
        assert outcome.code is Code.APPLIED, outcome


def test_two_desks_that_take_the_same_message_in_make_one_record(log: HubLog) -> None:
    first, second = LogDesk(log), LogDesk(log, name="piet")
    for desk in (first, second):
        world = World()  # neither saw what the other did
        for data in (REQUEST, TWO):
            outcome = desk.does(*world.take(data).changes)
            assert outcome.code in (Code.APPLIED, Code.MERGED), outcome
