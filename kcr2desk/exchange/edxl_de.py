"""EDXL-DE 1.0 and 2.0 (OASIS): the envelope in which an emergency message may travel.

The envelope says of its contents how real they are: an alert that calls itself Actual in an
envelope marked Exercise is an exercise (see `alert_report.least_real`). The contents are XML, XML
written as text, or files in base64.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from kcr2desk.exchange.cap_values import STATUSES, read_choice
from kcr2desk.exchange.problems import Problem
from kcr2desk.exchange.xml import line_of, local_name, text_of


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the outside of an envelope says; `status` is "" when it has no valid one."""

    id: str
    sender: str
    sent: str
    status: str
    kind: str
    line: int | None
    remarks: tuple[Problem, ...] = ()


def envelopes_around(element: etree._Element, file: str) -> tuple[Envelope, ...]:
    """Every envelope that an element lies in, the innermost first."""
    around = [element, *element.iterancestors()]
    return tuple(_envelope(e, file) for e in around if _name(e) == "edxldistribution")


def enclosed_files(
    root: etree._Element, file: str
) -> Iterator[tuple[etree._Element, bytes | Problem]]:
    """Every file that is enclosed as base64 and says or seems to be XML, with its element.

    In place of the bytes stands the problem when they cannot be decoded.
    """
    for data in (e for e in root.iter() if _name(e) == "contentdata"):
        parent = data.getparent()
        media_type = _child(parent, "mimetype").lower() if parent is not None else ""
        says_xml = "xml" in media_type or "cap" in media_type
        try:
            content = base64.b64decode("".join(text_of(data).split()), validate=True)
        except (binascii.Error, ValueError):
            if says_xml:
                yield data, Problem(file, line_of(data), "base64", local_name(data))
            continue
        if says_xml or content.lstrip()[:1] == b"<":
            yield data, content


def _envelope(element: etree._Element, file: str) -> Envelope:
    written = _child(element, "distributionstatus")
    status, _ = read_choice(written, STATUSES)
    problem = Problem(file, line_of(element), "envelope-status", written)
    return Envelope(
        id=_child(element, "distributionid"),
        sender=_child(element, "senderid"),
        sent=_child(element, "datetimesent"),
        status=status,
        kind=_child(element, "distributiontype") or _child(element, "distributionkind"),
        line=line_of(element),
        remarks=() if status else (problem,),
    )


def _child(element: etree._Element, name: str) -> str:
    return next((text_of(child) for child in element if _name(child) == name), "")


def _name(element: etree._Element) -> str:
    """The local name in small letters: the two versions differ in capitals."""
    return local_name(element).lower()
