"""Slowing down whoever knocks at answer links: by address and by link.

A token cannot be guessed (its signature has 128 bits); what is kept off is the load of trying, and
a link that somebody published. Right and wrong tokens are counted and refused alike. Counted in
the table of sign-in attempts, whose `who` is a digest: no address is kept.
"""

from __future__ import annotations

import hashlib
import ipaddress
from datetime import datetime, timedelta

from kcr2desk.hub.database import Connection

WINDOW = timedelta(minutes=10)
MOST_OF_ADDRESS = 240
"""Requests of one address in a window: a whole region may sit behind one."""
MOST_OF_LINK = 60
"""Requests for one inquiry in a window: mail scanners, colleagues, and some corrections."""


def knock(connection: Connection, address: str, inquiry: str, now: datetime) -> float:
    """Count a request; return 0, or for how many seconds nothing is looked at.

    `inquiry` is the id that the token speaks of, "" for what is no token: those count for the
    address alone.
    """
    waits = [_count(connection, f"address\0{_network(address)}", MOST_OF_ADDRESS, now)]
    if inquiry:
        waits.append(_count(connection, f"link\0{inquiry}", MOST_OF_LINK, now))
    return max(waits)


def _count(connection: Connection, who: str, most: int, now: datetime) -> float:
    digest = hashlib.sha256(f"answer link\0{who}".encode("utf-8", "surrogatepass")).digest()
    row = connection.execute(
        "INSERT INTO sign_in_attempt AS a VALUES (%(who)s, 1, %(now)s, %(now)s)"
        " ON CONFLICT (who) DO UPDATE SET"
        " failures = CASE WHEN a.last_at <= %(before)s THEN 1 ELSE a.failures + 1 END,"
        " last_at = CASE WHEN a.last_at <= %(before)s THEN %(now)s ELSE a.last_at END"
        " RETURNING failures, last_at",
        {"who": digest, "now": now, "before": now - WINDOW},
    ).fetchone()
    assert row is not None
    count, began = row
    return 0.0 if count <= most else max(1.0, (began + WINDOW - now).total_seconds())


def _network(address: str) -> str:
    """The address, or of IPv6 the /64 that one household or office has."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network(f"{found}/64", strict=False))
