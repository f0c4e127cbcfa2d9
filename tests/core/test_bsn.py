"""The 11-proef, and when an operation keeps a BSN or a term."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.nl import bsn as stdnum_bsn

from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Change, Changeset, Code, How, Outcome
from kcr2desk.core.errors import SENTENCES
from kcr2desk.core.ids import uuid7
from kcr2desk.core.repatriation.bsn import bsn_of
from kcr2desk.core.repatriation.opening import opening
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.core.text import Json

LEAD = Actor("hal", "hall_lead", "KCR2")
OPERATION, PERSON = uuid7(1, 5), uuid7(1, 6)
STREAM = stream_of(OPERATION)
SAID = {"title": "Beiroet", "purpose": "Opvang", "legal_ground": "AVG"}


@given(st.text(alphabet="0123456789", min_size=8, max_size=9) | st.text(max_size=12))
def test_it_says_the_same_as_a_library_that_others_use(text: str):
    digits = text.strip() if text.strip().isdigit() and len(text.strip()) in (8, 9) else "x"
    assert bool(bsn_of(text)) == stdnum_bsn.is_valid(digits)


@given(st.integers(0, 99_999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_never_passes(number: int, place: int, off: int):
    for last in "0123456789":
        digits = f"{number:08}{last}"
        if bsn_of(digits):
            wrong = f"{(int(digits[place]) + off) % 10}"
            assert bsn_of(digits[:place] + wrong + digits[place + 1 :]) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("123456782", "123456782"), ("1234.56.782", "123456782"), ("12345672", "012345672"),
        ("100000009", "100000009"),
        ("123456789", ""), ("000000000", ""), ("", ""), ("１２３４５６７８２", ""), ("1234567", ""),
        ("0123456782", ""),
    ],
)  # fmt: skip
def test_what_is_a_bsn(text: str, found: str):
    assert bsn_of(text) == found


class Hub:
    """A log with one operation in it."""

    def __init__(self, **said: Json) -> None:
        self.state = LogState("e1", {STREAM: first_head()}, {}, {})
        self.number = 0
        self.opened = self.push(*opening(OPERATION, "hal", {**SAID, **said}))

    def push(self, *changes: Change, trusted: bool = False) -> Outcome:
        self.number += 1
        made = Changeset(
            uuid7(self.number, 2), "device", self.number, "hal", STREAM, 1, 1, "ab" * 16, changes
        )
        return append(self.state, [Offered(made, GENESIS, LEAD, trusted)], now=self.number)[0]

    def registers(self, **fields: Json) -> Outcome:
        return self.push(Change("person", PERSON, How.NEW, fields))

    def edits(self, record: tuple[str, str], **fields: Json) -> Outcome:
        return self.push(Change(*record, How.EDIT, fields))


def told(outcome: Outcome) -> tuple[Code, str, tuple[str, ...]]:
    return outcome.code, outcome.reason, outcome.fields


def test_without_a_ground_no_bsn_is_kept_and_nothing_else_stands_in_the_way():
    for ground in ("", "  "):
        hub = Hub(bsn_ground=ground)
        refused = hub.registers(spoken_name="Samira", bsn="123456782")
        assert told(refused) == (Code.REFUSED, "no_bsn_ground", ("bsn",))
        assert hub.registers(spoken_name="Samira", bsn="").code is Code.APPLIED
        edited = hub.edits(("person", PERSON), bsn=["", "123456782"])
        assert told(edited) == (Code.REFUSED, "no_bsn_ground", ("bsn",))


def test_what_fails_the_11_proef_is_refused_and_eight_digits_are_written_whole():
    hub = Hub(bsn_ground="Wet BRP")
    for wrong in ("123456789", "12345672", "12345678x", "x"):
        assert told(hub.registers(bsn=wrong)) == (Code.REFUSED, "wrong_bsn", ("bsn",))
    assert hub.registers(bsn="123456782").code is Code.APPLIED
    edited = hub.edits(("person", PERSON), bsn=["123456782", "123456789"])
    assert told(edited) == (Code.REFUSED, "wrong_bsn", ("bsn",))
    assert hub.edits(("person", PERSON), bsn=["123456782", ""]).code is Code.APPLIED


def test_who_lost_the_ground_may_still_take_a_bsn_out_or_remove_the_person():
    hub = Hub(bsn_ground="Wet BRP")
    assert hub.registers(bsn="123456782").code is Code.APPLIED
    assert hub.edits(("operation", OPERATION), bsn_ground=["Wet BRP", ""]).code is Code.APPLIED
    removed = hub.edits(("person", PERSON), bsn=["123456782"] * 2, removed=[False, True])
    assert removed.code is Code.APPLIED


def test_a_registration_wants_nothing_else():
    hub = Hub()
    whole: tuple[dict[str, Json], ...] = (
        {},
        {"outcome": ""},
        {"spoken_name": "Samira"},
        {"outcome": "refused"},
    )
    for fields in whole:
        made = Change("person", uuid7(2, hub.number), How.NEW, fields)
        assert hub.push(made).code is Code.APPLIED


def test_what_was_in_the_log_before_a_restore_is_not_judged_again():
    hub = Hub()
    made = Change("person", PERSON, How.NEW, {"bsn": "123456782"})
    assert hub.push(made, trusted=True).code is Code.APPLIED


@pytest.mark.parametrize("days", [None, -1, 2556, True])
def test_an_operation_without_an_end_is_refused(days: Json):
    state = Hub().state
    change = Change("operation", OPERATION, How.EDIT, {"retention_days": [30, days]})
    made = Changeset(uuid7(9, 2), "device", 9, "hal", STREAM, 1, 1, "ab" * 16, (change,))
    (outcome,) = append(state, [Offered(made, GENESIS, LEAD)], now=9)
    assert outcome.code is Code.REFUSED
    assert outcome.fields == ("retention_days",)


def test_a_lead_may_extend_and_shorten_the_term():
    hub = Hub(retention_days=30)
    for was, now in ((30, 60), (60, 1), (1, 0), (0, 2555)):
        edited = hub.edits(("operation", OPERATION), retention_days=[was, now])
        assert edited.code is Code.APPLIED


def test_the_codes_have_sentences():
    for code in ("no_bsn_ground", "wrong_bsn", "wrong_term"):
        assert all(len(text) > 20 for text in SENTENCES[code])
