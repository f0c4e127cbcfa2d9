"""Whether a record exists is hidden with it: all answers to a push are as if it were not there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kcr2desk.core.changes import Change, How
from kcr2desk.hub.running import RunningHub
from tests.hub.line import Caller, new_id

SignIn = Callable[[str], Caller]
Told = list[tuple[str, str, tuple[str, ...]]]


def told(who: Caller, stream: str, *changes: Change) -> Told:
    """What each change comes to, each in a changeset of its own."""
    answer = who.push(*(who.changeset(change, stream=stream) for change in changes))
    return [(o.code.value, o.reason, o.fields) for o in answer.outcomes]


def guesses(record: str) -> list[Change]:
    """What somebody may send to learn of a record."""
    about = {"about": record, "name": "foto.jpg", "digest": "0" * 64}
    conflict = {"about": record, "about_type": "report", "field": "title"}
    return [
        Change("attachment", new_id(), How.NEW, about),
        Change("conflict", new_id(), How.NEW, conflict),
        Change("report", record, How.EDIT, {"title": ["a", "b"]}),
    ]


@pytest.mark.parametrize("name", ["vnog", "bakker"])
@pytest.mark.parametrize("lives_in", ["national", "test"])
def test_a_guess_at_a_hidden_record_is_told_what_a_guess_at_none_is(
    caller: SignIn, name: str, lives_in: str
):
    jansen, who = caller("jansen"), caller(name)
    hidden = jansen.report(title="Geheim", source="VR09", stream=lives_in)
    for stream in ("national", "reference", "test"):
        for change, none in zip(guesses(hidden), guesses(new_id()), strict=True):
            assert told(who, stream, change) == told(who, stream, none), (stream, change)


def test_who_may_only_read_learns_nothing_from_making_what_is_there(caller: SignIn):
    hidden, bakker = caller("jansen").report(title="Geheim"), caller("bakker")
    for record in (hidden, new_id()):
        change = Change("report", record, How.NEW, {"title": "Proef"})
        assert told(bakker, "national", change) == [("refused", "not_allowed", ())]


def test_a_reference_to_a_hidden_removed_incident_is_like_any_other(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    incident = new_id()
    made = Change("incident", incident, How.NEW, {"title": "Geheim"})
    gone = Change("incident", incident, How.EDIT, {"removed": [False, True]})
    assert [code for code, *_ in told(jansen, "national", made, gone)] == ["applied", "applied"]
    own = vnog.report(title="Eigen", source="VR06")
    assert vnog.edit(own, incident=["", incident]).code == "applied"


def test_a_file_is_not_moved_to_what_belongs_to_others(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    hidden = jansen.report(title="Geheim", source="VR09")
    open_to_all = jansen.report(title="Van ons", audience=["regions"])
    own, other = (vnog.report(title="Eigen", source="VR06") for _ in range(2))
    file = new_id()
    about = {"about": own, "name": "foto.jpg", "digest": "0" * 64}
    assert told(vnog, "national", Change("attachment", file, How.NEW, about))[0][0] == "applied"
    for record, reason in (
        (hidden, "unknown_record"),
        (new_id(), "unknown_record"),
        (open_to_all, "not_your_record"),
        (file, "unknown_record"),
    ):
        assert vnog.edit(file, "attachment", about=[own, record]).reason == reason
    assert vnog.edit(file, "attachment", about=[own, other]).code == "applied"


def test_a_guess_at_a_hidden_conflict_comes_to_what_a_guess_at_none_comes_to(
    caller: SignIn, running: RunningHub
):
    """Also when both have waited for a while."""
    jansen, vnog = caller("jansen"), caller("vnog")
    hidden = jansen.report(title="Geheim", source="VR09")
    jansen.edit(hidden, title=["Iets anders", "Openbaar"])
    (conflict,) = (r.id for r in jansen.snapshot().records if r.type == "conflict")
    own = vnog.report(title="Eigen", source="VR06")
    sent = [
        vnog.changeset(
            Change("report", own, How.EDIT, {"place": ["", "Epe"]}),
            Change("conflict", guess, How.EDIT, {"state": ["open", "settled"]}),
        )
        for guess in (conflict, new_id())
    ]
    assert [o.code for o in vnog.push(*sent[:1]).outcomes] == ["quarantined"]
    assert [o.code for o in vnog.push(*sent[1:]).outcomes] == ["quarantined"]
    assert running.log.retry_quarantined(datetime.now(UTC) + timedelta(minutes=2)) == 2
    told = [(o.code, o.reason, o.fields) for one in sent for o in vnog.push(one).outcomes]
    assert told[0] == told[1]
    assert {r.id: r.values for r in jansen.snapshot().records}[conflict].get("state") != "settled"
