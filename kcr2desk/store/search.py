"""What an officer types, as a question to the search index; and where its words stand in a text.

Words are found whole or, from three letters, by their beginning. All of them must occur; `"hoog
buurlo"` asks for words in a row, `-oefening` for reports without a word. Numbers of reports and
telephone numbers are found however they are written. Whatever else is typed (signs, operators, a
lone quote) separates words and can never be a wrong question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kcr2desk.core.places import fold
from kcr2desk.store.terms import NUMBER, TELEPHONE, indexed_text, telephone, words_of

PREFIX = 3
"""Letters from which the beginning of a word is enough."""

SHOWN = 160  # characters of an excerpt
BEFORE = 40  # of which so many stand before the first match
LONGEST = 20_000  # characters of a text in which an excerpt is sought
MOST = 30  # words in one question; whatever is pasted beyond them is left out

_PART = re.compile(
    r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)"?'
    rf'|(?P<telephone>{TELEPHONE.replace("{5,13}", "{3,13}")})|(?P<bare>[^\s"]+))'
)
_NUMBER = re.compile(r"[A-Za-z]-\d{4}(?:-\w+)*-?")
_WITHOUT_LETTER = re.compile(r"\d{4}-\d\d-\d{4,}(?:-\d)?")
_COUNT = re.compile(r"\d{4,}-\d")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, as typed. `prefix`: the last may be only the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was asked for: any of these `choices`, each of which is all its phrases."""

    choices: tuple[tuple[Phrase, ...], ...]

    @property
    def phrases(self) -> Iterator[Phrase]:
        """All phrases, of whatever choice."""
        return (phrase for choice in self.choices for phrase in choice)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed, understood: what must occur and what must not."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def asked(text: str) -> Asked:
    """Read what was typed. Never fails; blank text asks nothing.

    One or two letters at the very end are taken for a word that is still being typed, and ask
    nothing yet.
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    left = MOST
    for part in _PART.finditer(text):
        term = _term(part, unfinished=part.end() == len(text))
        if term is None:
            continue
        left -= sum(len(phrase.words) for phrase in term.phrases)
        if left < 0:
            break
        (unwanted if part["minus"] else wanted).append(term)
    return Asked(tuple(dict.fromkeys(wanted)), tuple(dict.fromkeys(unwanted)))


def _term(part: re.Match[str], unfinished: bool) -> Term | None:
    if part["quoted"] is not None:
        words = _words(part["quoted"])
        return Term(((Phrase(words, False),),)) if words else None
    told = part["telephone"] or part["bare"]
    words = _words(told)
    if not words:
        return None
    if unfinished and len(words) == 1 and len(words[0]) < PREFIX and words[0].isalpha():
        return None
    apart = tuple(Phrase((word,), len(word) >= PREFIX) for word in words)
    together = [Phrase((word,), True) for word in _numbers(told, part["telephone"] is not None)]
    return Term((*((phrase,) for phrase in together), apart))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in words_of(text)[:MOST])


def _numbers(told: str, as_telephone: bool) -> Iterator[str]:
    """The words by which the index holds a number that was typed, if it is one."""
    if as_telephone:
        yield telephone(told)
    if _NUMBER.fullmatch(told) or _COUNT.fullmatch(told):
        yield told.replace("-", "")
    elif _WITHOUT_LETTER.fullmatch(told):
        yield f"M{told.replace('-', '')}"


def expression(term: Term, spread: Callable[[str], tuple[str, ...] | None]) -> str:
    """The term in the language of FTS5. `spread` says what the beginning of a word stands for."""
    choices = [[_quoted(phrase, spread) for phrase in choice] for choice in term.choices]
    return _group(" OR ", [_group(" AND ", choice) for choice in choices])


def _group(operator: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def _quoted(phrase: Phrase, spread: Callable[[str], tuple[str, ...] | None]) -> str:
    """Words consist of letters and digits, so nothing in them can end the quotes."""
    if phrase.prefix and len(phrase.words) == 1:
        found = spread(phrase.words[0])
        if found:
            return "(" + " OR ".join(found) + ")"
    return '"' + " ".join(phrase.words) + '"' + ("*" if phrase.prefix else "")


# -- marks -------------------------------------------------------------------------------------


def marks(text: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Where what was typed stands in `text`: (start, end) each, in order, not overlapping."""
    return marked(asked(typed), text)


def marked(question: Asked, text: str) -> tuple[tuple[int, int], ...]:
    """`marks` for what was read before."""
    found = words_of(text)
    words = [fold(text[start:end]) for start, end in found]
    places: set[tuple[int, int]] = set()
    for phrase in (phrase for term in question.wanted for phrase in term.phrases):
        places.update((found[at][0], found[end - 1][1]) for at, end in _occurrences(words, phrase))
    for pattern in (NUMBER, TELEPHONE):
        for number in re.finditer(pattern, text):
            if any(map(_numbers_agree(number[0]), question.wanted)):
                places.add(number.span())
    return _apart(places)


def occurs(question: Asked, text: str) -> bool:
    """True when `text` holds all that is wanted and nothing unwanted, as the index would rule."""
    indexed = indexed_text(text)
    words = [fold(indexed[start:end]) for start, end in words_of(indexed)]

    def holds(term: Term) -> bool:
        return any(all(any(_occurrences(words, p)) for p in choice) for choice in term.choices)

    return all(map(holds, question.wanted)) and not any(map(holds, question.unwanted))


def excerpt(question: Asked, texts: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The part of these texts that shows most of what was asked, and where that stands in it."""
    best: tuple[int, str, tuple[tuple[int, int], ...]] = (-1, "", ())
    for text in texts:
        places = marked(question, text[:LONGEST])
        distinct = len({fold(text[start:end]) for start, end in places})
        if distinct > best[0]:
            best = (distinct, text, places)
    _, text, places = best
    start = max(0, places[0][0] - BEFORE) if places and places[0][1] > SHOWN else 0
    if start:
        start = text.rfind(" ", 0, start) + 1 if " " in text[:start] else start
    shown = text[start : start + SHOWN]
    lead = "… " if start else ""
    tail = " …" if start + SHOWN < len(text) else ""
    shift = len(lead) - start
    inside = [(max(a, start), min(b, start + SHOWN)) for a, b in places]
    within = tuple((a + shift, b + shift) for a, b in inside if a < b)
    return f"{lead}{shown}{tail}", within


def _numbers_agree(number: str) -> Callable[[Term], bool]:
    """Whether a term asks for this number of a report or telephone, however it is written."""
    written = {fold(number.replace("-", "")), telephone(number)}

    def agrees(term: Term) -> bool:
        together = [choice[0].words[0] for choice in term.choices[:-1]]
        return any(one.startswith(fold(word)) for one in written for word in together)

    return agrees


def _occurrences(words: Sequence[str], phrase: Phrase) -> Iterator[tuple[int, int]]:
    """The first and last (exclusive) of folded words in which a phrase stands."""
    wanted = tuple(fold(word) for word in phrase.words)
    for at in range(len(words) - len(wanted) + 1):
        if _stands(words, at, wanted, phrase.prefix):
            yield at, at + len(wanted)


def _stands(words: Sequence[str], at: int, wanted: tuple[str, ...], prefix: bool) -> bool:
    last = len(wanted) - 1
    for n, word in enumerate(wanted):
        here = words[at + n]
        if here != word and not (prefix and n == last and here.startswith(word)):
            return False
    return True


def _apart(marked: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(marked):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
