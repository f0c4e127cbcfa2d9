"""The hub's ruling, redaction and the chain, on values alone."""

from __future__ import annotations

from kcr2desk import wire
from kcr2desk.core.access import Actor, reader_of
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.chain import GENESIS, entry_hash, redacted_hash
from kcr2desk.core.changes import Change, Changeset, Code, Entry, How, Outcome, Redacted
from kcr2desk.core.ids import uuid7
from kcr2desk.core.redact import redact, visible_changes
from kcr2desk.core.text import Json

JAN = Actor("jan", "duty_officer", "KCR2")
ANNA = Actor("anna", "duty_officer", "KCR2")
LIAISON = Actor("pieter", "liaison", "RIJK")
REPORT = uuid7(1_795_480_000_000, 5)


def log() -> LogState:
    return LogState("e1", {"national": first_head()}, {}, {})


def push(
    state: LogState,
    number: int,
    fields: dict[str, Json],
    how: How = How.EDIT,
    actor: Actor = JAN,
    record: str = REPORT,
    type_name: str = "report",
) -> Outcome:
    changeset = Changeset(
        uuid7(number, 2), "device", number, actor.name, "national", number, 1, "ab" * 16,
        (Change(type_name, record, how, fields),),
    )  # fmt: skip
    return append(state, [Offered(changeset, GENESIS, actor)], now=number)[0]


def values(state: LogState, record: str = REPORT) -> dict[str, Json]:
    return dict(state.records["report", record].values)


def test_a_new_report_is_logged_once_however_often_it_is_pushed() -> None:
    state = log()
    first = push(state, 1, {"title": "Brand"}, How.NEW)
    again = push(state, 1, {"title": "Brand"}, How.NEW)
    assert (first.code, first.seq) == (Code.APPLIED, 1)
    assert again.duplicate
    assert (again.code, again.seq) == (Code.APPLIED, 1)
    assert len(state.appended) == 1


def test_different_fields_merge_and_the_same_field_opens_a_conflict() -> None:
    state = log()
    push(state, 1, {"title": "Brand", "place": "Epe"}, How.NEW)
    assert push(state, 2, {"title": ["Brand", "Heidebrand"]}).code is Code.APPLIED
    assert push(state, 3, {"place": ["Epe", "Hoog Buurlo"]}, actor=ANNA).code is Code.APPLIED
    clash = push(state, 4, {"title": ["Brand", "Bosbrand"]}, actor=ANNA)
    assert (clash.code, clash.fields) == (Code.CONFLICT, ("title",))
    assert values(state)["title"] == "Heidebrand"
    conflict = next(h for (t, _), h in state.records.items() if t == "conflict").values
    assert (conflict["was"], conflict["current"], conflict["offered"]) == (
        "Brand",
        "Heidebrand",
        "Bosbrand",
    )
    assert (conflict["current_by"], conflict["offered_by"]) == ("jan", "anna")


def test_a_race_for_owner_goes_to_the_first_without_a_conflict() -> None:
    state = log()
    push(state, 1, {"title": "Brand"}, How.NEW)
    push(state, 2, {"owner": ["", "jan"]})
    second = push(state, 3, {"owner": ["", "anna"]}, actor=ANNA)
    assert (second.code, second.fields) == (Code.MERGED, ("owner",))
    assert values(state)["owner"] == "jan"
    assert not [key for key in state.records if key[0] == "conflict"]


def test_a_step_that_the_table_forbids_is_refused_whole() -> None:
    state = log()
    push(state, 1, {"title": "Brand", "status": "closed"}, How.NEW)
    refused = push(state, 2, {"status": ["closed", "new"], "title": ["Brand", "x"]})
    assert (refused.code, refused.reason) == (Code.REFUSED, "wrong_step")
    assert values(state)["title"] == "Brand"


