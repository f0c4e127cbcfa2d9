"""What must hold of a cache at any moment, whatever happened to it."""

from __future__ import annotations

from kcr2desk.core.chain import GENESIS, asked_root, device_link
from kcr2desk.core.changes import Changeset
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.matching.comparing import Words
from kcr2desk.store import Cache, loading, outbox, overlay, person_keys, rows
from kcr2desk.store.layout import KEYED
from kcr2desk.store.rows import Db
from kcr2desk.store.work import note
from kcr2desk.wire import decode


def assert_whole(cache: Cache) -> None:
    """Rows, overlays, search index, queue and device chain belong together."""
    db = cache.writer()
    assert db.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    _overlays(db)
    _chain(db)
    _search(db)
    _person_keys(db)
    numbers = [record.number for record in cache.all("report")]  # type: ignore[attr-defined]
    numbers = [number for number in numbers if number]
    assert len(numbers) == len(set(numbers))


def _overlays(db: Db) -> None:
    """Every row shows pending changes over what the hub has; nothing pending is without its row."""
    pending = {record for _, record in overlay.lying_records(db)}
    for name in RECORD_TYPES:
        ids = [i for (i,) in db.execute(f"SELECT id FROM {name}")]
        found = rows.load(db, name, ids)
        assert len(found) == len(ids)
        lying = overlay.lying_over(db, ids)
        for record, row in found.items():
            assert row.values == overlay.view(row.base, lying.get(record, ()))
            assert (row.shadow is not None) == (record in lying)
            pending.discard(record)
    for lies in overlay.lying_over(db, sorted(pending)).values():  # edits of what is not here
        assert all(lying.change.how == "edit" for lying in lies)


def _chain(db: Db) -> None:
    """The device's own chain has no gap and no fork; its rows know their records."""
    link, seq, of = GENESIS, 0, None
    for n, body, device, previous, kept in db.execute(
        "SELECT n, body, device, previous, link FROM outbox WHERE device != '' ORDER BY n"
    ).fetchall():
        changeset = decode(Changeset, body)
        assert changeset.device == device
        if device == of:
            assert changeset.device_seq > seq
            if changeset.device_seq == seq + 1:
                assert previous == link
        of, seq = device, changeset.device_seq
        link = device_link(previous, asked_root(changeset))
        assert link == kept
        known = {r for (r,) in db.execute("SELECT record FROM outbox_record WHERE n = ?", (n,))}
        assert known == set(outbox.records_touched(changeset))


def _search(db: Db) -> None:
    start = int(note(db, loading.SEARCHED_FROM) or 0)
    reports = {at for (at,) in db.execute("SELECT at FROM report WHERE at >= ?", (start,))}
    found = {at for (at,) in db.execute("SELECT rowid FROM report_search")}
    assert {at for at in found if at >= start} == reports
    db.execute("INSERT INTO report_search(report_search) VALUES ('integrity-check')")


def _person_keys(db: Db) -> None:
    """The keys of people are those of the rows that are there, and no others."""
    wanted = set()
    for kind, name in enumerate(KEYED):
        ids = [i for (i,) in db.execute(f"SELECT id FROM {name}")]
        for row in rows.load(db, name, ids).values():
            arrival = person_keys.number(str(row.values.get("arrival") or ""))
            stream = person_keys.number(row.stream)
            keys = person_keys.keys_of(name, row.values, Words())
            wanted |= {(stream, key, kind, row.place, arrival) for key in keys}
    found = db.execute("SELECT stream, key, type, place, arrival FROM person_key").fetchall()
    assert set(found) == wanted
    assert len(found) == len(wanted)
