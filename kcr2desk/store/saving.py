"""What an officer does: each an own transaction of rows, search index, outbox and draft."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from kcr2desk.core.changes import Change, Changeset, How
from kcr2desk.core.fields import FieldError, FieldSpec, Kind, to_wire
from kcr2desk.core.merge import edit as edited
from kcr2desk.core.merge import lay_over, removal, same
from kcr2desk.core.records import RECORD_TYPES, SCHEMA, blank_values, missing, wire_values
from kcr2desk.core.text import Json
from kcr2desk.store import drafts, numbers, outbox, outcomes, overlay, rows
from kcr2desk.store.crash import crash_point
from kcr2desk.store.rows import Row
from kcr2desk.store.work import Work
from kcr2desk.wire import decode

SAID_AGAIN = frozenset({"arrival", "capacity", "manifestline", "member", "personlink"})
"""Types whose id says what they are about. What was removed (or undone) and is said again is there
again; of other types what is brought in twice stays removed."""

Fields = Mapping[str, Any]
Key = tuple[str, str]  # (type, id)


def create(
    work: Work,
    type_name: str,
    fields: Fields,
    stream: str,
    record_id: str | None,
    draft: str | None,
) -> str:
    """Make a record; returns its id. Raises FieldError."""
    rtype = RECORD_TYPES.get(type_name)
    if rtype is None:
        raise FieldError("unknown_type", type_name)
    values = wire_values(type_name, fields)
    if type_name == "report":
        for name in ("entered_at", "received_at"):
            if values.get(name) is None:
                values[name] = work.now
    empty = missing(type_name, {**blank_values(type_name), **values})
    if empty:
        raise FieldError("missing_field", empty[0])
    made = record_id or work.new_id()
    blank = blank_values(type_name)
    filled = {n: v for n, v in values.items() if v != blank[n]}
    save(work, stream, [Change(type_name, made, How.NEW, filled)], draft=draft)
    return made


def save(
    work: Work,
    stream: str,
    changes: Sequence[Change],
    *,
    draft: str | None = None,
    corrects: str = "",
) -> str:
    """Save one changeset; returns its id, or "" when all of it was here already.

    A new record without a number gets one. What is made anew while it is here (an alert brought
    in twice) only fills what is still blank.
    """
    crash_point("save:begun")
    kept = here(work, ((c.type, c.id) for c in changes))
    asked = [change for change in (_news(work, stream, c, kept) for c in changes) if change]
    if draft is not None:
        drafts.drop(work, draft)
        work.tell("")
    if not asked:
        return ""
    lay(work, stream, asked, kept)
    changeset = outbox.make(work, stream, asked, SCHEMA, corrects)
    crash_point("save:outbox")
    return changeset.id


def here(work: Work, keys: Iterable[Key]) -> dict[str, Row]:
    """The rows of these records that are here."""
    by_type: dict[str, list[str]] = {}
    for type_name, record in dict.fromkeys(keys):
        by_type.setdefault(type_name, []).append(record)
    found: dict[str, Row] = {}
    for type_name, ids in by_type.items():
        found |= rows.load(work.db, type_name, ids)
    return found


def _news(work: Work, stream: str, change: Change, kept: Mapping[str, Row]) -> Change | None:
    """What of a change is new; None when nothing is."""
    if change.how is not How.NEW:
        return change
    row = kept.get(change.id)
    if row is not None and change.type in SAID_AGAIN and row.values.get("removed") is True:
        whole = {**blank_values(change.type), **change.fields}
        return Change(change.type, change.id, How.EDIT, edited(change.type, row.values, whole))
    if row is not None:
        blank = blank_values(change.type)
        fields = {n: v for n, v in change.fields.items() if same(row.values.get(n), blank.get(n))}
        return Change(change.type, change.id, How.NEW, fields) if fields else None
    letter = RECORD_TYPES[change.type].letter
    if not letter or change.fields.get("number"):
        return change
    number = numbers.take(work, stream, letter)
    return Change(change.type, change.id, How.NEW, {"number": number, **change.fields})


def lay(work: Work, stream: str, changes: Sequence[Change], kept: dict[str, Row]) -> None:
    """Lay own new changes over the rows and write these. Raises KeyError for what is not here."""
    written: dict[str, Row] = {}
    for change in changes:
        row = written.get(change.id) or kept.get(change.id)
        if row is None:
            seen = lay_over(None, change)
            if seen is None:
                raise KeyError(change.id)
            row = Row(change.type, change.id, stream, 0, 0, seen, {})
        else:
            seen = lay_over(row.values, change)
            assert seen is not None
            if row.shadow is None:
                row.shadow = row.values
            row.values = seen
        row.unread = False
        written[change.id] = row
    rows.write(work.db, written.values(), work.searched_from)
    work.tell_rows(written.values())
    crash_point("save:rows")


def the_row(work: Work, type_name: str, record: str) -> Row:
    """The row of a record. Raises KeyError when it is not here."""
    return rows.load(work.db, type_name, [record])[record]


def edit(
    work: Work,
    type_name: str,
    record: str,
    fields: Fields,
    shown: Mapping[str, Json] | None,
    draft: str | None,
) -> str | None:
    """Change fields of a record; returns the changeset, None when nothing changed."""
    wanted = wire_values(type_name, fields)
    row = the_row(work, type_name, record)
    saw = row.values if shown is None else {**row.values, **shown}
    asked = edited(type_name, saw, wanted)
    if not asked:
        if draft is not None:
            drafts.drop(work, draft)
            work.tell("")
        return None
    return save(work, row.stream, [Change(type_name, record, How.EDIT, asked)], draft=draft)


def edit_many(work: Work, type_name: str, ids: Sequence[str], fields: Fields) -> tuple[str, ...]:
    """Change the same fields of several records, a changeset each: one refusal costs one."""
    wanted = wire_values(type_name, fields)
    kept = rows.load(work.db, type_name, list(dict.fromkeys(ids)))
    made = []
    crash_point("save:begun")
    written: list[Row] = []
    for record in dict.fromkeys(ids):
        row = kept[record]
        asked = edited(type_name, row.values, wanted)
        if not asked:
            continue
        change = Change(type_name, record, How.EDIT, asked)
        if row.shadow is None:
            row.shadow = row.values
        seen = lay_over(row.values, change)
        assert seen is not None
        row.values, row.unread = seen, False
        written.append(row)
        made.append(outbox.make(work, row.stream, [change], SCHEMA).id)
    rows.write(work.db, written, work.searched_from)
    work.tell_rows(written)
    crash_point("save:outbox")
    return tuple(made)


def remove(work: Work, type_name: str, record: str) -> str:
    """Remove a record, with all that was seen of it."""
    row = the_row(work, type_name, record)
    change = Change(type_name, record, How.EDIT, removal(row.values))
    return save(work, row.stream, [change])


# -- undo ----------------------------------------------------------------------------------------


def undo(work: Work, changesets: Sequence[str]) -> tuple[str, ...]:
    """Put back what these own changesets changed, the last first, each by a new changeset.

    Fields that somebody changed since stay as they are. Raises KeyError for a changeset that is
    no longer here.
    """
    made = []
    for changeset_id in reversed(changesets):
        body = work.db.execute("SELECT body FROM outbox WHERE id = ?", (changeset_id,)).fetchone()
        if body is None:
            raise KeyError(changeset_id)
        changeset = decode(Changeset, body[0])
        kept = here(work, ((c.type, c.id) for c in changeset.changes))
        back = [b for c in reversed(changeset.changes) for b in _back(c, kept.get(c.id))]
        if back:
            made.append(save(work, changeset.stream, back))
    return tuple(made)


def _back(change: Change, row: Row | None) -> list[Change]:
    """The changes that take a change back, as far as it still stands."""
    if row is None:
        return []
    if change.how is How.NEW:
        gone = row.values.get("removed") is True
        fields = removal(row.values)
        return [] if gone else [Change(change.type, change.id, How.EDIT, fields)]
    specs = RECORD_TYPES[change.type].fields
    back: dict[str, Json] = {}
    steps: list[Change] = []
    for name, value in change.fields.items():
        held = row.values.get(name)
        if specs[name].kind is Kind.SET and isinstance(value, dict):
            now = set(held or ())  # type: ignore[arg-type]
            added = [item for item in value.get("add") or () if item in now]  # type: ignore[union-attr]
            taken = [item for item in value.get("take") or () if item not in now]  # type: ignore[union-attr]
            if added or taken:
                back[name] = {"add": taken, "take": added}
            continue
        was, now_ = value  # type: ignore[misc, str-unpack]
        if same(was, now_) or not same(held, now_):
            continue
        way = _way(specs[name], now_, was)
        for start, end in pairwise(way[:-1]):
            steps.append(Change(change.type, change.id, How.EDIT, {name: [start, end]}))
        back[name] = [way[-2], way[-1]]
    if back.get("removed") == [False, True]:
        back = {**removal(row.values), **back}
    return [*steps, Change(change.type, change.id, How.EDIT, back)] if back else []


def _way(spec: FieldSpec, start: Json, end: Json) -> list[Json]:
    """The shortest way between two values that the table of steps allows, ends included.

    Without a table, or a way, in one step: the hub then refuses it, in sight.
    """
    if spec.steps is None:
        return [start, end]
    ways: deque[list[Json]] = deque([[start]])
    been = {start}
    while ways:
        way = ways.popleft()
        if way[-1] == end:
            return way
        for step in spec.steps.get(str(way[-1]), ()):
            if step not in been:
                been.add(step)
                ways.append([*way, step])
    return [start, end]


# -- conflicts and refusals ----------------------------------------------------------------------


def settle(work: Work, conflict: str, value: Any) -> str:
    """Settle a conflict: the field gets `value` (Python or wire), the conflict is over."""
    row = the_row(work, "conflict", conflict)
    about_type, about = str(row.values["about_type"]), str(row.values["about"])
    name = str(row.values["field"])
    spec = RECORD_TYPES[about_type].fields.get(name) if about_type in RECORD_TYPES else None
    if spec is None:
        raise FieldError("unknown_field", name)
    wanted = _wire_of(spec, value)
    changes = []
    there = rows.load(work.db, about_type, [about]).get(about)
    if there is not None:
        asked = edited(about_type, there.values, {name: wanted})
        if asked:
            changes.append(Change(about_type, about, How.EDIT, asked))
    changes.append(Change("conflict", conflict, How.EDIT, {"state": ["open", "settled"]}))
    return save(work, row.stream, changes)


def _wire_of(spec: FieldSpec, value: Any) -> Json:
    if spec.kind is Kind.TIME and isinstance(value, int) and not isinstance(value, bool):
        return value
    return to_wire(spec, value)


def _refused(work: Work, changeset_id: str) -> tuple[int, Changeset]:
    found = work.db.execute(
        "SELECT n, body FROM outbox WHERE id = ? AND state = 'refused'", (changeset_id,)
    ).fetchone()
    if found is None:
        raise KeyError(changeset_id)
    return found[0], decode(Changeset, found[1])


def discard(work: Work, changeset_id: str) -> None:
    """A person gives a refused changeset up; it stays in the history as discarded.

    What waited behind it goes on, but for what is about a record that never came to be: that is
    given up with it. Raises KeyError unless it is refused.
    """
    n, changeset = _refused(work, changeset_id)
    outcomes.give_up(work, n, changeset_id)
    waited = work.db.execute(
        "SELECT n, id, body FROM outbox WHERE state = 'held' AND behind = ? ORDER BY n",
        (changeset_id,),
    ).fetchall()
    outcomes.free(work.db, [changeset_id])
    made = {c.id for c in changeset.changes if c.how is How.NEW}
    unborn = made - here(work, ((c.type, c.id) for c in changeset.changes)).keys()
    keys = [(c.type, c.id) for c in changeset.changes]
    for other_n, other_id, body in waited:
        other = decode(Changeset, body)
        keys += [(c.type, c.id) for c in other.changes]
        orphans = [c for c in other.changes if {c.id, c.fields.get("about")} & unborn]
        if len(orphans) == len(other.changes):
            outcomes.give_up(work, other_n, other_id)
            unborn |= {c.id for c in orphans}
        elif orphans:
            outcomes.refuse(work, other_n, "unknown_record")
    relay(work, keys)


def retry(work: Work, changeset_id: str, fields: Fields) -> str:
    """A correction of a refused changeset: the same with other `fields`, as a new changeset."""
    n, changeset = _refused(work, changeset_id)
    left = dict(fields)
    changes: list[Change] = []
    for change in changeset.changes:
        known = {name: left.pop(name) for name in list(left) if name in change.fields}
        if not changes and change.how is How.NEW:
            known |= {k: left.pop(k) for k in list(left) if k in RECORD_TYPES[change.type].fields}
        changes.append(_corrected(change, wire_values(change.type, known)))
    if left:
        raise FieldError("unknown_field", min(left))
    outcomes.give_up(work, n, changeset_id)
    made = save(work, changeset.stream, [c for c in changes if c.fields], corrects=changeset_id)
    if made:
        relay(work, outcomes.wait_for(work, changeset_id, made))
    else:
        outcomes.free(work.db, [changeset_id])
    return made


def _corrected(change: Change, values: Mapping[str, Json]) -> Change:
    fields = dict(change.fields)
    for name, now in values.items():
        value = fields.get(name)
        if change.how is How.NEW:
            fields[name] = now
        elif isinstance(value, list):
            fields[name] = [value[0], now]
        else:
            raise FieldError("wrong_kind", name, "a set is corrected by an edit of its own")
    return replace(change, fields=fields)


# -- the overlay anew ----------------------------------------------------------------------------


def relay(work: Work, keys: Iterable[Key]) -> None:
    """Lay what is pending over these records anew; what nothing holds up any more goes."""
    wanted = list(dict.fromkeys(keys))
    kept = here(work, wanted)
    lying = overlay.lying_over(work.db, [record for _, record in wanted])
    written, gone = [], []
    for type_name, record in wanted:
        lies = lying.get(record, [])
        row = kept.get(record)
        if row is None:
            if not lies or type_name not in RECORD_TYPES:
                continue
            row = Row(type_name, record, lies[0].stream, 0, 0, {}, {})
        if overlay.lay(row, row.base, lies):
            written.append(row)
        else:
            gone.append(row)
    rows.delete(work.db, gone, work.searched_from)
    rows.write(work.db, written, work.searched_from)
    work.tell_rows(written)
    work.tell_rows(gone)


def mark_read(work: Work, type_name: str, ids: Sequence[str], read: bool) -> None:
    """Note on this cache alone what its officer has read."""
    written = [row for row in rows.load(work.db, type_name, ids).values() if row.unread is read]
    for row in written:
        row.unread = not read
    rows.write(work.db, written, work.searched_from)
    work.tell_rows(written)
