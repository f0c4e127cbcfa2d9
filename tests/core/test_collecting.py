"""The collector in short looks: what outlived a long one is left out, and all is put back after."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from kcr2desk.core import collecting
from kcr2desk.core.collecting import in_short_looks, what_stays


@pytest.fixture
def collector() -> Iterator[None]:
    """Python's own, switched on as in a process of ours."""
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("collector")
def test_what_is_made_to_stay_is_looked_at_no_more_until_the_end() -> None:
    before = gc.get_threshold(), len(gc.callbacks)
    with in_short_looks():
        with what_stays():
            assert not gc.isenabled()
            made = [[] for _ in range(50)]  # type: ignore[var-annotated]
        assert gc.isenabled()
        assert not any(each is made for each in gc.get_objects())
    assert any(each is made for each in gc.get_objects())
    assert (gc.get_threshold(), len(gc.callbacks)) == before


@pytest.mark.usefixtures("collector")
def test_what_outlived_a_long_look_is_left_out_of_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "LONG", -1.0)
    with in_short_looks():
        made: list[object] = [[]]
        gc.collect(1)
        assert any(each is made for each in gc.get_objects())
        gc.collect()
        assert not any(each is made for each in gc.get_objects())


def test_elsewhere_nothing_is_kept_from_the_collector() -> None:
    frozen = gc.get_freeze_count()
    with what_stays():
        pass
    assert gc.get_freeze_count() == frozen
