"""The hub's ruling on pushed changesets, as a pure step: state in, entries and outcomes out.

The hub loads what the changesets touch into a `LogState`, calls `append`, and writes what came of
it in the same transaction. Nothing here waits, reads a clock or talks to a database.
"""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kcr2desk.core import promising
from kcr2desk.core.access import MACHINES, is_operation
from kcr2desk.core.append_rights import hidden, is_unborn, let_in, may, members_after, passed_over
from kcr2desk.core.append_state import Appended as Appended
from kcr2desk.core.append_state import LogState as LogState
from kcr2desk.core.append_state import Offered as Offered
from kcr2desk.core.append_state import UnknownRecord as UnknownRecord
from kcr2desk.core.chain import GENESIS, asked_root, device_link, entry_digest, link
from kcr2desk.core.changes import (
    Change,
    Code,
    Cursor,
    Effect,
    Entry,
    How,
    Outcome,
    Scope,
)
from kcr2desk.core.failures import where
from kcr2desk.core.holding import Hold, hold_of
from kcr2desk.core.ids import derived_id
from kcr2desk.core.merge import Merged, merge
from kcr2desk.core.records import RECORD_TYPES, blank_values, missing
from kcr2desk.core.repatriation.bsn import refused_bsn
from kcr2desk.core.repatriation.opening import refused_term, tells_erased
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.scopes import Held, Key, audience_moves, both, scope_of
from kcr2desk.core.shape import Refused as Refused
from kcr2desk.core.shape import check_shape as check_shape
from kcr2desk.core.text import Json

_HASH = re.compile("[0-9a-f]{64}")


def append(state: LogState, offers: Sequence[Offered], now: int) -> list[Outcome]:
    """Rule on `offers` in order; one outcome each. `now` is milliseconds since 1970.

    An exception in the rules costs that one changeset: it is quarantined, its payload kept.
    """
    return list(rule_on(state, offers, now))


def rule_on(state: LogState, offers: Iterable[Offered], now: int) -> Iterator[Outcome]:
    """As `append`, one by one, for who writes an entry while the next is ruled on."""
    blocked: dict[Key, str] = {}
    for offer in offers:
        outcome = _one(state, offer, now, blocked)
        yield outcome
        if outcome.code in (Code.REFUSED, Code.QUARANTINED, Code.HELD) and not outcome.duplicate:
            for change in offer.changeset.changes:
                blocked.setdefault((change.type, change.id), offer.changeset.id)


def _one(state: LogState, offer: Offered, now: int, blocked: Mapping[Key, str]) -> Outcome:
    changeset = offer.changeset
    known = state.outcomes.get(changeset.id)
    if known is not None and known.code.final:
        return Outcome(known.changeset, known.code, known.seq, known.reason, known.fields, "", True)
    keys = [(change.type, change.id) for change in changeset.changes]
    if is_unborn(state, changeset.stream):
        keys.append(("operation", operation_of(changeset.stream)))
    behind = [blocked[key] for key in keys if key in blocked]
    if behind and changeset.corrects not in behind:
        return Outcome(changeset.id, Code.HELD, behind=behind[0])
    try:
        outcome = _rule(state, offer, now)
    except Refused as refused:
        outcome = Outcome(changeset.id, Code.REFUSED, 0, refused.code, refused.fields)
    except UnknownRecord:
        outcome = Outcome(changeset.id, Code.QUARANTINED, 0, "unknown_record")
    except Exception as error:
        outcome = Outcome(changeset.id, Code.QUARANTINED, 0, "hub_failed")
        state.failures[changeset.id] = where(error)
    if outcome.code is Code.QUARANTINED:
        state.quarantined[changeset.id] = offer
    state.outcomes[changeset.id] = outcome
    return outcome


def _rule(state: LogState, offer: Offered, now: int) -> Outcome:
    """Check, merge and append one changeset; the state changes only when all of it passes."""
    changeset = offer.changeset
    check_shape(changeset)
    if not _HASH.fullmatch(offer.previous):
        raise Refused("malformed")
    work = dict[Key, Held]()
    head = state.heads.get(changeset.stream)
    if is_operation(changeset.stream):
        offer = let_in(state, offer, head)
    if head is None:
        raise Refused("no_such_stream")
    seq = head.seq + 1
    before: dict[Key, Scope] = {}
    kept: list[tuple[int, str]] = []
    opened: list[Change] = []
    for index, change in enumerate(changeset.changes):
        key = (change.type, change.id)
        held = work.get(key) or state.records.get(key)
        if offer.late and passed_over(state, work, offer, change, held):
            kept += [(index, name) for name in change.fields]
            continue
        may(state, work, offer, change, held)
        if not offer.trusted:
            _check_operation(state, work, offer, change)
        if held is not None:
            before.setdefault(key, scope_of(state.records, key, held))
        merged = merge(None if held is None else held.values, change)
        if merged.reason:
            raise Refused(merged.reason, (merged.reason_field,))
        if change.how is How.NEW and (empty := missing(change.type, merged.values)):
            raise Refused("missing_field", empty)
        merged = _reference_conflicts(state, work, offer, change, merged, held)
        if key in state.purged:
            merged = _purged_stay_empty(change, merged, state.purged[key])
        kept += [(index, name) for name in merged.kept]
        opened += [_open(offer, change, n, held, now) for n in merged.conflicts]
        work[key] = _written(held, merged, offer, change, seq, now)
    holds = _promises(state, work, changeset.stream, trusted=offer.trusted)
    members = members_after(state, work, offer)
    for change in opened:
        values = {**blank_values("conflict"), **change.fields}
        work["conflict", change.id] = Held(changeset.stream, seq, values, {})
    view = ChainMap(work, state.records)
    moved, moved_scopes = audience_moves(view, before, state.children)
    effect = Effect(tuple(kept), (*opened, *moved))
    code = Code.CONFLICT if opened else Code.MERGED if kept else Code.APPLIED
    asked = (*changeset.changes, *opened)
    keys = [(c.type, c.id) for c in asked]
    scopes = tuple(
        both(before.get(k), scope_of(view, k, view[k])) if k in view else Scope() for k in keys
    )
    root = asked_root(changeset)
    digest = entry_digest(changeset, code, effect, now, root)
    hash_ = link(head.hash, state.epoch, changeset.stream, seq, code, digest)
    entry = Entry(
        changeset.stream, seq, state.epoch, changeset, code, effect, now, offer.previous, hash_
    )
    device_hash = device_link(offer.previous, root)
    state.appended.append(Appended(entry, device_hash, scopes + moved_scopes))
    _hold(state.holds.setdefault(changeset.stream, {}), holds)
    state.records.update(work)
    state.touched.update(work)
    state.heads[changeset.stream] = Cursor(seq, hash_)
    if members is not None:
        state.members[changeset.stream] = members
    return Outcome(changeset.id, code, seq, fields=tuple(sorted({n for _, n in kept})))


