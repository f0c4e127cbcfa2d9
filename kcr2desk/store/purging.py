"""A retention clock ran out: fields are emptied wherever this cache copied them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kcr2desk.core.changes import Change, Changeset, How, Leaf
from kcr2desk.core.fields import Kind
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.text import Json
from kcr2desk.store import attachments, drafts, outbox, pages, rows
from kcr2desk.store.forgetting import Body, rewrite, without
from kcr2desk.store.outbox import SETTLED, marks
from kcr2desk.store.rows import chunks
from kcr2desk.store.work import Work, note, set_note
from kcr2desk.wire import decode

ERASED = "erased:"
"""The start of a note: up to when this cache followed the end of an operation's term."""

PERSONAL: Mapping[str, frozenset[str]] = {
    name: frozenset(n for n, spec in rtype.fields.items() if spec.personal)
    for name, rtype in RECORD_TYPES.items()
} | {"conflict": frozenset({"was", "current", "offered"})}
"""What says something of a person, by type."""


def purge(work: Work, changes: Sequence[Change]) -> None:
    """Empty the fields that purge entries name in history, drafts, outbox, journal and files.

    The records themselves, their shadows, search text and keys are emptied by applying the entries.
    """
    fields: dict[str, frozenset[str]] = {}
    for change in changes:
        fields[change.id] = fields.get(change.id, frozenset()) | change.fields.keys()
    pages.purge(work.db, fields)
    drafts.purge(work, changes)
    rewrite(work, _bodies_of(work, list(fields)), _Purged(fields))
    if any(change.type == "attachment" and "digest" in change.fields for change in changes):
        attachments.forget_unnamed(work)
    work.tell("")


def _bodies_of(work: Work, records: Sequence[str]) -> list[Body]:
    found: dict[int, Body] = {}
    for part in chunks(records):
        marked = ",".join("?" * len(part))
        for n, state, body in work.db.execute(
            "SELECT o.n, o.state, o.body FROM outbox o WHERE o.n IN"
            f" (SELECT r.n FROM outbox_record r WHERE r.record IN ({marked}))",
            part,
        ):
            found[n] = n, state, body
    return [found[n] for n in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Purged:
    """What is left of a change when fields of its record were purged: what is settled loses them,
    what still waits loses what it says the value *was*."""

    fields: Mapping[str, frozenset[str]]

    def __call__(self, state: str, change: Change) -> Change:
        names = self.fields.get(change.id, frozenset())
        if names.isdisjoint(change.fields):
            return change
        if state not in (*outbox.WAITING, "refused"):
            return without(change, names)
        specs, blank = RECORD_TYPES[change.type].fields, blank_values(change.type)
        left: dict[str, Json] = {}
        for name, value in change.fields.items():
            if name not in names or change.how is How.NEW:
                left[name] = value  # a new one the hub does not have: nothing of it was purged
            elif specs[name].kind is not Kind.SET and isinstance(value, list):
                left[name] = [blank.get(name), value[1]]
        return replace(change, fields=left)


# -- the end of a term -----------------------------------------------------------------------------


def follow_term(work: Work, stream: str, *, loaded: bool = False) -> None:
    """After something came of an operation: where the hub says that its persons were erased, what
    this cache alone has of them goes too. `loaded`: it came as a whole, so that no entry told what
    to empty.
    """
    erased = _erased_at(work, stream)
    if not erased:
        return
    states: tuple[str, ...] = SETTLED
    news = note(work.db, ERASED + stream) != erased
    if news:
        drafts.drop_of(work, stream)
        set_note(work.db, ERASED + stream, erased)
        work.tell("")
        states = (*SETTLED, "refused")
    if news or loaded:
        _empty_pages(work, stream)
    bodies = work.db.execute(
        f"SELECT n, state, body FROM outbox WHERE stream = ? AND state IN {marks(states)}",
        (stream,),
    ).fetchall()
    rewrite(work, bodies, _Erased(_placeholders(work, bodies)))


def _empty_pages(work: Work, stream: str) -> None:
    """Empty the history of all, but what is still to be offered to a restored hub."""
    offered = work.db.execute("SELECT 1 FROM offer WHERE stream = ?", (stream,)).fetchone()
    for lost in (False,) if offered else (False, True):
        for page in pages.of_stream(work.db, stream, lost=lost):
            pages.empty(work.db, page.n, _is_personal)


def _is_personal(leaf: Leaf) -> bool:
    return leaf.how is not How.PURGE and leaf.name in PERSONAL.get(leaf.type, ())


def _erased_at(work: Work, stream: str) -> str:
    found = work.db.execute(
        "SELECT erased_at FROM operation WHERE id = ?", (operation_of(stream),)
    ).fetchone()
    return "" if found is None or found[0] is None else str(found[0])


def _placeholders(work: Work, bodies: Iterable[Body]) -> frozenset[str]:
    """Of the records that these changesets change, those in which the hub has nobody any more."""
    ids: dict[str, dict[str, None]] = {}
    for _, _, body in bodies:
        for change in decode(Changeset, body).changes:
            if PERSONAL.get(change.type):
                ids.setdefault(change.type, {})[change.id] = None
    return frozenset(
        row.id
        for type_name, wanted in ids.items()
        for row in rows.load(work.db, type_name, list(wanted)).values()
        if (base := row.base) is not None and not any(base.get(n) for n in PERSONAL[type_name])
    )


@dataclass(frozen=True, slots=True)
class _Erased:
    """What is left of a change when the term of its operation is over."""

    placeholders: frozenset[str]

    def __call__(self, state: str, change: Change) -> Change:
        if state == "refused" or change.id in self.placeholders:
            return without(change, PERSONAL.get(change.type, ()))
        return change
