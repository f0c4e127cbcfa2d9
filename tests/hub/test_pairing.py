"""The hub proposes who may be one human being: once, explained, and never against a verdict."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kcr2desk.core.changes import Change, How
from kcr2desk.core.repatriation.people import link_id
from kcr2desk.core.text import Json
from kcr2desk.hub import pairing
from kcr2desk.hub.pairing import Pairing
from kcr2desk.hub.running import RunningHub
from tests.hub.hall import add_hall, code, new, opened, sent
from tests.hub.line import Caller

SignIn = Callable[[str], Caller]
ANNA = {
    "family_name": "Kuiperstein", "given_names": "Anna", "birth_date": "1984-02-29",
    "document_number": "NX8R2F4K1", "document_country": "NLD",
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def idle() -> Iterator[None]:
    """The hub's own job looks for nothing: tests say when."""

    async def nothing(self: Pairing, workers: object) -> None:
        return

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pairing, "_go_on", nothing)
        yield


@pytest.fixture(scope="module")
def running(idle: None, served: RunningHub) -> RunningHub:
    """One hub for all of these."""
    add_hall(served)
    return served


@pytest.fixture
def hal(caller: SignIn) -> Caller:
    return caller("hal")


@pytest.fixture
def stream(hal: Caller) -> str:
    return opened(hal)


@pytest.fixture
def pairs(running: RunningHub) -> Iterator[Pairing]:
    """The one that proposes."""
    made = Pairing(running.hub.database, running.log)
    made.work()  # what other tests left
    yield made
    made.close()


def a_line(stream: str, list_: str = "manifest", **fields: Any) -> Change:
    about = stream.partition(":")[2]
    return new("manifestline", about=about, list=list_, **fields)


def write(who: Caller, stream: str, *changes: Change) -> list[str]:
    assert code(sent(who, stream, *changes)) == "applied"
    return [change.id for change in changes]


def links(hub: RunningHub, stream: str) -> dict[str, dict[str, Any]]:
    with hub.hub.database.transaction() as connection:
        rows = connection.execute(
            "SELECT id, \"values\" FROM record WHERE stream = %s AND type = 'personlink'", (stream,)
        ).fetchall()
    return {id_: json.loads(values) for id_, values in rows}


def entries(hub: RunningHub, stream: str) -> int:
    with hub.hub.database.transaction() as connection:
        row = connection.execute(
            "SELECT count(*) FROM entry WHERE stream = %s", (stream,)
        ).fetchone()
    assert row is not None
    return int(row[0])


def test_a_person_and_a_line_that_are_alike_are_proposed_with_reasons(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing
):
    (listed,) = write(hal, stream, a_line(stream, **ANNA))
    assert pairs.work() == 0
    (person,) = write(hal, stream, new("person", **{**ANNA, "given_names": "Annelies Anna"}))
    write(hal, stream, new("person", family_name="Kuiperstein", given_names="Bram"))
    assert pairs.work() == 1
    found = links(running, stream)
    assert set(found) == {link_id(listed, person)}
    (link,) = found.values()
    assert {link["one"], link["other"]} == {listed, person}
    assert {link.get("one_type", "person"), link.get("other_type", "person")} == {
        "person", "manifestline",
    }  # fmt: skip
    assert {"document", "birth"} <= set(link["reasons"])
    assert link["score"] > 900
    assert link["by"] == "hub"
    assert link.get("verdict", "proposed") == "proposed"
    assert "Kuiper" not in json.dumps(link)
    assert pairs.work() == 0


def test_who_has_a_verdict_is_not_proposed_again_whatever_is_changed(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing
):
    one, other = write(hal, stream, new("person", **ANNA), new("person", **ANNA))
    verdict = new("personlink", link_id(one, other), one=one, other=other, verdict="different")
    write(hal, stream, verdict)
    assert pairs.work() == 0
    write(hal, stream, Change("person", one, How.EDIT, {"city": ["", "Epe"]}))
    assert pairs.work() == 0
    assert links(running, stream)[link_id(one, other)]["verdict"] == "different"


def test_what_follows_from_verdicts_is_not_asked(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing
):
    one, other, third = write(hal, stream, *(new("person", **ANNA) for _ in range(3)))
    for a, b in ((one, other), (other, third)):
        write(hal, stream, new("personlink", link_id(a, b), one=a, other=b, verdict="same"))
    assert pairs.work() == 0
    assert len(links(running, stream)) == 2


def test_a_line_that_is_somebody_already_and_what_is_removed_are_not_proposed(
    hal: Caller, stream: str, pairs: Pairing
):
    (person,) = write(hal, stream, new("person", **ANNA))
    write(hal, stream, a_line(stream, **ANNA, person=person))
    (gone,) = write(hal, stream, new("person", **ANNA))
    removed: dict[str, Json] = {"removed": [False, True]}
    write(hal, stream, Change("person", gone, How.EDIT, removed))
    assert pairs.work() == 0


def test_lines_are_compared_between_lists_and_within_one_where_people_register_twice(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing
):
    told = [a_line(stream, list_, **ANNA) for list_ in ("manifest", "manifest", "applied")]
    first, second, third = write(hal, stream, *told)
    assert pairs.work() == 2
    assert set(links(running, stream)) == {link_id(first, third), link_id(second, third)}
    (fourth,) = write(hal, stream, a_line(stream, "applied", **ANNA))
    assert pairs.work() == 3
    assert link_id(third, fourth) in links(running, stream)


def test_operations_are_kept_apart(caller: SignIn, running: RunningHub, pairs: Pairing):
    hal, jansen = caller("hal"), caller("jansen")
    write(hal, opened(hal), new("person", **ANNA))
    write(jansen, opened(jansen), new("person", **ANNA))
    assert pairs.work() == 0


def test_another_process_or_a_new_look_proposes_nothing_twice(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing
):
    write(hal, stream, *(new("person", **ANNA) for _ in range(2)))
    assert pairs.work() == 1
    before = entries(running, stream)
    other = Pairing(running.hub.database, running.log)
    assert other.work() == 0  # the lock is not its own
    pairs.close()
    assert other.work() == 0
    other.close()
    # even one that does not see the link adds no entry: the changeset is the same
    blind = Pairing(running.hub.database, running.log)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pairing, "_links", lambda *_: iter(()))
        blind.work()
    blind.close()
    assert entries(running, stream) == before


def test_many_at_once_are_looked_through_together(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pairing, "MANY", 3)
    write(hal, stream, *(new("person", **ANNA) for _ in range(2)), *(
        a_line(stream, **{**ANNA, "given_names": name, "birth_date": f"19{n}0-01-02",
                          "document_number": f"QQ{n}7{n}5{n}1"})
        for n, name in enumerate(("Karel", "Piet", "Joris"), 5)
    ))  # fmt: skip
    assert pairs.work() == 1
    write(hal, stream, new("person", **ANNA))
    assert pairs.work() == 2  # one at a time again, with what was there


def test_what_is_purged_is_in_no_key_any_more(
    hal: Caller, stream: str, running: RunningHub, pairs: Pairing
):
    one, _ = write(hal, stream, new("person", **ANNA), new("person", family_name="Smid"))
    pairs.work()
    index = pairs._streams[stream].index
    assert len(index) == 2
    running.log.purge("person", one, ANNA)
    pairs.work()
    assert len(index) == 1
    (again,) = write(hal, stream, new("person", **ANNA))
    assert pairs.work() == 0
    assert again
