"""Promises in the hub's log: what is read beside the records that a push changes."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest

from kcr2desk.core.bijstand import capacity_id
from kcr2desk.core.changes import Change, Code, How
from kcr2desk.core.holding import Hold, hold_of
from kcr2desk.core.text import Json
from kcr2desk.hub import log_promises
from kcr2desk.hub.database import Database
from kcr2desk.hub.log import HubLog
from tests.hub.log_desk import LogDesk, edit, new_id, open_log


@pytest.fixture
def log(database: Database) -> HubLog:
    return open_log(database)


def has(owner: str, number: int, resource: str = "pump") -> Change:
    fields: dict[str, Json] = {
        "source": owner, "owner": owner, "resource": resource, "available": number,
    }  # fmt: skip
    return Change("capacity", capacity_id("national", owner, resource), How.NEW, fields)


def promise(owner: str, quantity: int, resource: str = "pump", **more: Any) -> Change:
    fields = {"source": owner, "owner": owner, "resource": resource, "quantity": quantity, **more}
    return Change("commitment", new_id(), How.NEW, fields)


@pytest.mark.parametrize(("held", "told"), [(1, ""), (2, "over_committed")])
def test_a_promise_that_is_moved_in_the_push_that_makes_it_is_weighed_where_it_ends(
    log: HubLog, held: int, told: str
) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 5), has("VR07", 2))
    desk.does(promise("VR07", held))
    made = promise("VR06", 1)
    moved = edit(made.id, "commitment", owner=["VR06", "VR07"], source=["VR06", "VR07"])
    outcomes = desk.push(desk.changeset(made), desk.changeset(moved)).outcomes
    assert [o.reason for o in outcomes] == ["", told]


@pytest.mark.parametrize(("held", "told"), [(0, ""), (1, "over_committed")])
def test_a_promise_that_is_moved_in_two_steps_is_weighed_where_it_ends(
    log: HubLog, held: int, told: str
) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 5), has("VR07", 1, "care_team"), has("VR07", 1))
    if held:
        desk.does(promise("VR07", held, "care_team"))
    made = promise("VR06", 1)
    desk.does(made)
    steps = [
        desk.changeset(edit(made.id, "commitment", owner=["VR06", "VR07"],
                            source=["VR06", "VR07"])),
        desk.changeset(edit(made.id, "commitment", resource=["pump", "care_team"])),
    ]  # fmt: skip
    assert [o.reason for o in desk.push(*steps).outcomes] == ["", told]


def test_a_moved_promise_that_raises_the_number_counts_what_others_hold(log: HubLog) -> None:
    desk = LogDesk(log)
    number = has("VR07", 2)
    desk.does(has("VR06", 5), number)
    desk.does(promise("VR07", 2))
    word = {"word": "owner", "authority": "Commandant", "how": "phone"}
    made = promise("VR06", 2, **word)
    moved = edit(made.id, "commitment", owner=["VR06", "VR07"], source=["VR06", "VR07"])
    raised = edit(number.id, "capacity", available=[2, 3])  # the desk did not know of the others
    outcomes = desk.push(desk.changeset(made), desk.changeset(moved, raised)).outcomes
    assert [o.reason for o in outcomes] == ["", "over_committed"]


@pytest.mark.parametrize("hidden", [{"owner": "VR99"}, {"a": {"resource": "boat"}}])
def test_a_document_that_names_another_owner_hides_no_promise(
    log: HubLog, hidden: dict[str, Json]
) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 1))
    assert desk.does(promise("VR06", 1, edxl=hidden)).code is Code.APPLIED
    assert desk.does(promise("VR06", 1)).reason == "over_committed"


@pytest.mark.parametrize("owner", ['Wacht "Zuid"', "A\\B", "Curaçao", "\u2028"])
def test_any_code_of_an_owner_counts(log: HubLog, owner: str) -> None:
    desk = LogDesk(log)
    desk.does(has(owner, 1))
    assert desk.does(promise(owner, 1)).code is Code.APPLIED
    assert desk.does(promise(owner, 1)).reason == "over_committed"


def test_a_number_that_was_removed_is_no_number(log: HubLog) -> None:
    desk = LogDesk(log)
    number = has("VR06", 3)
    desk.does(number)
    desk.does(edit(number.id, "capacity", removed=[False, True], available=[3, 3]))
    assert desk.does(promise("VR06", 1)).reason == "over_committed"


@pytest.mark.parametrize("hidden", [{"status": "withdrawn"}, {"returned_at": 1}])
def test_a_document_that_names_another_state_hides_no_promise(
    log: HubLog, hidden: dict[str, Json]
) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 1))
    others: tuple[dict[str, Any], ...] = ({}, {"status": "returned", "returned_at": 900})
    for more in others:
        assert desk.does(promise("VR06", 1, from_at=500, edxl=hidden, **more)).reason == (
            "over_committed" if more else ""
        )


def test_what_was_given_back_is_weighed_for_the_time_that_it_was_away(log: HubLog) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 1))
    desk.does(promise("VR06", 1, from_at=100, status="returned", returned_at=200))
    times = ((150, 160), (None, 101), (200, 300), (50, 100))
    told = [
        desk.does(promise("VR06", 1, from_at=start, until_at=end)).reason for start, end in times
    ]
    assert told == ["over_committed", "over_committed", "", ""]
    moved = promise("VR06", 1, from_at=400, until_at=500)
    assert desk.does(moved).reason == ""
    assert desk.does(edit(moved.id, "commitment", from_at=[400, None])).reason == "over_committed"
    assert desk.does(edit(moved.id, "commitment", from_at=[400, 300])).reason == ""


def test_a_history_of_years_is_not_read_for_a_promise(
    log: HubLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 1))
    for status in ("withdrawn", "cancelled", "replaced"):
        desk.does(promise("VR06", 1, status=status))
    desk.does(promise("VR06", 1, from_at=100, status="returned", returned_at=200))
    read: list[str] = []

    def reading(name: str, values: Mapping[str, Json]) -> Hold | None:
        read.append(name)
        return hold_of(name, values)

    monkeypatch.setattr(log_promises, "hold_of", reading)
    assert desk.does(promise("VR06", 1, from_at=200)).reason == ""
    assert read == []


def test_many_promises_in_one_push_take_no_longer_each(log: HubLog) -> None:
    desk = LogDesk(log)
    desk.does(has("VR06", 400))
    many = [desk.changeset(promise("VR06", 1, from_at=n)) for n in range(400)]
    began = time.process_time()
    assert {o.code for o in desk.push(*many).outcomes} == {Code.APPLIED}
    assert time.process_time() - began < 4  # it was 14 s, when each was weighed at each moment
