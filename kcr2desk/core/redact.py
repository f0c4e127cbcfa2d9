"""What of an entry or record a reader may see; the rest travels as digests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kcr2desk.core.access import Reader, may_see, may_see_field
from kcr2desk.core.chain import (
    SALT,
    entry_digest,
    leaf_hash,
    leaf_salts,
    leaves,
    redacted_digest,
)
from kcr2desk.core.changes import Change, Entry, How, Leaf, Redacted, Scope, Snapshot
from kcr2desk.core.fields import FieldSpec
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json

SeenNow = Callable[[str, str], bool]


def redact(
    entry: Entry, scopes: Sequence[Scope], reader: Reader, seen_now: SeenNow
) -> Entry | Redacted:
    """`entry` as `reader` may have it: whole, in part, or only its digest.

    A change is visible when its record was visible at that time and still is: a state from
    before a release stays hidden after it, and what was withdrawn is hidden from then on.
    """
    asked, effect = entry.changeset.changes, entry.effect.changes
    shown = [
        may_see(reader, scope) and (c.how is How.WITHDRAW or seen_now(c.type, c.id))
        for c, scope in zip((*asked, *effect), scopes, strict=True)
    ]
    fields = {
        (index, leaf.name): may_see_field(reader, _spec(leaf), scopes[index])
        for index, leaf in _numbered(asked, effect)
        if shown[index]
    }
    if all(shown) and all(fields.values()):
        return entry
    if not any(shown):
        digest = entry_digest(entry.changeset, entry.outcome, entry.effect, entry.logged_at)
        return Redacted(entry.stream, entry.seq, entry.epoch, entry.outcome, digest.hex())
    return _partly(entry, lambda index, leaf: shown[index] and fields[index, leaf.name])


def redact_purged(entry: Entry | Redacted, hidden: Callable[[Leaf], bool]) -> Redacted:
    """`entry` with the leaves that `hidden` names emptied for ever; their digests stay."""
    if isinstance(entry, Entry):
        return _partly(entry, lambda _, leaf: not hidden(leaf))
    asked = _withheld(entry.asked, lambda leaf: not hidden(leaf))
    return replace(entry, asked=asked, effects=_withheld(entry.effects, lambda x: not hidden(x)))


def redact_further(
    entry: Redacted, scopes: Sequence[Scope], reader: Reader, seen_now: SeenNow
) -> Redacted:
    """`entry`, of which leaves were purged, as `reader` may have it, by the rule of `redact`.

    `scopes` are those of the whole entry. Where purging left open which of them is a leaf's own,
    the reader needs to be in all that it may be.
    """
    if entry.head is None:
        return entry

    def visible(leaf: Leaf, own: Sequence[Scope]) -> bool:
        now = leaf.how is How.WITHDRAW or seen_now(leaf.type, leaf.id)
        return now and all(
            may_see(reader, s) and may_see_field(reader, _spec(leaf), s) for s in own
        )

    asked_counts = _counts(entry, len(scopes))
    asked = _withheld(entry.asked, lambda leaf: visible(leaf, (scopes[leaf.change],)))
    effects = _withheld(
        entry.effects, lambda leaf: visible(leaf, [scopes[n + leaf.change] for n in asked_counts])
    )
    if all(isinstance(item, str) for item in (*asked, *effects)):
        digest = redacted_digest(entry)
        return Redacted(entry.stream, entry.seq, entry.epoch, entry.outcome, digest.hex())
    return replace(entry, asked=asked, effects=effects)


def _counts(entry: Redacted, scopes: int) -> range:
    """How many changes may have been asked, of as many as there are scopes."""
    asked = [item[1].change for item in entry.asked if not isinstance(item, str)]
    effects = [item[1].change for item in entry.effects if not isinstance(item, str)]
    low = max(asked, default=0) + 1
    high = scopes - max(effects, default=-1) - 1
    if not entry.effects:
        low = high = scopes
    elif entry.asked and not isinstance(entry.asked[-1], str):
        high = low
    counts = range(low, high + 1)
    if not counts:
        raise ValueError("an entry and its scopes do not belong together")
    return counts


def _withheld(
    items: Sequence[str | tuple[str, Leaf]], visible: Callable[[Leaf], bool]
) -> tuple[str | tuple[str, Leaf], ...]:
    return tuple(
        item
        if isinstance(item, str) or visible(item[1])
        else leaf_hash(bytes.fromhex(item[0]), item[1]).hex()
        for item in items
    )


def _partly(entry: Entry, visible: Callable[[int, Leaf], bool]) -> Redacted:
    asked, effect = entry.changeset.changes, entry.effect.changes
    numbered = list(_numbered(asked, effect))
    salts = leaf_salts(entry.changeset.salt, len(numbered))
    items: list[str | tuple[str, Leaf]] = []
    for at, (index, leaf) in enumerate(numbered):
        salt = salts[at * SALT : (at + 1) * SALT]
        if visible(index, leaf):
            items.append((salt.hex(), leaf))
        else:
            items.append(leaf_hash(salt, leaf).hex())
    split = sum(1 for _ in leaves(asked))
    head = entry.changeset
    bare = type(head)(
        head.id, head.device, head.device_seq, head.actor, head.stream, head.made_at, head.schema,
        "", (), head.corrects,
    )  # fmt: skip
    return Redacted(
        entry.stream, entry.seq, entry.epoch, entry.outcome, "", bare, entry.effect.kept,
        entry.logged_at, tuple(items[:split]), tuple(items[split:]),
    )  # fmt: skip


def _numbered(asked: Sequence[Change], effect: Sequence[Change]) -> list[tuple[int, Leaf]]:
    """Each leaf with the index of its scope: those asked first, then the effect's."""
    first = [(leaf.change, leaf) for leaf in leaves(asked)]
    return first + [(len(asked) + leaf.change, leaf) for leaf in leaves(effect)]


