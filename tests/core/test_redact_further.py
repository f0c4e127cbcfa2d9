"""Entries of which fields were purged, for readers who may not see all that is left."""

from __future__ import annotations

from kcr2desk.core.access import KCR2, Reader
from kcr2desk.core.chain import GENESIS, entry_hash, redacted_hash
from kcr2desk.core.changes import (
    Change,
    Changeset,
    Code,
    Effect,
    Entry,
    How,
    Leaf,
    Redacted,
    Scope,
)
from kcr2desk.core.redact import redact, redact_further, redact_purged

ALL = Reader(KCR2, frozenset({"contact"}))
ROOM = Reader(KCR2, frozenset())
REGION = Reader("VR06", frozenset())
OTHER = Reader("VR09", frozenset())
FOR_REGION, FOR_ALL, CLOSED = Scope("KCR2", ("VR06",)), Scope("KCR2", ("regions",)), Scope("KCR2")


def change(n: int, how: How = How.NEW, **fields: str) -> Change:
    return Change("report", f"01a0a3f4-8c00-7000-8000-00000000000{n}", how, dict(fields))


def entry(asked: tuple[Change, ...], effect: tuple[Change, ...] = ()) -> Entry:
    changeset = Changeset("c", "d", 1, "jan", "national", 5, 1, "0f" * 16, asked)
    return Entry("national", 1, "e", changeset, Code.APPLIED, Effect((), effect), 9, GENESIS)


def seen(_type: str, _record: str) -> bool:
    return True


def names(told: Entry | Redacted) -> list[str]:
    """Which leaves are to be read."""
    if isinstance(told, Entry):
        return ["everything"]
    items = (*told.asked, *told.effects)
    return [f"{i[1].id[-1]}.{i[1].name}" for i in items if not isinstance(i, str)]


def told(whole: Entry, purged: str, scopes: tuple[Scope, ...], reader: Reader) -> Redacted:
    left = redact_purged(whole, lambda leaf: leaf.name == purged)
    found = redact_further(left, scopes, reader, seen)
    assert redacted_hash(GENESIS, found) == entry_hash(GENESIS, whole)
    return found


def test_whoever_may_see_all_sees_what_is_left():
    whole = entry((change(1, title="x", caller="y", callback="z"),))
    assert names(told(whole, "callback", (CLOSED,), ALL)) == ["1.caller", "1.title"]
    assert names(told(whole, "callback", (Scope("VR09"),), ROOM)) == ["1.title"]


def test_purging_and_withholding_come_to_the_same_in_either_order():
    whole = entry((change(1, title="x", caller="y"), change(2, title="z")))
    scopes = (FOR_REGION, CLOSED)
    after = told(whole, "place", scopes, REGION)
    assert names(after) == names(redact(whole, scopes, REGION, seen)) == ["1.title"]


def test_an_entry_of_which_nothing_is_visible_is_its_digest_alone():
    whole = entry((change(1, title="x", caller="y"),))
    found = told(whole, "caller", (FOR_REGION,), OTHER)
    assert found.head is None
    assert found.digest
    only = entry((change(1, caller="y"),))
    assert told(only, "caller", (FOR_REGION,), REGION).head is None


def test_what_is_hidden_at_present_stays_hidden():
    whole = entry((change(1, title="x", caller="y"),))
    left = redact_purged(whole, lambda leaf: leaf.name == "caller")
    assert names(redact_further(left, (FOR_ALL,), REGION, lambda _t, _r: False)) == []
    gone = entry((change(1, title="x", caller="y"),), (change(1, How.WITHDRAW),))
    left = redact_purged(gone, lambda leaf: leaf.name == "caller")
    found = redact_further(left, (FOR_ALL, FOR_ALL), REGION, lambda _t, _r: False)
    assert names(found) == ["1."]  # the withdrawal itself


def test_scopes_of_effects_are_found_also_behind_a_change_that_is_purged_whole():
    asked = (change(1, title="x"), change(2, caller="y"))
    whole = entry(asked, (change(3, title="z", caller="q"),))
    # was the first effect, or the last asked, for the region? then for nobody but whom both are for
    assert names(told(whole, "caller", (FOR_REGION, FOR_REGION, FOR_REGION), REGION)) == [
        "1.title",
        "3.title",
    ]
    assert names(told(whole, "caller", (FOR_REGION, CLOSED, FOR_REGION), REGION)) == ["1.title"]
    assert names(told(whole, "caller", (FOR_REGION, FOR_REGION, CLOSED), REGION)) == ["1.title"]
    sure = entry((change(1, caller="x"), change(2, title="y")), (change(3, title="z"),))
    assert names(told(sure, "caller", (CLOSED, CLOSED, FOR_REGION), REGION)) == ["3.title"]


def test_leaves_that_are_left_are_those_of_the_entry():
    whole = entry((change(1, title="x", caller="y"),))
    (hidden, item) = told(whole, "caller", (CLOSED,), ALL).asked
    assert isinstance(hidden, str)
    assert isinstance(item, tuple)
    assert item[1] == Leaf(0, "report", change(1).id, How.NEW, "title", "x")
