"""Who is let into an operation, on values alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.access import (
    KINDS,
    MACHINES,
    MAY_OPEN,
    MEMBER_ROLES,
    ROLES,
    Actor,
    base_streams,
    reader_of,
    refusal,
    streams_of,
    will_read,
)
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Change, Changeset, Cursor, How, Outcome
from kcr2desk.core.engine import Drop, Lose, OfferAgain, SyncState, on_no_stream, snapshot_request
from kcr2desk.core.grants import is_led, let_in, member_id, roles_in
from kcr2desk.core.ids import uuid7
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.opening import letting_in, opening
from kcr2desk.core.repatriation.operation import stream_of

HAL = Actor("hal", "hall_lead", "KCR2")
ANNA = Actor("anna", "registrar", "KCR2")
OPERATION = uuid7(1, 1)
STREAM = stream_of(OPERATION)
SAID = {"title": "Beiroet", "purpose": "Opvang", "legal_ground": "AVG"}
COUNTER = iter(range(10, 10**6))


def fresh() -> LogState:
    return LogState("e1", {STREAM: first_head(), "national": first_head()}, {}, {})


def offered(actor: Actor, *changes: Change, stream: str = STREAM) -> Offered:
    n = next(COUNTER)
    made = Changeset(uuid7(n, n), "d", n, actor.name, stream, n, 1, f"{n:032x}", changes)
    return Offered(made, GENESIS, actor)


def ruled(state: LogState, *offers: Offered) -> list[str]:
    return [told(outcome) for outcome in append(state, offers, 5)]


def told(outcome: Outcome) -> str:
    return outcome.reason or outcome.code.value


def person(**fields: str) -> Change:
    n = next(COUNTER)
    return Change("person", uuid7(n, n), How.NEW, {"spoken_name": "Samira", **fields})


def test_members_count_from_the_next_changeset_on() -> None:
    state = fresh()
    said = ruled(
        state,
        offered(ANNA, person()),
        offered(HAL, *opening(OPERATION, "hal", SAID)),
        offered(ANNA, person()),
        offered(HAL, letting_in(OPERATION, "Anna", "registrar")),
        offered(ANNA, person()),
        offered(HAL, Change("member", member_id(OPERATION, "anna"), How.EDIT,
                            {"removed": [False, True]})),
        offered(ANNA, person()),
    )  # fmt: skip
    no = "no_such_stream"
    assert said == [no, "applied", no, "applied", "applied", "applied", no]


def test_what_an_actor_claims_to_be_counts_for_nothing() -> None:
    state = fresh()
    append(state, [offered(HAL, *opening(OPERATION, "hal", SAID))], 5)
    posing = replace(ANNA, operations={STREAM: "lead"})
    assert ruled(state, offered(posing, person())) == ["no_such_stream"]
    for role in MACHINES:
        assert let_in(Actor("hal", role, "KCR2"), state.members).operations == {}


def test_what_is_proven_waits_for_the_beginning_of_its_operation() -> None:
    state = fresh()
    proven = replace(offered(Actor("anna", "hub", ""), person()), trusted=True)
    assert ruled(state, proven) == ["unknown_record"]
    append(state, [offered(HAL, *opening(OPERATION, "hal", SAID))], 5)
    assert ruled(state, proven) == ["applied"]


def test_the_hubs_own_hand_links_persons_and_nothing_else() -> None:
    state, hub = fresh(), Actor("hub", "hub", "KCR2")
    append(state, [offered(HAL, *opening(OPERATION, "hal", SAID))], 5)
    n = next(COUNTER)
    ends = {"one": uuid7(n, 1), "other": uuid7(n, 2)}
    link = Change("personlink", uuid7(n, 3), How.NEW, ends)
    assert ruled(state, offered(hub, link), offered(hub, person())) == ["applied", "not_allowed"]
    assert ruled(fresh(), offered(hub, link)) == ["no_such_stream"]


ROLE = st.sampled_from(sorted(MEMBER_ROLES))
ACT = st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd"), ROLE, st.booleans())


@given(st.lists(ACT, max_size=25))
def test_whatever_leads_do_somebody_leads(acts: list[tuple[str, str, str, bool]]) -> None:
    """By any acts of anybody an operation that has begun keeps a lead, and only leads let in."""
    state = fresh()
    lead = Actor("a", "hall_lead", "KCR2")
    assert ruled(state, offered(lead, *opening(OPERATION, "a", SAID))) == ["applied"]
    for who, whom, role, out in acts:
        before = roles_in(state.members[STREAM])
        record = member_id(OPERATION, whom)
        if record in state.members[STREAM]:
            held = state.records["member", record].values
            fields = {"role": [held["role"], role], "removed": [held["removed"], out]}
            change = Change("member", record, How.EDIT, fields)
        else:
            change = letting_in(OPERATION, whom, role)
        (said,) = ruled(state, offered(Actor(who, "registrar", "KCR2"), change))
        assert is_led(state.members[STREAM])
        if before.get(who) != "lead":
            assert said == ("not_allowed" if who in before else "no_such_stream")
            assert roles_in(state.members[STREAM]) == before


def test_every_type_has_its_kind_of_stream_and_persons_only_one() -> None:
    inside = {n for n in RECORD_TYPES if n in KINDS["operation"]} - {"conflict"}
    for kind, types in KINDS.items():
        assert kind == "operation" or not types & inside
    assert set().union(*KINDS.values()) == RECORD_TYPES.keys()
    admin = Actor("baas", "administrator", "KCR2")
    for name in inside:
        assert refusal(admin, "reference", name, None) == "not_allowed"


@pytest.mark.parametrize("role", sorted(ROLES.keys() - MACHINES))
def test_a_role_alone_lets_nobody_into_an_operation(role: str) -> None:
    who = Actor("x", role, "KCR2")
    assert not any(s.startswith("operation") for s in base_streams(role))
    assert {refusal(who, STREAM, name, None) for name in RECORD_TYPES} == {"no_such_stream"}
    with pytest.raises(KeyError):
        reader_of(who, STREAM)
    member = replace(who, operations={STREAM: "medical"})
    assert streams_of(member) == (*base_streams(role), STREAM)
    assert reader_of(member, STREAM).private == {"medical"}
    assert "viewing" in ROLES[role].appends["audit"]
    assert will_read(role, "audit") == (role == "auditor")
    assert {"duty_officer", "hall_lead"} == MAY_OPEN


def loading(*, restored: bool) -> SyncState:
    cursors = {"national": Cursor(3, "a" * 64)}
    return SyncState("e1", cursors, grants={"national": "g"}, wanted=(STREAM,), offer=restored)


def test_a_stream_that_is_not_ours_holds_nothing_up() -> None:
    state, request = snapshot_request(loading(restored=False), "d", 10)
    after, steps = on_no_stream(state, request)
    assert (after.wanted, after.loading, after.cursors.keys()) == ((), None, {"national"})
    assert steps == (Drop(STREAM),)
    assert on_no_stream(after, request) == (after, ())  # late or doubled


def test_a_stream_that_a_restored_hub_lost_is_offered() -> None:
    state, request = snapshot_request(loading(restored=True), "d", 10)
    after, steps = on_no_stream(state, request)
    assert (after.wanted, after.loading, after.offer) == ((), None, False)
    assert steps == (Lose(STREAM), OfferAgain(STREAM, (), None))
