"""A headless Chromium on a phone's screen for tests, driven through its debugging pipe.

No driver and no further package: requests and answers are JSON between NUL bytes on two pipes.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 20.0  # seconds
AS_3_AND_4 = """
import fcntl, os, sys
read, write = (fcntl.fcntl(int(n), fcntl.F_DUPFD, 10) for n in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""The browser reads from file 3 and writes to file 4, whatever else has these numbers here."""


def find_chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


class Browser:
    """One page. `evaluate` asks it from outside, also where its own scripts are turned off."""

    def __init__(self, process: subprocess.Popen[bytes], write: int, read: int) -> None:
        self._process = process
        self._write = write
        self._read = read
        self._rest = b""
        self._count = 0
        self._events: list[dict[str, Any]] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = str(attached["sessionId"])
        self.call("Page.enable")
        self.call("Runtime.enable")

    def phone(self, *, width: int = 360, height: int = 740, script: bool = False) -> None:
        """Take this size and, unless `script`, let no page run any script."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=True,
        )  # fmt: skip
        self.call("Emulation.setScriptExecutionDisabled", value=not script)

    def scheme(self, name: str) -> None:
        """Let pages be "light" or "dark"."""
        features = [{"name": "prefers-color-scheme", "value": name}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def open(self, url: str) -> None:
        with self._loading():
            self.call("Page.navigate", url=url)

    def press(self, selector: str) -> None:
        """Click, as a finger would, what then leads to another page."""
        with self._loading():
            self.click(selector)

    def click(self, selector: str) -> None:
        x, y = self.evaluate(
            f"(() => {{const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center', behavior: 'instant'});"
            "const r = e.getBoundingClientRect();"
            "return [r.x + r.width / 2, r.y + r.height / 2]})()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, selector: str, text: str) -> None:
        self.click(selector)
        self.call("Input.insertText", text=text)

    def enter(self) -> None:
        """Press the Enter key where the focus is; it then leads to another page."""
        with self._loading():
            for kind in ("keyDown", "keyUp"):
                self.call(
                    "Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r",
                    windowsVirtualKeyCode=13,
                )  # fmt: skip

    def evaluate(self, expression: str) -> Any:
        told = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def text(self) -> str:
        return str(self.evaluate("document.body.innerText"))

    def picture(self, file: Path) -> None:
        """The whole page as a PNG."""
        told = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        file.write_bytes(base64.b64decode(told["data"]))

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        return self._call(method, self._session, **params)

    @contextlib.contextmanager
    def _loading(self) -> Iterator[None]:
        self._events.clear()
        yield
        end = time.monotonic() + PATIENCE
        while not any(e.get("method") == "Page.loadEventFired" for e in self._events):
            assert time.monotonic() < end, "the page did not load"
            self._events.append(self._next())

    def _call(self, method: str, session: str = "", **params: Any) -> dict[str, Any]:
        self._count += 1
        asked: dict[str, Any] = {"id": self._count, "method": method, "params": params}
        if session:
            asked["sessionId"] = session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == asked["id"]:
                assert "error" not in told, told
                return dict(told["result"])
            self._events.append(told)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._read, 1 << 16)
            assert more, "the browser ended"
            self._rest += more
        told, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(told))


@contextlib.contextmanager
def browser(program: str, profile: Path) -> Iterator[Browser]:
    """A browser with an empty profile, ended with the block."""
    their_read, our_write = os.pipe()
    our_read, their_write = os.pipe()
    command = [
        program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--no-first-run", "--disable-extensions",
        "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={profile}",
    ]  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-c", AS_3_AND_4, str(their_read), str(their_write), *command],
        pass_fds=(their_read, their_write),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    os.close(their_read)
    os.close(their_write)
    try:
        yield Browser(process, our_write, our_read)
    finally:
        os.close(our_write)
        os.close(our_read)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