def _check_operation(
    state: LogState, work: Mapping[Key, Held], offer: Offered, change: Change
) -> None:
    """What an operation asks of its records beside their shape."""
    if change.type == "operation":
        if code := refused_term(change):
            raise Refused(code, ("retention_days",))
        if offer.actor.role not in MACHINES and tells_erased(change):
            raise Refused("not_allowed", ("erased_at",))
    key = ("operation", operation_of(offer.changeset.stream))
    operation = work.get(key) or state.records.get(key)
    if code := refused_bsn(change, None if operation is None else operation.values):
        raise Refused(code, ("bsn",))


def _promises(
    state: LogState, work: Mapping[Key, Held], stream: str, *, trusted: bool
) -> dict[str, Hold | None]:
    """What the touched commitments hold. What was in the log before a restore is not judged."""
    if trusted:
        return {k[1]: hold_of(k[1], h.values) for k, h in work.items() if k[0] == "commitment"}
    try:
        held = state.holds.get(stream, {})
        return promising.check(work, state.records, state.beside, held, stream)
    except promising.Broken as broken:
        raise Refused(broken.code, broken.fields) from None


def _hold(held: dict[str, Hold], now: Mapping[str, Hold | None]) -> None:
    for commitment, hold in now.items():
        held.pop(commitment, None)
        if hold is not None:
            held[commitment] = hold


def _reference_conflicts(
    state: LogState,
    work: dict[Key, Held],
    offer: Offered,
    change: Change,
    merged: Merged,
    held: Held | None,
) -> Merged:
    """A reference to a record that was removed meanwhile stays as it was, and conflicts."""
    if change.how is not How.EDIT or held is None:
        return merged
    for name in change.fields:
        spec = RECORD_TYPES[change.type].fields[name]
        if not spec.target or name in merged.kept:
            continue
        key = (spec.target, str(merged.values[name]))
        target = work.get(key) or state.records.get(key)
        if target is None or target.values.get("removed") is not True:
            continue
        if offer.trusted or not hidden(offer.actor, ChainMap(work, state.records), key, target):
            values = {**merged.values, name: held.values.get(name)}
            merged = Merged(values, (*merged.kept, name), (*merged.conflicts, name))
    return merged


def _purged_stay_empty(change: Change, merged: Merged, purged: frozenset[str]) -> Merged:
    """What was emptied when its retention ended is not filled again, and opens no conflict."""
    blank = blank_values(change.type)
    values = {n: blank.get(n) if n in purged else v for n, v in merged.values.items()}
    kept = dict.fromkeys((*merged.kept, *(n for n in change.fields if n in purged)))
    return Merged(values, tuple(kept), tuple(n for n in merged.conflicts if n not in purged))


def _open(offer: Offered, change: Change, name: str, held: Held | None, now: int) -> Change:
    """The Conflict record of one field. Its id is the same on a restored hub."""
    assert held is not None
    changeset = offer.changeset
    pair = change.fields.get(name, [None, False])  # "removed" may be implied by an edit
    was, offered = pair if isinstance(pair, list) else (None, None)
    writer = held.written.get(name) or held.written.get("") or ["", now]
    assert isinstance(writer, list)
    fields: dict[str, Json] = {
        "about": change.id,
        "about_type": change.type,
        "field": name,
        "was": was,
        "current": held.values.get(name),
        "current_by": writer[0],
        "current_at": writer[1],
        "offered": offered,
        "offered_by": changeset.actor,
        "offered_at": changeset.made_at,
        "changeset": changeset.id,
        "state": "open",
    }
    blank = blank_values("conflict")
    fields = {n: v for n, v in fields.items() if v != blank[n] or n == "state"}
    conflict_id = derived_id(changeset.made_at, changeset.id, change.id, name)
    return Change("conflict", conflict_id, How.NEW, fields)


def _written(
    held: Held | None, merged: Merged, offer: Offered, change: Change, seq: int, now: int
) -> Held:
    """The record after the merge, with who wrote what."""
    stamp: Json = [offer.changeset.actor, now]
    if held is None:
        return Held(offer.changeset.stream, seq, merged.values, {"": stamp})
    taken = {name: stamp for name in change.fields if name not in merged.kept}
    return Held(held.stream, seq, merged.values, {**held.written, **taken})


def first_head() -> Cursor:
    return Cursor(0, GENESIS)
