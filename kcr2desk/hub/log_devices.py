"""The chains that devices keep of their own changesets: an alarm, that decides nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kcr2desk.core.append import Offered
from kcr2desk.core.chain import asked_root, device_link
from kcr2desk.core.messages import PushItem
from kcr2desk.hub.database import Connection

LARGEST = 2**63 - 1


def chain_hash(item: PushItem) -> str:
    """The hash of the device's chain after this changeset; "" when that cannot be."""
    try:
        return device_link(item.previous, asked_root(item.changeset))
    except ValueError:
        return ""


def follow_chain(
    connection: Connection,
    device: str,
    offers: Sequence[Offered],
    links: Sequence[str],
    fresh: frozenset[str],
    now: datetime,
) -> bool:
    """Compare a push with what is known of the device's chain, and move its end.

    `links` are the chain's hashes after each of `offers`; `fresh` the changesets that the hub sees
    for the first time. Returns True when another machine wrote under the device's numbers: the
    alarm is noted with the device.
    """
    connection.execute(
        "INSERT INTO device_chain (device, device_seq, hash) VALUES (%s, 0, %s)"
        " ON CONFLICT DO NOTHING",
        (device, "0" * 64),
    )
    row = connection.execute(
        "SELECT device_seq, hash FROM device_chain WHERE device = %s FOR UPDATE", (device,)
    ).fetchone()
    assert row is not None
    known_seq, known_hash = row
    seq, end = known_seq, known_hash
    forked = False
    old: list[int] = []
    last: tuple[int, str] | None = None
    for offer, link in zip(offers, links, strict=True):
        number = offer.changeset.device_seq
        if last is not None and number == last[0] + 1 and offer.previous != last[1]:
            forked = True
        last = (number, link)
        if offer.changeset.id not in fresh:
            continue
        if (number == known_seq + 1 and offer.previous != known_hash) or (
            number == known_seq and link != known_hash
        ):
            forked = True
        elif 0 < number < known_seq:
            old.append(number)
        if seq < number <= LARGEST:
            seq, end = number, link
    if old and not forked:
        forked = _taken(connection, device, old, fresh)
    connection.execute(
        "UPDATE device_chain SET device_seq = %s, hash = %s,"
        " forked_at = CASE WHEN %s THEN %s ELSE forked_at END WHERE device = %s",
        (seq, end, forked, now, device),
    )
    return forked


def keep_signature(
    connection: Connection, device: str, chain_end: str, signature: str, now: datetime
) -> None:
    """Keep the signature that covers a push and all before it on the device's chain."""
    connection.execute(
        "INSERT INTO push_signature VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
        (device, chain_end, signature, now),
    )


def _taken(
    connection: Connection, device: str, numbers: Sequence[int], fresh: frozenset[str]
) -> bool:
    """Whether other changesets of this device are in the log under these numbers.

    Numbers without an entry are free: what was held or refused before may come later.
    """
    rows = connection.execute(
        "SELECT changeset FROM entry WHERE device = %s AND device_seq = ANY(%s)",
        (device, list(numbers)),
    )
    return any(row[0] not in fresh for row in rows)
