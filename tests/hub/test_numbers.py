"""Spoken numbers: leased in blocks, none twice, also after a restore."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from kcr2desk.core.messages import Block, LeaseRequest
from kcr2desk.hub.database import Database
from kcr2desk.hub.epochs import LOST_NUMBERS
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.numbers import MOST
from kcr2desk.hub.problems import RequestProblem
from tests.hub.log_desk import LogDesk, open_log


@pytest.fixture
def log(database: Database) -> HubLog:
    return open_log(database)


@pytest.fixture
def desk(log: HubLog) -> LogDesk:
    return LogDesk(log)


def ask(month: str = "2026-07", count: int = 20, *held: Block) -> LeaseRequest:
    return LeaseRequest("national", "M", month, count, held)


def test_blocks_follow_each_other_per_kind_and_month(log: HubLog, desk: LogDesk):
    first, second = log.lease(ask(), desk.principal), log.lease(ask(), desk.principal)
    assert first == Block("national", "M", "2026-07", 1, 20)
    assert (second.first, second.last) == (21, 40)
    assert log.lease(ask("2026-08"), desk.principal).first == 1
    incident = LeaseRequest("national", "I", "2026-07", 5)
    assert log.lease(incident, desk.principal).first == 1


def test_no_block_is_empty_or_endless(log: HubLog, desk: LogDesk):
    assert log.lease(ask(count=-5), desk.principal).last == 1
    block = log.lease(ask(count=10**9), desk.principal)
    assert block.last - block.first + 1 == MOST


def test_desks_that_ask_at_once_never_share_a_number(log: HubLog, desk: LogDesk):
    with ThreadPoolExecutor(8) as pool:
        blocks = list(pool.map(lambda _: log.lease(ask(), desk.principal), range(40)))
    numbers = [n for b in blocks for n in range(b.first, b.last + 1)]
    assert sorted(numbers) == list(range(1, 801))


def test_after_a_restore_lost_numbers_are_jumped_over(log: HubLog, desk: LogDesk):
    log.lease(ask(), desk.principal)
    log.new_epoch("beheer")
    assert log.lease(ask(), desk.principal).first == 21 + LOST_NUMBERS
    assert log.lease(ask("2026-06"), desk.principal).first == 1 + LOST_NUMBERS
    assert log.lease(ask("2026-08"), desk.principal).first == 1


def test_what_a_desk_still_holds_is_not_leased_again(log: HubLog, desk: LogDesk):
    held = Block("national", "M", "2026-07", 5001, 5020)
    elsewhere = Block("national", "I", "2026-07", 9001, 9020)
    absurd = Block("national", "M", "2026-07", 1, 2**31)
    block = log.lease(ask("2026-07", 20, held, elsewhere, absurd), desk.principal)
    assert (block.first, block.last) == (5021, 5040)


def test_what_has_no_numbers(log: HubLog, desk: LogDesk):
    for request in (
        LeaseRequest("nowhere", "M", "2026-07", 20),
        LeaseRequest("national", "X", "2026-07", 20),
        LeaseRequest("national", "", "2026-07", 20),
        LeaseRequest("national", "M", "2026-13", 20),
        LeaseRequest("national", "M", "2026-07\0", 20),
    ):
        with pytest.raises(RequestProblem) as caught:
            log.lease(request, desk.principal)
        assert (caught.value.status, caught.value.problem.code) == (404, "not_found")


def test_a_stream_that_the_account_does_not_read_has_none(log: HubLog):
    registrar = LogDesk(log, "hal", "registrar")
    with pytest.raises(RequestProblem):
        log.lease(ask(), registrar.principal)
