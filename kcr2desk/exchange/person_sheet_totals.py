"""What a list says of itself beside its persons: totals, the flight, pages, greetings.

"Totaal: 206 passagiers" is a number that the list is checked by, never a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal

from kcr2desk.core.places import fold

Whom = Literal["passengers", "crew", ""]

_CREW = r"(?:crew|bemanning(?:sleden)?|cabin|cockpit|equipage|besatzung)"
_PEOPLE = (
    r"(?:passagiers?|passengers?|pax|personen|persons?|people|reizigers|travell?ers|passagere?s?"
    r"|souls|evacuees|namen|names|regels|aan boord|on board|aanmeldingen|registraties|registrations"
    r"|volwassenen|adults|kinderen|children|infants|babys|baby s)"
)
_SUM = (
    r"(?:totaal|totalen|total|totaux|totals|gesamt|gesamtzahl|summe|insgesamt|aantal|nombre|anzahl"
    r"|number|count|som|sum|grand total|eindtotaal)"
)
_PART = r"(?:volwassenen|adults|kinderen|children|infants|babys|baby s|subtota\w+|sub total)"
_WORDS = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"(?<![\d.,/-])\b(\d{1,6})\b(?![.,/:-]?\d)")
_PAGE = re.compile(
    r"(?:pagina|page|blad|seite|pag|blz) ?\d+( ?(?:van|of|de|von|/)? ?\d+)?|\d+ ?/ ?\d+|[-= ]+"
)
_TALK = re.compile(
    r"(?:met (?:vriendelijke|hartelijke|collegiale) groet|vriendelijke groet|groet|mvg|hoogachtend"
    r"|kind regards|best regards|regards|cordialement|salutations|mit freundlichen|beste|geachte"
    r"|dear|hallo|hello|hi|bijgaand|hierbij|attached|please find|zie (?:de )?bijlage|van|from|aan"
    r"|to|onderwerp|subject|verzonden|sent|datum|date|cc|opmerking|note|let op|bron|source"
    r"|einde lijst|end of list|vertrouwelijk|confidential|printed|afgedrukt|gemaakt|generated)\b"
)
_FLIGHT: Final = re.compile(
    r"\b(?:(?:vlucht|vluchtnr|flight|flt|vol|flug)(?:nummer|number|nr|no)?[\s.:#]*)"
    r"([A-Z0-9]{2}[A-Z]?[ -]?\d{1,4}[A-Z]?)\b",
    re.I,
)
_CODE = re.compile(r"(?<![A-Z0-9])((?:[A-Z]{2}|[A-Z]\d|\d[A-Z]|[A-Z]{3})[ -]?\d{2,4})(?![A-Z0-9])")


def plain(texts: Sequence[str]) -> str:
    """The words of a row, small and without signs."""
    return " ".join(_WORDS.sub(" ", fold(" ".join(texts))).split())


def total(texts: Sequence[str]) -> tuple[Whom, int] | None:
    """The number of people that a row states, and of whom; None when it states none.

    "" is a number of some of them only (children, a subtotal): it is passed over, but it is no
    person either.
    """
    told = plain(texts)
    if len(told) > 80 or not any(c.isdigit() for c in told):
        return None
    found = _NUMBER.findall(" ".join(texts))
    if not found:
        return None
    number = int(found[-1] if re.search(rf"\b{_SUM}\b", told) else found[0])
    is_sum = re.match(rf"(?:\d+ )?{_SUM}\b", told)
    is_people = re.fullmatch(
        rf"(?:{_SUM} )?(?:\w+ )?(?:of |van |de |no |nr )?(?:{_PEOPLE}|{_CREW}) ?(?:{_SUM} )?"
        rf"(?:is )? ?\d+|(?:{_SUM} )?\d+ (?:{_PEOPLE}|{_CREW})(?: {_SUM})?",
        told,
    )
    if not is_sum and not is_people:
        return None
    if re.search(rf"\b{_PART}\b", told):
        return "", number
    return ("crew" if re.search(rf"\b{_CREW}\b", told) else "passengers"), number


def is_talk(text: str) -> bool:
    """Whether a line that stands alone is a greeting, a page number or the like, and no person."""
    told = fold(text).strip()
    return (
        _PAGE.fullmatch(told) is not None
        or _TALK.match(told) is not None
        or told.endswith((":", "."))
        or len(told) > 80
    )


def flight_in(text: str, *, named: bool = False) -> str:
    """The flight that a text names, as "KL1234"; `named`: only where the word flight is there."""
    found = _FLIGHT.search(text) or (None if named else _CODE.search(text))
    return re.sub(r"[ -]", "", found[1]).upper() if found else ""
