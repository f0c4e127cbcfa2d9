"""Ready pages: made once, kept by what they depend on, forgotten when there are too many."""

from __future__ import annotations

import threading
import time

import pytest

from kcr2desk.hub.page_cache import PageCache, Piece


def piece(size: int = 10) -> Piece:
    return Piece(b"x" * size, 1, size)


def test_many_who_want_the_same_wait_for_one_who_makes_it():
    cache, made = PageCache(), []

    def make() -> Piece:
        made.append(1)
        time.sleep(0.1)
        return piece()

    got: list[Piece] = []
    threads = [
        threading.Thread(target=lambda: got.append(cache.get("key", make))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 1
    assert all(each is got[0] for each in got)
    assert (cache.misses, cache.hits) == (1, 7)


def test_what_could_not_be_made_is_tried_anew():
    cache = PageCache()

    def fail() -> Piece:
        raise LookupError("away")

    for _ in range(2):
        with pytest.raises(LookupError):
            cache.get("key", fail)
    assert cache.get("key", piece) == piece()


def test_the_longest_unused_go_when_there_are_too_many():
    cache = PageCache(largest=100)
    for n in range(10):
        cache.get(n, piece)
    cache.get(0, piece)
    cache.get(10, piece)
    assert cache.bytes == 100
    before = cache.misses
    cache.get(0, piece)
    assert cache.misses == before
    cache.get(1, piece)
    assert cache.misses == before + 1
