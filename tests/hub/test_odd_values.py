"""Values that no form makes and a program may: refused by name, and nothing stands still."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from kcr2desk.core.changes import Change, How
from tests.hub.line import Caller, new_id


def nested(levels: int) -> Any:
    value: Any = []
    for level in range(levels):
        value = {"a": value} if level % 2 else [value]
    return value


def test_a_document_too_deep_is_refused_for_good_and_costs_nothing_else(
    caller: Callable[[str], Caller],
):
    jansen = caller("jansen")
    told = {}
    for levels in (0, 10, 63, 66, 100, 400, 900):
        made = {"title": "Diep", "alert": nested(levels)}
        change = Change("report", new_id(), How.NEW, made)
        (outcome,) = jansen.push(jansen.changeset(change)).outcomes
        told[levels] = outcome.reason
    assert told == {0: "", 10: "", 63: ""} | dict.fromkeys((66, 100, 400, 900), "wrong_kind")
    report = jansen.report(title="Plat")
    assert jansen.edit(report, alert=[None, nested(100)]).reason == "wrong_kind"


def test_a_wide_document_is_looked_through_quickly(caller: Callable[[str], Caller]):
    began = time.monotonic()
    caller("jansen").report(title="Breed", alert=[[n] for n in range(20_000)])
    assert time.monotonic() - began < 20
