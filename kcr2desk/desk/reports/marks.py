"""Where the words of a search stand in a text that is shown. No Qt in here."""

from __future__ import annotations

from functools import lru_cache

from kcr2desk.store.search import Asked, Term, asked, words_of


@lru_cache(maxsize=64)
def _asked(search: str) -> Asked:
    return asked(search)


def found(search: str, text: str) -> tuple[tuple[int, int], ...]:
    """The matches of `search` in `text`, as (start, length): what the search index finds."""
    if not search or not text:
        return ()
    terms = _asked(search).wanted
    words = words_of(text)
    spans = [
        (words[at][0], words[at + len(term.words) - 1][1])
        for term in terms
        for at in range(len(words) - len(term.words) + 1)
        if _matches(term, [word for _, _, word in words[at : at + len(term.words)]])
    ]
    return tuple((start, end - start) for start, end in sorted(set(spans)))


def _matches(term: Term, words: list[str]) -> bool:
    *whole, last = term.words
    if whole != words[:-1]:
        return False
    return words[-1].startswith(last) if term.prefix else words[-1] == last
