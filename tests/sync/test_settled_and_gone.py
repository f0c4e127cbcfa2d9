"""A conflict that was settled, and that a restored hub never opens again, holds nothing up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kcr2desk.core.changes import Change, How
from kcr2desk.hub.running import RunningHub
from tests.hub.line import Caller, new_id
from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal


def test_what_settles_a_conflict_that_is_nowhere_is_taken_after_a_while(
    desks: Desks, hub: RunningHub, dsn: str
):
    follower = desks.open("follower")
    report = follower.save("report", title="Brand")
    assert follower.sync(20).ok
    devries = Caller(hub.url, "devries").sign_in()
    settles = devries.changeset(
        Change("report", report, How.EDIT, {"title": ["Brand", "Heidebrand"]}),
        Change("conflict", new_id(), How.EDIT, {"state": ["open", "settled"]}),
    )
    (told,) = devries.push(settles).outcomes
    assert (told.code, told.reason) == ("quarantined", "unknown_record")
    assert hub.log.retry_quarantined(datetime.now(UTC) + timedelta(minutes=2)) == 1
    (told,) = devries.push(settles).outcomes
    assert (told.code, told.duplicate) == ("merged", True)
    devries.close()
    loads = follower.cache.state.generation
    assert follower.sync(20).ok
    assert follower.cache.state.generation == loads
    fresh = desks.open("fresh", "devries")
    assert fresh.sync(20).ok
    assert_equal(dsn, follower, fresh)
    values = follower.values("report", report)
    assert values is not None
    assert values["title"] == "Heidebrand"
