"""The bytes of attachments, a piece at a time: a cut costs one piece, and changes never wait."""

from __future__ import annotations

from urllib.parse import quote

from kcr2desk import wire
from kcr2desk.store import Cache
from kcr2desk.sync.errors import HubRefused, LineDown
from kcr2desk.sync.session import Tokens

WRONG = "wrong_digest"
NOT_YET = ("not_found", "unknown_record", WRONG)
"""The hub does not know the attachment yet, or not for us, or the pieces did not add up to the
file: tried again in a later round."""


class Files:
    """Sends and fetches what the cache says is to be sent or wanted."""

    def __init__(self, cache: Cache, tokens: Tokens) -> None:
        self._cache = cache
        self._tokens = tokens
        self._not_now: set[str] = set()

    def begin(self) -> None:
        """A new round: what was not to be had is asked for once more."""
        self._not_now.clear()

    def send_piece(self) -> bool:
        """Send one piece. False when nothing is to be sent now."""
        for file in self._cache.files_to_send():
            if file.digest in self._not_now:
                continue
            count = pieces(file.size)
            if file.sent < count:
                path = f"{place(file.stream, file.digest)}/{file.sent}?size={file.size}"
                try:
                    self._tokens.ask(
                        "PUT", path, self._cache.piece(file.digest, file.sent), packed=False
                    )
                except HubRefused as refused:
                    self._unless_not_yet(refused, file.digest)
                    if refused.code == WRONG:  # the hub threw all pieces away
                        self._cache.note_sent(file.stream, file.digest, 0)
                    continue
            self._cache.note_sent(file.stream, file.digest, min(file.sent + 1, count))
            return True
        return False

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
            if not answer.body or len(answer.body) > wire.BLOB_PIECE:
                raise LineDown("torn", "a piece of the wrong size")
            self._cache.put_piece(file.digest, file.have, answer.body)
            return True
        return False

    def _unless_not_yet(self, refused: HubRefused, digest: str) -> None:
        if refused.code not in NOT_YET:
            raise refused
        self._not_now.add(digest)


def pieces(size: int) -> int:
    """How many pieces a file of `size` bytes has; an empty one has one, so that it arrives."""
    return max(1, -(-size // wire.BLOB_PIECE))


def place(stream: str, digest: str) -> str:
    return f"/v1/streams/{quote(stream, safe='')}/blobs/{digest}"
