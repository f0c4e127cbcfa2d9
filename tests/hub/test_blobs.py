"""Files: pieces that resume, proven at the end, for those who may see the attachment."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kcr2desk.core.changes import Change, How
from kcr2desk.core.text import Json
from kcr2desk.hub.blobs import FORGOTTEN_AFTER, Blobs
from kcr2desk.hub.database import Database
from kcr2desk.hub.running import RunningHub
from kcr2desk.wire import BLOB_PIECE
from tests.hub.line import Caller, new_id

Calling = Callable[[str], Caller]


def named(caller: Caller, data: bytes, digest: str = "", **report: Any) -> str:
    """A report with an attachment that names these bytes; returns their digest."""
    digest = digest or hashlib.sha256(data).hexdigest()
    about = caller.report(**report)
    fields: dict[str, Json] = {"about": about, "name": "a.bin", "size": 1, "digest": digest}
    caller.push(caller.changeset(Change("attachment", new_id(), How.NEW, fields)))
    return digest


def place(digest: str, n: int | None = None, stream: str = "national") -> str:
    return f"/v1/streams/{stream}/blobs/{digest}" + ("" if n is None else f"/{n}")


def send(caller: Caller, digest: str, data: bytes, n: int) -> Any:
    piece = data[n * BLOB_PIECE : (n + 1) * BLOB_PIECE]
    return caller.ask("PUT", f"{place(digest, n)}?size={len(data)}", piece)


def test_pieces_go_on_where_they_were_cut_and_the_whole_is_proven(caller: Calling):
    one, other = caller("jansen"), caller("devries")
    data = random.Random(1).randbytes(2 * BLOB_PIECE + 77)
    digest = named(one, data)
    assert one.ask("GET", place(digest)).json() == {"size": 0, "pieces_here": [], "whole": False}
    assert send(one, digest, data, 2).json()["pieces_here"] == [2]
    assert send(one, digest, data, 0).json()["whole"] is False
    assert other.ask("GET", place(digest, 0)).status_code == 404  # not before it is proven
    assert other.ask("GET", place(digest)).json()["pieces_here"] == [0, 2]
    assert send(one, digest, data, 0).status_code == 200  # once more does no harm
    assert send(other, digest, data, 1).json()["whole"] is True  # whoever has it may send it
    assert send(one, digest, data, 1).json()["whole"] is True
    got = b"".join(other.ask("GET", place(digest, n)).content for n in range(3))
    assert got == data
    head = other.ask("HEAD", place(digest, 2))
    assert (head.status_code, head.headers["Content-Length"], head.content) == (200, "77", b"")
    assert other.ask("GET", place(digest, 3)).status_code == 404


@pytest.mark.parametrize("size", [0, 1, BLOB_PIECE - 1, BLOB_PIECE, BLOB_PIECE + 1])
def test_files_of_every_size(caller: Calling, size: int):
    one = caller("jansen")
    data = random.Random(size).randbytes(size)
    digest = named(one, data)
    count = max(1, -(-size // BLOB_PIECE))
    for n in range(count):
        answer = send(one, digest, data, n)
        assert answer.status_code == 200, answer.text
    assert answer.json() == {"size": size, "pieces_here": list(range(count)), "whole": True}
    assert b"".join(one.ask("GET", place(digest, n)).content for n in range(count)) == data


def test_bytes_that_are_not_what_their_name_says_go_and_can_be_sent_again(caller: Calling):
    one = caller("jansen")
    data = random.Random(2).randbytes(BLOB_PIECE + 9)
    digest = named(one, data)
    assert send(one, digest, b"x" * len(data), 0).status_code == 200
    answer = send(one, digest, data, 1)
    assert (answer.status_code, answer.json()["code"]) == (422, "wrong_digest")
    assert one.ask("GET", place(digest)).json() == {"size": 0, "pieces_here": [], "whole": False}
    assert send(one, digest, data, 0).status_code == 200
    assert send(one, digest, data, 1).json()["whole"] is True


def test_a_wrong_size_is_forgotten_when_the_right_one_comes(caller: Calling):
    one = caller("jansen")
    data = b"goed"
    digest = named(one, data)
    long = f"{place(digest, 0)}?size={BLOB_PIECE + 5}"
    assert one.ask("PUT", long, b"x" * BLOB_PIECE).json()["pieces_here"] == [0]
    assert send(one, digest, data, 0).json() == {"size": 4, "pieces_here": [0], "whole": True}
    # and what is whole stays, whatever else is said of it
    assert one.ask("PUT", f"{place(digest, 0)}?size=9", b"x" * 9).json()["size"] == 4
    assert one.ask("GET", place(digest, 0)).content == data


def test_pieces_that_do_not_fit(caller: Calling, running: RunningHub):
    one = caller("jansen")
    data = b"x" * 10
    digest = named(one, data)
    for n, size, body, status in (
        (0, 10, b"x" * 9, 400),
        (1, 10, b"x" * 10, 400),
        (0, 10, b"x" * (BLOB_PIECE + 1), 413),
        (0, 500_000_000, b"x" * BLOB_PIECE, 413),
        (0, -1, b"", 400),
    ):
        answer = one.ask("PUT", f"{place(digest, n)}?size={size}", body)
        assert answer.status_code == status, (n, size)
    assert one.ask("PUT", place(digest, 0), data).status_code == 400  # without a size


def test_nothing_is_kept_that_no_attachment_names(caller: Calling, database: Database):
    one = caller("jansen")
    digest = hashlib.sha256(b"los").hexdigest()
    assert one.ask("PUT", f"{place(digest, 0)}?size=3", b"los").status_code == 404
    # an attachment of a record that the sender may not see counts as none
    named(one, b"los", audience=["VR06"])
    region = caller("utrecht")
    assert region.ask("PUT", f"{place(digest, 0)}?size=3", b"los").status_code == 404
    with database.transaction() as connection:
        assert connection.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    assert send(one, digest, b"los", 0).json()["whole"] is True


def test_a_reader_without_the_right_to_append_sends_nothing(caller: Calling):
    one, liaison = caller("jansen"), caller("bakker")
    digest = named(one, b"kaart", audience=["government"])
    assert send(liaison, digest, b"kaart", 0).status_code == 404
    assert send(one, digest, b"kaart", 0).status_code == 200
    assert liaison.ask("GET", place(digest, 0)).content == b"kaart"


@pytest.mark.parametrize("digest", ["x", "0" * 63, "A" * 64, "0" * 65, "%00" * 64])
def test_names_that_are_no_digest(caller: Calling, digest: str):
    one = caller("jansen")
    for method, path in (("GET", place(digest)), ("PUT", place(digest, 0) + "?size=1")):
        assert one.ask(method, path, b"x").status_code == 404


def test_what_nothing_names_goes_after_a_while(caller: Calling, database: Database):
    one = caller("jansen")
    kept, half = named(one, b"blijft"), named(one, b"h" * (BLOB_PIECE + 1))
    send(one, kept, b"blijft", 0)
    send(one, half, b"h" * (BLOB_PIECE + 1), 0)
    later = datetime.now(UTC) + FORGOTTEN_AFTER + timedelta(hours=1)
    blobs = Blobs(database, lambda: later - FORGOTTEN_AFTER, largest=1)
    with database.transaction() as connection:
        orphan = blobs.keep(connection, "national", b"van niemand")
        connection.execute("UPDATE blob SET begun_at = begun_at - interval '1 day'")
    assert Blobs(database, lambda: datetime.now(UTC), largest=1).clean_up() == 0
    assert Blobs(database, lambda: later, largest=1).clean_up() == 2
    with database.transaction() as connection:
        rows = connection.execute("SELECT digest FROM blob").fetchall()
        assert rows == [(kept,)]
        assert (orphan,) not in rows
        assert connection.execute("SELECT count(*) FROM blob_piece").fetchone() == (1,)
    assert one.ask("GET", place(kept, 0)).content == b"blijft"