def _spec(leaf: Leaf) -> FieldSpec | None:
    return RECORD_TYPES[leaf.type].fields.get(leaf.name)


def visible_changes(entry: Entry | Redacted) -> tuple[tuple[Change, frozenset[str]], ...]:
    """The changes that this copy of the entry shows, each with the fields that were kept."""
    if isinstance(entry, Entry):
        kept = entry.effect.kept
        asked, effect = entry.changeset.changes, entry.effect.changes
        numbered = [(i, c) for i, c in enumerate(asked)]
    else:
        kept = entry.kept
        numbered = _regroup(entry.asked)
        effect = tuple(c for _, c in _regroup(entry.effects))
    told = tuple((c, frozenset(n for k, n in kept if k == i)) for i, c in numbered)
    return told + tuple((c, frozenset[str]()) for c in effect)


def _regroup(items: Sequence[str | tuple[str, Leaf]]) -> list[tuple[int, Change]]:
    groups: dict[int, tuple[Leaf, dict[str, Json]]] = {}
    for item in items:
        if not isinstance(item, str):
            leaf = item[1]
            _, fields = groups.setdefault(leaf.change, (leaf, {}))
            if leaf.name:
                fields[leaf.name] = leaf.value
    return [(i, Change(leaf.type, leaf.id, leaf.how, f)) for i, (leaf, f) in groups.items()]


def redact_snapshot(snapshot: Snapshot, scope: Scope, reader: Reader) -> Snapshot | None:
    """A record as `reader` may have it; None when not at all."""
    if not may_see(reader, scope):
        return None
    specs = RECORD_TYPES[snapshot.type].fields
    values: Mapping[str, Json] = {
        n: v for n, v in snapshot.values.items() if may_see_field(reader, specs.get(n), scope)
    }
    return Snapshot(snapshot.type, snapshot.id, snapshot.revision, values)
