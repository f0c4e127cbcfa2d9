"""A hub inside this process, for tests, the demo and benchmarks: the same code on a free port."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kcr2desk.core.ids import NewId
from kcr2desk.hub.accounts import Account, Passwords, add_account, add_key, find_account
from kcr2desk.hub.app import build_app, new_ids, open_log, utc_now
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.opening import OpenHub, create_hub, is_hub, open_hub
from kcr2desk.hub.serving import Server, address, listen
from kcr2desk.hub.settings import HubSettings
from kcr2desk.hub.tokens import new_token

START = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class RunningHub:
    """A hub that answers at `url`."""

    url: str
    hub: OpenHub
    log: HubLog
    passwords: Passwords
    new_id: NewId

    def add_user(
        self,
        name: str,
        password: str,
        role: str = "duty_officer",
        *,
        region: str = "",
        organisation: str = "",
        display_name: str = "",
    ) -> Account:
        """Add an account, or return the one of that name. Raises AccountError."""
        with self.hub.database.transaction() as connection:
            there = find_account(connection, name)
            return there or add_account(
                connection,
                id=self.new_id(),
                name=name,
                role=role,
                region=region,
                organisation=organisation,
                display_name=display_name,
                password_hash=self.passwords.hash(password),
                now=utc_now(),
            )

    def add_key(self, name: str, source: str) -> str:
        """Add an API key for reports of `source`; returns the key."""
        with self.hub.database.transaction() as connection:
            return add_key(
                connection,
                id=self.new_id(),
                name=name,
                source=source,
                now=utc_now(),
                new_token=new_token,
            )


@contextmanager
def running_hub(
    folder: Path,
    dsn: str = "",
    port: int = 0,
    *,
    postgres: Mapping[str, str] | None = None,
    settings: Mapping[str, int | str] | None = None,
    now: Callable[[], datetime] = utc_now,
) -> Iterator[RunningHub]:
    """Serve a hub in a thread until the block ends; polls that are held then return.

    The hub is made when `folder` has none. Without `dsn` it starts a PostgreSQL of its own there,
    with the settings `postgres`. `settings` go over those of `HubSettings`, `now` is its clock.
    Passwords are hashed at little cost: a hub that people sign in to from elsewhere is served by
    `kcr2desk hub serve`, which hashes them anew at the next sign-in.
    """
    chosen = HubSettings(data=folder, dsn=dsn, port=port, **(settings or {}))  # type: ignore[arg-type]
    if not is_hub(folder):
        key = HubKey(UUID(bytes=secrets.token_bytes(16), version=4), secrets.token_bytes(32))
        create_hub(chosen, key, postgres=postgres)
    passwords = Passwords(time_cost=1, memory_kib=64)
    with open_hub(chosen, postgres=postgres) as hub, listen(chosen.host, chosen.port) as listening:
        log = open_log(hub, now=now)
        ready = threading.Event()
        made = build_app(hub, log, passwords=passwords, now=now)
        server = Server(made.app, made.watch, ready.set)
        failures: list[BaseException] = []

        def serve() -> None:
            try:
                server.run_here(listening)
            except BaseException as failure:
                failures.append(failure)
                ready.set()

        thread = threading.Thread(target=serve, name="kcr2desk-hub")
        thread.start()
        try:
            if not ready.wait(START) or failures:
                raise RuntimeError("the hub did not start") from next(iter(failures), None)
            yield RunningHub(address(listening), hub, log, passwords, new_ids())
        finally:
            server.should_exit = True
            thread.join()
        if failures:
            raise failures[0]
