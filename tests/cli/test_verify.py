"""`kcr2desk verify`: whatever is done to an exported log, the first altered entry is named."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kcr2desk import signing, wire
from kcr2desk.cli import verify as cli
from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.chain import GENESIS, checkpoint_bytes, entry_hash
from kcr2desk.core.changes import Change, Changeset, Checkpoint, Entry, How, Leaf
from kcr2desk.core.redact import redact_purged
from kcr2desk.core.verify import FORMAT, VERSION, LogHead, LogLine

KEY = "11" * 32
HUB = "01a0a3f4-0000-7000-8000-00000000000b"
EPOCH = "01a0a3f4-0000-7000-8000-0000000000e0"
DEVICE = "01a0a3f4-8c00-7000-8000-00000000000d"
NOON = 1_795_480_000_000


def verify(*words: str) -> int:
    parser = argparse.ArgumentParser(prog="kcr2desk")
    cli.add_parser(parser.add_subparsers())
    arguments = parser.parse_args(["verify", *words])
    return int(arguments.run(arguments))


def signed(stream: str, seq: int, hash_: str, key: str = KEY) -> Checkpoint:
    bare = Checkpoint(HUB, EPOCH, stream, seq, hash_)
    return Checkpoint(HUB, EPOCH, stream, seq, hash_, signing.sign(key, checkpoint_bytes(bare)))


def an_id(n: int, group: int = 8) -> str:
    return f"01a0a3f4-8c00-7000-{group}000-{n:012d}"


def entries(count: int) -> list[Entry]:
    state = LogState(EPOCH, {"national": first_head()}, {}, {})
    for n in range(1, count + 1):
        fields = {"title": f"Melding {n}", "caller": "Smit"}
        change = Change("report", an_id(n, 9), How.NEW, fields)
        changeset = Changeset(
            an_id(n), DEVICE, n, "jansen" if n % 2 else "devries", "national",
            NOON + n * 1000, 1, "0f" * 16, (change,),
        )  # fmt: skip
        actor = Actor(changeset.actor, "duty_officer", "KCR2")
        (outcome,) = append(state, [Offered(changeset, GENESIS, actor)], NOON + n * 1000)
        assert outcome.code == "applied"
    return [appended.entry for appended in state.appended]


def written(file: Path, log: list[Entry], *, purged: int = 0, key: str = KEY) -> Path:
    """A log as a hub exports it; the caller of entry `purged` is emptied."""
    last = log[-1].hash if log else GENESIS
    head = LogHead(
        FORMAT, VERSION, HUB, signing.public_key(key), "national", "2026-07-14T12:00:00+00:00",
        signed("national", len(log), last, key),
    )  # fmt: skip
    lines = [wire.encode(head)]
    for entry in log:
        signature = signed("national", entry.seq, entry.hash, key).signature
        line = LogLine(entry.hash, signature, entry)
        if entry.seq == purged:
            left = redact_purged(entry, lambda leaf: leaf.name == "caller")
            line = LogLine(entry.hash, signature, None, left)
        lines.append(wire.encode(line))
    file.write_bytes(b"".join(line + b"\n" for line in lines))
    return file


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return written(tmp_path / "log.jsonl", entries(12), purged=4)


def change(file: Path, seq: int, how: Callable[[dict[str, Any]], None]) -> None:
    lines = file.read_bytes().splitlines()
    told = json.loads(lines[seq])
    how(told)
    lines[seq] = json.dumps(told).encode()
    file.write_bytes(b"".join(line + b"\n" for line in lines))


def title(told: dict[str, Any]) -> None:
    told["entry"]["changeset"]["changes"][0]["fields"]["title"] = "Niets aan de hand"


def test_a_whole_log_is_proven(log: Path, capsys):
    assert verify(str(log)) == 0
    said = capsys.readouterr().out
    assert "whole and unaltered: 12 entries of the stream national" in said
    assert signing.public_key(KEY) in said
    assert "Compare this key" in said
    assert verify(str(log), "--hub-key", signing.public_key(KEY)) == 0
    assert "Compare" not in capsys.readouterr().out


def test_an_empty_log_is_proven(tmp_path: Path, capsys):
    assert verify(str(written(tmp_path / "log", []))) == 0
    assert "0 entries" in capsys.readouterr().out


ALTERATIONS: dict[str, Callable[[dict[str, Any]], None]] = {
    "value": title,
    "actor": lambda told: told["entry"]["changeset"].update(actor="iemand"),
    "made_at": lambda told: told["entry"]["changeset"].update(made_at=NOON),
    "logged_at": lambda told: told["entry"].update(logged_at=NOON),
    "outcome": lambda told: told["entry"].update(outcome="conflict"),
    "epoch": lambda told: told["entry"].update(epoch=HUB),
    "effect": lambda told: told["entry"]["effect"].update(kept=[[0, "title"]]),
    "salt": lambda told: told["entry"]["changeset"].update(salt="00" * 16),
    "no salt": lambda told: told["entry"]["changeset"].update(salt="zout"),
    "hash": lambda told: told.update(hash="00" * 32),
    "inner hash": lambda told: told["entry"].update(hash="00" * 32),
    "a field more": lambda told: told["entry"]["changeset"]["changes"][0]["fields"].update(x=1),
}


@pytest.mark.parametrize("what", ALTERATIONS)
def test_an_altered_entry_is_named(log: Path, capsys, what: str):
    change(log, 7, ALTERATIONS[what])
    assert verify(str(log)) == 1
    said = capsys.readouterr().err
    assert "entry 7 was altered; it says it is by" in said
    assert "Proven as it was: 6 entries before that." in said
    if what == "value":
        assert "by jansen, logged at 2026-11-24 00:26:47 UTC" in said


def test_what_is_left_of_a_purged_entry_cannot_be_altered(log: Path, capsys):
    def alter(told: dict[str, Any]) -> None:
        told["redacted"]["asked"][1][1]["value"] = "Anders"

    change(log, 4, alter)
    assert verify(str(log)) == 1
    assert "entry 4 was altered" in capsys.readouterr().err


def test_the_first_of_several_is_named(log: Path, capsys):
    change(log, 9, title)
    change(log, 5, title)
    assert verify(str(log)) == 1
    assert "entry 5 was altered" in capsys.readouterr().err


@pytest.mark.parametrize("seq", [1, 2, 7, 11, 12])
def test_hashes_that_were_made_to_fit_again_betray_where_it_began(tmp_path: Path, capsys, seq: int):
    """Whoever has no key of the hub can mend the chain, but not the signatures."""
    log = entries(12)
    file = written(tmp_path / "log", log)
    change(file, seq, title)
    lines = file.read_bytes().splitlines()
    previous = log[seq - 2].hash if seq > 1 else GENESIS
    for n in range(seq, 13):
        told = json.loads(lines[n])
        entry = wire.decode(Entry, json.dumps(told["entry"]).encode())
        previous = entry_hash(previous, entry)
        told["hash"] = told["entry"]["hash"] = previous
        lines[n] = json.dumps(told).encode()
    file.write_bytes(b"".join(line + b"\n" for line in lines))
    assert verify(str(file)) == 1
    said = capsys.readouterr().err
    assert f"entry {seq} was altered and its hash made anew" in said


def test_a_log_signed_with_another_key_is_not_that_hub(tmp_path: Path, capsys):
    file = written(tmp_path / "log", entries(3), key="22" * 32)
    assert verify(str(file)) == 0  # whole in itself, so the key has to be compared
    capsys.readouterr()
    assert verify(str(file), "--hub-key", signing.public_key(KEY)) == 1
    assert "another key" in capsys.readouterr().err


def lose(lines: list[bytes]) -> list[bytes]:
    return lines[:6] + lines[7:]


def swap(lines: list[bytes]) -> list[bytes]:
    return [*lines[:6], lines[7], lines[6], *lines[8:]]


def double(lines: list[bytes]) -> list[bytes]:
    return [*lines[:7], lines[6], *lines[7:]]


def garble(lines: list[bytes]) -> list[bytes]:
    return [*lines[:6], lines[6][:-9], *lines[7:]]


def empty(lines: list[bytes]) -> list[bytes]:
    return [*lines[:6], b'{"hash":"","signature":""}', *lines[7:]]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (lose, "entry 6 is missing"),
        (swap, "entry 6 is missing or not in its place"),
        (double, "entry 7 is missing"),
        (garble, "entry 6 cannot be read"),
        (empty, "entry 6 cannot be read"),
        (lambda lines: lines[:-2], "the end is missing, from entry 11 on"),
        (lambda lines: lines[:1], "the end is missing, from entry 1 on"),
    ],
)
def test_lines_that_were_moved_are_named(log: Path, capsys, how, said: str):
    lines = how(log.read_bytes().splitlines())
    log.write_bytes(b"".join(line + b"\n" for line in lines))
    assert verify(str(log)) == 1
    assert said in capsys.readouterr().err


def test_an_entry_that_was_added_at_the_end_is_named(tmp_path: Path, capsys):
    whole = entries(5)
    file = written(tmp_path / "log", whole[:4])
    with file.open("ab") as out:
        out.write(wire.encode(LogLine(whole[4].hash, "00" * 64, whole[4])) + b"\n")
    assert verify(str(file)) == 1
    assert "entry 5 was added after the end" in capsys.readouterr().err


def test_a_head_that_the_hub_did_not_sign(log: Path, capsys):
    def older(told: dict[str, Any]) -> None:
        told["checkpoint"]["seq"] = 11

    change(log, 0, older)
    assert verify(str(log)) == 1
    assert "did not sign" in capsys.readouterr().err


def test_what_was_kept_outside_the_database_must_still_be_so(tmp_path: Path, capsys):
    """An administrator who rewrites the database and exports it is found by older checkpoints."""
    log = entries(6)
    before = signed("national", 4, log[3].hash)
    other = signed("national", 4, "ab" * 32)
    for kept, status in ((before, 0), (other, 1)):
        file = written(tmp_path / "log", log)

        def keep(told: dict[str, Any], kept: Checkpoint = kept) -> None:
            told["kept"] = [json.loads(wire.encode(kept))]

        change(file, 0, keep)
        assert verify(str(file)) == status
    assert "entry 4 was altered and its hash made anew" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"{}\n", b"\xff\xfe\n", b"Geachte lezer,\n", b"[1]\n"])
def test_what_is_no_log_is_said(tmp_path: Path, capsys, content: bytes):
    file = tmp_path / "x"
    file.write_bytes(content)
    assert verify(str(file)) == 1
    assert "no exported log" in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys):
    assert verify(str(tmp_path / "x")) == 1
    assert re.search("cannot be read: No such file", capsys.readouterr().err)


def test_leaves_of_a_purged_entry_keep_their_names_apart():
    """The helper of these tests purges what it says."""
    (entry,) = entries(1)
    left = redact_purged(entry, lambda leaf: leaf.name == "caller")
    assert [i if isinstance(i, str) else i[1].name for i in left.asked][1:] == ["title"]
    assert isinstance(left.asked[1], tuple)
    assert isinstance(left.asked[1][1], Leaf)
