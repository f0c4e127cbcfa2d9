"""Attachments: pieces in the encrypted file, resumed after a cut, never a plain file."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from kcr2desk.core.changes import Change, How
from kcr2desk.core.engine import Drop
from kcr2desk.core.text import Json
from kcr2desk.store import Cache, FileToSend, FileWanted, TooLarge
from kcr2desk.store import attachments as module
from kcr2desk.wire import BLOB_PIECE, MAX_BLOB
from tests.store.fake_hub import STREAM, Hub, open_cache, sync

LARGE = random.Random(1).randbytes(2 * BLOB_PIECE + 5)


@pytest.fixture
def report(online: Cache) -> str:
    return online.create("report", {"title": "x"})


@pytest.mark.parametrize("data", [b"", b"abc", LARGE, b"x" * BLOB_PIECE])
def test_bytes_come_back(online: Cache, report: str, data: bytes) -> None:
    attachment = online.attach("report", report, "name.bin", "application/x", data)
    found = online.get("attachment", attachment)
    digest = hashlib.sha256(data).hexdigest()
    assert (found.digest, found.size, found.about) == (digest, len(data), report)  # type: ignore[union-attr]
    assert online.file(digest) == data
    assert b"".join(online.open_file(digest)) == data
    assert online.file_state(digest) == "here"
    assert online.files_to_send() == (FileToSend(STREAM, digest, len(data), 0),)


def test_a_file_from_the_disk_is_read_in_pieces(online: Cache, report: str, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(LARGE)
    online.attach("report", report, "large.bin", "application/x", path)
    (file,) = online.files_to_send()
    assert [len(online.piece(file.digest, n)) for n in range(3)] == [BLOB_PIECE, BLOB_PIECE, 5]
    with pytest.raises(KeyError):
        online.piece(file.digest, 3)


def test_sending_goes_on_where_it_stopped(online: Cache, report: str) -> None:
    online.attach("report", report, "large.bin", "application/x", LARGE)
    (file,) = online.files_to_send()
    online.note_sent(STREAM, file.digest, 2)
    assert online.files_to_send()[0].sent == 2
    online.note_sent(STREAM, file.digest, 3)
    assert online.files_to_send() == ()
    assert online.file_state(file.digest) == "here"
    online.attach("report", report, "again.bin", "application/x", LARGE)
    assert online.files_to_send() == ()  # the hub has these bytes


def test_a_file_is_fetched_in_pieces(online: Cache, hub: Hub, report: str, tmp_path: Path) -> None:
    online.attach("report", report, "large.bin", "application/x", LARGE)
    sync(online, hub)
    digest = hashlib.sha256(LARGE).hexdigest()
    with open_cache(tmp_path / "piet", "piet") as other:
        sync(other, hub)
        assert other.file_state(digest) == ""
        assert other.file(digest) is None
        other.want_file(digest)
        other.want_file(digest)
        assert other.file_state(digest) == "wanted"
        assert other.files_wanted() == (FileWanted(STREAM, digest, 0, len(LARGE)),)
        for n in range(2):
            other.put_piece(digest, n, online.piece(digest, n))
        assert other.file_state(digest) == "partly"
        assert other.file(digest) is None
        assert other.files_wanted()[0].have == 2
        other.put_piece(digest, 2, online.piece(digest, 2))
        assert other.file_state(digest) == "here"
        assert other.files_wanted() == ()
        assert other.file(digest) == LARGE
        with pytest.raises(KeyError):
            other.want_file("no such digest")
        with pytest.raises(KeyError):
            next(other.open_file("no such digest"))


def test_wrong_bytes_are_thrown_away(online: Cache, hub: Hub, report: str, tmp_path: Path) -> None:
    online.attach("report", report, "a.bin", "application/x", b"right")
    sync(online, hub)
    digest = hashlib.sha256(b"right").hexdigest()
    with open_cache(tmp_path / "piet", "piet") as other:
        sync(other, hub)
        other.want_file(digest)
        other.put_piece(digest, 0, b"wrong")
        assert other.file_state(digest) == "wanted"
        other.put_piece(digest, 0, b"right")
        assert other.file(digest) == b"right"
        other.put_piece(digest, 0, b"wrong")  # nobody wants it any more
        assert other.file(digest) == b"right"


def test_too_large_and_unreadable(
    online: Cache, report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OSError, match="nothing"):
        online.attach("report", report, "a", "x", tmp_path / "nothing")
    with pytest.raises(KeyError):
        online.attach("report", "no such report", "a", "x", b"a")
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(MAX_BLOB + 1)
    with pytest.raises(TooLarge):
        online.attach("report", report, "a", "x", path)
    monkeypatch.setattr(module, "MAX_BLOB", 3)
    with pytest.raises(TooLarge):
        online.attach("report", report, "a", "x", b"abcd")
    assert online.files_to_send() == ()


def test_a_file_that_changes_while_it_is_read_is_refused(
    online: Cache, report: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing"
    path.write_bytes(b"abc")
    measured = module.measure(path)
    path.write_bytes(b"abd")
    monkeypatch.setattr(module, "measure", lambda _data: measured)
    with pytest.raises(OSError, match="changed"):
        online.attach("report", report, "a", "x", path)
    assert online.files_to_send() == ()


def test_bytes_go_with_the_last_record_that_names_them(online: Cache, hub: Hub) -> None:
    record = hub.report(1)
    digest = hashlib.sha256(b"abc").hexdigest()
    fields: dict[str, Json] = {
        "about": record,
        "about_type": "report",
        "name": "a",
        "size": 3,
        "digest": digest,
    }
    attachment = online.new_id()
    hub.write(Change("attachment", attachment, How.NEW, fields))
    sync(online, hub)
    online.want_file(digest)
    online.put_piece(digest, 0, b"abc")
    hub.purge(attachment, "digest", "name", type_name="attachment")
    sync(online, hub)
    assert online.file_state(digest) == ""
    assert online.writer().execute("SELECT count(*) FROM piece").fetchone() == (0,)
    online.carry_out(online.state, (Drop(STREAM),))


def test_no_plain_bytes_on_the_disk(online: Cache, report: str) -> None:
    online.attach("report", report, "a.txt", "text/plain", b"Mevrouw Geheim" * 1000)
    online.edit("report", report, {"text": "Mevrouw Geheim belde"})
    for path in online.folder.iterdir():
        assert b"Geheim" not in path.read_bytes()


def test_a_file_that_lost_pieces_is_wanted(online: Cache, report: str) -> None:
    online.attach("report", report, "large.bin", "application/x", LARGE)
    online.attach("report", report, "small.bin", "application/x", b"abc")
    large, small = hashlib.sha256(LARGE).hexdigest(), hashlib.sha256(b"abc").hexdigest()
    db = online.writer()
    db.execute("DELETE FROM piece WHERE digest = ? AND n = 1", (large,))
    module.want_what_is_not_whole(db)
    assert online.file_state(large) == "partly"
    assert online.files_wanted()[0].have == 1
    assert [file.digest for file in online.files_to_send()] == [small]
    online.put_piece(large, 1, LARGE[BLOB_PIECE : 2 * BLOB_PIECE])
    assert online.file(large) == LARGE