def test_an_edit_of_what_the_hub_does_not_know_is_quarantined_and_later_ones_held() -> None:
    state = log()
    changes = (Change("report", REPORT, How.EDIT, {"title": ["a", "b"]}),)
    one = Changeset(uuid7(1, 2), "d", 1, "jan", "national", 1, 1, "ab" * 16, changes)
    two = Changeset(uuid7(2, 2), "d", 2, "jan", "national", 2, 1, "ab" * 16, changes)
    outcomes = append(state, [Offered(one, GENESIS, JAN), Offered(two, GENESIS, JAN)], 5)
    assert [o.code for o in outcomes] == [Code.QUARANTINED, Code.HELD]
    assert outcomes[1].behind == one.id
    assert list(state.quarantined) == [one.id]


def test_removal_of_what_somebody_edited_meanwhile_conflicts_both_ways_round() -> None:
    for removal_first in (True, False):
        state = log()
        push(state, 1, {"title": "Brand"}, How.NEW)
        edit = {"title": ["Brand", "Heidebrand"]}
        removal = {"title": ["Brand", "Brand"], "removed": [False, True]}
        first, second = (removal, edit) if removal_first else (edit, removal)
        assert push(state, 2, dict(first)).code is Code.APPLIED
        late = push(state, 3, dict(second), actor=ANNA)
        assert (late.code, late.fields) == (Code.CONFLICT, ("removed",))
        assert values(state)["title"] == "Heidebrand"


def test_a_liaison_sees_only_what_was_released_and_the_chain_still_verifies() -> None:
    state = log()
    push(state, 1, {"title": "Brand", "caller": "Jansen", "text": "geheim"}, How.NEW)
    push(state, 2, {"text": ["geheim", "openbaar"]})
    push(state, 3, {"audience": {"add": ["government"], "take": []}})
    push(state, 4, {"place": ["", "Epe"]})
    push(state, 5, {"audience": {"add": [], "take": ["government"]}})
    previous = GENESIS
    told = []
    for appended in state.appended:
        reader = reader_of(LIAISON, "national")
        copy = redact(appended.entry, appended.scopes, reader, lambda t, i: True)
        copy = wire.decode(type(copy), wire.encode(copy))
        hidden = isinstance(copy, Redacted)
        previous = redacted_hash(previous, copy) if hidden else entry_hash(previous, copy)
        assert previous == appended.entry.hash
        told.append([] if hidden and copy.head is None else [c for c, _ in visible_changes(copy)])
    assert told[0] == told[1] == []
    assert [c.how for c in told[2]] == [How.RELEASE]  # the edit tells what was before
    assert told[2][0].fields["text"] == "openbaar"
    assert "caller" not in told[2][0].fields
    assert told[3][0].fields == {"place": ["", "Epe"]}
    assert [c.how for c in told[4]] == [How.WITHDRAW]
    text = wire.encode(told).decode()
    assert "geheim" not in text
    assert "Jansen" not in text


def test_the_whole_entry_survives_the_line_and_its_hash_notices_any_change() -> None:
    state = log()
    push(state, 1, {"title": "Brand", "alert": {"areas": [[52.0, 5.1]]}}, How.NEW)
    entry = wire.decode(Entry, wire.encode(state.appended[0].entry))
    assert entry_hash(GENESIS, entry) == entry.hash
    altered = wire.decode(Entry, wire.encode(entry).replace(b"Brand", b"Brrnd"))
    assert entry_hash(GENESIS, altered) != entry.hash


def test_an_exception_in_the_rules_costs_that_one_changeset(monkeypatch) -> None:
    from kcr2desk.core import append as module

    real = module.merge

    def poisoned(current, change):
        if change.fields.get("title") == "poison":
            raise ZeroDivisionError
        return real(current, change)

    monkeypatch.setattr(module, "merge", poisoned)
    state = log()
    bad = push(state, 1, {"title": "poison"}, How.NEW)
    good = push(state, 2, {"title": "Brand"}, How.NEW, record=uuid7(9, 9))
    assert (bad.code, bad.reason) == (Code.QUARANTINED, "hub_failed")
    assert good.code is Code.APPLIED
