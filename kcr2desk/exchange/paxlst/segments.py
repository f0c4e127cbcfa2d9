"""UN/EDIFACT (ISO 9735) to segments, whatever came of the file on its way.

Its separators are data: UNA names them, and without UNA they are the usual ones or, by syntax level
B, control characters. On their way by telex and mail files get headers, are wrapped at 64 signs,
and lose their end. See docs/decisions/0012 on why this is no library.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

LONGEST_SEGMENT = 4_000
MOST_SEGMENTS = 1_000_000

Say = Callable[[str, str], None]
"""Takes a problem: its code and its detail."""

_CHARSETS = {
    "UNOD": "iso8859-2", "UNOE": "iso8859-5", "UNOF": "iso8859-7", "UNOG": "iso8859-3",
    "UNOH": "iso8859-4", "UNOI": "iso8859-6", "UNOJ": "iso8859-8", "UNOK": "iso8859-9",
    "UNOL": "iso8859-15",
}  # fmt: skip
"""All others are UTF-8 where they can be, else Windows-1252, which holds Latin-1 and ASCII."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SYNTAX = re.compile(rb"UNB[^A-Za-z0-9](UNO[A-Z])")
_HEADER = r"UNB(?=[^A-Za-z0-9 \t\r\n]UNO)|UN[GH](?=[^A-Za-z0-9 \t\r\n,;])|BGM\+(?=745|250)"
_START = re.compile(r"UNA(?P<una>.{3,9}?)[\r\n]*(?=UN[BGH][^A-Za-z0-9])|" + _HEADER, re.S)
_AGAIN = re.compile(r"(?=UNA.{6}[\r\n]*UN[BGH][^A-Za-z0-9])", re.S)
_SERVICE = re.compile(r"UN[ABGH]")
_TAG = re.compile(r"[A-Z]{3}\Z")
_UNCLOSED = re.compile(
    r"[\r\n]+(?=(?:UN[BGHTEZ]|BGM|RFF|NAD|TDT|LOC|DTM|ATT|MEA|GEI|FTX|COM|NAT|DOC|CNT|EMP)\+)"
)
_BREAKS = re.compile(r"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Signs:
    """The separators of one interchange; `release` is "" where there is none."""

    component: str = ":"
    element: str = "+"
    release: str = "?"
    terminator: str = "'"


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment: its tag, its elements of components, and the how-manyth of the file it is."""

    tag: str
    elements: tuple[tuple[str, ...], ...]
    number: int

    def get(self, element: int, component: int = 0) -> str:
        """A component without white space around it; the first element behind the tag is 1."""
        if not 0 < element <= len(self.elements):
            return ""
        found = self.elements[element - 1]
        return found[component].strip() if component < len(found) else ""

    def all(self, element: int) -> tuple[str, ...]:
        """All components of an element."""
        return self.elements[element - 1] if 0 < element <= len(self.elements) else ()

    def __str__(self) -> str:
        return f"{self.number} ({self.tag})"


def decode(data: bytes) -> str:
    """The file as text, by its byte order mark, its syntax identifier, or what it can be."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(charset, "replace")
    syntax = _SYNTAX.search(data[:20_000])
    charset = _CHARSETS.get(syntax[1].decode("ascii"), "") if syntax else ""
    if charset:
        return data.decode(charset, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def begins(text: str) -> bool:
    """Whether there is an interchange or message anywhere in it."""
    return _START.search(text) is not None


def segments(text: str, say: Say) -> Iterator[Segment]:
    """The segments of all interchanges in a text; what is none is told to `say`."""
    number = 0
    for part in _AGAIN.split(text):
        for segment in _of_interchange(part, say, number):
            number = segment.number
            yield segment
            if number >= MOST_SEGMENTS:
                say("edi-too-many", str(MOST_SEGMENTS))
                return


def _of_interchange(text: str, say: Say, number: int) -> Iterator[Segment]:
    start = _START.search(text)
    if start is None:
        return
    signs, body = _signs(text, start, say)
    pieces = _split(body, signs.terminator, signs.release)
    ended = False
    for at, piece in enumerate(pieces):
        if not piece:
            continue
        last = at == len(pieces) - 1
        for unclosed, raw in _lines_in(piece, signs):
            plain = _BREAKS.sub("", raw).strip(" \t\0\x1a")
            if not plain or (ended and not _SERVICE.match(plain)):
                continue  # an empty segment, or what mail programs put under a file
            number += 1
            tag = plain[:3].upper()
            name = f"{number} ({tag})" if _TAG.match(tag) else str(number)
            if len(plain) > LONGEST_SEGMENT:
                say("edi-segment-long", name)
                continue
            if not _TAG.match(tag) or plain[3:4] not in (signs.element, ""):
                say("edi-segment", name)
                continue
            if unclosed:
                say("edi-terminator", name)
            elif last:
                say("edi-cut-off", name)
            ended = tag == "UNZ"
            yield Segment(tag, _elements(plain[4:], signs), number)


def _signs(text: str, start: re.Match[str], say: Say) -> tuple[Signs, str]:
    """The separators, and the text behind UNA."""
    una = start["una"]
    if una is not None:
        body = text[start.end() :]
        if len(una) < 6 and text[start.start("una") + len(una)] in "\r\n":
            una = text[start.start("una") : start.start("una") + 6]  # a line end as terminator
        if _may_be_signs(una):
            # The third is the decimal sign and the fifth is reserved.
            return Signs(una[0], una[1], una[3].strip(), una[5]), body
        say("edi-una", una)
        return Signs(), body
    body = text[start.start() :]
    element = body[3]
    if element in "+\r\n ":
        return Signs(), body
    # Without UNA but with other signs: the header shows them, "UNB" e "UNOB" c "1" … t "UNH".
    component = body[8:9] if body.startswith("UNO", 4) else ":"
    following = re.search(r"(.)[\r\n]*UN[GH]" + re.escape(element), body[3:], re.S)
    guessed = (component, element, following[1] if following else "'")
    if len(set(guessed)) < 3 or any(sign.isalnum() or sign in " \t\r\n" for sign in guessed):
        return Signs(), body
    return Signs(component, element, "", guessed[2]), body


def _may_be_signs(una: str) -> bool:
    if len(una) != 6:
        return False
    used = [una[0], una[1], una[5], *([una[3]] if una[3] != " " else [])]
    return len(set(used)) == len(used) and not any(sign.isalnum() or sign == " " for sign in used)


def _lines_in(piece: str, signs: Signs) -> Iterator[tuple[bool, str]]:
    """(unclosed, text) of the segments in what should be one: where a terminator was forgotten,
    the next line begins with a tag."""
    if "\n" not in piece and "\r" not in piece:
        yield False, piece
        return
    parts = [part for part in _UNCLOSED.split(piece) if part.strip()] if signs.element == "+" else [
        piece
    ]  # fmt: skip
    for at, part in enumerate(parts):
        yield at < len(parts) - 1, part


def _elements(text: str, signs: Signs) -> tuple[tuple[str, ...], ...]:
    if not text:
        return ()
    release = signs.release
    if release and release in text:
        return tuple(
            tuple(
                _released(component, release)
                for component in _split(element, signs.component, release)
            )
            for element in _split(text, signs.element, release)
        )
    return tuple(tuple(element.split(signs.component)) for element in text.split(signs.element))


def _split(text: str, separator: str, release: str) -> list[str]:
    """Split where a separator is not released; the release signs stay."""
    pieces = text.split(separator)
    if not release or release + separator not in text:
        return pieces
    whole: list[str] = []
    open_pieces: list[str] = []
    for piece in pieces:
        open_pieces.append(piece)
        if (len(piece) - len(piece.rstrip(release))) % 2:
            continue  # the separator behind it is a sign of the text
        whole.append(separator.join(open_pieces))
        open_pieces = []
    if open_pieces:
        whole.append(separator.join(open_pieces))
    return whole


def _released(text: str, release: str) -> str:
    if release not in text:
        return text
    return re.sub(re.escape(release) + "(.?)", r"\1", text, flags=re.S)
