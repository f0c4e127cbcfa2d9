"""What an officer types, as a question to the search index; and where its words stand in a text.

Words are found whole or, from three letters, by their beginning. All of them must occur; `"hoog
buurlo"` asks for words in a row, `-oefening` for reports without a word. Whatever else is typed
(signs, operators, a lone quote) separates words and can never be a wrong question.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

PREFIX = 3
"""Letters from which the beginning of a word is enough."""

MOST = 30  # words in one question; whatever is pasted beyond them is left out

_PART = re.compile(r'(?P<minus>(?:(?<=\s)|^)-)?(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand in a row, folded. The last one may be only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, understood: what must occur and what must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def asked(text: str) -> Asked:
    """Read what was typed. Never fails; blank text asks nothing."""
    wanted: list[Term] = []
    unwanted: list[Term] = []
    left = MOST
    for part in _PART.finditer(text):
        quoted = part["quoted"]
        words = tuple(word for _, _, word in words_of(part["bare"] if quoted is None else quoted))
        words = words[:left]
        left -= len(words)
        if words:
            term = Term(words, quoted is None and len(words[-1]) >= PREFIX)
            (unwanted if part["minus"] else wanted).append(term)
    return Asked(tuple(wanted), tuple(unwanted))


def words_of(text: str) -> list[tuple[int, int, str]]:
    """The words of a text as the search index cuts them: start, end, folded word."""
    found = []
    start = -1
    folded: list[str] = []
    for at, character in enumerate(text):
        if _in_word(character) or (start >= 0 and unicodedata.combining(character)):
            if start < 0:
                start = at
            folded.append(character)
        elif start >= 0:
            found.append((start, at, fold("".join(folded))))
            start = -1
            folded.clear()
    if start >= 0:
        found.append((start, len(text), fold("".join(folded))))
    return found


def _in_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN" or unicodedata.category(character) == "Co"


def fold(word: str) -> str:
    """A word without capitals and diacritics."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFD", word.lower())
    return unicodedata.normalize("NFC", "".join(c for c in plain if not unicodedata.combining(c)))


def expression(term: Term) -> str:
    """The term in the language of FTS5."""
    return '"' + " ".join(term.words) + '"' + ("*" if term.prefix else "")
