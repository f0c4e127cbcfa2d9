"""The periodic account: cut to its period, given equals received, parts add up."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.core.account import Figures, account, accounts
from kcr2desk.core.bijstand import COMMITMENT_STEPS, ENDED, AssistanceRequest, RequestLine
from tests.scenes import NOW
from tests.scenes.bijstand_week import Maker, hours

STATES = [state for state in COMMITMENT_STEPS if state]


def request(maker: Maker, region: str = "VR07", **fields: object) -> AssistanceRequest:
    made: AssistanceRequest = maker.put(
        AssistanceRequest,
        **{"title": "Brand", "region": region, "received_at": NOW, "status": "in_treatment",
           **fields},
    )  # fmt: skip
    return made


def line(
    maker: Maker, about: AssistanceRequest, quantity: int = 3, **fields: object
) -> RequestLine:
    made: RequestLine = maker.put(
        RequestLine,
        about=about.id,
        **{"resource": "fire_platoon", "quantity": quantity, "from_at": hours(0),
           "until_at": hours(10), **fields},
    )  # fmt: skip
    return made


def test_a_deployment_is_cut_to_the_period() -> None:
    maker = Maker()
    maker.give(line(maker, request(maker)), "VR05", 2, status="on_site")
    found = account(maker.book, "VR05", hours(4), hours(7)).total
    assert (found.given, found.given_hours) == (2, 6.0)
    before = account(maker.book, "VR05", hours(-9), hours(0)).total
    assert (before.given, before.given_hours) == (0, 0)
    after = account(maker.book, "VR05", hours(10), hours(20)).total
    assert after.given == 0


def test_without_an_end_it_goes_on_and_after_its_return_it_is_over() -> None:
    maker = Maker()
    asked = line(maker, request(maker))
    maker.give(asked, "VR05", 1, status="on_site", until_at=None)
    maker.give(asked, "VR06", 1, status="returned", returned_at=hours(2), until_at=None)
    assert account(maker.book, "VR05", hours(0), hours(24)).total.given_hours == 24
    assert account(maker.book, "VR06", hours(0), hours(24)).total.given_hours == 2


def test_what_did_not_come_stays_apart_and_is_not_given() -> None:
    maker = Maker()
    asked = line(maker, request(maker), 9)
    for place, state in enumerate(("withdrawn", "cancelled", "replaced")):
        maker.give(asked, "VR05", place + 1, status=state)
    giver = account(maker.book, "VR05", hours(0), hours(24)).total
    assert (giver.given_withdrawn, giver.given_cancelled, giver.given_replaced) == (1, 2, 3)
    taker = account(maker.book, "VR07", hours(0), hours(24)).total
    assert (taker.got_withdrawn, taker.got_cancelled, taker.got_replaced) == (1, 2, 3)
    assert giver.given == taker.got == 0


@pytest.mark.parametrize("ended", [e for e in ENDED if e])
def test_a_line_that_ended_says_how(ended: str) -> None:
    maker = Maker()
    asked = line(maker, request(maker), 3, ended=ended)
    maker.give(asked, "VR05", 1)
    found = account(maker.book, "VR07", hours(0), hours(24)).total
    assert (found.wanted, found.filled, getattr(found, ended)) == (3, 1, 2)
    assert found.open == found.unfilled == 0


def test_a_request_that_ended_says_it_for_its_lines() -> None:
    for status, name in (("refused", "refused"), ("closed", "unfilled"), ("unable", "unable")):
        maker = Maker()
        line(maker, request(maker, status=status), 4)
        assert getattr(account(maker.book, "VR07", hours(0), hours(1)).total, name) == 4


def test_requests_count_in_the_period_in_which_they_came() -> None:
    maker = Maker()
    line(maker, request(maker, received_at=hours(5)))
    assert account(maker.book, "VR07", hours(0), hours(5)).total.wanted == 0
    assert account(maker.book, "VR07", hours(5), hours(6)).total.wanted == 3


def test_waits_run_from_when_the_request_was_received() -> None:
    maker = Maker()
    for n, (agreed, promised, arrived) in enumerate(((1, 2, 5), (3, 4, 9), (2, 1, 4))):
        asked = request(
            maker, received_at=hours(n), judgement="agreed", judged_at=hours(n + agreed)
        )
        maker.give(
            line(maker, asked), "VR05", 1, decided_at=hours(n + promised),
            arrived_at=hours(n + arrived), status="on_site",
        )  # fmt: skip
    request(maker, judgement="refused", judged_at=hours(40))  # was never agreed
    found = account(maker.book, "VR07", hours(0), hours(24))
    assert found.requests == 4
    assert (found.agreed.count, found.agreed.middle) == (3, timedelta(hours=2))
    assert found.agreed.worst == timedelta(hours=3)
    assert (found.promised.middle, found.promised.worst) == (
        timedelta(hours=2), timedelta(hours=4),
    )  # fmt: skip
    assert (found.arrived.middle, found.arrived.worst) == (timedelta(hours=5), timedelta(hours=9))


def test_nothing_happened() -> None:
    found = account(Maker().book, "VR01", hours(0), hours(1))
    assert found.total == Figures()
    assert found.agreed.middle is None


@st.composite
def books(draw: st.DrawFn) -> Maker:
    maker = Maker()
    for _ in range(draw(st.integers(1, 4))):
        status = draw(st.sampled_from(["submitted", "in_treatment", "closed", "unable", "refused",
                                       "withdrawn", "cancelled", "replaced", "draft"]))  # fmt: skip
        region = draw(st.sampled_from(["VR07", "VR24", ""]))
        asked = request(maker, region, status=status, received_at=hours(draw(st.integers(-9, 9))))
        for _ in range(draw(st.integers(1, 3))):
            wanted = line(
                maker, asked, draw(st.integers(1, 5)), ended=draw(st.sampled_from(ENDED)),
                resource=draw(st.sampled_from(["fire_platoon", "pump"])),
            )  # fmt: skip
            for _ in range(draw(st.integers(0, 3))):
                begin = draw(st.integers(-30, 30))
                end = draw(st.one_of(st.none(), st.integers(-30, 40)))
                maker.give(
                    wanted, draw(st.sampled_from(["VR05", "VR06", "DEF"])),
                    draw(st.integers(1, 3)), status=draw(st.sampled_from(STATES)),
                    from_at=hours(begin), until_at=None if end is None else hours(end),
                )  # fmt: skip
    return maker


@settings(max_examples=60, deadline=None)
@given(books(), st.integers(-20, 0), st.integers(1, 20), st.integers(1, 20))
def test_sums(maker: Maker, low: int, middle: int, more: int) -> None:
    start, half, end = hours(low), hours(middle), hours(middle + more)
    found = accounts(maker.book, start, end)
    whole = Figures()
    for one in found.values():
        whole.add(one.total)
        total = one.total
        parts = (total.filled, total.unable, total.withdrawn, total.cancelled, total.replaced,
                 total.refused, total.unfilled, total.open)  # fmt: skip
        assert total.wanted == sum(parts)
        assert all(part >= 0 for part in parts)
    assert (whole.given, whole.given_seconds) == (whole.got, whole.got_seconds)
    assert whole.given_withdrawn == whole.got_withdrawn
    assert whole.given_cancelled == whole.got_cancelled
    assert whole.given_replaced == whole.got_replaced
    for owner in found:  # two halves are the whole: hours and requests
        first, second = (
            account(maker.book, owner, *period).total for period in ((start, half), (half, end))
        )
        total = found[owner].total
        assert first.given_seconds + second.given_seconds == total.given_seconds
        assert first.wanted + second.wanted == total.wanted
