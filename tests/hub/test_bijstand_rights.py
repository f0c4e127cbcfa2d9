"""What a region and the government may write of bijstand: what is theirs, and no more of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from kcr2desk.core.access import Actor, refusal
from kcr2desk.core.bijstand import OWN_REQUEST_STEPS, REQUEST_STEPS, capacity_id
from kcr2desk.core.changes import Change, How
from kcr2desk.core.text import Json
from tests.hub.line import Caller, new_id

SignIn = Callable[[str], Caller]
NOW = round(datetime(2026, 7, 24, 14, tzinfo=UTC).timestamp() * 1000)
PELOTONS: dict[str, Json] = {"owner": "VR06", "source": "VR06", "resource": "fire_platoon"}
ASKED: dict[str, Json] = {"title": "Natuurbrand", "region": "VR06", "source": "VR06"}


def new(type_name: str, **fields: Any) -> Change:
    return Change(type_name, new_id(), How.NEW, fields)


def edit(of: Change, **fields: Any) -> Change:
    return Change(of.type, of.id, How.EDIT, fields)


def told(who: Caller, *changes: Change, stream: str = "national") -> list[str]:
    """What each change comes to, each in a changeset of its own: "applied", or why not."""
    outcomes = who.push(*(who.changeset(c, stream=stream) for c in changes)).outcomes
    return [o.reason or o.code.value for o in outcomes]


# -- requests --------------------------------------------------------------------------------------


def test_a_region_submits_and_withdraws_and_the_room_treats_and_judges(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    request = new("assistancerequest", **ASKED)
    assert told(vnog, request, edit(request, status=["draft", "submitted"])) == ["applied"] * 2
    for field, value in (
        ("judgement", ["", "agreed"]), ("judged_by", ["", "mij"]), ("judged_at", [None, NOW]),
        ("owner", ["", "vnog"]), ("status", ["submitted", "in_treatment"]),
        ("status", ["submitted", "returned"]), ("status", ["submitted", "refused"]),
    ):  # fmt: skip
        assert told(vnog, edit(request, **{field: value})) == ["not_your_field"], field
    treated = edit(request, status=["submitted", "in_treatment"], judgement=["", "agreed"])
    assert told(jansen, treated) == ["applied"]
    assert told(vnog, edit(request, status=["in_treatment", "closed"])) == ["not_your_field"]
    assert told(vnog, edit(request, status=["in_treatment", "withdrawn"])) == ["applied"]


@pytest.mark.parametrize("status", ["in_treatment", "closed", "refused", "unable"])
@pytest.mark.parametrize("name", ["vnog", "bakker"])
def test_nobody_outside_makes_a_request_that_the_room_has_treated(
    caller: SignIn, name: str, status: str
):
    source = "VR06" if name == "vnog" else "government"
    request = new("assistancerequest", **{**ASKED, "source": source}, status=status)
    assert told(caller(name), request) == ["not_your_field"]


def test_a_region_asks_for_itself_and_the_government_for_whom_it_will(caller: SignIn):
    vnog, bakker = caller("vnog"), caller("bakker")
    assert told(vnog, new("assistancerequest", **{**ASKED, "region": "VR09"})) == (
        ["not_your_record"]
    )
    request = new("assistancerequest", **ASKED)
    assert told(vnog, request, edit(request, region=["VR06", "VR09"])) == (
        ["applied", "not_your_record"]
    )
    of_state = new("assistancerequest", title="Irma", region="SX", source="government")
    assert told(bakker, of_state) == ["applied"]


def test_burenhulp_is_noted_whole_by_who_gives_it_and_becomes_no_request(caller: SignIn):
    vnog = caller("vnog")
    help_ = {**ASKED, "region": "VR07", "kind": "neighbour", "status": "in_treatment"}
    request = new("assistancerequest", **help_)
    given = new("commitment", **PELOTONS, to_region="VR07", request=request.id)
    capacity = Change(
        "capacity", capacity_id("national", "VR06", "fire_platoon"), How.NEW,
        {**PELOTONS, "available": 2},
    )  # fmt: skip
    assert told(vnog, capacity, request, given) == ["applied"] * 3
    assert told(vnog, edit(request, kind=["neighbour", "assistance"])) == ["not_your_field"]
    asked = new("assistancerequest", **ASKED)
    assert told(vnog, asked, edit(asked, kind=["assistance", "neighbour"])) == (
        ["applied", "not_your_field"]
    )
    again = Change(asked.type, asked.id, How.NEW, {"kind": "neighbour", "source": "VR06"})
    assert told(vnog, again) == ["not_your_field"]


def test_that_nobody_can_give_a_line_is_the_room_s_finding(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    request = new("assistancerequest", **ASKED)
    line = new("requestline", about=request.id, resource="fire_platoon")
    assert told(vnog, request, line) == ["applied"] * 2
    assert told(vnog, edit(line, ended=["", "unable"])) == ["not_your_field"]
    assert told(jansen, edit(line, ended=["", "unable"])) == ["applied"]
    assert told(vnog, edit(line, ended=["unable", ""])) == ["not_your_field"]


def test_a_line_is_not_moved_to_what_somebody_else_asked(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    theirs = new("assistancerequest", title="Ander", region="VR09", source="VR09")
    shown = new("assistancerequest", title="Ander", source="KCR2", audience=["regions"])
    own = new("assistancerequest", **ASKED)
    line = new("requestline", about=own.id, resource="fire_platoon")
    assert told(jansen, theirs, shown) == ["applied"] * 2
    assert told(vnog, own, line) == ["applied"] * 2
    moves = [edit(line, about=[own.id, to]) for to in (theirs.id, new_id(), shown.id)]
    assert [told(vnog, move) for move in moves] == (
        [["unknown_record"], ["unknown_record"], ["not_your_record"]]
    )


def test_own_steps_are_steps(caller: SignIn):
    for was, steps in OWN_REQUEST_STEPS.items():
        assert set(steps) <= set(REQUEST_STEPS[was]), was


# -- whose it is -----------------------------------------------------------------------------------


@pytest.mark.parametrize("type_name", ["report", "capacity", "commitment", "assistancerequest"])
def test_a_record_is_not_made_somebody_else_s(caller: SignIn, type_name: str):
    """Else a region would speak in the name of another, or of the room."""
    vnog = caller("vnog")
    fields: dict[str, dict[str, Json]] = {
        "report": {"title": "Melding", "source": "VR06"}, "assistancerequest": ASKED,
    }  # fmt: skip
    made = new(type_name, **fields.get(type_name, {**PELOTONS}))
    if type_name == "capacity":
        made = Change(type_name, capacity_id("national", "VR06", "fire_platoon"), How.NEW, PELOTONS)
    if type_name == "commitment":
        made = new(type_name, **PELOTONS, status="withdrawn")
    assert told(vnog, made) == ["applied"]
    also = {"owner": ["VR06", "VR07"]} if type_name in ("capacity", "commitment") else {}
    for to in ("VR07", "KCR2"):
        assert told(vnog, edit(made, source=["VR06", to], **also)) == ["not_your_record"]


def test_the_place_of_another_owner_s_number_is_not_taken_nor_is_it_told_to_be_taken(
    caller: SignIn,
):
    jansen, vnog = caller("jansen"), caller("vnog")
    there, none = (capacity_id("national", "VR09", code) for code in ("fire_platoon", "pump"))
    theirs: dict[str, Json] = {
        "owner": "VR09",
        "source": "VR09",
        "resource": "fire_platoon",
        "available": 3,
    }
    assert told(jansen, Change("capacity", there, How.NEW, theirs)) == ["applied"]
    for record in (there, none):
        assert told(vnog, Change("capacity", record, How.NEW, PELOTONS)) == ["not_your_record"]


def test_a_unit_of_another_is_like_one_that_is_not_there(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    theirs = new("unit", owner="VR09", source="VR09", resource="fire_platoon", name="Peloton 1")
    own = Change(
        "capacity", capacity_id("national", "VR06", "fire_platoon"), How.NEW,
        {**PELOTONS, "available": 3},
    )  # fmt: skip
    assert told(jansen, theirs) == told(vnog, own) == ["applied"]
    guesses = [new("commitment", **PELOTONS, unit=unit) for unit in (theirs.id, new_id())]
    assert told(vnog, *guesses) == ["unknown_unit"] * 2


# -- inquiries -------------------------------------------------------------------------------------


def test_who_is_asked_answers_and_does_not_alter_remove_or_show_the_question(caller: SignIn):
    jansen, vnog = caller("jansen"), caller("vnog")
    inquiry = new("inquiry", owner="VR06", source="VR06", title="Uitvraag", status="asked")
    line = new("inquiryline", about=inquiry.id, resource="fire_platoon", quantity=2)
    assert told(jansen, inquiry, line) == ["applied"] * 2
    for change in (
        edit(inquiry, title=["Uitvraag", "Anders"]),
        edit(inquiry, removed=[False, True]),
        edit(inquiry, audience={"add": ["regions"]}),
        edit(inquiry, link_until=[None, NOW]),
        edit(inquiry, mail=["", "wanted"]),
        edit(inquiry, status=["asked", "withdrawn"]),
        edit(inquiry, status=["asked", "expired"]),
        edit(line, quantity=[2, 0]),
        edit(line, removed=[False, True]),
    ):
        assert told(vnog, change) == ["not_your_field"], change
    assert told(vnog, edit(inquiry, status=["asked", "seen"])) == ["applied"]
    answered = edit(inquiry, status=["seen", "answered"], answered_by=["", "Piet"])
    assert told(vnog, edit(line, answer=["", "yes"]), answered) == ["applied"] * 2


def test_a_key_of_the_intake_delivers_reports_and_promises_nothing():
    key = Actor("kanaal", "intake", "KCR2")
    assert refusal(key, "national", "report", {}) == ""
    for type_name in ("commitment", "capacity", "assistancerequest", "inquiry", "conflict"):
        assert refusal(key, "national", type_name, {}) == "not_allowed"


# -- who sees what ---------------------------------------------------------------------------------


def test_who_gets_help_sees_who_comes_but_no_phone_and_nobody_else_s(caller: SignIn):
    jansen, vnog, bakker = caller("jansen"), caller("vnog"), caller("bakker")
    theirs: dict[str, Json] = {"owner": "VR09", "source": "VR09", "resource": "fire_platoon"}
    capacity = Change(
        "capacity", capacity_id("national", "VR09", "fire_platoon"), How.NEW,
        {**theirs, "available": 5},
    )  # fmt: skip
    phone = {"commander": "J. de Boer", "commander_phone": "06-12345678"}
    paper = {"edxl": {"contact": "J. de Boer 06-12345678"}}
    to_vnog = new("commitment", **theirs, **phone, **paper, audience=["VR06"])
    to_others = new("commitment", **theirs, **phone, audience=["VR07"])
    asked = new("assistancerequest", title="Irma", region="SX", audience=["government"])
    assert told(jansen, capacity, to_vnog, to_others, asked) == ["applied"] * 4
    seen = {r.id: r.values for r in vnog.snapshot().records}
    assert seen.keys() == {to_vnog.id}
    for text in ("Boer", "12345678"):
        assert text not in str(seen)
        assert text not in str(vnog.pull())
        assert text in str(jansen.snapshot().records)
    assert [r.id for r in bakker.snapshot().records] == [asked.id]
