"""What of an entry or record a reader may see; the rest travels as digests."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kcr2desk.core.access import Reader, may_see, may_see_field
from kcr2desk.core.chain import SALT, entry_digest, leaf_hash, leaf_salts, leaves
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


def redact_purged(entry: Entry, hidden: Callable[[Leaf], bool]) -> Redacted:
    """`entry` with the leaves that `hidden` names emptied for ever; their digests stay."""
    return _partly(entry, lambda _, leaf: not hidden(leaf))


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
