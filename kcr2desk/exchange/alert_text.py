"""What an officer reads of an alert: a title and a text, in Dutch or English labels.

The words of the sender stay as they are; only markup and entities that crept into them go.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from datetime import datetime

from kcr2desk.exchange.cap_model import Alert, Info
from kcr2desk.exchange.problems import Language

MAX_TITLE = 200

_WORDS = {
    "en": {
        "Alert": "Alert",
        "Update": "Update",
        "Cancel": "Cancellation",
        "Ack": "Acknowledgement",
        "Error": "Rejection",
        "instruction": "Instruction",
        "area": "Area",
        "from": "Valid from",
        "until": "until",
        "only until": "Valid until",
        "note": "Note of the sender",
    },
    "nl": {
        "Alert": "Waarschuwing",
        "Update": "Actualisering",
        "Cancel": "Intrekking",
        "Ack": "Ontvangstbevestiging",
        "Error": "Afwijzing",
        "instruction": "Instructie",
        "area": "Gebied",
        "from": "Geldig van",
        "until": "tot",
        "only until": "Geldig tot",
        "note": "Opmerking van de afzender",
    },
}

_LINE_END = re.compile(r"<(?:br|/p|/div|/li|/tr|/h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|center|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub|sup"
    r"|table|tbody|td|th|thead|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)


def infos_to_read(infos: tuple[Info, ...], language: Language) -> tuple[Info, ...]:
    """All infos in one language: the reader's, else the other of Dutch and English, else the
    language of the first."""
    other = "en" if language == "nl" else "nl"
    for wanted in (language, other, *(_tongue(info) for info in infos[:1])):
        found = tuple(info for info in infos if _tongue(info) == wanted)
        if found:
            return found
    return ()


def title_of(alert: Alert, info: Info | None, language: Language) -> str:
    """The headline, else event and area; a message without info is named after its type."""
    if info:
        title = info.headline or " – ".join(part for part in (info.event, _places(info)) if part)
    else:
        title = f"{_WORDS[language][alert.message_type]}: {alert.note or alert.identifier}"
    return cut(one_line(title) or alert.identifier, MAX_TITLE)


def text_of_infos(infos: tuple[Info, ...], note: str, language: Language) -> str:
    """Description, instruction, areas and validity of each info, and the note of the sender."""
    parts = [_block(info, language, headed=len(infos) > 1) for info in infos]
    if note:
        parts.append(f"{_WORDS[language]['note']}: {plain(note)}")
    return _paragraphs(dict.fromkeys(parts))


def plain(text: str) -> str:
    """Text without HTML and entities, each line trimmed, at most one blank line in a row."""
    text = _TAG.sub("", _LINE_END.sub("\n", html.unescape(text)))
    lines = "\n".join(line.strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def one_line(text: str) -> str:
    return " ".join(plain(text).split())


def cut(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _block(info: Info, language: Language, *, headed: bool) -> str:
    words = _WORDS[language]
    places = one_line(_places(info))
    facts = (f"{words['area']}: {places}" if places else "", _validity(info, words))
    return _paragraphs(
        (
            one_line(info.headline or info.event) if headed else "",
            plain(info.description),
            f"{words['instruction']}: {plain(info.instruction)}" if info.instruction else "",
            "\n".join(fact for fact in facts if fact),
        )
    )


def _validity(info: Info, words: dict[str, str]) -> str:
    """When the alert holds, with the clock of the sender."""
    starts = info.onset or info.effective
    if starts and info.expires:
        return f"{words['from']} {_clock(starts)} {words['until']} {_clock(info.expires)}"
    if starts:
        return f"{words['from']} {_clock(starts)}"
    return f"{words['only until']} {_clock(info.expires)}" if info.expires else ""


def _clock(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} ({moment.tzname()})"


def _places(info: Info) -> str:
    return "; ".join(area.description for area in info.areas if area.description)


def _tongue(info: Info) -> str:
    return re.split("[-_]", info.language)[0].lower()


def _paragraphs(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part)
