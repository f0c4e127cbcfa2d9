"""Names of people out of capitals: their case again, and the Dutch voorvoegsel apart.

A travel document and a passenger list know capitals only and put the voorvoegsel first ("VAN DER
BERG"); the Dutch administration keeps it apart and sorts under B. What has a case of its own is
left as it was written.
"""

from __future__ import annotations

import re

_PREPOSITIONS = frozenset(
    ("aan", "bij", "in", "onder", "op", "over", "te", "tot", "uit", "uijt", "van", "von", "voor")
)
_PREFIXES = _PREPOSITIONS | frozenset(
    (
        "'s", "'t", "af", "auf", "d'", "da", "dal", "de", "degli", "dei", "del", "dela", "della",
        "den", "der", "des", "di", "dos", "du", "het", "l'", "la", "las", "le", "les", "los", "s'",
        "ten", "ter", "thoe", "thor", "van't", "vande", "vanden", "vander", "vant", "vom", "vor",
        "zu", "zum", "zur",
    )
)  # fmt: skip
"""Words of which voorvoegsels are made, as in table 36 of the Dutch registers of persons. Left out
are those that are mostly a surname or its first half in the Netherlands of today (al, ben, do, el,
lo)."""

_SMALL = _PREFIXES | frozenset(("do", "das", "e", "y", "und", "of", "ap"))
"""Words that stay small inside a surname."""

_ALWAYS_SMALL = frozenset(("von", "zu", "vom", "zum", "zur"))
_SMALL_IN_GIVEN = frozenset(
    ("da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "la", "las", "los",
     "van", "von", "y")
)  # fmt: skip

_TITLES = frozenset(
    ("mr", "mrs", "ms", "miss", "mstr", "master", "mss", "chd", "inf", "dr", "prof", "sir", "mme",
     "mlle", "dhr", "mevr", "mw", "hr", "fr")
)  # fmt: skip
_ROMAN = frozenset(("ii", "iii", "iv", "vii", "viii"))
"""Numbers behind a name; "VI" is as often a name of its own."""
_PARTS = re.compile(r"([-' .’]+)")


def one_case(text: str) -> bool:
    """Whether a name is all capitals or all small, so that its own case is not known."""
    return text == text.upper() or text == text.lower()


def family_cased(text: str) -> str:
    """A surname in its usual case: "VON DER LEYEN", "MCDONALD", "IJSBRANDS", "JANSEN-DE VRIES"."""
    words = " ".join(text.split()).lower()
    pieces = _PARTS.split(words)
    cased = []
    for at, piece in enumerate(pieces):
        first = at == 0
        small = piece in _ALWAYS_SMALL if first else piece in _SMALL
        last = at == len(pieces) - 1
        cased.append(piece if small and not last else _capital(piece))
    return "".join(cased)


def given_cased(text: str) -> str:
    """Given names in their usual case: "ANNE-MARIE", "MARIA DE LOS ANGELES", "J.P."."""
    pieces = _PARTS.split(" ".join(text.split()).lower())
    return "".join(
        piece if at and at + 1 < len(pieces) and piece in _SMALL_IN_GIVEN else _capital(piece)
        for at, piece in enumerate(pieces)
    )


def split_prefix(family: str) -> tuple[str, str]:
    """(voorvoegsel, rest) of a surname, whatever its case: "van der", "Berg" of "Van der Berg".

    "Berg, van der" and "Berg van der" are understood too. At least one word always remains, and a
    name without a voorvoegsel comes back as it is.
    """
    words = [word for word in family.replace("’", "'").replace(",", " , ").split() if word]
    if "," in words:
        cut = words.index(",")
        words, behind = words[:cut], [word for word in words[cut + 1 :] if word != ","]
        if behind and all(word.lower() in _PREFIXES for word in behind):
            words = behind + words
        else:
            words += behind
    if len(words) < 2:
        return "", " ".join(words)
    count = _leading(words)
    if not count and (trailing := _trailing(words)):
        words, count = words[-trailing:] + words[:-trailing], trailing
    prefix = [_with_apostrophe(word, at, words) for at, word in enumerate(words[:count])]
    return " ".join(prefix), " ".join(words[count:])


def without_title(given: str) -> tuple[str, str]:
    """(given names, title) of "WILLEKE LISELOTTE MRS", as airlines write the title behind them."""
    words = given.split()
    taken: list[str] = []
    while len(words) > 1 and words[-1].strip(".").lower() in _TITLES:
        taken.insert(0, words.pop().strip("."))
    return " ".join(words), " ".join(taken)


def _capital(word: str) -> str:
    if word.startswith("ij"):
        return "IJ" + word[2:]
    if word.startswith("mc") and len(word) > 4:
        return "Mc" + word[2:].capitalize()
    if word in _ROMAN:
        return word.upper()
    return word[:1].upper() + word[1:]


def _leading(words: list[str]) -> int:
    """How many words at the start are voorvoegsel; the last word never is."""
    count = 0
    while count < len(words) - 1:
        word = words[count].lower()
        behind_preposition = count > 0 and words[count - 1].lower() in _PREPOSITIONS
        bare = (word == "t" and (not count or behind_preposition)) or (word == "s" and not count)
        if word not in _PREFIXES and not bare:
            break
        count += 1
    return count


def _trailing(words: list[str]) -> int:
    """How many words at the end are voorvoegsel, as in "Vries de"; only where one is small or a
    preposition, so that "Chan Le" stays as it is."""
    count = 0
    while count < len(words) - 1 and words[-1 - count].lower() in _PREFIXES:
        count += 1
    last = words[-count:] if count else []
    sure = any(word.islower() or word.lower() in _PREPOSITIONS for word in last)
    return count if sure else 0


def _with_apostrophe(word: str, at: int, words: list[str]) -> str:
    """A voorvoegsel as it is written; a travel document has no apostrophes."""
    small = word.lower()
    if small in ("t", "s"):
        return "'" + small
    if small in ("vant", "van't") and at == 0 and len(words) > 1:
        return "van 't"
    return small
