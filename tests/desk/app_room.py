"""A hub with people, and desks that come in by keyring or passphrase, for tests of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from kcr2desk.desk.session import Opener, Session
from kcr2desk.desk.vault import MemorySecrets
from kcr2desk.hub.running import RunningHub, running_hub

PASSWORD = "vier woorden zijn genoeg"


@dataclass
class HubRoom:
    """A hub that can be ended early. `people` have an account on it."""

    folder: Path
    dsn: str
    people: tuple[str, ...] = ("jansen", "devries")
    stack: ExitStack = field(default_factory=ExitStack)
    running: RunningHub | None = None

    def start(self, port: int = 0) -> RunningHub:
        self.running = self.stack.enter_context(
            running_hub(self.folder / "hub", dsn=self.dsn, port=port)
        )
        for name in self.people:
            self.running.add_user(name, PASSWORD, display_name=name.title())
        return self.running

    @property
    def url(self) -> str:
        assert self.running is not None
        return self.running.url

    def end(self) -> None:
        """The hub is gone; `start` with the port of `url` brings it back."""
        self.stack.close()


@dataclass
class Computer:
    """One computer: its folder, and its keyring (None: it has none)."""

    folder: Path
    keyring: MemorySecrets | None = field(default_factory=lambda: MemorySecrets({}))
    stack: ExitStack = field(default_factory=ExitStack)

    @property
    def opener(self) -> Opener:
        return Opener(self.folder, lambda: self.keyring, device_name="werkplek 3")

    def opened(self, session: Session) -> Session:
        """Close it at the end of the test, if the test does not."""
        self.stack.callback(session.close)
        return session


def hub_room(folder: Path, dsn: str) -> Iterator[HubRoom]:
    """For a fixture."""
    room = HubRoom(folder, dsn)
    room.start()
    yield room
    room.end()


def everything_below(folder: Path) -> list[Path]:
    return sorted(p for p in folder.rglob("*") if p.is_file())


Waiter = Callable[[Callable[[], bool]], None]
