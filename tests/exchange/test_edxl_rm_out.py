"""Records to EDXL-RM: valid, complete, and taken in by another desk as what they were."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import wire_values
from kcr2desk.exchange.edxl_rm import (
    Message,
    Sending,
    Wrapping,
    from_records,
    read,
    rules,
    to_changes,
    write,
)
from tests.exchange.rm_world import NOW, World, element, measured, message
from tests.exchange.test_edxl_rm_chain import REQUEST, TWO

SENDING = Sending(id=derived_id(5, "message"), now=NOW, sender="KCR2 (Knooppunt)")
REQUEST_ID, LINE_ID, PROMISE_ID = (derived_id(1, name) for name in ("request", "line", "promise"))
INQUIRY_ID, ASKED_ID = derived_id(1, "inquiry"), derived_id(1, "asked")

OF_COMMITMENTS = (
    "CommitResource", "ReleaseResource", "ReportResourceDeploymentStatus",
    "RequestResourceDeploymentStatus", "RequestReturn", "ResponseToRequestReturn",
    "RequestExtendedDeploymentDuration", "ResponseToRequestExtendedDeploymentDuration",
)  # fmt: skip


def made(type_name: str, record: str, **fields: object) -> Change:
    return Change(type_name, record, How.NEW, wire_values(type_name, fields))


@pytest.fixture
def world() -> World:
    """A desk with a request of its own, an answered inquiry and a promise that is underway."""
    world = World()
    world.save(
        "national",
        [
            made(
                "assistancerequest", REQUEST_ID, title="Natuurbrand Hoog Soeren", region="VR06",
                status="submitted", requester="Jansen", callback="+31 88 0000000",
                authority="Voorzitter VNOG", from_at=NOW, until_at=NOW + timedelta(days=2),
                report_to="Sporthal", report_to_position="52.2,5.9", talk_group="GMS-4",
                route="Via de A1", costs="Gesloten beurzen",
            ),
            made(
                "requestline", LINE_ID, about=REQUEST_ID, resource="fire_platoon", quantity=4,
                least=2, task="Aflossen & nablussen",
            ),
            made(
                "inquiry", INQUIRY_ID, source="VR05", owner="VR05", request=REQUEST_ID,
                title="Pelotons gevraagd", status="asked",
            ),
            made(
                "inquiryline", ASKED_ID, about=INQUIRY_ID, line=LINE_ID, resource="fire_platoon",
                quantity=4, least=2, alternatives=["fire_basic"], from_at=NOW, answer="part",
                offered=2, commander="De Boer", commander_phone="06", possible_from=NOW,
            ),
            made(
                "commitment", PROMISE_ID, source="VR05", owner="VR05", resource="fire_platoon",
                quantity=2, request=REQUEST_ID, line=LINE_ID, from_at=NOW, status="en_route",
                until_at=NOW + timedelta(days=1), eta=NOW + timedelta(hours=2), departed_at=NOW,
                commander="De Boer", call_signs="TW-100", talk_group="GMS-4", report_to="Sporthal",
            ),
        ],
    )  # fmt: skip
    return world


@pytest.fixture(scope="module")
def valid(shared_data: Path):
    folder = shared_data / "edxl-rm"
    if not folder.is_dir():
        pytest.skip("the EDXL-RM schemas (../shared/data/edxl-rm) are not beside this checkout")

    def check(message: Message) -> None:
        schema = etree.XMLSchema(etree.parse(str(folder / f"EDXL-RM{message.kind}.xsd")))
        schema.assertValid(etree.fromstring(write(message)))

    return check


@pytest.mark.parametrize("kind", OF_COMMITMENTS)
def test_what_is_said_of_a_commitment_keeps_every_rule(world: World, kind: str, valid) -> None:
    sending = SENDING if "Request" not in kind else replace(SENDING, until=NOW + timedelta(days=3))
    if kind == "RequestResourceDeploymentStatus":
        sending = SENDING
    told = from_records(world.book, kind, [PROMISE_ID], sending)
    assert list(rules.broken(told)) == []
    valid(told)
    (info,) = told.resources
    assert info.id == PROMISE_ID


@pytest.mark.parametrize("firmness", ["provisional", "definite"])
def test_a_request_an_inquiry_and_an_answer_keep_every_rule(
    world: World, valid, firmness: str
) -> None:
    for kind, record in (
        ("RequestResource", REQUEST_ID),
        ("RequestResource", INQUIRY_ID),
        ("ResponseToRequestResource", INQUIRY_ID),
    ):
        told = from_records(world.book, kind, [record], SENDING)
        assert list(rules.broken(told)) == []
        valid(told)


def test_another_desk_takes_in_the_same(world: World) -> None:
    other = World()
    for kind, record in (
        ("RequestResource", REQUEST_ID),
        ("ResponseToRequestResource", INQUIRY_ID),
        ("CommitResource", PROMISE_ID),
    ):
        sending = replace(SENDING, id=derived_id(5, kind))
        wrapping = Wrapping(sending.id, "kcr2.nl", NOW, "Actual")
        other.take(write(from_records(world.book, kind, [record], sending), wrapping))
    (request,) = other.book.requests
    asked = world.book.request(REQUEST_ID)
    assert asked is not None
    for name in (
        "title", "region", "callback", "authority", "talk_group", "from_at", "until_at",
        "report_to", "report_to_position", "route", "costs",
    ):  # fmt: skip
        assert getattr(request, name) == getattr(asked, name), name
    (line,) = other.book.lines(request.id)
    assert (line.resource, line.quantity, line.least) == ("fire_platoon", 4, 2)
    (answer,) = other.book.answers_to(line.id)
    assert (answer.answer, answer.offered, answer.commander) == ("part", 2, "De Boer")
    (promise,) = other.book.commitments(line=line.id)
    assert (promise.owner, promise.quantity, promise.status) == ("VR05", 2, "en_route")
    assert promise.departed_at == NOW
    # and what follows finds it, by the names of the first desk
    world.save(
        "national",
        [Change("commitment", PROMISE_ID, How.EDIT, {
            "status": ["en_route", "on_site"],
            "arrived_at": [None, round((NOW + timedelta(hours=2)).timestamp() * 1000)],
        })],
    )  # fmt: skip
    sending = replace(SENDING, id=derived_id(5, "status"), now=NOW + timedelta(hours=2))
    kind = "ReportResourceDeploymentStatus"
    other.take(write(from_records(world.book, kind, [PROMISE_ID], sending)))
    assert other.book.commitments()[0].status == "on_site"


def test_our_own_message_that_comes_back_makes_nothing_twice(world: World) -> None:
    for kind, record in (("RequestResource", REQUEST_ID), ("CommitResource", PROMISE_ID)):
        world.take(write(from_records(world.book, kind, [record], SENDING)))
    assert len(world.book.requests) == 1
    assert len(world.book.commitments()) == 1


UNKNOWN = '<own:Colour xmlns:own="urn:own" of="helmet">yellow</own:Colour>'


def test_what_another_system_added_goes_out_again(world: World) -> None:
    asked = message("RequestResource", "r-9", element("l", quantity=measured("2"), extra=UNKNOWN))
    world.take(asked.replace("</RequestResource>", f"{UNKNOWN}</RequestResource>"))
    request = next(r for r in world.book.requests if r.id != REQUEST_ID)
    out = write(from_records(world.book, "RequestResource", [request.id], SENDING)).decode()
    assert out.count("yellow") == 2
    assert "<rmsg:OriginatingMessageID>r-9<" in out
    assert ">l<" in out
    world.take(
        message(
            "CommitResource", "c-9", element("c", answers=("l", "Accept"), extra=UNKNOWN),
            first="r-9", before="r-9",
        )
    )  # fmt: skip
    promise = next(c for c in world.book.commitments() if c.id != PROMISE_ID)
    for kind in ("CommitResource", "ReleaseResource"):
        out = write(from_records(world.book, kind, [promise.id], SENDING)).decode()
        assert "yellow" in out
        assert "<rmsg:OriginatingMessageID>r-9<" in out


def test_as_it_came_so_it_goes_where_nothing_changed(world: World, valid) -> None:
    other = World()
    other.take(REQUEST)
    (request,) = other.book.requests
    out = from_records(other.book, "RequestResource", [request.id], SENDING)
    valid(out)
    came = read(REQUEST.encode(), "m.xml").messages[0].message
    assert out.resources == came.resources
    assert out.contacts[1:] == came.contacts[1:]
    other.take(TWO)
    first, second = other.book.commitments()
    out = from_records(other.book, "CommitResource", [first.id, second.id], SENDING)
    valid(out)
    assert len(out.resources) == 2


def test_records_that_do_not_belong_together_are_no_message(world: World) -> None:
    world.take(REQUEST)
    world.take(TWO)
    stranger = next(c for c in world.book.commitments() if c.id != PROMISE_ID)
    with pytest.raises(ValueError, match="one request"):
        from_records(world.book, "CommitResource", [PROMISE_ID, stranger.id], SENDING)
    with pytest.raises(ValueError, match="no step"):
        from_records(world.book, "RequestQuote", [PROMISE_ID], SENDING)
    with pytest.raises(KeyError):
        from_records(world.book, "RequestResource", ["nothing"], SENDING)


def test_a_release_at_the_turn_of_the_year_is_in_utc(world: World) -> None:
    new_year = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)
    sending = replace(SENDING, until=new_year)
    told = from_records(world.book, "RequestReturn", [PROMISE_ID], sending)
    (info,) = told.resources
    moments = {each.type: each.at for each in info.schedules}
    assert moments["RequestedReturnDeparture"] == "2027-01-01T00:30:00Z"


def test_a_promise_that_comes_back_as_it_was_sent_keeps_who_decided_and_when(world: World) -> None:
    before = world.book.commitment(PROMISE_ID)
    assert before is not None
    decided = replace(before, authority="Commandant", decided_at=NOW, call_signs="2331", eta=None)
    world.book.put(decided)
    later = replace(SENDING, now=NOW + timedelta(hours=3))
    data = write(from_records(world.book, "CommitResource", [PROMISE_ID], later))
    (received,) = read(data, "m.xml").messages
    brought = to_changes(world.book, received, now=later.now, by="De Vries")
    assert {name for change in brought.changes for name in change.fields} <= {"edxl"}
