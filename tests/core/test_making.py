"""Changes out of Python values say what differs and nothing else."""

from __future__ import annotations

import pytest

from kcr2desk.core.bijstand import RequestLine
from kcr2desk.core.changes import How
from kcr2desk.core.fields import FieldError
from kcr2desk.core.making import altering, making

LINE = RequestLine(
    id="l", stream="national", about="r", resource="pump", quantity=2, alternatives=frozenset({"a"})
)


def test_what_is_blank_is_not_said() -> None:
    made = making("requestline", "l", {"about": "r", "resource": "pump", "task": "", "order": 3})
    assert (made.how, made.id) == (How.NEW, "l")
    assert made.fields == {"about": "r", "resource": "pump", "order": 3}


def test_only_what_differs_is_altered_and_sets_item_by_item() -> None:
    wanted = {"quantity": 3, "resource": "pump", "alternatives": frozenset({"b"})}
    changed = altering(LINE, wanted)
    assert changed is not None
    assert changed.fields == {"quantity": [2, 3], "alternatives": {"add": ["b"], "take": ["a"]}}
    assert altering(LINE, {"quantity": 2}) is None


def test_a_value_that_does_not_fit_is_refused() -> None:
    with pytest.raises(FieldError):
        altering(LINE, {"quantity": "three"})
    with pytest.raises(FieldError):
        making("requestline", "l", {"colour": "red"})
