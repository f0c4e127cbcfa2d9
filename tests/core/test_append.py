"""The hub's ruling at its edges: what belongs to what, what was purged, what is no changeset."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kcr2desk.core.access import Actor, may_see, reader_of
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.chain import GENESIS, entry_hash, head_bytes, redacted_hash
from kcr2desk.core.changes import Change, Changeset, Code, How, Outcome, Redacted
from kcr2desk.core.fields import LAST_MOMENT, check_wire
from kcr2desk.core.ids import is_id, uuid7
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.redact import redact_purged
from kcr2desk.core.scopes import Held, root_of, scope_of
from kcr2desk.core.text import Json, canonical

JAN = Actor("jan", "duty_officer", "KCR2")
ANNA = Actor("anna", "duty_officer", "KCR2")
VNOG = Actor("vnog", "region_officer", "VR06")
LIAISON = Actor("pieter", "liaison", "RIJK")
REPORT, PHOTO = uuid7(1, 5), uuid7(1, 6)


def log() -> LogState:
    return LogState("e1", {"national": first_head()}, {}, {})


def changeset(number: int, *changes: Change, actor: Actor = JAN, **more: Any) -> Changeset:
    made = Changeset(
        uuid7(number, 2), "device", number, actor.name, "national", number, 1, "ab" * 16, changes
    )
    return replace(made, **more)


def push(
    state: LogState, number: int, *changes: Change, actor: Actor = JAN, **more: Any
) -> Outcome:
    offer = Offered(changeset(number, *changes, actor=actor, **more), GENESIS, actor)
    return append(state, [offer], now=number)[0]


def new(type_name: str, id_: str, **fields: Json) -> Change:
    return Change(type_name, id_, How.NEW, fields)


def edit(type_name: str, id_: str, **fields: Json) -> Change:
    return Change(type_name, id_, How.EDIT, fields)


def photo(about: str = REPORT) -> Change:
    return new("attachment", PHOTO, about=about, name="foto.jpg", digest="ab" * 32)


class TestWhatBelongsToWhat:
    def conflict_about_a_photo(self) -> LogState:
        state = log()
        push(state, 1, new("report", REPORT, title="Brand", source="VR06"))
        push(state, 2, photo())
        push(state, 3, edit("attachment", PHOTO, name=["foto.jpg", "brand.jpg"]))
        told = push(state, 4, edit("attachment", PHOTO, name=["foto.jpg", "x.jpg"]), actor=ANNA)
        assert told.code is Code.CONFLICT
        return state

    def test_a_conflict_of_an_attachment_of_a_report_has_the_audience_of_the_report(self):
        state = self.conflict_about_a_photo()
        key, held = next((k, h) for k, h in state.records.items() if k[0] == "conflict")
        scope = scope_of(state.records, key, held)
        assert (scope.source, scope.open) == ("VR06", False)
        assert not may_see(reader_of(LIAISON, "national"), scope)
        assert all(s.source == "VR06" for s in state.appended[-1].scopes)

    def test_and_the_region_whose_report_it_is_may_settle_it(self):
        state = self.conflict_about_a_photo()
        key = next(k for k in state.records if k[0] == "conflict")
        told = push(state, 5, edit(*key, state=["open", "settled"]), actor=VNOG)
        assert told.code is Code.APPLIED

    def test_a_row_of_records_without_an_end_belongs_to_nothing(self):
        values: dict[str, Json] = {"about_type": "attachment", "about": PHOTO}
        held = Held("national", 1, values, {})
        view = {("attachment", PHOTO): held}
        assert root_of(view, ("attachment", PHOTO), held) is None
        assert scope_of(view, ("attachment", PHOTO), held).open is False
        assert not may_see(reader_of(VNOG, "national"), scope_of(view, ("attachment", PHOTO), held))

    def test_a_photo_that_moves_to_a_narrower_report_is_withdrawn(self):
        state = log()
        other = uuid7(1, 7)
        push(state, 1, new("report", REPORT, title="Brand", audience=["government"]))
        push(state, 2, new("report", other, title="Geheim"))
        push(state, 3, photo())
        push(state, 4, edit("attachment", PHOTO, about=[REPORT, other]))
        moved = state.appended[-1]
        assert [c.how for c in moved.entry.effect.changes] == [How.WITHDRAW, How.RELEASE]
        withdrawn, released = moved.scopes[1:]
        assert may_see(reader_of(LIAISON, "national"), withdrawn)
        assert not may_see(reader_of(LIAISON, "national"), released)

    def test_when_nothing_of_it_is_known_even_what_was_proven_waits(self):
        state = log()
        offer = Offered(changeset(1, photo()), GENESIS, JAN, trusted=True)
        (told,) = append(state, [offer], now=1)
        assert (told.code, told.reason) == (Code.QUARANTINED, "unknown_record")


class TestPurged:
    def test_stays_empty_whoever_offers_it_and_opens_no_conflict(self):
        state = log()
        state.purged = {("report", REPORT): frozenset({"caller"})}
        made = push(state, 1, new("report", REPORT, title="Brand", caller="Jansen"))
        assert (made.code, made.fields) == (Code.MERGED, ("caller",))
        told = push(state, 2, edit("report", REPORT, caller=["Jansen", "x"], place=["", "Epe"]))
        assert (told.code, told.fields) == (Code.MERGED, ("caller",))
        values = state.records["report", REPORT].values
        assert (values["caller"], values["place"]) == ("", "Epe")
        assert [a.entry.effect.changes for a in state.appended] == [(), ()]

    def test_an_entry_can_be_emptied_twice_and_keeps_its_digest(self):
        state = log()
        push(state, 1, new("report", REPORT, title="Brand", caller="Jansen", callback="06"))
        entry = state.appended[0].entry
        once = redact_purged(entry, lambda leaf: leaf.name == "caller")
        twice = redact_purged(once, lambda leaf: leaf.name == "callback")
        both = redact_purged(entry, lambda leaf: leaf.name in ("caller", "callback"))
        assert isinstance(once, Redacted)
        assert twice == both != once


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ({"id": "zz" * 18}, "malformed"),
        ({"id": "ABCDEF00" + uuid7(1, 1)[8:]}, "malformed"),
        ({"salt": "AB" * 16}, "malformed"),
        ({"salt": "ab" * 32}, "malformed"),
        ({"device": "x" * 37}, "malformed"),
        ({"device_seq": -1}, "malformed"),
        ({"made_at": LAST_MOMENT + 1}, "malformed"),
        ({"stream": "operation:nowhere"}, "no_such_stream"),
        ({"corrects": "the one before"}, "malformed"),
    ],
)
def test_what_is_no_changeset_is_refused_by_name(damage: dict[str, Any], reason: str):
    state = log()
    told = push(state, 1, new("report", REPORT, title="Brand"), **damage)
    assert (told.code, told.reason) == (Code.REFUSED, reason)
    assert state.appended == []
    assert state.quarantined == {}


def test_a_chain_that_is_no_hash_is_refused():
    state = log()
    offer = Offered(changeset(1, new("report", REPORT, title="Brand")), "nonsense", JAN)
    (told,) = append(state, [offer], now=1)
    assert (told.code, told.reason) == (Code.REFUSED, "malformed")


def test_what_was_shown_has_to_be_normal_text_too():
    state = log()
    push(state, 1, new("report", REPORT, title="Brand"))
    told = push(state, 2, edit("report", REPORT, title=["a\0b", "x"]))
    assert (told.code, told.reason) == (Code.REFUSED, "not_normal")


def test_times_and_numbers_that_no_desk_can_hold():
    time, whole = RECORD_TYPES["report"].fields["occurred_at"], RECORD_TYPES["attachment"].fields
    assert check_wire(time, 1_795_480_000_000) is None
    assert check_wire(time, 10**15) == "wrong_kind"
    assert check_wire(time, -(10**15)) == "wrong_kind"
    assert check_wire(whole["size"], 2**40) is None
    assert check_wire(whole["size"], 2**63) == "wrong_kind"


def test_where_the_rules_raised_is_told_without_values(monkeypatch: pytest.MonkeyPatch):
    def broken(*_: object) -> None:
        raise ValueError("Jansen 0612345678")

    monkeypatch.setattr("kcr2desk.core.append.merge", broken)
    state = log()
    told = push(state, 1, new("report", REPORT, title="Brand"))
    assert (told.code, told.reason) == (Code.QUARANTINED, "hub_failed")
    (where,) = state.failures.values()
    assert where.startswith("ValueError at ")
    assert "broken" in where
    assert "Jansen" not in where


def test_an_id_is_a_uuid_in_small_letters():
    assert is_id(uuid7(1, 1))
    for wrong in ("", "x" * 36, uuid7(1, 1).replace("-", ""), uuid7(1, 1) + "\n"):
        assert not is_id(wrong)


def test_the_quick_ways_give_the_canonical_bytes():
    made = changeset(7, actor=Actor('J"an\n\N{FIRE}', "duty_officer", ""), corrects=uuid7(1, 1))
    c = made
    told: Json = [
        c.id, c.device, c.device_seq, c.actor, c.stream, c.made_at, c.schema, c.corrects,
    ]  # fmt: skip
    assert head_bytes(made) == canonical(told)
    values: dict[str, Json] = {
        "title": "é\n\x01", "occurred_at": -5, "received_at": 2**40, "urgent": True, "grip": "",
        "alert": {"b": 1, "a": [None, True, 1.5, "\\"]}, "quantities": ["1 platoon"],
    }  # fmt: skip
    state = log()
    assert push(state, 1, new("report", REPORT, **values)).code is Code.APPLIED
    entry = state.appended[0].entry
    emptied = redact_purged(entry, lambda leaf: True)  # its digests are taken leaf by leaf
    assert all(isinstance(item, str) for item in emptied.asked)
    assert redacted_hash(GENESIS, emptied) == entry_hash(GENESIS, entry) == entry.hash
