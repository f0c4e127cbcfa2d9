"""Bytes to EDXL-RM messages: loose, in an EDXL-DE envelope, or enclosed in one as text or base64.

What cannot be read becomes a sentence (`exchange.problems`), never an exception.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kcr2desk.exchange import edxl_de, xml
from kcr2desk.exchange.edxl_rm.codec import is_message, read_element
from kcr2desk.exchange.edxl_rm.model import Message
from kcr2desk.exchange.edxl_rm.rules import broken
from kcr2desk.exchange.problems import Problem, Refused

MAX_BYTES = 5_000_000
MOST_ELEMENTS = 50_000
"""Far above any message that people can act on."""

_MAX_ENCLOSED = 3
_ESCAPED = re.compile(
    r"<(?:[\w.-]+:)?(?:EDXLDistribution|\w*(?:Resource|Return|Quote|Information|Status|Duration))\b"
)


@dataclass(frozen=True, slots=True)
class Received:
    """One message that came in.

    `status` is that of the outermost word on it: "Actual", "Exercise", "Test", "System" or
    "Draft" when an envelope says so, "" without an envelope. `sender` is who the envelope says
    sent it. `remarks` tell which rules of the standard it breaks.
    """

    message: Message
    file: str
    line: int | None
    status: str
    sender: str
    remarks: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file held: messages, and a problem for each thing that became none."""

    messages: tuple[Received, ...]
    problems: tuple[Problem, ...]


def read(data: bytes, name: str) -> Reading:
    """Read every message in a file; `name` is the file's, for sentences. Never raises for it."""
    reader = _Reader()
    reader.file(data, name, (), 0)
    if not reader.messages and not reader.problems:
        reader.problems.append(Problem(name, None, "rm-none"))
    return Reading(tuple(reader.messages), tuple(reader.problems))


_REAL = ("Actual", "System", "Exercise", "Test", "Draft")
"""From real to unreal; the least real word on a message counts."""


class _Reader:
    """The messages and problems of one file, as they are found."""

    def __init__(self) -> None:
        self.messages: list[Received] = []
        self.problems: list[Problem] = []

    def file(
        self, data: bytes, name: str, around: tuple[edxl_de.Envelope, ...], depth: int
    ) -> None:
        try:
            document = xml.parse(data, name, max_bytes=MAX_BYTES)
        except Refused as refused:
            self.problems += refused.problems
        else:
            self._document(document, name, around, depth)

    def _document(
        self, document: xml.Document, name: str, around: tuple[edxl_de.Envelope, ...], depth: int
    ) -> None:
        root = document.root
        if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
            self.problems.append(Problem(name, None, "rm-too-many", str(MOST_ELEMENTS)))
            return
        before = len(self.messages) + len(self.problems)
        for found in _inside(root):
            envelopes = edxl_de.envelopes_around(found, name) + around
            if is_message(found):
                self._message(found, name, envelopes, document.remarks)
            elif self._may_go_deeper(name, found, depth):
                self._escaped(found, name, envelopes, depth)
        for element, content in edxl_de.enclosed_files(root, name):
            envelopes = edxl_de.envelopes_around(element, name) + around
            if isinstance(content, Problem):
                self.problems.append(content)
            elif self._may_go_deeper(name, element, depth):
                enclosed = f"{name} › {xml.local_name(element)} ({xml.line_of(element)})"
                self.file(content, enclosed, envelopes, depth + 1)
        if len(self.messages) + len(self.problems) == before:
            here = xml.line_of(root)
            self.problems.append(Problem(name, here, "rm-none-in", xml.local_name(root)))

    def _message(
        self,
        element: etree._Element,
        file: str,
        envelopes: tuple[edxl_de.Envelope, ...],
        of_file: tuple[Problem, ...],
    ) -> None:
        remarks = list(of_file)

        def remark(where: etree._Element, code: str, detail: str) -> None:
            remarks.append(Problem(file, xml.line_of(where), code, detail))

        message = read_element(element, remark)
        line = xml.line_of(element)
        remarks += [Problem(file, line, *each) for each in dict.fromkeys(broken(message))]
        remarks += [each for envelope in envelopes for each in envelope.remarks]
        said = [envelope.status for envelope in envelopes if envelope.status]
        status = max(said, key=_REAL.index, default="Test" if envelopes else "")
        sender = next((envelope.sender for envelope in envelopes if envelope.sender), "")
        self.messages.append(Received(message, file, line, status, sender, tuple(remarks)))

    def _escaped(
        self,
        element: etree._Element,
        file: str,
        envelopes: tuple[edxl_de.Envelope, ...],
        depth: int,
    ) -> None:
        line = xml.line_of(element)
        try:
            document = xml.parse_text(xml.text_of(element), file, first_line=line or 1)
        except Refused as refused:
            self.problems += refused.problems
        else:
            self._document(document, file, envelopes, depth + 1)

    def _may_go_deeper(self, file: str, element: etree._Element, depth: int) -> bool:
        if depth < _MAX_ENCLOSED:
            return True
        line = xml.line_of(element)
        self.problems.append(Problem(file, line, "enclosed-too-deep", str(_MAX_ENCLOSED)))
        return False


def _inside(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost messages, and elements with a message as text, in the order of the file."""
    if is_message(element):
        yield element
    elif len(element):
        for child in element:
            yield from _inside(child)
    elif (text := element.text or "").lstrip().startswith("<") and _ESCAPED.search(text):
        yield element
