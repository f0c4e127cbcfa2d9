"""Pushes: checked apart, ruled on and written together (sync.md, section 3)."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kcr2desk import signing
from kcr2desk.core.append import Appended, LogState, Offered, rule_on
from kcr2desk.core.chain import asked_root, device_link, push_bytes
from kcr2desk.core.changes import Code, Outcome
from kcr2desk.core.failures import where
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.messages import BATCH, PushRequest
from kcr2desk.core.scopes import Key
from kcr2desk.hub.accounts import find_device
from kcr2desk.hub.database import Connection, Database, DatabaseBusy, DatabaseError
from kcr2desk.hub.group import Crowded, Group
from kcr2desk.hub.log_devices import chain_hash, follow_chain, keep_signature
from kcr2desk.hub.log_load import Again, Loaded, forget_unborn, load
from kcr2desk.hub.log_write import write, write_entries
from kcr2desk.hub.problems import BUSY_PAUSE, RequestProblem, check_versions, told_to_the_desk
from kcr2desk.hub.quarantine import due, set_apart, waiting_for
from kcr2desk.hub.sessions import Principal

ATTEMPTS = 5  # at a transaction that others got into

BLOCKING = (Code.REFUSED, Code.QUARANTINED, Code.HELD)

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Appending:
    """Changesets to rule on together. `epoch` "" means any.

    `apart`: they are not of one hand, so one that is refused holds up no other. With a `device`,
    `chain_end` and `signature` are its word on its own chain.
    """

    offers: tuple[Offered, ...]
    epoch: str = ""
    device: str = ""
    chain_end: str = ""
    signature: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """One outcome for each changeset. `forked`: another machine has the device's numbers."""

    outcomes: tuple[Outcome, ...]
    forked: bool = False


