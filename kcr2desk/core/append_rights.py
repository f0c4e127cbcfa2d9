"""Whether the author of a change may make it, and may be told that something is there."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import replace

from kcr2desk.core import grants
from kcr2desk.core.access import (
    MACHINES,
    Actor,
    is_operation,
    may_see,
    reader_of,
    refusal,
    refused_field,
    refused_value,
    streams_of,
)
from kcr2desk.core.append_state import LogState, Offered, UnknownRecord
from kcr2desk.core.changes import Change, Cursor, How
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.scopes import Held, Key, root_of, scope_of
from kcr2desk.core.shape import Refused
from kcr2desk.core.text import Json


def is_unborn(state: LogState, stream: str) -> bool:
    """Whether this is the stream of an operation of which nothing is in the log yet."""
    return is_operation(stream) and state.heads.get(stream, Cursor()).seq == 0


def let_in(state: LogState, offer: Offered, head: Cursor | None) -> Offered:
    """The offer, with what its author is in this operation at this moment. For whoever is no
    member it is as if the operation never was; only its beginning needs no operation."""
    changeset, actor = offer.changeset, offer.actor
    stream = changeset.stream
    if is_unborn(state, stream):
        if head is None or not grants.is_birth(changeset):
            raise UnknownRecord if offer.trusted else Refused("no_such_stream")
        if not offer.trusted and not grants.may_begin(changeset, actor):
            raise Refused("no_such_stream")
        return replace(offer, actor=replace(actor, operations={stream: grants.LEAD}))
    actor = grants.let_in(actor, {stream: state.members.get(stream, {})})
    if not offer.trusted and actor.role not in MACHINES and stream not in actor.operations:
        raise Refused("no_such_stream")
    return replace(offer, actor=actor)


def members_after(
    state: LogState, work: Mapping[Key, Held], offer: Offered
) -> grants.Members | None:
    """The members of the operation after this, None where they stay as they are. An operation is
    never left without anybody who leads it: nobody could let in whoever should."""
    changed = {key: held.values for key, held in work.items() if key[0] == "member"}
    if not changed:
        return None
    before = state.members.get(offer.changeset.stream, {})
    members = {**before, **{record: values for (_, record), values in changed.items()}}
    if not offer.trusted and grants.is_led(before) and not grants.is_led(members):
        raise Refused("last_lead")
    return members


def may(
    state: LogState,
    work: dict[Key, Held],
    offer: Offered,
    change: Change,
    held: Held | None,
) -> None:
    """Rights of the author on this change. What the author may not see is as if not there, down
    to the code that a guess at it is told; so rights that need no look at any record come first.
    """
    changeset, actor, stream = offer.changeset, offer.actor, offer.changeset.stream
    view = ChainMap(work, state.records)
    if not offer.trusted:
        if changeset.actor != actor.name:
            raise Refused("wrong_actor")
        if code := refusal(actor, stream, change.type, None):
            raise Refused(code)
        purged = (change.type, change.id) in state.purged
        code, field = grants.unfit(stream, change, actor.name, purged=purged)
        if code:
            raise Refused(code, (field,) if field else ())
        if field := refused_field(actor, change.type, change.fields):
            raise Refused("not_your_field", (field,))
        if held is not None and hidden(actor, view, (change.type, change.id), held):
            raise Refused("not_your_record") if change.how is How.NEW else UnknownRecord
    if held is None and change.how is How.EDIT:
        raise UnknownRecord
    if held is not None and held.stream != stream:
        raise Refused("wrong_stream")
    if held is not None and change.type == "viewing" and not offer.trusted:
        raise Refused("not_your_record")
    for owning in _owning(view, offer, change, held):
        if not offer.trusted and (code := refusal(actor, stream, change.type, owning)):
            raise Refused(code)
    code, field = refused_value(actor, change, None if held is None else held.values)
    if code and not offer.trusted:
        raise Refused(code, (field,))


def passed_over(
    state: LogState, work: dict[Key, Held], offer: Offered, change: Change, held: Held | None
) -> bool:
    """Whether a change settles a conflict that is not there, or not there for its author."""
    if change.type != "conflict" or change.how is not How.EDIT:
        return False
    if held is None or offer.trusted:
        return held is None
    return hidden(offer.actor, ChainMap(work, state.records), (change.type, change.id), held)


def hidden(actor: Actor, view: Mapping[Key, Held], key: Key, held: Held) -> bool:
    """Whether the record is not this actor's to know of. Machines and the hub only write."""
    if actor.role in MACHINES:
        return False
    if held.stream not in streams_of(actor):
        return True
    return not may_see(reader_of(actor, held.stream), scope_of(view, key, held))


def _owning(
    view: Mapping[Key, Held], offer: Offered, change: Change, held: Held | None
) -> Iterator[Mapping[str, Json]]:
    """The values of the records whose source counts: its own, now and after, or of the one it
    belongs to, and of the one that it is to belong to."""
    rtype = RECORD_TYPES[change.type]
    if not rtype.follows:
        if held is None:
            yield change.fields if "source" in change.fields else blank_values(change.type)
            return
        yield held.values
        if change.how is How.EDIT and "source" in change.fields:
            yield {"source": change.fields["source"][1]}  # type: ignore[index]
        return
    key = (change.type, change.id)
    if held is None:
        held = Held(offer.changeset.stream, 0, {**blank_values(change.type), **change.fields}, {})
    yield _root(view, offer, key, held)
    if change.how is How.EDIT and (moved := change.fields.keys() & {rtype.follows, "about_type"}):
        to = {name: change.fields[name][1] for name in moved}  # type: ignore[index]
        yield _root(view, offer, key, replace(held, values={**held.values, **to}))


def _root(view: Mapping[Key, Held], offer: Offered, key: Key, held: Held) -> Mapping[str, Json]:
    """The values of the record at the top of what this one belongs to. Raises UnknownRecord, also
    for one of another stream: what belongs to it would be read where it is not."""
    root = root_of(view, key, held)
    if root is None:
        raise UnknownRecord
    elsewhere = root[1].stream != offer.changeset.stream
    if not offer.trusted and (elsewhere or hidden(offer.actor, view, *root)):
        raise UnknownRecord
    return root[1].values
