"""Single steps between cache and hub. Each may be repeated, and each leaves the cache whole."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from kcr2desk import signing, wire
from kcr2desk.core import engine
from kcr2desk.core.access import base_streams, is_operation
from kcr2desk.core.chain import push_bytes
from kcr2desk.core.changes import Checkpoint, Code, Outcome
from kcr2desk.core.engine import NewDevice, Round, Settle, SyncState
from kcr2desk.core.ids import NumberBlock
from kcr2desk.core.messages import (
    Block,
    LeaseRequest,
    PullRequest,
    PushAnswer,
    PushRequest,
    SnapshotPage,
    SnapshotRequest,
)
from kcr2desk.store import Cache, Identity, MissingRecord
from kcr2desk.sync.ahead import Ahead
from kcr2desk.sync.errors import HubRefused, LineDown, SignedOut
from kcr2desk.sync.files import Files
from kcr2desk.sync.pauses import BatchSize
from kcr2desk.sync.session import Tokens, read
from kcr2desk.sync.watch import Watch

T = TypeVar("T")
Request = PushRequest | PullRequest | SnapshotRequest

PUSH_BYTES = 4 << 20  # plain JSON of a push, about a fifth of it when compressed
RECORDS = 2000  # in a page of a snapshot
OFFERED = 200  # entries of a lost history in a push
NUMBERS = 20  # in a leased block
PERSONS = 60  # for an operation: what a desk in a hall needs for an evening without the line
TOO_MUCH = ("too_large", "silent", "gateway", "torn", "cut")


class Exchange:
    """The steps, for the two threads of the line and for a round without threads."""

    def __init__(self, cache: Cache, tokens: Tokens, watch: Watch) -> None:
        self._cache = cache
        self._tokens = tokens
        self._watch = watch
        self._step = threading.RLock()  # read the state, rule on an answer, write both
        self._size = BatchSize()
        self._asked: tuple[SnapshotRequest, Ahead[SnapshotPage]] | None = None
        self._offered = OFFERED
        self.files_changed = True  # attachments came or went since small files were asked for
        self._files = Files(cache, tokens)

    # -- what a caller repeats until it is done ---------------------------------------------------

    def up(self, going_on: Callable[[], bool]) -> None:
        """Everything that waits to go up: lost history, own changes, numbers, files."""
        while going_on() and self._offer():
            pass
        self._push(going_on)
        if going_on():
            self._lease()
        if self.files_changed:
            self.files_changed = False
            self._cache.want_recent_files()
        self._files.begin(anew=False)
        while going_on() and (self._files.send_piece() or self._files.fetch_piece()):
            self._push(going_on)  # changes never wait for files

    def down(self, wait: float) -> bool:
        """One step down: a page of a load, or a pull. True when there was something new."""
        self._begin()
        if engine.may_load(self._cache.state):
            self._load()
            return True
        return self._pull(wait)

    def everything(self, going_on: Callable[[], bool]) -> None:
        """A full round: own changes up before everyone else's come down, until nothing is left."""
        left = True
        self._files.begin(anew=True)
        while left and going_on():
            self._begin()
            while going_on() and engine.may_load(self._cache.state):
                self._load()
            self.up(going_on)
            while going_on() and self.down(0.0):
                pass
            if going_on():
                self._lease()  # also for an operation that this desk was let into just now
            left = self._cache.batch(1, PUSH_BYTES) is not None  # a restored hub was offered more

    @property
    def may_push(self) -> bool:
        """Whether changes may go up: not before all is loaded."""
        return engine.may_push(self._cache.state)

    def look(self) -> None:
        """Tell the watch what the cache knows."""
        facts, state = self._cache.facts(), self._cache.state
        self._watch.cache(
            waiting=facts.waiting,
            oldest=facts.oldest,
            attention=facts.attention,
            loading=facts.loading or state.loading is not None or bool(state.wanted),
            restored=state.offer,
        )

    # -- up ---------------------------------------------------------------------------------------

    def _push(self, going_on: Callable[[], bool]) -> None:
        """Push all that waits. While the hub rules on a batch the next one is made ready; it goes
        up before the first is settled here, unless that was refused or waits: then what follows on
        the same records has to stay."""
        request, asked = self._push_request(0), None
        while request is not None:
            if asked is None:
                if not going_on():
                    return
                asked = Ahead(partial(self._ask_push, request))
            following = self._push_request(len(request.items))
            answer = self._answer_to(request, asked)
            asked = None
            if answer is None:
                request = self._push_request(0)
                continue
            logged = all(outcome.code.in_log for outcome in answer.outcomes)
            if following is not None and logged and not answer.forked and going_on():
                asked = Ahead(partial(self._ask_push, following))
            self._carry(partial(self._on_push, request, answer))
            request = self._push_request(0) if asked is None else following

    def _push_request(self, skip: int) -> PushRequest | None:
        """The next batch, beyond the `skip` changesets that are under way; None without any."""
        state = self._cache.state
        if not engine.may_push(state):
            return None
        batch = self._cache.batch(self._size.size, PUSH_BYTES, skip)
        if batch is None:
            return None
        me = self._me()
        signature = signing.sign(me.device_key, push_bytes(me.device, batch.chain_end))
        return engine.push_request(state, me.device, batch.items, batch.chain_end, signature)

    def _answer_to(self, request: PushRequest, asked: Ahead[PushAnswer]) -> PushAnswer | None:
        """The hub's answer; None when the batch was too much for it, and is halved."""
        try:
            answer = asked.result()
        except LineDown as down:
            if down.why in TOO_MUCH:
                self._size.too_much()
            raise
        except HubRefused as refused:
            if refused.status != 413:
                raise
            if len(request.items) == 1:  # smaller it does not get: a person has to see it
                self._refuse(request.items[0].changeset.id)
            self._size.too_much()
            return None
        self._size.worked()
        return answer

    def _on_push(self, request: PushRequest, answer: PushAnswer, now: SyncState) -> Round:
        return engine.on_push(now, request, answer, self._verify)

    def _refuse(self, changeset: str) -> None:
        outcome = Outcome(changeset, Code.REFUSED, reason="too_large")
        self._carry(lambda now: (now, (Settle((outcome,)),)))

    def _offer(self) -> bool:
        state = self._cache.state
        offer = self._cache.next_offer(OFFERED) if engine.may_push(state) else None
        if offer is None:
            return False
        me = self._me()
        entries = offer.entries[: self._offered]  # a part of what the proof is about may go alone
        request = replace(
            engine.push_request(state, me.device, (), "", ""),
            offered=entries,
            offered_after=offer.after_hash,
            proof=offer.proof,
        )
        try:
            answer = self._ask_push(request)
        except HubRefused as refused:
            if refused.status != 413 or self._offered == 1:
                raise
            self._offered //= 2
            return True
        self._carry(lambda now: engine.on_push(now, request, answer, self._verify))
        self._cache.offered(offer.stream, entries[-1].seq)
        return True

    def _ask_push(self, request: PushRequest) -> PushAnswer:
        answer = self._ask(request, "/v1/push", lambda body: wire.decode(PushAnswer, body))
        self._watch.answered()
        return answer

    def _lease(self) -> None:
        for stream, letter, month in self._cache.numbers_wanted():
            one_counter = is_operation(stream)  # of all operations: what any of them has is held
            held = tuple(
                Block(b.stream, b.letter, b.month, b.first, b.last)
                for b in self._cache.number_blocks()
                if (b.letter, b.month) == (letter, month)
                and (b.stream == stream or (one_counter and is_operation(b.stream)))
            )
            count = PERSONS if one_counter else NUMBERS
            request = LeaseRequest(stream, letter, month, count, held)
            try:
                answer = self._tokens.ask("POST", "/v1/numbers", wire.encode(request))
            except HubRefused as refused:
                if refused.code != "not_found":
                    raise
                continue  # let out of it meanwhile: the next pull tells
            block = read(answer, lambda body: wire.decode(Block, body))
            self._cache.put_block(
                NumberBlock(block.stream, block.letter, block.month, block.first, block.last)
            )

    # -- down -------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """A new desk loads what its role reads."""
        state = self._cache.state
        if not state.epoch and not engine.may_load(state):
            self._carry(lambda now: (engine.want(now, base_streams(self._me().role)), ()))

    def _pull(self, wait: float) -> bool:
        awaited = self._cache.awaited()
        request = engine.pull_request(self._cache.state, self._me().device, wait)
        pulled = self._ask(request, "/v1/pull", wire.read_pulled, wait=wait)
        self._watch.understood()
        changed = self._carry(
            lambda now: engine.on_pull(now, request, pulled, self._verify, awaited)
        )
        behind = sum(max(0, page.head - page.to.seq) for page in pulled.head.pages)
        self._watch.answered(behind)
        return changed or behind > 0 or engine.may_load(self._cache.state)

    def _load(self) -> None:
        with self._step:
            state, request = engine.snapshot_request(self._cache.state, self._me().device, RECORDS)
            if state != self._cache.state:
                self._cache.carry_out(state, ())
        try:
            page = self._page(request)
        except HubRefused as refused:
            if refused.code != "not_found":
                raise
            self._carry(lambda now: engine.on_no_stream(now, request))
            return
        self._watch.understood()
        loaded, _ = engine.on_snapshot(self._cache.state, request, page, self._verify)
        if page.head.more and loaded.loading is not None:
            _, following = engine.snapshot_request(loaded, self._me().device, RECORDS)
            self._asked = (following, Ahead(partial(self._ask_page, following)))
        self._carry(lambda now: engine.on_snapshot(now, request, page, self._verify))
        self._watch.answered()

    def _page(self, request: SnapshotRequest) -> SnapshotPage:
        """A page of a load: the one that was asked ahead, when it is this one."""
        asked, self._asked = self._asked, None
        if asked is not None and asked[0] == request:
            return asked[1].result()
        if asked is not None:
            asked[1].forget()
        return self._ask_page(request)

    def _ask_page(self, request: SnapshotRequest) -> SnapshotPage:
        return self._ask(request, f"/v1/snapshot/{request.stream}", wire.read_snapshot)

    # -- both -------------------------------------------------------------------------------------

    def _ask(
        self, request: Request, path: str, how: Callable[[bytes], T], *, wait: float = 0.0
    ) -> T:
        """Ask the hub, and take in what a refusal of the whole request means for the state."""
        try:
            answer = self._tokens.ask("POST", path, wire.encode(request), wait=wait)
        except HubRefused as refused:
            if refused.status in (409, 410):
                problem = refused.problem
                self._carry(lambda now: engine.on_problem(now, request.epoch, problem))
            raise
        return read(answer, how)

    def _carry(self, rule: Callable[[SyncState], Round]) -> bool:
        """Rule on an answer and write what comes of it. True when anything changed."""
        with self._step:
            before = self._cache.state
            state, steps = rule(before)
            try:
                if steps or state != before:
                    self._cache.carry_out(state, steps)
            except MissingRecord as missing:
                self._cache.carry_out(engine.want(before, (missing.stream,)), ())
                return True
            if any(isinstance(step, NewDevice) for step in steps):
                self._tokens.forget()  # the copy of this disk holds the same tokens
        self.look()
        return bool(steps)

    def _verify(self, checkpoint: Checkpoint) -> bool:
        me = self._me()
        return signing.checkpoint_verifies(me.hub_key, me.hub, checkpoint)

    def _me(self) -> Identity:
        identity = self._cache.identity
        if identity is None:
            raise SignedOut
        return identity