class Pushes:
    """Appends what desks push, together where several come at once."""

    def __init__(self, database: Database, *, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now
        self._group = Group[Appending, Ruled](self._together)
        self._lock = threading.Lock()
        self._keys: dict[str, str] = {}

    def check(self, request: PushRequest, principal: Principal) -> None:
        """Turn down what is not a push of this device, before anything else is looked at.

        Raises RequestProblem: 413, 426, or 403 for a device that is not admitted, is not the
        session's own, or did not sign the end of its chain.
        """
        check_versions(request.protocol, max([request.schema, *_schemas(request)]))
        if len(request.items) > BATCH:  # what is offered has to end at its proof, so is longer
            raise RequestProblem(413, "too_large")
        if not principal.device_admitted or request.device != principal.device:
            raise RequestProblem(403, "device")
        if not request.items:
            return
        if any(item.changeset.device != request.device for item in request.items):
            raise RequestProblem(403, "device", detail="changesets of another device")
        signed = push_bytes(request.device, request.chain_end)
        if not signing.verifies(self._public_key(request.device), signed, request.signature):
            raise RequestProblem(403, "device", detail="the signature is wrong")
        if chain_hash(request.items[-1]) != request.chain_end:
            raise RequestProblem(403, "device", detail="the signature covers something else")

    def push(self, request: PushRequest, principal: Principal) -> tuple[tuple[Outcome, ...], bool]:
        """Rule on the items of a checked request; returns when all is committed."""
        if not request.items:
            return (), False
        offers = tuple(Offered(i.changeset, i.previous, principal.actor) for i in request.items)
        ruled = self._submit(
            Appending(offers, request.epoch, request.device, request.chain_end, request.signature)
        )
        return ruled.outcomes, ruled.forked

    def append(self, offers: Sequence[Offered], *, apart: bool = False) -> tuple[Outcome, ...]:
        """Rule on changesets that no device signed: the hub's own, or those of a lost history.

        At most `BATCH` at once. With `apart` one that is refused holds up no other.
        """
        return self._submit(Appending(tuple(offers), apart=apart)).outcomes

    def retry(self, now: datetime) -> int:
        """Try again what is due in quarantine; returns how many were settled."""
        with told_to_the_desk(), self._database.transaction() as connection:
            offers = due(connection, now, BATCH)
        if not offers:
            return 0
        return sum(outcome.code.final for outcome in self.append(offers, apart=True))

    def _submit(self, appending: Appending) -> Ruled:
        try:
            with told_to_the_desk():
                return self._group.submit(appending, len(appending.offers))
        except Crowded as error:
            raise RequestProblem(503, "busy", retry_after=BUSY_PAUSE) from error

    def _public_key(self, device: str) -> str:
        """The device's key, which never changes."""
        with self._lock:
            known = self._keys.get(device)
        if known is None:
            with told_to_the_desk(), self._database.transaction() as connection:
                found = find_device(connection, device)
            if found is None:
                raise RequestProblem(403, "device")
            known = found.public_key.hex()
            with self._lock:
                self._keys[device] = known
        return known

    # -- together ----------------------------------------------------------------------------------

    def _together(self, appendings: Sequence[Appending]) -> list[Ruled]:
        """One transaction for all; one by one changeset when the hub's own code raises."""
        try:
            return self._in_one_transaction(appendings)
        except (RequestProblem, DatabaseError):
            raise
        except Exception as error:
            if len(appendings) > 1:
                raise  # each push is tried by itself first
            logger.error("a push could not be ruled on as a whole: %s", where(error))
            return [self._singly(appendings[0])]

    def _in_one_transaction(self, appendings: Sequence[Appending]) -> list[Ruled]:
        for attempt in range(ATTEMPTS):
            try:
                with self._database.transaction() as connection:
                    ruled, awaited = _append(
                        connection, appendings, self._now(), first=attempt == 0
                    )
            except Again:
                continue
            if awaited:
                self._let_in(awaited)
            return ruled
        raise DatabaseBusy("Others kept changing what this push is about.")

    def _let_in(self, awaited: Sequence[Offered]) -> None:
        """Rule on what waited for a record that is there now. What brought it is committed."""
        try:
            for start in range(0, len(awaited), BATCH):
                self._together([Appending(tuple(awaited[start : start + BATCH]), apart=True)])
        except Exception as error:
            logger.error("what waited in quarantine is tried again later: %s", where(error))

    def _singly(self, appending: Appending) -> Ruled:
        """Each changeset in a transaction of its own; one that cannot be written is set apart.

        What changes the same records as one that was set apart is held, as in any batch.
        """
        outcomes: list[Outcome] = []
        forked = False
        blocked: dict[Key, str] = {}
        for offer in appending.offers:
            keys = {(c.type, c.id) for c in offer.changeset.changes}
            behind = "" if appending.apart else next((blocked[k] for k in keys if k in blocked), "")
            if behind and offer.changeset.corrects != behind:
                outcome = Outcome(offer.changeset.id, Code.HELD, behind=behind)
            else:
                outcome, fork = self._one(replace(appending, offers=(offer,)))
                forked |= fork
            outcomes.append(outcome)
            if outcome.code in BLOCKING and not outcome.duplicate:
                for key in keys:
                    blocked.setdefault(key, offer.changeset.id)
        return Ruled(tuple(outcomes), forked)

    def _one(self, appending: Appending) -> tuple[Outcome, bool]:
        try:
            ruled = self._in_one_transaction([appending])[0]
        except (RequestProblem, DatabaseError):
            raise
        except Exception as error:
            logger.error("a changeset could not be written: %s", where(error))
            with self._database.transaction() as connection:
                return set_apart(connection, appending.offers[0], error, self._now()), False
        return ruled.outcomes[0], ruled.forked


def _schemas(request: PushRequest) -> list[int]:
    return [item.changeset.schema for item in request.items]


def _append(
    connection: Connection, appendings: Sequence[Appending], now: datetime, *, first: bool = True
) -> tuple[list[Ruled], list[Offered]]:
    """Rule on all of them and write what came of it, in the caller's transaction.

    `first`: not tried before, so what is made is not expected to be there. Returns also what
    waited in quarantine for a record that was made now.
    """
    loaded = load(connection, [o for a in appendings for o in a.offers], expect_new=first)
    state = loaded.state
    if loaded.todo:
        for appending in appendings:
            if appending.epoch not in ("", state.epoch):
                raise RequestProblem(409, "epoch", epoch=state.epoch)
    outcomes: list[list[Outcome]] = [[] for _ in appendings]
    ruling = _ruling(state, appendings, outcomes, milliseconds(now))
    if loaded.todo:
        write_entries(connection, ruling, state.purged)
    else:
        deque(ruling, maxlen=0)
    forked = [False] * len(appendings)
    if not loaded.todo:
        return [Ruled(tuple(o), False) for o in outcomes], []
    write(connection, loaded, now)
    forget_unborn(connection, loaded)
    links = {a.entry.changeset.id: a.device_hash for a in state.appended}
    for n in sorted(range(len(appendings)), key=lambda n: appendings[n].device):
        if appendings[n].device:
            forked[n] = _note_device(connection, appendings[n], loaded, links, now)
    made = [key[1] for key in state.touched - loaded.found]
    awaited = waiting_for(connection, made) if made else []
    ruled = [Ruled(tuple(o), f) for o, f in zip(outcomes, forked, strict=True)]
    return ruled, awaited


def _ruling(
    state: LogState,
    appendings: Sequence[Appending],
    outcomes: Sequence[list[Outcome]],
    now: int,
) -> Iterator[Appended]:
    """Rule on all, changeset by changeset; gives the entries that come of it, as they do."""
    done = 0
    for appending, told in zip(appendings, outcomes, strict=True):
        hands = [[o] for o in appending.offers] if appending.apart else [appending.offers]
        for offers in hands:
            for outcome in rule_on(state, offers, now):
                told.append(outcome)
                while done < len(state.appended):
                    yield state.appended[done]
                    done += 1


def _note_device(
    connection: Connection,
    appending: Appending,
    loaded: Loaded,
    links: dict[str, str],
    now: datetime,
) -> bool:
    ids = {offer.changeset.id for offer in appending.offers}
    if ids.isdisjoint(loaded.todo):
        return False
    hashes = [links.get(o.changeset.id) or _link(o) for o in appending.offers]
    forked = follow_chain(
        connection, appending.device, appending.offers, hashes, loaded.claimed, now
    )
    keep_signature(connection, appending.device, appending.chain_end, appending.signature, now)
    return forked


def _link(offer: Offered) -> str:
    try:
        return device_link(offer.previous, asked_root(offer.changeset))
    except ValueError:
        return ""
