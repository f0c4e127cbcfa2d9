"""The bytes of attachments, a piece at a time: a cut costs one piece, and changes never wait."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import quote

from kcr2desk import wire
from kcr2desk.store import Cache
from kcr2desk.store.attachments import FileToSend
from kcr2desk.sync.errors import HubRefused, LineDown
from kcr2desk.sync.line import Answer
from kcr2desk.sync.session import Tokens, read

WRONG = "wrong_digest"
NOT_YET = ("not_found", "unknown_record", "too_large", WRONG)
"""The hub does not know the attachment yet, or not for us, or takes no file of this size, or the
pieces did not add up to the file: tried again in a later round."""

AGAIN = 20.0
"""Seconds before that round, in which changes come and go: each would cost a piece for nothing."""


class Files:
    """Sends and fetches what the cache says is to be sent or wanted."""

    def __init__(self, cache: Cache, tokens: Tokens) -> None:
        self._cache = cache
        self._tokens = tokens
        self._not_now: set[str] = set()
        self._began = time.monotonic()

    def begin(self, *, anew: bool) -> None:
        """A new round: what was not to be had is asked for once more, if long ago or `anew`."""
        now = time.monotonic()
        if anew or now - self._began >= AGAIN:
            self._began = now
            self._not_now.clear()

    def send_piece(self) -> bool:
        """Send one piece. False when nothing is to be sent now."""
        for file in self._cache.files_to_send():
            if file.digest in self._not_now:
                continue
            try:
                sent = self._send(file)
            except HubRefused as refused:
                self._unless_not_yet(refused, file.digest)
                if refused.code != WRONG:
                    continue
                sent = 0  # the hub threw all pieces away
            except LineDown as down:  # what stands in the way of a piece is small enough for others
                if down.why != "too_large":
                    raise
                self._not_now.add(file.digest)
                continue
            self._cache.note_sent(file.stream, file.digest, sent)
            if sent:
                return True
        return False

    def _send(self, file: FileToSend) -> int:
        """Send the next piece; how many the hub has then, 0 when it has to begin anew."""
        count, n = pieces(file.size), file.sent
        where = place(file.stream, file.digest)
        if n == 0:
            there = _state(self._tokens.ask("GET", where, packed=False))
            if there["whole"]:
                return count
            if there["size"] == file.size:
                here = set(there["pieces_here"])
                n = next((n for n in range(count) if n not in here), 0)
        piece = self._cache.piece(file.digest, n)
        path = f"{where}/{n}?size={file.size}"
        there = _state(self._tokens.ask("PUT", path, piece, packed=False))
        if n + 1 >= count and not there["whole"]:
            self._not_now.add(file.digest)  # the hub lost the first ones meanwhile
            return 0
        return n + 1

    def fetch_piece(self) -> bool:
        """Fetch one piece. False when nothing is wanted now."""
        for file in self._cache.files_wanted():
            if file.digest in self._not_now:
                continue
            try:
                answer = self._tokens.ask(
                    "GET", f"{place(file.stream, file.digest)}/{file.have}", packed=False
                )
            except HubRefused as refused:
                self._unless_not_yet(refused, file.digest)
                continue
            if len(answer.body) > wire.BLOB_PIECE or (file.size > 0 and not answer.body):
                raise LineDown("torn", "a piece of the wrong size")
            self._cache.put_piece(file.digest, file.have, answer.body)
            left = {f.digest: f.have for f in self._cache.files_wanted()}
            if left.get(file.digest, file.have + 1) <= file.have:
                self._not_now.add(file.digest)  # it is not what its attachment says
            return True
        return False

    def _unless_not_yet(self, refused: HubRefused, digest: str) -> None:
        if refused.code not in NOT_YET:
            raise refused
        self._not_now.add(digest)


def _state(answer: Answer) -> dict[str, Any]:
    """How far the hub has a file: `size`, `pieces_here` and `whole`."""
    return read(answer, lambda body: wire.decode(dict[str, Any], body))


def pieces(size: int) -> int:
    """How many pieces a file of `size` bytes has; an empty one has one, so that it arrives."""
    return max(1, -(-size // wire.BLOB_PIECE))


def place(stream: str, digest: str) -> str:
    return f"/v1/streams/{quote(stream, safe='')}/blobs/{quote(digest, safe='')}"
