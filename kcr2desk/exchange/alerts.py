"""Bring in alerts: one file of bytes becomes reports, and sentences about what did not work.

    batch = read_alerts(path.read_bytes(), path.name)

A file is a CAP alert, a feed, an EDXL-DE envelope, or anything else in XML that has alerts
somewhere inside (SOAP, IPAWS, lists of alerts). Feeds and envelopes may also hold them as escaped
text or as base64. What is broken costs only itself: one file, or one alert among many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from kcr2desk.exchange import cap, edxl_de, feeds, xml
from kcr2desk.exchange.alert_report import (
    AlertReport,
    least_real,
    reality_of,
    report_of_alert,
    report_of_entry,
)
from kcr2desk.exchange.problems import Language, Problem, Refused

__all__ = ["AlertBatch", "AlertReport", "least_real", "read_alerts", "reality_of"]

_MAX_ENCLOSED = 3
_ESCAPED_ALERT = re.compile(r"<(?:\w+:)?(?:alert|edxldistribution)[\s>]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AlertBatch:
    """What one file held: the reports, and a problem for each thing that is not among them.

    Both are empty for a feed without entries. Rules that were broken without doing harm are the
    `remarks` of each report.
    """

    alerts: tuple[AlertReport, ...]
    problems: tuple[Problem, ...]


def read_alerts(
    data: bytes, file: str, *, max_bytes: int = xml.MAX_BYTES, language: Language = "nl"
) -> AlertBatch:
    """Read every alert in a file; `file` is the name for sentences. Never raises for bad input.

    `language` is that of the reader: it chooses among the languages of an alert, and the labels
    in the text ("Gebied", "Geldig van").
    """
    reading = _Reading(max_bytes, language)
    reading.file(data, _Place(file))
    return AlertBatch(tuple(reading.alerts), tuple(reading.problems))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reading is: in which file, within which entry and envelopes, how deep.

    `remarks` are those on the file as a whole; they are repeated with each report from it.
    """

    file: str
    entry: feeds.Entry | None = None
    envelopes: tuple[edxl_de.Envelope, ...] = ()
    remarks: tuple[Problem, ...] = ()
    depth: int = 0


class _Reading:
    """The reports and problems of one file, as they are found."""

    def __init__(self, max_bytes: int, language: Language) -> None:
        self.max_bytes = max_bytes
        self.language = language
        self.alerts: list[AlertReport] = []
        self.problems: list[Problem] = []

    def file(self, data: bytes, place: _Place) -> None:
        try:
            document = xml.parse(data, place.file, max_bytes=self.max_bytes)
        except Refused as refused:
            self.problems += refused.problems
        else:
            self._document(document, place)

    def _document(self, document: xml.Document, place: _Place) -> None:
        root = document.root
        place = replace(place, remarks=place.remarks + document.remarks)
        if xml.local_name(root).lower() == "html":
            self.problems.append(Problem(place.file, xml.line_of(root), "web-page"))
        elif feeds.is_feed(root):
            for element, entry in feeds.entries(root, place.file):
                self._entry(element, replace(place, entry=entry))
        elif not self._inside(root, place):
            name = xml.local_name(root)
            self.problems.append(Problem(place.file, xml.line_of(root), "not-alert", name))

    def _entry(self, element: etree._Element, place: _Place) -> None:
        entry = place.entry
        assert entry is not None
        if self._inside(element, place):
            return
        inline = cap.read_inline(element, place.file)
        if not (entry.title or entry.summary or inline):
            self.problems.append(Problem(place.file, entry.line, "entry-empty"))
        else:
            self.alerts.append(report_of_entry(entry, inline, place.remarks, self.language))

    def _inside(self, element: etree._Element, place: _Place) -> bool:
        """Read all that an element holds; False when there is no alert in it, good or bad."""
        before = len(self.alerts) + len(self.problems)
        for found in _alerts_in(element):
            around = edxl_de.envelopes_around(found, place.file) + place.envelopes
            here = replace(place, envelopes=around)
            if cap.is_alert(found):
                self._alert(found, here)
            else:
                self._escaped(found, here)
        for data, content in edxl_de.enclosed_files(element, place.file):
            around = edxl_de.envelopes_around(data, place.file) + place.envelopes
            self._enclosed(data, content, replace(place, envelopes=around))
        return len(self.alerts) + len(self.problems) > before

    def _alert(self, element: etree._Element, place: _Place) -> None:
        try:
            alert = cap.read_alert(element, place.file)
        except Refused as refused:
            self.problems += refused.problems
        else:
            report = report_of_alert(
                alert, place.entry, place.envelopes, place.remarks, self.language
            )
            self.alerts.append(report)

    def _escaped(self, element: etree._Element, place: _Place) -> None:
        """An alert that stands in the file as text, with its markup escaped."""
        line = xml.line_of(element)
        if not self._may_go_deeper(place, line):
            return
        try:
            document = xml.parse_text(xml.text_of(element), place.file, first_line=line or 1)
        except Refused as refused:
            self.problems += refused.problems
        else:
            self._document(document, replace(place, depth=place.depth + 1))

    def _enclosed(self, element: etree._Element, content: bytes | Problem, place: _Place) -> None:
        """A file in base64; its lines are counted anew, so it gets a name of its own."""
        line = xml.line_of(element)
        if isinstance(content, Problem):
            self.problems.append(content)
        elif self._may_go_deeper(place, line):
            name = f"{place.file} › {xml.local_name(element)} ({line})"
            self.file(content, replace(place, file=name, depth=place.depth + 1))

    def _may_go_deeper(self, place: _Place, line: int | None) -> bool:
        if place.depth < _MAX_ENCLOSED:
            return True
        problem = Problem(place.file, line, "enclosed-too-deep", str(_MAX_ENCLOSED))
        self.problems.append(problem)
        return False


def _alerts_in(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost alerts, and the elements with an alert as text, in the order of the file."""
    if cap.is_alert(element):
        yield element
    elif len(element):
        for child in element:
            yield from _alerts_in(child)
    elif (text := element.text or "").lstrip().startswith("<") and _ESCAPED_ALERT.search(text):
        yield element
