"""Ready compressed pages, made once for all who want the same."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass

LARGEST = 96 << 20  # bytes that are kept


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an answer: `count` lines, compressed. What the rest means is the maker's affair."""

    data: bytes
    count: int
    plain: int
    last: object = None


class PageCache:
    """Pieces by key, the longest unused thrown out first. Safe for threads.

    A key holds all that the piece depends on; what is withdrawn or purged changes a part of every
    key (`Heads.sight`), so an old piece is never found again.
    """

    def __init__(self, largest: int = LARGEST) -> None:
        self._largest = largest
        self._lock = threading.Lock()
        self._kept: OrderedDict[Hashable, Piece] = OrderedDict()
        self._under_way: dict[Hashable, Future[Piece]] = {}
        self.bytes = 0
        self.hits = 0
        self.misses = 0

    def get(self, key: Hashable, make: Callable[[], Piece]) -> Piece:
        """The piece; made here, or awaited where another thread is making it already."""
        with self._lock:
            piece = self._kept.get(key)
            if piece is not None:
                self._kept.move_to_end(key)
                self.hits += 1
                return piece
            future = self._under_way.get(key)
            mine = future is None
            if future is None:
                future = self._under_way[key] = Future()
                self.misses += 1
            else:
                self.hits += 1
        if not mine:
            return future.result()
        try:
            piece = make()
        except BaseException as error:
            with self._lock:
                del self._under_way[key]
            future.set_exception(error)
            raise
        with self._lock:
            del self._under_way[key]
            self._keep(key, piece)
        future.set_result(piece)
        return piece

    def _keep(self, key: Hashable, piece: Piece) -> None:
        self._kept[key] = piece
        self.bytes += len(piece.data)
        while self.bytes > self._largest and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self.bytes -= len(old.data)
