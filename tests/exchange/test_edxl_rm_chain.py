"""The chain of bijstand in EDXL-RM messages of other systems: each step brings what it says."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from kcr2desk.core.bijstand import COMMITMENT_STEPS, Commitment, Inquiry
from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import derived_id
from kcr2desk.exchange.edxl_rm import answered, asks
from kcr2desk.exchange.problems import Problem, sentence
from tests.exchange.rm_world import World, codes, element, measured, message, said

REQUEST = message(
    "RequestResource",
    "req-1",
    element(
        "line-1",
        quantity=measured("4"),
        times=[
            ("RequestedArrival", "2026-07-01T20:00:00+02:00"),
            ("EstimatedReturnDeparture", "2026-07-03T08:00:00+02:00"),
        ],
        report_to="Sporthal De Brink",
    ),
    element("line-2", what="Handcrew", quantity=said("2 to 3")),
    contacts=[
        ("Sender", "Meldkamer"),
        ("Requester", "Veiligheidsregio Noord- en Oost-Gelderland"),
        ("Approver", "Voorzitter VNOG"),
    ],
)


def commit(name: str, *elements: str, sent: str = "2026-07-01T11:30:00Z", **more: object) -> str:
    return message("CommitResource", name, *elements, before="req-1", sent=sent, **more)  # type: ignore[arg-type]


TWO = commit(
    "com-1",
    element(
        "c1",
        answers=("line-1", "Accept"),
        what="Peloton 100",
        id_="TW-100",
        owner="VR05",
        quantity=measured("1"),
        times=[("EstimatedArrival", "2026-07-01T17:45:00Z")],
    ),
    element(
        "c2",
        answers=("line-1", "Provisional"),
        what="Peloton 200",
        id_="TW-200",
        owner="VR05",
        quantity=measured("1"),
    ),
)


@pytest.fixture
def world() -> World:
    return World()


def test_a_request_comes_with_its_lines(world: World) -> None:
    brought = world.take(REQUEST)
    assert brought.stream == "national"
    (request,) = world.book.requests
    assert (request.region, request.status, request.channel) == ("VR06", "submitted", "rm")
    assert request.audience == {"VR06"}
    assert request.authority == "Voorzitter VNOG"
    assert request.report_to == "Sporthal De Brink"
    assert request.report_to_position == "52.2,5.9"
    first, second = world.book.lines(request.id)
    assert (first.resource, first.quantity, first.least) == ("fire_platoon", 4, 0)
    assert first.from_at == datetime(2026, 7, 1, 18, tzinfo=UTC)
    assert first.until_at == datetime(2026, 7, 3, 6, tzinfo=UTC)
    assert (second.resource, second.quantity, second.least) == ("handcrew", 3, 2)
    assert "rm-quantity-range" in codes(brought)


def test_several_commits_answer_one_line_and_raise_the_number_of_the_owner(world: World) -> None:
    world.take(REQUEST)
    brought = world.take(TWO)
    first, second = world.book.commitments()
    (line, _) = world.book.lines(world.book.requests[0].id)
    assert {first.line, second.line} == {line.id}
    assert {first.firmness, second.firmness} == {"definite", "provisional"}
    assert (first.source, first.owner, first.word, first.how) == ("VR05", "VR05", "owner", "rm")
    assert first.to_region == "VR06"
    assert first.authority == "Veiligheidsregio Twente"
    assert world.book.fill(line.id).promised == 2
    capacity = world.book.capacity("VR05", "fire_platoon")
    assert capacity is not None
    assert (capacity.available, capacity.checked_how) == (2, "rm")
    assert "rm-raised" in codes(brought)


@pytest.mark.parametrize("data", [REQUEST, TWO])
def test_the_same_message_again_changes_nothing(world: World, data: str) -> None:
    world.take(REQUEST)
    world.take(TWO)
    again = world.take(data)
    assert not again.changes
    assert set(codes(again)) <= {"rm-known"} | {c for c in codes(again) if "quantity" in c}
    assert "rm-known" in codes(again)


def test_a_commit_before_its_request_finds_it_when_it_comes(world: World) -> None:
    world.take(TWO)
    world.take(REQUEST)
    (request,) = world.book.requests
    line = world.book.lines(request.id)[0]
    assert world.book.fill(line.id).promised == 2
    assert {c.request for c in world.book.commitments()} == {request.id}


def test_an_answer_makes_an_inquiry_that_is_answered(world: World) -> None:
    world.take(REQUEST)
    response = message(
        "ResponseToRequestResource",
        "ans-1",
        element("a1", answers=("line-1", "Accept"), quantity=measured("2")),
        element("a2", answers=("line-1", "Accept"), quantity=measured("1")),
        element("a3", answers=("line-2", "Decline"), what="Handcrew", reason="Zelf inzet"),
        before="req-1",
    )
    world.take(response)
    (inquiry,) = world.book.inquiries()
    assert (inquiry.owner, inquiry.source, inquiry.status) == ("VR05", "VR05", "answered")
    assert inquiry.answered_how == "rm"
    platoons, handcrews = world.book.answers(inquiry.id)
    assert (platoons.answer, platoons.offered, platoons.quantity) == ("part", 3, 4)
    assert (handcrews.answer, handcrews.reason) == ("no", "Zelf inzet")
    assert not world.take(response).changes


def test_an_answer_before_its_request_is_linked_to_it(world: World) -> None:
    world.take(
        message(
            "ResponseToRequestResource",
            "ans-1",
            element("a1", answers=("line-1", "Provisional"), reason="Onder voorbehoud"),
            before="req-1",
        )
    )
    world.take(REQUEST)
    line = world.book.lines(world.book.requests[0].id)[0]
    (answer,) = world.book.answers_to(line.id)
    assert answer.answer == "provisional"


def status(name: str, sent: str, *times: tuple[str, str], word: str = "") -> str:
    return message(
        "ReportResourceDeploymentStatus",
        name,
        element("s1", id_="TW-100", what="x", times=times, status=word),
        before="com-1",
        sent=sent,
    )


def the_first(world: World) -> Commitment:
    return next(c for c in world.book.commitments() if "TW-100" in c.call_signs)


def test_status_goes_step_by_step_and_never_back_for_an_older_message(world: World) -> None:
    world.take(REQUEST)
    world.take(TWO)
    there = ("ActualArrival", "2026-07-01T18:00:00Z")
    world.take(status("s-2", "2026-07-01T18:01:00Z", there))
    found = the_first(world)
    assert (found.status, found.arrived_at) == ("on_site", datetime(2026, 7, 1, 18, tzinfo=UTC))
    older = status("s-1", "2026-07-01T16:00:00Z", ("ActualDeparture", "2026-07-01T15:59:00Z"))
    brought = world.take(older)
    found = the_first(world)
    assert (found.status, found.departed_at) == (
        "on_site",
        datetime(2026, 7, 1, 15, 59, tzinfo=UTC),
    )
    assert "rm-status-old" in codes(brought)
    assert not world.take(older).changes
    world.take(status("s-3", "2026-07-03T09:00:00Z", word="Returned"))
    assert the_first(world).status == "returned"


def test_a_word_for_the_status_that_is_unknown_is_told(world: World) -> None:
    world.take(REQUEST)
    world.take(TWO)
    brought = world.take(status("s-1", "2026-07-01T18:01:00Z", word="Code Purple"))
    assert "rm-status-unread" in codes(brought)
    assert the_first(world).status == "promised"


def test_what_was_withdrawn_does_not_come_back_by_a_message(world: World) -> None:
    world.take(REQUEST)
    world.take(TWO)
    found = the_first(world)
    withdrawn = Change("commitment", found.id, How.EDIT, {"status": ["promised", "withdrawn"]})
    world.save(found.stream, [withdrawn])
    brought = world.take(status("s-1", "2026-07-01T18:01:00Z", word="on scene"))
    assert {"rm-step", "rm-now-withdrawn"} <= set(codes(brought))
    (told,) = [each for each in brought.told if each.code == "rm-now-withdrawn"]
    assert sentence(told, "nl").endswith("is ingetrokken.")
    assert the_first(world).status == "withdrawn"


def release(name: str, resource: str) -> str:
    return message(
        "ReleaseResource",
        name,
        element(
            "r1", id_=resource, what="x", quantity=measured("1"),
            times=[("ActualReturnDeparture", "2026-07-02T10:00:00Z")],
        ),
        before="com-1",
        sent="2026-07-02T10:05:00Z",
    )  # fmt: skip


def test_a_release_lets_go_what_is_there_and_cancels_what_never_left(world: World) -> None:
    world.take(REQUEST)
    world.take(TWO)
    world.take(status("s-1", "2026-07-01T18:01:00Z", word="on scene"))
    world.take(release("rel-1", "TW-100"))
    world.take(release("rel-2", "TW-200"))
    found = the_first(world)
    assert found.status == "released"
    assert found.released_at == datetime(2026, 7, 2, 10, tzinfo=UTC)
    other = next(c for c in world.book.commitments() if c.id != found.id)
    assert other.status == "cancelled"
    assert not world.take(release("rel-1", "TW-100")).changes


@pytest.mark.parametrize(
    ("kind", "asked", "moment"),
    [
        ("RequestReturn", "return", "RequestedReturnArrival"),
        ("RequestExtendedDeploymentDuration", "longer", "EstimatedReturnArrival"),
    ],
)
def test_what_is_asked_is_noted_and_changes_no_time(
    world: World, kind: str, asked: str, moment: str
) -> None:
    world.take(REQUEST)
    world.take(TWO)
    before = the_first(world).until_at
    ask = message(
        kind, "ask-1",
        element("x", id_="TW-100", what="x", times=[(moment, "2026-07-05T10:00:00Z")]),
        before="com-1", sent="2026-07-02T10:05:00Z",
    )  # fmt: skip
    brought = world.take(ask)
    found = the_first(world)
    assert found.until_at == before
    assert "2026-07-05T10:00:00Z" in found.note
    (told,) = asks(found)
    assert (told.kind, told.until) == (asked, datetime(2026, 7, 5, 10, tzinfo=UTC))
    assert {"rm-asked-return", "rm-asked-longer"} & set(codes(brought))
    assert not world.take(ask).changes
    assert asks(dataclasses.replace(found, edxl=answered(found, "ask-1"))) == ()


def test_the_requester_takes_its_request_back(world: World) -> None:
    world.take(REQUEST)
    cancel = message(
        "RequestResource", "req-2", element("line-1"), recall=("req-1", "Cancel"), more="Brand uit"
    )
    world.take(cancel)
    (request,) = world.book.requests
    assert (request.status, request.status_reason) == ("withdrawn", "Brand uit")
    assert not world.take(cancel).changes


def test_an_update_changes_the_request_and_answers_to_either_name_find_it(world: World) -> None:
    world.take(REQUEST)
    update = message(
        "RequestResource", "req-2",
        element("line-1", quantity=measured("6")), element("line-3", what="Noodbrug"),
        recall=("req-1", "Update"), sent="2026-07-01T11:20:00Z",
    )  # fmt: skip
    brought = world.take(update)
    (request,) = world.book.requests
    lines = world.book.lines(request.id)
    assert [(line.resource, line.quantity) for line in lines] == [
        ("fire_platoon", 6), ("handcrew", 3), ("emergency_bridge", 1),
    ]  # fmt: skip
    assert "rm-line-gone" in codes(brought)
    assert not world.take(update).changes
    assert not world.take(REQUEST).changes
    world.take(
        message(
            "CommitResource", "com-9", element("c", answers=("line-1", "Accept")), before="req-2"
        )
    )
    assert world.book.commitments()[0].line == lines[0].id


def test_an_update_before_what_it_updates_stands(world: World) -> None:
    update = message(
        "RequestResource", "req-2", element("line-1", quantity=measured("6")),
        recall=("req-1", "Update"), sent="2026-07-01T11:20:00Z",
    )  # fmt: skip
    world.take(update)
    assert not world.take(REQUEST).changes
    (request,) = world.book.requests
    assert [line.quantity for line in world.book.lines(request.id)] == [6]


def test_the_owner_takes_its_promise_back(world: World) -> None:
    world.take(REQUEST)
    world.take(TWO)
    world.take(commit("com-2", element("c1", answers=("line-1", "Decline")),
                      recall=("com-1", "Cancel")))  # fmt: skip
    assert {c.status for c in world.book.commitments()} == {"withdrawn"}


DE = "urn:oasis:names:tc:emergency:EDXL:DE:1.0"


def wrapped(status: str, inner: str) -> str:
    return (
        f'<EDXLDistribution xmlns="{DE}"><distributionID>d</distributionID>'
        "<senderID>VR05</senderID>"
        f"<distributionStatus>{status}</distributionStatus><contentObject><xmlContent>"
        f"<embeddedXMLContent>{inner}</embeddedXMLContent></xmlContent></contentObject>"
        "</EDXLDistribution>"
    )


@pytest.mark.parametrize("word", ["Exercise", "Test", "Draft", "nonsense", ""])
def test_an_exercise_is_never_among_what_is_real(world: World, word: str) -> None:
    brought = world.take(wrapped(word, REQUEST))
    assert brought.stream == "test"
    assert "rm-test" in codes(brought)
    assert {r.stream for r in world.book.requests} == {"test"}


def test_what_is_real_and_an_exercise_of_the_same_name_stay_apart(world: World) -> None:
    world.take(wrapped("Exercise", REQUEST))
    world.take(wrapped("Actual", REQUEST))
    assert {r.stream for r in world.book.requests} == {"test", "national"}
    world.take(wrapped("Exercise", TWO))
    assert {c.stream for c in world.book.commitments()} == {"test"}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (message("RequestResource", "", element("a")), "rm-no-id"),
        (message("RequestResource", "r", element("")), "rm-no-id"),
        (message("RequestResource", "r", element("a"), element("a")), "rm-id-twice"),
        (message("RequestResource", "r"), "rm-no-lines"),
        (message("RequestQuote", "r", element("a")), "rm-no-action"),
        (message("CommitResource", "c", element("a"), before="r"), "rm-no-id"),
        (
            message(
                "CommitResource", "c", element("a", answers=("x", "Accept")),
                contacts=[("Sender", "Someone, somewhere")],
            ),
            "rm-no-owner",
        ),
        (
            message(
                "CommitResource", "c",
                element("a", answers=("x", "Accept")), element("b", answers=("x", "Perhaps")),
            ),
            "rm-value",
        ),
        (message("ReleaseResource", "c", element("a")), "rm-no-commitment"),
        (message("RequestResource", "c", element("a"), recall=("no", "Cancel")),
         "rm-recall-unknown"),
        (wrapped("System", REQUEST), "rm-for-systems"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_over_gets_a_sentence_and_changes_nothing(
    world: World, data: str, code: str
) -> None:
    brought = world.take(data)
    assert not brought.changes
    (problem,) = brought.problems
    assert problem.code == code
    for language in ("en", "nl"):
        assert sentence(problem, language)


@pytest.mark.parametrize(
    ("quantity", "wanted", "least", "code"),
    [
        (said("two"), 2, 0, "rm-quantity-words"),
        (said("12"), 12, 0, ""),
        (said("4 tot 6"), 6, 4, "rm-quantity-range"),
        (said("4–6 stuks"), 6, 4, "rm-quantity-range"),
        (said("6 to 4"), 1, 0, "rm-quantity-unread"),
        (said("ongeveer tien"), 10, 0, "rm-quantity-words"),
        (said("as many as you can"), 1, 0, "rm-quantity-unread"),
        (said("٣"), 1, 0, "rm-quantity-unread"),
        (measured("2.5"), 3, 0, "rm-quantity-rounded"),
        (measured("1e300"), 1, 0, "rm-quantity-unread"),
        (measured("NaN"), 1, 0, "rm-quantity-unread"),
        (measured("-3"), 1, 0, "rm-quantity-unread"),
        (measured("500", "litre"), 500, 0, "rm-quantity-unit"),
        ("", 1, 0, "rm-quantity-none"),
    ],
)
def test_odd_numbers(world: World, quantity: str, wanted: int, least: int, code: str) -> None:
    brought = world.take(message("RequestResource", "r", element("a", quantity=quantity)))
    (line,) = world.book.lines(world.book.requests[0].id)
    assert (line.quantity, line.least) == (wanted, least)
    assert code in ("", *codes(brought))
    assert bool(code) == any(each.startswith("rm-quantity") for each in codes(brought))


def test_times_without_zone_or_sense_get_a_sentence(world: World) -> None:
    times = [("RequestedArrival", "2026-07-01T20:00:00"), ("EstimatedReturnDeparture", "morgen")]
    brought = world.take(
        message("RequestResource", "r", element("a", times=times, quantity=measured("1")))
    )
    (line,) = world.book.lines(world.book.requests[0].id)
    assert line.from_at == datetime(2026, 7, 1, 20, tzinfo=UTC)
    assert line.until_at is None
    assert {"time-without-zone", "time-unreadable"} <= set(codes(brought))


def test_an_end_before_the_start_is_left_out(world: World) -> None:
    times = [
        ("RequestedArrival", "2026-07-02T20:00:00Z"),
        ("EstimatedReturnDeparture", "2026-07-01T20:00:00Z"),
    ]
    brought = world.take(message("RequestResource", "r", element("a", times=times)))
    assert "rm-period" in codes(brought)


def test_a_kind_of_help_that_nobody_knows_is_taken_as_written(world: World) -> None:
    what = "Small Animal Sheltering Team, Type II, with trailers"
    brought = world.take(message("RequestResource", "r", element("a", what=what)))
    (line,) = world.book.lines(world.book.requests[0].id)
    assert line.resource.startswith("Small Animal")
    assert len(line.resource) <= 40
    assert "rm-type-unknown" in codes(brought)


def test_a_person_may_say_whose_it_is(world: World) -> None:
    data = message(
        "CommitResource", "c", element("a", answers=("x", "Accept")),
        contacts=[("Sender", "Someone")],
    )  # fmt: skip
    world.take(data, owner="VR01")
    assert world.book.commitments()[0].owner == "VR01"


def test_an_answer_to_an_inquiry_of_ours_is_found_by_its_line(world: World) -> None:
    inquiry, line = derived_id(1, "i"), derived_id(1, "l")
    world.save(
        "national",
        [
            Change("inquiry", inquiry, How.NEW, {
                "source": "VR05", "owner": "VR05", "title": "Pelotons", "status": "asked",
            }),
            Change("inquiryline", line, How.NEW, {
                "about": inquiry, "resource": "fire_platoon", "quantity": 2,
            }),
        ],
    )  # fmt: skip
    world.take(
        message(
            "ResponseToRequestResource", "ans", element("1", answers=(line, "Accept")),
            first=f"urn:uuid:{inquiry}", before=f"urn:uuid:{inquiry}",
            contacts=[("Sender", "whoever")],
        )
    )  # fmt: skip
    (answer,) = world.book.answers(inquiry)
    assert answer.answer == "yes"
    found = world.book.get("inquiry", inquiry)
    assert isinstance(found, Inquiry)
    assert found.status == "answered"


def test_every_state_has_a_sentence() -> None:
    for status_ in set(COMMITMENT_STEPS) - {""}:
        dutch, english = (
            sentence(Problem("m", None, f"rm-now-{status_}"), x) for x in ("nl", "en")
        )
        assert dutch != english
