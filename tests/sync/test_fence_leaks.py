"""A hunt for persons where they do not belong: every file, log and answer of hub and desks, after
an evening on which everything went wrong."""

from __future__ import annotations

import base64
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
import requests

from kcr2desk.core.changes import Change, How
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.opening import create_hub
from kcr2desk.hub.running import running_hub
from kcr2desk.hub.settings import HubSettings, write_settings
from tests.hub.line import Caller
from tests.sync.conftest import Desks
from tests.sync.fence import FAMILY, MARKERS, NAME, NO_BSN, PASSPORT
from tests.sync.hall import SAID, add_hall, register, synced
from tests.sync.proxy import FaultProxy

ROOT = Path(__file__).resolve().parents[2]
WORDS = (*MARKERS, NO_BSN)


def shapes(word: str) -> dict[str, bytes]:
    """A word as it may stand in a file: the first three in small letters, as it is looked for."""
    small = word.lower()
    found = {
        "utf-8": small.encode(),
        "utf-16": small.encode("utf-16-le"),
        "hex": word.encode().hex().encode(),
    }
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + word.encode())
        found[f"base64+{shift}"] = whole[-(-shift * 4 // 3) : len(whole) - 4]
    return {name: told for name, told in found.items() if len(told) > 5}


SHAPES = {word: shapes(word) for word in WORDS}


def told_in(data: bytes) -> list[tuple[str, str]]:
    """The words that stand in some bytes, each with its shape."""
    small = data.lower()
    return [
        (word, name)
        for word, all_ in SHAPES.items()
        for name, told in all_.items()
        if told in (data if name.startswith("base64") else small)
    ]


def test_the_hunt_finds_what_it_is_after():
    for word in WORDS:
        for data in (
            f"x{word}y".encode(),
            word.upper().encode(),
            word.encode("utf-16"),
            word.encode().hex().encode(),
            *(base64.b64encode(b"z" * n + word.encode() + b"zz") for n in range(4)),
        ):
            assert word in [found for found, _ in told_in(data)], (word, data)


@dataclass
class Evening:
    """Processes whose home, settings and temporary files all lie below one folder."""

    folder: Path
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("home", "tmp", "config", "data", "cache", "state", "said", "runtime"):
            (self.folder / name).mkdir(mode=0o700)

    @property
    def environment(self) -> Mapping[str, str]:
        at = {name: str(self.folder / name) for name in ("home", "tmp", "config", "data")}
        own = {
            "HOME": at["home"], "TMPDIR": at["tmp"], "XDG_CONFIG_HOME": at["config"],
            "XDG_DATA_HOME": at["data"], "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"), "PYTHONPATH": str(ROOT),
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"), "PYTHONFAULTHANDLER": "1",
            "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1",
        }  # fmt: skip
        return {**os.environ, **own}

    def start(self, module: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start a module; what it says goes to files."""
        name = f"{module.rpartition('.')[2]}-{len(self.running)}"
        out, err = (self.folder / "said" / f"{name}.{kind}" for kind in ("out", "err"))
        with out.open("wb") as told, err.open("wb") as wrong:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *arguments],
                stdout=told, stderr=wrong, env=self.environment, cwd=self.folder,
            )  # fmt: skip
        self.running.append(process)
        return process

    def run(self, module: str, *arguments: str) -> int:
        return self.start(module, *arguments).wait(60)

    def said(self) -> str:
        return "\n".join(
            path.read_text("utf-8", "replace") for path in sorted((self.folder / "said").iterdir())
        )

    def end(self) -> None:
        for process in self.running:
            if process.poll() is None:
                process.kill()
                process.wait(30)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    folder = tmp_path / "evening"
    folder.mkdir()
    made = Evening(folder)
    yield made
    made.end()


def serve(evening: Evening, dsn: str, port: int = 0) -> tuple[subprocess.Popen[bytes], str]:
    """A hub in which things go wrong, and where it is."""
    process = evening.start(
        "tests.sync.leaky_hub", "serve", "--data", str(evening.folder / "hub"), "--port", str(port)
    )
    out = evening.folder / "said" / f"leaky_hub-{len(evening.running) - 1}.out"
    for _ in range(600):
        told = re.search(r"http://\S+", out.read_text())
        if told:
            return process, told[0]
        assert process.poll() is None, evening.said()
        signal.sigtimedwait((), 0.05)
    raise TimeoutError(evening.said())


def answers(url: str, stream: str) -> bytes:
    """What the hub tells whoever asks in all kinds of wrong ways, and its figures."""
    anna = Caller(url, "anna").sign_in()
    told = [requests.get(f"{url}/{path}").content for path in ("v1/health", f"v1/{NAME}", PASSPORT)]
    told += [anna.ask("GET", path).content for path in ("/v1/metrics", "/v1/openapi.json")]
    wrong = Change(
        "person", anna.device, How.NEW, {"spoken_name": NAME, "sex": FAMILY, PASSPORT: 1}
    )
    pushed = anna.push(anna.changeset(wrong, stream=stream))
    told.append(repr(pushed.outcomes).encode())
    for body in (
        f'{{"protocol": "{PASSPORT}"}}', f'{{"{NAME}', f'[{{"how": "{NAME}"}}]',
        f'{{"kind": "{FAMILY}", "items": [{{"changeset": {{"changes": [{{"how": "{NAME}"}}]}}}}]}}',
    ):  # fmt: skip
        for path in ("push", "pull", "lease", f"snapshot/{stream}", "session", f"files/{PASSPORT}"):
            told.append(anna.ask("POST", f"/v1/{path}", body.encode()).content)
    anna.close()
    return b"\n".join(told)


def everything_below(*places: Path) -> Iterator[tuple[Path, bytes]]:
    for place in places:
        for path in [place] if place.is_file() else sorted(place.rglob("*")):
            if path.is_file() and not path.is_symlink():
                yield path, path.read_bytes()


def test_nobody_stands_where_nobody_belongs(
    evening: Evening, dsn: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
):
    make_hub(evening.folder / "hub", dsn)
    hub, url = serve(evening, dsn)
    with FaultProxy(url) as proxy:
        desks = Desks(evening.folder / "desks", proxy.url)
        with desks.stack:
            lead, doctor = desks.open("hal", "hal"), desks.open("dokter", "dokter")
            stream = lead.open_operation(**SAID)
            for account, role in (("anna", "registrar"), ("dokter", "medical")):
                lead.let_in(stream, account, role)
            synced(lead, doctor)
            faults = iter(("lose_answer", "cut_answer", "torn_answer", "502_after"))
            proxy.fault = lambda _method, path, _: next(faults, "") if "push" in path else ""
            killed = evening.run(
                "tests.sync.leaky_desk", str(evening.folder / "desks" / "anna"), proxy.url, stream
            )
            assert killed == -signal.SIGKILL, evening.said()
            synced(lead, doctor)
            (known, *_) = lead.all("person", stream=stream)
            register(lead, stream, NAME, phone=PASSPORT, document_number=PASSPORT)
            lead.edit("person", known.id, family_name=f"{FAMILY} A")
            doctor.edit("person", known.id, family_name=f"{FAMILY} B")
            synced(lead, doctor, lead)
            assert lead.attention().conflicts
            told = answers(url, stream)
            hub.kill()
            hub.wait(30)
            assert not lead.sync(2).ok
            hub, _ = serve(evening, dsn, int(url.rpartition(":")[2]))
            anna = desks.open("anna", "anna")
            lead.sync(20)
            anna.sync(20)
            assert [r.code for r in anna.attention().refusals] == ["wrong_bsn"]
    hub.terminate()
    assert hub.wait(30) == 0
    out = tmp_path / "out"
    out.mkdir()
    assert evening.run("tests.sync.leaky_screen", str(evening.folder / "screen"), str(out)) == 0, (
        evening.said()
    )
    said = evening.said()
    for sign in ("UniqueViolation at", "ValueError at", "RuntimeError at"):
        assert sign in said  # all of it did happen
    with psycopg.connect(dsn) as connection:
        errors = [e for (e,) in connection.execute("SELECT error FROM quarantine").fetchall()]
    assert {error.partition(" ")[0] for error in errors} >= {"KeyError", "UniqueViolation"}
    assert told_in("\n".join(errors).encode()) == []
    assert {path.suffix for path, data in everything_below(out)} >= {".xlsx", ".pdf"}
    base = tmp_path_factory.getbasetemp()
    base = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    (server,) = (base / "postgres-of-tests").rglob("server.log")
    assert b"duplicate key" in server.read_bytes()
    assert told_in(told) == []
    found = {
        str(path): words
        for path, data in everything_below(evening.folder, server)
        if (words := told_in(data))
    }
    assert found == {}


def make_hub(folder: Path, dsn: str) -> None:
    """A hub with everybody of the hall, to be served by a process of its own."""
    create_hub(HubSettings(data=folder, dsn=dsn), HubKey(UUID(int=9), bytes(range(32))))
    write_settings(folder, {"dsn": dsn})
    with running_hub(folder, dsn=dsn) as hub:
        add_hall(hub)
