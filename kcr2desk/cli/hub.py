"""`kcr2desk hub …`: make a hub, run it, and say who may come in.

Nothing of the hub is imported before a command runs: without the extra `hub` the program still
starts, and says what to install.
"""

from __future__ import annotations

import argparse
import os
import random
import secrets
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from kcr2desk.cli import hub_log, hub_mail
from kcr2desk.core.access import ROLES
from kcr2desk.core.errors import sentence
from kcr2desk.core.fields import moment
from kcr2desk.core.ids import NewId, id_maker

if TYPE_CHECKING:
    from kcr2desk.hub.retention import Term
    from kcr2desk.hub.settings import HubSettings

Handler = Callable[[argparse.Namespace], int]

ROLE_NAMES = tuple(name for name in ROLES if name not in ("intake", "hub"))
WHAT_TO_INSTALL = "kcr2desk: the hub is not installed; run: pip install 'kcr2desk[hub]'"
HUB_PACKAGES = ("fastapi", "uvicorn", "psycopg", "alembic", "prometheus_client", "mako")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `hub` with its commands; a parsed command has its handler in `run`."""
    hub = subparsers.add_parser("hub", help="the central server: make it, run it, manage it")
    commands = hub.add_subparsers(dest="hub_command", metavar="COMMAND", required=True)

    init = _command(commands, "init", "make a hub in a folder", _init)
    init.add_argument("--dsn", help="a PostgreSQL of your own; without it the hub starts its own")

    serve = _command(commands, "serve", "run the hub until it is told to stop", _serve)
    serve.add_argument("--host", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", help="port to listen on (8470); 0 picks a free one")
    serve.add_argument("--dsn", help="the database, instead of the one the hub was made with")

    serve.add_argument(
        "--public-url", metavar="URL", help="where regions reach this hub: for answer links"
    )
    serve.formatter_class = argparse.RawDescriptionHelpFormatter
    serve.epilog = hub_mail.SETTINGS

    user = commands.add_parser("user", help="accounts of people")
    users = user.add_subparsers(dest="user_command", metavar="COMMAND", required=True)
    add = _command(users, "add", "add an account", _user_add)
    add.add_argument("name")
    add.add_argument("--role", required=True, choices=ROLE_NAMES)
    add.add_argument("--region", default="", help="code of the safety region, such as VR06")
    add.add_argument("--organisation", default="", help="owner code (the region's, else KCR2)")
    add.add_argument("--display-name", default="", help="how colleagues see the name")
    _password(add)
    _command(users, "list", "list the accounts", _user_list)
    disable = _command(users, "disable", "let an account in no more", _user_disable)
    disable.add_argument("name")
    password = _command(users, "password", "give an account another password", _user_password)
    password.add_argument("name")
    _password(password)

    key = commands.add_parser("key", help="API keys of machines that deliver reports")
    keys = key.add_subparsers(dest="key_command", metavar="COMMAND", required=True)
    add = _command(keys, "add", "add a key and print it, once", _key_add)
    add.add_argument("name")
    add.add_argument("--source", required=True, help="owner code whose reports it delivers")
    _command(keys, "list", "list the keys", _key_list)
    disable = _command(keys, "disable", "let a key in no more", _key_disable)
    disable.add_argument("name")

    _command(commands, "status", "say how the hub and its database are", _status)
    hub_mail.add_command(lambda *command: _command(commands, *command), _settings)
    hub_log.add_commands(lambda *command: _command(commands, *command), _settings)


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    what: str,
    handler: Handler,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=what, description=what.capitalize() + ".")
    parser.add_argument("--data", metavar="FOLDER", help="the hub's folder (or KCR2DESK_DATA)")
    parser.set_defaults(run=_guarded(handler))
    return parser


def _password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        required=True,
        help="read the password from standard input (one line)",
    )


def _guarded(handler: Handler) -> Handler:
    """Turn what may go wrong into a sentence on standard error and an exit status."""

    def run(arguments: argparse.Namespace) -> int:
        try:
            from kcr2desk.hub import errors
        except ImportError as error:
            if (error.name or "").partition(".")[0] not in HUB_PACKAGES:
                raise
            print(WHAT_TO_INSTALL, file=sys.stderr)
            return 1
        try:
            return handler(arguments)
        except errors.WrongUse as error:
            print(f"kcr2desk hub: {error}", file=sys.stderr)
            return 2
        except errors.RequestProblem as error:
            print(f"kcr2desk hub: {sentence(error.problem.code, 'en')}", file=sys.stderr)
            return 1
        except errors.SAID as error:
            print(f"kcr2desk hub: {error}", file=sys.stderr)
            return 1

    return run


def _settings(arguments: argparse.Namespace) -> HubSettings:
    from kcr2desk.hub.settings import load_settings

    named = ("data", "dsn", "host", "port", "public_url")
    flags = {name: getattr(arguments, name, None) for name in named}
    return load_settings(flags, os.environ)


# -- the hub itself


def _init(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.keys import HubKey
    from kcr2desk.hub.opening import create_hub
    from kcr2desk.hub.settings import write_settings

    settings = _settings(arguments)
    key = HubKey(UUID(bytes=secrets.token_bytes(16), version=4), secrets.token_bytes(32))
    create_hub(settings, key)
    if settings.dsn:
        write_settings(settings.data, {"dsn": settings.dsn})
    print(f"Hub {key.hub} is ready in {settings.data}.")
    return 0


def _serve(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.app import serve
    from kcr2desk.hub.opening import open_hub

    def end(_signal: int, _frame: object) -> None:
        raise SystemExit(0)  # while it is starting: what was started is stopped again

    signal.signal(signal.SIGTERM, end)
    with open_hub(_settings(arguments)) as hub:
        return serve(hub)


def _status(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import all_accounts, all_devices
    from kcr2desk.hub.database import Database
    from kcr2desk.hub.keys import load_key
    from kcr2desk.hub.migrations import current_revision, known_revision
    from kcr2desk.hub.opening import running_database
    from kcr2desk.hub.retention import terms

    settings = _settings(arguments)
    key = load_key(settings.data)
    print(f"Hub       {key.hub}")
    print(f"Key       {key.public.hex()}")
    with running_database(settings) as dsn:
        database = Database(dsn, size=2)
        try:
            found = current_revision(dsn)
            with database.transaction() as connection:
                version = connection.execute("SHOW server_version").fetchone()
                print(f"Database  {'its own' if settings.embedded else 'by DSN'}, PostgreSQL "
                      f"{version[0] if version else '?'}")  # fmt: skip
                print(f"Tables    revision {found} (this version knows {known_revision()})")
                if found != known_revision():
                    return 1
                accounts = [a for a in all_accounts(connection) if a.disabled_at is None]
                devices = [d for d in all_devices(connection) if d.revoked_at is None]
                print(f"Accounts  {len(accounts)}")
                print(f"Desks     {len(devices)}")
                for term in terms(connection):
                    print(f"Operation {term.operation}  {_kept(term, _now())}")
        finally:
            database.close()
    return 0


def _kept(term: Term, now: datetime) -> str:
    """How long the persons of an operation are kept yet. Its name is for its members only."""
    end = moment(term.ends_at)
    if end > now:
        return f"keeps persons until {end:%Y-%m-%d %H:%M} UTC, {(end - now).days} more days"
    if term.erased_at is None:
        return f"ended {end:%Y-%m-%d %H:%M} UTC; its persons are erased when the hub looks next"
    return f"ended {end:%Y-%m-%d %H:%M} UTC; its persons are erased"


# -- people and machines


def _user_add(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import Passwords, add_account
    from kcr2desk.hub.opening import open_hub

    hashed = Passwords().hash(_read_password())
    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        account = add_account(
            connection,
            id=_new_id()(),
            name=arguments.name,
            role=arguments.role,
            region=arguments.region,
            organisation=arguments.organisation,
            display_name=arguments.display_name,
            password_hash=hashed,
            now=_now(),
        )
    print(f"Account {account.name} ({account.role}, {account.organisation}) is there.")
    return 0


def _user_list(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import all_accounts
    from kcr2desk.hub.opening import open_hub

    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        for account in all_accounts(connection):
            state = "disabled" if account.disabled_at else "active"
            _row(account.name, account.role, account.organisation, state, account.last_sign_in_at)
    return 0


def _user_disable(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import disable_account
    from kcr2desk.hub.opening import open_hub

    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        account = disable_account(connection, arguments.name, _now())
    print(f"Account {account.name} is disabled; what it signed in to ends within a minute.")
    return 0


def _user_password(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import Passwords, set_password
    from kcr2desk.hub.opening import open_hub

    hashed = Passwords().hash(_read_password())
    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        set_password(connection, arguments.name, hashed, _now())
    print(f"Account {arguments.name} has another password; its sessions ended.")
    return 0


def _key_add(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import add_key
    from kcr2desk.hub.opening import open_hub
    from kcr2desk.hub.tokens import new_token

    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        key = add_key(
            connection,
            id=_new_id()(),
            name=arguments.name,
            source=arguments.source,
            now=_now(),
            new_token=new_token,
        )
    print("Keep this key; it is not shown again:", file=sys.stderr)
    print(key)
    return 0


def _key_list(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import all_keys
    from kcr2desk.hub.opening import open_hub

    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        for key in all_keys(connection):
            state = "disabled" if key.disabled_at else "active"
            _row(key.name, "intake", key.source, state, key.last_used_at)
    return 0


def _key_disable(arguments: argparse.Namespace) -> int:
    from kcr2desk.hub.accounts import disable_key
    from kcr2desk.hub.opening import open_hub

    with open_hub(_settings(arguments)) as hub, hub.database.transaction() as connection:
        disable_key(connection, arguments.name, _now())
    print(f"Key {arguments.name} is disabled.")
    return 0


def _read_password() -> str:
    """One line of standard input, without its end."""
    password = sys.stdin.readline().rstrip("\r\n")
    if 0 < len(password) < 12:
        print("kcr2desk hub: a short password; a sentence of four words is better", file=sys.stderr)
    return password


def _row(name: str, role: str, organisation: str, state: str, last: datetime | None) -> None:
    seen = last.isoformat(timespec="seconds") if last else "never"
    print(f"{name}\t{role}\t{organisation}\t{state}\t{seen}")


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> NewId:
    return id_maker(lambda: time.time_ns() // 1_000_000, random.SystemRandom())
