"""Slowing down whoever guesses passwords, known names and unknown ones alike.

An attempt counts before the password is looked at, so that a hundred guesses at once are a
hundred attempts. An officer's own workstation is counted apart: a stranger who tries an officer's
name a thousand times keeps the officer out nowhere where that officer worked before.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from kcr2desk.hub.accounts import name_key
from kcr2desk.hub.database import Connection

FREE = 5
LONGEST = 60  # seconds
FORGOTTEN_AFTER = timedelta(hours=1)


def count_attempt(connection: Connection, who: bytes, now: datetime) -> float:
    """Count an attempt; return 0, or for how many seconds nothing is tried at all."""
    connection.execute(
        "INSERT INTO sign_in_attempt VALUES (%s, 0, %s, %s) ON CONFLICT (who) DO NOTHING",
        (who, now, now),
    )
    row = connection.execute(
        "SELECT failures, last_at, blocked_until FROM sign_in_attempt WHERE who = %s FOR UPDATE",
        (who,),
    ).fetchone()
    assert row is not None
    failures, last_at, blocked_until = row
    if blocked_until > now:
        return float((blocked_until - now).total_seconds())
    failures = 1 if last_at < now - FORGOTTEN_AFTER else failures + 1
    pause = 0 if failures < FREE else min(2 ** (failures - FREE), LONGEST)
    connection.execute(
        "UPDATE sign_in_attempt SET failures = %s, last_at = %s, blocked_until = %s WHERE who = %s",
        (failures, now, now + timedelta(seconds=pause), who),
    )
    connection.execute("DELETE FROM sign_in_attempt WHERE last_at < %s", (now - timedelta(days=1),))
    return 0.0


def forget_attempts(connection: Connection, who: bytes) -> None:
    """After a good sign-in the counting begins anew."""
    connection.execute("DELETE FROM sign_in_attempt WHERE who = %s", (who,))


def whose(connection: Connection, name: str, device: str) -> bytes:
    """Under what an attempt counts: the name, or name and workstation where they worked before."""
    row = connection.execute(
        "SELECT 1 FROM session JOIN account ON account.id = session.account"
        " WHERE account.name_key = %s AND session.device = %s LIMIT 1",
        (name_key(name), device),
    ).fetchone()
    known = "" if row is None else device
    return hashlib.sha256(f"{name_key(name)}\x1f{known}".encode("utf-8", "surrogatepass")).digest()
