"""What a running PostgreSQL writes about itself in `postmaster.pid`."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The server that runs, or ran, on a data folder.

    `socket_folder` is None where it listens on 127.0.0.1 only. `ready` is what the server says of
    itself; a killed server leaves its last word behind.
    """

    pid: int
    port: int
    socket_folder: Path | None
    ready: bool

    def listens(self) -> bool:
        """Whether somebody accepts connections at its address."""
        try:
            if self.socket_folder is None:
                socket.create_connection(("127.0.0.1", self.port), timeout=5).close()
                return True
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
                line.settimeout(5)
                line.connect(str(self.socket_folder / f".s.PGSQL.{self.port}"))
        except OSError:
            return False
        return True


def read_postmaster(data: Path) -> Postmaster | None:
    """Read `postmaster.pid`; None when there is none. Half a file is a server that starts."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return None
    lines += [""] * (8 - len(lines))
    folder = lines[4].strip()
    return Postmaster(
        pid=abs(int(lines[0] or 0)),
        port=int(lines[3] or 0),
        socket_folder=Path(folder) if folder else None,
        ready=lines[7].strip() == "ready",
    )


def is_postgres(pid: int) -> bool:
    """Whether the process lives and is a PostgreSQL, where the system tells; else assume so.

    A process that ended and that nobody has reaped is dead. In a container without an init it
    stays in the table for ever, and PostgreSQL itself takes it for a server that runs.
    """
    if not Path("/proc/self/stat").exists():
        return True
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    name, state = status.partition("(")[2].rpartition(")")[::2]
    return name.startswith("postgres") and state.split()[0] not in ("Z", "X")
