"""People and workstations for the hub's tests."""

from __future__ import annotations

import random
import time
from datetime import datetime

from kcr2desk.core.ids import id_maker
from kcr2desk.hub.accounts import Account, Passwords, add_account
from kcr2desk.hub.database import Connection
from kcr2desk.hub.sessions import Workstation

new_id = id_maker(lambda: time.time_ns() // 1_000_000, random.Random())

PASSWORD = "correct horse battery staple"


def add(
    connection: Connection,
    passwords: Passwords,
    now: datetime,
    name: str,
    role: str,
    region: str = "",
    password: str = PASSWORD,
) -> Account:
    return add_account(
        connection,
        id=new_id(),
        name=name,
        role=role,
        region=region,
        password_hash=passwords.hash(password),
        now=now,
    )


def desk(number: int = 1) -> Workstation:
    return Workstation(new_id(), bytes([number]) * 32, f"desk {number}")
