"""The French identity card of 1988 to 2021: two lines of 36 in a layout of its own.

    IDFRA + surname (25) + where it was issued (6)
    number (12) + check + given names (14) + birth + check + sex + check over all before

It says neither nationality, which is always French, nor until when it is valid.
"""

from __future__ import annotations

from datetime import date

from kcr2desk.exchange.mrz.dates import birth_of
from kcr2desk.exchange.mrz.digits import TO_DIGIT, check_digit, one_confusion
from kcr2desk.exchange.mrz.model import Check, Mrz
from kcr2desk.exchange.names import family_cased, given_cased

WIDTH = 36
_NUMBER = slice(36, 48)
_GIVEN = slice(49, 63)
_BIRTH = slice(63, 69)


def may_be(text: str) -> bool:
    """Whether it begins as these cards do."""
    return text.startswith("IDFRA") and text[_BIRTH].translate(TO_DIGIT).isdigit()


def score(text: str) -> int:
    """How much speaks for it, on the scale of the other layouts."""
    held = sum(
        check_digit(text[part]) == text[at]
        for part, at in ((_NUMBER, 48), (_BIRTH, 69), (slice(71), 71))
    )
    return 2 + 4 * held + 4


def read(text: str, today: date) -> Mrz:
    """The card; its number is digits, but for a letter in the few of Corsica."""
    born, other = birth_of(text[_BIRTH], today, "")
    number = text[_NUMBER]
    fields = {
        "family_name": family_cased(" ".join(text[5:30].replace("<", " ").split())),
        "given_names": given_cased(" ".join(text[_GIVEN].replace("<", " ").split())),
        "birth_date": born,
        "sex": text[70] if text[70] in "FM" else "",
        "nationalities": frozenset(("FRA",)),
        "document_type": "identity",
        "document_number": number.replace("<", ""),
        "document_country": "FRA",
    }
    right = text
    checks = []
    for name, part, at in (("document_number", _NUMBER, 48), ("birth_date", _BIRTH, 69)):
        raw, digit = text[part], text[at]
        if check_digit(raw) == digit and fields[name]:
            checks.append(Check(name, True))
            continue
        sure = digit.translate(TO_DIGIT)
        tried = [raw] if sure != digit else one_confusion(raw)
        if name == "birth_date":
            tried = [raw.translate(TO_DIGIT)]
        fitting = {each for each in tried if check_digit(each) == sure}
        meant = fitting.pop() if len(fitting) == 1 else ""
        if meant:
            right = right[: part.start] + meant + right[part.stop : at] + sure + right[at + 1 :]
        if name == "birth_date":
            meant = birth_of(meant, today, "")[0] if (meant, sure) != (raw, digit) else ""
        checks.append(Check(name, False, meant))
    if check_digit(text[:71]) == text[71]:
        checks.append(Check("composite", True))
    else:
        sure = text[71].translate(TO_DIGIT)
        checks.append(Check("composite", False, sure if check_digit(right[:71]) == sure else ""))
    return Mrz(
        kind="IDFRA",
        fields={name: value for name, value in fields.items() if value},
        checks=tuple(checks),
        complete=True,
        names_truncated=text[29] != "<" or text[62] != "<",
        birth_alternative=other,
    )
